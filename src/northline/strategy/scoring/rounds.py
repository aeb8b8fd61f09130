"""Group scoring: everybody scores unseen, then all is shown, then the group settles."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northline.accounts.access import active_colleague
from northline.accounts.authentication import scope_of_member
from northline.core import changes
from northline.core.refusal import Conflict, Refusal
from northline.core.scope import Scope
from northline.strategy.scoring import stored
from northline.strategy.scoring.actions import SCORES, held, round_at, swap_values
from northline.strategy.scoring.models import Score, Scorecard, ScoringRound
from northline.strategy.scoring.rules.agreement import settled
from northline.strategy.scoring.rules.factors import Estimate


@transaction.atomic
def open_round(card: Scorecard, *, asked: Sequence[UUID], by: Scope) -> ScoringRound:
    """Ask members for their scores.

    Raises Conflict `round.open_already`, Refusal `round.cannot_score` for whoever may not contribute.
    """
    card = held(card)
    if card.rounds.filter(closed_at=None).exists():
        raise Conflict(
            "round.open_already",
            f"A round on {card.key} is open. Settle or drop it first. Nothing was changed.",
        )
    members = [active_colleague(by, member_id) for member_id in asked]
    for member in members:
        if not scope_of_member(member).may("contribute", card.place()):
            raise Refusal(
                "round.cannot_score",
                f"{member.name} may not contribute to this product, so could not score. "
                "Give them a role or leave them out. Nothing was changed.",
            )
    row = ScoringRound.objects.create(workspace_id=by.workspace_id, scorecard=card, opened_by_id=by.member_id)
    row.asked.set(members)
    asking = changes.record(
        by,
        "asked for scores on",
        card,
        after={
            "asked": [member.name for member in members],
        },
    )
    for member in members:
        # One message for each inbox.
        changes.record(by, "asked to score", card, after={"to": str(member.pk)}, cause=asking)
    return row


@transaction.atomic
def reveal(card: Scorecard, *, by: Scope) -> ScoringRound:
    """Show everybody's scores to everybody. Raises Conflict `round.none_open` or `round.revealed_already`."""
    card = held(card)
    row = round_at(card)
    if row.revealed_at:
        raise Conflict("round.revealed_already", "The scores are shown already. Nothing was changed.")
    ScoringRound.objects.filter(pk=row.pk).update(revealed_at=timezone.now(), revealed_by_id=by.member_id)
    row.refresh_from_db()
    # Not to be undone: what was seen was seen.
    changes.record(by, "revealed", card, after={"votes": row.votes.count()})
    return row


@transaction.atomic
def settle(card: Scorecard, *, adopt: bool, by: Scope) -> Scorecard:
    """Close the round; where `adopt`, the group's medians become the team's scores.

    Raises Conflict `round.none_open`, or `round.hidden` where scores nobody has seen would be adopted.
    """
    card = held(card)
    row = round_at(card)
    if adopt and row.revealed_at is None:
        raise Conflict("round.hidden", "Reveal the scores before the team takes them. Nothing was changed.")
    rows = _adopted(card, row, by) if adopt else []
    ScoringRound.objects.filter(pk=row.pk).update(closed_at=timezone.now())
    changes.record(
        by,
        "settled" if adopt else "dropped the round on",
        card,
        after={"subjects": len(rows)},
        undo={"how": SCORES, "rows": rows} if rows else {},
    )
    return card


def _adopted(card: Scorecard, row: ScoringRound, by: Scope) -> list[dict[str, object]]:
    """Write the medians as the team's scores; answers how each is set back."""
    factors = stored.factors_of(card)
    votes: dict[UUID, list[Score]] = {}
    for vote in row.votes.order_by("at", "pk"):
        votes.setdefault(vote.subject_id, []).append(vote)
    teams = {score.subject_id: score for score in card.scores.filter(round=None)}
    undoing: list[dict[str, object]] = []
    for subject, given in votes.items():
        values = {}
        for factor in factors:
            said = [
                stored.estimate_from(vote.values[factor.name]) for vote in given if factor.name in vote.values
            ]
            if said:
                values[factor.name] = stored.estimate_stored(
                    _joint(said, [each.value for each in factor.choices])
                )
        score = teams.get(subject) or Score.objects.create(
            workspace_id=by.workspace_id, scorecard=card, subject_id=subject
        )
        before = dict(score.values)
        swap_values(card, score, expected=score.version, values=before | values, by=by)
        undoing.append({"id": str(score.pk), "version": score.version, "values": before})
    return undoing


def _joint(said: Sequence[Estimate], choices: Sequence[float]) -> Estimate:
    """The group's estimate: the median of the middles; where anybody gave a range, the medians of the ends too."""
    middle = settled([each.middle for each in said], choices=choices)
    if choices or not any(each.is_range for each in said):
        return Estimate(middle)
    low = settled([each.middle if each.low is None else each.low for each in said])
    high = settled([each.middle if each.high is None else each.high for each in said])
    return Estimate(middle, low, high)
