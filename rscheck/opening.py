"""Opens what a run judges with: the pack, and the engine that holds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from rscheck import resources
from rscheck.engine.interface import Engine
from rscheck.review.evidence import Sheet, sheet

if TYPE_CHECKING:
    from rscheck.policy.pack import Pack


@dataclass(frozen=True)
class Server:
    """Which OPA judges: the program `opa` in private, or the server at `url`."""

    opa: Path | None = None
    url: str | None = None
    token: str | None = None
    ca: Path | None = None
    upload: bool = False


def open_pack(policies: Iterable[str | Path], server: Server) -> Pack:
    """Our policies with those of the user, checked before use."""
    from rscheck.engine.locate import locate
    from rscheck.policy.pack import load_pack

    return load_pack([Path(folder) for folder in policies], opa=locate(server.opa).path)


def open_engine(pack: Pack, server: Server) -> AbstractContextManager[Engine]:
    """A private OPA, or the server that was named; leaving it stops or tidies up."""
    if server.url:
        from rscheck.engine import remote

        named = remote.Server(server.url, server.token, server.ca, server.upload)
        return remote.RemoteOpa(pack, named)
    from rscheck.engine.locate import locate
    from rscheck.engine.private import PrivateOpa

    return PrivateOpa(pack, locate(server.opa).path)


def open_lists(pack: Pack) -> Callable[[str], Sheet | None]:
    """Finds a list of the pack with its places; each file is read once, and only when asked for."""

    @cache
    def find(name: str) -> Sheet | None:
        if name not in pack.homes:
            return None
        home = pack.homes[name]
        text, spans = pack.sheet(name)
        ours = home.path.is_relative_to(resources.folder("policies"))
        return sheet(text, spans, f"policies/{home.name}" if ours else None)

    return find
