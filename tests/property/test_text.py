"""Any text has a tree and facts or diagnostics; nothing crashes, and every place is in the text."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rscheck.facts import Loaded, load
from rscheck.parse.document import parse
from rscheck.source.reader import from_string
from rscheck.source.text import SourceText

FIXTURES = Path(__file__).parents[2] / "fixtures" / "agreements"
BASES = [p.read_text(encoding="utf-8") for p in sorted(FIXTURES.glob("*-agreement.md"))]
SLOW = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])


def _holds(source: SourceText, loaded: Loaded) -> None:
    spans = [s for group in loaded.places.values() for s in group]
    spans += [d.span for d in loaded.diagnostics]
    for span in spans:
        assert 0 <= span.start.offset <= span.end.offset <= len(source.text) + 1
        line = source.line(span.start.line)
        first = source.quote(span).split("\n")[0]
        assert line[span.start.column - 1 :].startswith(first)


@SLOW
@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    for given_text in (text, f"# GRANT AGREEMENT\n\n{text}"):
        source = from_string("any.md", given_text)
        assert len(source.folded) == len(source.text)
        _holds(source, load(source))


@SLOW
@given(st.sampled_from(BASES), st.data())
def test_any_edit_of_an_agreement(base: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(base)))
    end = data.draw(st.integers(start, min(len(base), start + 400)))
    put = data.draw(st.text(alphabet="ab |#-.()1\n\r\u200b\u00a0<!>", max_size=30))
    source = from_string("edited.md", base[:start] + put + base[end:])
    _holds(source, load(source))


@SLOW
@given(st.sampled_from(BASES), st.data())
def test_no_line_is_lost(base: str, data: st.DataObject) -> None:
    lines = base.split("\n")
    kept = data.draw(st.lists(st.sampled_from(lines), max_size=40))
    source = from_string("lines.md", "\n".join(kept))
    covered = bytearray(len(source.text))
    for node in parse(source).walk():
        if node.kind in ("text", "table"):
            covered[node.start : node.end] = b"x" * (node.end - node.start)
        covered[node.marker[0] : node.marker[1]] = b"x" * (node.marker[1] - node.marker[0])
    lost = [c for c, seen in zip(source.text, covered, strict=True) if not seen and not c.isspace()]
    assert not lost
