"""Refs find the words that they stand for."""

from __future__ import annotations

from rscheck.review.evidence import Witness, follow, nearest, sheet
from rscheck.source.reader import from_string
from tests.review.samples import FACTS, FakeLoaded, span_of, witness


def test_a_pointer_without_an_entry_falls_back_to_its_parent() -> None:
    text = from_string("a", "words")
    spans = (text.span(0, 5),)
    assert nearest({"/a": spans}, "/a/b/c") == spans
    assert nearest({"/a": spans}, "/b") == ()


def test_pointers_are_unescaped() -> None:
    assert follow({"a/b": [{"~": 1}]}, "/a~1b/0/~0") == 1
    assert follow({"a": [1]}, "/a/7") is None
    assert follow({"a": 1}, "/a/b") is None


def test_a_ref_into_a_list_quotes_the_list() -> None:
    text = from_string("data/countries.json", '{"rscheck": {"lists": {"eu": ["NL"]}}}')
    found = sheet(text, {"/0": span_of(text, '"NL"')}, "policies/data/countries.json")
    base = from_string("a.md", "")
    at = Witness(base, FakeLoaded(base), FACTS, lists={"eu": found}.get)
    found_words = at.of(["/lists/eu/0"])
    assert [item.quote for item in found_words] == ['"NL"']
    assert found_words[0].span is not None
    assert found_words[0].span.file == "policies/data/countries.json"


def test_a_ref_without_words_is_kept() -> None:
    [found] = witness().of(["/nowhere"])
    assert (found.ref, found.span) == ("/nowhere", None)


def test_the_same_words_are_given_once() -> None:
    assert len(witness().of(["/norms/0", "/norms/0"])) == 1
