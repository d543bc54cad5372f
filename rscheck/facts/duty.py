"""Norms of one sentence: one a bearer, action and deadline."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field, replace

from rscheck.facts.norm_model import Bearer, Deadline
from rscheck.facts.roles import (
    NO_DEADLINE,
    THING,
    UNRECOGNISED,
    Parts,
    aspects_of,
    atoms_of,
    bearer_in,
    bearer_of,
    deadlines_in,
    divide,
    kinds_of,
    says_none,
)
from rscheck.parse.prose import Item


@dataclass(slots=True)
class Duty:
    """A norm before it has a number and a place in the facts."""

    bearer: Bearer
    modality: str
    action: str
    atoms: set[str]
    excepts: set[str]
    narrowed: set[str]
    restricted: bool
    recipient: str
    deadline: Deadline


@dataclass(slots=True)
class Reading:
    """What one sentence gave: duties, reasons why it stays unclear, and whom it names last."""

    duties: list[Duty] = field(default_factory=list)
    unclear: str = ""
    bearer: Bearer = field(default_factory=lambda: UNRECOGNISED)
    derogates: bool = False


def read_sentence(items: list[Item], before: Bearer, names: dict[str, str]) -> Reading:
    """The duties of a sentence. `before` is the bearer of the sentence before it."""
    parts = divide(items)
    modals = parts.modals()
    reading = Reading(bearer=before)
    reading.derogates = any(x.type == "DEROGATE" for x in items)
    if any(x.type == "FAIL" for x in items) and modals:
        reading.unclear = "a double negation"
        return reading
    cuts = _cuts(parts, modals)
    first = modals[0] if modals else len(items)
    lead = [x for i, x in enumerate(items[:first]) if parts.regions[i] == "condition"]
    reading.bearer = bearer_in(lead) or before
    for number, modal in enumerate(modals):
        left, right = cuts[number], cuts[number + 1]
        subject = _main(parts, left, modal)
        if items[modal].named("MODAL") == ["obliged_after"]:
            bearer = bearer_of(_main(parts, modal + 1, right)[:1], reading.bearer, names)
        else:
            bearer = bearer_of(subject, reading.bearer, names)
        agent = _agent(parts, modal, right)
        if agent is not THING and _is_passive(_main(parts, modal + 1, right)):
            bearer = agent
        if bearer is None:
            bearer = reading.bearer if not subject and number else agent
        if bearer.term == "unrecognised":
            reading.unclear = "no bearer that its pronoun could mean"
            continue
        reading.duties += _duties(parts, left, modal, right, bearer)
        if bearer.term != "thing":
            reading.bearer = bearer
    return reading


def _cuts(parts: Parts, modals: list[int]) -> list[int]:
    cuts = [0]
    for one, two in itertools.pairwise(modals):
        cut = two
        for i in range(two - 1, one, -1):
            item = parts.items[i]
            if item.type in ("VERB", "PERIOD", "EVENT") and parts.regions[i] == "main":
                break
            if item.type in ("COMMA", "AND"):
                cut = i
        cuts.append(cut)
    return [*cuts, len(parts.items)]


def _main(parts: Parts, left: int, right: int) -> list[Item]:
    inside = [parts.items[i] for i in range(left, right) if parts.regions[i] == "main"]
    while inside and inside[0].type in ("COMMA", "AND"):
        inside = inside[1:]
    while inside and inside[-1].type == "COMMA":
        inside = inside[:-1]
    return inside


def _is_passive(predicate: list[Item]) -> bool:
    """'shall be notified by …': the agent bears the duty, not the subject."""
    words = predicate[0].text.casefold().split() if predicate else []
    return "be" in words


def _agent(parts: Parts, modal: int, right: int) -> Bearer:
    agents = []
    for i in range(modal, right - 1):
        if parts.items[i].type == "BY":
            near = [x for x in parts.items[i + 1 : i + 3] if x.type == "ACTOR"][:1]
            agents += [b for b in [bearer_of(near, UNRECOGNISED, {})] if b is not None]
    bound = [a for a in agents if a.term in ("beneficiary", "party")]
    return (bound or agents or [THING])[0]


def _duties(parts: Parts, left: int, modal: int, right: int, bearer: Bearer) -> list[Duty]:
    items, regions = parts.items, parts.regions
    subject, predicate = _main(parts, left, modal), _main(parts, modal + 1, right)
    speaks = [items[i] for i in range(left, right) if regions[i] != "exception"]
    lead = [x for i, x in enumerate(items[:left]) if regions[i] == "condition"]
    atoms = atoms_of([x for x in (*lead, *speaks) if x is not items[modal]])
    base = Duty(
        bearer=bearer,
        modality=_modality(items[modal], subject, predicate),
        action="act",
        atoms=atoms,
        excepts=_excepted(parts, left, right, predicate),
        narrowed=_narrowed(parts, left, modal, right, bearer),
        restricted=any(x.type == "ONLY" for x in (*subject, *predicate)),
        recipient=_recipient(subject, predicate),
        deadline=NO_DEADLINE,
    )
    if base.modality == "forbidden" and base.excepts:
        # "must not disclose it except to …": the exception is the only permission
        base.atoms, base.excepts, base.restricted = atoms | base.excepts, set(), True
        base.narrowed.discard("condition")
    return _spread(base, parts, left, modal, right)


def _spread(base: Duty, parts: Parts, left: int, modal: int, right: int) -> list[Duty]:
    """One duty for each action and each deadline of the predicate."""
    actions = _actions(_main(parts, modal + 1, right), base.atoms)
    shown = [(i, parts.items[i]) for i in range(left, right) if parts.regions[i] != "exception"]
    found = deadlines_in([x for _, x in shown])
    lead = [x for i, x in enumerate(parts.items[:left]) if parts.regions[i] == "condition"]
    if not found and lead:
        found = [(0, d) for _, d in deadlines_in(lead)]
    duties = [
        replace(base, action=a, deadline=found[0][1] if found else NO_DEADLINE) for a in actions
    ]
    for number, (index, deadline) in enumerate(found[1:], 1):
        since = found[number - 1][0]
        own = atoms_of([x for _, x in shown[since + 1 : index + 4]])
        duties.append(replace(base, action=actions[0], deadline=deadline, atoms=own))
    return duties


def _modality(modal: Item, subject: list[Item], predicate: list[Item]) -> str:
    modality = (modal.named("MODAL") or ["recommended"])[0].removesuffix("_after")
    negated = says_none(subject)
    for item in predicate:
        if item.type == "VERB":
            break
        negated = negated or item.type == "NEGATION"
    if not negated:
        return modality
    return {"obliged": "forbidden", "permitted": "forbidden"}.get(modality, "not_obliged")


def _actions(predicate: list[Item], atoms: set[str]) -> list[str]:
    found: list[str] = []
    for index, item in enumerate(predicate):
        if item.type != "VERB" and not item.named("VERB"):
            continue
        joined = index > 0 and predicate[index - 1].type in ("AND", "COMMA")
        if found and not joined and found != ["ensure"]:
            continue
        action = _action(item, predicate, atoms)
        if action and action not in found:
            found = [action] if found == ["ensure"] else [*found, action]
    return found or ["act"]


def _action(item: Item, predicate: list[Item], atoms: set[str]) -> str:
    names = item.named("VERB")
    if any(m.type == "LIGHT" for m in item.meanings):
        if any(x.named("NOTICE") for x in predicate):
            return "notify"
        if "objection" in atoms and not names:
            return "object"
        return names[0] if names else ""
    if "keep_confidential" in names:
        if atoms & {"confidential", "sensitive_information"}:
            return "keep_confidential"
        names = [n for n in names if n != "keep_confidential"]
        if not names:
            return "update" if "disclosures" in atoms and "current" in item.text else "act"
    return names[0] if names else ""


def _excepted(parts: Parts, left: int, right: int, predicate: list[Item]) -> set[str]:
    atoms = atoms_of(
        [parts.items[i] for i in range(left, right) if parts.regions[i] == "exception"]
    )
    for i, item in enumerate(predicate):
        if item.type == "NEGATION" and i and any(x.type == "VERB" for x in predicate[:i]):
            atoms |= atoms_of(predicate[i + 1 : i + 4])
    return atoms


def _narrowed(parts: Parts, left: int, modal: int, right: int, bearer: Bearer) -> set[str]:
    items, regions = parts.items, parts.regions
    near = [items[i] for i in range(left, right)]
    lead = [x for i, x in enumerate(items[:left]) if regions[i] == "condition"]
    found = {name for x in (*lead, *near) for name in x.named("NARROW")}
    for region in ("condition", "exception"):
        words = [x for i, x in enumerate(items[:right]) if regions[i] == region]
        if region == "condition":
            words = [x for x in words if x.type != "CONDITION"]
        if words and not _is_trigger(words):
            found.add("condition")
    rest = _after_bearer(_main(parts, left, modal), bearer)
    relative = [items[i] for i in range(left, modal) if regions[i] == "relative"]
    if (rest or relative) and not _is_trigger([*rest, *relative]):
        found.add("condition")
    return found


def _is_trigger(words: list[Item]) -> bool:
    """A condition that only says what sets the duty off does not narrow it."""
    atoms = atoms_of(words)
    return (
        bool(kinds_of(aspects_of(atoms)))
        or any(x.named("EVENT") for x in words)
        or (bool(atoms) and not atoms <= {"foreign", "funding", "control", "ownership"})
    )


def _after_bearer(subject: list[Item], bearer: Bearer) -> list[Item]:
    if bearer.term == "thing":
        return []
    last = max(
        (i for i, x in enumerate(subject) if x.type in ("ACTOR", "PRONOUN", "NAME")), default=-1
    )
    rest = subject[last + 1 :]
    if rest and rest[0].type in ("COMMA", "AND", "VAGUE", "PERIOD"):
        return []
    return [x for x in rest if x.type in ("WORDS", "CUE", "VERB", "NAME", "REFERENCE")]


def _recipient(subject: list[Item], predicate: list[Item]) -> str:
    """Who is told: named after the verb, or the subject of a passive."""
    order = [*subject, *predicate] if _is_passive(predicate) else predicate
    for index, item in enumerate(order):
        if item.type == "ACTOR" and not (index and order[index - 1].type == "BY"):
            return next(m.name for m in item.meanings if m.type == "ACTOR")
    return "none"
