"""What one policy says, out of OPA's own syntax tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A name that a policy reads; `head` is its variable, `steps` the fixed names behind it."""

    head: str
    steps: Path
    line: int


@dataclass(frozen=True)
class Module:
    """One policy: its package, the names it defines, its imports by alias, all that it reads."""

    name: str
    line: int
    package: Path
    defines: frozenset[str]
    imports: dict[str, Reference]
    references: tuple[Reference, ...]

    def resolved(self) -> Iterator[Reference]:
        """Imports and references, each spelt out from `data`."""
        yield from self.imports.values()
        for found in self.references:
            if found.head == "data":
                yield found
            elif found.head in self.imports:
                origin = self.imports[found.head]
                yield Reference("data", origin.steps + found.steps, found.line)


def module(name: str, tree: dict[str, Any]) -> Module:
    """Read the tree that `opa parse` prints."""
    package = tree["package"]
    imports: dict[str, Reference] = {}
    for entry in tree.get("imports") or []:
        found = _reference(entry["path"]["value"], _line(entry))
        if found and found.head == "data" and found.steps:
            imports[entry.get("alias") or found.steps[-1]] = found
    rules = tree.get("rules") or []
    return Module(
        name=name,
        line=_line(package),
        package=tuple(str(term["value"]) for term in package["path"])[1:],
        defines=frozenset(_name(rule["head"]) for rule in rules),
        imports=imports,
        references=tuple(_references(rules, 0)),
    )


def _name(head: dict[str, Any]) -> str:
    ref = head.get("ref") or []
    return str(ref[0]["value"] if ref else head.get("name", ""))


def _references(node: Any, line: int) -> Iterator[Reference]:
    if isinstance(node, list):
        for item in node:
            yield from _references(item, line)
    elif isinstance(node, dict):
        line = _line(node) or line
        if node.get("type") == "ref" and isinstance(node.get("value"), list):
            found = _reference(node["value"], line)
            if found:
                yield found
        for key, value in node.items():
            if key != "location":
                yield from _references(value, line)


def _reference(terms: list[dict[str, Any]], line: int) -> Reference | None:
    if not terms or terms[0].get("type") != "var":
        return None
    steps: list[str] = []
    for term in terms[1:]:
        if term.get("type") != "string":
            break
        steps.append(str(term["value"]))
    return Reference(str(terms[0]["value"]), tuple(steps), _line(terms[0]) or line)


def _line(node: dict[str, Any]) -> int:
    place = node.get("location")
    return int(place.get("row", 0)) if isinstance(place, dict) else 0
