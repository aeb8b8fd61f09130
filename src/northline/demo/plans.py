"""Charters and the plans that answer them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from northline.core import changes, events, links
from northline.core.richtext import of_text
from northline.delivery import chartering
from northline.delivery.filing import store_plan
from northline.delivery.models import Charter, Project, WorkItem
from northline.demo.content.plans import ACROSS, DEADLINES, PROJECTS
from northline.demo.content.roadmap import CHARTERS
from northline.demo.making import Making
from northline.demo.outline import plan_of
from northline.demo.resourcing import share
from northline.scheduling.programme.actions import link_across


def remember(making: Making) -> None:
    for handle, (_, _, _, starts, _) in PROJECTS.items():
        making.past.ago(min(-starts, 60) if handle != "late" else 71, _project(making, handle))
    making.past.ago(70, lambda: _realise(making, "late", 4))
    for charter in CHARTERS:
        making.past.ago(3 if charter["state"] == "proposed" else 47, _charter(making, charter))
    making.past.ago(40, lambda: _join_late(making))
    for before, after in ACROSS:
        making.past.ago(21, _waits(making, before, after))


def _project(making: Making, handle: str) -> Callable[[], None]:
    code, name, text, starts, ends = PROJECTS[handle]

    def deed() -> None:
        by = making.by("marek")
        plan = plan_of(text, start=making.day(starts), today=making.today, name=name)
        row = store_plan(plan, title=name, code=code, product_id=making.product.pk, by=by)
        share(making, row)
        Project.objects.filter(pk=row.pk).update(deadline=f"{making.day(ends).isoformat()}T17:00")
        for title, days in DEADLINES.get(handle, {}).items():
            due = f"{making.day(days).isoformat()}T17:00"
            WorkItem.objects.filter(project=row, title=title).update(deadline=due)
        events.emit("plan_changed", project_id=row.pk)
        row.refresh_from_db()
        changes.record(by, "planned", row, after={"title": name, "items": len(plan["items"])})
        making.keep("project", handle, row)

    return deed


def _waits(making: Making, before: tuple[str, str], after: tuple[str, str]) -> Callable[[], None]:
    """What of one project waits for what of another."""

    def deed() -> None:
        ends = [
            WorkItem.objects.get(project=making.rows["project", handle], title=title).pk
            for handle, title in (before, after)
        ]
        link_across(*ends, by=making.by("marek"))

    return deed


def _realise(making: Making, handle: str, number: int) -> None:
    links.link(
        "realises",
        making.rows["project", handle],
        target=making.rows["initiative", number],
        by=making.by("marek"),
    )


def _charter(making: Making, said: dict[str, Any]) -> Callable[[], None]:
    def deed() -> None:
        terms = {
            "project_id": making.rows["project", said["project"]].pk,
            "project_name": None,
            "code": None,
            "scope": of_text(said["scope"]),
            "deadline": making.day(said["deadline"]),
            "success_criteria": list(said["criteria"]),
            "project_manager_id": making.members["marek"].pk,
        }
        row: Charter = chartering.propose(
            making.rows["initiative", said["initiative"]], terms=terms, by=making.by("priya")
        )
        if said["state"] == "accepted":
            chartering.accept(Charter.objects.get(pk=row.pk), expected=row.version, by=making.by("marek"))
            Charter.objects.filter(pk=row.pk).update(accepted_at=making.past.now - timedelta(days=47))

    return deed


def _join_late(making: Making) -> None:
    """Initiatives written before their ideas were are joined to them now."""
    for number, idea in making.late_links:
        links.link(
            "delivers",
            making.rows["initiative", number],
            target=making.rows["idea", idea],
            by=making.by("priya"),
        )
