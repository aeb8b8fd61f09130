"""Link items of different projects, link them otherwise, part them, and take each of these back.

Each is one transaction: both projects are held, in the order of their ids, the plan that waits is computed anew, and one
change of it is recorded.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from northline.core import changes, events
from northline.core.models import Change
from northline.core.refusal import Conflict, NotFound, Refusal, Stale
from northline.core.scope import Scope
from northline.delivery import access
from northline.delivery.access import refuse_archived
from northline.delivery.models import Project, WorkItem
from northline.scheduling.kept import kept_of
from northline.scheduling.plan import load
from northline.scheduling.programme.circles import refuse_circle
from northline.scheduling.programme.following import date_of, moved_anew, saved_finish
from northline.scheduling.programme.models import OF_FINISH, CrossLink

HELD = ("id", "before_id", "after_id", "kind", "lag_minutes", "lag_unit")


@transaction.atomic
def link_across(before_id: UUID, after_id: UUID, *, by: Scope, reason: str = "", **how: Any) -> CrossLink:
    """Let an item wait for one of another project: planned by whoever plans the one, and may read the other.

    Raises Refusal `cross_link.same_project`, `cross_link.makes_circle`, Conflict `link.exists`, `project.archived`.
    """
    after = access.work_item(by, after_id, right="plan")
    before = access.work_item(by, before_id)
    if before.project_id == after.project_id:
        raise Refusal(
            "cross_link.same_project",
            f"{before.key} and {after.key} are of one project. Link them in its plan. Nothing was changed.",
        )
    _hold_open(before, after)
    row = CrossLink(workspace_id=by.workspace_id, before=before, after=after, **how)
    _refuse_twice(row)
    return _put(row, was=None, by=by, verb="cross_linked", reason=reason)


@transaction.atomic
def link_otherwise(row: CrossLink, *, expected: int, by: Scope, reason: str = "", **how: Any) -> CrossLink:
    """Change the type or the lag of a link. Raises Stale, and what `link_across` raises."""
    _hold_open(row.before, row.after)
    was = _held(row)
    written = CrossLink.objects.filter(pk=row.pk, version=expected).update(**how, version=F("version") + 1)
    row = CrossLink.objects.filter(pk=row.pk).first() or row
    if not written:
        raise Stale
    if CrossLink.objects.filter(before=row.before_id, after=row.after_id, kind=row.kind).count() > 1:
        raise _twice(row)
    return _put(row, was=was, by=by, verb="cross_linked", reason=reason)


@transaction.atomic
def part_across(row: CrossLink, *, by: Scope, reason: str = "", cause: Change | None = None) -> None:
    """Let an item wait no longer for one of another project."""
    _hold(row.before, row.after)
    was, project = _held(row), row.after.project
    if not CrossLink.objects.filter(pk=row.pk).delete()[0]:
        raise NotFound("link")
    _settle(row, project, was=was, now=None, by=by, verb="cross_parted", reason=reason, cause=cause)


def take_back(change: Change, by: Scope) -> None:
    """The undo of each: the link as it stood, unless somebody changed it since or it would close a circle by now."""
    said = change.undo
    row = CrossLink.objects.filter(workspace_id=by.workspace_id, pk=said["link"]).first()
    if (_held(row) if row else None) != said["now"]:
        raise Conflict("undo.changed_since", "The link was changed since. Nothing was changed.", later=None)
    if said["was"] is None:
        assert row is not None
        access.work_item(by, row.after_id, right="plan")
        part_across(row, by=by, cause=change)
        return
    was = {name: UUID(value) if name.endswith("id") else value for name, value in said["was"].items()}
    after = access.work_item(by, was["after_id"], right="plan")
    before = access.work_item(by, was["before_id"])
    _hold_open(before, after)
    back = row or CrossLink(workspace_id=by.workspace_id, version=0)
    back.version += 1
    for name, value in was.items():
        setattr(back, name, value)
    _refuse_twice(back)
    _put(back, was=said["now"], by=by, verb="cross_linked", cause=change)


def _hold(before: WorkItem, after: WorkItem) -> list[Project]:
    """Hold both plans, in one order whoever asks."""
    pair = [before.project_id, after.project_id]
    return list(Project.objects.select_for_update().filter(pk__in=pair).order_by("pk"))


def _hold_open(before: WorkItem, after: WorkItem) -> None:
    """Hold both plans. Raises Conflict `project.archived`, `item.archived` for what is in no plan any more."""
    for project in _hold(before, after):
        refuse_archived(project)
    for item in (before, after):
        if WorkItem.objects.filter(pk=item.pk, archived_at=None).exists():
            continue
        raise Conflict("item.archived", f"{item.key} is in no plan any more. Nothing was changed.")


def _refuse_twice(row: CrossLink) -> None:
    same = CrossLink.objects.filter(before=row.before_id, after=row.after_id, kind=row.kind)
    if same.exclude(pk=row.pk).exists():
        raise _twice(row)


def _twice(row: CrossLink) -> Conflict:
    said = f"{row.after.key} waits for {row.before.key} like that already. Change that link instead."
    return Conflict("link.exists", said, path=[row.before.key, row.after.key])


def _put(
    row: CrossLink,
    *,
    was: dict[str, Any] | None,
    by: Scope,
    verb: str,
    reason: str = "",
    cause: Change | None = None,
) -> CrossLink:
    row.bound_at = date_of(row, kept_of(load(row.before.project_id)).dates)
    if row.kind not in OF_FINISH:
        row.spread = None
    row.save()
    _settle(row, row.after.project, was=was, now=_held(row), by=by, verb=verb, reason=reason, cause=cause)
    events.emit("linked_across", project_id=row.before.project_id)
    return row


def _settle(
    row: CrossLink,
    project: Project,
    *,
    was: dict[str, Any] | None,
    now: dict[str, Any] | None,
    by: Scope,
    verb: str,
    reason: str,
    cause: Change | None,
) -> None:
    if now:
        refuse_circle(load(project.pk), by)
    before = saved_finish(project.pk)
    touched = moved_anew(project.pk, by=by)
    shown = now or was or {}
    told = {"before": row.before.key, "after": row.after.key}
    told |= {name: shown[name] for name in ("kind", "lag_minutes", "lag_unit")}
    changes.record(
        by,
        "undid" if cause else verb,
        project,
        before={"finish": before},
        after={"link": told, "finish": saved_finish(project.pk)},
        undo={"how": "cross_link", "link": str(row.pk), "was": was, "now": now},
        reason=reason,
        cause=cause,
        touches=touched,
    )


def _held(row: CrossLink) -> dict[str, Any]:
    """A link as JSON holds it."""
    values = {name: getattr(row, name) for name in HELD}
    return {name: str(value) if name.endswith("id") else value for name, value in values.items()}
