"""Text of an agreement made safe to show."""

from __future__ import annotations

import re
import unicodedata

_JSON = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_CLOSED = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def visible(text: str) -> str:
    """Controls, direction marks and other characters without a shape as `\\xNN` or `\\uNNNN`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_escape(char) if _hidden(char) else char for char in text)


def one_line(text: str) -> str:
    """Runs of blanks and line ends as one blank, the rest visible."""
    return visible(" ".join(text.split()))


def shorten(text: str, limit: int = 88) -> str:
    """One line; the middle of a long one left out at a word."""
    line = " ".join(text.split())
    if len(line) > limit:
        half = (limit - 3) // 2
        head, tail = line[:half], line[-half:]
        line = f"{head.rpartition(' ')[0] or head} … {tail.partition(' ')[2] or tail}"
    return visible(line)


def json_safe(text: str) -> str:
    """JSON whose strings hold no character that steers a terminal."""
    return _JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _hidden(char: str) -> bool:
    return unicodedata.category(char) in _CLOSED


def _escape(char: str) -> str:
    number = ord(char)
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
