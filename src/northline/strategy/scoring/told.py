"""What areas above tell scoring: what waits for what, what work took, how much can be done.

Scoring stands below the roadmap and the plans and asks through this register; who knows an answer gives a function.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from northline.core.scope import Scope


@dataclass(frozen=True, slots=True)
class Work:
    """The work of a subject's projects in person-days, `done` of them so far; `finished` when all of it is."""

    days: float
    finished: bool
    done: float = 0.0

    @property
    def progress(self) -> int | None:
        """Whole per cents, 100 only when all is done; None where there is nothing to do."""
        if self.days <= 0:
            return None
        return 100 if self.finished else min(99, int(self.done * 100 / self.days))


@dataclass(frozen=True, slots=True)
class Taken:
    """What finished work took in person-days, `booked` of them told by hours and the rest by the plan."""

    days: float
    booked: float


@dataclass(frozen=True, slots=True)
class Capacity:
    """The person-days that people have in a span, and how many people that is."""

    days: float
    people: int


WaitsFor = Callable[[UUID, Collection[UUID]], dict[UUID, list[UUID]]]
WorkOf = Callable[[UUID, Collection[UUID]], dict[UUID, Work]]
TakenBy = Callable[[UUID, Collection[UUID]], dict[UUID, Taken]]
CapacityOf = Callable[[Scope, UUID, date, date], Capacity]

_WAITS: dict[str, WaitsFor] = {}
_WORK: dict[str, WorkOf] = {}
_TAKEN: dict[str, TakenBy] = {}
_CAPACITY: list[CapacityOf] = []


def tell_order(kind: str, waits_for: WaitsFor) -> None:
    """Say how the predecessors of subjects of a kind are found: (workspace, ids) → id: predecessors."""
    _WAITS[kind] = waits_for


def tell_work(kind: str, work_of: WorkOf) -> None:
    """Say how the planned work of subjects of a kind is found: (workspace, ids) → id: work."""
    _WORK[kind] = work_of


def tell_taken(kind: str, taken_by: TakenBy) -> None:
    """Say how what subjects of a kind took is found, those with open work left out: (workspace, ids) → id: taken."""
    _TAKEN[kind] = taken_by


def tell_capacity(capacity_of: CapacityOf) -> None:
    """Say how the person-days of a product's people between two days, both included, are found."""
    _CAPACITY[:] = [capacity_of]


def waits_for(kind: str, workspace_id: UUID, ids: Collection[UUID]) -> dict[UUID, list[UUID]]:
    return _WAITS[kind](workspace_id, ids) if kind in _WAITS else {}


def work_of(kind: str, workspace_id: UUID, ids: Collection[UUID]) -> dict[UUID, Work]:
    return _WORK[kind](workspace_id, ids) if kind in _WORK else {}


def taken_by(kind: str, workspace_id: UUID, ids: Collection[UUID]) -> dict[UUID, Taken]:
    return _TAKEN[kind](workspace_id, ids) if kind in _TAKEN else {}


def capacity_of(scope: Scope, product_id: UUID, first: date, last: date) -> Capacity:
    return _CAPACITY[0](scope, product_id, first, last) if _CAPACITY else Capacity(0.0, 0)
