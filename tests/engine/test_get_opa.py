"""Set-up says what it tried and how to mend it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "get_opa.py"


def fake(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def get(tmp_path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(SCRIPT), "--into", str(tmp_path / "into")]
    setting = {"PATH": str(tmp_path / "path")}
    return subprocess.run(command, env=setting, capture_output=True, text=True, check=False)


def test_the_one_on_path_is_taken_where_it_fits(tmp_path: Path) -> None:
    fake(tmp_path / "path" / "opa", "echo 'Version: 1.22.2'")
    assert get(tmp_path).returncode == 0
    assert (tmp_path / "into" / "opa").is_file()


def test_another_version_is_not_taken(tmp_path: Path) -> None:
    fake(tmp_path / "path" / "opa", "echo 'Version: 1.21.0'")
    done = get(tmp_path)
    assert done.returncode == 1
    assert "is 1.21.0, not 1.22.2" in done.stderr
    assert "no go on PATH" in done.stderr
    assert "To mend it" in done.stderr
    assert not (tmp_path / "into" / "opa").exists()


def test_go_installs_into_the_folder(tmp_path: Path) -> None:
    body = "printf '#!/bin/sh\\necho Version: 1.22.2\\n' > $GOBIN/opa; /bin/chmod 755 $GOBIN/opa"
    fake(tmp_path / "path" / "go", f'test "$2" = github.com/open-policy-agent/opa@v1.22.2\n{body}')
    assert get(tmp_path).returncode == 0


def test_a_failing_go_is_quoted(tmp_path: Path) -> None:
    fake(tmp_path / "path" / "go", "echo 'proxy unreachable' >&2; exit 1")
    done = get(tmp_path)
    assert done.returncode == 1
    assert "proxy unreachable" in done.stderr
