"""The lists of strategy."""

from __future__ import annotations

from datetime import date

from django.db.models import (
    Avg,
    BooleanField,
    Case,
    CharField,
    Exists,
    F,
    FloatField,
    IntegerField,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, Floor, Greatest, Least
from django.db.models.lookups import GreaterThan
from django.utils import timezone

from northline.core.listing.listings import Field, Listing, names_of, parts_of, register
from northline.strategy import actions, rules, schemas
from northline.strategy.canvases.lists import CANVASES, STATEMENTS
from northline.strategy.canvases.models import CanvasVersion
from northline.strategy.check_ins import CheckInLineOut, show_check_in_lines
from northline.strategy.models import CheckIn, KeyResult, Objective, Scorecard, Theme, Vision
from northline.strategy.scoring.actions import revise_scorecard
from northline.strategy.scoring.lists import KANO_ANSWERS, SCORES, STANDINGS
from northline.strategy.scoring.rules.methods import METHODS
from northline.strategy.scoring.schemas import ScorecardOut, ScorecardPatch
from northline.strategy.stakeholders.actions import revise_stakeholder
from northline.strategy.stakeholders.models import Stakeholder, Telling, Verdict
from northline.strategy.stakeholders.schemas import (
    StakeholderOut,
    StakeholderPatch,
    TellingLineOut,
    VerdictLineOut,
    show_telling_lines,
    show_verdict_lines,
)
from northline.strategy.themes.actions import restore_theme, revise_theme
from northline.strategy.themes.schemas import ThemeOut, ThemePatch
from northline.strategy.written import stays


def _progress() -> Combinable:
    """The share of the way from start to target, not held to 0 and 100 as the bars are: 120 sorts above 100."""
    start, target, current = (Cast(F(name), FloatField()) for name in ("start", "target", "current"))
    return (current - start) / (target - start) * 100.0


def _held_progress() -> Combinable:
    """The progress as a page tells it: whole per cents from 0 to 100, 0 for what was never measured."""
    # A hair more, as 29 of 100 may come out as 28.999… .
    held = Floor(Greatest(Value(0.0), Least(Value(100.0), _progress())) + 1e-9)
    reached = When(start=F("target"), then=Case(When(current=F("target"), then=100.0), default=0.0))
    return Case(When(current=None, then=0.0), reached, default=held, output_field=FloatField())


def _progress_of_objective() -> Combinable:
    """The weighted mean of its key results, as `rules.joint_progress` tells it."""
    results = KeyResult.objects.filter(objective=OuterRef("pk"), archived_at=None).order_by()
    weight = Cast(Sum("weight"), FloatField())
    mean = Floor(Sum(_held_progress() * F("weight"), output_field=FloatField()) / weight)
    return Subquery(results.values("objective").annotate(mean=mean).values("mean"), output_field=FloatField())


def _expected(today: date) -> Combinable:
    """`rules.passed` of an objective's period on that day, in the database: null for no period."""
    running = {period: rules.passed(period, today=today) for period in rules.periods_at(today)}
    before = rules.periods_before(today)
    return Case(
        When(period="", then=Value(None)),
        *(When(period=period, then=Value(share)) for period, share in running.items()),
        When(Q(period__in=before) | Q(period__lt=str(today.year)), then=Value(rules.DONE)),
        default=Value(0),
        output_field=IntegerField(),
    )


def _confidence() -> Combinable:
    """The mean confidence in the key results of an objective, in whole per cents; null where none was measured."""
    sure = KeyResult.objects.filter(objective=OuterRef("pk"), archived_at=None, confidence__isnull=False)
    mean = Floor(Cast(Avg("confidence"), FloatField()) + 1e-9)
    grouped = sure.order_by().values("objective").annotate(mean=mean)
    return Subquery(grouped.values("mean"), output_field=FloatField())


def _health_of_objective() -> Combinable:
    """`rules.health`, in the database: the worse of progress against time and of confidence counts."""
    late = F("expected") - F("list_progress")
    (late_risk, late_off), (unsure_risk, unsure_off) = rules.BEHIND, rules.UNSURE
    return Case(
        When(list_progress=rules.DONE, then=Value("on_track")),
        When(Q(list_progress=None) | Q(list_confidence=None), then=Value("unknown")),
        When(Q(GreaterThan(late, late_off)) | Q(list_confidence__lt=unsure_off), then=Value("off_track")),
        When(Q(GreaterThan(late, late_risk)) | Q(list_confidence__lt=unsure_risk), then=Value("at_risk")),
        default=Value("on_track"),
        output_field=CharField(),
    )


def _objectives() -> QuerySet[Objective]:
    results = KeyResult.objects.filter(archived_at=None).select_related("owner").order_by("created_at", "pk")
    rows = Objective.objects.select_related("owner", "parent", "product").alias(
        expected=_expected(timezone.localdate())
    )
    return rows.prefetch_related(Prefetch("key_results", results))


def _signed_document() -> Combinable:
    """What the version is called whose content the word is about."""
    signed = OuterRef("sign_off__document_id")
    return Coalesce(
        Subquery(Vision.objects.filter(pk=signed).values("title")),
        Subquery(CanvasVersion.objects.filter(pk=signed).values("canvas__title")),
    )


def _stands() -> Combinable:
    later = Verdict.objects.filter(
        Q(created_at__gt=OuterRef("created_at"))
        | Q(created_at=OuterRef("created_at"), pk__gt=OuterRef("pk")),
        sign_off=OuterRef("sign_off"),
        stakeholder=OuterRef("stakeholder"),
    )
    return Case(When(Exists(later), then=Value(False)), default=Value(True), output_field=BooleanField())


# As answers call the boxes of a vision, and where they stand.
_BOXES = {
    "statement": "statement",
    "target_group": "target_group",
    "needs": "needs",
    "what_it_is": "product_text",
    "business_goals": "business_goals",
}

LISTINGS = (
    Listing(
        "objective",
        rows=_objectives,
        out=schemas.ObjectiveOut,
        fields=(
            Field("period", "text", writes="period", groups=True),
            Field("parent", "reference", label="Under", of="objective", writes="parent_id"),
            Field("owner", "person", writes="owner_id"),
            Field("progress", "number", value=_progress_of_objective()),
            Field(
                "confidence",
                "number",
                value=_confidence(),
                sums=False,
                description="The mean of its key results.",
            ),
            Field(
                "health",
                "choice",
                value=_health_of_objective(),
                options=("off_track", "at_risk", "on_track", "unknown"),
                description="Its progress against the time that has passed, and how sure they are; the worse counts.",
            ),
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
        "check_in",
        rows=lambda: parts_of(
            CheckIn.objects.select_related("key_result__objective", "key_result__product", "by"), "key_result"
        ),
        out=CheckInLineOut,
        fields=(
            *names_of("key_result", label="Key result"),
            Field("value", "number"),
            Field("unit", "text", path="key_result__unit", groups=True),
            Field("confidence", "number", description="0 to 100."),
            Field("note", "text", sorts=False),
            Field("by", "person"),
            Field("key_result", "reference", of="key_result"),
            Field("objective", "reference", path="key_result__objective", of="objective"),
            Field("period", "text", path="key_result__objective__period", groups=True),
            Field("product", "reference", path="key_result__product", of="product"),
        ),
        archive=None,
        product="key_result__product_id",
        shows=show_check_in_lines,
        customisable=False,
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
    Listing(
        "vision",
        rows=lambda: Vision.objects.select_related("created_by", "product"),
        out=schemas.VisionOut,
        shows=schemas.show_visions,
        fields=(
            Field("number", "number", label="Version"),
            *(Field(box, "text", path=path, sorts=False) for box, path in _BOXES.items()),
            Field("note", "text", sorts=False),
            Field("created_by", "person"),
        ),
        archive=stays,
        restore=stays,
        customisable=False,
    ),
    Listing(
        "stakeholder",
        rows=lambda: Stakeholder.objects.select_related("member", "product"),
        out=StakeholderOut,
        fields=(
            Field("organisation", "text", writes="organisation", groups=True),
            Field("position", "text", writes="position", groups=True),
            Field("power", "number", writes="power", description="0 to 100."),
            Field("interest", "number", writes="interest", description="0 to 100."),
            Field("attitude", "choice", options=tuple(Stakeholder.Attitude.values), writes="attitude"),
            Field("member", "person", writes="member_id"),
            Field("concerns", "text", writes="concerns", sorts=False),
        ),
        patch=StakeholderPatch,
        revise=revise_stakeholder,
        sort="title",
        customisable=False,
    ),
    Listing(
        "telling",
        rows=lambda: parts_of(
            Telling.objects.select_related("stakeholder__product", "by", "version"), "stakeholder"
        ),
        out=TellingLineOut,
        fields=(
            *names_of("stakeholder", label="Stakeholder"),
            Field("summary", "text", label="Was told", sorts=False),
            Field("channel", "text", groups=True),
            Field("version_seen", "number", path="version__number", sums=False),
            Field("by", "person"),
            Field("stakeholder", "reference", of="stakeholder"),
            Field("organisation", "text", path="stakeholder__organisation", groups=True),
            Field(
                "attitude",
                "choice",
                path="stakeholder__attitude",
                options=tuple(Stakeholder.Attitude.values),
            ),
            Field("product", "reference", path="stakeholder__product", of="product"),
        ),
        archive=None,
        product="stakeholder__product_id",
        shows=show_telling_lines,
        customisable=False,
    ),
    Listing(
        "verdict",
        rows=lambda: parts_of(
            Verdict.objects.select_related("stakeholder__product", "stakeholder__member", "sign_off"),
            "stakeholder",
        ),
        out=VerdictLineOut,
        fields=(
            *names_of("stakeholder", label="Stakeholder"),
            Field("word", "choice", label="Says", options=tuple(Verdict.Word.values)),
            Field("text", "text", label="Why", sorts=False),
            Field("document", "text", value=_signed_document(), groups=True),
            Field(
                "document_kind",
                "choice",
                path="sign_off__document_kind",
                options=(("vision", "Vision"), ("canvas_version", "Canvas")),
            ),
            Field("version", "number", path="sign_off__number", sums=False, groups=True),
            Field(
                "stands",
                "yes_no",
                value=_stands(),
                description="Their last word on that version; a later one of it counts instead.",
            ),
            Field("member", "person", path="stakeholder__member"),
            Field("stakeholder", "reference", of="stakeholder"),
            Field("organisation", "text", path="stakeholder__organisation", groups=True),
            Field("product", "reference", path="stakeholder__product", of="product"),
        ),
        archive=None,
        product="stakeholder__product_id",
        shows=show_verdict_lines,
        customisable=False,
    ),
    Listing(
        "scorecard",
        rows=lambda: Scorecard.objects.select_related("product"),
        out=ScorecardOut,
        fields=(
            Field("method", "choice", options=tuple(METHODS)),
            Field("about", "choice", options=tuple(Scorecard.About.values)),
            Field("formula", "text", sorts=False),
            Field("cut_days", "number", writes="cut_days"),
            Field("cut_count", "number", writes="cut_count"),
        ),
        patch=ScorecardPatch,
        revise=revise_scorecard,
        customisable=False,
    ),
    SCORES,
    KANO_ANSWERS,
    STANDINGS,
    CANVASES,
    STATEMENTS,
)


def register_all() -> None:
    for listing in LISTINGS:
        register(listing)
