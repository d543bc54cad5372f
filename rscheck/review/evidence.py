"""Refs to words: the spans that a ref stands for, and exactly what they quote."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from rscheck.review.model import Evidence, Point, Region
from rscheck.source.text import Position, SourceText, Span

Places = Mapping[str, tuple[Span, ...]]


class Located(Protocol):
    """What is read from the text of an agreement: facts with their places."""

    @property
    def places(self) -> Mapping[str, tuple[Span, ...]]:
        """JSON Pointer to spans."""

    def belongs(self, name: str) -> tuple[Span, str]:
        """Where a missing clause or section belongs, with words for it."""


@dataclass(frozen=True)
class Sheet:
    """A file with the places of its values; `shown` is its name where it is not the path."""

    text: SourceText
    spans: Places
    shown: str | None = None


def sheet(text: SourceText, spans: Mapping[str, Span], shown: str | None = None) -> Sheet:
    """A file of data, a call or a list, of which every value has one place."""
    return Sheet(text, {pointer: (span,) for pointer, span in spans.items()}, shown)


def no_lists(name: str) -> None:
    """Where nothing is known of the lists of a pack."""


def region(span: Span, shown: str | None = None) -> Region:
    """The span as the report shows it."""
    return Region(file=shown or span.file, start=_point(span.start), end=_point(span.end))


def _point(position: Position) -> Point:
    return Point(line=position.line, column=position.column, offset=position.offset)


def nearest(places: Places, pointer: str) -> tuple[Span, ...]:
    """The spans of a pointer, or those of its nearest parent that has any."""
    while True:
        if found := places.get(pointer):
            return found
        if not pointer:
            return ()
        pointer = pointer.rpartition("/")[0]


def follow(data: Any, pointer: str) -> Any:
    """The value at a JSON Pointer, or None where there is none."""
    for step in pointer.split("/")[1:]:
        key = step.replace("~1", "/").replace("~0", "~")
        if isinstance(data, Mapping):
            data = data.get(key)
        elif isinstance(data, Sequence) and key.isdigit() and int(key) < len(data):
            data = data[int(key)]
        else:
            return None
    return data


@dataclass(frozen=True)
class Witness:
    """Finds the words behind the refs of one agreement, its call and the lists of the pack."""

    text: SourceText
    loaded: Located
    facts: Mapping[str, Any]
    call: Sheet | None = None
    lists: Callable[[str], Sheet | None] = no_lists

    def of(self, refs: Sequence[str]) -> tuple[Evidence, ...]:
        """Each span of each ref, none twice: the agreement's own words first, then as given."""
        found = dict.fromkeys(item for ref in refs for item in self._of(ref))
        return tuple(sorted(found, key=self._elsewhere))

    def _elsewhere(self, item: Evidence) -> bool:
        return item.span is None or item.span.file != self.text.file

    def missing(self, name: str) -> tuple[Evidence, ...]:
        """The place where a missing clause or section belongs."""
        span, words = self.loaded.belongs(name)
        return (
            Evidence(
                ref=name,
                role="belongs",
                quote=self.text.quote(span),
                span=region(span),
                where=words,
            ),
        )

    def name(self, ref: str) -> str:
        """What a reader calls the object at a ref: its short name or code, else the ref."""
        found = follow(self.facts, ref)
        if isinstance(found, Mapping):
            for key in ("short_name", "code", "party", "entity", "subject", "name", "title"):
                if isinstance(found.get(key), str):
                    return str(found[key])
        return ref

    def _of(self, ref: str) -> list[Evidence]:
        sheet, pointer = self._sheet(ref)
        if sheet is None:
            return [Evidence(ref=ref)]
        where = self._clause(ref) if sheet.text is self.text else ""
        return [
            Evidence(
                ref=ref,
                quote=sheet.text.quote(span),
                span=region(span, sheet.shown),
                where=where,
            )
            for span in nearest(sheet.spans, pointer)
        ] or [Evidence(ref=ref)]

    def _sheet(self, ref: str) -> tuple[Sheet | None, str]:
        if ref == "/call" or ref.startswith("/call/"):
            return self.call, ref[len("/call") :]
        if ref.startswith("/lists/"):
            name, slash, rest = ref[len("/lists/") :].partition("/")
            return self.lists(name), slash + rest
        return Sheet(self.text, self.loaded.places), ref

    def _clause(self, ref: str) -> str:
        """The number of the clause that holds the object at a ref, where it is a clause's."""
        found = follow(self.facts, "/".join(ref.split("/")[:3]))
        if not isinstance(found, Mapping):
            return ""
        if isinstance(found.get("clause"), str):
            found = follow(self.facts, found["clause"])
        number = found.get("number") if isinstance(found, Mapping) else None
        return number if isinstance(number, str) and ref.startswith(("/norms", "/clauses")) else ""
