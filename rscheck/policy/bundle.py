"""The pack as a bundle that any OPA serves."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from rscheck.engine import program
from rscheck.errors import PolicyError
from rscheck.policy.files import lay_out
from rscheck.policy.pack import Pack


def build_bundle(pack: Pack, opa: Path, output: Path) -> None:
    """Write `output` (tar.gz): policies, lists, manifest; its revision is the pack's digest."""
    with tempfile.TemporaryDirectory(prefix="rscheck-bundle-") as name:
        folder = Path(name)
        lay_out(pack.files, folder, pack.data())
        manifest = {"revision": pack.digest, "roots": ["rscheck"]}
        (folder / ".manifest").write_text(json.dumps(manifest), encoding="utf-8")
        try:
            program.build(folder, opa, output, pack.digest)
        except program.ProgramError as error:
            raise PolicyError("E655", f"the bundle cannot be built: {error}") from error
