"""The facts of one agreement (`rscheck.facts/1`), as policies see them."""

from __future__ import annotations

from typing import Literal

from rscheck.facts.base import Day, Entry, Fact, Money
from rscheck.facts.norm_model import Clause, Derogation, Norm, Unclear

Role = Literal["COO", "BEN", "AE", "AP", "IKC", "SUB", "FSTP"]


class Document(Fact):
    """What this text is; `signed_on` is absent before signing."""

    ref: str
    kind: Literal["grant_agreement", "consortium_agreement"]
    title: str
    signed_on: Day | None = None


class Project(Fact):
    """General data of the data sheet."""

    ref: str
    number: str | None = None
    acronym: str | None = None
    title: str | None = None
    call: str | None = None
    type_of_action: str | None = None
    starting_date: Day | None = None
    end_date: Day | None = None
    duration_months: int | None = None
    maximum_grant: Money | None = None


class Party(Entry):
    """A participant; `country` is an ISO 3166 code."""

    short_name: str
    legal_name: str | None = None
    number: str | None = None
    role: Role | None = None
    country: str | None = None
    pic: str | None = None
    total_eligible_costs: Money | None = None
    maximum_grant: Money | None = None


class Holder(Entry):
    """One edge of ownership: who holds, and how much."""

    name: str
    country: str | None = None
    kind: str | None = None
    share_ppm: int | None = None
    decisive_influence: bool | None = None


class Held(Entry):
    """An entity and its holders; an empty list says that it declares to have none."""

    entity: str
    holders: list[Holder]


class Affiliation(Entry):
    """A position of a person at an organisation, paid or not."""

    organisation: str
    country: str | None = None
    position: str | None = None
    paid: bool | None = None
    since: str | None = None


class Funding(Entry):
    """A source of support of a person's research."""

    funder: str
    country: str | None = None
    kind: str | None = None
    amount: Money | None = None
    period: str | None = None
    purpose: str | None = None


class Person(Entry):
    """Key personnel by code; affiliations and funding: absent, none declared ([]) or listed."""

    code: str
    party: str | None = None
    role: str | None = None
    disclosure_certified: Day | None = None
    talent_programmes: list[str] | None = None
    affiliations: list[Affiliation] | None = None
    funding: list[Funding] | None = None


class Task(Entry):
    """A task of the description of the action."""

    code: str
    leader: str | None = None
    title: str | None = None
    place: str | None = None
    sensitive: bool | None = None


class Subcontract(Entry):
    """A subcontract of the description of the action."""

    subcontractor: str
    task: str | None = None
    party: str | None = None
    country: str | None = None
    cost: Money | None = None
    justification: str | None = None


class Item(Entry):
    """A technology, software or equipment with its export-control classification."""

    name: str
    owner: str | None = None
    classification: str | None = None
    listed: bool | None = None
    basis: str | None = None
    date: Day | None = None


class Technology(Fact):
    """The mapping to critical technology areas, and the classified items."""

    ref: str
    areas: list[str] | None = None
    assessed_by: str | None = None
    assessed_on: Day | None = None
    items: list[Item] | None = None


class Factor(Entry):
    """One rated factor of the risk appraisal."""

    factor: Literal[
        "own_organisation", "research_domain", "partner_country", "partner_organisation"
    ]
    subject: str | None = None
    rating: Literal["low", "elevated", "high"] | None = None
    rationale: str | None = None


class Appraisal(Fact):
    """The four-factor risk appraisal."""

    ref: str
    date: Day | None = None
    by: str | None = None
    level: Literal["low", "elevated", "high"] | None = None
    factors: list[Factor] | None = None


class Measure(Entry):
    """A measure against a named risk."""

    risk: str
    measure: str | None = None
    owner: str | None = None
    due: Day | None = None
    status: str | None = None


class DueDiligence(Entry):
    """A record of due diligence on a participant."""

    party: str
    date: Day | None = None
    topics: list[str] | None = None
    sources: int | None = None


class Screening(Entry):
    """A screening of a subject against lists."""

    subject: str
    lists: list[str] | None = None
    date: Day | None = None
    result: Literal["no_match", "match", "possible_match"] | None = None


class ResponsiblePerson(Entry):
    """The function that answers for research security at a participant."""

    party: str
    function: str | None = None
    contact: str | None = None


class Procedure(Entry):
    """An internal procedure of a participant."""

    party: str
    procedure: str | None = None
    version: str | None = None
    date: Day | None = None
    red_flags: bool | None = None


class SignOff(Fact):
    """The sign-off of the risk; `level` is read from the words of the function."""

    ref: str
    by: str | None = None
    level: Literal["institution", "unit"] | None = None
    date: Day | None = None


class Risk(Fact):
    """Annex on research security: what was appraised, decided and set up."""

    ref: str
    appraisal: Appraisal | None = None
    measures: list[Measure] | None = None
    agreed_on: Day | None = None
    due_diligence: list[DueDiligence] | None = None
    screenings: list[Screening] | None = None
    responsible_persons: list[ResponsiblePerson] | None = None
    procedures: list[Procedure] | None = None
    sign_off: SignOff | None = None


class Background(Entry):
    """Background that a party brings."""

    party: str
    item: str
    restrictions: str | None = None
    third_party_rights: str | None = None


class ListedEntity(Entry):
    """An entity named in an attachment: for simplified transfer, or under the same control."""

    name: str
    country: str | None = None
    controlled_from: str | None = None
    party: str | None = None


class Facts(Fact):
    """Root. `inferred` holds the refs of what is not literally in the words."""

    schema_version: Literal["rscheck.facts/1"] = "rscheck.facts/1"
    document: Document
    project: Project | None = None
    parties: list[Party] | None = None
    ownership: list[Held] | None = None
    persons: list[Person] | None = None
    tasks: list[Task] | None = None
    subcontracts: list[Subcontract] | None = None
    technology: Technology | None = None
    risk: Risk | None = None
    background: list[Background] | None = None
    simplified_transfer: list[ListedEntity] | None = None
    same_control: list[ListedEntity] | None = None
    clauses: list[Clause]
    norms: list[Norm]
    derogations: list[Derogation]
    unclear: list[Unclear]
    inferred: list[str]
