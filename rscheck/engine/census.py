"""Whether an answer is one for every rule of the pack: no more, no less, and each a real one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rscheck.engine.interface import RulePlace
from rscheck.errors import PolicyError

OUTCOMES = frozenset({"pass", "fail", "undetermined", "not_applicable"})
_KEYS = {"outcome": str, "reason": str, "missing": list, "subjects": dict, "errors": list}


def census(answers: object, places: Mapping[str, RulePlace]) -> dict[str, Any]:
    """The answers as they came, once each rule of the pack is seen to have a proper one."""
    if not isinstance(answers, dict):
        raise PolicyError("E640", "the report of the policies is not an object by rule")
    faults = [_absent(rule, places[rule]) for rule in sorted(places.keys() - answers.keys())]
    faults += [f"the answer holds {rule!r}, a rule that the manifest does not list"
               for rule in sorted(answers.keys() - places.keys(), key=str)]  # fmt: skip
    for rule in sorted(places.keys() & answers.keys()):
        faults += _improper(rule, answers[rule], places[rule])
    if faults:
        raise PolicyError(
            "E641", "\n".join(faults), "without an answer for every rule there is no verdict"
        )
    return answers


def _absent(rule: str, place: RulePlace) -> str:
    return f"{place}: {rule} has no answer: one of the names of the rule is undefined"


def _judged(answer: object) -> bool:
    outcome = answer.get("outcome") if isinstance(answer, dict) else None
    return isinstance(outcome, str) and outcome in OUTCOMES


def _improper(rule: str, answer: object, place: RulePlace) -> list[str]:
    if not isinstance(answer, dict):
        return [f"{place}: the answer of {rule} is not an object"]
    if not _judged(answer):
        return [f"{place}: the answer of {rule} has no outcome: {answer.get('outcome')!r}"]
    faults = [
        f"{place}: the answer of {rule} lacks a proper {key!r}"
        for key, kind in _KEYS.items()
        if not isinstance(answer.get(key), kind)
    ]
    if faults:
        return faults
    faults = [f"{place}: {rule}: {error}" for error in answer["errors"]]
    return faults + [
        f"{place}: {rule}: the answer for {subject} has no outcome"
        for subject, judged in answer["subjects"].items()
        if not _judged(judged)
    ]
