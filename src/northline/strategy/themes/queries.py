"""Reading themes: what effort each was meant to get and what it gets."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from northline.core.scope import Scope
from northline.strategy.rules import span_of
from northline.strategy.themes import rules, told
from northline.strategy.themes.models import Theme
from northline.strategy.themes.told import Effort


def themes_of(product_id: UUID, *, archived: bool = False) -> QuerySet[Theme]:
    """The themes of a product, oldest first. The caller has opened the product."""
    rows = Theme.objects.filter(product_id=product_id, archived_at__isnull=not archived)
    return rows.select_related("owner").order_by("created_at", "pk")


@dataclass(frozen=True, slots=True)
class Weight:
    """A theme, None for the work outside of all: per cents `intended` and `actual` of the work in a period."""

    theme: Theme | None
    intended: int | None
    effort: Effort
    actual: float | None

    @property
    def difference(self) -> float | None:
        """In percentage points; positive where it gets more than was meant."""
        if self.intended is None or self.actual is None:
            return None
        return self.actual - self.intended


def balance_of(scope: Scope, product_id: UUID, period: str) -> list[Weight]:
    """Every theme with its weight in a period, and what lies outside of all of them."""
    span = span_of(period)
    assert span is not None, "a balance is of a period"
    efforts = dict(told.effort_of(scope, product_id, *span))
    themes = list(themes_of(product_id))
    standing = {row.pk for row in themes}
    outside = [effort for key, effort in efforts.items() if key not in standing]
    whole = sum(effort.planned for effort in efforts.values())
    found = [_weight(row, row.shares.get(period), efforts.get(row.pk, Effort()), whole) for row in themes]
    rest = Effort(
        sum(each.planned for each in outside),
        sum(each.done for each in outside),
        sum(each.initiatives for each in outside),
    )
    return [*found, _weight(None, None, rest, whole)] if rest.initiatives else found


def _weight(theme: Theme | None, intended: int | None, effort: Effort, whole: float) -> Weight:
    return Weight(theme, intended, effort, rules.share_of(effort.planned, whole))
