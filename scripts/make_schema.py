"""Write policies/schema: the facts as published, and the input that policies read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rscheck.facts.model import Facts

FOLDER = Path(__file__).parent.parent / "policies" / "schema"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def without_null(node: Any) -> Any:
    """Absent is left out, never null: what pydantic writes as `anyOf … null` with a default."""
    if isinstance(node, list):
        return [without_null(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: without_null(value) for key, value in node.items() if key != "default"}
    choices = [choice for choice in kept.pop("anyOf", []) if choice != {"type": "null"}]
    if len(choices) == 1:
        return {**kept, **choices[0]}
    return {**kept, "anyOf": choices} if choices else kept


def fields(**properties: Any) -> dict[str, Any]:
    """An object that knows these fields only, none of them required."""
    return {"type": "object", "additionalProperties": False, "properties": properties}


TEXT = {"type": "string"}
FLAG = {"type": "boolean"}
WHOLE = {"type": "integer"}
TEXTS = {"type": "array", "items": TEXT}
PLACES = {"anyOf": [TEXT, TEXTS]}  # "none", or country codes and groups of countries

CALL = fields(
    call=TEXT,
    work_programme=TEXT,
    type_of_action=TEXTS,
    pillar=TEXT,
    deadline=TEXT,
    profiles=TEXTS,
    restrictions=fields(
        establishment=PLACES,
        control=FLAG,
        excluded_establishment=TEXTS,
        place_of_performance=PLACES,
        equipment=FLAG,
    ),
    right_to_object=FLAG,
    thresholds=fields(
        disclosure_update_days=WHOLE,
        incident_first_notice_hours=WHOLE,
        due_diligence_max_age_days=WHOLE,
        screening_max_age_days=WHOLE,
    ),
    source=TEXT,
    as_of=TEXT,
    funded_third_countries=TEXTS,
    control_guarantees=TEXTS,
)


def facts_schema() -> dict[str, Any]:
    """The facts of one agreement, as they reach the policies."""
    schema: dict[str, Any] = without_null(Facts.model_json_schema())
    return {"$schema": DIALECT, **schema}


def input_schema() -> dict[str, Any]:
    """The whole input: facts, call, date, profiles and related documents."""
    facts = facts_schema()
    definitions = facts.pop("$defs")
    del facts["$schema"]
    whole = {"$ref": "#/$defs/Facts"}
    related = fields(grant_agreement=whole, consortium_agreement=whole)
    root = fields(facts=whole, call=CALL, as_of=TEXT, profiles=TEXTS, related=related)
    return {"$schema": DIALECT, **root, "$defs": {**definitions, "Facts": facts}}


def main() -> None:
    """Write both files; the same model gives the same bytes."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, schema in (("facts", facts_schema()), ("input", input_schema())):
        text = json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False)
        (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
