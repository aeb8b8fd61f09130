"""The scorecards: one settled by the product manager, one being scored by a group, one asked of customers."""

from __future__ import annotations

from northline.demo.content.people import CUSTOMERS
from northline.demo.content.scorecards import CAPACITY, KANO, RICE, VOTES, Figure
from northline.demo.making import Making
from northline.strategy.scoring import actions, rounds
from northline.strategy.scoring.rules.factors import Estimate


def remember(making: Making) -> None:
    making.past.ago(37, lambda: _rice(making))
    making.past.ago(20, lambda: _kano(making))
    making.past.ago(2, lambda: _round(making))


def _rice(making: Making) -> None:
    by = making.by("priya")
    card = actions.make_scorecard(
        making.product, title="Next two quarters", method="rice", about="initiative", by=by
    )
    names = ("reach", "impact", "confidence", "effort")
    entries = [
        actions.Entry(
            making.rows["initiative", number].pk,
            {name: _estimate(figure) for name, figure in zip(names, figures, strict=True)},
            version=0,
        )
        for number, figures in RICE.items()
    ]
    actions.give_scores(card, entries=entries, as_team=True, by=by)
    actions.revise_scorecard(card, expected=card.version, fields={"cut_days": CAPACITY}, by=by)


def _kano(making: Making) -> None:
    by = making.by("tomas")
    card = actions.make_scorecard(
        making.product, title="What customers expect", method="kano", about="idea", by=making.by("priya")
    )
    answers = [
        (making.rows["idea", number].pk, CUSTOMERS[place][0], *pair)
        for number, pairs in KANO.items()
        for place, pair in enumerate(pairs)
    ]
    actions.note_kano_answers(card, answers=answers, by=by)


def _round(making: Making) -> None:
    by = making.by("priya")
    card = actions.make_scorecard(
        making.product, title="Planning round", method="value_effort", about="initiative", by=by
    )
    rounds.open_round(card, asked=[making.members[name].pk for name in (*VOTES, "marek")], by=by)
    for name, votes in VOTES.items():
        entries = [
            actions.Entry(
                making.rows["initiative", number].pk,
                {"value": Estimate(value), "effort": Estimate(effort)},
                version=0,
            )
            for number, (value, effort) in votes.items()
        ]
        actions.give_scores(card, entries=entries, as_team=False, by=making.by(name))


def _estimate(figure: Figure) -> Estimate:
    if isinstance(figure, tuple):
        low, likely, high = figure
        return Estimate(likely, low, high)
    return Estimate(figure)
