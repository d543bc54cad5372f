"""`rscheck facts`: what was read from an agreement, before any rule."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from rscheck.cli.shared import FOUND, debug_option, write
from rscheck.errors import ExitCode


@click.command("facts")
@click.argument("file", required=False)
@click.option("--source-map", is_flag=True, help="Add the places: JSON Pointer to spans.")
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the facts; needs no FILE.")
@click.option("--output", type=FOUND, help="Write the result to this file.")
@debug_option
def command(file: str | None, source_map: bool, schema: bool, output: Path | None) -> int:
    """Print the facts of an agreement as JSON; FILE may be - for standard input.

    What the agreement does not state is left out; what it states to be none is an empty list.
    """
    if schema:
        from rscheck.resources import folder

        write((folder("policies") / "schema" / "facts.json").read_text("utf-8"), output)
        return int(ExitCode.COMPLIANT)
    if file is None:
        raise click.UsageError("Missing argument 'FILE'.")
    return _facts(file, source_map, output)


def _facts(file: str, source_map: bool, output: Path | None) -> int:
    from rscheck.facts import load
    from rscheck.facts.base import dump
    from rscheck.render.paint import Paint
    from rscheck.render.text import diagnostic
    from rscheck.review.build import note
    from rscheck.source.reader import read

    text = read(file)
    loaded = load(text)
    for item in loaded.diagnostics:
        click.echo("\n".join(diagnostic(note(item, text), Paint(False))), err=True)
    wrong = any(item.severity == "error" for item in loaded.diagnostics)
    if loaded.facts is None:
        click.echo(f"rscheck: {file}: nothing to read facts from", err=True)
        return int(ExitCode.DATA_ERROR if wrong else ExitCode.NOTHING_CHECKED)
    data = dump(loaded.facts)
    if source_map:
        places = {at: [asdict(span) for span in spans] for at, spans in loaded.places.items()}
        data = {"facts": data, "source_map": places}
    write(_json(data), output)
    return int(ExitCode.DATA_ERROR if wrong else ExitCode.COMPLIANT)


def _json(data: Any) -> str:
    from rscheck.render.safe import json_safe

    return json_safe(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"
