"""Typed values of fields and cells, by `grammar/value.lark` and the closed words."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any

import pycountry
from lark import Lark, Token, Transformer
from lark.exceptions import LarkError

from rscheck.facts.base import Money
from rscheck.parse.phrases import read_vocabulary
from rscheck.resources import folder

_STARTS = ["money", "date", "share", "duration", "yes_no"]
#: Codes in use that ISO 3166 leaves to its users.
_USER_ASSIGNED = {"XK"}
_CENTS = 100


class ValueMisfitError(ValueError):
    """A value does not fit its type; the text says what was expected instead."""


class _Values(Transformer[Token, Any]):
    def currency(self, parts: list[Token]) -> str:
        code = str(parts[0])
        if pycountry.currencies.get(alpha_3=code) is None:
            raise ValueMisfitError(f"{code} is not a currency")
        return code

    def amount(self, parts: list[Token]) -> str:
        return _digits(parts[0])

    def money(self, parts: list[str]) -> Money:
        code, digits = sorted(parts, key=lambda p: p[0].isdigit())
        whole, _, cents = digits.partition(".")
        if len(cents) > 2:
            raise ValueMisfitError("an amount has at most two decimals")
        return Money(currency=code, minor=int(whole) * _CENTS + int(cents.ljust(2, "0") or 0))

    def date(self, parts: list[Token]) -> date:
        text = " ".join(str(parts[0]).replace(".", " ").split())
        if parts[0].type == "ISO":
            return _exists(text, "%Y-%m-%d")
        try:
            return _exists(text, "%d %B %Y")
        except ValueMisfitError:
            return _exists(text, "%d %b %Y")

    def share(self, parts: list[Any]) -> int:
        whole, _, rest = _digits(parts[0]).partition(".")
        ppm = int(whole) * 10_000 + int(rest.ljust(4, "0") or 0)
        if ppm > 1_000_000:
            raise ValueMisfitError("a share is at most 100 %")
        return ppm

    def duration(self, parts: list[Token]) -> tuple[int, str]:
        return int(_digits(parts[0])), str(parts[1]).casefold().rstrip("s")

    def yes_no(self, parts: list[Token]) -> bool:
        return parts[0].type == "YES"


def _digits(token: str) -> str:
    text = str(token)
    for mark in (" ", "'", ","):
        text = text.replace(mark, "")
    if text.count(".") > 1 or ("." in text and len(text.split(".")[1]) == 3 and "." in token):
        text = text.replace(".", "")
    return text


def _exists(text: str, form: str) -> date:
    try:
        return datetime.strptime(text, form).date()
    except ValueError:
        raise ValueMisfitError("this day does not exist") from None


@cache
def _parser() -> Lark:
    grammar = (folder("grammar") / "value.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", start=_STARTS)


@lru_cache(maxsize=65536)
def read_value(type_: str, text: str) -> Any:
    """The value of a text of one of the types of `vocabulary/sections.yaml`.

    Raises ValueMisfitError with what is wrong, where that can be said better than "not …".
    """
    words = read_choices()["choices"]
    if type_ in words:
        found = words[type_].get(text) or words[type_].get(text.casefold())
        if found is None:
            raise ValueMisfitError("")
        return found
    if type_ == "months":
        number, unit = _parsed("duration", text)
        if unit not in ("month", "year"):
            raise ValueMisfitError("")
        return number * (12 if unit == "year" else 1)
    if type_ in _STARTS:
        return _parsed(type_, text)
    reader = _SIMPLE.get(type_)
    return reader(text) if reader else text


def _parsed(start: str, text: str) -> Any:
    try:
        tree = _parser().parse(" ".join(text.split()), start=start)
    except LarkError:
        raise ValueMisfitError("") from None
    try:
        return _Values().transform(tree)
    except LarkError as error:  # Lark wraps what a callback raises
        inner = getattr(error, "orig_exc", None)
        raise inner if isinstance(inner, ValueMisfitError) else ValueMisfitError("") from None


def _country(text: str) -> str:
    if len(text) == 2 and text.isupper():
        if text in _USER_ASSIGNED or pycountry.countries.get(alpha_2=text) is not None:
            return text
        raise ValueMisfitError(f"{text} is not a country code of ISO 3166")
    name = text.removeprefix("the ").removeprefix("The ")
    found = pycountry.countries.get(name=name) or pycountry.countries.get(common_name=name)
    if found is None:
        raise ValueMisfitError("")
    return str(found.alpha_2)


def _pic(text: str) -> str:
    if len(text) != 9 or not text.isdigit():
        raise ValueMisfitError("")
    return text


def _integer(text: str) -> int:
    if not text.isdigit():
        raise ValueMisfitError("")
    return int(text)


def is_none(text: str) -> bool:
    """Whether a cell declares that there is none."""
    return text.casefold() in read_choices()["none"]


def _list(text: str) -> tuple[str, ...]:
    return () if is_none(text) else tuple(p.strip() for p in text.split(";") if p.strip())


_SIMPLE = {"country": _country, "pic": _pic, "integer": _integer, "list": _list}


@cache
def read_choices() -> dict[str, Any]:
    """The closed words of `vocabulary/values.yaml`."""
    return dict(read_vocabulary("values"))
