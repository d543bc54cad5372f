"""The prose of the tree as clauses, norms, derogations and sentences that stay unclear."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from rscheck.facts.duty import Duty, read_sentence
from rscheck.facts.norm_model import Bearer, Clause, Derogation, Norm, Unclear
from rscheck.facts.roles import UNRECOGNISED, aspects_of, atoms_of, kinds_of
from rscheck.facts.values import read_choices
from rscheck.parse.prose import Item, Sentence, scan, sentences
from rscheck.parse.tree import Node
from rscheck.source.text import SourceText, Span

_ODD = "characters that look like others, or are not seen"
_OPTION = re.compile(r"\[(?![0-9\]])")
#: Items of a sentence; beyond that its roles would be guessed, and slowly.
_LONGEST = 400
_NUMBERS = re.compile(r"[0-9]+(?:\.[0-9]+)*")


@dataclass(slots=True)
class Prose:
    """What was read, in the order of the text; `places` maps refs to spans."""

    source: SourceText
    names: dict[str, str]
    clauses: list[Clause] = field(default_factory=list)
    norms: list[Norm] = field(default_factory=list)
    derogations: list[Derogation] = field(default_factory=list)
    unclear: list[Unclear] = field(default_factory=list)
    places: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    pending: list[tuple[int, list[str]]] = field(default_factory=list)
    before: Bearer = UNRECOGNISED
    recital: bool = False


def read_prose(source: SourceText, root: Node, names: dict[str, str], skip: set[int]) -> Prose:
    """All norms of the document. `skip` holds the ids of sections whose lists are data."""
    prose = Prose(source, names)
    _walk(prose, root, "/document", "", skip, depth=0)
    _resolve_targets(prose)
    return prose


def _walk(prose: Prose, node: Node, clause: str, number: str, skip: set[int], depth: int) -> None:
    for child in node.children:
        if id(child) in skip or depth > 60:
            continue
        if child.kind == "section":
            prose.before, prose.recital = UNRECOGNISED, _opens_recital(_title(prose, child))
            inner = _clause(prose, child, child.number, depth)
            _walk(prose, child, inner, child.number, skip, depth + 1)
        elif child.kind in ("paragraph", "point", "item"):
            own = f"{number}({child.number})" if child.kind == "point" else child.number or number
            inner = _clause(prose, child, own, depth)
            _paragraph(prose, child, inner, own, skip, depth)
        elif child.kind == "text":
            for sentence in _sentences(prose, child):
                _sentence(prose, clause, sentence, [])


def _clause(prose: Prose, node: Node, number: str, depth: int) -> str:
    ref = f"/clauses/{len(prose.clauses)}"
    heading = _title(prose, node)
    atoms = atoms_of(list(scan(heading))) if heading else set()
    prose.clauses.append(
        Clause(
            ref=ref,
            id=f"clause:{number or heading[:40].casefold()}",
            number=number,
            heading=heading,
            level=depth,
            kinds=kinds_of(aspects_of(atoms)),
            binding=not prose.recital,
        )
    )
    place = node.marker if not heading else node.title
    prose.places[ref] = (prose.source.span(*place),)
    return ref


def _paragraph(
    prose: Prose, node: Node, clause: str, number: str, skip: set[int], depth: int
) -> None:
    """A paragraph's own words; where they end in a colon, its points go on with them."""
    texts = [c for c in node.children if c.kind == "text"]
    points = [c for c in node.children if c.kind in ("point", "item", "paragraph")]
    head: list[Item] = []
    own = [s for t in texts for s in _sentences(prose, t)]
    if points and own:
        last = own[-1]
        if last.items and last.items[-1].text == ":":
            head, own = last.items[:-1], own[:-1]
    for sentence in own:
        _sentence(prose, clause, sentence, [])
    for point in points:
        _point(prose, point, number, head, skip, depth + 1)


def _point(
    prose: Prose, node: Node, number: str, head: list[Item], skip: set[int], depth: int
) -> None:
    own = f"{number}({node.number})"
    clause = _clause(prose, node, own, depth)
    if not head:
        _paragraph(prose, node, clause, own, skip, depth)
        return
    for child in node.children:
        if child.kind == "text":
            for position, sentence in enumerate(_sentences(prose, child)):
                joined = head if position == 0 else []
                _sentence(prose, clause, sentence, joined)
        elif child.kind in ("point", "item"):
            _point(prose, child, own, head, skip, depth + 1)


def _sentences(prose: Prose, node: Node) -> list[Sentence]:
    text = prose.source.folded[node.start : node.end]
    prose.recital = _in_recital(prose.recital, text)
    found = sentences(text)
    for sentence in found:
        sentence.aside = "a recital, which does not bind" if prose.recital else ""
        if sentence.items and not sentence.aside:
            sentence.aside = _aside(text[: sentence.items[0].start], text, sentence)
        for item in sentence.items:
            item.start += node.start
            item.end += node.start
    return found


def _sentence(prose: Prose, clause: str, sentence: Sentence, head: list[Item]) -> None:
    items = [*head, *sentence.items]
    if not any(x.type in ("MODAL", "DEROGATE") for x in items):
        if items and items[0].type == "ACTOR":
            prose.before = read_sentence(items, prose.before, prose.names).bearer
        return
    spans = _spans(prose.source, head, sentence.items)
    atoms = atoms_of(items)
    if len(items) > _LONGEST:
        _stays_unclear(prose, clause, atoms, "a sentence too long to be read safely", spans)
        return
    reading = read_sentence(items, prose.before, prose.names)
    prose.before = reading.bearer
    odd = _looks_odd(prose.source, items)
    aside = sentence.aside
    if reading.derogates:
        numbers = [n for x in items if x.type == "REFERENCE" for n in _NUMBERS.findall(x.text)]
        ref = f"/derogations/{len(prose.derogations)}"
        prose.derogations.append(
            Derogation(
                ref=ref, id=f"derogation:{clause}", clause=clause, targets=[],
                topics=kinds_of(aspects_of(atoms)), covers=aspects_of(atoms),
            )
        )  # fmt: skip
        prose.pending.append((len(prose.derogations) - 1, numbers))
        prose.places[ref] = spans
    if reading.unclear or odd or (aside and not prose.recital):
        reason = _ODD if odd else aside or reading.unclear
        _stays_unclear(prose, clause, atoms, reason, spans)
    if not odd and not aside:
        for duty in reading.duties:
            _add(prose, clause, duty, spans)


def _title(prose: Prose, node: Node) -> str:
    return " ".join(prose.source.text[slice(*node.title)].split())


def _opens_recital(words: str) -> bool:
    return words.casefold().lstrip("#*_ ").startswith(tuple(read_choices()["non_binding"]))


def _in_recital(before: bool, text: str) -> bool:
    """Whether a piece of prose is a recital: opened by its words, or still going on."""
    plain = " ".join(text.casefold().split())
    if any(end in plain for end in read_choices()["binding_again"]):
        return False
    return before or _opens_recital(plain)


def _aside(ahead: str, text: str, sentence: Sentence) -> str:
    """Why the words of a sentence are set apart: in quotation marks, or in an open option."""
    own = text[sentence.items[0].start : sentence.items[-1].end]
    if len(_OPTION.findall(ahead)) > ahead.count("]") or _OPTION.search(own):
        return "an option or placeholder that is not settled"
    return "a quotation, which does not bind" if ahead.count('"') % 2 else ""


def _stays_unclear(
    prose: Prose, clause: str, atoms: set[str], reason: str, spans: tuple[Span, ...]
) -> None:
    ref = f"/unclear/{len(prose.unclear)}"
    aspects = aspects_of(atoms)
    prose.unclear.append(
        Unclear(
            ref=ref,
            id=f"unclear:{len(prose.unclear)}",
            clause=clause,
            topics=kinds_of(aspects),
            covers=aspects,
            reason=reason,
        )
    )
    prose.places[ref] = spans


def _looks_odd(source: SourceText, items: list[Item]) -> bool:
    """Whether a character that is not what it looks like stands in the sentence."""
    after = bisect_left(source.odd, items[0].start)
    return after < len(source.odd) and source.odd[after] <= items[-1].end


def _spans(source: SourceText, head: list[Item], own: list[Item]) -> tuple[Span, ...]:
    pieces = [p for p in (head, own) if p]
    return tuple(source.span(p[0].start, p[-1].end) for p in pieces)


def _add(prose: Prose, clause: str, duty: Duty, spans: tuple[Span, ...]) -> None:
    ref = f"/norms/{len(prose.norms)}"
    covers = aspects_of(duty.atoms)
    topics = kinds_of(covers)
    if not topics and prose.norms and prose.norms[-1].clause == clause:
        topics = list(
            prose.norms[-1].topics
        )  # "Any other party may object …" goes on with its topic
    number = prose.clauses[int(clause.rsplit("/", 1)[1])].number if "/clauses/" in clause else ""
    prose.norms.append(
        Norm(
            ref=ref,
            id=f"norm:{number}:{duty.action}:{'+'.join(topics)}",
            clause=clause,
            bearer=duty.bearer,
            modality=duty.modality,
            action=duty.action,
            topics=topics,
            covers=covers,
            excepts=sorted(duty.excepts),
            narrowed=sorted(duty.narrowed),
            restricted=duty.restricted,
            recipient=duty.recipient,
            deadline=duty.deadline,
        )
    )
    prose.places[ref] = spans


def _resolve_targets(prose: Prose) -> None:
    """References to numbers become refs of clauses; without one it is its own clause."""
    by_number: dict[str, list[str]] = {}
    for clause in prose.clauses:
        by_number.setdefault(clause.number, []).append(clause.ref)
    for index, numbers in prose.pending:
        old = prose.derogations[index]
        targets = [ref for n in numbers for ref in by_number.get(n, [])] or [old.clause]
        prose.derogations[index] = old.model_copy(update={"targets": targets})
