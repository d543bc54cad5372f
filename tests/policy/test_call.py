"""A call is what its YAML says, with places; what is wrong with it has one too."""

from __future__ import annotations

from pathlib import Path

import pytest

from rscheck.errors import UsageError
from rscheck.policy.call import load_call

CALL = Path(__file__).resolve().parents[2] / "fixtures" / "calls" / "tide-2026.yaml"


def test_the_data_is_what_the_yaml_says() -> None:
    call = load_call(CALL)
    assert call.data["deadline"] == "2026-04-14"
    assert call.data["restrictions"]["establishment"] == "none"
    assert call.data["thresholds"]["disclosure_update_days"] == 30
    assert call.id == "HORIZON-TIDE-2026-01"


def test_every_value_has_its_place() -> None:
    call = load_call(CALL)
    span = call.spans["/thresholds/incident_first_notice_hours"]
    assert call.text.quote(span) == "24"
    assert (span.start.line, span.start.column) == (18, 32)
    assert call.text.quote(call.spans["/type_of_action/1"]) == "IA"
    assert call.text.quote(call.spans["/restrictions"]).endswith("equipment: false")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("pillar: II", "piller: II", ":6:9: piller: no call states such a thing"),
        ("  control: false", "  contol: false", ":11:11: restrictions.contol: no call states"),
        ("control: false ", "control: nein ", ":11:12: restrictions.control: Input should be"),
        ("_days: 30", "_days: thirty", ":17:27: thresholds.disclosure_update_days: Input should"),
        ("_days: 30", "_days: -1", ":17:27: thresholds.disclosure_update_days: Input should"),
        ("deadline: 2026-04-14", "deadline: 2026-04-31", ":7:11: 2026-04-31 is a date that"),
        ("as_of: 2026-11-01", "", ": as_of: is missing"),
        ("establishment: none ", "establishment: some ", ":10:18: restrictions.establishment: "),
        ("pillar: II", "pillar: [", "tide-2026.yaml:8:9: expected"),
        ("pillar: II", "call: X", "tide-2026.yaml:6:1: "),
    ],
)
def test_what_is_wrong_has_a_place(tmp_path: Path, old: str, new: str, expected: str) -> None:
    text = CALL.read_text()
    assert old in text
    broken = tmp_path / CALL.name
    broken.write_text(text.replace(old, new, 1))
    with pytest.raises(UsageError) as caught:
        load_call(broken)
    assert expected in caught.value.message
    assert caught.value.message.startswith(str(broken))
    assert caught.value.exit_code == 2


@pytest.mark.parametrize("content", [b"", b"- a\n", b"\xff\xfe\x00", b"\x00", b"a: &x [*x]\n"])
def test_no_call_at_all_is_a_wrong_option(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "call.yaml"
    path.write_bytes(content)
    with pytest.raises(UsageError):
        load_call(path)


def test_a_folder_finds_the_call_by_its_id(tmp_path: Path) -> None:
    text = CALL.read_text()
    (tmp_path / "a.yaml").write_text(text)
    (tmp_path / "b.yaml").write_text(text.replace("TIDE-2026-01", "TIDE-2026-02"))
    found = load_call(tmp_path, "HORIZON-TIDE-2026-02")
    assert found.text.file == str(tmp_path / "b.yaml")
    with pytest.raises(UsageError, match="calls there: HORIZON-TIDE-2026-01"):
        load_call(tmp_path, "HORIZON-OTHER")
    with pytest.raises(UsageError, match="more than one"):
        load_call(tmp_path)
