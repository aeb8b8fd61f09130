"""What areas above tell themes: how much work goes into each in a span of time.

Themes stand below the roadmap and the plans and ask through this register; who knows the answer gives a function.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from northline.core.scope import Scope


@dataclass(frozen=True, slots=True)
class Effort:
    """Person-days that fall into a span: planned in all, of these done, and from how many initiatives."""

    planned: float = 0.0
    done: float = 0.0
    initiatives: int = 0


# (scope, product, first and last day) → effort by theme; None: the work of initiatives without one.
EffortOf = Callable[[Scope, UUID, date, date], Mapping[UUID | None, Effort]]
_EFFORT: list[EffortOf] = []


def tell_effort(effort_of: EffortOf) -> None:
    """Say how the person-days of a product's initiatives between two days, both included, spread over themes."""
    _EFFORT[:] = [effort_of]


def effort_of(scope: Scope, product_id: UUID, first: date, last: date) -> Mapping[UUID | None, Effort]:
    return _EFFORT[0](scope, product_id, first, last) if _EFFORT else {}
