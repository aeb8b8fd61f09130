"""The verbs of iterations: plan one, revise it, commit work to it, move work in its plan along with that, close it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northline.core import changes, editing
from northline.core.deeds import deed
from northline.core.models import Change
from northline.core.refusal import Conflict, NotFound, Refusal
from northline.core.scope import Scope
from northline.delivery import access as delivery
from northline.delivery.models import Project, WorkItem
from northline.scheduling.actions import Edited, edit_plan
from northline.scheduling.edits import Edit
from northline.tracking.iterations.models import Commitment, Iteration
from northline.tracking.iterations.rules import LONGEST

COMMITTED = "committed"

# Items by their ids, or by the `temp_id` of what adds them, and the iteration that they are promised for.
Promised = tuple[Collection[str], Iteration | None]


def plan_iteration(project: Project, *, fields: Mapping[str, Any], by: Scope) -> Iteration:
    """Add an iteration to the project. Raises Refusal `iteration.backwards` or `iteration.too_long`."""
    row = Iteration(workspace_id=by.workspace_id, project=project, **fields)
    _check_days(row.start, row.finish)
    return editing.create(row, prefix=Iteration.PREFIX, by=by)


def revise_iteration(
    row: Iteration, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = ""
) -> Iteration:
    """Change an iteration. Raises what `plan_iteration` raises."""
    _check_days(fields.get("start", row.start), fields.get("finish", row.finish))
    return editing.revise(row, expected=expected, fields=fields, by=by, reason=reason)


def _check_days(start: date, finish: date) -> None:
    if finish < start:
        raise Refusal("iteration.backwards", f"It would finish on {finish}, before it starts on {start}.")
    if (finish - start).days >= LONGEST:
        raise Refusal("iteration.too_long", "An iteration lasts a year at most. Nothing was changed.")


@transaction.atomic
def commit(
    project_id: UUID,
    *,
    item_ids: Collection[UUID],
    iteration: Iteration | None,
    by: Scope,
    cause: Change | None = None,
) -> int:
    """Promise tasks for the iteration; for none: take them out of the one that they are in. Answers how many changed.

    Raises NotFound for an iteration or items of another plan, Conflict `iteration.closed`.
    """
    project = delivery.locked_project(by, project_id, right="contribute")
    if iteration is not None and iteration.project_id != project.pk:
        raise NotFound("iteration")
    if iteration is not None and iteration.closed_at is not None:
        raise Conflict("iteration.closed", f"{iteration.key} is closed. Nothing was changed.")
    there = WorkItem.objects.filter(project=project, pk__in=item_ids, archived_at=None).count()
    if there != len(set(item_ids)):
        raise NotFound("work item")
    wanted = dict.fromkeys(item_ids, iteration.pk if iteration else None)
    return _put(project, wanted, subject=iteration, by=by, cause=cause)


def edit_and_commit(
    project_id: UUID, *, edits: list[Edit], promises: Sequence[Promised], by: Scope
) -> tuple[Edited, Change]:
    """Edit the plan and promise tasks of it, of which some may have been added just now: all of that or none, one undo.

    Raises what `edit_plan` and `commit` raise.
    """
    project = delivery.project(by, project_id, right="contribute")
    into = ", ".join(iteration.title for _, iteration in promises if iteration)
    told = {"key": project.key, "title": project.title, "into": into or None}
    with deed(project.title, place=project.place(), verb="moved work in", by=by, said=told) as whole:
        edited = edit_plan(project_id, edits=edits, by=by, cause=whole)
        for references, iteration in promises:
            items = [_meant(reference, edited) for reference in references]
            commit(project_id, item_ids=items, iteration=iteration, by=by, cause=whole)
    return edited, whole


def _meant(reference: str, edited: Edited) -> UUID:
    try:
        return edited.editor.temporary.get(reference) or UUID(reference)
    except ValueError as wrong:
        raise NotFound("work item") from wrong


def _put(
    project: Project,
    wanted: Mapping[UUID, UUID | None],
    *,
    subject: Iteration | None,
    by: Scope,
    cause: Change | None = None,
    carried: bool = False,
) -> int:
    """Have each item in its iteration, or in none, and record where they were."""
    open_rows = Commitment.objects.select_for_update().filter(item__in=wanted, until=None)
    were = dict(open_rows.values_list("item_id", "iteration_id"))
    moved = {item: into for item, into in wanted.items() if were.get(item) != into}
    if not moved:
        return 0
    now = timezone.now()
    Commitment.objects.filter(item__in=moved, until=None).update(until=now, carried=carried)
    _open(moved, now)
    changes.record(
        by,
        "committed",
        subject or project,
        after={"items": len(moved), "into": subject.title if subject else None},
        undo={
            "how": COMMITTED,
            "project": str(project.pk),
            "was": {str(item): str(were[item]) if item in were else None for item in moved},
            "now": {str(item): str(into) if into else None for item, into in moved.items()},
        },
        cause=cause,
    )
    return len(moved)


def _open(moved: Mapping[UUID, UUID | None], now: datetime) -> None:
    """Items are in their iterations from now on; what comes back to one has never left it."""
    past = Commitment.objects.filter(item__in=moved, iteration__in=set(moved.values()) - {None})
    back = {
        item: pk
        for pk, item, iteration in past.order_by("pk").values_list("pk", "item_id", "iteration_id")
        if moved[item] == iteration
    }
    Commitment.objects.filter(pk__in=back.values()).update(until=None, carried=False)
    Commitment.objects.bulk_create(
        Commitment(iteration_id=into, item_id=item, since=now)
        for item, into in moved.items()
        if into and item not in back
    )


def take_back(change: Change, by: Scope) -> None:
    """The undo of a commitment: every item back where it was, unless somebody put one elsewhere since."""
    said = change.undo
    project = delivery.locked_project(by, UUID(said["project"]), right="contribute")
    were = {UUID(item): into and UUID(into) for item, into in said["was"].items()}
    standing = dict(
        Commitment.objects.filter(item__in=were, until=None).values_list("item_id", "iteration_id")
    )
    if any(str(standing.get(UUID(item)) or "") != (into or "") for item, into in said["now"].items()):
        raise Conflict("undo.changed_since", "Some of that was put elsewhere since. Nothing was changed.")
    subject = Iteration.objects.filter(pk=change.object_id).first()
    _put(project, were, subject=subject, by=by, cause=change)


def close(row: Iteration, *, expected: int, into: Iteration | None, by: Scope) -> tuple[Iteration, int]:
    """Close the iteration; what is open in it goes into another one, or in none. One deed, one undo.

    Raises Conflict `iteration.closed`, Refusal `iteration.carries_to_itself`.
    """
    if row.closed_at is not None:
        raise Conflict("iteration.closed", f"{row.key} is closed already. Nothing was changed.")
    if into is not None and (into.pk == row.pk or into.project_id != row.project_id):
        raise Refusal(
            "iteration.carries_elsewhere",
            "What is open is carried to another iteration of the same project. Nothing was changed.",
        )
    if into is not None and into.closed_at is not None:
        raise Conflict("iteration.closed", f"{into.key} is closed. Nothing was changed.")
    open_items = WorkItem.objects.filter(
        pk__in=Commitment.objects.filter(iteration=row, until=None).values("item"), percent_complete__lt=100
    )
    told = {"key": row.key, "title": row.title, "into": into.title if into else None}
    with deed(row.title, place=row.place(), verb="closed", by=by, said=told) as whole:
        editing.revise(row, expected=expected, fields={"closed_at": timezone.now()}, by=by, cause=whole)
        project = delivery.locked_project(by, row.project_id, right="plan")
        ids = list(open_items.values_list("pk", flat=True))
        carried = _put(
            project,
            dict.fromkeys(ids, into.pk if into else None),
            subject=into,
            by=by,
            cause=whole,
            carried=True,
        )
    return row, carried
