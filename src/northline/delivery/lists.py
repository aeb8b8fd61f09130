"""The list of charters: what was asked of which project, and who answered."""

from __future__ import annotations

from northline.core.listing.listings import Field, Listing, register
from northline.delivery.chartering import revise
from northline.delivery.models import Charter
from northline.delivery.schemas import CharterOut, CharterPatch

CHARTERS = Listing(
    "charter",
    rows=lambda: Charter.objects.select_related("initiative__product"),
    out=CharterOut,
    fields=(
        Field("state", "choice", options=tuple(Charter.State.values)),
        Field("initiative", "reference", of="initiative"),
        Field("project", "reference", of="project"),
        Field("deadline", "date", writes="deadline"),
        Field("project_manager", "person", writes="project_manager_id"),
        Field("proposed_by", "person"),
        Field("answered_by", "person", path="accepted_by", description="Who accepted or declined it."),
        Field("answered_at", "datetime", path="accepted_at", label="Answered"),
        Field("reason", "text", label="Why it was declined", sorts=False),
        Field("accepted_items", "number", label="Items when accepted"),
        Field("product", "reference", path="initiative__product", of="product"),
    ),
    patch=CharterPatch,
    revise=revise,
    # What one side offered and the other has read is declined, not put away.
    archive=None,
    product="initiative__product_id",
    project="project_id",
)


def register_all() -> None:
    register(CHARTERS)
