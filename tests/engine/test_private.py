"""A private OPA answers, lets nobody else in, and never stays behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from rscheck.engine import private
from rscheck.engine.interface import Timeouts
from rscheck.engine.private import PrivateOpa
from rscheck.errors import OperatorError, PolicyError
from rscheck.policy.pack import Pack, load_pack

RULE = "rules/transparency/title_present/title_present.rego"
linux = pytest.mark.skipif(not Path("/proc/self").exists(), reason="looks into /proc")


def servers(folder: Path) -> list[int]:
    """The processes of OPA that work in a folder."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            words = (entry / "cmdline").read_bytes().split(b"\0")
            ours = b"--server" in words and b"/bin/sh" not in words
            if ours and Path(os.readlink(entry / "cwd")) == folder:
                found.append(int(entry.name))
        except OSError:
            continue
    return found


def gone(pid: int, within: float = 5) -> bool:
    until = time.monotonic() + within
    while time.monotonic() < until:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.02)
    return False


def test_it_answers_for_many_agreements(pack: Pack, opa: Path, facts: dict[str, Any]) -> None:
    with PrivateOpa(pack, opa) as engine:
        for _ in range(3):
            assert engine.decide(facts)["XX-01"]["outcome"] == "pass"
        assert engine.decide({"facts": {"document": {}}})["XX-01"]["outcome"] == "undetermined"
        title = {"facts": {"document": {"title": "Untitled"}}}
        assert engine.decide(title)["XX-01"]["outcome"] == "fail"
        assert engine.opa_version == "1.22.2"


def test_nobody_else_is_let_in(pack: Pack, opa: Path) -> None:
    with PrivateOpa(pack, opa) as engine:
        assert engine._client is not None
        for path in ("/v1/data", "/v1/policies", "/health", "/v1/data/system/rscheck"):
            with pytest.raises(urllib.error.HTTPError) as caught:
                urllib.request.urlopen(f"{engine._client.address}{path}", timeout=5)
            assert caught.value.code == 401
        assert all(engine._token not in path.read_text(errors="replace")
                   for path in engine._folder.rglob("*") if path.is_file())  # fmt: skip
        assert engine._folder.stat().st_mode & 0o777 == 0o700


@linux
def test_closing_leaves_nothing(pack: Pack, opa: Path) -> None:
    engine = PrivateOpa(pack, opa)
    folder, [pid] = engine._folder, servers(engine._folder)
    engine.close()
    engine.close()
    assert gone(pid)
    assert not folder.exists()
    with pytest.raises(OperatorError, match="stopped already"):
        engine.decide({})


@linux
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_orphan_is_left(how: signal.Signals, minimal: Path, opa: Path, tmp_path: Path) -> None:
    script = f"""
import time
from pathlib import Path
from rscheck.engine.private import PrivateOpa
from rscheck.policy.pack import load_pack
opa, own = Path({str(opa)!r}), Path({str(minimal)!r})
with PrivateOpa(load_pack(opa=opa, own=own), opa) as e:
    print(e._folder, flush=True)
    time.sleep(60)
"""
    child = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert child.stdout
    folder = Path(child.stdout.readline().strip())
    [pid] = servers(folder)
    child.send_signal(how)
    child.wait(10)
    assert gone(pid)
    until = time.monotonic() + 5
    while folder.exists() and time.monotonic() < until:
        time.sleep(0.02)
    assert not folder.exists()


@linux
def test_killed_in_mid_run(pack: Pack, opa: Path, facts: dict[str, Any]) -> None:
    with PrivateOpa(pack, opa) as engine:
        engine.decide(facts)
        [pid] = servers(engine._folder)
        os.kill(pid, signal.SIGKILL)
        assert gone(pid)
        with pytest.raises(OperatorError, match="ended in mid-run") as caught:
            engine.decide(facts)
    assert caught.value.exit_code == 6


def test_a_taken_port_is_no_matter(
    pack: Pack, opa: Path, facts: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        free, ports = private._free_port, [taken.getsockname()[1]]
        monkeypatch.setattr(private, "_free_port", lambda: ports.pop() if ports else free())
        with PrivateOpa(pack, opa, Timeouts(connect=0.5, read=0.5)) as engine:
            assert engine.decide(facts)["XX-01"]["outcome"] == "pass"


@pytest.mark.parametrize(
    ("script", "expected"),
    [("echo 'out of order' >&2; exit 3", "did not start: out of order"),
     ("exec sleep 30", "was not ready within")],
)  # fmt: skip
def test_an_opa_that_does_not_start(pack: Pack, tmp_path: Path, script: str, expected: str) -> None:
    opa = tmp_path / "opa"
    opa.write_text(f"#!/bin/sh\n[ $1 = version ] && echo 'Version: 1.22.2' && exit\n{script}\n")
    opa.chmod(0o755)
    with pytest.raises(OperatorError, match=expected):
        PrivateOpa(pack, opa, Timeouts(start=1))


def test_a_relative_path_is_found(
    pack: Pack, opa: Path, facts: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(opa.parent)
    with PrivateOpa(pack, Path(opa.name)) as engine:
        assert engine.decide(facts)["XX-01"]["outcome"] == "pass"


def test_a_conflict_names_the_culprit(minimal: Path, opa: Path, facts: dict[str, Any]) -> None:
    rule = minimal / RULE
    bad = "\nweight(x) := 1 if x != 2\n\nweight(x) := 3 if x != 4\n"
    text = rule.read_text().replace("lib.words\n", f"lib.words\n{bad}")
    rule.write_text(text.replace("document.title)", "document.title)\n\tweight(7) > 0"))
    pack = load_pack(opa=opa, own=minimal)
    with PrivateOpa(pack, opa) as engine, pytest.raises(PolicyError) as caught:
        engine.decide(facts)
    assert f"{rule}:16: XX-01" in caught.value.message
    assert "eval_conflict_error" in caught.value.message


def test_an_error_of_a_builtin_is_never_undefined(
    minimal: Path, opa: Path, facts: dict[str, Any]
) -> None:
    rule = minimal / RULE
    text = rule.read_text()
    rule.write_text(text.replace("document.title)", 'document.title)\n\tto_number("x") > 0'))
    pack = load_pack(opa=opa, own=minimal)
    with PrivateOpa(pack, opa) as engine, pytest.raises(PolicyError, match="XX-01"):
        engine.decide(facts)


def test_an_undefined_report_is_an_error(minimal: Path, opa: Path, facts: dict[str, Any]) -> None:
    main = minimal / "main.rego"
    main.write_text("package rscheck\n\nreport := {} if input.never\n")
    pack = load_pack(opa=opa, own=minimal)
    expected = r"data\.rscheck\.report is undefined"
    with PrivateOpa(pack, opa) as engine, pytest.raises(PolicyError, match=expected):
        engine.decide(facts)
