"""One real OPA with our pack for all acceptance tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rscheck.engine.interface import Engine
from rscheck.facts import load
from rscheck.facts.base import dump
from rscheck.opening import Server, open_engine, open_pack
from rscheck.policy.call import load_call
from rscheck.source.reader import from_string

FIXTURES = Path(__file__).parents[2] / "fixtures"
AS_OF = "2026-11-23"

Judge = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def engine() -> Iterator[Engine]:
    with open_engine(open_pack([], Server()), Server()) as opened:
        yield opened


@pytest.fixture(scope="session")
def call() -> dict[str, Any]:
    return dict(load_call(FIXTURES / "calls" / "tide-2026.yaml").data)


@pytest.fixture(scope="session")
def decide(engine: Engine, call: dict[str, Any]) -> Judge:
    """Facts (JSON) in, answers by rule out, under the call of the examples."""

    def run(facts: dict[str, Any], conditions: dict[str, Any] | None = call) -> dict[str, Any]:
        data = {"facts": facts, "as_of": AS_OF, "profiles": call["profiles"], "related": {}}
        return dict(engine.decide({**data, "call": conditions} if conditions else data))

    return run


@pytest.fixture(scope="session")
def judge(decide: Judge) -> Judge:
    """The text of an agreement in, answers by rule out."""

    def run(text: str, **options: Any) -> dict[str, Any]:
        facts = load(from_string("agreement.md", text)).facts
        assert facts is not None
        return decide(dump(facts), **options)

    return run
