"""The whole way with a fake reader of facts and a fake engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from rscheck import pipeline
from rscheck.errors import OperatorError, UsageError
from rscheck.facts.model import Document, Facts, Project
from rscheck.inputs import Calls, files, load_calls
from rscheck.review.evidence import no_lists
from rscheck.review.model import Report
from rscheck.source.text import SourceText, Span
from tests.review.samples import FakeMeta, answer, subject

ROOT = Path(__file__).parent.parent.parent
CALL = ROOT / "fixtures" / "calls" / "tide-2026.yaml"


@dataclass
class Loaded:
    """Facts without places."""

    facts: Facts | None
    text: SourceText
    diagnostics: tuple[Any, ...] = ()

    @property
    def places(self) -> dict[str, tuple[Span, ...]]:
        return {"/document": (self.text.span(0, 4),)}

    def belongs(self, name: str) -> tuple[Span, str]:
        return self.text.span(0, 4), "at the end"


class FakeEngine:
    """Answers the same for every agreement and keeps what it was asked."""

    opa_version = "1.22.2"

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []

    def decide(self, data: dict[str, Any]) -> Mapping[str, Mapping[str, Any]]:
        self.asked.append(data)
        proof = {"at": ["/document"]}
        return {"A-01": answer("pass", {"/document": subject("pass", proofs=[proof])})}


def load(text: SourceText) -> Loaded:
    """`text` names its call after a colon; 'none' is no agreement; 'bug' is a bug of ours."""
    if "bug" in text.text:
        raise ZeroDivisionError("a bug")
    if "none" in text.text:
        return Loaded(None, text)
    call = text.text.partition(":")[2].strip() or None
    facts = Facts(
        document=Document(ref="/document", kind="grant_agreement", title="t"),
        project=Project(ref="/project", call=call),
        clauses=[], norms=[], derogations=[], unclear=[], inferred=[],
    )  # fmt: skip
    return Loaded(facts, text)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> FakeEngine:
    monkeypatch.setattr(pipeline, "load", load)
    return FakeEngine()


def judge(engine: Any, tmp_path: Path, *texts: str, **more: Any) -> Report:
    names = []
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
        names.append(str(tmp_path / f"{number}.md"))
    calls = more.pop("calls", Calls())
    setting = pipeline.Setting(
        as_of="2026-11-23", calls=calls, fail_on="low", profiles=(),
        manifest={"A-01": FakeMeta("A-01")}, lists=no_lists, **more,
    )  # fmt: skip
    return pipeline.run(names, setting, engine, "digest")


def test_the_same_inputs_give_the_same_bytes(engine: FakeEngine, tmp_path: Path) -> None:
    first, second = (judge(engine, tmp_path, "text").model_dump_json() for _ in range(2))
    assert first == second


def test_what_the_engine_is_asked(engine: FakeEngine, tmp_path: Path) -> None:
    judge(engine, tmp_path, "text")
    judge(engine, tmp_path, "text", calls=load_calls(CALL))
    without, under = engine.asked
    assert "call" not in without
    assert without["profiles"] == ["horizon-europe"]
    assert without["as_of"] == "2026-11-23"
    assert under["call"]["call"] == "HORIZON-TIDE-2026-01"
    assert under["profiles"] == ["horizon-europe", "council-recommendation"]


def test_one_files_failure_never_stops_the_others(engine: FakeEngine, tmp_path: Path) -> None:
    found = judge(engine, tmp_path, "bug", "none", "text")
    assert [item.exit_code for item in found.agreements] == [6, 3, 0]
    assert [item.verdict for item in found.agreements] == ["error", "nothing_checked", "compliant"]
    assert (found.exit_code, found.verdict) == (6, "error")
    assert found.agreements[0].error is not None
    assert found.agreements[0].error.message == "rscheck failed in itself: ZeroDivisionError: a bug"


def test_debug_lets_an_unforeseen_failure_through(engine: FakeEngine, tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        judge(engine, tmp_path, "bug", debug=True)


def test_an_engine_that_fails_is_exit_6(engine: FakeEngine, tmp_path: Path) -> None:
    class Broken(FakeEngine):
        def decide(self, data: dict[str, Any]) -> Mapping[str, Mapping[str, Any]]:
            raise OperatorError("E611", "OPA does not answer", "see whether it runs")

    found = judge(Broken(), tmp_path, "text")
    assert (found.exit_code, found.agreements[0].exit_code) == (6, 6)


def test_another_call_than_the_one_given_is_exit_2(engine: FakeEngine, tmp_path: Path) -> None:
    found = judge(engine, tmp_path, "call: OTHER-1", calls=load_calls(CALL))
    assert found.exit_code == 2
    assert found.agreements[0].error is not None
    assert "names the call OTHER-1" in found.agreements[0].error.message


def test_a_folder_of_calls_is_searched_by_id(engine: FakeEngine, tmp_path: Path) -> None:
    calls = load_calls(CALL.parent)
    texts = ("call: HORIZON-TIDE-2026-01", "call: OTHER-1", "names none")
    found = judge(engine, tmp_path, *texts[:2], calls=calls)
    assert [item.call for item in found.agreements] == ["HORIZON-TIDE-2026-01", None]
    assert [item.exit_code for item in found.agreements] == [0, 2]


def test_a_call_twice_in_a_folder(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_bytes(CALL.read_bytes())
    with pytest.raises(UsageError, match="is there twice"):
        load_calls(tmp_path)


def test_a_folder_stands_for_the_agreements_below_it(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", ".hidden.md", "c.pdf", ".git/d.md", "sub/e.MD"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [str(Path(name).relative_to(tmp_path)) for name in files([tmp_path, tmp_path / "b.md"])]
    assert found == ["a.txt", "b.md", "sub/e.MD"]


def test_a_date_that_is_none() -> None:
    with pytest.raises(UsageError, match="not a date"):
        pipeline.check([], as_of="yesterday")
