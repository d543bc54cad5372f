"""An answer for every rule, or an error."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from rscheck.engine.census import census
from rscheck.engine.interface import RulePlace
from rscheck.errors import PolicyError

PLACES = {
    rule: RulePlace(f"rscheck.rules.a.{rule}", f"{rule}.rego", 9) for rule in ("A-01", "A-02")
}
ANSWER: dict[str, Any] = {
    rule: {
        "outcome": "pass", "reason": "", "missing": [], "errors": [],
        "subjects": {"/document": {"outcome": "pass"}},
    }
    for rule in PLACES
}  # fmt: skip


def test_a_whole_answer_is_given_back() -> None:
    assert census(copy.deepcopy(ANSWER), PLACES) == ANSWER


@pytest.mark.parametrize("rule", PLACES)
def test_a_deleted_answer_is_missed(rule: str) -> None:
    answer = copy.deepcopy(ANSWER)
    del answer[rule]
    with pytest.raises(PolicyError, match=rf"{rule}\.rego:9: {rule} has no answer"):
        census(answer, PLACES)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"outcome": "passed"}, "A-01 has no outcome"),
        ({"outcome": ["pass"]}, "A-01 has no outcome"),
        ({"subjects": []}, "lacks a proper 'subjects'"),
        ({"errors": ["an unknown part"]}, "A-01.rego:9: A-01: an unknown part"),
        ({"subjects": {"/document": {}}}, "the answer for /document has no outcome"),
    ],
)
def test_an_improper_answer_is_named(change: dict[str, Any], expected: str) -> None:
    answer = copy.deepcopy(ANSWER)
    answer["A-01"] |= change
    with pytest.raises(PolicyError) as caught:
        census(answer, PLACES)
    assert expected in caught.value.message


@pytest.mark.parametrize("answer", [None, [], "report", {**ANSWER, "B-01": ANSWER["A-01"]}])
def test_anything_else_is_no_report(answer: object) -> None:
    with pytest.raises(PolicyError):
        census(answer, PLACES)
