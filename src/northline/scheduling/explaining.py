"""Why a date of a plan is where it is, and what would move it, by how much, as edits that can be tried."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from northline import engine
from northline.core.refusal import Refusal
from northline.core.schemas import ref_of
from northline.core.scope import Scope
from northline.delivery.models import WorkItem
from northline.delivery.rules import plan_time
from northline.engine import Busy, Change, ChangeKind, DateKind, Explanation, Move, Reason, ReasonKind
from northline.scheduling.compile import compiled
from northline.scheduling.plan import Plan, Values, load
from northline.scheduling.programme.busy import as_busy, busy_elsewhere, busy_sentence
from northline.scheduling.programme.naming import named_end, waiting_sentence
from northline.scheduling.programme.outside import OUTSIDE, is_outside

# How many changes are tried: each schedules the part of the plan that the date depends on.
MOST_TRIED = 40
MOST_SHOWN = 8


def explanation_of(item: WorkItem, date: DateKind, scope: Scope) -> Values:
    """The chain of reasons behind a date of an item that is already allowed, and the moves that gain most. Eight queries.

    Raises Refusal as the engine says where the plan cannot be computed.
    """
    plan = load(item.project_id)
    links = plan.live_links()
    project = compiled(plan, plan.outline(), links)
    try:
        found = engine.explain(project, item.key, date=date, most=MOST_TRIED)
    except engine.PlanError as error:
        raise Refusal(error.code, f"{error.message} Nothing was changed.", keys=list(error.ids)) from error
    return _Telling(plan, links, project, scope).of(found)


class _Telling:
    """Puts the plan's own rows in the place of the engine's ids."""

    def __init__(self, plan: Plan, links: list[Values], project: engine.Project, scope: Scope) -> None:
        self.plan, self.links = plan, links
        self.scope = scope
        self.outside = {f"{OUTSIDE}{row['id']}": row for row in plan.from_outside()}
        self.items = {row["key"]: row for row in plan.items.values()}
        self.people = {str(row["id"]): row["title"] for row in plan.resources}
        self.calendars = {calendar.id: calendar.name for calendar in project.calendars}

    def of(self, found: Explanation) -> Values:
        return {
            "item": self._ref(found.task),
            "date": found.date.value,
            "at": plan_time(found.at),
            "reasons": [
                self._from_outside(reason) if is_outside(reason.before or "") else self._reason(reason)
                for reason in found.reasons
                if not is_outside(reason.task)
            ],
            "moves": [self._move(move) for move in found.moves if not self._is_elsewhere(move)][:MOST_SHOWN],
            "untried": found.untried,
        }

    def _reason(self, reason: Reason) -> Values:
        told = self._told(reason)
        if reason.kind is ReasonKind.LEVELLING and not reason.busy and reason.since:
            # Levelled together with other projects, or beside them.
            item = self.items[reason.task]["id"]
            if found := busy_elsewhere(self.plan, item, self.scope, since=reason.since, until=reason.at):
                sentence = f"{reason.sentence} {busy_sentence(found)}"
                told |= {"busy": [as_busy(one) for one in found], "sentence": sentence}
        return told

    def _told(self, reason: Reason) -> Values:
        return {
            "item": self._ref(reason.task),
            "before": self._ref(reason.before) if reason.before else None,
            "project": None,
            "date": reason.date.value,
            "at": plan_time(reason.at),
            "since": plan_time(reason.since) if reason.since else None,
            "kind": reason.kind.value,
            "minutes": reason.minutes,
            "link_id": None if reason.link is None else self.links[reason.link]["id"],
            "calendars": [self.calendars[name] for name in reason.calendars],
            "busy": [self._busy(one) for one in reason.busy],
            "sentence": reason.sentence,
        }

    def _busy(self, one: Busy) -> Values:
        return {
            "resource_id": one.resource,
            "resource": self.people[one.resource],
            "since": plan_time(one.since),
            "until": plan_time(one.until),
            "items": [self._ref(key) for key in one.tasks],
        }

    def _from_outside(self, reason: Reason) -> Values:
        """The step to an item of another project, behind which this plan cannot look."""
        row = self.outside[reason.before or ""]
        end = named_end(row, "before", self.scope)
        sentence = waiting_sentence(self.items[reason.task]["title"], row, end)
        told = {"before": end["item"], "project": end["project"], "kind": "outside", "sentence": sentence}
        shown = replace(reason, before=None, link=None)
        return self._reason(shown) | {"link_id": row["id"], "since": row["bound_at"]} | told

    def _is_elsewhere(self, move: Move) -> bool:
        """Would the change be one of another project, or of a link from there?"""
        change = move.change
        return is_outside(change.task or "") or (change.link is not None and change.link >= len(self.links))

    def _move(self, move: Move) -> Values:
        edits = _EDITS.get(move.change.kind)
        return {
            "gain_minutes": int(move.gain),
            "becomes": plan_time(move.becomes),
            "step": move.step,
            "sentence": move.sentence,
            "edits": [edits(self, move.change)] if edits else [],
        }

    def _ref(self, key: str) -> Values:
        return ref_of("work_item", self.items[key])

    def set(self, key: str | None, fields: Values) -> Values:
        """The edit that gives an item these fields."""
        row = self.items[key or ""]
        return {"op": "set", "id": str(row["id"]), "version": row["version"], "fields": fields}

    def constraint(self, change: Change) -> Values:
        assert change.at is not None, "a move to another date says which"
        kind = self.items[change.task or ""]["constraint_kind"]
        return {"constraint": {"kind": kind, "at": plan_time(change.at)}}


def _unlinked(told: _Telling, change: Change) -> Values:
    return {"op": "unlink", "id": _link_of(told, change)["id"]}


def _without_lag(told: _Telling, change: Change) -> Values:
    row = _link_of(told, change)
    return {"op": "relink", "id": row["id"], "kind": row["kind"], "lag_minutes": int(change.minutes or 0)}


def _link_of(told: _Telling, change: Change) -> Values:
    assert change.link is not None
    return told.links[change.link]


# The changes that an edit of the plan can make; the others are told, and made where they belong.
_EDITS: dict[ChangeKind, Callable[[_Telling, Change], Values]] = {
    ChangeKind.REMOVE_LINK: _unlinked,
    ChangeKind.SET_LAG: _without_lag,
    ChangeKind.SHORTEN: lambda told, change: told.set(change.task, {"duration_minutes": change.minutes}),
    ChangeKind.REMOVE_CONSTRAINT: lambda told, change: told.set(change.task, {"constraint": None}),
    ChangeKind.MOVE_CONSTRAINT: lambda told, change: told.set(change.task, told.constraint(change)),
    ChangeKind.REMOVE_DEADLINE: lambda told, change: told.set(change.task, {"deadline": None}),
    ChangeKind.SCHEDULE_AUTOMATICALLY: lambda told, change: told.set(change.task, {"manual": False}),
    ChangeKind.AS_SOON_AS_POSSIBLE: lambda told, change: told.set(change.task, {"constraint": None}),
}
