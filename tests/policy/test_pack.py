"""A pack is refused with file and line, or it is whole."""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from rscheck.engine import program
from rscheck.errors import PolicyError, UsageError
from rscheck.policy.bundle import build_bundle
from rscheck.policy.capabilities import FORBIDDEN, restricted
from rscheck.policy.pack import load_pack

PACKS = Path(__file__).resolve().parents[2] / "fixtures" / "packs"
CASES = sorted(path.name for path in (PACKS / "broken").iterdir())
RULE = "rules/transparency/title_present/title_present.rego"


@pytest.mark.parametrize("case", CASES)
def test_a_broken_pack_is_refused_with_its_place(case: str, minimal: Path, opa: Path) -> None:
    broken = PACKS / "broken" / case
    removed = broken / "removed.txt"
    for name in removed.read_text().split() if removed.exists() else ():
        (minimal / name).unlink()
    shutil.copytree(broken, minimal, dirs_exist_ok=True)
    with pytest.raises(PolicyError) as caught:
        load_pack(opa=opa, own=minimal)
    assert (broken / "expected.txt").read_text().strip() in caught.value.message
    assert caught.value.message.startswith(str(minimal))
    assert caught.value.exit_code == 6


def test_the_manifest_is_what_the_metadata_says(minimal: Path, opa: Path) -> None:
    pack = load_pack(opa=opa, own=minimal)
    meta = pack.manifest["XX-01"]
    assert (meta.category, meta.rule) == ("transparency", "title_present")
    assert meta.place == f"{minimal / RULE}:16"
    assert meta.sources[0].ref == "https://example.org/titles"
    assert pack.manifest_data() == {
        "XX-01": {
            "category": "transparency",
            "rule": "title_present",
            "severity": "high",
            "bindingness": "contractual",
            "threats": ["ethics_integrity"],
            "profiles": ["horizon-europe"],
            "documents": ["grant_agreement", "consortium_agreement"],
            "effective_from": "2021-01-01",
        }
    }


def test_the_second_time_nothing_is_asked(
    minimal: Path, opa: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = load_pack(opa=opa, own=minimal)

    def never(*_: object, **__: object) -> None:
        raise AssertionError("OPA was asked again")

    monkeypatch.setattr(program, "run", never)
    assert load_pack(opa=opa, own=minimal) == first


def test_a_damaged_cache_is_not_believed(minimal: Path, opa: Path, tmp_path: Path) -> None:
    first = load_pack(opa=opa, own=minimal)
    for entry in (tmp_path / "cache").rglob("pack-*.json"):
        entry.write_text("[{]")
    assert load_pack(opa=opa, own=minimal) == first


@pytest.mark.parametrize("name", [RULE, "lib/words.rego", "main.rego", "data/empty_titles.json"])
def test_the_digest_covers_every_policy_and_list(name: str, minimal: Path, opa: Path) -> None:
    before = load_pack(opa=opa, own=minimal).digest
    (minimal / name).write_text((minimal / name).read_text() + "\n")
    assert load_pack(opa=opa, own=minimal).digest != before


def test_the_digest_does_not_cover_tests_nor_the_folder(
    minimal: Path, opa: Path, tmp_path: Path
) -> None:
    before = load_pack(opa=opa, own=minimal)
    other = tmp_path / "elsewhere"
    shutil.copytree(minimal, other)
    test = other / RULE.replace(".rego", "_test.rego")
    test.write_text(test.read_text() + "\n")
    after = load_pack(opa=opa, own=other)
    assert after.digest == before.digest
    assert after.manifest["XX-01"].file == str(other / RULE)


def _user_pack(folder: Path, minimal: Path) -> Path:
    home = folder / "rules/transparency/user_rule"
    home.mkdir(parents=True)
    text = (minimal / RULE).read_text()
    text = text.replace("title_present", "user_rule").replace("XX-01", "UNI-01")
    (home / "user_rule.rego").write_text(text)
    (home / "user_rule_test.rego").write_text("package test.user_rule_test\n")
    return folder


def test_a_users_pack_is_added_or_takes_the_place(minimal: Path, opa: Path, tmp_path: Path) -> None:
    extra = _user_pack(tmp_path / "user", minimal)
    assert set(load_pack([extra], opa=opa, own=minimal).manifest) == {"XX-01", "UNI-01"}
    alone = load_pack([extra], opa=opa, own=minimal, only_extra=True)
    assert set(alone.manifest) == {"UNI-01"}


def test_a_users_pack_replaces_nothing_silently(minimal: Path, opa: Path, tmp_path: Path) -> None:
    extra = _user_pack(tmp_path / "user", minimal)
    (extra / "main.rego").write_text("package rscheck\n\nreport := {}\n")
    with pytest.raises(PolicyError, match=r"main\.rego:1: main\.rego is in .* already"):
        load_pack([extra], opa=opa, own=minimal)


def test_a_folder_that_is_not_there_is_a_wrong_option(minimal: Path, opa: Path) -> None:
    with pytest.raises(UsageError):
        load_pack([minimal / "nowhere"], opa=opa, own=minimal)


def test_a_misspelt_field_of_the_input_is_refused(minimal: Path, opa: Path) -> None:
    (minimal / "schema").mkdir()
    facts = {"type": "object", "additionalProperties": False,
             "properties": {"document": {"type": "object", "additionalProperties": False,
                                         "properties": {"title": {"type": "string"}}}}}  # fmt: skip
    schema = {"type": "object", "additionalProperties": False, "properties": {"facts": facts}}
    (minimal / "schema/input.json").write_text(json.dumps(schema))
    notes = "# METADATA\n# scope: subpackages\n# schemas:\n#   - input: schema.input\n"
    (minimal / "schema.rego").write_text(f"{notes}package rscheck\n")
    load_pack(opa=opa, own=minimal)
    rule = minimal / RULE
    rule.write_text(rule.read_text().replace("document.title)", "document.titel)"))
    with pytest.raises(PolicyError, match=r"title_present\.rego:23: .*undefined ref"):
        load_pack(opa=opa, own=minimal)


def test_a_list_has_places(minimal: Path, opa: Path) -> None:
    text, spans = load_pack(opa=opa, own=minimal).sheet("empty_titles")
    assert text.quote(spans["/titles/1"]) == '"Document"'
    assert spans["/titles/1"].start.line == 7


def test_the_capabilities_reach_nothing(opa: Path) -> None:
    kept = restricted(opa)
    assert not FORBIDDEN & {builtin["name"] for builtin in kept["builtins"]}
    assert kept["allow_net"] == []


def test_the_bundle_is_the_pack(minimal: Path, opa: Path, tmp_path: Path) -> None:
    pack = load_pack(opa=opa, own=minimal)
    bundle = tmp_path / "pack.tar.gz"
    build_bundle(pack, opa, bundle)
    with tarfile.open(bundle) as archive:
        names = {name.lstrip("/") for name in archive.getnames()}
    assert names == {".manifest", "data.json", "main.rego", "lib/words.rego", RULE}
    asked = [opa, "eval", "-b", bundle, "-f", "raw", "data.rscheck.pack.digest"]
    assert subprocess.check_output(asked, text=True).strip() == pack.digest
    again = tmp_path / "again.tar.gz"
    build_bundle(pack, opa, again)
    assert again.read_bytes() == bundle.read_bytes()
