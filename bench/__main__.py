"""`make bench`: where the time of a check goes, as ratios to named peers of the same run."""

from __future__ import annotations

import argparse
import resource
import sys
import time
from pathlib import Path
from typing import Any

from bench.generate import write
from bench.peers import conftest, prepare, timed
from rscheck.engine.interface import Engine
from rscheck.engine.locate import locate
from rscheck.facts import load
from rscheck.facts.base import dump
from rscheck.opening import Server, open_engine, open_pack
from rscheck.parse.document import parse
from rscheck.pipeline import check
from rscheck.policy.call import load_call
from rscheck.source.reader import read

ROOT = Path(__file__).parent.parent
WORK = ROOT / "bench" / "work"
CALL = ROOT / "fixtures" / "calls" / "tide-2026.yaml"
AS_OF = "2026-11-23"


def stages(paths: list[Path], engine: Engine) -> tuple[dict[str, float], list[dict[str, Any]]]:
    """Seconds of each stage over all files, and the inputs that OPA was given."""
    spent = dict.fromkeys(("reading", "structure", "facts", "OPA"), 0.0)
    call, inputs = load_call(CALL).data, []
    for path in paths:
        marks = [time.perf_counter()]
        source = read(path)
        marks.append(time.perf_counter())
        parse(source)
        marks.append(time.perf_counter())
        facts = load(source).facts
        assert facts is not None
        data = {"facts": dump(facts), "call": call, "as_of": AS_OF, "related": {}}
        data["profiles"] = call["profiles"]
        marks.append(time.perf_counter())
        engine.decide(data)
        marks.append(time.perf_counter())
        inputs.append(data)
        for name, one, two in zip(spent, marks, marks[1:], strict=False):
            spent[name] += two - one
    spent["facts"] -= spent["structure"]  # loading parses once more
    return spent, inputs


def main() -> None:
    """Runs the benchmark and prints it."""
    options = argparse.ArgumentParser(prog="make bench")
    options.add_argument("--count", type=int, default=1000)
    count = options.parse_args().count
    paths = write(WORK / "agreements", count)
    size = sum(p.stat().st_size for p in paths) / 1e6
    pack = open_pack([], Server())
    with open_engine(pack, Server()) as engine:
        load(read(paths[0]))
        spent, inputs = stages(paths, engine)
    start = time.perf_counter()
    check(paths, call=CALL, as_of=AS_OF)
    whole = time.perf_counter() - start
    policies, ready = prepare(pack, WORK, inputs)
    data = ["-p", str(policies), "--data", str(policies / "data")]
    peer = timed([conftest(), "test", "--all-namespaces", "-o", "json", *data, str(ready)])
    opa = str(locate(None).path)
    execed = timed([opa, "exec", "--decision", "rscheck/report", "-b", str(policies), str(ready)])
    start = time.perf_counter()
    check(paths[0], call=CALL, as_of=AS_OF)
    one = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count} agreements, {size:.1f} MB, one process, Python {sys.version.split()[0]}")
    for name, seconds in spent.items():
        print(f"  {name:<10} {seconds:8.2f} s  {size / max(seconds, 1e-9):8.2f} MB/s")
    print(f"  whole check{whole:8.2f} s  {1000 * whole / count:8.1f} ms an agreement")
    print(f"whole check / conftest on ready facts   {whole / peer:6.2f}   goal < 1.0")
    print(f"OPA's part  / conftest on ready facts   {spent['OPA'] / peer:6.2f}   goal < 0.5")
    print(f"whole check / opa exec on ready facts   {whole / execed:6.2f}")
    print(f"one file, pack cached, OPA started      {1000 * one:6.0f} ms")
    print(f"peak memory of rscheck                  {memory:6.0f} MiB")


if __name__ == "__main__":
    main()
