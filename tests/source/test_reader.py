"""What cannot be read as text is an error with a number and a way to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rscheck.errors import AgreementError
from rscheck.source.reader import MAX_BYTES, from_string, read


@pytest.mark.parametrize(
    ("code", "data"),
    [
        ("A002", b"x" * (MAX_BYTES + 1)),
        ("A003", "GRANT AGREEMENT".encode("utf-16")),
        ("A004", b"GRANT AGREEMENT \xff\xfa"),
        ("A005", b"\x00\x01\x02"),
    ],
)
def test_unreadable(code: str, data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "agreement.md"
    file.write_bytes(data)
    with pytest.raises(AgreementError) as caught:
        read(file)
    assert caught.value.code == code
    assert caught.value.hint


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(AgreementError, match="cannot be read"):
        read(tmp_path / "none.md")


def test_what_a_reader_does_not_see_is_blank() -> None:
    source = from_string("a.md", "must <!-- not --> report ~~never~~ it")
    assert source.folded == "must              report           it"
    assert source.text == "must <!-- not --> report ~~never~~ it"


def test_places_count_lines_of_the_given_text() -> None:
    source = from_string("a.md", "\ufeffone\r\ntwo three")
    span = source.span(8, 13)
    assert source.quote(span) == "three"
    assert (span.start.line, span.start.column) == (2, 5)
