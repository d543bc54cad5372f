"""Each sentence of norms.yaml gives the norms that stand beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from rscheck.facts import load
from rscheck.source.reader import from_string

CASES = YAML(typ="safe").load(Path(__file__).with_name("norms.yaml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:50])
def test_sentence(case: dict[str, Any]) -> None:
    facts = load(from_string("a.md", f"# GRANT AGREEMENT\n\n1.1 {case['text']}\n")).facts
    assert facts is not None
    found = [
        f"{n.bearer.scope} {n.bearer.term} {n.modality} {n.action} {n.deadline.relation} "
        f"{n.deadline.number} {n.deadline.unit} {n.deadline.event}"
        for n in facts.norms
    ]
    assert found == case["norms"]
