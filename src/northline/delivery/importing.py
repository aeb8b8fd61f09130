"""Bring in a plan file: take it in, read it aside, show what it holds, and make it a project, whole or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import orjson
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from northline.accounts.authentication import scope_of_member
from northline.core import changes, events, jobs, uploads
from northline.core.models import Job
from northline.core.refusal import Conflict, NotFound, Refusal
from northline.core.scope import Scope
from northline.delivery import actions, rules
from northline.delivery.file_fields import left_out
from northline.delivery.filing import names_in_circles, owners_known, store_plan
from northline.delivery.item_types.queries import types_named
from northline.delivery.models import Import, Project
from northline.delivery.raci.queries import members_named

KEPT_FOR = timedelta(days=1)
HEAVY = Refusal(
    "format.too_heavy", "Reading this file takes more time or memory than one plan may. Split the plan."
)


def take_in(
    file: UploadedFile[bytes] | None, *, cut: bool, title: str, code: str, product_id: UUID | None, by: Scope
) -> Import:
    """Keep the upload and have it read by a job.

    Raises Refusal `upload.too_large` (413), `upload.missing`, `project.code_invalid`, Conflict `project.code_taken`.
    """
    actions.may_start(product_id, by=by)
    file = uploads.checked(file, cut=cut, holds="plan")
    code = _checked(code, by=by)
    sweep()
    name = uploads.keep(file)
    try:
        return _enqueued(
            Import(
                workspace_id=by.workspace_id,
                by_id=by.member_id,
                file=name,
                file_name=(file.name or "")[:200],
                title=title,
                code=code,
                product_id=product_id,
            ),
            by=by,
        )
    except BaseException:
        uploads.forget(name)
        raise


@transaction.atomic
def _enqueued(row: Import, *, by: Scope) -> Import:
    row.save(force_insert=True)
    row.job = jobs.enqueue("read_plan", by=by, import_id=str(row.pk))
    row.save(update_fields=["job"])
    return row


def _checked(code: str, *, by: Scope) -> str:
    code = code.strip().upper()
    if code and not rules.CODE.fullmatch(code):
        raise Refusal(
            "project.code_invalid", "A code is two to ten capital letters and digits, a letter first."
        )
    if code:
        actions.check_code(code, by=by)
    return code


def sweep() -> None:
    """Clear away imports whose job was cancelled or gave up, and those that nobody confirmed within a day."""
    dead = Q(job__state__in=[Job.State.CANCELLED, Job.State.FAILED]) & Q(state__in=["reading", "importing"])
    old = Q(created_at__lt=timezone.now() - KEPT_FOR) & ~Q(state__in=["imported", "importing"])
    for row in Import.objects.filter(dead | old):
        uploads.forget(row.file)
        row.delete()


@jobs.handles("read_plan")
def read_plan(run: jobs.Run) -> dict[str, Any]:
    """Read the file in a process of its own. A file that cannot be read is refused, and nothing of it is kept."""
    row = Import.objects.filter(pk=run.job.arguments["import_id"]).first()
    if row is None:
        raise jobs.Cancelled
    run.report(0, of=2, note="Reading the file")
    try:
        answer = uploads.read_aside(
            row.file,
            by="northline.delivery.plan_reader",
            heavy=HEAVY,
            tick=lambda: run.report(1, of=2, note="Reading the file"),
        )
    except jobs.Cancelled:
        uploads.forget(row.file)
        row.delete()
        raise
    except Refusal as refusal:
        _refuse(row, refusal)
        raise
    preview = answer["preview"]
    preview["warnings"] += _unknown_types(answer["plan"]["items"], row.workspace_id)
    preview["warnings"] += _unknown_people(answer["plan"]["items"], row.workspace_id)
    preview["warnings"] += _unknown_owners(answer["plan"]["items"], row.workspace_id)
    preview["warnings"] += _unknown_fields(answer["plan"]["items"], row, door=run.job.door)
    Import.objects.filter(pk=row.pk, state="reading").update(state="ready", preview=preview)
    return {"import_id": str(row.pk), "state": "ready"}


def _unknown_types(items: Sequence[Mapping[str, Any]], workspace_id: UUID) -> list[dict[str, str]]:
    """What the preview tells of types of work that the workspace does not have."""
    counted = Counter(item["item_type"] for item in items)
    unknown = counted.keys() - types_named(counted, workspace_id=workspace_id)
    return [
        {
            "what": "left_out",
            "where": "Plan",
            "message": f"The workspace has no type of work “{name}”: what has it ({counted[name]:,}) becomes a plain task,"
            " unless somebody adds the type under Settings before this is brought in.",
        }
        for name in sorted(unknown)
    ]


def _unknown_people(items: Sequence[Mapping[str, Any]], workspace_id: UUID) -> list[dict[str, str]]:
    """What the preview tells of those who are asked or told of items, and are nobody here by that name."""
    names = names_in_circles(items)
    return [
        {
            "what": "left_out",
            "where": "Plan",
            "message": f"“{name}” is consulted or informed of work, and the workspace has no member of just that name:"
            " name somebody for them once the plan is here.",
        }
        for name in sorted(names - members_named(names, workspace_id=workspace_id).keys())
    ]


def _unknown_owners(items: Sequence[Mapping[str, Any]], workspace_id: UUID) -> list[dict[str, str]]:
    """What the preview tells of those who answer for items, and are nobody here."""
    counted = Counter(item["owner"] for item in items if item["owner"])
    return [
        {
            "what": "left_out",
            "where": "Plan",
            "message": f"“{name}” answers for work ({counted[name]:,}), and the workspace has no member of just that name or"
            " e-mail address: name an owner once the plan is here.",
        }
        for name in sorted(counted.keys() - owners_known(items, workspace_id=workspace_id).keys())
    ]


def _unknown_fields(items: Sequence[Mapping[str, Any]], row: Import, *, door: str) -> list[dict[str, str]]:
    """What the preview tells of fields that work items do not have, and that whoever brings the plan in may not add."""
    by = scope_of_member(row.by, door=door)
    sentences = left_out(items, product_id=row.product_id, by=by)
    return [{"what": "left_out", "where": "Plan", "message": sentence} for sentence in sentences]


def _refuse(row: Import, refusal: Refusal) -> None:
    uploads.forget(row.file)
    told = {"code": refusal.code, "detail": refusal.message}
    Import.objects.filter(pk=row.pk).update(state="refused", refusal=told)


@transaction.atomic
def confirm(row: Import, *, given: dict[str, Any], by: Scope) -> Import:
    """Have the plan that was read made a project, under the title and code given or suggested."""
    row = Import.objects.select_for_update().get(pk=row.pk)
    if row.state in ("importing", "imported"):
        return row
    if row.state != "ready":
        raise Conflict("import.not_ready", f"This import is {row.state}. Wait until it is ready.")
    if not uploads.answer_of(row.file).exists():
        raise Conflict("upload.gone", "The plan that was read is no longer there. Upload the file again.")
    title = given.get("title") or row.title or (row.preview or {}).get("name") or Path(row.file_name).stem
    code = _checked(given.get("code") or row.code, by=by)
    row.title = (title.strip() or "Imported plan")[:300]
    row.code = code or next(word for word in rules.code_words(row.title) if not actions.is_taken(word, by=by))
    row.state = "importing"
    row.job = jobs.enqueue("import_plan", by=by, import_id=str(row.pk))
    row.save()
    return row


@jobs.handles("import_plan")
def import_plan(run: jobs.Run) -> dict[str, Any]:
    """Make the project: every row in one transaction, once, however often the job runs."""
    try:
        row = _imported(run)
    except Refusal as refusal:
        found = Import.objects.filter(pk=run.job.arguments["import_id"]).first()
        if found is not None:
            _refuse(found, refusal)
        raise
    except jobs.Cancelled:
        _reopen(run)
        raise
    uploads.forget(row.file)
    return {"project_id": str(row.project_id)}


@transaction.atomic
def _imported(run: jobs.Run) -> Import:
    run.hold()
    row = (
        Import.objects.select_for_update()
        .select_related("by")
        .filter(pk=run.job.arguments["import_id"])
        .first()
    )
    if row is None:
        raise jobs.Cancelled
    if row.state == "imported":
        return row
    if row.by.suspended_at is not None:
        raise NotFound("member")
    by = scope_of_member(row.by, door=run.job.door)
    actions.may_start(row.product_id, by=by)
    plan = orjson.loads(uploads.answer_of(row.file).read_bytes())["plan"]
    project = store_plan(plan, title=row.title, code=row.code, product_id=row.product_id, by=by)
    events.emit("plan_changed", project_id=project.pk)
    events.emit("plan_imported", project_id=project.pk, baselines=plan["baselines"], by=by)
    events.emit("costs_imported", project_id=project.pk, fixed=plan.get("fixed_costs", {}), by=by)
    row.state, row.project = "imported", project
    row.save(update_fields=["state", "project"])
    _record(project, row, by)
    run.finish({"project_id": str(project.pk)})
    return row


def _record(project: Project, row: Import, by: Scope) -> None:
    counts = (row.preview or {}).get("counts", {})
    after = {"title": project.title, "code": project.code, "file": row.file_name, "counts": counts}
    undo = {"how": "archive", "version": project.version}
    changes.record(by, "imported", project, after=after, undo=undo)


def _reopen(run: jobs.Run) -> None:
    Import.objects.filter(pk=run.job.arguments["import_id"], state="importing").update(state="ready")


def drop(row: Import, *, by: Scope) -> None:
    """Forget the import and its file. One that became a project stays: archive the project instead."""
    with transaction.atomic():
        row = Import.objects.select_for_update().get(pk=row.pk)
        if row.state == "imported":
            raise Conflict("import.done", "This import is a project already. Archive the project instead.")
        if row.job is not None:
            jobs.cancel(row.job)
        row.delete()
    uploads.forget(row.file)
