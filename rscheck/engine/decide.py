"""One question for all rules, and the culprit where the question fails."""

from __future__ import annotations

from typing import Any

from rscheck.engine.census import census
from rscheck.engine.client import Client
from rscheck.engine.interface import Served
from rscheck.errors import PolicyError

ENTRYPOINT = "rscheck/report"


def decide(client: Client, pack: Served, input: dict[str, Any]) -> dict[str, Any]:
    """The answers of all rules after the census; an error names the rules that caused it."""
    try:
        answers = client.query(ENTRYPOINT, input)
    except PolicyError as error:
        culprits = _culprits(client, pack, input)
        if not culprits:
            raise
        raise PolicyError(error.code, "\n".join(culprits), error.hint) from error
    return census(answers, pack.places)


def _culprits(client: Client, pack: Served, input: dict[str, Any]) -> list[str]:
    # One rule's conflict loses the answers of all: only single questions tell which one it was.
    found: list[str] = []
    for rule, place in sorted(pack.places.items()):
        path = place.package.removeprefix("data.").replace(".", "/")
        try:
            client.query(path, input)
        except PolicyError as error:
            found.append(f"{place}: {rule}: {error.message}")
    return found
