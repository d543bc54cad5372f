"""Wordings by a drafter who had not seen the grammar: near misses never count."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.acceptance.conftest import FIXTURES, Judge

RULES = {
    "academic_freedom": "SG-19",
    "confidentiality": "SG-01",
    "disclosure": "TR-05",
    "incident_reporting": "SG-24",
    "ownership_change": "TR-06",
    "transfer": "SG-14",
}
#: Wordings that count for a lawyer and are not read yet: they stay open, and never pass wrongly.
UNREAD = set(Path(__file__).with_name("unread.txt").read_text().split())
TITLES = {"grant_agreement": "GRANT AGREEMENT", "consortium_agreement": "CONSORTIUM AGREEMENT"}


def _cases() -> list[Any]:
    yaml = YAML(typ="safe")
    return [
        pytest.param(kind, number, case, id=f"{kind}-{number}")
        for kind in RULES
        for number, case in enumerate(yaml.load(FIXTURES / "phrasings" / f"{kind}.yaml"))
    ]


@pytest.mark.parametrize(("kind", "number", "case"), _cases())
def test_phrasing(kind: str, number: int, case: dict[str, Any], judge: Judge) -> None:
    title = TITLES[case["document"]]
    text = f"# {title}\n\n### ARTICLE 19 — OBLIGATIONS\n\n19.1 {case['text'].strip()}\n"
    outcome = judge(text)[RULES[kind]]["outcome"]
    counts = case["counts"] and f"{kind}-{number}" not in UNREAD
    assert (outcome == "pass") == counts, f"{outcome}: {case['why']}\n{case['text']}"
