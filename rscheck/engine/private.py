"""An OPA of our own: on the loopback interface, with a token that only this run knows.

A shell stands between us and OPA and holds the reading end of a pipe. Whenever the pipe closes,
because we stop or because we were killed, the shell kills OPA and removes its folder. So not even
SIGKILL leaves an orphan, on any system with a POSIX shell.
"""

from __future__ import annotations

import atexit
import hashlib
import json
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from rscheck.engine import program
from rscheck.engine.interface import Served, Timeouts
from rscheck.engine.locate import version
from rscheck.errors import OperatorError, RscheckError

if TYPE_CHECKING:
    from rscheck.engine.client import Client

_PORTS_TO_TRY = 5
#: $1 is OPA's folder, the rest its command; standard input is the pipe that we hold.
_KEEPER = """
folder=$1; shift
exec 3<&0
"$@" </dev/null 3<&- & opa=$!
{ read -r _ <&3; kill -KILL "$opa"; } >/dev/null 2>&1 & guard=$!
exec 3<&- </dev/null
wait "$opa"; status=$?
kill -KILL "$guard" 2>/dev/null
test "$status" -eq 137 && rm -rf -- "$folder"
exit "$status"
"""
_AUTHZ = """package system.authz

default allow := false

allow if crypto.sha256(input.identity) == data.system.rscheck.token
"""


class PrivateOpa:
    """Started for one run, reused for all its agreements, stopped whatever happens."""

    def __init__(self, pack: Served, opa_path: Path, timeouts: Timeouts | None = None) -> None:
        # OPA works in a folder of its own, where a relative path would lead nowhere.
        opa_path = opa_path.absolute()
        self.opa_path: Path | None = opa_path
        self.opa_version = version(opa_path)
        self._opa, self._pack, self._timeouts = opa_path, pack, timeouts or Timeouts()
        self._token = secrets.token_urlsafe(32)
        self._process: subprocess.Popen[bytes] | None = None
        self._client: Client | None = None
        self._owner = os.getpid()
        self._folder = Path(tempfile.mkdtemp(prefix="rscheck-"))
        atexit.register(self.close)
        try:
            self._lay_out()
            self._client = self._start()
        except BaseException:
            self.close()
            raise

    def decide(self, data: dict[str, Any]) -> dict[str, Any]:
        """The answers by rule id; an OPA that was killed meanwhile is named as the cause."""
        from rscheck.engine.decide import decide

        if self._client is None:
            raise OperatorError("E616", "the private OPA was stopped already")
        try:
            return decide(self._client, self._pack, data)
        except OperatorError as error:
            ended = self._ended(0.2) if error.code == "E611" else None
            if ended is None:
                raise
            message = f"the private OPA ended in mid-run (status {ended}){self._last_words()}"
            raise OperatorError(
                "E617", message, "see what killed it, memory for instance"
            ) from error

    def close(self) -> None:
        """Stop OPA and remove its folder; in a forked child, leave both to the parent."""
        if os.getpid() != self._owner:
            return
        atexit.unregister(self.close)
        if self._client:
            self._client.close()
            self._client = None
        self._stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _lay_out(self) -> None:
        pack = self._folder / "pack"
        for name, text in self._pack.modules.items():
            target = pack / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8", newline="")
        pack.mkdir(exist_ok=True)
        (pack / "data.json").write_text(json.dumps(self._pack.data()), encoding="utf-8")
        guard = self._folder / "guard"
        guard.mkdir()
        (guard / "authz.rego").write_text(_AUTHZ, encoding="utf-8")
        # Only the digest of the token is written; the token itself stays in memory.
        digest = hashlib.sha256(self._token.encode()).hexdigest()
        secret = {"system": {"rscheck": {"token": digest}}}
        (guard / "data.json").write_text(json.dumps(secret), encoding="utf-8")

    def _start(self) -> Client:
        until = time.monotonic() + self._timeouts.start
        for _ in range(_PORTS_TO_TRY):
            port = _free_port()
            self._process = self._spawn(port)
            client = self._wait(port, until)
            if client:
                return client
            if "address already in use" not in self._last_words():
                break
        message = f"{self._opa} did not start{self._last_words()}"
        raise OperatorError("E618", message, "run `rscheck doctor`")

    def _spawn(self, port: int) -> subprocess.Popen[bytes]:
        command = [
            str(self._opa), "run", "--server", "--addr", f"127.0.0.1:{port}",
            "--authentication", "token", "--authorization", "basic", "--skip-version-check",
            "--log-level", "error", "--shutdown-grace-period", "1", "pack", "guard",
        ]  # fmt: skip
        if os.name == "posix":
            command = ["/bin/sh", "-c", _KEEPER, "rscheck-keeper", str(self._folder), *command]
        with open(self._folder / "log", "wb") as log:
            return subprocess.Popen(
                command,
                cwd=self._folder,
                env=program.environment(),
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def _wait(self, port: int, until: float) -> Client | None:
        # The client is loaded while OPA starts: that takes longer than OPA does.
        from rscheck.engine.client import Address, Client

        address = Address("127.0.0.1", port, token=self._token, retries=0)
        while self._ended() is None:
            if _listens(port):
                client = Client(address, self._timeouts)
                if self._ready(client):
                    return client
                client.close()
            if time.monotonic() > until:
                self._stop()
                message = f"{self._opa} was not ready within {self._timeouts.start:g} s"
                hint = "see whether the machine is overloaded"
                raise OperatorError("E612", message + self._last_words(), hint)
            time.sleep(0.005)
        return None

    def _ready(self, client: Client) -> bool:
        # A stranger on our port refuses the token or holds another pack.
        try:
            return client.healthy() and client.data("rscheck/pack/digest") == self._pack.digest
        except RscheckError:
            return False

    def _ended(self, wait: float = 0) -> int | None:
        if self._process is None:
            return None
        try:
            return self._process.wait(wait) if wait else self._process.poll()
        except subprocess.TimeoutExpired:
            return None

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin:
            process.stdin.close()
        if os.name != "posix":
            process.kill()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _last_words(self) -> str:
        try:
            text = (self._folder / "log").read_text(encoding="utf-8", errors="replace").strip()
        except OSError:
            return ""
        return f": {text[-800:]}" if text else ""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0
