"""The whole way, from files to a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any, Protocol

from rscheck.errors import OperatorError, RscheckError, UsageError
from rscheck.facts import Loaded, load
from rscheck.facts.base import dump
from rscheck.inputs import Calls, digest, files, load_calls
from rscheck.opening import Server, open_engine, open_lists, open_pack
from rscheck.policy.call import Call
from rscheck.review import build, verdict
from rscheck.review.evidence import Sheet, Witness, sheet
from rscheck.review.model import SEVERITIES, Agreement, Digests, Report, Severity, Versions
from rscheck.source.reader import read
from rscheck.source.text import SourceText


class Engine(Protocol):
    """The one thing that judges."""

    @property
    def opa_version(self) -> str:
        """The version of the OPA that answers."""

    def decide(self, data: dict[str, Any]) -> Mapping[str, Mapping[str, Any]]:
        """An answer for every rule of the manifest, or an error."""


_PRIVATE = Server()


@dataclass(frozen=True)
class Setting:
    """Everything that an outcome rests on besides the agreement itself."""

    as_of: str
    calls: Calls
    fail_on: Severity
    profiles: tuple[str, ...]
    manifest: Mapping[str, Any]
    lists: Callable[[str], Sheet | None]
    debug: bool = False


def check(
    paths: str | Path | Iterable[str | Path],
    call: str | Path | None = None,
    *,
    as_of: date | str,
    fail_on: Severity = "low",
    profiles: Iterable[str] = (),
    policies: Iterable[str | Path] = (),
    server: Server = _PRIVATE,
    debug: bool = False,
    progress: Callable[[str], None] = lambda file: None,
) -> Report:
    """Checks files and folders as they stand at a date; the report that the command prints.

    Raises RscheckError where the run as a whole cannot be: a wrong option, no OPA, a broken pack.
    What is wrong with one file stands in its entry of the report.
    """
    given = [paths] if isinstance(paths, str | Path) else list(paths)
    calls, day = load_calls(call), _day(as_of)
    if fail_on not in SEVERITIES:
        raise UsageError("U007", f"no severity is called {fail_on}", f"one of {SEVERITIES}")
    pack = open_pack(policies, server)
    setting = Setting(day, calls, fail_on, tuple(profiles), pack.manifest, open_lists(pack), debug)
    with open_engine(pack, server) as engine:
        return run(files(given), setting, engine, pack.digest, progress)


def run(
    names: Iterable[str],
    setting: Setting,
    engine: Engine,
    pack: str,
    progress: Callable[[str], None] = lambda file: None,
) -> Report:
    """Judges each file; one file's failure never stops the others."""
    found = []
    for name in names:
        found.append(_guarded(name, setting, engine))
        progress(name)
    whole, code = verdict.whole(found)
    return Report(
        verdict=whole,
        exit_code=int(code),
        as_of=setting.as_of,
        fail_on=setting.fail_on,
        profiles=setting.profiles,
        versions=Versions(rscheck=version("rscheck"), opa=engine.opa_version),
        pack=pack,
        agreements=tuple(found),
    )


def _guarded(name: str, setting: Setting, engine: Engine) -> Agreement:
    try:
        return _agreement(read(name), setting, engine)
    except RscheckError as error:
        return build.failed(name, error)
    except Exception as error:
        if setting.debug:
            raise
        return build.failed(name, unexpected(error))


def unexpected(error: Exception) -> RscheckError:
    """An error that nobody foresaw, in a sentence."""
    return OperatorError(
        "X001",
        f"rscheck failed in itself: {type(error).__name__}: {error}",
        "please report it to the maintainers of rscheck with the output of --debug",
    )


def _agreement(text: SourceText, setting: Setting, engine: Engine) -> Agreement:
    loaded = load(text)
    notes = tuple(build.note(item, text) for item in loaded.diagnostics)
    if loaded.facts is None:
        code = verdict.exit_code(notes, (), (), (), setting.fail_on)
        return Agreement(
            file=text.file,
            verdict=verdict.verdict(code),
            exit_code=int(code),
            digests=Digests(text=digest(text.text)),
            diagnostics=notes,
        )
    project = loaded.facts.project
    call = setting.calls.for_agreement(text.file, project.call if project else None)
    facts = dump(loaded.facts)
    answers = engine.decide(_input(facts, call, setting))
    judged = build.judge(setting.manifest, answers, _witness(text, loaded, facts, call, setting))
    every = (notes, judged.rules, judged.violations, judged.open)
    code = verdict.exit_code(*every, setting.fail_on)
    found = verdict.exit_code(*every, "low")
    return Agreement(
        file=text.file,
        kind=loaded.facts.document.kind,
        verdict=verdict.verdict(found),
        exit_code=int(code),
        call=str(call.data["call"]) if call else None,
        digests=Digests(
            text=digest(text.text), facts=digest(facts), call=digest(call.data) if call else None
        ),
        diagnostics=notes,
        rules=judged.rules,
        violations=judged.violations,
        open=judged.open,
    )


def _input(facts: dict[str, Any], call: Call | None, setting: Setting) -> dict[str, Any]:
    """What policies see; without a call and a choice every profile that a rule names is asked."""
    named = call.data.get("profiles") if call else None
    every = sorted({profile for rule in setting.manifest.values() for profile in rule.profiles})
    data: dict[str, Any] = {
        "facts": facts,
        "as_of": setting.as_of,
        "profiles": list(setting.profiles or named or every),
        "related": {},
    }
    return {**data, "call": call.data} if call else data


def _witness(
    text: SourceText, loaded: Loaded, facts: dict[str, Any], call: Call | None, setting: Setting
) -> Witness:
    conditions = sheet(call.text, call.spans) if call else None
    return Witness(text, loaded, facts, conditions, setting.lists)


def _day(as_of: date | str) -> str:
    try:
        return (as_of if isinstance(as_of, date) else date.fromisoformat(as_of)).isoformat()
    except ValueError as error:
        raise UsageError("U008", f"not a date: {as_of}", "write it as 2026-11-23") from error
