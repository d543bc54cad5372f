"""The pages that are made from the program are fresh."""

from __future__ import annotations

import re
from pathlib import Path

from rscheck.errors import PRECEDENCE, ExitCode
from scripts import notation_docs
from scripts.make_docs import FILE, README, page, readme

ROOT = Path(__file__).parent.parent.parent


def test_the_page_of_the_command_line_is_fresh() -> None:
    assert FILE.read_text(encoding="utf-8") == page()


def test_the_table_of_exit_codes_is_complete() -> None:
    text = (ROOT / "docs" / "exit-codes.md").read_text(encoding="utf-8")
    assert [int(code) for code in re.findall(r"^\| (\d) \|", text, re.MULTILINE)] == sorted(
        ExitCode
    )
    order = ", ".join(str(int(code)) for code in PRECEDENCE[:-1])
    assert f"the first of {order} is" in " ".join(text.split())


def test_the_readme_has_the_same_codes() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [int(code) for code in re.findall(r"^\| (\d) \|", text, re.MULTILINE)] == sorted(
        ExitCode
    )


def test_the_readme_shows_what_the_demo_prints() -> None:
    text = README.read_text(encoding="utf-8")
    assert readme(text) == text


def test_the_page_of_the_notation_is_fresh() -> None:
    assert notation_docs.FILE.read_text(encoding="utf-8") == notation_docs.page()
