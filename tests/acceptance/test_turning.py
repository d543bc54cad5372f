"""Removing or weakening the words that satisfy a rule turns its outcome; rewording does not."""

from __future__ import annotations

from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.acceptance.conftest import FIXTURES, Judge

CASES = YAML(typ="safe").load(FIXTURES / "turning.yaml")


def _edited(case: dict[str, Any]) -> str:
    text = (FIXTURES / "agreements" / f"{case['agreement']}.md").read_text(encoding="utf-8")
    for edit in case["edits"]:
        assert edit["replace"] in text, f"the agreement does not hold: {edit['replace']}"
        text = text.replace(edit["replace"], edit["by"])
    return text


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['rule']}-{c['name']}")
def test_turning(case: dict[str, Any], judge: Judge, call: dict[str, Any]) -> None:
    conditions = {**call, **case.get("call", {})}
    answers = judge(_edited(case), conditions=conditions)
    assert answers[case["rule"]]["outcome"] == case["outcome"]
