"""The lists of the roadmap."""

from __future__ import annotations

from django.db.models import Case, F, OuterRef, QuerySet, Subquery, Value, When

from northline.core.days import DaysAfter, Today
from northline.core.listing.counting import Length, counted, true_where
from northline.core.listing.listings import Field, Listing, register, tell_more
from northline.core.models import Change
from northline.roadmap.actions.initiatives import archive_initiative
from northline.roadmap.actions.lanes import retire_lane
from northline.roadmap.actions.launches import revise_launch, revise_step
from northline.roadmap.actions.milestones import revise_milestone
from northline.roadmap.actions.promises import revise_promise
from northline.roadmap.actions.rows import revise_row
from northline.roadmap.models import (
    Initiative,
    Lane,
    Launch,
    LaunchStep,
    LaunchTemplate,
    Milestone,
    OutcomeReview,
    Promise,
    RoadmapPolicy,
    Snapshot,
)
from northline.roadmap.queries.launches import summed, with_outcomes
from northline.roadmap.schemas import items, launches, moments, promises

# A point of a checklist moves with the day of its launch.
_DUE = DaysAfter(F("launch__day"), F("offset_days"))
_STATE_OF_STEP = Case(
    When(done_on__isnull=False, then=Value("done")),
    When(launch__day__lt=DaysAfter(Today(), -F("offset_days")), then=Value("late")),
    default=Value("open"),
)


def _live() -> QuerySet[Initiative]:
    return Initiative.objects.filter(archived_at=None)


def _expected(name: str) -> Subquery:
    """What a product's roadmap is checked against."""
    return Subquery(RoadmapPolicy.objects.filter(product=OuterRef("pk")).values(name)[:1])


def _taken(part: str) -> Subquery:
    """Of whoever named the moment."""
    made = Change.objects.filter(object_id=OuterRef("pk"), verb="created").order_by("seq")
    return Subquery(made.values(part)[:1])


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
    rows=lambda: summed(Launch.objects.select_related("product")),
    out=launches.ListedLaunch,
    shows=lambda rows, scope: [launches.show_listed(row, scope) for row in rows],
    fields=(
        Field("day", "date", writes="day"),
        Field("state", "choice", options=("planned", ("no_go", "No go"), "go", "launched", "reviewed")),
        Field("owner", "person", writes="owner_id"),
        Field("launched_on", "date"),
        Field("points", "number", description="Points of its checklist.", sums=False),
        Field("points_done", "number", sums=False),
        Field("reviews_due", "number", description="Reviews that have come up.", sums=False),
    ),
    patch=launches.LaunchRow,
    revise=revise_launch,
)
STEPS = Listing(
    "launch_step",
    rows=lambda: LaunchStep.objects.filter(launch__archived_at=None).select_related(
        "product", "launch__owner", "owner", "done_by"
    ),
    out=launches.LaunchStepOut,
    fields=(
        Field("launch", "reference", of="launch"),
        Field("state", "choice", options=("late", "open", "done"), value=_STATE_OF_STEP),
        Field("due", "date", value=_DUE),
        Field(
            "offset_days",
            "number",
            label="Days from the launch",
            writes="offset_days",
            sums=False,
            groups=True,
        ),
        Field("owner", "person", writes="owner_id"),
        Field("done", "yes_no", value=true_where(done_on__isnull=False), writes="done"),
        Field("done_on", "date"),
        Field("done_by", "person"),
        Field("launch_owner", "person", path="launch__owner"),
        Field("launch_day", "date", path="launch__day"),
        Field("launched", "yes_no", value=true_where(launch__launched_on__isnull=False)),
    ),
    patch=launches.LaunchStepPatch,
    revise=revise_step,
    # What is open stands before what is done.
    sort="done,due",
    customisable=False,
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


TEMPLATES = Listing(
    "launch_template",
    rows=lambda: LaunchTemplate.objects.select_related("product"),
    out=launches.LaunchTemplateOut,
    fields=(Field("points", "number", value=Length("steps"), description="Points of its checklist."),),
    patch=launches.LaunchTemplatePatch,
    sort="title",
    customisable=False,
)
LANES = Listing(
    "lane",
    rows=lambda: Lane.objects.select_related("product"),
    out=items.LaneOut,
    fields=(
        Field("colour", "text", writes="colour", groups=True),
        Field("position", "number", label="Order", writes="position", sums=False),
        Field("initiatives", "number", value=counted(_live().filter(lane=OuterRef("pk")))),
    ),
    patch=items.LanePatch,
    archive=retire_lane,
    sort="product,position",
    customisable=False,
)
SNAPSHOTS = Listing(
    "snapshot",
    rows=lambda: Snapshot.objects.select_related("product").annotate(
        taken_by_id=_taken("by"), taken_by__name=_taken("by__name")
    ),
    out=moments.SnapshotOut,
    fields=(
        Field("taken_by", "person"),
        Field("seq", "number", label="Change", sums=False, description="The last change that is part of it."),
    ),
    patch=moments.SnapshotPatch,
    customisable=False,
)
POLICIES = Listing(
    "roadmap_policy",
    rows=lambda: RoadmapPolicy.objects.select_related("product"),
    out=moments.PolicyLineOut,
    fields=(
        Field("now_weeks", "number", label="Fits into now, weeks", writes="now_weeks"),
        Field("next_weeks", "number", label="Fits into next, weeks", writes="next_weeks"),
        Field("stale_days", "number", label="Stale after days", writes="stale_days", groups=True, sums=False),
    ),
    patch=moments.PolicyPatch,
    # A product expects something or nothing; what it expects is never put away.
    archive=None,
    sort="title",
    customisable=False,
)


def register_all() -> None:
    for listing in (
        INITIATIVES,
        MILESTONES,
        PROMISES,
        LAUNCHES,
        STEPS,
        REVIEWS,
        TEMPLATES,
        LANES,
        SNAPSHOTS,
        POLICIES,
    ):
        register(listing)
    tell_more(
        "product",
        Field("initiatives", "number", value=counted(_live().filter(product=OuterRef("pk")))),
        Field("now_weeks", "number", label="Fits into now, weeks", value=_expected("now_weeks")),
        Field("next_weeks", "number", label="Fits into next, weeks", value=_expected("next_weeks")),
        Field("stale_days", "number", label="Stale after days", value=_expected("stale_days"), sums=False),
    )
