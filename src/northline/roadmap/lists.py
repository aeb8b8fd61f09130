"""The lists of the roadmap."""

from __future__ import annotations

from northline.core.listing.listings import Field, Listing, register
from northline.roadmap.actions.initiatives import archive_initiative
from northline.roadmap.actions.launches import revise_launch
from northline.roadmap.actions.milestones import revise_milestone
from northline.roadmap.actions.promises import revise_promise
from northline.roadmap.actions.rows import revise_row
from northline.roadmap.models import Initiative, Launch, Milestone, OutcomeReview, Promise
from northline.roadmap.queries.launches import whole, with_outcomes
from northline.roadmap.schemas import items, launches, promises

INITIATIVES = Listing(
    "initiative",
    rows=lambda: Initiative.objects.select_related("owner", "product", "lane", "theme", "parent"),
    out=items.InitiativeOut,
    fields=(
        Field("status", "choice", options=tuple(Initiative.Status.values), writes="status"),
        Field("horizon", "choice", options=tuple(Initiative.Horizon.values), writes="horizon"),
        Field("lane", "reference", of="lane", writes="lane_id"),
        Field("theme", "reference", of="theme", writes="theme_id"),
        Field("owner", "person", writes="owner_id"),
        Field("window_start", "date", label="Starts", writes="window_start"),
        Field("window_finish", "date", label="Finishes", writes="window_finish"),
        Field("goal", "text", writes="goal"),
        Field("features", "tags", writes="features"),
        Field("metrics", "tags", writes="metrics"),
        Field("effort_weeks", "number", label="Effort (weeks)", writes="effort_weeks"),
        Field("container", "reference", path="parent", of="initiative", writes="parent_id"),
        Field("parked", "yes_no", writes="parked"),
    ),
    patch=items.InitiativeRow,
    around=frozenset({"acknowledge", "no_review_reason"}),
    revise=revise_row,
    archive=archive_initiative,
)
MILESTONES = Listing(
    "milestone",
    rows=lambda: Milestone.objects.select_related("product", "lane"),
    out=items.MilestoneOut,
    fields=(
        Field("day", "date", writes="day"),
        Field("lane", "reference", of="lane", writes="lane_id"),
    ),
    patch=items.MilestonePatch,
    revise=revise_milestone,
)
PROMISES = Listing(
    "promise",
    rows=lambda: with_outcomes(Promise.objects.select_related("product")),
    out=promises.PromiseOut,
    fields=(
        Field("promised_to", "text", groups=True),
        Field("initiative", "reference", of="initiative"),
        Field("customer", "reference", of="customer"),
        Field("state", "choice", options=tuple(Promise.State.values)),
        Field("made_on", "date", label="Promised on"),
        Field("due", "date"),
        Field("chance", "number", sums=False),
        Field("made_by", "person"),
    ),
    patch=promises.PromisePatch,
    revise=revise_promise,
)
LAUNCHES = Listing(
    "launch",
    rows=lambda: whole(Launch.objects.select_related("product")),
    out=launches.LaunchOut,
    fields=(
        Field("day", "date", writes="day"),
        Field("owner", "person", writes="owner_id"),
        Field("launched_on", "date"),
    ),
    patch=launches.LaunchRow,
    revise=revise_launch,
)
REVIEWS = Listing(
    "outcome_review",
    rows=lambda: OutcomeReview.objects.select_related(
        "product", "initiative", "launch", "key_result", "decided_by"
    ),
    out=launches.OutcomeReviewOut,
    fields=(
        Field("initiative", "reference", of="initiative"),
        Field("launch", "reference", of="launch"),
        Field("after_days", "number", groups=True, sums=False),
        Field("due", "date"),
        Field("key_result", "reference", of="key_result"),
        Field("verdict", "choice", options=tuple(OutcomeReview.Verdict.values)),
        Field("decided_by", "person"),
        Field("decided_on", "date"),
    ),
    customisable=False,
)


def register_all() -> None:
    for listing in (INITIATIVES, MILESTONES, PROMISES, LAUNCHES, REVIEWS):
        register(listing)
