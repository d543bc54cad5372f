"""Writes the reference tables of docs/notation.md from the vocabulary of the grammar."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rscheck.facts.values import read_choices
from rscheck.parse.phrases import read_vocabulary

FILE = Path(__file__).parent.parent / "docs" / "notation.md"
_MARK = "<!-- generated from grammar/vocabulary/sections.yaml -->"


def page() -> str:
    """The page: what is written by hand, then the sections as the grammar knows them."""
    by_hand = FILE.read_text(encoding="utf-8").split(_MARK)[0]
    sections = read_vocabulary("sections").values()
    return by_hand + _MARK + "\n\n" + "\n".join(_section(spec) for spec in sections)


def _section(spec: dict[str, Any]) -> str:
    heads = spec["headings"]
    lines = [f"### {heads[0].capitalize()}", ""]
    if len(heads) > 1:
        lines += [f"Also headed: {', '.join(heads[1:])}.", ""]
    for title, kind in (("field", "fields"), ("column", "columns")):
        if kind in spec:
            lines += [f"| {title} | what stands there |", "|---|---|"]
            lines += [f"| {name} | {_type(value['type'])} |" for name, value in spec[kind].items()]
            lines.append("")
    return "\n".join(lines)


def _type(name: str) -> str:
    words = read_choices()
    if name in words["choices"]:
        return "one of " + ", ".join(words["choices"][name])
    plain = {"text": "text", "list": "a list, divided by semicolons; None where there is none"}
    plain["party_or_text"] = "the short name of a participant, or text"
    return str(words["expected"].get(name) or plain[name])


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8")
