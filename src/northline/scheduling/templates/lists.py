"""The list of templates of plans: the workspace's."""

from __future__ import annotations

from northline.core.listing.listings import Field, Listing, register
from northline.scheduling.models import PlanTemplate
from northline.scheduling.templates.revising import revise
from northline.scheduling.templates.schemas import PlanTemplateOut, PlanTemplatePatch


def register_list() -> None:
    register(
        Listing(
            "plan_template",
            rows=lambda: PlanTemplate.objects.select_related("taken_from", "made_by__person").defer("items"),
            out=PlanTemplateOut,
            fields=(
                Field("note", "text", writes="note", sorts=False),
                Field("item_count", "number", label="Items"),
                Field("span_days", "number", label="Working days", sums=False),
                Field(
                    "anchor",
                    "choice",
                    label="Dates hang on",
                    options=(("start", "The start"), ("finish", "The finish")),
                    writes="anchor",
                ),
                Field("taken_from", "reference", label="Taken from", of="project"),
                Field("made_by", "person", label="Saved by"),
            ),
            patch=PlanTemplatePatch,
            revise=revise,
            product=None,
            sort="title",
        )
    )
