"""Checks grant and consortium agreements for research security.

The public API: `check` walks the whole way from files to a `Report`; `Facts` is what policies see.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rscheck.errors import RscheckError
    from rscheck.facts.model import Facts
    from rscheck.pipeline import check
    from rscheck.review.model import Report

__all__ = ["Facts", "Report", "RscheckError", "check"]

_HOMES = {
    "check": "rscheck.pipeline",
    "Report": "rscheck.review.model",
    "Facts": "rscheck.facts.model",
    "RscheckError": "rscheck.errors",
}


def __getattr__(name: str) -> Any:
    """Loads a public name when it is first asked for, so that no command pays for all."""
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'rscheck' has no attribute {name!r}")
