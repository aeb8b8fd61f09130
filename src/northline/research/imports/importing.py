"""Bring in an export: take it in, read it aside, map it, try it, and write it, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID

import orjson
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from northline.accounts.authentication import scope_of_member
from northline.core import jobs, uploads
from northline.core.models import Job
from northline.core.refusal import Conflict, NotFound, Refusal
from northline.core.scope import Scope
from northline.formats import FormatError
from northline.formats.codec import decoded
from northline.formats.feedback import Export, Loss
from northline.formats.sources import making_many
from northline.products.access import product_for
from northline.research.imports import mapping, writing
from northline.research.imports.knowing import known_of
from northline.research.imports.models import ResearchImport
from northline.research.imports.own_fields import fields_of, reader_for
from northline.research.imports.trying import Known, Outcome, tried

KEPT_FOR = timedelta(days=1)
HEAVY = Refusal(
    "format.too_heavy", "Reading this file takes more time or memory than one import may. Split the export."
)


def own_import(scope: Scope, import_id: UUID) -> ResearchImport:
    """The member's own import: nobody else sees a file before it is written."""
    rows = ResearchImport.objects.filter(workspace_id=scope.workspace_id, by_id=scope.member_id)
    found = rows.filter(pk=import_id).first()
    if found is None:
        raise NotFound("import")
    return found


def take_in(file: UploadedFile[bytes] | None, *, cut: bool, product_id: UUID, by: Scope) -> ResearchImport:
    """Keep the upload and have it read by a job. Raises Refusal `upload.too_large` (413), `upload.missing`."""
    product = product_for(by, product_id, right="contribute")
    file = uploads.checked(file, cut=cut, holds="export")
    sweep()
    name = uploads.keep(file)
    try:
        with transaction.atomic():
            row = ResearchImport.objects.create(
                workspace_id=by.workspace_id,
                by_id=by.member_id,
                product=product,
                file=name,
                file_name=(file.name or "")[:200],
            )
            row.job = jobs.enqueue("read_export", by=by, import_id=str(row.pk))
            row.save(update_fields=["job"])
            return row
    except BaseException:
        uploads.forget(name)
        raise


def sweep() -> None:
    """Clear away imports whose job was cancelled or gave up, and those that nobody confirmed within a day."""
    dead = Q(job__state__in=[Job.State.CANCELLED, Job.State.FAILED]) & Q(state__in=["reading", "importing"])
    old = Q(created_at__lt=timezone.now() - KEPT_FOR) & ~Q(state__in=["imported", "importing"])
    for row in ResearchImport.objects.filter(dead | old):
        uploads.forget(row.file)
        row.delete()


@jobs.handles("read_export")
def read_export(run: jobs.Run) -> dict[str, Any]:
    """Read the file in a process of its own. One that cannot be read is refused, and nothing of it is kept."""
    row = ResearchImport.objects.filter(pk=run.job.arguments["import_id"]).first()
    if row is None:
        raise jobs.Cancelled
    run.report(0, of=2, note="Reading the file")
    try:
        uploads.read_aside(
            row.file,
            by="northline.research.imports.reader",
            heavy=HEAVY,
            tick=lambda: run.report(1, of=2, note="Reading the file"),
        )
        export = export_of(row)
        own = {
            (one.object_kind, one.title.casefold()): one.name for one in fields_of(row.product_id, _by(row))
        }
        plan = mapping.proposed(export, file_name=row.file_name, own=own)
    except jobs.Cancelled:
        uploads.forget(row.file)
        row.delete()
        raise
    except Refusal as refusal:
        _refuse(row, refusal)
        raise
    ResearchImport.objects.filter(pk=row.pk, state="reading").update(
        state="ready", recognised=_recognised(export, plan), mapping=as_json(plan)
    )
    return {"import_id": str(row.pk), "state": "ready"}


def as_json(plan: mapping.Plan) -> dict[str, Any]:
    """The mapping as it is stored."""
    return {
        "source": plan.source,
        "kind": plan.kind,
        "columns": list(plan.columns),
        "kind_by": plan.kind_by,
        "kinds": dict(plan.kinds),
        "statuses": dict(plan.statuses),
    }


def export_of(row: ResearchImport) -> Export:
    """What was read. Raises Conflict `upload.gone`."""
    try:
        said = orjson.loads(uploads.answer_of(row.file).read_bytes())
    except FileNotFoundError:
        raise Conflict("upload.gone", "What was read is no longer there. Upload the file again.") from None
    return decoded(Export, said["export"], where="export")


def _recognised(export: Export, plan: mapping.Plan) -> dict[str, Any]:
    items, _ = mapping.read_as(export, plan.columns)
    table = export.table
    return {
        "system": export.system,
        "name": export.name,
        "items": len(items),
        "comments": sum(len(item.comments) for item in items),
        "headings": list(table.headings) if table else [],
        "sample": [[cell[:200] for cell in row] for row in table.rows[:5]] if table else [],
        "values": mapping.told(items),
    }


def _refuse(row: ResearchImport, refusal: Refusal) -> None:
    uploads.forget(row.file)
    told = {"code": refusal.code, "detail": refusal.message}
    ResearchImport.objects.filter(pk=row.pk).update(state="refused", refusal=told)


def remap(row: ResearchImport, *, plan: mapping.Plan) -> ResearchImport:
    """Say anew what the items become. Raises Refusal `import.mapping` where it does not fit the file."""
    _require_ready(row)
    export = export_of(row)
    with _fitting():
        row.recognised = _recognised(export, plan)
    row.mapping = as_json(plan)
    ResearchImport.objects.filter(pk=row.pk, state="ready").update(
        mapping=row.mapping, recognised=row.recognised
    )
    return row


@contextmanager
def _fitting() -> Iterator[None]:
    """Turn what does not fit the file into a refusal."""
    try:
        yield
    except FormatError as error:
        raise Refusal("import.mapping", f"{error.message} Nothing was changed.") from error


def _require_ready(row: ResearchImport) -> None:
    if row.state != "ready":
        raise Conflict("import.not_ready", f"This import is {row.state}. Wait until it is ready.")


def dry_run(row: ResearchImport) -> tuple[list[Outcome], tuple[Loss, ...]]:
    """What the import would do to each item, and what of the file has no place. It changes nothing."""
    _require_ready(row)
    outcomes, losses, _ = _tried(row)
    return outcomes, losses


def _tried(row: ResearchImport) -> tuple[list[Outcome], tuple[Loss, ...], dict[str, Known]]:
    plan = mapping.Plan(**{**row.mapping, "columns": tuple(row.mapping["columns"])})
    with _fitting():
        items, losses = mapping.read_as(export_of(row), plan.columns)
    known, comments = known_of(row.product_id, plan.source)
    with making_many():
        owned = any(item.own for item in items)
        reader = reader_for(items, product_id=row.product_id, by=_by(row)) if owned else None
        outcomes = tried(items, plan, known=known, comments=comments, reader=reader)
    return outcomes, losses, known


def _by(row: ResearchImport) -> Scope:
    """Whoever imports: a cell that names somebody or something means what they may see."""
    return scope_of_member(row.by)


def confirm(row: ResearchImport, *, leave_out_errors: bool, by: Scope) -> ResearchImport:
    """Have it written. Raises Conflict `import.has_errors` while items cannot come in and are not to be left out."""
    if row.state in ("importing", "imported"):
        return row
    product_for(by, row.product_id, right="contribute")
    # Trying a large file takes seconds, in which nobody else shall wait; the job tries it again as it writes.
    outcomes, _ = dry_run(row)
    wrong = [one for one in outcomes if one.what == "error"]
    if wrong and not leave_out_errors:
        raise Conflict(
            "import.has_errors",
            f"{len(wrong)} of {len(outcomes)} cannot come in as they are. Change the mapping, or leave them out.",
        )
    return _taken_on(row, leave_out_errors=leave_out_errors, by=by)


@transaction.atomic
def _taken_on(row: ResearchImport, *, leave_out_errors: bool, by: Scope) -> ResearchImport:
    """Give it to a job, once, as it was tried."""
    tried_as, row = row.mapping, ResearchImport.objects.select_for_update().get(pk=row.pk)
    if row.state in ("importing", "imported"):
        return row
    _require_ready(row)
    if row.mapping != tried_as:
        raise Conflict("import.not_ready", "The mapping was changed meanwhile. Look at what it does now.")
    row.state, row.leave_out_errors = "importing", leave_out_errors
    row.job = jobs.enqueue("write_export", by=by, import_id=str(row.pk))
    row.save()
    return row


@jobs.handles("write_export")
def write_export(run: jobs.Run) -> dict[str, Any]:
    """Write it: every row in one transaction, once, however often the job runs."""
    try:
        row = _written(run)
    except Refusal as refusal:
        found = ResearchImport.objects.filter(pk=run.job.arguments["import_id"]).first()
        if found is not None:
            _refuse(found, refusal)
        raise
    except jobs.Cancelled:
        ResearchImport.objects.filter(pk=run.job.arguments["import_id"], state="importing").update(
            state="ready"
        )
        raise
    uploads.forget(row.file)
    return {"import_id": str(row.pk), "state": "imported"}


@transaction.atomic
def _written(run: jobs.Run) -> ResearchImport:
    run.hold()
    rows = ResearchImport.objects.select_for_update(of=("self",)).select_related("by")
    row = rows.filter(pk=run.job.arguments["import_id"]).first()
    if row is None:
        raise jobs.Cancelled
    if row.state == "imported":
        return row
    if row.by.suspended_at is not None:
        raise NotFound("member")
    by = scope_of_member(row.by, door=run.job.door)
    product_for(by, row.product_id, right="contribute")
    writing.hold(by)
    outcomes, losses, known = _tried(row)
    wrong = [one for one in outcomes if one.what == "error"]
    if wrong and not row.leave_out_errors:
        raise Conflict("import.has_errors", f"{len(wrong)} cannot come in any more: {wrong[0].why}")
    row.change = writing.write(row, outcomes, source=row.mapping["source"], known=known, by=by)
    row.state = "imported"
    row.outcome = {
        "counts": writing.counts_of(outcomes),
        "losses": [{"what": one.what, "count": one.count, "why": one.why} for one in losses],
    }
    row.save(update_fields=["state", "change", "outcome"])
    run.finish({"import_id": str(row.pk), "state": "imported"})
    return row


def drop(row: ResearchImport) -> None:
    """Forget the import and its file. One that was written stays: undo its change instead."""
    with transaction.atomic():
        row = ResearchImport.objects.select_for_update().get(pk=row.pk)
        if row.state == "imported":
            raise Conflict("import.done", "This import is written already. Undo it instead.")
        if row.job is not None:
            jobs.cancel(row.job)
        row.delete()
    uploads.forget(row.file)
