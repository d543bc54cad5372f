"""The text as given, with places."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Position:
    """Line and column count from 1, offset from 0, in Unicode code points."""

    line: int
    column: int
    offset: int


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of one file; `end` is exclusive."""

    file: str
    start: Position
    end: Position


@dataclass(frozen=True)
class SourceText:
    """One file: `text` is canonical (no BOM, LF line ends), `folded` has the same length.

    `folded` is what the grammar reads: typographic quotes, dashes and blanks are plain, and
    what a reader would not see (comments, struck text) is blank, so that it can never prove.
    """

    file: str
    text: str
    folded: str
    odd: tuple[int, ...] = field(default=())

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [0], self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def position(self, offset: int) -> Position:
        """The place of an offset of the canonical text."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1, offset)

    def span(self, start: int, end: int) -> Span:
        """The span between two offsets, end exclusive."""
        return Span(self.file, self.position(start), self.position(end))

    def quote(self, span: Span) -> str:
        """Exactly the words at a span."""
        return self.text[span.start.offset : span.end.offset]

    def line(self, number: int) -> str:
        """The text of one line, counted from 1, without its end."""
        start = self._starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start:] if end < 0 else self.text[start:end]
