"""Text to tree, by `grammar/agreement.lark`."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from typing import Any

from lark import Lark, Token, Transformer

from rscheck.parse.nesting import Nesting
from rscheck.parse.tree import Node
from rscheck.resources import cache_folder, folder
from rscheck.source.text import SourceText

_HEADING_NUMBER = re.compile(
    r"[#*_ ]*(?:(?P<word>[A-Za-z]+|§)\s*)?(?P<number>[0-9IVXLA-H]+(?:\.[0-9]+)*)\b\.?[ ]*[-:.]?[ ]*"
)
_CELL = re.compile(r"\|((?:[^|\\\n]|\\.)*)(?=\|)")


class _Builder(Transformer[Token, Node]):
    """Builds nodes while the parser reduces, so that no depth of nesting needs recursion."""

    def document(self, parts: list[Any]) -> Node:
        return Node("document", 0, 0, children=parts)

    def section(self, parts: list[Any]) -> Node:
        head: Token = parts[0]
        line = head.rstrip()
        found = _HEADING_NUMBER.match(line)
        number = found.group("number") if found and _numbered(found) else ""
        skip = len(line) - len(line.lstrip("#*_ "))
        start = head.start_pos or 0
        node = _node("section", head, parts[1:])
        node.number = number
        node.title = (start + skip, start + len(line.rstrip("*_ ")))
        return node

    def paragraph(self, parts: list[Any]) -> Node:
        return _marked("paragraph", parts)

    def point(self, parts: list[Any]) -> Node:
        return _marked("item" if parts[0].type == "BULLET" else "point", parts)

    def text(self, parts: list[Token]) -> Node:
        return Node("text", parts[0].start_pos or 0, _end(parts[-1]))

    def table(self, parts: list[Token]) -> Node:
        node = Node("table", parts[0].start_pos or 0, _end(parts[-1]))
        for token in parts:
            if token.type == "ROW":
                base = token.start_pos or 0
                node.rows.append([_trim(token, base, m.span(1)) for m in _CELL.finditer(token)])
        return node


def _numbered(found: re.Match[str]) -> bool:
    return found.group("word") is not None or found.group("number")[0].isdigit()


def _trim(row: str, base: int, span: tuple[int, int]) -> tuple[int, int]:
    start, end = span
    while start < end and row[start] == " ":
        start += 1
    while end > start and row[end - 1] == " ":
        end -= 1
    return base + start, base + end


def _end(token: Token) -> int:
    return (token.start_pos or 0) + len(token.rstrip("\n "))


def _node(kind: str, head: Token, children: list[Node]) -> Node:
    end = children[-1].end if children else _end(head)
    start = head.start_pos or 0
    return Node(kind, start, end, marker=(start, _end(head)), children=children)


def _marked(kind: str, parts: list[Any]) -> Node:
    head: Token = parts[0]
    node = _node(kind, head, parts[1:])
    node.number = head.strip(" *_()§.-")
    node.start += len(head) - len(head.lstrip())
    node.marker = (node.start, _end(head))
    return node


@cache
def _parser() -> Lark:
    grammar = (folder("grammar") / "agreement.lark").read_text(encoding="utf-8")
    digest = hashlib.sha256(grammar.encode()).hexdigest()[:16]
    return Lark(
        grammar,
        parser="lalr",
        start="document",
        postlex=Nesting(),
        transformer=_Builder(visit_tokens=False),
        cache=str(cache_folder() / f"agreement-{digest}.lark"),
    )


def parse(source: SourceText) -> Node:
    """The tree of a text. Any text has one: what is not structure is kept as text."""
    folded = source.folded if source.folded.endswith("\n") else source.folded + "\n"
    tree: Node = _parser().parse(folded)  # type: ignore[assignment]
    tree.end = len(source.text)
    return tree
