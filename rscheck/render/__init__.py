"""Report to output: one format a file."""

from __future__ import annotations

from rscheck.render import json, sarif, text
from rscheck.render.interface import RENDERERS, Style

__all__ = ["RENDERERS", "Style", "json", "sarif", "text"]
