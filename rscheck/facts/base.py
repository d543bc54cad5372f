"""The shape that all facts share."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

Day = Annotated[date, PlainSerializer(lambda d: d.isoformat(), return_type=str)]


class Fact(BaseModel):
    """Frozen; what the agreement does not state is absent: None here, left out of the JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Entry(Fact):
    """A fact that a rule can point at."""

    ref: str = Field(description="JSON Pointer of this object from the root of the facts")
    id: str = Field(description="stable name made of what the object is, for waivers and baselines")


class Money(Fact):
    """An amount in integer minor units (cents), so that no sum drifts."""

    currency: str
    minor: int


def dump(fact: BaseModel) -> dict[str, Any]:
    """The JSON form: absent fields are left out, empty lists stay."""
    return fact.model_dump(mode="json", exclude_none=True)
