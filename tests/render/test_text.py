"""The text that a reader sees, whole."""

from __future__ import annotations

from rscheck.render import RENDERERS, Style
from rscheck.render.safe import json_safe, shorten, visible
from tests.render.samples import report

FINDINGS = """\
a.md:5:6  SG-24 high     fail   Incidents are reported
   "Each beneficiary must report any incident within 10 days"  Art. 13.2
   "24"  call.yaml:3:32
   why     the first notice is due within 10 days; this call asks for 24 hours at most
   source  NIS2 Directive, Art. 23(4) (guidance)
   mend    give a first notice within 24 hours

a.md:8:1  SG-24 medium   fail   Incidents are reported
   missing; belongs after Article 19
   why     no duty
   source  NIS2 Directive, Art. 23(4) (guidance)
   mend    give a first notice within 24 hours

a.md  EL-01 high     undetermined Incidents are reported
   why     the conditions of the call are needed: /call/restrictions
   source  NIS2 Directive, Art. 23(4) (guidance)
   mend    give a first notice within 24 hours

"""
SUMMARY = (
    "a.md: findings at 2026-11-23 without a call"
    " (4 rules: 1 pass, 1 fail, 1 undetermined, 1 not applicable)\n"
)
PASSES = """\
a.md  TR-01 high     not applicable (document kind)   Incidents are reported
a.md  TR-05 high     pass   Incidents are reported
   notice: "Each beneficiary must report any incident within 10 days"  Art. 13.2

"""
ERROR = """\
a.md:1:11: error[D104] not an amount of money
    1 | - Amount: 1.48 million
      |           ^^^^^^^^^^^^
      in Data
      expected EUR 1 480 500.00

"""
render = RENDERERS["text"]


def test_findings() -> None:
    assert render(report(), Style()) == FINDINGS + SUMMARY


def test_quiet_leaves_the_summary_out() -> None:
    assert render(report(), Style(quiet=True)) == FINDINGS


def test_passes_unfold_to_the_words_that_prove_them() -> None:
    assert render(report(), Style(unfold=True)) == FINDINGS + PASSES + SUMMARY


def test_a_diagnostic_underlines_its_words() -> None:
    assert render(report(data_error=True), Style()).startswith(ERROR)


def test_colour_only_where_asked_for() -> None:
    assert "\x1b[" not in render(report(), Style())
    assert "\x1b[1;31mfail  \x1b[0m" in render(report(), Style(colour=True))


def test_characters_that_steer_a_terminal_are_shown_as_numbers() -> None:
    assert visible("a\x1b[31m\u202eb\x9b") == "a\\x1b[31m\\u202eb\\x9b"
    assert visible("Universität — “x”") == "Universität — “x”"
    assert shorten("one\x1b]0;x\x07\ntwo") == "one\\x1b]0;x\\x07 two"


def test_json_strings_hold_no_such_characters() -> None:
    assert json_safe('"\x9b\u202e"') == '"\\u009b\\u202e"'


def test_a_long_quote_keeps_its_ends() -> None:
    short = shorten(f"{'first ' * 30}{'last ' * 30}")
    assert short.startswith("first first")
    assert " … " in short
    assert short.endswith("last last")
    assert len(short) <= 88
