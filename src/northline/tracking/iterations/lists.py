"""The list of iterations: of a project, a product or the workspace."""

from __future__ import annotations

from django.db.models import Case, F, FloatField, Value, When
from django.db.models.functions import Cast

from northline.core.days import Today
from northline.core.listing.listings import Field, Listing, register
from northline.tracking.iterations.actions import revise_iteration
from northline.tracking.iterations.models import Iteration
from northline.tracking.iterations.schemas import IterationOut, IterationPatch

# `rules.phase`, in the database.
PHASE = Case(
    When(closed_at__isnull=False, then=Value("closed")),
    When(start__gt=Today(), then=Value("ahead")),
    When(finish__lt=Today(), then=Value("over")),
    default=Value("running"),
)


ITERATIONS = Listing(
    "iteration",
    rows=lambda: Iteration.objects.select_related("project__product"),
    out=IterationOut,
    fields=(
        Field("phase", "choice", value=PHASE, options=("ahead", "running", "over", "closed")),
        Field("start", "date", label="First day", writes="start"),
        Field("finish", "date", label="Last day", writes="finish"),
        Field("goal", "text", writes="goal", sorts=False),
        Field(
            "capacity",
            "number",
            label="Capacity, days",
            value=Cast(F("capacity_minutes"), FloatField()) / F("project__minutes_per_day"),
        ),
        Field("closed_at", "datetime", label="Closed"),
        Field("project", "reference", of="project"),
        Field("product", "reference", path="project__product", of="product"),
    ),
    patch=IterationPatch,
    revise=revise_iteration,
    product="project__product_id",
    project="project_id",
    sort="-start",
)


def register_all() -> None:
    register(ITERATIONS)
