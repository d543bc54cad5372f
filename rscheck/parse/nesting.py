"""Levels of headings, paragraphs and points, as tokens that open and close."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lark import Token
from lark.lark import PostLex

_NUMBER, _ORDER, _POINT, _BULLET = 10, 16, 20, 26
_DEEPEST_INDENT = 4
_KEYWORD_LEVEL = {"article": 3, "section": 3, "clause": 3, "§": 3}


def level_of(token: Token) -> int:
    """The level of a heading or marker: the smaller, the higher it stands."""
    text = str(token)
    if token.type == "HEADING":
        marks = len(text) - len(text.lstrip("#"))
        word = re.match(r"[*_]*([a-z]+|§)", text.casefold())
        return marks or _KEYWORD_LEVEL.get(word.group(1) if word else "", 2)
    indent = min((len(text) - len(text.lstrip(" "))) // 2, _DEEPEST_INDENT)
    if token.type == "NUMBER":
        return _NUMBER + min(text.rstrip(" .*_").count("."), 5)
    if token.type == "ORDER":
        return _ORDER
    return (_POINT if token.type == "POINT" else _BULLET) + indent


def _is_roman_after(previous: str, text: str) -> bool:
    """(i) after (a)…(g) opens a list within a point; after (h) it is the next letter."""
    mark = text.strip(" ()")
    return len(mark) >= 1 and set(mark) <= set("ivx") and not (mark == "i" and previous == "h")


class Nesting(PostLex):
    """Yields _OPEN after a heading or marker and _CLOSE before the next of its level or higher."""

    always_accept = ()

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        """The stream with _OPEN and _CLOSE; plain text after a blank line ends a list."""
        levels: list[int] = []
        after_blank, letter = False, ""
        for token in stream:
            if token.type in ("HEADING", "NUMBER", "ORDER", "POINT", "BULLET"):
                level = level_of(token)
                if token.type == "POINT":
                    if _is_roman_after(letter, token) and levels and levels[-1] >= _POINT:
                        level += 1
                    else:
                        letter = str(token).strip(" ()")
                while levels and levels[-1] >= level:
                    levels.pop()
                    yield Token.new_borrow_pos("_CLOSE", "", token)
                yield token
                levels.append(level)
                yield Token.new_borrow_pos("_OPEN", "", token)
            else:
                if after_blank and token.type in ("TEXT", "ROW"):
                    while levels and levels[-1] >= _ORDER:
                        levels.pop()
                        yield Token.new_borrow_pos("_CLOSE", "", token)
                yield token
            after_blank = token.type == "_BLANK"
        for _ in levels:
            yield Token("_CLOSE", "")
