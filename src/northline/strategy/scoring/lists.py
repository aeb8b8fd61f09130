"""The lists of what was scored and answered, and of where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from northline.core import kinds
from northline.core.doors import visible
from northline.core.listing.listings import Field, Listing
from northline.core.schemas import Out, Ref, Who, ref
from northline.core.scope import Scope
from northline.strategy.scoring.models import KanoAnswer, Score, Scorecard, Standing
from northline.strategy.scoring.rules.kano import CLASSES, class_of
from northline.strategy.scoring.rules.methods import METHODS
from northline.strategy.scoring.standings import up_to_date


class LineOut(Out):
    """What a scorecard holds of one item, in a list: `key` and `title` are the item's."""

    id: UUID
    kind: str
    key: str
    title: str
    part_of: Ref
    scorecard: Ref
    product_id: UUID
    can: dict[str, bool] = {}


class ScoreLineOut(LineOut):
    """`voter` is null for the team's own."""

    words: str
    voter: Who | None
    by: Who | None


class KanoLineOut(LineOut):
    respondent: str
    functional: int
    dysfunctional: int
    says: str


class StandingLineOut(LineOut):
    rank: int | None
    score: float | None
    above: bool
    makes_cut: float | None
    rank_low: int | None
    rank_high: int | None
    days: float


def _of_subjects(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Rows of a scorecard with the key and title of the item that each is about, put away with it or with the card."""
    named: QuerySet[Any] = rows.select_related("scorecard__product").annotate(
        key=_of_subject("key"),
        title=_of_subject("title"),
        archived_at=Coalesce(F("scorecard__archived_at"), _of_subject("archived_at")),
    )
    return named


def _of_subject(part: str) -> Combinable:
    found = [
        Subquery(
            kinds.kind_named(about).model._default_manager.filter(pk=OuterRef("subject_id")).values(part)[:1]
        )
        for about in Scorecard.About.values
    ]
    return Coalesce(*found)


def _line(row: Any) -> dict[str, Any]:
    card = row.scorecard
    about = {"kind": card.about, "id": row.subject_id, "key": row.key, "title": row.title}
    own = {"id": row.pk, "kind": row.KIND, "key": row.key, "title": row.title}
    return own | {"part_of": about, "scorecard": ref(card), "product_id": card.product_id}


def show_scores(rows: Iterable[Score], scope: Scope) -> list[dict[str, Any]]:
    return [_line(row) | {"words": row.words, "voter": row.voter, "by": row.by} for row in rows]


def show_answers(rows: Iterable[KanoAnswer], scope: Scope) -> list[dict[str, Any]]:
    names = ("respondent", "functional", "dysfunctional")
    return [
        _line(row)
        | {name: getattr(row, name) for name in names}
        | {"says": class_of(row.functional, row.dysfunctional)}
        for row in rows
    ]


def show_standings(rows: Iterable[Standing], scope: Scope) -> list[dict[str, Any]]:
    names = ("rank", "score", "above", "makes_cut", "rank_low", "rank_high", "days")
    return [_line(row) | {name: getattr(row, name) for name in names} for row in rows]


def _unveiled(rows: QuerySet[Score], scope: Scope) -> QuerySet[Score]:
    """The team's scores and one's own; those of others in a round once it is revealed."""
    seen = Q(round=None) | Q(voter_id=scope.member_id) | Q(round__revealed_at__isnull=False)
    return visible(scope, rows.filter(seen), product="scorecard__product_id")


def _says() -> Combinable:
    """`rules.kano.class_of`, in the database."""
    pairs = [(there, absent) for there in range(1, 6) for absent in range(1, 6)]
    by_class = {kind: [pair for pair in pairs if class_of(*pair) == kind] for kind in CLASSES}
    whens = []
    for kind, told in by_class.items():
        met = Q(pk__in=[])
        for there, absent in told:
            met |= Q(functional=there, dysfunctional=absent)
        whens.append(When(met, then=Value(kind)))
    return Case(*whens, output_field=CharField())


_CARD = (
    Field("scorecard", "reference", of="scorecard"),
    Field("method", "choice", path="scorecard__method", options=tuple(METHODS)),
    Field("about", "choice", path="scorecard__about", options=tuple(Scorecard.About.values)),
    Field("product", "reference", path="scorecard__product", of="product"),
)
_ITEM = (Field("key", "text"), Field("title", "text", label="Item"))
SCORES = Listing(
    "score",
    rows=lambda: _of_subjects(Score.objects.select_related("voter", "by")),
    out=ScoreLineOut,
    fields=(
        *_ITEM,
        Field("words", "text", label="Estimates", sorts=False),
        Field("voter", "person", description="Nobody: what the team gave."),
        Field("by", "person", label="Written by"),
        Field("at", "datetime", label="Written"),
        *_CARD,
    ),
    archive=None,
    product="scorecard__product_id",
    shows=show_scores,
    narrowed=_unveiled,
    sort="-at",
    customisable=False,
)
KANO_ANSWERS = Listing(
    "kano_answer",
    rows=lambda: _of_subjects(KanoAnswer.objects.select_related("by")),
    out=KanoLineOut,
    fields=(
        *_ITEM,
        Field("respondent", "text", groups=True),
        Field(
            "functional", "number", label="If it is there", groups=True, description="1 like to 5 dislike."
        ),
        Field(
            "dysfunctional", "number", label="If it is not", groups=True, description="1 like to 5 dislike."
        ),
        Field("says", "choice", options=CLASSES, value=_says()),
        Field("by", "person", label="Written by"),
        *_CARD,
    ),
    archive=None,
    product="scorecard__product_id",
    shows=show_answers,
    customisable=False,
)
STANDINGS = Listing(
    "standing",
    rows=lambda: _of_subjects(Standing.objects.all()),
    out=StandingLineOut,
    fields=(
        *_ITEM,
        Field("rank", "number", sums=False),
        Field("score", "number"),
        Field("above", "yes_no", label="Above the line"),
        Field("makes_cut", "number", label="Chance of the cut (%)", sums=False),
        Field("rank_low", "number", label="Best rank", sums=False, description="In eight draws of ten."),
        Field("rank_high", "number", label="Worst rank", sums=False, description="In eight draws of ten."),
        Field("days", "number", label="Person-days"),
        *_CARD,
    ),
    archive=None,
    product="scorecard__product_id",
    shows=show_standings,
    narrowed=up_to_date,
    sort="scorecard,rank",
    customisable=False,
)
