"""Forgetting never helps: taking any optional field out never betters an outcome."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rscheck.facts import load
from rscheck.facts.base import dump
from rscheck.facts.model import Facts
from rscheck.source.reader import read
from tests.acceptance.conftest import FIXTURES, Judge

#: What an outcome may become when something is forgotten.
ALLOWED = {
    "pass": {"pass", "undetermined", "fail"},
    "fail": {"fail", "undetermined"},
    "undetermined": {"undetermined", "fail"},
    "not_applicable": {"not_applicable", "undetermined", "fail", "pass"},
}


def _required() -> set[tuple[str, ...]]:
    """The property sets of the schema's objects, each with what it requires."""
    schema = Facts.model_json_schema()
    objects = [schema, *schema.get("$defs", {}).values()]
    return {tuple(sorted(o.get("required", ()))) for o in objects}


def _optional(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The paths of all fields that may be absent."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _optional(item, (*path, index))
    elif isinstance(value, dict):
        fitting = [r for r in _required() if set(r) <= set(value)]
        needed = set(max(fitting, key=len, default=()))
        for key, item in value.items():
            if key not in needed and path[:1] not in (("norms",), ("clauses",)):
                yield (*path, key)
            yield from _optional(item, (*path, key))


def _without(facts: dict[str, Any], path: tuple[Any, ...]) -> dict[str, Any]:
    less = copy.deepcopy(facts)
    target: Any = less
    for step in path[:-1]:
        target = target[step]
    del target[path[-1]]
    return less


def _agreements() -> list[Path]:
    return sorted((FIXTURES / "agreements").glob("*.md"))


@pytest.mark.parametrize("file", _agreements(), ids=lambda p: p.stem)
def test_forgetting_never_helps(file: Path, decide: Judge) -> None:
    loaded = load(read(file)).facts
    assert loaded is not None
    facts = dump(loaded)
    before = {rule: a["outcome"] for rule, a in decide(facts).items()}
    worse = []
    for path in _optional(facts):
        after = decide(_without(facts, path))
        for rule, answer in after.items():
            if answer["outcome"] not in ALLOWED[before[rule]]:
                worse.append(f"{rule}: {before[rule]} -> {answer['outcome']} without {path}")
    assert not worse, "\n".join(worse[:20])
