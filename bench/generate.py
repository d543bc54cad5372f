"""Agreements of 5 to 200 KB with the density of duties of the example, the same at every run."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
BASE = ROOT / "fixtures" / "agreements" / "grant-agreement.md"
_START, _END = "## CHAPTER 3", "## ANNEX 1"


def agreements(count: int, seed: int = 20261123) -> Iterator[str]:
    """`count` texts; numbers and names differ, so that no two sentences repeat by design."""
    text = BASE.read_text(encoding="utf-8")
    head, rest = text.split(_START, 1)
    articles, tail = rest.split(_END, 1)
    dice = random.Random(seed)
    for number in range(count):
        size = int(5_000 * 40 ** dice.random())
        body = []
        while sum(map(len, body)) < size - 5_000 or not body:
            body.append(_varied(articles, dice, len(body)))
        yield f"{head}{_START}{''.join(body)}{_END}{tail}".replace("TIDEGLASS", f"TIDE-{number}")


def _varied(articles: str, dice: random.Random, copy: int) -> str:
    words = [
        f"{w}{dice.randrange(10**6)}" if dice.random() < 0.02 else w for w in articles.split(" ")
    ]
    text = " ".join(words)
    return text if copy == 0 else text.replace("### ARTICLE ", f"### ARTICLE {copy}0")


def write(folder: Path, count: int) -> list[Path]:
    """The texts as files, made once."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for number, text in enumerate(agreements(count)):
        path = folder / f"{number:05}.md"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths
