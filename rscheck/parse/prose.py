"""Prose to sentences, by `grammar/norm.lark` over the phrases of the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from lark import Lark, Token, Transformer
from lark.lexer import Lexer

from rscheck.parse.phrases import Meaning, vocabulary
from rscheck.resources import folder

_WORD = re.compile(
    r"(?P<ref>(?i:articles?|sections?|paragraphs?|clauses?|points?|annex(?:es)?|attachments?)\s+"
    r"(?:[0-9]+(?:\.[0-9]+)*|[IVX]+\b|\([a-z]\))(?:(?:\s*,\s*|\s+and\s+|\s+to\s+|\s+or\s+)[0-9]+(?:\.[0-9]+)*)*)"
    r"|(?P<name>[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)+|[A-Z]{3,}[0-9]*\b)"
    r"|(?P<number>[0-9]+(?:[.,][0-9]+)*)(?:\s+\([a-z -]+\))?"
    r"|(?P<word>[^\W_](?:[\w]|['/-](?=\w))*'?)"
    r"|(?P<stop>[.?!](?=\s|$|[\"')]))|(?P<comma>[,:;])"
)
_ABBREVIATIONS = frozenset({"no", "art", "arts", "e.g", "i.e", "ltd", "inc", "cf", "para", "s.a"})
_SPELLED = re.compile(r"\s*\(\s*([0-9]+)\s*\)")


@dataclass(slots=True)
class Item:
    """One word or phrase of a sentence, with its meanings and its place."""

    type: str
    start: int
    end: int
    text: str
    meanings: tuple[Meaning, ...] = ()
    number: int = 0

    # what the parser asks of a token
    line = column = end_line = end_column = 0

    @property
    def start_pos(self) -> int:
        """The start, under the name that Lark knows."""
        return self.start

    @property
    def end_pos(self) -> int:
        """The end, under the name that Lark knows."""
        return self.end

    def named(self, type_: str) -> list[str]:
        """The names under which a type knows this phrase."""
        return [m.name for m in self.meanings if m.type == type_]


@dataclass(slots=True)
class Sentence:
    """Items in order; separators are items too. `aside`: why its words do not bind, if so."""

    items: list[Item] = field(default_factory=list)
    aside: str = ""


class PhraseLexer(Lexer):
    """Walks the trie of the vocabulary; a run of other words is one WORDS token."""

    def __init__(self, conf: Any) -> None:
        """Takes Lark's settings, of which it needs none."""

    def lex(self, data: str) -> Iterator[Item]:  # type: ignore[override]
        """Items, which serve the parser as tokens."""
        return scan(data)


def scan(text: str) -> Iterator[Item]:
    """The items of a text in order; together with blanks and marks they are the text."""
    found = list(_WORD.finditer(text))
    words = [m.group().casefold() for m in found]
    book, index, run = vocabulary(), 0, None
    while index < len(found):
        match = found[index]
        kind = match.lastgroup or ""
        length, meanings = book.longest(words, index) if kind in ("word", "name") else (0, ())
        number = book.numbers.get(words[index]) if kind == "word" else None
        if kind == "word" and words[index] not in ("a", "one", "single") and number is not None:
            length, item = _spelled(found, index, text, number)
        elif length:
            end = found[index + length - 1].end()
            item = Item(_type(meanings), match.start(), end, text[match.start() : end], meanings)
        elif kind == "word" and number is not None and _unit_follows(words, index):
            length, item = _spelled(found, index, text, number)
        else:
            length, item = 1, _plain(match, kind, words[index - 1] if index else "")
        index += length
        if item.type == "WORDS":
            if run is None:
                run = item
            else:
                run.end, run.text = item.end, text[run.start : item.end]
            continue
        if run is not None:
            yield run
            run = None
        yield item
    if run is not None:
        yield run


def _unit_follows(words: list[str], index: int) -> bool:
    following = vocabulary().trie.get(words[index + 1], {}) if index + 1 < len(words) else {}
    return any(m.type == "UNIT" for m in following.get("\0", ()))


def _type(meanings: tuple[Meaning, ...]) -> str:
    first = meanings[0].type
    return {"LIGHT": "VERB", "NOTICE": "CUE", "IGNORE": "WORDS"}.get(first, first)


def _spelled(found: list[re.Match[str]], index: int, text: str, number: int) -> tuple[int, Item]:
    match = found[index]
    digits = _SPELLED.match(text, match.end())
    if digits is None:
        return 1, Item("NUMBER", match.start(), match.end(), match.group(), (), number)
    length = 1
    while index + length < len(found) and found[index + length].start() < digits.end():
        length += 1
    # Where words and digits differ no one knows which binds: no number at all.
    value = number if int(digits.group(1)) == number else -1
    return length, Item("NUMBER", match.start(), digits.end(), match.group(), (), value)


def _plain(match: re.Match[str], kind: str, before: str) -> Item:
    start, end, text = match.start(), match.end(), match.group()
    if kind == "number":
        digits = match.group("number")
        return Item("NUMBER", start, end, text, (), int(digits) if digits.isdigit() else -1)
    if kind == "stop" and text == "." and before in _ABBREVIATIONS:
        return Item("WORDS", start, end, text)
    types = {"ref": "REFERENCE", "name": "NAME", "stop": "_STOP", "comma": "COMMA"}
    return Item(types.get(kind, "WORDS"), start, end, text)


class _Build(Transformer[Token, list[Sentence]]):
    def period(self, parts: list[Item]) -> Item:
        number, unit = parts
        name = unit.named("UNIT")[0]
        return Item("PERIOD", number.start, unit.end, name, unit.meanings, number.number)

    def separator(self, parts: list[Item]) -> Item:
        return parts[0]

    def segment(self, parts: list[Item]) -> list[Item]:
        return parts

    def sentence(self, parts: list[Any]) -> Sentence:
        items: list[Item] = []
        for part in parts:
            items.extend(part) if isinstance(part, list) else items.append(part)
        return Sentence(items)

    def prose(self, parts: list[Sentence]) -> list[Sentence]:
        return parts


@cache
def _parser() -> Lark:
    grammar = (folder("grammar") / "norm.lark").read_text(encoding="utf-8")
    return Lark(
        grammar,
        parser="lalr",
        start="prose",
        lexer=PhraseLexer,
        transformer=_Build(visit_tokens=False),
    )


def sentences(text: str) -> list[Sentence]:
    """The sentences of a piece of prose; offsets are within `text`."""
    return _parser().parse(text)  # type: ignore[return-value]
