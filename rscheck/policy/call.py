"""The conditions of a call: read from YAML, validated, with the place of every value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from rscheck.errors import UsageError
from rscheck.policy.places import BadYamlError, Places, bad, spans
from rscheck.source.text import SourceText

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Where = Literal["none"] | Annotated[list[Words], Field(min_length=1)]
Count = Annotated[int, Field(ge=0, strict=True)]
Flag = Annotated[bool, Field(strict=True)]
_LIMIT = 1_000_000
_HINT = "docs/calls.md says what a call may state"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Restrictions(_Part):
    """What the call restricts; what is left out is not known, never unrestricted."""

    establishment: Where | None = None
    control: Flag | None = None
    excluded_establishment: list[Words] | None = None
    place_of_performance: Where | None = None
    equipment: Flag | None = None


class Thresholds(_Part):
    """Numbers that a rule compares with."""

    disclosure_update_days: Count | None = None
    incident_first_notice_hours: Count | None = None
    due_diligence_max_age_days: Count | None = None
    screening_max_age_days: Count | None = None


class CallModel(_Part):
    """One call; every statement of it carries its source and the date it was true."""

    call: Words
    work_programme: Words | None = None
    type_of_action: list[Words] | None = None
    pillar: Words | None = None
    deadline: date | None = None
    profiles: Annotated[list[Words], Field(min_length=1)] | None = None
    restrictions: Restrictions | None = None
    right_to_object: Flag | None = None
    thresholds: Thresholds | None = None
    funded_third_countries: list[Words] | None = None
    control_guarantees: list[Words] | None = None
    source: Words
    as_of: date


@dataclass(frozen=True)
class Call:
    """A call: `data` for OPA, and where each value of it stands in `text`."""

    data: Mapping[str, Any]
    spans: Places
    text: SourceText

    @property
    def id(self) -> str:
        """The name of the call."""
        return str(self.data["call"])


def load_call(path: Path, wanted_id: str | None = None) -> Call:
    """The call of a file, or of a folder the one that is wanted. Raises UsageError with places."""
    if not path.is_dir():
        return _load(path)
    files = sorted(file for file in path.iterdir() if file.suffix in (".yaml", ".yml"))
    calls = [_load(file) for file in files]
    found = [call for call in calls if wanted_id is None or call.id == wanted_id]
    if len(found) == 1:
        return found[0]
    if len(found) > 1:
        named = ", ".join(f"{call.id} in {call.text.file}" for call in found)
        raise UsageError("E213", f"{path} holds more than one such call: {named}")
    known = ", ".join(call.id for call in calls) or "none"
    raise UsageError("E214", f"{path} holds no call {wanted_id}; calls there: {known}")


def _load(path: Path) -> Call:
    text = SourceText(str(path), content := _read(path), content)
    places: Places = {}
    try:
        places = spans(text)
        found = YAML(typ="safe", pure=True).load(text.text)
    except BadYamlError as error:
        raise _refused(f"{path}:{error.line}:{error.column}: {error.message}") from error
    except MarkedYAMLError as error:
        problem = bad(error)
        where = f"{path}:{problem.line}:{problem.column}"
        raise _refused(f"{where}: {problem.message}") from error
    except (YAMLError, ValueError, RecursionError) as error:
        _refuse_dates(text, places)
        raise _refused(f"{path}:1:1: not readable as YAML: {error}") from error
    if not isinstance(found, dict):
        raise _refused(f"{path}:1:1: a call is a mapping of names to values")
    data = _plain(found)
    try:
        CallModel.model_validate(found)
    except ValidationError as error:
        raise _refused("\n".join(_lines(error, text, places))) from error
    return Call(data, places, text)


def _refuse_dates(text: SourceText, places: Places) -> None:
    """The reader of YAML gives no place to a date that does not exist."""
    for span in places.values():
        words = text.quote(span)
        if len(words) == 10 and words.replace("-", "").isdigit():
            try:
                date.fromisoformat(words)
            except ValueError as error:
                where = f"{text.file}:{span.start.line}:{span.start.column}"
                raise _refused(f"{where}: {words} is a date that does not exist") from error


def _read(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError("E211", f"{path} cannot be read: {error.strerror}") from error
    if len(content) > _LIMIT:
        raise UsageError("E211", f"{path} is too large for the conditions of a call")
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise UsageError("E211", f"{path}:{line}:1: not UTF-8") from error


def _refused(message: str) -> UsageError:
    return UsageError("E212", message, _HINT)


def _plain(value: Any) -> Any:
    """As the YAML says it, with dates in ISO form."""
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value


def _lines(error: ValidationError, text: SourceText, places: Places) -> list[str]:
    found: list[str] = []
    for item in error.errors():
        pointer, rest = _nearest(item["loc"], places)
        start = places[pointer].start
        name = ".".join(str(step) for step in item["loc"][:rest])
        where = f"{text.file}:{start.line}:{start.column}"
        line = f"{where}: {name}: {_reason(item)}"
        if line not in found:
            found.append(line)
    return found


def _nearest(loc: tuple[int | str, ...], places: Places) -> tuple[str, int]:
    """The innermost value that is there; a union adds steps that no file holds."""
    for length in range(len(loc), 0, -1):
        pointer = "".join(f"/{step}" for step in loc[:length])
        if pointer in places:
            return pointer, length
    return "", len(loc)


def _reason(item: Any) -> str:
    if item["type"] == "missing":
        return "is missing; every call states it"
    if item["type"] == "extra_forbidden":
        return "no call states such a thing; see whether it is misspelt"
    return f"{item['msg']}, found {item['input']!r}"
