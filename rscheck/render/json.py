"""The report as JSON, `rscheck.report/1`."""

from __future__ import annotations

import json

from rscheck.render.interface import Style, renderer
from rscheck.render.safe import json_safe
from rscheck.review.model import Report


@renderer("json")
def render(report: Report, style: Style) -> str:
    """All of the report; what is absent is left out."""
    data = report.model_dump(mode="json", exclude_none=True)
    return json_safe(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"
