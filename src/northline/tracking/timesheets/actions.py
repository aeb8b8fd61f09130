"""The verbs of timesheets: report hours, hand a week in, take it back, approve and return it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northline.accounts.models import Member, RoleGrant
from northline.core import changes, editing
from northline.core.deeds import deed
from northline.core.editing import swap
from northline.core.models import Change
from northline.core.refusal import Conflict, Refusal, Stale
from northline.core.scope import Place, Scope
from northline.delivery.models import Project
from northline.tracking.timesheets import remaining, rules, writing
from northline.tracking.timesheets.models import TimeEntry, Timesheet, Verdict
from northline.tracking.timesheets.writing import Cell

State = Timesheet.State
ASKED = "asked to approve"
REPORTED, JUDGED = "timesheet_hours", "timesheet_verdicts"


def report(
    member: Member,
    week: date,
    *,
    cells: Sequence[Cell],
    left: Sequence[remaining.Left] = (),
    expected: int,
    by: Scope,
) -> Timesheet:
    """Write hours of a week, and with them what is left of the work: one change, one undo.

    Raises Stale, NotFound, NotAllowed, what `writing.write` refuses, and what refuses edits of progress.
    """
    if not left:
        return write(member, week, cells=cells, expected=expected, by=by)
    said = {"entries": len(cells), "items": len(left)}
    with deed(writing.title_of(week), place=Place(), verb="reported", by=by, said=said) as whole:
        row = write(member, week, cells=cells, expected=expected, by=by, cause=whole)
        remaining.say(left, by=by, cause=whole)
    return row


def revise_week(
    row: Timesheet, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = ""
) -> Timesheet:
    """Change fields of one's own of a week. Raises Conflict `timesheet.closed` once it is handed in."""
    refuse_closed(row)
    return editing.revise(row, expected=expected, fields=fields, by=by, reason=reason)


def refuse_closed(row: Timesheet) -> None:
    if row.state not in rules.WRITABLE:
        raise Conflict(
            "timesheet.closed",
            f"This week is {row.state}. Take it back, or have it returned, to change it. Nothing was changed.",
        )


@transaction.atomic
def write(
    member: Member,
    week: date,
    *,
    cells: Sequence[Cell],
    expected: int,
    by: Scope,
    cause: Change | None = None,
) -> Timesheet:
    """Write hours of a week, which is made with the first of them."""
    row = writing.held(member, week, expected=expected, by=by)
    was, now = writing.write(row, cells, by=by)
    if not was:
        if not row.version:
            row.delete()
        return row
    changes.record(
        by,
        "undid" if cause and cause.undo.get("how") == REPORTED else "reported",
        row,
        after={"entries": len(now), "minutes": sum(one["minutes"] for one in now)},
        undo={"how": REPORTED, "was": was, "now": now},
        cause=cause,
    )
    return row


def hours_back(change: Change, by: Scope) -> None:
    """The undo of `write`: every hour as it was, unless somebody changed one of them since."""
    row = Timesheet.objects.get(pk=change.object_id)
    said = change.undo
    standing = writing.standing(row, writing.cells_from(said["now"]))
    if standing != said["now"]:
        raise Conflict("undo.changed_since", "Some of those hours were changed since. Nothing was changed.")
    write(
        row.member,
        row.week,
        cells=writing.cells_from(said["was"]),
        expected=row.version,
        by=by,
        cause=change,
    )


@transaction.atomic
def submit(member: Member, week: date, *, expected: int, by: Scope) -> Timesheet:
    """Hand a week in: the managers of the projects in it are asked to approve their part.

    Raises Stale, Conflict `timesheet.submitted_already`.
    """
    row = writing.held(member, week, expected=expected, by=by)
    known = dict(row.verdicts.values_list("project_id", "state"))
    projects = set(
        TimeEntry.objects.filter(sheet=row, archived_at=None, minutes__gt=0).values_list(
            "project_id", flat=True
        )
    )
    wanted = {pk for pk in projects if known.get(pk) not in (State.SUBMITTED, State.APPROVED)}
    # What was returned and has no hours any more has nothing to be approved.
    gone = {pk for pk, state in known.items() if state == State.RETURNED and pk not in projects}
    if row.submitted_at is not None and not wanted and not gone:
        raise Conflict(
            "timesheet.submitted_already", f"{row.title} is submitted already. Nothing was changed."
        )
    fields: Mapping[UUID, Said | None] = dict.fromkeys(wanted, Said(State.SUBMITTED)) | dict.fromkeys(gone)
    put = _judge(row, fields, submitted_at=timezone.now(), verb="submitted", by=by)
    _ask(row, wanted, by=by, cause=put)
    return row


@transaction.atomic
def withdraw(row: Timesheet, *, expected: int, by: Scope) -> Timesheet:
    """Take a week back that was handed in, as far as it is not approved. Raises Stale, Conflict `timesheet.not_submitted`."""
    waiting = set(row.verdicts.filter(state=State.SUBMITTED).values_list("project_id", flat=True))
    known = row.verdicts.exists()
    if row.submitted_at is None or (known and not waiting):
        raise Conflict(
            "timesheet.not_submitted", f"Nothing of {row.title} waits for approval. Nothing was changed."
        )
    _expect(row, expected)
    _judge(row, dict.fromkeys(waiting), submitted_at=None, verb="withdrew", by=by)
    return row


@transaction.atomic
def approve(row: Timesheet, project: Project, *, expected: int, by: Scope) -> Timesheet:
    """Approve the hours of a project in a week: they are locked from then on. Raises Stale, Conflict `timesheet.not_waiting`."""
    _refuse_unless(row, project, State.SUBMITTED)
    _expect(row, expected)
    approve_parts(row, [project.pk], by=by)
    return row


def approve_parts(
    row: Timesheet, project_ids: Iterable[UUID], *, by: Scope, cause: Change | None = None
) -> None:
    """Approve the hours of these projects in a week, which wait for it."""
    wanted = {pk: Said(State.APPROVED, by=by.member_id) for pk in project_ids}
    _judge(row, wanted, submitted_at=row.submitted_at, verb="approved", by=by, cause=cause)


@transaction.atomic
def give_back(row: Timesheet, project: Project, *, reason: str, expected: int, by: Scope) -> Timesheet:
    """Return the hours of a project in a week to be changed; so is what was approved opened again.

    Raises Stale, Conflict `timesheet.not_waiting`, Refusal `timesheet.says_no_why`.
    """
    was = _refuse_unless(row, project, State.SUBMITTED, State.APPROVED)
    if not reason:
        raise Refusal("timesheet.says_no_why", "Say why, so that it can be put right. Nothing was changed.")
    _expect(row, expected)
    verb = "reopened" if was == State.APPROVED else "returned"
    wanted = {project.pk: Said(State.RETURNED, reason, by=by.member_id)}
    _judge(row, wanted, submitted_at=row.submitted_at, verb=verb, by=by, reason=reason, to=row.member_id)
    return row


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of the hours of a project in a week."""

    state: str
    note: str = ""
    by: UUID | None = None
    at: datetime | None = None


def _judge(
    row: Timesheet,
    wanted: Mapping[UUID, Said | None],
    *,
    submitted_at: datetime | None,
    verb: str,
    by: Scope,
    reason: str = "",
    to: UUID | None = None,
    cause: Change | None = None,
) -> Change:
    """Have these said of the projects, none where None, and record what was said before."""
    was = {one.project_id: one for one in row.verdicts.filter(project__in=wanted)}
    before = row.submitted_at
    row.verdicts.filter(project__in=wanted).delete()
    now = timezone.now()
    Verdict.objects.bulk_create(
        Verdict(sheet=row, project_id=pk, state=one.state, note=one.note, by_id=one.by, at=one.at or now)
        for pk, one in wanted.items()
        if one is not None
    )
    states = list(row.verdicts.values_list("state", flat=True))
    state = rules.state_of(states, submitted=submitted_at is not None)
    swap(row, expected=row.version, fields={"submitted_at": submitted_at, "state": state})
    undo = {
        "how": JUDGED,
        "submitted_at": before.isoformat() if before else None,
        "was": {str(pk): _plain(was.get(pk)) for pk in wanted},
        "now": {str(pk): one.state if one else None for pk, one in wanted.items()},
    }
    told = {"state": state} | ({"to": str(to)} if to else {})
    return changes.record(by, verb, row, after=told, undo=undo, reason=reason, cause=cause)


def _plain(one: Verdict | None) -> dict[str, Any] | None:
    if one is None:
        return None
    giver = str(one.by_id) if one.by_id else None
    return {"state": one.state, "note": one.note, "by": giver, "at": one.at.isoformat()}


def verdicts_back(change: Change, by: Scope) -> None:
    """The undo of handing in, taking back, approving and returning: what was said before is said again."""
    row, said = Timesheet.objects.get(pk=change.object_id), change.undo
    standing = {str(pk): state for pk, state in row.verdicts.values_list("project_id", "state")}
    if any(standing.get(pk) != state for pk, state in said["now"].items()):
        raise Conflict("undo.changed_since", "More was said of that week since. Nothing was changed.")
    wanted: dict[UUID, Said | None] = {UUID(pk): _said(one) for pk, one in said["was"].items()}
    if row.member_id != by.member_id:
        for project in Project.objects.filter(pk__in=wanted):
            by.require("plan", project.place(), what="project")
    at = said["submitted_at"]
    _judge(
        row,
        wanted,
        submitted_at=datetime.fromisoformat(at) if at else None,
        verb="undid",
        by=by,
        cause=change,
    )


def _said(one: dict[str, Any] | None) -> Said | None:
    if one is None:
        return None
    giver = UUID(one["by"]) if one["by"] else None
    return Said(one["state"], one["note"], giver, datetime.fromisoformat(one["at"]))


def _ask(row: Timesheet, projects: Iterable[UUID], *, by: Scope, cause: Change) -> None:
    """A message to the managers of the projects."""
    grants = RoleGrant.objects.filter(
        member__workspace_id=row.workspace_id,
        role="project_manager",
        object_kind="project",
        object_id__in=projects,
    )
    for member_id in sorted(set(grants.values_list("member_id", flat=True)) - {row.member_id}):
        changes.record(by, ASKED, row, after={"to": str(member_id)}, cause=cause)


def _expect(row: Timesheet, expected: int) -> None:
    if row.version != expected:
        raise Stale(row)


def _refuse_unless(row: Timesheet, project: Project, *states: str) -> str:
    found = row.verdicts.filter(project=project).values_list("state", flat=True).first() or State.OPEN
    if found not in states:
        raise Conflict(
            "timesheet.not_waiting",
            f"The hours of {project.title} in {row.title} are {found}. Nothing was changed.",
            state=str(found),
        )
    return str(found)
