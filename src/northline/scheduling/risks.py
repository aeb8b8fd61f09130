"""What may befall a plan, for its forecast. The area that keeps risks lies above and registers its answer here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from northline.engine.forecast import Impact, Risk
from northline.scheduling.plan import Plan, Values

MINUTES_A_DAY = 1440


@dataclass(frozen=True, slots=True)
class PlanRisk:
    """An event that happens with `probability` (0 to 1) and then takes from `low` to `high` working days more.

    It strikes each of the tasks, and of a summary what comes last below it; without `task_ids` the project's finish.
    """

    id: UUID
    key: str
    title: str
    probability: float
    low: float
    likely: float
    high: float
    task_ids: tuple[UUID, ...] | None = None


Source = Callable[[UUID], Sequence[PlanRisk]]


def _none(project_id: UUID) -> Sequence[PlanRisk]:
    return ()


_sources: list[Source] = [_none]


def register(source: Source) -> None:
    """Ask `source` from now on."""
    _sources[0] = source


def risks_of(project_id: UUID) -> Sequence[PlanRisk]:
    """The open risks that count in the project's forecast."""
    return _sources[0](project_id)


def compiled_risks(risks: Sequence[PlanRisk], plan: Plan) -> tuple[Risk, ...]:
    """The engine's risks, without those that nothing is left to strike."""
    if not risks:
        return ()
    struck = _Struck(plan)
    made = (Risk(str(risk.id), risk.probability, struck.impacts(risk)) for risk in risks)
    return tuple(risk for risk in made if risk.impacts and risk.probability)


class _Struck:
    """Which tasks of the plan a risk makes longer."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.open = _open(plan)
        self.links = [
            (link["before_id"], link["after_id"])
            for link in plan.live_links()
            if link["kind"] in ("FS", "FF") and link["after_id"] in self.open
        ]
        self.last = cache(self._last)

    def impacts(self, risk: PlanRisk) -> tuple[Impact, ...]:
        tasks: dict[UUID, None] = {}
        for root in (None,) if risk.task_ids is None else risk.task_ids:
            if root is None or self.plan.alive(root):
                tasks |= dict.fromkeys(self.last(root))
        return tuple(self._impact(risk, self.plan.items[task]) for task in tasks)

    def _impact(self, risk: PlanRisk, item: Values) -> Impact:
        day = MINUTES_A_DAY if item["elapsed"] else self.plan.project["minutes_per_day"]
        return Impact(item["key"], risk.low * day, risk.likely * day, risk.high * day)

    def _last(self, root: UUID | None) -> list[UUID]:
        """The open tasks at or below `root`, None for all, for whose finish no other open work there waits.

        What is added to each of them is added to the finish of the whole.
        """
        below = self.plan.below
        tops = self.plan.children.get(None, []) if root is None else [root]
        within = {item for top in tops for item in below(top)}
        waited_for = {before for before, after in self.links if before in within and after in within}
        held = {item for before in waited_for for item in below(before)}
        return sorted(
            item for item in within & self.open if item not in held and not self.plan.children.get(item)
        )


def _open(plan: Plan) -> set[UUID]:
    """The tasks that are not done, and what stands above them."""
    found: set[UUID] = set()
    for item_id, item in plan.items.items():
        leaf = item["archived_at"] is None and not plan.children.get(item_id)
        if not leaf or not item["active"] or item["actual_finish"] or item["percent_complete"] >= 100:
            continue
        above: UUID | None = item_id
        while above is not None and above not in found:
            found.add(above)
            above = plan.items[above]["parent_id"]
    return found
