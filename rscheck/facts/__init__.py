"""Tree to facts: what an agreement states, typed, with the place of each piece."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lark import Lark, Token
from lark.exceptions import LarkError

from rscheck.facts.build import FactsBuilder, Places
from rscheck.facts.model import Facts
from rscheck.facts.norms import Prose, read_prose
from rscheck.facts.place import Homes
from rscheck.facts.sheet import Section, SheetReader, section_name
from rscheck.facts.values import ValueMisfitError, read_choices, read_value
from rscheck.parse.document import parse
from rscheck.parse.tree import Node
from rscheck.resources import folder
from rscheck.source.diagnostic import Diagnostic
from rscheck.source.text import SourceText, Span


@dataclass(frozen=True)
class Loaded:
    """The facts of one text (None where it is no agreement), with diagnostics and places."""

    facts: Facts | None
    diagnostics: tuple[Diagnostic, ...]
    places: Places
    homes: Homes

    def belongs(self, name: str) -> tuple[Span, str]:
        """Where a missing clause kind or section belongs, and how to say it."""
        return self.homes.of(name)


def load(source: SourceText) -> Loaded:
    """Parses a text and extracts its facts; what is wrong with it becomes diagnostics."""
    tree = parse(source)
    homes = Homes(source, tree)
    kind, title = _kind(source, tree)
    if not kind:
        span = source.span(0, min(len(source.text), 1))
        found = Diagnostic(
            "D001", "this is no agreement that rscheck knows", span,
            "a title such as 'GRANT AGREEMENT' or 'CONSORTIUM AGREEMENT'", severity="warning",
        )  # fmt: skip
        return Loaded(None, (found,), {}, homes)
    reader = SheetReader(source)
    builder = FactsBuilder(reader)
    skip: set[int] = set()
    sections = list(_data_sections(source, tree, reader, skip))
    _preamble_parties(source, tree, builder)
    for section in sorted(sections, key=lambda s: _ORDER.get(s.spec["into"], 2)):
        builder.add(section)
    prose = read_prose(source, tree, builder.names, skip)
    facts = _facts(builder, prose, kind, title)
    places = {"": (title,), "/document": (title,), **builder.places, **prose.places}
    _check_dates(builder, reader)
    return Loaded(facts, tuple(reader.diagnostics), places, homes)


#: Parties and persons come first: what follows refers to them.
_ORDER = {"parties": 0, "persons": 1}


def _kind(source: SourceText, tree: Node) -> tuple[str, Span]:
    for node in tree.children[:12]:
        start, end = (
            node.title if node.kind == "section" else (node.start, min(node.end, node.start + 300))
        )
        words = " ".join(source.folded[start:end].casefold().split())
        for kind, names in read_choices()["kinds"].items():
            if any(name in words for name in names):
                return kind, source.span(start, end)
        if node.kind == "section":
            break
    return "", source.span(0, 0)


def _data_sections(
    source: SourceText, tree: Node, reader: SheetReader, skip: set[int]
) -> list[Section]:
    found: list[Section] = []
    stack: list[tuple[Node, str]] = [(c, "") for c in reversed(tree.children)]
    while stack:
        node, path = stack.pop()
        if node.kind != "section":
            continue
        title = " ".join(source.text[slice(*node.title)].split())
        here = f"{path} > {title}" if path else title
        name = section_name(source, node)
        if name:
            section = reader.read(node, name, here)
            if "fields" in section.spec:
                skip |= {id(c) for c in node.children if c.kind == "item"}
            found.append(section)
        stack.extend((c, here) for c in reversed(node.children))
    return found


@cache
def _party_parser() -> Lark:
    grammar = (folder("grammar") / "party.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", start="party")


def _preamble_parties(source: SourceText, tree: Node, builder: FactsBuilder) -> None:
    """Parties that the preamble introduces, before the first heading below the title."""
    top = (
        tree.children[0].children
        if tree.children and tree.children[0].kind == "section"
        else tree.children
    )
    for node in top:
        if node.kind in ("paragraph", "point") and node.children:
            _one_party(source, node.children[0], builder)


def _one_party(source: SourceText, text: Node, builder: FactsBuilder) -> None:
    words = source.folded[text.start : text.end]
    try:
        tokens = [t for t in _party_parser().parse(words).children if isinstance(t, Token)]
    except LarkError:
        return
    row, spans = {}, {}
    for token in tokens:
        start = text.start + (token.start_pos or 0)
        value = " ".join(str(token).split())
        span = source.span(start, start + len(token))
        if token.type == "LEGAL":
            row["legal_name"], spans["legal_name"] = value, span
        elif token.type == "SHORT":
            row["short_name"], spans["short_name"] = value.strip("()\"'"), span
        elif token.type == "COUNTRY":
            try:
                row["country"], spans["country"] = read_value("country", value), span
            except ValueMisfitError:
                continue
    builder.add_party(row, spans, source.span(text.start, text.end))


def _facts(builder: FactsBuilder, prose: Prose, kind: str, title: Span) -> Facts:
    document = {"ref": "/document", "kind": kind, "title": prose.source.quote(title)}
    return Facts.model_validate(
        {
            **builder.data,
            "document": {**builder.data.get("document", {}), **document},
            "clauses": prose.clauses,
            "norms": prose.norms,
            "derogations": prose.derogations,
            "unclear": prose.unclear,
            "inferred": [],
        }
    )


def _check_dates(builder: FactsBuilder, reader: SheetReader) -> None:
    project = builder.data.get("project", {})
    start, end = project.get("starting_date"), project.get("end_date")
    if start and end and end < start:
        span = builder.places["/project/end_date"][0]
        reader.problem(
            "D111", "the end date lies before the starting date",
            span.start.offset, span.end.offset, f"a day after {start}",
        )  # fmt: skip
