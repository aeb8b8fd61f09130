"""The list of gates: of a project, a product or the workspace."""

from __future__ import annotations

from northline.core.listing.listings import Field, Listing, register
from northline.tracking.gates.actions import revise_gate
from northline.tracking.gates.models import Gate
from northline.tracking.gates.schemas import GateOut, GatePatch, show_gates

GATES = Listing(
    "gate",
    rows=lambda: Gate.objects.select_related("project__product"),
    out=GateOut,
    fields=(
        Field("state", "choice", options=tuple(Gate.State.values)),
        Field("due", "date", writes="due"),
        Field("owner", "person", label="Decides", writes="owner_id"),
        Field("purpose", "text", writes="purpose", sorts=False),
        Field("decided_at", "datetime", label="Decided"),
        Field("position", "number"),
        Field("milestone", "reference", of="work_item"),
        Field("project", "reference", of="project"),
        Field("product", "reference", path="project__product", of="product"),
    ),
    patch=GatePatch,
    revise=revise_gate,
    product="project__product_id",
    project="project_id",
    shows=show_gates,
    sort="due",
)


def register_all() -> None:
    register(GATES)
