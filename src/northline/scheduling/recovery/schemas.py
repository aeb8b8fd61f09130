"""What recovery is asked, and what its answers look like."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator

from northline.core.schemas import In, Out, Ref, Told, Who, ref, who
from northline.core.scope import Scope
from northline.delivery.models import Project
from northline.delivery.schemas import PlanTime
from northline.scheduling.models import Scenario
from northline.scheduling.recovery.models import Recovery

LeverName = Literal["people", "overtime", "overlap", "cut", "split", "swap"]
ALL: tuple[LeverName, ...] = ("people", "overtime", "overlap", "cut", "split", "swap")
Named = Annotated[list[UUID], Field(max_length=500)]


class RecoveryIn(In):
    """How to make the date: that of `item_id`, else the project's.

    `target` is the chance to reach (0 to 1), `budget` the most that the ways may cost, `keep` the items that must not be cut,
    `people` those who may be given more (none named: anybody on the plan, and people still to be found). Only work that
    starts from `first` to `last` is changed.
    """

    item_id: UUID | None = None
    target: Annotated[float, Field(gt=0, le=1)] = 0.8
    budget: Annotated[float, Field(ge=0, le=1e12)] | None = None
    keep: Named = []
    people: Named = []
    first: date | None = None
    last: date | None = None
    kinds: Annotated[list[LeverName], Field(min_length=1)] = list(ALL)

    @model_validator(mode="after")
    def _rising(self) -> Self:
        if self.first and self.last and self.last < self.first:
            raise ValueError("The range ends before it begins.")
        return self


class WayName(In):
    """Which way to open, by its `name`."""

    way: Annotated[str, Field(max_length=40)]


class RecoveryStep(Out):
    title: str
    why: str


class RecoveryGain(Out):
    """How much the chance rises, and between what with 95 % by the luck of the draw."""

    gain: float
    low: float
    high: float


class RecoveryPerson(Out):
    """Somebody whose work changes: hours more or less, hours beyond what they can, and the projects that want them then."""

    id: UUID
    title: str
    hours: float
    overload_hours: float
    projects: list[Ref]
    hidden_projects: int


class WayOut(Out):
    """One lever, or several as a package. `cost` is null where no rate is known, or for whoever may not know; `value_lost` is in
    the unit of the answer; `scenario` is that opened from it."""

    name: str
    kind: str
    title: str
    steps: list[RecoveryStep]
    probability: float
    gain: RecoveryGain
    deadline: PlanTime
    new_deadline: bool
    p50: PlanTime
    p80: PlanTime
    finish: PlanTime
    reached: bool
    cost: float | None
    hours: float
    value_lost: float
    cut: list[Ref]
    people: list[RecoveryPerson]
    later: list[Ref]
    later_count: int
    opens: bool
    edit_count: int
    scenario: Ref | None


class RealisedValue(Out):
    initiative: Ref
    score: float | None
    share: float | None


class RecoveryValue(Out):
    """In what value is told: points of the initiatives' scores, or percents of the scope where nobody has scored them."""

    unit: Literal["score", "scope"]
    total: float
    initiatives: list[RealisedValue]


class RecoveryFound(Out):
    deadline: PlanTime
    target: float
    probability: float
    p50: PlanTime
    p80: PlanTime
    finish: PlanTime
    reached: bool
    ways: list[WayOut]
    value: RecoveryValue
    priced: bool
    simulations: int
    samples: int


class RecoveryOut(Out):
    """`stale` where the plan was changed since: the ways do not fit any more."""

    id: UUID
    project: Ref
    item: Ref | None
    state: Literal["computing", "ready", "refused"]
    stale: bool
    by: Who | None
    created_at: datetime
    job_id: UUID | None
    options: dict[str, Any]
    found: RecoveryFound | None
    refusal: Told | None
    can: dict[str, bool]


def show_recovery(
    row: Recovery,
    scope: Scope,
    *,
    priced: bool,
    projects: Mapping[str, Project],
    scenarios: Mapping[str, Scenario],
) -> dict[str, Any]:
    """An answer as a reader may see it: prices for whoever may know them, and no project that they may not see."""
    found = row.found
    if found is not None:
        ways = [_way(one, row, priced, projects, scenarios) for one in found["ways"]]
        found = found | {"ways": ways, "priced": found["priced"] and priced}
    return {
        "id": row.pk,
        "project": ref(row.project),
        "item": ref(row.item) if row.item else None,
        "state": row.state,
        "stale": row.plan_version != row.project.plan_version,
        "by": who(row.by),
        "created_at": row.created_at,
        "job_id": row.job_id,
        "options": row.options,
        "found": found,
        "refusal": row.refusal,
        "can": {"plan": scope.may("plan", row.place()), "price": priced},
    }


def _way(
    way: dict[str, Any],
    row: Recovery,
    priced: bool,
    projects: Mapping[str, Project],
    scenarios: Mapping[str, Scenario],
) -> dict[str, Any]:
    opened = scenarios.get(row.opened.get(way["name"], ""))
    people = []
    for one in way["people"]:
        seen = [ref(projects[pk]) for pk in one["projects"] if pk in projects]
        hidden = len(one["projects"]) - len(seen)
        people.append(one | {"projects": seen, "hidden_projects": hidden})
    return way | {
        "cost": way["cost"] if priced else None,
        "people": people,
        "scenario": ref(opened) if opened else None,
    }
