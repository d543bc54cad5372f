"""Sections of data as facts: refs, ids, and the place of each field."""

from __future__ import annotations

from datetime import date
from typing import Any

from rscheck.facts.sheet import Cell, Section, SheetReader
from rscheck.facts.values import is_none, read_choices
from rscheck.source.text import Span

Places = dict[str, tuple[Span, ...]]


class FactsBuilder:
    """Fills `data` (the JSON of the facts) and `places` (pointer to spans), section by section."""

    def __init__(self, reader: SheetReader) -> None:
        """Takes the reader whose diagnostics go on here."""
        self.reader = reader
        self.data: dict[str, Any] = {}
        self.places: Places = {}
        self.names: dict[str, str] = {}
        self.people: dict[str, str] = {}

    def add_party(self, row: dict[str, Any], spans: dict[str, Span], span: Span) -> None:
        """A party, from a table or from the preamble."""
        parties = self.data.setdefault("parties", [])
        ref = f"/parties/{len(parties)}"
        parties.append({"ref": ref, "id": f"party:{row['short_name']}", **row})
        self.places[ref] = (span,)
        self.places.update({f"{ref}/{k}": (s,) for k, s in spans.items()})
        for name in (row["short_name"], row.get("legal_name")):
            if name:
                self.names.setdefault(name, ref)

    def add(self, section: Section) -> None:
        """One section of data, into the place that its specification names."""
        into = section.spec["into"]
        if into == "parties":
            self._parties(section)
            return
        if section.spec.get("attach"):
            self._attach(section)
        elif section.spec.get("group"):
            self._group(section)
        elif section.has_table and not section.spec.get("rows"):
            self._list(section, into)
        elif "fields" in section.spec:
            self._object(section, into)
        if section.has_table and section.spec.get("rows"):
            self._list(section, f"{into}.{section.spec['rows']}")
        if section.has_table and "fields" in section.spec and not section.spec.get("rows"):
            self._fields(section, "/" + into.split(".")[0], {})

    def _parties(self, section: Section) -> None:
        if section.has_table:
            self.data.setdefault("parties", [])
            self.places.setdefault("/parties", (section.span,))
        for row, span in zip(section.rows, section.row_spans, strict=True):
            values, spans = self._values(section, row)
            self.add_party(values, spans, span)

    def _values(
        self, section: Section, row: dict[str, Cell]
    ) -> tuple[dict[str, Any], dict[str, Span]]:
        values: dict[str, Any] = {}
        spans: dict[str, Span] = {}
        for title, cell in row.items():
            spec = section.spec["columns"][title]
            if spec["to"]:
                values[spec["to"]] = self._plain(cell, spec["type"])
                spans[spec["to"]] = cell.span
        return values, spans

    def _plain(self, cell: Cell, type_: str) -> Any:
        value = cell.value
        if type_ in ("party", "party_or_text"):
            return self._party(value, cell.span, strict=type_ == "party")
        if isinstance(value, date):
            return value.isoformat()
        return list(value) if isinstance(value, tuple) else value

    def _party(self, name: str, span: Span, strict: bool) -> str:
        ref = self.names.get(name)
        if ref is None and strict and self.names:
            known = ", ".join(list(self.names)[:12])
            self.reader.problem(
                "D109", f"'{name}' is not a declared participant",
                span.start.offset, span.end.offset, f"one of {known}",
            )  # fmt: skip
        return ref or name

    def _holder(self, into: str) -> tuple[dict[str, Any], str]:
        """The object that `into` (dotted) lies in, made where it is missing, with its pointer."""
        here, pointer = self.data, ""
        for name in into.split(".")[:-1]:
            pointer = f"{pointer}/{name}"
            here = here.setdefault(name, {"ref": pointer})
        return here, pointer

    def _list(self, section: Section, into: str) -> None:
        holder, pointer = self._holder(into)
        name = into.split(".")[-1]
        pointer = f"{pointer}/{name}"
        entries = holder.setdefault(name, [])
        self.places.setdefault(pointer, (section.span,))
        none_in = section.spec.get("none_in")
        for row, span in zip(section.rows, section.row_spans, strict=True):
            if none_in and (none_in not in row or is_none(str(row[none_in].value))):
                continue
            values, spans = self._values(section, row)
            key = section.spec["columns"][section.spec["key"]]["to"]
            self._entry(entries, pointer, values, spans, span, str(values[key]))

    def _entry(
        self, entries: list[Any], pointer: str, values: dict[str, Any],
        spans: dict[str, Span], span: Span, name: str,
    ) -> None:  # fmt: skip
        ref = f"{pointer}/{len(entries)}"
        kind = pointer.rsplit("/", 1)[1]
        entry = {"ref": ref, "id": f"{kind}:{self._named(name)}", **values}
        if kind == "items" and "classification" in values:
            entry["listed"] = (
                values["classification"].casefold() not in read_choices()["not_listed"]
            )
        entries.append(entry)
        if kind == "persons":
            self.people[values["code"]] = ref
        self.places[ref] = (span,)
        self.places.update({f"{ref}/{k}": (s,) for k, s in spans.items()})

    def _named(self, name: str) -> str:
        return next((n for n, r in self.names.items() if r == name), name)

    def _object(self, section: Section, into: str) -> None:
        holder, pointer = self._holder(into)
        name = into.split(".")[-1]
        pointer = f"{pointer}/{name}"
        target = holder.setdefault(name, {"ref": pointer})
        self.places.setdefault(pointer, (section.span,))
        self._fields(section, pointer, target)

    def _fields(self, section: Section, pointer: str, target: dict[str, Any]) -> None:
        for label, cell in section.fields.items():
            spec = section.spec["fields"][label]
            to = spec["to"]
            if not to:
                continue
            place, into = f"{pointer}/{to}", target
            if to.startswith("/"):
                holder, _ = self._holder(to.strip("/").replace("/", "."))
                place, into, to = to, holder, to.rsplit("/", 1)[1]
            into[to] = self._plain(cell, spec["type"])
            self.places[place] = (cell.span,)
            if pointer == "/risk/sign_off" and to == "by":
                words = str(cell.value).casefold()
                levels = read_choices()["institution_levels"]
                into["level"] = "institution" if any(w in words for w in levels) else "unit"
                self.places[f"{pointer}/level"] = (cell.span,)

    def _attach(self, section: Section) -> None:
        """Rows that belong to persons; 'None' declares that there are none."""
        to, none_in = section.spec["attach"]["to"], section.spec["attach"]["none_in"]
        people = {p["code"]: p for p in self.data.get("persons", [])}
        for row, span in zip(section.rows, section.row_spans, strict=True):
            code = str(row[section.spec["key"]].value)
            person = people.get(code)
            if person is None:
                cell = row[section.spec["key"]].span
                self.reader.problem(
                    "D109", f"'{code}' is not among the key personnel",
                    cell.start.offset, cell.end.offset, f"one of {', '.join(people)}",
                )  # fmt: skip
                continue
            pointer = f"{person['ref']}/{to}"
            self.places.setdefault(pointer, (span,))
            declares_none = none_in in row and is_none(str(row[none_in].value))
            entries = person.get(to)
            if entries is not None and (declares_none or entries == []):
                self.reader.problem(
                    "D110", f"'{code}' declares none and also has entries",
                    span.start.offset, span.end.offset, "either None or the entries",
                )  # fmt: skip
                continue
            entries = person.setdefault(to, [])
            if declares_none:
                continue
            values, spans = self._values(section, row)
            values.pop("person", None)
            name = f"{code}:{values.get(section.spec['columns'][none_in]['to'], '')}"
            if section.spec["columns"][none_in]["to"] not in values:
                at = span.start.offset
                self.reader.problem("D107", f"the row has no '{none_in}'", at, span.end.offset, "")
                person.pop(to) if not entries else None
                continue
            self._entry(entries, pointer, values, spans, span, name)

    def _group(self, section: Section) -> None:
        """Rows gathered by the entity that they speak of: who holds it."""
        into, group = section.spec["into"], section.spec["group"]
        held = self.data.setdefault(into, [])
        self.places.setdefault(f"/{into}", (section.span,))
        by_name: dict[str, dict[str, Any]] = {}
        for row, span in zip(section.rows, section.row_spans, strict=True):
            values, spans = self._values(section, row)
            entity = values.pop("entity")
            if entity not in by_name:
                ref = f"/{into}/{len(held)}"
                by_name[entity] = {
                    "ref": ref,
                    "id": f"held:{entity}",
                    "entity": entity,
                    "holders": [],
                }
                held.append(by_name[entity])
                self.places[ref] = (span,)
            target = by_name[entity]
            pointer = f"{target['ref']}/holders"
            self.places.setdefault(pointer, (span,))
            if "name" not in values:
                at = span.start.offset
                self.reader.problem(
                    "D107", f"the row has no '{group['member']}'", at, span.end.offset,
                    "a holder, or None where the entity declares to have none",
                )  # fmt: skip
            elif not is_none(values["name"]):
                spans.pop("entity", None)
                self._entry(
                    target["holders"], pointer, values, spans, span, f"{entity}:{values['name']}"
                )
