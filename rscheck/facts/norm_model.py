"""Norms: one a bearer, action and deadline; every field is present, so none can be forgotten."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from rscheck.facts.base import Entry, Fact

Modality = Literal["obliged", "forbidden", "permitted", "recommended", "not_obliged"]


class Bearer(Fact):
    """Who must. `thing`: a sentence about a thing, which binds every party to the agreement."""

    term: str = Field(
        description="beneficiary, party, coordinator, granting_authority, affiliated_entity, "
        "associated_partner, staff, other, thing, unrecognised"
    )
    scope: Literal["each", "all", "any", "named", "none", "unrecognised"]
    refs: list[str] = Field(description="refs of the parties named")


class Deadline(Fact):
    """By when; number and unit as written (24 hours is not one day, Regulation 1182/71)."""

    kind: Literal[
        "none", "immediate", "without_delay", "prompt", "period", "before_event", "unrecognised"
    ]
    relation: Literal["within", "at_least", "for", "none"]
    number: int
    unit: Literal["hours", "days", "working_days", "weeks", "months", "years", "none"]
    event: str = Field(
        description="what it runs from: change, awareness, occurrence, receipt, signature, start, "
        "end, final_payment, none, unrecognised"
    )


class Norm(Entry):
    """A duty, prohibition or permission found in one sentence (or head and point of a list)."""

    clause: str = Field(description="ref of the clause that holds it")
    bearer: Bearer
    modality: Modality
    action: str = Field(description="of the closed registry of actions, or unrecognised")
    topics: list[str] = Field(description="clause kinds the words speak of")
    covers: list[str] = Field(description="aspects of the topics that the words name")
    excepts: list[str] = Field(description="aspects and topics named in an exception")
    narrowed: list[str] = Field(description="what limits the duty, e.g. materiality, on_request")
    restricted: bool = Field(description="an 'only' that turns a permission into a limit")
    recipient: str = Field(description="actor told or served, or none")
    deadline: Deadline


class Derogation(Entry):
    """Words that take a duty away: 'Article 19 does not apply to …'."""

    clause: str
    targets: list[str] = Field(description="refs of the clauses taken away")
    topics: list[str]
    covers: list[str]


class Unclear(Entry):
    """A sentence with a modal verb that could not be resolved, with the topics it comes near."""

    clause: str
    topics: list[str]
    covers: list[str]
    reason: str


class Clause(Entry):
    """A heading, numbered paragraph or point that holds a norm, or structures those that do."""

    number: str
    heading: str
    level: int
    kinds: list[str] = Field(description="clause kinds of the heading")
    binding: bool = Field(description="false in recitals, templates and quotations")
