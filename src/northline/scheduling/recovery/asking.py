"""From a plan and what was asked to the engine's question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from statistics import mean
from uuid import UUID

from northline import engine
from northline.core.refusal import Refusal
from northline.delivery.models import Resource, ResourceRate
from northline.engine.forecast import Risk
from northline.engine.recovery import (
    AddCapacity,
    AddPerson,
    Change,
    Drop,
    MoveDate,
    Overlap,
    Overtime,
    SplitTask,
    Swap,
    Terms,
    towards,
)
from northline.scheduling.compile import compiled
from northline.scheduling.kept import Kept, kept_of
from northline.scheduling.plan import Placed, Plan, Values, load
from northline.scheduling.programme.outside import is_outside
from northline.scheduling.rates import priced, rates_on
from northline.scheduling.recovery.models import Recovery
from northline.scheduling.recovery.worth import Worth, worth_of
from northline.scheduling.risks import compiled_risks, risks_of
from northline.scheduling.staffing import brought

KINDS: dict[type, str] = {
    AddPerson: "people", Overtime: "overtime", Overlap: "overlap", Drop: "cut", SplitTask: "split", Swap: "swap",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A plan with a deadline, as its recovery is looked for. `whole` is the engine's project; `prices` whether anyone's
    rate is known; `target` the key of the item whose deadline is meant, None the project's."""

    plan: Plan
    outline: list[Placed]
    kept: Kept
    whole: engine.Project
    target: str | None
    deadline: datetime
    risks: tuple[Risk, ...]
    worth: Worth
    terms: Terms
    prices: bool
    options: Values
    by_key: dict[str, Values]

    def narrowed(self, project: engine.Project) -> engine.Project:
        """The part of the plan whose finish is meant."""
        return project if self.target is None else towards(project, self.target)

    def risks_in(self, project: engine.Project) -> tuple[Risk, ...]:
        """The risks, as far as they strike what is in the plan."""
        there = {task.id for task in project.tasks}
        struck = (
            replace(risk, impacts=tuple(one for one in risk.impacts if one.task in there))
            for risk in self.risks
        )
        return tuple(risk for risk in struck if risk.impacts)

    def resource(self, resource_id: str) -> Values:
        return next(row for row in self.plan.resources if str(row["id"]) == resource_id)

    def item(self, key: str) -> Values:
        return self.by_key[key]

    def span(self, key: str) -> tuple[datetime, datetime] | None:
        """When a task starts and ends as the plan is."""
        dates = self.kept.dates.get(str(self.item(key)["id"]))
        if dates is None:
            return None
        return (datetime.fromisoformat(dates[0]), datetime.fromisoformat(dates[1]))

    def fitted(self, change: Change, *, today: date) -> Change | None:
        """A change as it may be made by what was asked; None where it must not be."""
        if KINDS.get(type(change)) not in self.options["kinds"]:
            return None
        if isinstance(change, Overtime):
            return self._within(change, today)
        if isinstance(change, AddPerson):
            change = self._somebody(change)
        return change if self._may_take(change) and all(map(self._is_open_to, _tasks(change))) else None

    def _within(self, change: Overtime, today: date) -> Overtime | None:
        first = max(change.first, today, _day(self.options["first"]) or date.min)
        last = min(change.last, _day(self.options["last"]) or date.max)
        return replace(change, first=first, last=last) if first <= last and self._may_take(change) else None

    def _somebody(self, change: AddPerson) -> AddPerson:
        """There is no second one of a person: somebody still to be found."""
        named = change.resource is not None and change.hired
        if named and self.resource(str(change.resource))["type"] == "person":
            return replace(change, resource=None)
        return change

    def _may_take(self, change: Change) -> bool:
        people = self.options["people"]
        if not people or isinstance(change, (Drop, Overlap)):
            return True
        taken = change.by if isinstance(change, Swap) else getattr(change, "resource", None)
        return taken in people

    def _is_open_to(self, key: str) -> bool:
        """Is the task the plan's own, and does it lie in the time that may be changed?"""
        if is_outside(key):
            return False
        span = self.span(key)
        first, last = _day(self.options["first"]), _day(self.options["last"])
        if span is None:
            return False
        return (first is None or span[0].date() >= first) and (last is None or span[0].date() <= last)


def asked_of(row: Recovery) -> Asked:
    """The plan of a question as it is now. Raises engine.PlanError, Refusal `recovery.no_deadline`,
    `recovery.nothing_left`."""
    plan = load(row.project_id)
    for resource_id in row.options["people"]:
        brought(plan, UUID(resource_id), Resource.objects.filter(archived_at=None))
    outline = plan.outline()
    rates = rates_on(
        date.today(), ResourceRate.objects.filter(resource__in=[r["id"] for r in plan.resources])
    )
    project = compiled(plan, outline, plan.live_links())
    whole = replace(project, resources=tuple(priced(one, rates.get(one.id)) for one in project.resources))
    worth = worth_of(plan, whole, kept_out={UUID(one) for one in row.options["keep"]})
    target = plan.items[row.item_id]["key"] if row.item_id else None
    made = Asked(
        plan=plan,
        outline=outline,
        kept=kept_of(plan),
        whole=whole,
        target=target,
        deadline=deadline_of(plan, row.item_id),
        risks=compiled_risks(risks_of(row.project_id), plan),
        worth=worth,
        terms=_terms(whole, worth),
        prices=any(one.cost_per_hour for one in whole.resources),
        options=row.options,
        by_key={item["key"]: item for item in plan.items.values()},
    )
    _refuse_done(made)
    return made


def deadline_of(plan: Plan, item_id: UUID | None) -> datetime:
    """The deadline of an item, or of the project. Raises Refusal `recovery.no_deadline`."""
    row = plan.project if item_id is None else plan.items.get(item_id, {"deadline": None, "key": ""})
    refuse_no_deadline(row["key"], row["deadline"])
    return datetime.fromisoformat(row["deadline"])


def refuse_no_deadline(key: str, deadline: str | None) -> None:
    if not deadline:
        raise Refusal(
            "recovery.no_deadline",
            f"{key} has no deadline, so there is no date to make. Give it one first.",
        )


def _refuse_done(asked: Asked) -> None:
    tasks = asked.narrowed(asked.whole).tasks
    parents = {task.parent for task in tasks}
    if all(task.percent_complete >= 100 or task.id in parents for task in tasks):
        raise Refusal("recovery.nothing_left", "All of that work is done, so nothing is left to recover.")


def _terms(project: engine.Project, worth: Worth) -> Terms:
    """Whoever has no rate costs as much as the others do on average; the value of the whole plan weighs as much as its work."""
    known = [one.cost_per_hour for one in project.resources if one.cost_per_hour]
    hour = mean(known) if known else 1.0
    work = sum(task.duration for task in project.tasks if task.id in worth.minutes) / 60
    return Terms(hour=hour, value_price=hour * work / worth.total if worth.total else 1.0)


def _tasks(change: Change) -> list[str]:
    if isinstance(change, Overlap):
        return [change.before, change.after]
    if isinstance(change, (Overtime, AddCapacity, MoveDate)):
        return []
    return [change.task]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
