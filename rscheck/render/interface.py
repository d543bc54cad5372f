"""What a renderer is, and the registry of those there are, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rscheck.review.model import Report, Rule


@dataclass(frozen=True)
class Style:
    """How to show: `colour` for a terminal, `unfold` passes, `quiet` for findings alone."""

    colour: bool = False
    unfold: bool = False
    quiet: bool = False


Renderer = Callable[[Report, Style], str]
RENDERERS: dict[str, Renderer] = {}


def renderer(name: str) -> Callable[[Renderer], Renderer]:
    """Enters a renderer into the registry."""

    def enter(function: Renderer) -> Renderer:
        RENDERERS[name] = function
        return function

    return enter


def tally(rules: tuple[Rule, ...]) -> dict[str, int]:
    """How many rules came out how, in the order in which a reader asks for it."""
    order = ("pass", "fail", "undetermined", "not_applicable")
    return {name: sum(rule.outcome == name for rule in rules) for name in order}
