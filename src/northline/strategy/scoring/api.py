"""Addresses of prioritisation: scorecards, scores, rounds, and what follows from them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.edge import written
from northline.core.schemas import IfMatch
from northline.products.access import product_for, readable_product
from northline.strategy.scoring import access, actions, queries, rounds, schemas, shown, told, weighing
from northline.strategy.scoring.rules.methods import METHODS

router = Router(tags=["prioritisation"])


@router.get("/scorecard-methods", response=list[schemas.MethodOut], operation_id="list_scorecard_methods")
def list_scorecard_methods(request: Any) -> Any:
    """The published methods that a scorecard can start from."""
    return [shown.show_method(method) for method in METHODS.values()]


@router.get(
    "/products/{product_id}/scorecards", response=list[schemas.ScorecardOut], operation_id="list_scorecards"
)
def list_scorecards(request: Any, product_id: UUID, archived: bool = False) -> Any:
    product = readable_product(request.member_scope, product_id)
    rows = queries.cards_of(product.pk, archived=archived).order_by("created_at", "pk")
    return [shown.show_scorecard(row, request.member_scope) for row in rows]


@router.post("/scorecards", response={201: schemas.ScorecardOut}, operation_id="make_scorecard")
def make_scorecard(request: Any, body: schemas.ScorecardIn) -> Any:
    """Start a scorecard as a copy of a published method."""
    product = product_for(request.member_scope, body.product_id, right="steer")
    given = body.model_dump(exclude={"product_id"})
    row = actions.make_scorecard(product, **given, by=request.member_scope)
    return 201, shown.show_scorecard(row, request.member_scope)


@router.get("/scorecards/{scorecard_id}", response=schemas.ScorecardOut, operation_id="read_scorecard")
def read_scorecard(request: Any, scorecard_id: UUID) -> Any:
    return shown.show_scorecard(access.scorecard(request.member_scope, scorecard_id), request.member_scope)


@router.patch("/scorecards/{scorecard_id}", response=schemas.ScorecardOut, operation_id="edit_scorecard")
def edit_scorecard(
    request: Any, scorecard_id: UUID, body: schemas.ScorecardPatch, if_match: IfMatch = None
) -> Any:
    row = access.scorecard(request.member_scope, scorecard_id, right="steer")
    expected, fields = editing.expected_version(if_match), body.model_dump(exclude_unset=True)
    if body.factors is not None:
        fields["factors"] = [factor.value() for factor in body.factors]
    row = actions.revise_scorecard(row, expected=expected, fields=fields, by=request.member_scope)
    return shown.show_scorecard(row, request.member_scope)


@router.post(
    "/scorecards/{scorecard_id}/archival", response=schemas.ScorecardOut, operation_id="archive_scorecard"
)
def archive_scorecard(request: Any, scorecard_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.scorecard(request.member_scope, scorecard_id, right="steer")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return shown.show_scorecard(row, request.member_scope)


@router.delete(
    "/scorecards/{scorecard_id}/archival", response=schemas.ScorecardOut, operation_id="restore_scorecard"
)
def restore_scorecard(request: Any, scorecard_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.scorecard(request.member_scope, scorecard_id, right="steer")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return shown.show_scorecard(row, request.member_scope)


@router.get("/scorecards/{scorecard_id}/ranking", response=schemas.RankingOut, operation_id="read_ranking")
def read_ranking(request: Any, scorecard_id: UUID) -> Any:
    """The subjects, best first, with their scores, the line, and the round of group scoring."""
    row = access.scorecard(request.member_scope, scorecard_id)
    return written(shown.show_ranking(row, queries.ranking_of(row), request.member_scope))


@router.put("/scorecards/{scorecard_id}/scores", response=list[schemas.ScoreOut], operation_id="give_scores")
def give_scores(request: Any, scorecard_id: UUID, body: schemas.ScoresIn) -> Any:
    """Score one or many subjects at once, each on top of the version that was seen."""
    row = access.scorecard(request.member_scope, scorecard_id, right="contribute")
    entries = [
        actions.Entry(
            subject_id=entry.subject_id,
            values={name: given.value() if given else None for name, given in entry.values.items()},
            version=entry.version,
        )
        for entry in body.entries
    ]
    as_team = body.voice == "team"
    found = actions.give_scores(row, entries=entries, as_team=as_team, by=request.member_scope)
    return [shown.show_score(score) for score in found]


@router.post(
    "/scorecards/{scorecard_id}/kano-answers", response={201: schemas.Noted}, operation_id="note_kano_answers"
)
def note_kano_answers(request: Any, scorecard_id: UUID, body: schemas.KanoAnswersIn) -> Any:
    """Take down answers to Kano's two questions."""
    row = access.scorecard(request.member_scope, scorecard_id, right="contribute")
    answers = [
        (each.subject_id, each.respondent, each.functional, each.dysfunctional) for each in body.answers
    ]
    noted = actions.note_kano_answers(row, answers=answers, by=request.member_scope)
    return 201, {"noted": len(noted)}


@router.post(
    "/scorecards/{scorecard_id}/round", response={201: schemas.RankingOut}, operation_id="open_round"
)
def open_round(request: Any, scorecard_id: UUID, body: schemas.RoundIn) -> Any:
    """Ask members to score for themselves, unseen by each other."""
    row = access.scorecard(request.member_scope, scorecard_id, right="steer")
    rounds.open_round(row, asked=body.members, by=request.member_scope)
    return 201, shown.show_ranking(row, queries.ranking_of(row), request.member_scope)


@router.post(
    "/scorecards/{scorecard_id}/round/revelation", response=schemas.RankingOut, operation_id="reveal_round"
)
def reveal_round(request: Any, scorecard_id: UUID) -> Any:
    """Show everybody's scores to everybody."""
    row = access.scorecard(request.member_scope, scorecard_id, right="steer")
    rounds.reveal(row, by=request.member_scope)
    return written(shown.show_ranking(row, queries.ranking_of(row), request.member_scope))


@router.post(
    "/scorecards/{scorecard_id}/round/settlement", response=schemas.RankingOut, operation_id="settle_round"
)
def settle_round(request: Any, scorecard_id: UUID, body: schemas.SettleIn) -> Any:
    """Close the round: the medians become the team's scores, or it is dropped."""
    row = access.scorecard(request.member_scope, scorecard_id, right="steer")
    rounds.settle(row, adopt=body.adopt, by=request.member_scope)
    return written(shown.show_ranking(row, queries.ranking_of(row), request.member_scope))


@router.get(
    "/scorecards/{scorecard_id}/robustness", response=list[schemas.RobustOut], operation_id="read_robustness"
)
def read_robustness(request: Any, scorecard_id: UUID) -> Any:
    """How sure the ranking is, by simulation of the ranges given."""
    row = access.scorecard(request.member_scope, scorecard_id)
    return [shown.show_robust(found) for found in queries.robustness_of(row)]


@router.get(
    "/scorecards/{scorecard_id}/cost-of-yes/{subject_id}",
    response=schemas.CostOut,
    operation_id="read_cost_of_yes",
)
def read_cost_of_yes(request: Any, scorecard_id: UUID, subject_id: UUID) -> Any:
    """What falls below the line when this subject is put above everything."""
    row = access.scorecard(request.member_scope, scorecard_id)
    return weighing.cost_of(row, subject_id)


@router.get(
    "/scorecards/{scorecard_id}/calibration",
    response=schemas.CalibrationOut,
    operation_id="read_calibration",
)
def read_calibration(request: Any, scorecard_id: UUID) -> Any:
    """Past estimates of effort against what the plans of the finished work took."""
    row = access.scorecard(request.member_scope, scorecard_id)
    return weighing.calibration_of(row)


@router.get("/products/{product_id}/capacity", response=schemas.CapacityOut, operation_id="read_capacity")
def read_capacity(request: Any, product_id: UUID, first: date, last: date) -> Any:
    """The person-days of everybody planned on the product's projects, from the first to the last day."""
    product = readable_product(request.member_scope, product_id)
    return told.capacity_of(request.member_scope, product.pk, first, last)
