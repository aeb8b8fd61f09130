"""What follows from a ranking: the cost of a yes, and how well effort was estimated."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from northline.core.refusal import NotFound
from northline.core.schemas import ref
from northline.strategy.scoring import queries
from northline.strategy.scoring.models import Scorecard
from northline.strategy.scoring.rules.calibration import calibrated
from northline.strategy.scoring.rules.cutline import cost_of_yes


def cost_of(card: Scorecard, subject_id: UUID) -> dict[str, Any]:
    """What falls when the subject is put first. Raises NotFound for what the card does not weigh."""
    found = queries.ranking_of(card)
    rows = {each.row.pk: each for each in found.rows}
    if subject_id not in rows:
        raise NotFound(card.about)
    cost = cost_of_yes(
        sorted((pk for pk in rows if rows[pk].rank), key=lambda pk: rows[pk].rank or 0),
        subject_id,
        days={pk: each.days for pk, each in rows.items()},
        scores={pk: each.score for pk, each in rows.items() if each.score is not None},
        cut=found.card.cut,
        waits_for=found.waits_for,
    )
    return {
        "subject": ref(rows[subject_id].row),
        "falls": [ref(rows[pk].row) for pk in cost.falls],
        "gained": cost.gained,
        "lost": cost.lost,
    }


def calibration_of(card: Scorecard) -> dict[str, Any]:
    """The finished subjects with estimate and actual, and what to make of them."""
    finished = queries.finished_of(card)
    found = calibrated([(each.estimated, each.actual) for each in finished])
    return {
        "items": [
            {
                "subject": ref(each.row),
                "estimated": each.estimated,
                "actual": each.actual,
                "booked": each.booked,
                "at": each.at,
            }
            for each in finished
        ],
        "bias": found.bias if found else None,
        "spread": found.spread if found else None,
        "correction": found.correction if found else None,
    }
