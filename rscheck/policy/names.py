"""Names that OPA leaves undefined without a word: libraries, their members, lists, other rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from rscheck.policy.syntax import Module, Reference

_LIB, _LISTS, _RULES = ("rscheck", "lib"), ("rscheck", "lists"), ("rscheck", "rules")
_OWN = frozenset({"manifest", "pack", "lists", "lib", "rules", "report"})


def unknown_names(
    modules: Iterable[Module], lists: Mapping[str, Any], shown: Mapping[str, str]
) -> list[str]:
    """One line for each name that does not exist, with the nearest that does."""
    known = list(modules)
    libraries: dict[tuple[str, ...], set[str]] = {}
    for found in known:
        if found.package[:2] == _LIB:
            libraries.setdefault(found.package, set()).update(found.defines)
    faults: list[str] = []
    for found in known:
        for reference in found.resolved():
            fault = _fault(found, reference.steps, libraries, lists)
            if fault:
                faults.append(f"{shown[found.name]}:{_line(found, reference)}: {fault}")
    return list(dict.fromkeys(faults))


def _line(found: Module, reference: Reference) -> int:
    return reference.line or found.line


def _fault(
    found: Module,
    steps: tuple[str, ...],
    libraries: Mapping[tuple[str, ...], set[str]],
    lists: Mapping[str, Any],
) -> str:
    if steps[:2] == _LIB and len(steps) > 2:
        return _library_fault(steps, libraries)
    if steps[:2] == _LISTS and len(steps) > 2 and steps[2] not in lists:
        return f"no list is called {steps[2]}{_nearest(steps[2], lists)}"
    in_rule = found.package[:2] == _RULES
    if in_rule and steps[:2] == _RULES and steps[: len(found.package)] != found.package:
        return "a rule never reads another rule"
    if steps and (steps[0] != "rscheck" or (len(steps) > 1 and steps[1] not in _OWN)):
        known = not in_rule and found.package == ("rscheck",) and len(steps) > 1
        if not (known and steps[1] in found.defines):
            return f"nothing is at data.{'.'.join(steps)}"
    return ""


def _library_fault(steps: tuple[str, ...], libraries: Mapping[tuple[str, ...], set[str]]) -> str:
    for length in range(len(steps), 2, -1):
        if steps[:length] in libraries:
            rest = steps[length:]
            if not rest or rest[0] in libraries[steps[:length]]:
                return ""
            if any(library[: length + 1] == steps[: length + 1] for library in libraries):
                return ""
            library = ".".join(steps[2:length])
            return (
                f"library {library} has no {rest[0]}{_nearest(rest[0], libraries[steps[:length]])}"
            )
    if any(library[: len(steps)] == steps for library in libraries):
        return ""
    names = [".".join(library[2:]) for library in libraries]
    return f"no library is called {steps[2]}{_nearest(steps[2], names)}"


def _nearest(word: str, known: Iterable[str]) -> str:
    close = get_close_matches(word, list(known), n=1)
    return f"; did you mean {close[0]}?" if close else ""
