"""The SARIF output."""

from __future__ import annotations

import json
from typing import Any

from rscheck.render import RENDERERS, Style
from tests.render.samples import report


def run(data_error: bool = False) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(RENDERERS["sarif"](report(data_error), Style()))
    assert found["version"] == "2.1.0"
    [only] = found["runs"]
    return dict(only)


def test_one_rule_id_a_rule() -> None:
    rules = run(data_error=True)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["D104", "EL-01", "SG-24", "TR-01", "TR-05"]
    for result in run(data_error=True)["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_regions_have_an_end() -> None:
    region = run()["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert {key: region[key] for key in ("startLine", "startColumn", "endLine", "endColumn")} == {
        "startLine": 5,
        "startColumn": 6,
        "endLine": 6,
        "endColumn": 15,
    }
    assert region["snippet"]["text"].endswith("incident\nwithin 10 days")


def test_words_of_the_call_are_related_places() -> None:
    [related] = run()["results"][0]["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "call.yaml"


def test_an_open_point_is_open_and_no_failure() -> None:
    open_point = run()["results"][2]
    assert (open_point["kind"], open_point["level"]) == ("open", "none")


def test_severities_become_levels() -> None:
    assert [result["level"] for result in run()["results"]] == ["error", "warning", "none"]
