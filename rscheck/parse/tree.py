"""The tree of an agreement; every node knows its place as offsets into the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Node:
    """`kind`: document, section, paragraph, point, item, text, table.

    `marker` is what stands before the words (13.2, (a), the marks of a heading) with its place;
    `title` the place of a heading's own words. Offsets are into the canonical text, end exclusive.
    """

    kind: str
    start: int
    end: int
    number: str = ""
    title: tuple[int, int] = (0, 0)
    marker: tuple[int, int] = (0, 0)
    children: list[Node] = field(default_factory=list)
    rows: list[list[tuple[int, int]]] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in the order of the text."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))
