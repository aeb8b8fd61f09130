"""The lists of strategy."""

from __future__ import annotations

from django.db.models import Avg, F, FloatField, OuterRef, Prefetch, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from northline.core.listing.listings import Field, Listing, register
from northline.strategy import actions, schemas
from northline.strategy.models import KeyResult, Objective, Theme
from northline.strategy.themes.actions import restore_theme, revise_theme
from northline.strategy.themes.schemas import ThemeOut, ThemePatch


def _progress() -> Combinable:
    """The share of the way from start to target, not held to 0 and 100 as the bars are: 120 sorts above 100."""
    start, target, current = (Cast(F(name), FloatField()) for name in ("start", "target", "current"))
    return (current - start) / (target - start) * 100.0


def _progress_of_objective() -> Combinable:
    results = KeyResult.objects.filter(objective=OuterRef("pk"), archived_at=None).order_by()
    return Subquery(
        results.values("objective").annotate(mean=Avg(_progress())).values("mean"), output_field=FloatField()
    )


LISTINGS = (
    Listing(
        "objective",
        rows=lambda: Objective.objects.select_related("owner", "parent", "product").prefetch_related(
            Prefetch(
                "key_results",
                KeyResult.objects.filter(archived_at=None)
                .select_related("owner")
                .order_by("created_at", "pk"),
            )
        ),
        out=schemas.ObjectiveOut,
        fields=(
            Field("period", "text", writes="period", groups=True),
            Field("owner", "person", writes="owner_id"),
            Field("progress", "number", value=_progress_of_objective()),
        ),
        patch=schemas.ObjectivePatch,
        revise=actions.revise_objective,
    ),
    Listing(
        "key_result",
        rows=lambda: KeyResult.objects.select_related("objective", "objective__owner", "owner", "product"),
        out=schemas.KeyResultOut,
        fields=(
            Field("objective", "reference", of="objective"),
            Field("owner", "person", writes="owner_id"),
            Field("objective_owner", "person", path="objective__owner"),
            Field("period", "text", path="objective__period", groups=True),
            Field("unit", "text", writes="unit", groups=True),
            Field("direction", "choice", options=("up", "down")),
            Field("start", "number"),
            Field("target", "number"),
            Field("current", "number"),
            Field("confidence", "number"),
            Field("progress", "number", value=_progress()),
            Field("weight", "number", writes="weight"),
        ),
        patch=schemas.KeyResultPatch,
        revise=actions.revise_key_result,
    ),
    Listing(
        "theme",
        rows=lambda: Theme.objects.select_related("owner", "product"),
        out=ThemeOut,
        fields=(Field("owner", "person", writes="owner_id"), Field("colour", "text", groups=True)),
        patch=ThemePatch,
        revise=revise_theme,
        restore=restore_theme,
    ),
)


def register_all() -> None:
    for listing in LISTINGS:
        register(listing)
