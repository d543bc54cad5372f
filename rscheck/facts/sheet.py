"""Sections of data: their fields and rows, typed, with a diagnostic for what does not fit."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from rscheck.facts.values import ValueMisfitError, read_choices, read_value
from rscheck.parse.phrases import read_vocabulary
from rscheck.parse.tree import Node
from rscheck.source.diagnostic import Diagnostic
from rscheck.source.text import SourceText, Span

#: How like a known name a misspelt one must be to be offered.
_NEAR = 0.5
_ARTICLES = {
    "money": "an amount of money",
    "yes_no": "Yes or No",
    "pic": "a PIC",
    "months": "a duration",
    "integer": "a number",
}


@dataclass(slots=True)
class Cell:
    """A value with its place."""

    value: Any
    span: Span


@dataclass(slots=True)
class Section:
    """What one data section holds; a table without a header row is no table."""

    name: str
    spec: dict[str, Any]
    span: Span
    fields: dict[str, Cell] = field(default_factory=dict)
    rows: list[dict[str, Cell]] = field(default_factory=list)
    row_spans: list[Span] = field(default_factory=list)
    has_table: bool = False


@cache
def _headings() -> dict[str, str]:
    specs = read_vocabulary("sections")
    return {h: name for name, spec in specs.items() for h in spec["headings"]}


@cache
def _specs() -> dict[str, Any]:
    return dict(read_vocabulary("sections"))


def section_name(source: SourceText, node: Node) -> str:
    """The name under which the vocabulary knows a heading, or ''."""
    words = source.folded[slice(*node.title)].casefold().split()
    if words and words[0].rstrip(".:").replace(".", "").isdigit():
        words = words[1:]
    title = " ".join(words)
    for lead in ("attachment", "annex"):
        if title.startswith(lead) and (":" in title or " - " in title):
            title = title.replace(" - ", ":", 1).split(":", 1)[1].strip()
    return _headings().get(title, "")


class SheetReader:
    """Reads the data sections of one document and collects diagnostics on the way."""

    def __init__(self, source: SourceText) -> None:
        """Takes the text that the sections stand in."""
        self.source = source
        self.diagnostics: list[Diagnostic] = []
        self._within = ""

    def read(self, node: Node, name: str, path: str) -> Section:
        """One section: `path` is the way to it through the headings, for errors."""
        spec = _specs()[name]
        section = Section(name, spec, self.source.span(node.start, node.end))
        self._within = path
        for child in node.children:
            if child.kind == "item" and "fields" in spec:
                self._field(section, child)
            elif child.kind == "table" and "columns" in spec:
                self._table(section, child)
        return section

    def problem(self, code: str, message: str, start: int, end: int, expected: str) -> None:
        """Notes what is wrong at a place."""
        span = self.source.span(start, max(end, start + 1))
        self.diagnostics.append(Diagnostic(code, message, span, expected, self._within))

    def _field(self, section: Section, node: Node) -> None:
        text = node.children[0] if node.children else None
        if text is None:
            return
        line = self.source.folded[text.start : text.end]
        label, colon, value = line.partition(":")
        label = " ".join(label.strip(" *_").split())
        known = {k.casefold(): k for k in section.spec["fields"]}
        if not colon or label.casefold() not in known:
            near = difflib.get_close_matches(label.casefold(), known, 1, _NEAR)
            hint = (
                f"did you mean '{known[near[0]]}'?"
                if near
                else f"one of {', '.join(known.values())}"
            )
            self.problem(
                "D102", f"unknown field '{label}'", text.start, text.start + len(label), hint
            )
            return
        lead = len(line) - len(value) + (len(value) - len(value.lstrip(" *")))
        start, end = text.start + lead, text.end
        spec = section.spec["fields"][known[label.casefold()]]
        if section.fields.get(known[label.casefold()]):
            self.problem("D103", f"field '{label}' stands twice", text.start, end, "one value")
            return
        cell = self._value(spec["type"], start, end, known[label.casefold()])
        if cell is not None:
            section.fields[known[label.casefold()]] = cell

    def _table(self, section: Section, node: Node) -> None:
        if not node.rows:
            return
        section.has_table = True
        columns = self._header(section, node.rows[0])
        key = section.spec["key"]
        if key not in columns:
            start, end = node.rows[0][0] if node.rows[0] else (node.start, node.end)
            self.problem(
                "D105", f"the table has no column '{key}'", start, end, f"a column '{key}'"
            )
            return
        for row in node.rows[1:]:
            self._row(section, columns, row, key)

    def _header(self, section: Section, row: list[tuple[int, int]]) -> list[str]:
        known = {k.casefold(): k for k in section.spec["columns"]}
        columns = []
        for start, end in row:
            title = " ".join(self.source.folded[start:end].split())
            if title.casefold() in known:
                columns.append(known[title.casefold()])
                continue
            near = difflib.get_close_matches(title.casefold(), known, 1, _NEAR)
            hint = (
                f"did you mean '{known[near[0]]}'?"
                if near
                else f"one of {', '.join(known.values())}"
            )
            self.problem("D102", f"unknown column '{title}'", start, end, hint)
            columns.append("")
        return columns

    def _row(
        self, section: Section, columns: list[str], row: list[tuple[int, int]], key: str
    ) -> None:
        start = row[0][0] if row else section.span.start.offset
        end = row[-1][1] if row else start
        if len(row) != len(columns):
            message = f"the row has {len(row)} cells, its table {len(columns)} columns"
            self.problem("D106", message, start, end, "a cell for each column, empty where unknown")
        cells: dict[str, Cell] = {}
        for name, (left, right) in zip(columns, row, strict=False):
            if name and left < right:
                cell = self._value(section.spec["columns"][name]["type"], left, right, name)
                if cell is not None:
                    cells[name] = cell
        if key not in cells:
            self.problem("D107", f"the row has no '{key}'", start, end, f"a value for '{key}'")
            return
        self._unique(section, cells)
        section.rows.append(cells)
        section.row_spans.append(self.source.span(start, end))

    def _unique(self, section: Section, cells: dict[str, Cell]) -> None:
        for name, cell in cells.items():
            if not section.spec["columns"][name].get("unique"):
                continue
            if any(r[name].value == cell.value for r in section.rows if name in r):
                span = cell.span
                self.problem(
                    "D108", f"{name} '{cell.value}' stands twice",
                    span.start.offset, span.end.offset, f"another {name} for each row",
                )  # fmt: skip

    def _value(self, type_: str, start: int, end: int, label: str) -> Cell | None:
        text = " ".join(self.source.folded[start:end].split())
        span = self.source.span(start, end)
        if not text:
            return None
        try:
            return Cell(read_value(type_, text), span)
        except ValueMisfitError as problem:
            expected = read_choices()["expected"].get(type_, "")
            if type_ in read_choices()["choices"]:
                expected = "one of " + ", ".join(read_choices()["choices"][type_])
            article = _ARTICLES.get(type_, f"a {type_}")
            message = str(problem) or f"not {article}"
            if str(problem):
                message = f"not {article}: {problem}"
            self.problem("D104", message, start, end, expected)
            self.diagnostics[-1] = self._labelled(self.diagnostics[-1], label)
            return None

    def _labelled(self, found: Diagnostic, label: str) -> Diagnostic:
        within = f"{found.within} > {label}" if found.within else label
        return Diagnostic(found.code, found.message, found.span, found.expected, within)
