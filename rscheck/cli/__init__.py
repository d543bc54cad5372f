"""The command line: a command a file; `main` is the program."""

from __future__ import annotations

from rscheck.cli.app import main

__all__ = ["main"]
