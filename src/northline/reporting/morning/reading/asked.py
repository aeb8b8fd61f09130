"""What waits for the member's own answer. Three queries."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from northline.core.doors import visible
from northline.core.scope import Scope
from northline.delivery.amendments.access import Side, may_sign
from northline.delivery.amendments.models import Amendment
from northline.delivery.models import Charter
from northline.reporting.morning.facts import Named, Question, Request
from northline.tracking.change_requests.models import Approval, ChangeRequest


def requests_of(scope: Scope) -> list[Request]:
    """The change requests whose next answer is the member's, as approver or deputy."""
    before = Approval.objects.filter(
        request=OuterRef("request"), position__lt=OuterRef("position"), verdict=""
    )
    mine = Approval.objects.filter(
        Q(member_id=scope.member_id) | Q(deputy_id=scope.member_id),
        ~Exists(before),
        verdict="",
        request__state=ChangeRequest.State.SUBMITTED,
        request__archived_at=None,
    )
    rows = mine.filter(request__workspace_id=scope.workspace_id)
    rows = rows.select_related("request__project", "request__raised_by").order_by(
        "request__submitted_at", "pk"
    )
    return [
        Request(
            request=Named.of(row.request),
            project=Named.of(row.request.project),
            by=row.request.raised_by.name if row.request.raised_by else "",
            since=timezone.localdate(row.request.submitted_at),
            moves=row.request.finish_days,
        )
        for row in rows
        if scope.may("read", row.request.place())
    ]


def questions_of(scope: Scope) -> list[Question]:
    """The charters, and amendments of signed ones, that wait for the member's answer."""
    return [*_charters(scope), *_amendments(scope)]


def _charters(scope: Scope) -> list[Question]:
    open_ = Charter.objects.filter(state=Charter.State.PROPOSED, archived_at=None)
    rows = visible(scope, open_, product="project__product_id", project="project_id")
    rows = rows.filter(Q(project_manager_id=scope.member_id) | Q(project_manager=None))
    return [
        Question(
            subject=Named.of(row),
            project=Named.of(row.project),
            by=row.proposed_by.name if row.proposed_by else "",
            since=timezone.localdate(row.created_at),
        )
        for row in rows
        if row.proposed_by_id != scope.member_id and scope.may("plan", row.project.place())
    ]


def _amendments(scope: Scope) -> list[Question]:
    open_ = Amendment.objects.filter(state=Amendment.State.PROPOSED, workspace_id=scope.workspace_id)
    return [
        Question(
            subject=Named.of(row),
            project=Named.of(row.charter.project),
            by=row.proposed_by.name if row.proposed_by else "",
            since=timezone.localdate(row.created_at),
            amends=True,
        )
        for row in open_
        if row.proposed_by_id != scope.member_id and _is_asked(row, scope)
    ]


def _is_asked(row: Amendment, scope: Scope) -> bool:
    """Whoever signed the charter for the side whose signature is missing, or anybody of that side where nobody is named."""
    side: Side = "project" if row.project_at is None else "product"
    charter = row.charter
    named = charter.project_manager_id if side == "project" else charter.proposed_by_id
    return named in (None, scope.member_id) and may_sign(scope, charter, side)
