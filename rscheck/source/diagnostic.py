"""What is wrong with an agreement's data, as its author reads it."""

from __future__ import annotations

from dataclasses import dataclass

from rscheck.source.text import Span


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """`D1xx`, at a place; `within` is the way to it through the document's headings."""

    code: str
    message: str
    span: Span
    expected: str = ""
    within: str = ""
    severity: str = "error"
