"""Where subjects stand on their scorecards, kept so that lists may filter, sort and group by it.

A standing follows from scores, answers, the card and its subjects. It is computed again when a list is read after any of
these changed, which their fingerprint tells.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Manager, Max, QuerySet, Sum

from northline.core import jobs, kinds
from northline.core.doors import visible
from northline.core.scope import Scope
from northline.strategy.scoring import queries, told
from northline.strategy.scoring.models import KanoAnswer, Score, Scorecard, Standing
from northline.strategy.scoring.rules.robustness import Robust

# More cards, or one with more scores, would keep whoever reads a list waiting.
AT_ONCE, SHORT = 1, 1_000
JOB = "rank_scorecards"
COMPUTED = ("score", "rank", "above", "days", "makes_cut", "rank_low", "rank_high")
Told = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """A card of which something is no longer as its standings were computed from."""

    card_id: UUID
    fingerprint: str
    scores: int


def up_to_date(rows: QuerySet[Standing], scope: Scope) -> QuerySet[Standing]:
    """The standings among these that the member may read. Three queries, and one more a kind that is weighed, three
    where a line is drawn.

    Where a few short cards changed they are as they are now; more, or longer ones, are left to a worker, and until it has come to
    them they are as they were computed last.
    """
    cards = list(visible(scope, Scorecard.objects.filter(archived_at=None), product="product_id"))
    changed = _changed(cards, scope.workspace_id)
    if sum(one.scores for one in changed) <= SHORT and len(changed) <= AT_ONCE:
        for one in changed:
            _compute(one.card_id, one.fingerprint)
    else:
        jobs.enqueue_once(JOB, [scope.workspace_id])
    return visible(scope, rows, product="scorecard__product_id")


@jobs.handles(JOB)
def rank_anew(run: jobs.Run) -> dict[str, Any]:
    """Compute the standings of each card of which anything changed, in a transaction of its own."""
    workspace_id = run.job.workspace_id
    cards = Scorecard.objects.filter(workspace_id=workspace_id, archived_at=None).order_by("pk")
    changed = _changed(list(cards), workspace_id)
    for number, one in enumerate(changed):
        run.report(number, of=len(changed), unit=jobs.Unit.ROWS, note="Ranking scorecards")
        _compute(one.card_id, one.fingerprint)
    return {"ranked": len(changed)}


def _changed(cards: Collection[Scorecard], workspace_id: UUID) -> list[Changed]:
    scores = _by(Score.objects.filter(scorecard__in=cards, round=None), "scorecard_id", Sum("version"))
    answers = _by(
        KanoAnswer.objects.filter(scorecard__in=cards),
        "scorecard_id",
        Max("created_at"),
        Sum("functional"),
        Sum("dysfunctional"),
    )
    subjects = {about: _subjects(about, workspace_id) for about in {card.about for card in cards}}
    waiting = _waiting(cards, workspace_id)
    found = []
    for card in cards:
        key, product = card.pk, card.product_id
        inputs = (card.version, scores.get(key), answers.get(key))
        waits = waiting[card.about] if _has_line(card) else None
        fingerprint = _fingerprint(*inputs, subjects[card.about].get(product), waits)
        if fingerprint != card.ranked_from:
            found.append(Changed(key, fingerprint, scores=scores.get(key, (0,))[0]))
    return found


def _subjects(about: str, workspace_id: UUID) -> dict[UUID, Told]:
    manager: Manager[Any] = kinds.kind_named(about).model._default_manager
    rows = manager.filter(workspace_id=workspace_id)
    return _by(rows, "product_id", Sum("version"), Max("updated_at"))


def _waiting(cards: Collection[Scorecard], workspace_id: UUID) -> dict[str, Any]:
    """What waits for what, where a line is drawn: above it stands whatever those above it wait for."""
    found = {}
    for about in {card.about for card in cards if _has_line(card)}:
        manager: Manager[Any] = kinds.kind_named(about).model._default_manager
        ids = manager.filter(workspace_id=workspace_id, archived_at=None).values_list("pk", flat=True)
        found[about] = sorted(
            (key, sorted(on)) for key, on in told.waits_for(about, workspace_id, set(ids)).items()
        )
    return found


def _has_line(card: Scorecard) -> bool:
    return card.cut_days is not None or card.cut_count is not None


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
    return queries.simulated(card, flipping=False)


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
