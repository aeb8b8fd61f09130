"""The register of the cold chain project: what may befall it, what did, and what was decided."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from northline.delivery.models import WorkItem
from northline.demo.content import register as content
from northline.demo.content.risks import OCCURRED, OCCURRENCE, RISKS, Noted
from northline.demo.making import Making
from northline.tracking.raid.actions.becoming import occur
from northline.tracking.raid.actions.entries import note, revise
from northline.tracking.raid.models import (
    Decision,
    Entry,
    Issue,
    Lesson,
    OutsideDependency,
    ProjectAssumption,
    Risk,
)

_KINDS: tuple[tuple[type[Entry], tuple[Noted, ...]], ...] = (
    (Risk, (*RISKS, OCCURRED)),
    (Issue, content.ISSUES),
    (ProjectAssumption, content.ASSUMPTIONS),
    (OutsideDependency, content.DEPENDENCIES),
    (Decision, content.DECISIONS),
    (Lesson, content.LESSONS),
)
# Told as days from today.
_DAYS = ("proximity", "due", "validate_by", "needed_by", "promised_for", "decided_on", "revisit_on")


def remember(making: Making) -> None:
    for model, lines in _KINDS:
        for number, line in enumerate(lines):
            making.past.ago(line.days_ago, _noting(making, model, number, line))
            if line.then:
                making.past.ago(line.days_ago / 2, _editing(making, model, number, line))
    making.past.ago(27, lambda: _occur(making))


def _noting(making: Making, model: type[Entry], number: int, line: Noted) -> Callable[[], None]:
    def deed() -> None:
        project = making.project()
        fields = _dated(making, line.fields) | {"owner_id": making.members[line.owner].pk}
        if line.tasks:
            tasks = WorkItem.objects.filter(project=project, title__in=line.tasks)
            fields["task_ids"] = list(tasks.values_list("pk", flat=True))
        if fields.get("status") == "decided":
            fields["decided_by_id"] = making.members[line.by].pk
        row = note(model, project, fields=fields, by=making.by(line.by))
        making.keep(model.KIND, number, row)

    return deed


def _editing(making: Making, model: type[Entry], number: int, line: Noted) -> Callable[[], None]:
    def deed() -> None:
        row = making.rows[model.KIND, number]
        row.refresh_from_db()
        fields = _dated(making, line.then or {})
        revise(row, expected=row.version, fields=fields, by=making.by(line.owner))

    return deed


def _occur(making: Making) -> None:
    row = making.rows[Risk.KIND, len(RISKS)]
    row.refresh_from_db()
    said = {"owner_id": None, "due": making.day(6)} | OCCURRENCE
    occur(row, expected=row.version, said=said, by=making.by("lena"))


def _dated(making: Making, fields: dict[str, Any]) -> dict[str, Any]:
    return {
        name: making.day(value) if name in _DAYS and value is not None else value
        for name, value in fields.items()
    }
