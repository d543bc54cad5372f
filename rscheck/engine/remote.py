"""An OPA that runs already: its pack must be ours, or we put ours there for the time of a run."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from rscheck.engine.interface import Served, Timeouts
from rscheck.engine.locate import SERIES, fits
from rscheck.errors import OperatorError, PolicyError, RscheckError, UsageError


@dataclass(frozen=True, slots=True)
class Server:
    """`--opa-url` and what belongs to it; `ca` is a file of certificates to trust."""

    url: str
    token: str | None = None
    ca: Path | None = None
    upload: bool = False

    def parts(self) -> tuple[str, int, bool]:
        """Host, port and whether TLS is spoken."""
        try:
            found = urlsplit(self.url)
            port = found.port
        except ValueError as error:
            raise UsageError("E220", f"--opa-url {self.url}: {error}") from error
        if found.scheme not in ("http", "https") or not found.hostname:
            hint = "such as https://opa.example.org:8181"
            raise UsageError("E220", f"--opa-url {self.url} is not an address of a server", hint)
        if found.path.strip("/") or found.query or found.username:
            hint = "name scheme, host and port only; a token has its own option"
            raise UsageError("E220", "--opa-url holds more than the address of a server", hint)
        tls = found.scheme == "https"
        host = f"[{found.hostname}]" if ":" in found.hostname else found.hostname
        return host, port or (443 if tls else 80), tls


class RemoteOpa:
    """A server that somebody else runs; nothing of it is changed unless `upload` is set."""

    def __init__(self, pack: Served, server: Server, timeouts: Timeouts | None = None) -> None:
        from rscheck.engine.client import Address, Client

        if server.ca and not server.ca.is_file():
            raise UsageError("E221", f"{server.ca} is no file of certificates")
        host, port, tls = server.parts()
        address = Address(host, port, tls, server.token, str(server.ca) if server.ca else True)
        self._pack = pack
        self._client = Client(address, timeouts or Timeouts())
        self._names: list[str] = []
        self._uploaded = self._closed = False
        self.opa_path: Path | None = None
        try:
            self.opa_version = self._version()
            self._compare(server.upload)
        except BaseException:
            # The first cause is what the operator needs to read.
            with suppress(RscheckError):
                self.close()
            raise

    def decide(self, data: dict[str, Any]) -> dict[str, Any]:
        """The answers by rule id."""
        from rscheck.engine.decide import decide

        return decide(self._client, self._pack, data)

    def close(self) -> None:
        """Take away what was put there, and only that."""
        if self._closed:
            return
        self._closed = True
        # One thing that cannot be taken away must not keep the others there.
        failed: list[RscheckError] = []
        drops = [partial(self._client.drop_data, "rscheck")] if self._uploaded else []
        drops += [partial(self._client.drop_policy, name) for name in reversed(self._names)]
        for drop in drops:
            try:
                drop()
            except RscheckError as error:
                failed.append(error)
        self._client.close()
        if failed:
            message = f"what was uploaded to {self._client.address} is partly still there"
            raise OperatorError("E623", f"{message}: {failed[0].message}", "take it away by hand")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _version(self) -> str:
        found = self._client.version()
        if not fits(found):
            message = f"{self._client.address} is OPA {found}; rscheck works with {SERIES}.x"
            raise OperatorError("E602", message, "point --opa-url at a server that fits")
        return found

    def _compare(self, upload: bool) -> None:
        served = self._client.data("rscheck/pack/digest")
        if served == self._pack.digest:
            return
        where = str(self._client.address)
        if served is not None:
            message = (
                f"{where} serves the pack {str(served)[:12]}, ours is {self._pack.digest[:12]}"
            )
            hint = "serve the bundle that `rscheck policy bundle` builds with these policies"
            raise OperatorError("E620", message, hint)
        if not upload:
            hint = "serve the bundle of `rscheck policy bundle`, or allow --opa-upload"
            raise OperatorError("E621", f"{where} serves no pack of rscheck", hint)
        self._upload(where)

    def _upload(self, where: str) -> None:
        if self._client.data("rscheck") is not None:
            message = f"{where} holds something else under data.rscheck; nothing was uploaded"
            raise OperatorError("E622", message, "take it away, or serve our bundle")
        waiting = {f"rscheck/{self._pack.digest[:12]}/{name}": text
                   for name, text in sorted(self._pack.modules.items())}  # fmt: skip
        # A policy is refused as long as one that it calls is missing: try in rounds.
        while waiting:
            refused: dict[str, PolicyError] = {}
            for name, text in waiting.items():
                try:
                    self._client.put_policy(name, text)
                    self._names.append(name)
                except PolicyError as error:
                    refused[name] = error
            if len(refused) == len(waiting):
                raise next(iter(refused.values()))
            waiting = {name: waiting[name] for name in refused}
        # The digest comes with the data, last: nobody takes half an upload for a pack.
        self._client.put_data("rscheck", self._pack.data()["rscheck"])
        self._uploaded = True
