"""Where subjects stand on their scorecards, kept so that lists may filter, sort and group by it.

A standing follows from scores, answers, the card and its subjects. It is computed again when a list is read after any of
these changed, which their fingerprint tells.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Manager, Max, QuerySet, Sum

from northline.core import kinds
from northline.core.doors import visible
from northline.core.scope import Scope
from northline.strategy.scoring import queries
from northline.strategy.scoring.models import KanoAnswer, Score, Scorecard, Standing
from northline.strategy.scoring.rules import robustness
from northline.strategy.scoring.rules.robustness import Robust

COMPUTED = ("score", "rank", "above", "days", "makes_cut", "rank_low", "rank_high")
Told = tuple[Any, ...]


def up_to_date(rows: QuerySet[Standing], scope: Scope) -> QuerySet[Standing]:
    """The standings among these that the member may read, as they are now. Three queries, one more a kind that is weighed, and those of each card of which anything changed."""
    cards = list(visible(scope, Scorecard.objects.filter(archived_at=None), product="product_id"))
    for card, fingerprint in _changed(cards, scope.workspace_id):
        _compute(card.pk, fingerprint)
    return visible(scope, rows, product="scorecard__product_id")


def _changed(cards: Collection[Scorecard], workspace_id: UUID) -> list[tuple[Scorecard, str]]:
    scores = _by(Score.objects.filter(scorecard__in=cards, round=None), "scorecard_id", Sum("version"))
    answers = _by(
        KanoAnswer.objects.filter(scorecard__in=cards),
        "scorecard_id",
        Max("created_at"),
        Sum("functional"),
        Sum("dysfunctional"),
    )
    subjects = {about: _subjects(about, workspace_id) for about in {card.about for card in cards}}
    found = []
    for card in cards:
        key, product = card.pk, card.product_id
        inputs = (card.version, scores.get(key), answers.get(key))
        fingerprint = _fingerprint(*inputs, subjects[card.about].get(product))
        if fingerprint != card.ranked_from:
            found.append((card, fingerprint))
    return found


def _subjects(about: str, workspace_id: UUID) -> dict[UUID, Told]:
    manager: Manager[Any] = kinds.kind_named(about).model._default_manager
    rows = manager.filter(workspace_id=workspace_id)
    return _by(rows, "product_id", Sum("version"), Max("updated_at"))


def _by(rows: QuerySet[Any], column: str, *figures: Any) -> dict[UUID, Told]:
    """What is told of the rows of each group, with how many there are. One query."""
    named = {f"figure_{place}": figure for place, figure in enumerate(figures)}
    found = rows.order_by().values(column).annotate(rows=Count("pk"), **named)
    return {key: tuple(told) for key, *told in found.values_list(column, "rows", *named)}


def _fingerprint(*inputs: Any) -> str:
    return hashlib.sha256(repr(inputs).encode()).hexdigest()


@transaction.atomic
def _compute(card_id: UUID, fingerprint: str) -> None:
    # Two readers at once would both write; the card's row orders them.
    card = Scorecard.objects.select_for_update().get(pk=card_id)
    if card.ranked_from == fingerprint:
        return
    sure = {each.id: each for each in _simulated(card)}
    ranking = queries.ranking_of(card)
    rows = [_standing(card, each, sure.get(each.row.pk)) for each in ranking.rows]
    Standing.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["scorecard", "subject_id"], update_fields=COMPUTED
    )
    card.standings.exclude(subject_id__in=[row.subject_id for row in rows]).delete()
    Scorecard.objects.filter(pk=card.pk).update(ranked_from=fingerprint)


def _simulated(card: Scorecard) -> Iterable[Robust]:
    if card.method == "kano":
        return []
    return robustness.simulated(*queries.subjects_scored(card), flipping=False)


def _standing(card: Scorecard, each: queries.Ranked, sure: Robust | None) -> Standing:
    makes_cut = sure.makes_cut if sure else None
    return Standing(
        workspace_id=card.workspace_id,
        scorecard=card,
        subject_id=each.row.pk,
        score=each.score,
        rank=each.rank,
        above=each.above,
        days=each.days,
        makes_cut=None if makes_cut is None else makes_cut * 100,
        rank_low=sure.rank_low if sure else None,
        rank_high=sure.rank_high if sure else None,
    )
