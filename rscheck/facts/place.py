"""Where something that is missing belongs in this document."""

from __future__ import annotations

from rscheck.parse.phrases import read_vocabulary, vocabulary
from rscheck.parse.tree import Node
from rscheck.source.text import SourceText, Span


class Homes:
    """The headings of a document, to say after which one a missing clause belongs."""

    def __init__(self, source: SourceText, tree: Node) -> None:
        """Takes the tree whose headings are the places."""
        self._source = source
        self._headings = [n for n in tree.walk() if n.kind == "section"]

    def of(self, name: str) -> tuple[Span, str]:
        """The end of the best heading's section for a clause kind or a section of data.

        Returns an empty span there, and words such as "in 'ARTICLE 19 — INFORMATION OBLIGATIONS'".
        """
        words = self._words(name)
        for word in words:
            for node in self._headings:
                title = " ".join(self._source.folded[slice(*node.title)].casefold().split())
                if word in title:
                    return self._at(node, "in")
        if self._headings:
            return self._at(self._headings[-1], "after")
        end = len(self._source.text)
        return self._source.span(end, end), "at the end"

    @staticmethod
    def _words(name: str) -> list[str]:
        kinds = vocabulary().topics["kinds"]
        if name in kinds:
            return list(kinds[name]["home"])
        sections = read_vocabulary("sections")
        if name.startswith("/"):
            into = name.strip("/").replace("/", ".")
            named = [s["headings"] for s in sections.values() if s["into"] == into]
            return [*(named[0] if named else []), "research security", "data sheet"]
        plain = name.replace("_", " ")
        own = sections.get(plain, {}).get("headings", [plain])
        return [*own, "research security", "data sheet"]

    def _at(self, node: Node, preposition: str) -> tuple[Span, str]:
        title = " ".join(self._source.text[slice(*node.title)].split())
        end = min(node.end, len(self._source.text))
        return self._source.span(end, end), f"{preposition} '{title}'"
