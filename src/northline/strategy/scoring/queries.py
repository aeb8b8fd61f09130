"""Reading scorecards: a ranking takes a known number of queries, however long it is."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Manager, Q, QuerySet

from northline.core import kinds
from northline.strategy.scoring import stored, told
from northline.strategy.scoring.models import KanoAnswer, Score, Scorecard, ScoringRound
from northline.strategy.scoring.rules import kano, robustness
from northline.strategy.scoring.rules.agreement import agreement
from northline.strategy.scoring.rules.cutline import Refused, Waits, drawn
from northline.strategy.scoring.rules.factors import Factor, Scores, plain_score
from northline.strategy.scoring.rules.robustness import Card, Subject

# What is over is no longer weighed.
OVER = ("done", "dropped", "archived")


class Weighed(NamedTuple):
    """What a scorecard weighs, as far as a ranking names it: there are a thousand of them."""

    KIND: str
    pk: UUID
    key: str
    title: str
    status: str
    version: int
    custom: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Ranked:
    """One subject with what was said of it and `read` from its own fields; `rank` counts from 1 among those with a
    score. `pulled_by` waits for it, which is why it lies above the line."""

    row: Weighed
    score: float | None
    rank: int | None
    above: bool
    team: Score | None
    votes: list[Score]
    agreement: dict[str, float]
    pulled_by: UUID | None
    kano: kano.Kano | None
    days: float
    read: dict[str, float]


@dataclass(frozen=True, slots=True)
class Ranking:
    card: Card
    rows: list[Ranked]
    round: ScoringRound | None
    refused: Refused | None
    waits_for: Waits


def cards_of(product_id: UUID, *, archived: bool = False) -> QuerySet[Scorecard]:
    """The scorecards of a product. The caller has opened the product."""
    return Scorecard.objects.filter(product_id=product_id, archived_at__isnull=not archived)


def subjects_of(card: Scorecard, *, over: bool = False) -> list[Weighed]:
    """What the scorecard weighs: the product's ideas or initiatives that are not over, oldest first."""
    rows = weighed(card).filter(archived_at=None).order_by("created_at", "pk")
    asked = rows if over else rows.exclude(status__in=OVER)
    columns = asked.values_list("pk", "key", "title", "status", "version", "custom")
    return [Weighed(card.about, *row) for row in columns]


def weighed(card: Scorecard) -> QuerySet[Any]:
    """Everything of the kind that the card weighs, in its product."""
    manager: Manager[Any] = kinds.kind_named(card.about).model._default_manager
    return manager.filter(workspace_id=card.workspace_id, product_id=card.product_id)


def last_round(card: Scorecard) -> ScoringRound | None:
    """The round that is open, or the one closed last."""
    rows = card.rounds.select_related("opened_by", "revealed_by").prefetch_related("asked")
    return rows.order_by("-created_at", "-pk").first()


def ranking_of(card: Scorecard) -> Ranking:
    """Every subject, those above the line first, best first, those without a score last. Seven queries at most, eight with Kano's answers."""
    ways, rows, round = stored.card_of(card), subjects_of(card), last_round(card)
    counted = Q(round=None) | Q(round=round)
    scores = list(
        # A card is scored by few: each is read once, not with every score.
        Score.objects.filter(counted, scorecard=card).prefetch_related("by", "voter").order_by("at", "pk")
    )
    teams = {score.subject_id: score for score in scores if score.round_id is None}
    votes: dict[UUID, list[Score]] = {}
    for score in scores:
        if score.round_id is not None:
            votes.setdefault(score.subject_id, []).append(score)
    judged = _judged(card)
    values = {row.pk: stored.estimates_of(teams.get(row.pk), ways.factors, row.custom) for row in rows}
    figures = _figures(card, ways, rows, values, judged)
    order = sorted(figures, key=lambda pk: -figures[pk])
    days = {row.pk: ways.days_of(values.get(row.pk, {})) for row in rows}
    waits = waits_among(card, {row.pk for row in rows})
    line = drawn(order, days=days, cut=ways.cut, waits_for=waits)
    within = set(line.taken) if ways.cut.is_drawn else set()
    places = {pk: place for place, pk in enumerate(order, start=1)}
    widths = _widths(ways.factors, scores)
    found = [
        Ranked(
            row=row,
            score=figures.get(row.pk),
            rank=places.get(row.pk),
            above=row.pk in within,
            team=teams.get(row.pk),
            votes=votes.get(row.pk, []),
            agreement=agreements(votes.get(row.pk, []), widths),
            pulled_by=line.pulled.get(row.pk)
            if row.pk in within and _pulled(row.pk, line.pulled, places)
            else None,
            kano=judged.get(row.pk),
            days=days[row.pk],
            read={
                name: figure.middle
                for name, figure in stored.read_from_fields(ways.factors, row.custom).items()
            },
        )
        for row in rows
    ]
    found.sort(key=lambda each: (not each.above, each.rank is None, each.rank or 0))
    return Ranking(card=ways, rows=found, round=round, refused=line.refused, waits_for=waits)


def waits_among(card: Scorecard, ids: Collection[UUID]) -> Waits:
    """What each of these waits for among them: what is done already need not be done first. One query."""
    found = told.waits_for(card.about, card.workspace_id, ids)
    return {pk: [each for each in before if each in ids] for pk, before in found.items()}


def _pulled(pk: UUID, pulled: Mapping[UUID, UUID], places: Mapping[UUID, int]) -> bool:
    """Does it rank behind what waits for it? Otherwise its own rank would have put it there."""
    return pk in pulled and places.get(pk, len(places) + 1) > places[pulled[pk]]


def _figures(
    card: Scorecard, ways: Card, rows: list[Weighed], values: dict[UUID, Any], judged: dict[UUID, kano.Kano]
) -> dict[UUID, float]:
    """The score of every subject that has one, in the order of `rows`."""
    if card.method == "kano":
        return {row.pk: kano.worth(judged[row.pk]) for row in rows if row.pk in judged}
    subjects = [Subject(row.pk, values.get(row.pk, {})) for row in rows]
    found = ((each.id, plain_score(ways.formula, ways.factors, each.scores)) for each in subjects)
    return {pk: figure for pk, figure in found if figure is not None}


def _judged(card: Scorecard) -> dict[UUID, kano.Kano]:
    if card.method != "kano":
        return {}
    pairs: dict[UUID, list[tuple[int, int]]] = {}
    rows = KanoAnswer.objects.filter(scorecard=card)
    for subject, functional, dysfunctional in rows.values_list("subject_id", "functional", "dysfunctional"):
        pairs.setdefault(subject, []).append((functional, dysfunctional))
    found = {subject: kano.judged(given) for subject, given in pairs.items()}
    return {subject: each for subject, each in found.items() if each is not None}


def _widths(factors: Collection[Factor], scores: list[Score]) -> dict[str, tuple[float, float]]:
    """The scale of each factor; without bounds, what was said anywhere on the card."""
    found = {}
    for factor in factors:
        said = [
            stored.estimate_from(each.values[factor.name]).middle
            for each in scores
            if factor.name in each.values
        ]
        scale = [choice.value for choice in factor.choices] or said
        low = factor.low if factor.low is not None else min(scale, default=0.0)
        high = factor.high if factor.high is not None else max(scale, default=0.0)
        found[factor.name] = (low, high)
    return found


def agreements(votes: list[Score], widths: dict[str, tuple[float, float]]) -> dict[str, float]:
    """How far the voters agree, by factor, where at least two voted."""
    found = {}
    for name, (low, high) in widths.items():
        said = [stored.estimate_from(vote.values[name]).middle for vote in votes if name in vote.values]
        level = agreement(said, low=low, high=high)
        if level is not None:
            found[name] = level
    return found


def subjects_scored(card: Scorecard) -> tuple[Card, list[Subject]]:
    """The subjects with the team's estimates, for the rules. Two queries."""
    ways = stored.card_of(card)
    teams = {score.subject_id: score for score in Score.objects.filter(scorecard=card, round=None)}
    return ways, [
        Subject(row.pk, stored.estimates_of(teams.get(row.pk), ways.factors, row.custom))
        for row in subjects_of(card)
    ]


def robustness_of(card: Scorecard) -> list[robustness.Robust]:
    """How sure the ranking is; nothing for Kano's questionnaire, which ranks by answers and not by estimates."""
    if card.method == "kano":
        return []
    return simulated(card)


def simulated(card: Scorecard, *, flipping: bool = True) -> list[robustness.Robust]:
    """The ranking drawn many times. Three queries."""
    ways, subjects = subjects_scored(card)
    waits = waits_among(card, {each.id for each in subjects})
    return robustness.simulated(ways, subjects, waits_for=waits, flipping=flipping)


@dataclass(frozen=True, slots=True)
class Taken:
    """A finished subject: the days estimated when it was weighed and the days that it took, `booked` of them told by hours
    and the rest by its plan."""

    row: Weighed
    estimated: float
    actual: float
    booked: float
    at: datetime


def finished_of(card: Scorecard) -> list[Taken]:
    """The subjects with an estimate of effort whose work is finished. Delivery tells what it took."""
    ways = stored.card_of(card)
    rows = {row.pk: row for row in subjects_of(card, over=True)}
    taken = told.taken_by(card.about, card.workspace_id, set(rows))
    found = []
    for score in Score.objects.filter(scorecard=card, round=None, subject_id__in=rows).order_by("at", "pk"):
        custom = rows[score.subject_id].custom
        estimates: Scores = stored.estimates_of(score, ways.factors, custom)
        took, thought = taken.get(score.subject_id), ways.days_of(estimates)
        if took and took.days > 0 and thought > 0:
            found.append(Taken(rows[score.subject_id], thought, took.days, took.booked, score.at))
    return found
