"""What a policy may not do: reach the network, the environment, the clock or chance."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rscheck.engine import program

FORBIDDEN = frozenset({
    "http.send", "net.lookup_ip_addr", "opa.runtime", "rand.intn", "time.now_ns", "uuid.rfc4122",
})  # fmt: skip


def restricted(opa: Path) -> dict[str, Any]:
    """The capabilities of this OPA without those that would make a verdict irreproducible."""
    full = program.capabilities(opa)
    builtins = [known for known in full.get("builtins", []) if known["name"] not in FORBIDDEN]
    return {**full, "builtins": builtins, "allow_net": []}
