"""The segments of one sentence and who does what in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from rscheck.facts.norm_model import Bearer, Deadline
from rscheck.parse.phrases import read_vocabulary, vocabulary
from rscheck.parse.prose import Item

NO_DEADLINE = Deadline(kind="none", relation="none", number=0, unit="none", event="none")
UNRECOGNISED = Bearer(term="unrecognised", scope="unrecognised", refs=[])
#: Relations that make a period one that must at least pass before something.
_BEFORE = {"before_event", "ahead"}
THING = Bearer(term="thing", scope="none", refs=[])


@cache
def _frames() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in read_vocabulary("frames").items()}


@dataclass(slots=True)
class Parts:
    """A sentence with the region of each item: main, condition, exception or relative."""

    items: list[Item]
    regions: list[str] = field(default_factory=list)

    def modals(self) -> list[int]:
        """Where the modal verbs of the main clauses stand."""
        return [
            i
            for i, item in enumerate(self.items)
            if item.type == "MODAL" and self.regions[i] == "main"
        ]


def divide(items: list[Item]) -> Parts:
    """Gives each item its region."""
    parts = Parts(items, ["main"] * len(items))
    index = 0
    while index < len(items):
        opener = _opener(items, index)
        end = index + 1
        if opener == "relative":
            end = _relative_end(items, index)
        elif opener == "condition":
            end = _condition_end(items, index)
        elif opener == "exception":
            end = _next_comma(items, index + 1)
        if opener:
            parts.regions[index:end] = [opener] * (end - index)
        index = end
    return parts


def _opener(items: list[Item], index: int) -> str:
    item = items[index]
    if item.type == "RELATIVE":
        after_verb = (
            index > 0
            and items[index - 1].type in ("VERB", "MODAL", "WORDS")
            and (item.text.casefold() == "that" and items[index - 1].named("VERB") != [])
        )
        return "" if after_verb else "relative"
    if item.type == "CONDITION":
        return "condition"
    if item.type == "MODAL" and index == 0 and item.text.casefold() == "should":
        return "condition"
    return "exception" if item.type == "EXCEPTION" else ""


def _next_comma(items: list[Item], start: int) -> int:
    return next((i for i in range(start, len(items)) if items[i].type == "COMMA"), len(items))


def _relative_end(items: list[Item], start: int) -> int:
    for i in range(start + 1, len(items)):
        if items[i].type == "COMMA" or items[i].type in ("CONDITION", "EXCEPTION"):
            return i
        if items[i].type == "MODAL" and i > start + 1 and items[i - 1].type != "PRONOUN":
            subject = any(x.type in ("ACTOR", "PRONOUN") for x in items[start + 1 : i])
            verb = any(x.type in ("VERB", "CUE", "WORDS") for x in items[start + 1 : i])
            if verb and not (subject and i - start <= 2):
                return i
    return len(items)


def _condition_end(items: list[Item], start: int) -> int:
    leading = not any(x.type == "MODAL" for x in items[:start])
    if not leading:
        return len(items)
    for i in range(start + 1, len(items)):
        if items[i].type == "MODAL":
            commas = [k for k in range(start + 1, i) if items[k].type == "COMMA"]
            if commas:
                return commas[-1]
    return _next_comma(items, start)


def bearer_of(subject: list[Item], before: Bearer, names: dict[str, str]) -> Bearer | None:
    """Who the subject of a clause says must act; None where it does not say.

    `before` is whom a pronoun means; `names` maps the short names of parties to refs.
    """
    chosen: Bearer | None = None
    for index, item in enumerate(subject):
        if chosen is not None and item.type != "ACTOR":
            if item.type not in ("AND", "COMMA"):
                break
            continue
        if item.type == "PRONOUN" and chosen is None and _free(subject, index):
            return before
        if item.type == "NAME" and item.text in names and _free(subject, index):
            return Bearer(term="party", scope="named", refs=[names[item.text]])
        if item.type == "ACTOR" and _free(subject, index):
            found = _actor(item)
            if chosen is None or found.term in ("beneficiary", "party"):
                chosen = found
    return chosen


def _free(subject: list[Item], index: int) -> bool:
    """Whether an actor heads the subject rather than hanging on a preposition."""
    if index == 0:
        return True
    prior = subject[index - 1]
    if prior.type in ("CUE", "TO", "BY", "VERB"):
        return False
    if prior.type == "WORDS":
        last = prior.text.casefold().split()[-1] if prior.text.split() else ""
        return last not in _frames()["prepositions"]
    return True


def _actor(item: Item) -> Bearer:
    meaning = next(m for m in item.meanings if m.type == "ACTOR")
    alias = read_actor_alias().get(meaning.name, meaning.name)
    scope = {"none": "all"}.get(meaning.extra, meaning.extra)
    return Bearer(term=alias, scope=scope, refs=[])


@cache
def read_actor_alias() -> dict[str, str]:
    """Terms that answer as another, such as a recipient as a party."""
    return dict(read_vocabulary("actors").get("alias", {}))


def bearer_in(items: list[Item]) -> Bearer | None:
    """The first beneficiary or party that a condition names, for the pronoun that follows it."""
    actors = [_actor(x) for x in items if x.type == "ACTOR"]
    return next((a for a in actors if a.term in ("beneficiary", "party")), None)


def says_none(subject: list[Item]) -> bool:
    """'No party may …': the quantifier turns a permission into a prohibition."""
    actors = [m for x in subject for m in x.meanings if m.type == "ACTOR"]
    return bool(actors) and actors[0].extra == "none"


def deadlines_in(items: list[Item]) -> list[tuple[int, Deadline]]:
    """Each deadline with the index of the item that says it; periods overrule vague words."""
    periods = [(i, _period(items, i)) for i, x in enumerate(items) if x.type == "PERIOD"]
    if periods:
        return periods
    for i, item in enumerate(items):
        if item.type == "VAGUE":
            kind = item.named("VAGUE")[0]
            return [(i, NO_DEADLINE.model_copy(update={"kind": kind, "relation": "within"}))]
    for i, item in enumerate(items[:-1]):
        if "before_event" in item.named("RELATION"):
            events = [e for x in items[i + 1 : i + 4] for e in x.named("EVENT")]
            event = events[0] if events else "unrecognised"
            update = {"kind": "before_event", "relation": "within", "event": event}
            return [(i, NO_DEADLINE.model_copy(update=update))]
    return []


def _period(items: list[Item], index: int) -> Deadline:
    item = items[index]
    relation = _relation(items, index)
    event = _event(items, index)
    known = relation != "none" and item.number > 0
    return Deadline(
        kind="period" if known else "unrecognised",
        relation=relation if known else "none",
        number=max(item.number, 0),
        unit=item.named("UNIT")[0],
        event=event,
    )


def _relation(items: list[Item], index: int) -> str:
    after = items[index + 1] if index + 1 < len(items) else None
    if after is not None and (after.named("NOTICE") or _BEFORE & set(after.named("RELATION"))):
        return "at_least"
    for back in (1, 2):
        if index - back < 0:
            break
        named = [n for n in items[index - back].named("RELATION") if n not in _BEFORE]
        if named and named[0] == "at_least" and index > back:
            earlier = items[index - back - 1].named("RELATION")
            return "for" if "for" in earlier else "at_least"
        if named:
            return named[0]
    if after is not None and "within" in after.named("RELATION"):
        return "within"
    if index and items[index - 1].type == "MODAL":
        return "within"  # "shall have 30 days to object"
    lasting = any("for" in x.named("RELATION") for x in items[:index])
    return "for" if lasting and items[index - 1].type == "AND" else "none"


def _event(items: list[Item], index: int) -> str:
    hint = False
    for item in items[index + 1 : index + 7]:
        events = item.named("EVENT")
        if events and (hint or item.type == "EVENT"):
            return events[0]
        if item.type in ("PERIOD", "MODAL"):
            break
        if item.type == "WORDS":
            hint = hint or bool(_frames()["from_event"] & set(item.text.casefold().split()))
        if "before_event" in item.named("RELATION"):
            hint = True
    return "unrecognised" if hint else "none"


def atoms_of(items: list[Item]) -> set[str]:
    """What the words speak of, by the atoms of the vocabulary."""
    atoms = {name for x in items for name in x.named("CUE")}
    if any(m.name == "affiliated_entity" for x in items for m in x.meanings):
        atoms.add("affiliated")
    if any("keep_confidential" in x.named("VERB") and " " in x.text for x in items):
        atoms.add("confidential")  # "keep secret", "in confidence"
    return atoms


def aspects_of(atoms: set[str]) -> list[str]:
    """The aspects whose atoms all stand there."""
    return [
        name
        for name, need in vocabulary().topics["aspects"].items()
        if set(need["all"]) <= atoms
        and (not need.get("any") or set(need["any"]) & atoms)
        and not set(need.get("none", ())) & atoms
    ]


def kinds_of(aspects: list[str]) -> list[str]:
    """The clause kinds that these aspects belong to."""
    kinds = vocabulary().topics["kinds"].items()
    return [name for name, kind in kinds if set(kind["aspects"]) & set(aspects)]
