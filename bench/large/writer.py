"""Made text and dates, the same in every run, and rows written in large batches."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate, islice
from typing import Any

from django.utils import timezone

from northline.accounts.models import Member, Workspace
from northline.products.models import Product

SYLLABLES = [
    "ka",
    "lo",
    "mi",
    "re",
    "su",
    "ta",
    "ve",
    "no",
    "pi",
    "da",
    "fe",
    "gu",
    "ho",
    "ja",
    "be",
    "ri",
    "zu",
    "ne",
]
COMMON = ["the", "a", "of", "to", "and", "we", "in", "is", "that", "it", "for", "when", "every"]
SAID = ["customer", "month", "report", "export", "invoice", "search", "filter"]
TAGS = [
    "report",
    "export",
    "billing",
    "login",
    "mobile",
    "speed",
    "search",
    "roles",
    "api",
    "import",
    "mail",
    "dates",
    "table",
    "chart",
    "team",
    "audit",
]
DAYS = 900
RARE = 30_000
BATCH = 5_000


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is of everything, by the number of insights and initiatives."""

    insights: int = 100_000
    initiatives: int = 5_000

    @property
    def needs(self) -> int:
        return max(self.insights // 100, 20)

    @property
    def ideas(self) -> int:
        return max(self.insights // 20, 40)

    @property
    def customers(self) -> int:
        return max(self.insights // 50, 8)

    @property
    def people(self) -> int:
        return max(self.initiatives // 25, 4)

    @property
    def projects(self) -> int:
        return max(self.initiatives // 50, 5)

    @property
    def small_tree(self) -> tuple[int, int]:
        """Needs and ideas of the last product, whose tree has 300 cards; the others share the rest."""
        return self.needs * 6 // 100, self.ideas * 48 // 1_000


class Writer:
    """Text whose words come as in a language: few everywhere, most of them rare (Zipf's law)."""

    def __init__(self) -> None:
        self.chance = random.Random(7)
        self.today = timezone.localdate()
        self._now = timezone.now()
        chance = self.chance
        rare = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(RARE)]
        # What products are talked about in stands in about one text of ten.
        rare[40:40] = SAID
        self._words = [*COMMON, *dict.fromkeys(rare)]
        self.rare = self._words[5_000]
        weights = [0.4 / (n + 3) for n in range(len(COMMON))]
        weights += [0.09 / (n + 3) for n in range(len(self._words) - len(COMMON))]
        self._weights = list(accumulate(weights))

    def text(self, length: int) -> str:
        return " ".join(self.chance.choices(self._words, cum_weights=self._weights, k=length))

    def tags(self) -> list[str]:
        return list(dict.fromkeys(self.chance.choices(TAGS, k=self.chance.randint(0, 3))))

    def at(self, number: int, *, of: int) -> datetime:
        """When the thing of that number was made: the last days ago none, the first DAYS."""
        return self._now - timedelta(days=DAYS * (of - number) / of)

    def some_time(self) -> datetime:
        """A moment of those days."""
        return self.at(self.chance.randrange(DAYS), of=DAYS)

    def some(self, share: float) -> bool:
        return self.chance.random() < share


def body(words: str) -> dict[str, Any]:
    """The rich text of one paragraph."""
    return {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": words}]}]}


def written(rows: Iterable[Any]) -> list[Any]:
    """Write rows of one model, and the search index with them."""
    made: list[Any] = []
    waiting = iter(rows)
    while batch := list(islice(waiting, BATCH)):
        made += type(batch[0])._default_manager.bulk_create(batch)
    return made


class Part:
    """What writes one part of the workspace, and what it takes for it."""

    def __init__(
        self, workspace: Workspace, products: list[Product], members: list[Member], writer: Writer, size: Size
    ) -> None:
        self.size = size
        self.workspace, self.products, self.members, self.writer = workspace, products, members, writer
        self.chance = writer.chance
