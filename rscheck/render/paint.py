"""Colour, on a terminal only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Paint:
    """Words in the colours of a terminal, or as they are where there is none."""

    on: bool

    def good(self, text: str) -> str:
        """Something that is in order."""
        return self._in("32", text)

    def bad(self, text: str) -> str:
        """Something that must be mended."""
        return self._in("1;31", text)

    def mild(self, text: str) -> str:
        """Something that stays open."""
        return self._in("33", text)

    def strong(self, text: str) -> str:
        """Something to find at a glance."""
        return self._in("1", text)

    def _in(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.on else text
