"""From what the engine found to an answer: every way back tried as a scenario, told and ranked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict

from northline import engine
from northline.core.refusal import Refusal
from northline.core.schemas import ref_of
from northline.core.scope import Scope
from northline.delivery.rules import plan_time
from northline.engine.recovery import Drop, Lever, MoveDate, Overtime, Package, Recovery
from northline.scheduling.plan import Values
from northline.scheduling.recovery.asking import Asked
from northline.scheduling.recovery.effects import Others, others_of
from northline.scheduling.recovery.translating import edits_of
from northline.scheduling.recovery.trying import Tried, gain_of, tried
from northline.scheduling.recovery.wording import Telling
from northline.scheduling.recovery.worth import minutes_of

MOST_OF_A_KIND = 4


class Answering:
    """Tells one recovery. `going_on` is called before each way that is tried; it raises to stop."""

    def __init__(self, asked: Asked, *, by: Scope, going_on: Callable[[], None]) -> None:
        self.asked, self.by, self.going_on = asked, by, going_on
        self.before: Tried = tried(asked, [], by=by, criticality=True)
        self.others: Others = others_of(asked)
        self.edits: dict[str, list[Values]] = {}
        critical = {one.id: one.criticality_index for one in self.before.forecast.drivers}
        names = {str(row["id"]): row["title"] for row in asked.plan.resources}
        self.words = Telling(asked.whole, critical, names)

    def answer(self, found: Recovery) -> Values:
        """What is shown; what each way changes is then in `edits`."""
        levers = [lever for lever in found.levers if lever.gain > 0 or lever.p80_earlier.total_seconds() > 0]
        levers += [
            lever for lever in found.levers if isinstance(lever.change, MoveDate) and lever not in levers
        ]
        singles = [self._way(f"lever-{n}", [lever]) for n, lever in enumerate(_some_of_each(levers), 1)]
        packages = [self._way(f"package-{n}", one.levers, of=one) for n, one in enumerate(found.packages, 1)]
        ways = [way for way in (*packages, *sorted(filter(None, singles), key=_worth)) if way]
        forecast = self.before.forecast
        return {
            "deadline": plan_time(found.deadline),
            "target": found.target,
            "probability": forecast.probability_by(found.deadline),
            "p50": plan_time(forecast.p50),
            "p80": plan_time(forecast.p80),
            "finish": self._finish(self.before),
            "reached": forecast.probability_by(found.deadline) >= found.target,
            "ways": ways,
            "value": {"unit": self.asked.worth.unit, "total": round(self.asked.worth.total, 2)}
            | {"initiatives": self.asked.worth.initiatives},
            "priced": self.asked.prices,
            "simulations": found.simulations,
            "samples": forecast.samples,
        }

    def _way(self, name: str, levers: Sequence[Lever], *, of: Package | None = None) -> Values | None:
        """One way back as its scenario would be; None where the plan does not take it."""
        self.going_on()
        changes = [lever.change for lever in levers]
        try:
            edits = edits_of(self.asked, changes)
            after = tried(self.asked, edits, by=self.by)
        except (Refusal, engine.PlanError):
            return None
        self.edits[name] = edits
        moved = [change.to for change in changes if isinstance(change, MoveDate)]
        then = moved[-1] if moved else self.asked.deadline
        gain = gain_of(self.before.forecast, after.forecast, deadline=self.asked.deadline, then=then)
        chance = after.forecast.probability_by(then)
        return {
            "name": name,
            "kind": "package" if of else str(levers[0].kind),
            "title": self._title(levers),
            "steps": [
                {"title": self.words.title(change), "why": self.words.why(change, after.project)}
                for change in changes
            ],
            "probability": chance,
            "gain": {key: round(value, 4) for key, value in asdict(gain).items()},
            "deadline": plan_time(then),
            "new_deadline": bool(moved),
            "p50": plan_time(after.forecast.p50),
            "p80": plan_time(after.forecast.p80),
            "finish": self._finish(after),
            "reached": chance >= self.asked.options["target"],
            "cost": round(sum(lever.cost for lever in levers), 2) if self.asked.prices else None,
            "hours": round(self._hours(levers, after), 1),
            "value_lost": round(sum(lever.value_lost for lever in levers), 2),
            "cut": [self._item(change.task) for change in changes if isinstance(change, Drop)],
            "opens": bool(edits),
            "edit_count": len(edits),
        } | self.others.told(after)

    def _title(self, levers: Sequence[Lever]) -> str:
        return "; ".join(self.words.title(lever.change) for lever in levers)

    def _hours(self, levers: Sequence[Lever], after: Tried) -> float:
        """Hours of work that are added; those of overtime are worked in addition to the usual ones."""
        was, now = (sum(minutes_of(one.project).values()) for one in (self.before, after))
        if any(isinstance(lever.change, Overtime) for lever in levers):
            return abs(now - was) / 60
        return (now - was) / 60

    def _finish(self, plan: Tried) -> str:
        """When what is meant ends, as scheduled."""
        if self.asked.target is None:
            return max((dates[1] for dates in plan.dates.values()), default=plan_time(self.asked.deadline))
        row = self.asked.item(self.asked.target)
        dates = plan.dates.get(str(row["id"]))
        return dates[1] if dates else plan_time(self.asked.deadline)

    def _item(self, key: str) -> Values:
        row = self.asked.item(key)
        return ref_of("work_item", row) | {"id": str(row["id"])}


def _some_of_each(levers: Sequence[Lever]) -> list[Lever]:
    """The worthiest of every kind, so that none crowds out the others."""
    seen: Counter[str] = Counter()
    kept = []
    for lever in levers:
        seen[lever.kind] += 1
        if seen[lever.kind] <= MOST_OF_A_KIND:
            kept.append(lever)
    return kept


def _worth(way: Values) -> tuple[bool, float, str]:
    """The most gained probability for its price first; another date, which is always there, last."""
    price = 1.0 + max(0.0, way["cost"] if way["cost"] is not None else way["hours"]) + way["value_lost"]
    return (way["new_deadline"], -way["gain"]["gain"] / price, way["p80"])
