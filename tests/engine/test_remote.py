"""A server that somebody else runs: its pack is ours, or it is left alone."""

from __future__ import annotations

import json
import subprocess
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from rscheck.engine.client import Address, Client
from rscheck.engine.interface import Timeouts
from rscheck.engine.private import _free_port, _listens
from rscheck.engine.remote import RemoteOpa, Server
from rscheck.errors import OperatorError, PolicyError, UsageError
from rscheck.policy.bundle import build_bundle
from rscheck.policy.pack import Pack

QUICK = Timeouts(connect=2, read=1)


@contextmanager
def running(opa: Path, *arguments: str | Path) -> Iterator[str]:
    port = _free_port()
    command = [opa, "run", "-s", "-a", f"127.0.0.1:{port}", "--log-level", "error", *arguments]
    process = subprocess.Popen([str(word) for word in command], stderr=subprocess.DEVNULL)
    try:
        while not _listens(port):
            assert process.poll() is None
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


@contextmanager
def stranger(status: int, body: str, wait: float = 0) -> Iterator[str]:
    """Something that listens and says always the same."""

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            time.sleep(wait)
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            seen.append(self.headers.get("Authorization"))
            self.send_response(status)
            if status == 302:
                self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", str(len(body.encode())))
            self.end_headers()
            self.wfile.write(body.encode())

        do_GET = do_POST = do_PUT = do_DELETE = _answer  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    seen: list[str | None] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def policies(url: str) -> list[Any]:
    with urllib.request.urlopen(f"{url}/v1/policies", timeout=5) as answer:
        return list(json.load(answer)["result"])


def test_the_served_bundle_is_used(
    pack: Pack, opa: Path, tmp_path: Path, facts: dict[str, Any]
) -> None:
    bundle = tmp_path / "pack.tar.gz"
    build_bundle(pack, opa, bundle)
    with running(opa, "-b", bundle) as url, RemoteOpa(pack, Server(url)) as engine:
        assert engine.decide(facts)["XX-01"]["outcome"] == "pass"
        assert engine.opa_version == "1.22.2"


@pytest.mark.parametrize("upload", [False, True])
def test_another_digest_is_refused(pack: Pack, opa: Path, tmp_path: Path, upload: bool) -> None:
    other = tmp_path / "other.json"
    other.write_text(json.dumps({"rscheck": {"pack": {"digest": "f" * 64}}}))
    with running(opa, other) as url, pytest.raises(OperatorError) as caught:
        RemoteOpa(pack, Server(url, upload=upload))
    assert "serves the pack ffffffffffff" in caught.value.message
    assert caught.value.exit_code == 6


def test_no_pack_is_refused(pack: Pack, opa: Path) -> None:
    with running(opa) as url, pytest.raises(OperatorError, match="serves no pack"):
        RemoteOpa(pack, Server(url))


def test_an_upload_is_used_and_taken_away(pack: Pack, opa: Path, facts: dict[str, Any]) -> None:
    with running(opa) as url:
        client = Client(Address("127.0.0.1", int(url.rpartition(":")[2])), QUICK)
        with RemoteOpa(pack, Server(url, upload=True)) as engine:
            assert engine.decide(facts)["XX-01"]["outcome"] == "pass"
            assert len(policies(url)) == len(pack.modules)
        assert policies(url) == []
        assert client.data("rscheck") is None
        client.close()


def test_an_upload_overwrites_nothing(pack: Pack, opa: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs.json"
    theirs.write_text(json.dumps({"rscheck": {"mine": 1}}))
    with running(opa, theirs) as url, pytest.raises(OperatorError, match="nothing was uploaded"):
        RemoteOpa(pack, Server(url, upload=True))


def test_a_refused_token_is_named(pack: Pack, opa: Path, tmp_path: Path) -> None:
    guard = tmp_path / "authz.rego"
    guard.write_text('package system.authz\n\ndefault allow := false\n\n'
                     'allow if input.identity == "secret"\n')  # fmt: skip
    arguments = ("--authentication", "token", "--authorization", "basic", guard)
    with running(opa, *arguments) as url:
        for token in (None, "wrong"):
            with pytest.raises(OperatorError, match="refuses the token"):
                RemoteOpa(pack, Server(url, token))
        with pytest.raises(OperatorError, match="serves no pack"):
            RemoteOpa(pack, Server(url, "secret"))


@pytest.mark.parametrize(
    ("status", "body"),
    [(200, "<html>"), (200, "[]"), (200, "null"), (200, "{}"), (200, '{"result": 7}'), (404, ""),
     (500, "oops"), (502, "<html>"), (302, ""), (418, "{}")],
)  # fmt: skip
def test_nonsense_is_an_error_of_the_operator(pack: Pack, status: int, body: str) -> None:
    with stranger(status, body) as url, pytest.raises(OperatorError) as caught:
        RemoteOpa(pack, Server(url), QUICK)
    assert caught.value.exit_code == 6


def test_a_slow_server_is_given_up(pack: Pack) -> None:
    started = time.monotonic()
    with stranger(200, "{}", wait=3) as url, pytest.raises(OperatorError, match="within 1 s"):
        RemoteOpa(pack, Server(url), QUICK)
    assert time.monotonic() - started < 6


def test_nobody_there(pack: Pack) -> None:
    with pytest.raises(OperatorError, match="does not answer"):
        RemoteOpa(pack, Server(f"http://127.0.0.1:{_free_port()}"), QUICK)


def test_a_policy_that_fails_is_not_tried_again(opa: Path, tmp_path: Path) -> None:
    policy = tmp_path / "p.rego"
    policy.write_text("package p\n\nx := 1 if input.a\n\nx := 2 if input.a\n")
    with running(opa, policy) as url:
        client = Client(Address("127.0.0.1", int(url.rpartition(":")[2])), QUICK)
        with pytest.raises(PolicyError, match=r"(?s)p\.rego:\d+: .*eval_conflict_error"):
            client.query("p/x", {"a": True})
        with pytest.raises(PolicyError, match=r"data\.p\.y is undefined"):
            client.query("p/y", {})
        client.close()


@pytest.mark.parametrize(
    "url", ["opa:8181", "ftp://x", "http://", "http://h/path", "http://u@h", "http://h:x"]
)
def test_an_address_that_is_none(pack: Pack, url: str) -> None:
    with pytest.raises(UsageError):
        RemoteOpa(pack, Server(url))


def test_a_ca_that_is_no_file(pack: Pack, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no file of certificates"):
        RemoteOpa(pack, Server("https://127.0.0.1:1", ca=tmp_path / "ca.pem"))
