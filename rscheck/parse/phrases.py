"""The vocabulary as a trie of words: what a phrase is, found by walking it word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

from ruamel.yaml import YAML

from rscheck.resources import folder


class Meaning(NamedTuple):
    """`type` is the terminal of the grammar; `name` what the vocabulary files it under."""

    type: str
    name: str = ""
    extra: str = ""


_TERMINAL = "\0"
_REPEATS = 2
#: Where a phrase is filed twice, the earlier type is the one the grammar sees.
_RANK = (
    "DEROGATE", "MODAL", "EXCEPTION", "CONDITION", "NARROW", "ACTOR", "VAGUE", "RELATION", "UNIT",
    "VERB", "LIGHT", "NOTICE", "CUE", "EVENT",
)  # fmt: skip


def expand(phrase: str) -> list[str]:
    """All wordings of a phrase: `[x]` may be left out, `(a|b)` is a choice, `[x]*` may recur."""
    parts: list[list[str]] = []
    for optional, star, choice, word in re.findall(
        r"\[([^\]]*)\](\*?)|\(([^)]*)\)|([^\s\[\](),]+)", phrase
    ):
        if word:
            parts.append([word])
        elif choice:
            parts.append(choice.split("|"))
        else:
            once = optional.split("|")
            more = [" ".join(p) for p in product(once, repeat=_REPEATS)] if star else []
            parts.append(["", *once, *more])
    return [" ".join(" ".join(combo).split()).casefold() for combo in product(*parts)]


def read_vocabulary(name: str) -> Any:
    """One file of `grammar/vocabulary/` as plain data."""
    return YAML(typ="safe").load(folder("grammar") / "vocabulary" / f"{name}.yaml")


def _entries() -> list[tuple[str, Meaning]]:
    found: list[tuple[str, Meaning]] = []
    for type_, value in read_vocabulary("words").items():
        groups = value if isinstance(value, dict) else {"": value}
        found += [(p, Meaning(type_, name)) for name, phrases in groups.items() for p in phrases]
    actions = read_vocabulary("actions")
    found += [(p, Meaning("LIGHT")) for p in actions["light"]]
    found += [(p, Meaning("NOTICE")) for p in actions["notice"]]
    for name, phrases in actions["actions"].items():
        found += [(p, Meaning("VERB", name)) for p in phrases]
    for name, phrases in read_vocabulary("topics")["atoms"].items():
        found += [(p, Meaning("CUE", name)) for p in phrases]
    return found + _actors()


def _actors() -> list[tuple[str, Meaning]]:
    data = read_vocabulary("actors")
    found = []
    for term, forms in data["terms"].items():
        for scope, nouns in forms.items():
            for noun in nouns:
                found.append((noun, Meaning("ACTOR", term, scope)))
                for quantifier, words in data["quantifiers"].items():
                    actual = _scope(scope, quantifier)
                    found += [(f"{w} {noun}", Meaning("ACTOR", term, actual)) for w in words]
    return found


def _scope(noun: str, quantifier: str) -> str:
    if quantifier == "all":
        return noun  # "the beneficiary" is each, "the beneficiaries" all of them
    if noun == "named" and quantifier != "none":
        return "named"
    return "named" if quantifier == "some" else quantifier


@dataclass(frozen=True)
class Vocabulary:
    """`trie` maps a word to the next level; under _TERMINAL lie the meanings of what was walked."""

    trie: dict[str, Any]
    topics: dict[str, Any]
    numbers: dict[str, int]

    def longest(self, words: list[str], at: int) -> tuple[int, tuple[Meaning, ...]]:
        """How many words from `at` on are a phrase, and what it may mean; (0, ()) for none."""
        node, best, meanings = self.trie, 0, ()
        for index in range(at, len(words)):
            node = node.get(words[index])  # type: ignore[assignment]
            if node is None:
                break
            if _TERMINAL in node:
                best, meanings = index - at + 1, node[_TERMINAL]
        return best, meanings


@cache
def vocabulary() -> Vocabulary:
    """The words of `grammar/vocabulary/`, read once a process."""
    trie: dict[str, Any] = {}
    for phrase, meaning in _entries():
        for wording in expand(phrase):
            node = trie
            for word in wording.split():
                node = node.setdefault(word, {})
            known = node.get(_TERMINAL, ())
            if meaning not in known:
                node[_TERMINAL] = tuple(sorted((*known, meaning), key=_rank))
    return Vocabulary(trie, read_vocabulary("topics"), read_vocabulary("numbers")["words"])


def _rank(meaning: Meaning) -> int:
    return _RANK.index(meaning.type) if meaning.type in _RANK else len(_RANK)


def vocabulary_files() -> list[Path]:
    """The files that the vocabulary is read from, for digests and caches."""
    return sorted((folder("grammar") / "vocabulary").glob("*.yaml"))
