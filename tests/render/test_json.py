"""The JSON report."""

from __future__ import annotations

import json

from rscheck.render import RENDERERS, Style
from rscheck.review.model import Report
from tests.render.samples import report


def test_it_reads_back_to_the_same_report() -> None:
    assert Report.model_validate_json(RENDERERS["json"](report(True), Style())) == report(True)


def test_its_shape() -> None:
    data = json.loads(RENDERERS["json"](report(), Style()))
    assert data["schema_version"] == "rscheck.report/1"
    assert (data["verdict"], data["exit_code"]) == ("findings", 1)
    [agreement] = data["agreements"]
    assert [rule["id"] for rule in agreement["rules"]] == ["EL-01", "SG-24", "TR-01", "TR-05"]
    span = agreement["violations"][0]["evidence"][0]["span"]
    assert span["start"] == {"line": 5, "column": 6, "offset": 51}
