"""The part of the plan's editor that lays a template into the plan, from a day on or up to one."""

from __future__ import annotations

from abc import abstractmethod
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import orjson

from northline import engine
from northline.core.ids import uuid7
from northline.core.listing import custom_values
from northline.core.refusal import Conflict, Refusal
from northline.core.scope import Scope
from northline.delivery.models import PlanCalendar, Resource, WorkItem
from northline.delivery.raci.actions import ROLES
from northline.delivery.raci.rules import Said
from northline.scheduling import edits as kinds
from northline.scheduling.checklists import joined
from northline.scheduling.compute import FINISH, dates_of
from northline.scheduling.models import PlanTemplate
from northline.scheduling.plan import CALENDAR, Plan, Values
from northline.scheduling.reshaping import Reshaping
from northline.scheduling.templates import access
from northline.scheduling.templates.days import days_after, days_between, weekdays_of
from northline.scheduling.templates.leaving_out import (
    NotTaken,
    fields_told,
    shared_calendars,
    titles_of,
    told,
    types_of,
)

# A start is looked for by turns: each is a schedule of the whole plan.
MOST_TURNS = 8
People = Mapping[str, UUID | None]


class Laying(Reshaping):
    """`left_out` is what of templates this plan cannot take, as `templates.leaving_out` tells it."""

    by: Scope

    def __init__(self) -> None:
        super().__init__()
        self.left_out: list[NotTaken] = []
        self.circles = {}

    @abstractmethod
    def blank(self) -> WorkItem:
        """An item of this plan that nothing was said of yet."""

    @abstractmethod
    def on_trial(self, plan: Plan, *, count: int) -> Laying:
        """An editor of a copy of the plan that is never stored, with keys for so many new items."""

    def _insert(self, edit: kinds.Insert) -> None:
        """Raises Conflict `template.archived`, Refusal `template.cannot_finish_then`, NotFound."""
        template = access.template(self.by, edit.template_id)
        refuse_archived(template)
        parent_id = self._item(edit.parent_id)["id"] if edit.parent_id else None
        after = self._item(edit.after_id)["id"] if edit.after_id else None
        people = chosen(template, edit.people)
        start = edit.start
        if edit.finish:
            start = latest_start(self, template, finish=edit.finish, people=people, under=parent_id)
        self._reserve(template.item_count)
        made = self.lay(
            template, start=start, finish=edit.finish, people=people, parent_id=parent_id, after=after
        )
        if edit.title and template.item_count:
            self.plan.items[made[0]]["title"] = edit.title
        if edit.temp_id and made:
            self.temporary[edit.temp_id] = made[0]

    def lay(
        self,
        template: PlanTemplate,
        *,
        start: str | None,
        finish: str | None,
        people: People,
        parent_id: UUID | None = None,
        after: UUID | None = None,
    ) -> list[UUID]:
        """Make the items of the template, dated from `start`, without one from the project's start but nothing held
        there; keys were reserved. Answers them in outline order."""
        items = orjson.loads(template.items)
        calendars, types = self._calendars(items), self._types(items)
        custom, left = custom_values.fitting(
            self.blank(), [item["columns"].get("custom", {}) for item in items], by=self.by
        )
        self.left_out += fields_told(left, by=self.by)
        dating = Dating(self.plan, template, start, finish)
        owners = _members(people)
        made: list[UUID] = []
        last: dict[UUID | None, str | None] = {parent_id: str(after) if after else None}
        for item, own in zip(items, custom, strict=True):
            above = parent_id if item["parent"] is None else made[item["parent"]]
            columns = item["columns"] | dating.columns(item)
            columns["checklist"] = joined([columns["checklist"]])
            columns["custom"] = own
            columns["calendar_id"] = calendars.get(item.get("calendar"))
            columns["item_type_id"] = types.get(columns.get("item_type_id"))
            columns["owner_id"] = owners.get(people.get(item["owner"] or ""))
            made.append(self._new(columns, parent_id=above, after=last.get(above)))
            last[above] = str(made[-1])
        for item, item_id in zip(items, made, strict=True):
            for link in item["after"]:
                said = {name: link[name] for name in ("kind", "lag_minutes", "lag_unit")}
                self._join({"before_id": made[link["number"]], "after_id": item_id} | said)
            self._staff(item, item_id, people)
            self._ask_and_tell(item, item_id, people, owners)
        return made

    def _calendars(self, items: Sequence[Values]) -> dict[str | None, UUID]:
        """The calendars of the workspace that the items name and that are still there, which come to the plan."""
        wanted = Counter(UUID(item["calendar"]) for item in items if item.get("calendar"))
        if not wanted:
            return {}
        workspace_id = self.plan.project["workspace_id"]
        there = shared_calendars(wanted, workspace_id=workspace_id)
        known = {row["id"] for row in self.plan.calendars}
        self.plan.calendars += PlanCalendar.objects.filter(pk__in=there - known).values(*CALENDAR)
        if gone := wanted.keys() - there:
            titles = titles_of(gone, by=self.by)
            self.left_out += told("calendar", {titles.get(pk, ""): wanted[pk] for pk in gone})
        return {str(pk): pk for pk in there}

    def _types(self, items: Sequence[Values]) -> dict[str | None, UUID]:
        """The types of work that the items name and that can still be given."""
        wanted = Counter(UUID(found) for item in items if (found := item["columns"].get("item_type_id")))
        if not wanted:
            return {}
        known = types_of(wanted, workspace_id=self.plan.project["workspace_id"])
        live = {pk for pk, row in known.items() if row.archived_at is None}
        if gone := wanted.keys() - live:
            self.left_out += told("type", {known[pk].title if pk in known else "": wanted[pk] for pk in gone})
        return {str(pk): pk for pk in live}

    def _staff(self, item: Values, item_id: UUID, people: People) -> None:
        on_it: set[UUID] = set()
        for row in item["people"]:
            resource_id = people.get(row["role"])
            # Who fills two roles of one task is on it once.
            if resource_id is None or resource_id in on_it:
                continue
            on_it.add(resource_id)
            self._assignable(resource_id)
            said = {name: row[name] for name in ("units", "work_minutes", "delay_minutes", "booking")}
            said["overtime_minutes"] = row.get("overtime_minutes", 0)
            self._put_assignment({"id": uuid7(), "item_id": item_id, "resource_id": resource_id} | said)

    def _ask_and_tell(
        self, item: Values, item_id: UUID, people: People, members: Mapping[UUID | None, UUID]
    ) -> None:
        """Whoever fills a role that is asked or told, unless it owns the item or works on it here."""
        found = {
            part: [members[one] for role in item.get(part, ()) if (one := people.get(role)) in members]
            for part in ROLES
        }
        on_it = {people.get(row["role"]) for row in item["people"]}
        taken = {self.plan.items[item_id]["owner_id"], *(members.get(one) for one in on_it)} - {None}
        self.circles[item_id] = Said.without(found["consulted"], found["informed"], taken=taken)


class Dating:
    """What the days of a template are, laid into a plan from `start` on; dates hang on `finish` where they are to."""

    def __init__(self, plan: Plan, template: PlanTemplate, start: str | None, finish: str | None) -> None:
        self._weekdays = weekdays_of(plan)
        self._project_start = plan.project["start"]
        self._start = start or self._project_start
        self._is_put = start is not None
        self._from, self._span = self._start, 0
        if finish is not None and template.anchor == "finish":
            self._from, self._span = finish, template.span_days

    def columns(self, item: Values) -> Values:
        """The dated columns of an item."""
        dated = {name: self._after(self._from, when, self._span) for name, when in item["dates"].items()}
        if self._is_put and item["starts"]:
            wanted = self._after(self._start, item["starts"], 0)
            if wanted > self._project_start:
                dated |= {"constraint_kind": "SNET", "constraint_at": wanted}
        return dated

    def _after(self, first: str | None, when: Values, less: int) -> str:
        assert first is not None
        return days_after(first, when["days"] - less, at=when["at"], weekdays=self._weekdays)


def latest_start(
    editor: Laying,
    template: PlanTemplate,
    *,
    finish: str,
    people: People,
    under: UUID | None = None,
    moves_project: bool = False,
) -> str:
    """The last day on which the template may begin and end by `finish`, as this plan is scheduled.

    Raises Refusal `template.cannot_finish_then`, with when it would end.
    """
    weekdays = weekdays_of(editor.plan)
    at = editor.plan.project["start"][11:]
    start = days_after(finish, -template.span_days, at=at, weekdays=weekdays)
    tried: dict[str, str] = {}
    while start not in tried and len(tried) < MOST_TURNS:
        tried[start] = end = _end(editor, template, start, finish, people, under, moves_project)
        off = days_between(end, finish, weekdays=weekdays)
        step = min(off, -1) if end > finish else off
        start = days_after(start, step, at=at, weekdays=weekdays)
    fitting = [begins for begins, ends in tried.items() if ends <= finish]
    if not fitting:
        raise Refusal(
            "template.cannot_finish_then",
            f"{template.title} would end on {min(tried.values())[:10]} at the earliest. Choose a later finish."
            " Nothing was changed.",
            earliest=min(tried.values()),
        )
    return max(fitting)


def _end(
    editor: Laying,
    template: PlanTemplate,
    start: str,
    finish: str,
    people: People,
    under: UUID | None,
    moves_project: bool,
) -> str:
    """When the template would end, begun then: laid into a copy of the plan."""
    plan = editor.plan.copy()
    plan.calendars = list(plan.calendars)
    if moves_project:
        plan.project = plan.project | {"start": start}
    made = editor.on_trial(plan, count=template.item_count).lay(
        template, start=start, finish=finish, people=people, parent_id=under
    )
    try:
        _, _, dates = dates_of(plan, plan.outline())
    except engine.PlanError as error:
        raise Refusal(error.code, f"{error.message} Nothing was changed.", keys=list(error.ids)) from error
    return max(str(dates[str(item_id)][FINISH]) for item_id in made if str(item_id) in dates)


def refuse_archived(template: PlanTemplate) -> None:
    if template.archived_at is not None:
        raise Conflict(
            "template.archived", f"{template.key} is archived. Restore it, or choose another template."
        )


def chosen(template: PlanTemplate, given: People) -> People:
    """Who fills each role: as given, else who is proposed. Raises Refusal `template.unknown_role`."""
    if unknown := given.keys() - {role["id"] for role in template.roles}:
        raise Refusal(
            "template.unknown_role",
            f"{template.title} has no role {sorted(unknown)[0]}. Read the template for its roles.",
            roles=sorted(unknown),
        )
    proposed = {role["id"]: role["resource_id"] and UUID(role["resource_id"]) for role in template.roles}
    # Nobody is refused who was only proposed, once, and is no more.
    there = set(
        Resource.objects.filter(
            workspace_id=template.workspace_id, project=None, archived_at=None, pk__in=[*proposed.values()]
        ).values_list("pk", flat=True)
    )
    return {role: one if one in there else None for role, one in proposed.items()} | dict(given)


def _members(people: People) -> dict[Any, UUID]:
    """The members that these resources are."""
    ids = [one for one in people.values() if one is not None]
    rows = Resource.objects.filter(pk__in=ids, member__isnull=False, member__suspended_at=None)
    return dict(rows.values_list("pk", "member_id"))
