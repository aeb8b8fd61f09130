"""The rows of one kind by the names that a text gives them: keys of those that are, titles of those that come."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from northline.core.refusal import Refusal
from northline.products.models import Product
from northline.roadmap.models import Initiative, Lane, Milestone
from northline.strategy.models import Objective, Theme


class Named:
    """`shown` are the rows that the text was written from; put away ones are known too and come back when named."""

    def __init__(
        self,
        kind: type[Theme | Lane | Initiative | Milestone | Objective],
        product: Product,
        shown: Iterable[Any],
    ) -> None:
        self.kind = kind.KIND
        self.shown = list(shown)
        self.all: dict[str, Any] = {row.key: row for row in kind.objects.filter(product=product)}
        self.all |= {row.key: row for row in self.shown}
        self.claimed: list[Any] = []
        self._claims: set[str] = set()
        self._titles: dict[str, list[Any]] = {}

    def claim(self, key: str) -> Any:
        """The row of that key, which the text says once; None for a new one.

        Raises Refusal `text.unknown_key` or `text.key_twice`.
        """
        if not key:
            return None
        if key in self._claims:
            raise Refusal("text.key_twice", f"{key} is in the text twice. Nothing was changed.")
        if key not in self.all:
            raise Refusal(
                "text.unknown_key",
                f"There is no {self.kind} {key} on this roadmap. Leave the key out for a new one. Nothing was changed.",
            )
        self._claims.add(key)
        return self.all[key]

    def name(self, title: str, row: Any) -> None:
        """From now on the row is known by its title too."""
        self.claimed.append(row)
        self._titles.setdefault(title, []).append(row)

    def called(self, name: str) -> Any:
        """The row that the text means by a key or by the title of just one row; None for no name.

        Raises Refusal `text.unknown_name`.
        """
        if not name:
            return None
        if name in self._claims:
            return self.all[name]
        found = self._titles.get(name, [])
        if len(found) == 1:
            return found[0]
        several = "Several are" if found else "None is"
        raise Refusal(
            "text.unknown_name",
            f"{several} called “{name}” among the {self.kind}s of this text. Nothing was changed.",
        )

    def claim_all(self) -> None:
        """Every row as it is, for a text that has no part on this kind."""
        for row in self.shown:
            self._claims.add(row.key)
            self.name(row.title, row)

    def left(self) -> list[Any]:
        """The rows that the text no longer says."""
        return [row for row in self.shown if row.key not in self._claims]

    def is_away(self, row: Any) -> bool:
        """Was the row put away when the text was written?"""
        return row.archived_at is not None and row not in self.shown

    def away(self) -> set[UUID]:
        """Those that are put away: a text does not tell them."""
        return {row.pk for row in self.all.values() if row.archived_at}

    def places(self, keys: Sequence[str]) -> list[dict[str, float]]:
        """The position of each, as a field to set, where the text has them in another order than they lie in.

        New ones, which have no key, come last by themselves; in between they need a place.
        """
        known = [self.all[key] for key in keys if key in self.all]
        lie = sorted(known, key=lambda row: (row.position, row.pk))
        last = max((number for number, key in enumerate(keys) if key), default=0)
        if known == lie and all(keys[:last]):
            return [{} for _ in keys]
        return [{"position": float(number)} for number in range(len(keys))]
