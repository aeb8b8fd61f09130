"""Addresses of what knows no area: activity, undo, links, jobs and the live stream."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from ninja import Router

from northline.core import activity, jobs, kinds, links, undo
from northline.core.exports.api import router as exports
from northline.core.listing.api import router as lists
from northline.core.models import Job, Link
from northline.core.schemas import In, Line, Out, Page, Ref, Who, ref

router = Router(tags=["core"])
router.add_router("", lists)
router.add_router("", exports)


class TouchOut(Out):
    """An object that a change of another one edited: `parts` of it, by which its start and its finish moved, each the day
    before and after. `more` counts those of the same change that are not named."""

    kind: str
    id: UUID
    key: str
    title: str
    parts: list[str]
    start: tuple[date | None, date | None] | None
    finish: tuple[date | None, date | None] | None
    more: int


class DoorOut(Out):
    """By which way whoever did it came, where that was no browser; a token's name."""

    kind: Literal["token", "command"]
    name: str


class ChangeOut(Out):
    """`touched` is told in the activity of one object and in the inbox."""

    id: UUID
    seq: int
    at: datetime
    by: Who | None
    door: DoorOut | None
    verb: str
    kind: str
    object_id: UUID
    key: str
    title: str
    before: dict[str, Any]
    after: dict[str, Any]
    reason: str
    cause: UUID | None
    undone: bool
    touched: list[TouchOut]
    can: dict[str, bool]


class LinkEnd(In):
    kind: Line
    id: UUID


class LinkIn(In):
    type: Line
    source: LinkEnd
    target: LinkEnd


class LinkOut(Out):
    id: UUID
    type: str
    source: Ref
    target: Ref


class JobOut(Out):
    id: UUID
    name: str
    state: str
    progress: int
    total: int
    unit: str
    note: str
    result: dict[str, Any]
    refusal: dict[str, Any] | None
    eta_seconds: int | None
    created_at: datetime
    finished_at: datetime | None


@router.get("/changes", response=Page[ChangeOut], operation_id="list_changes")
def list_changes(
    request: Any, kind: str | None = None, id: UUID | None = None, cursor: str | None = None, limit: int = 50
) -> Any:
    """The activity of the workspace, or of one object, newest first."""
    return activity.stream(request.member_scope, kind=kind, object_id=id, cursor=cursor, limit=limit)


@router.post("/changes/{change_id}/undo", response=ChangeOut, operation_id="undo_change")
def undo_change(request: Any, change_id: UUID) -> Any:
    """Take back one of your own changes."""
    return activity.shown(request.member_scope, undo.take_back(change_id, by=request.member_scope))


@router.get("/me/last-change", response=ChangeOut | None, operation_id="last_change")
def last_change(request: Any) -> Any:
    """What you did last and has not been taken back; null where that cannot be undone."""
    change = undo.last_of(request.member_scope)
    return activity.shown(request.member_scope, change) if change else None


@router.get("/objects/{kind}/{key}", response=Ref, operation_id="find_object")
def find_object(request: Any, kind: str, key: str) -> Any:
    """The object of a kind with that short key, such as INS-12."""
    row = kinds.object_with_key(request.member_scope, kind, key)
    return ref(row)


@router.get("/links", response=list[LinkOut], operation_id="list_links")
def list_links(request: Any, kind: str, id: UUID) -> Any:
    """The links of one object, either way."""
    row = kinds.object_at(request.member_scope, kind, id)
    return links.links_of(request.member_scope, row.pk)


@router.post("/links", response={201: LinkOut}, operation_id="make_link")
def make_link(request: Any, body: LinkIn) -> Any:
    """Join two objects by a typed link."""
    source, target = links.editable_ends(
        request.member_scope, (body.source.kind, body.source.id), (body.target.kind, body.target.id)
    )
    row: Link = links.link(body.type, source, target=target, by=request.member_scope)
    return 201, links.shown(request.member_scope, [row])[0]


@router.delete("/links/{link_id}", response={204: None}, operation_id="remove_link")
def remove_link(request: Any, link_id: UUID) -> Any:
    """Part two objects."""
    links.unlink(links.editable_link(request.member_scope, link_id), by=request.member_scope)
    return 204, None


@router.get("/jobs", response=list[JobOut], operation_id="list_jobs")
def list_jobs(request: Any) -> Any:
    """Your last jobs, newest first."""
    mine = Job.objects.filter(
        workspace_id=request.member_scope.workspace_id, by_id=request.member_scope.member_id
    )
    return [show_job(job) for job in mine.order_by("-created_at")[:20]]


@router.get("/jobs/{job_id}", response=JobOut, operation_id="read_job")
def read_job(request: Any, job_id: UUID) -> Any:
    """How far one of your jobs is."""
    return show_job(jobs.own_job(request.member_scope, job_id))


@router.delete("/jobs/{job_id}", response=JobOut, operation_id="cancel_job")
def cancel_job(request: Any, job_id: UUID) -> Any:
    """Ask one of your jobs to stop."""
    return show_job(jobs.cancel(jobs.own_job(request.member_scope, job_id)))


def show_job(job: Job) -> dict[str, Any]:
    """A job as the API answers it; the estimate assumes that the rest goes as fast as what is done."""
    eta = None
    if job.state == Job.State.RUNNING and job.progress and job.started_at:
        spent = (job.lease_until - jobs.LEASE - job.started_at).total_seconds() if job.lease_until else 0.0
        eta = round(max(0.0, spent) * (job.total - job.progress) / job.progress)
    names = (
        "id",
        "name",
        "state",
        "progress",
        "total",
        "unit",
        "note",
        "result",
        "refusal",
        "created_at",
        "finished_at",
    )
    return {name: getattr(job, name) for name in names} | {"eta_seconds": eta}
