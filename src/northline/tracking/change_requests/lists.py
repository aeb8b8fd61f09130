"""The list of change requests: of a project, a product or the workspace."""

from __future__ import annotations

from northline.core.listing.listings import Field, Listing, register
from northline.tracking.change_requests.actions import revise_request
from northline.tracking.change_requests.models import ChangeRequest
from northline.tracking.change_requests.schemas import (
    ChangeRequestOut,
    ChangeRequestPatch,
    show_change_requests,
)

CHANGE_REQUESTS = Listing(
    "change_request",
    rows=lambda: ChangeRequest.objects.select_related("project__product"),
    out=ChangeRequestOut,
    fields=(
        Field("state", "choice", options=tuple(ChangeRequest.State.values)),
        Field("finish_days", "number", label="Finish moves, days"),
        Field("reason", "text", writes="reason", sorts=False),
        Field("proposal", "text", writes="proposal", sorts=False),
        Field("raised_by", "person"),
        Field("submitted_at", "datetime", label="Submitted"),
        Field("decided_at", "datetime", label="Decided"),
        Field("project", "reference", of="project"),
        Field("product", "reference", path="project__product", of="product"),
    ),
    patch=ChangeRequestPatch,
    revise=revise_request,
    product="project__product_id",
    project="project_id",
    shows=show_change_requests,
    sort="-created_at",
)


def register_all() -> None:
    register(CHANGE_REQUESTS)
