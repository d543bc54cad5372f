"""Reads one file as an agreement's author saved it."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from rscheck.errors import AgreementError
from rscheck.source.text import SourceText

MAX_BYTES = 16 * 1024 * 1024

_PLAIN = {
    **dict.fromkeys(
        map(ord, "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"), " "
    ),
    **dict.fromkeys(map(ord, "\u202f\u205f\u3000\t\f\v"), " "),
    **dict.fromkeys(map(ord, "“”„‟«»″"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛′`"), "'"),
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
    **dict.fromkeys(range(0x20), " "),
    0x0A: "\n",
}
#: Words that a reader would not see: comments and struck text never prove.
_UNSEEN = re.compile(r"<!--.*?(?:-->|\Z)|~~[^~\n]{1,2000}~~|<(del|s)>.{0,2000}?</\1>", re.DOTALL)
#: Characters that make words look other than they are: invisible ones, and a mixed script.
_ODD = re.compile(
    "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
    "|(?<=[A-Za-z])[\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f](?=[A-Za-z])"
)


def read(path: str | Path) -> SourceText:
    """The text of a file, or of standard input for '-'.

    Raises AgreementError (A001 to A005) for what cannot be read as text.
    """
    name = str(path)
    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1) if name == "-" else _bytes(Path(path))
    except OSError as error:
        raise AgreementError("A001", f"{name}: cannot be read: {error.strerror}") from error
    if len(data) > MAX_BYTES:
        raise AgreementError(
            "A002", f"{name}: larger than {MAX_BYTES // 2**20} MiB", "split the annexes off"
        )
    return from_string(name, _decode(name, data))


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _decode(name: str, data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise AgreementError("A003", f"{name}:1:1: the text is UTF-16", "save it as UTF-8")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        where = f"{name}:{line}:{column}"
        raise AgreementError(
            "A004", f"{where}: the text is not UTF-8", "save it as UTF-8"
        ) from error
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        raise AgreementError(
            "A005",
            f"{name}:{line}:1: not a text but a binary file",
            "export it as Markdown or text",
        )
    return text


def from_string(name: str, given: str) -> SourceText:
    """The text of a string, as if read from a file called `name`."""
    text = given.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    odd = tuple(found.start() for found in _ODD.finditer(text))
    folded = text.translate(_PLAIN)
    if "<" in folded or "~~" in folded:
        folded = _UNSEEN.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), folded)
    if odd:
        folded = _ODD.sub("\ufffd", folded)
    return SourceText(name, text, folded, odd)
