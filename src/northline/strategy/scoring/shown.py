"""Rows and findings of scoring as answers hold them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from northline.core.schemas import object_fields, ref, who
from northline.core.scope import Scope
from northline.strategy.scoring import stored
from northline.strategy.scoring.models import Score, Scorecard, ScoringRound
from northline.strategy.scoring.queries import Ranked, Ranking
from northline.strategy.scoring.rules.cutline import Refused
from northline.strategy.scoring.rules.kano import Kano
from northline.strategy.scoring.rules.methods import METHODS, Method
from northline.strategy.scoring.rules.robustness import Robust
from northline.strategy.scoring.schemas import ScorecardOut


def show_scorecard(row: Scorecard, scope: Scope) -> dict[str, Any]:
    rights = scope.rights_at(row.place())
    can = {"edit": "steer" in rights, "contribute": "contribute" in rights}
    names = (
        "product_id",
        "method",
        "about",
        "factors",
        "formula",
        "effort",
        "days_per_unit",
        "cut_days",
        "cut_count",
    )
    shown = {name: getattr(row, name) for name in names}
    return object_fields(row, can=can) | shown | {"source": METHODS[row.method].source}


def show_method(method: Method) -> dict[str, Any]:
    return {
        "name": method.name,
        "factors": [stored.factor_stored(factor) for factor in method.factors],
        "formula": method.formula,
        "source": method.source,
    }


def show_score(row: Score, scope: Scope | None = None) -> dict[str, Any]:
    return {
        "id": row.pk,
        "subject_id": row.subject_id,
        "values": {name: _estimate(each) for name, each in row.values.items()},
        "version": row.version,
        "by": row.by,
        "at": row.at,
        "voter": row.voter,
    }


def _estimate(given: list[float | None]) -> dict[str, float | None]:
    low, likely, high = given
    return {"low": low, "likely": likely, "high": high}


def show_ranking(card: Scorecard, found: Ranking, scope: Scope) -> dict[str, Any]:
    """The ranking as this member may see it: others' votes only once they are revealed."""
    refs = {each.row.pk: ref(each.row) for each in found.rows}
    shown = found.round is not None and found.round.revealed_at is not None
    return {
        "scorecard": ScorecardOut.model_validate(show_scorecard(card, scope)).model_dump(),
        "items": [_ranked(each, refs, scope.member_id, shown=shown) for each in found.rows],
        "days": sum(each.days for each in found.rows if each.above),
        "refused": _refused(found.refused, refs) if found.refused else None,
        "round": _round(found.round, found.rows) if found.round else None,
    }


def _refused(found: Refused, refs: Mapping[UUID, Any]) -> dict[str, Any]:
    waits = [refs[each] for each in found.waits_for]
    return {"subject": refs[found.subject], "waits_for": waits, "needs": found.needs, "left": found.left}


def _ranked(each: Ranked, refs: Mapping[UUID, Any], me: UUID, *, shown: bool) -> dict[str, Any]:
    mine = next((vote for vote in each.votes if vote.voter_id == me), None)
    return {
        "subject": refs[each.row.pk] | {"status": each.row.status, "version": each.row.version},
        "score": each.score,
        "rank": each.rank,
        "above": each.above,
        "days": each.days,
        "read": each.read,
        "team": _score(each.team) if each.team else None,
        "mine": _score(mine) if mine else None,
        "votes": [_score(vote) | {"voter": who(vote.voter)} for vote in each.votes] if shown else [],
        "voted": len(each.votes),
        "agreement": each.agreement if shown else {},
        "pulled_by": refs[each.pulled_by] if each.pulled_by else None,
        "kano": _kano(each.kano) if each.kano else None,
    }


def _score(row: Score) -> dict[str, Any]:
    """The same in plain values, of which a ranking has a thousand."""
    told = show_score(row) | {"by": who(row.by)}
    del told["voter"]
    return told


def _kano(found: Kano) -> dict[str, Any]:
    names = ("kind", "counts", "satisfaction", "dissatisfaction")
    return {name: getattr(found, name) for name in names}


def _round(row: ScoringRound, rows: Iterable[Ranked]) -> dict[str, Any]:
    counted: dict[UUID | None, int] = {}
    for each in rows:
        for vote in each.votes:
            counted[vote.voter_id] = counted.get(vote.voter_id, 0) + bool(vote.values)
    asked: dict[UUID | None, Any] = {member.pk: member for member in row.asked.all()}
    voted: dict[UUID | None, Any] = {vote.voter_id: vote.voter for each in rows for vote in each.votes}
    members = voted | asked
    return {
        "id": row.pk,
        "opened_by": who(row.opened_by),
        "opened_at": row.created_at,
        "revealed_by": who(row.revealed_by),
        "revealed_at": row.revealed_at,
        "closed_at": row.closed_at,
        "voters": [
            {"id": pk, "name": member.name, "scored": counted.get(pk, 0)}
            for pk, member in members.items()
            if member is not None
        ],
    }


def show_robust(found: Robust) -> dict[str, Any]:
    names = ("id", "makes_cut", "rank_low", "rank_mean", "rank_high")
    flips = [{"factor": flip.factor, "now": flip.now, "at": flip.at} for flip in found.flips]
    return {name: getattr(found, name) for name in names} | {"flips": flips}
