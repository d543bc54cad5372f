"""Recitals, quotations and options that are not settled never prove."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from rscheck.facts import load
from rscheck.source.reader import from_string

CASES = YAML(typ="safe").load(Path(__file__).with_name("asides.yaml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_aside(case: dict[str, Any]) -> None:
    facts = load(from_string("a.md", f"# CONSORTIUM AGREEMENT\n\n{case['text']}")).facts
    assert facts is not None
    assert (len(facts.norms), len(facts.unclear)) == (case["norms"], case["unclear"])
