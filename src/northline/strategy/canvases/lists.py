"""The lists of canvases and of the statements in them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import (
    Case,
    CharField,
    IntegerField,
    Max,
    Model,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from northline.core.listing.counting import counted, links_at
from northline.core.listing.listings import Field, Listing
from northline.research.discovery.models import Experiment
from northline.research.models import Insight
from northline.strategy.canvases import rules, schemas
from northline.strategy.canvases.models import Canvas, CanvasVersion, Statement
from northline.strategy.canvases.queries import AGAINST, FOR
from northline.strategy.written import stays

SOURCES: tuple[type[Model], ...] = (Insight, Experiment)


def boxes() -> Iterable[str]:
    """Every box of any template, once, in the order of the templates."""
    return dict.fromkeys(box for template in rules.TEMPLATES.values() for box in template)


def _said(word: str) -> Combinable:
    """How many live pieces of evidence there are of that word."""
    live = Q()
    for model in SOURCES:
        live |= Q(source_id__in=model._default_manager.filter(archived_at=None).values("pk"))
    return counted(links_at("target_id", type=word).filter(live))


def _standing() -> Combinable:
    """`rules.standing`, in the database."""
    supported, contradicted = Q(list_supports__gt=0), Q(list_contradicts__gt=0)
    return Case(
        When(supported & contradicted, then=Value("contested")),
        When(supported, then=Value("supported")),
        When(contradicted, then=Value("contradicted")),
        default=Value("unsupported"),
        output_field=CharField(),
    )


def _newest() -> Combinable:
    numbers = CanvasVersion.objects.filter(canvas=OuterRef("pk")).order_by().values("canvas")
    return Subquery(numbers.annotate(newest=Max("number")).values("newest"), output_field=IntegerField())


CANVASES = Listing(
    "canvas",
    rows=lambda: Canvas.objects.select_related("product"),
    out=schemas.CanvasOut,
    shows=schemas.show_canvases,
    fields=(
        Field("template", "choice", options=tuple(Canvas.Template.values)),
        Field(
            "statements",
            "number",
            value=counted(Statement.objects.filter(canvas=OuterRef("pk"), archived_at=None)),
            description="In the newest version.",
        ),
        Field("version", "number", value=_newest(), description="The number of the newest version."),
    ),
    patch=schemas.CanvasPatch,
    customisable=False,
)
STATEMENTS = Listing(
    "statement",
    rows=lambda: Statement.objects.select_related("canvas", "vision", "product"),
    out=schemas.StatementOut,
    shows=schemas.show_statements,
    fields=(
        Field(
            "template",
            "choice",
            label="Stands on",
            options=tuple(rules.TEMPLATES),
            value=Coalesce("canvas__template", Value(rules.VISION)),
        ),
        Field("canvas", "reference", of="canvas"),
        Field("box", "choice", options=tuple(boxes())),
        Field("nature", "choice", options=tuple(Statement.Nature.values)),
        Field("supports", "number", label="For", value=_said(FOR)),
        Field("contradicts", "number", label="Against", value=_said(AGAINST)),
        Field(
            "standing",
            "choice",
            options=("contradicted", "contested", "unsupported", "supported"),
            value=_standing(),
            description="How it stands to the evidence for and against it.",
        ),
    ),
    archive=stays,
    restore=stays,
    customisable=False,
)
