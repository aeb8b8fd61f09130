"""What must be true of the ideas, and how that was tested."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

from northline.core import links
from northline.demo.content.discovery import BELIEFS, MARKS, TRIALS, Belief, Mark, Trial
from northline.demo.making import Making
from northline.research.discovery.actions.assumptions import assume
from northline.research.discovery.actions.branches import mark_branch
from northline.research.discovery.actions.experiments import finish, plan_experiment, start, stop, weigh
from northline.research.discovery.models import Assumption


def remember(making: Making) -> None:
    for number, belief in enumerate(BELIEFS):
        # Written down soon after the idea came up.
        days = 67.5 - 2 * belief.idea - number / 100
        making.past.ago(days, _belief(making, belief, int(days)))
        # By then the insights are there.
        making.past.ago(1.5, _hearing(making, belief))
    for number, trial in enumerate(TRIALS):
        making.past.ago(trial.planned, _plan(making, number, trial))
        if trial.started is not None:
            making.past.ago(trial.started, _start(making, number, trial.started))
        if trial.ended is not None:
            making.past.ago(trial.ended, _end(making, number, trial))
        if trial.taken is not None and trial.ended is not None:
            making.past.ago(trial.ended - 0.2, _weigh(making, number, accept=trial.taken))
    for mark in MARKS:
        making.past.ago(30 + mark.opportunity / 10, _mark(making, mark))


def _belief(making: Making, belief: Belief, days: int) -> Callable[[], None]:
    def deed() -> None:
        fields = {
            "title": belief.title,
            "confidence": belief.confidence,
            "importance": belief.importance,
            "owner_id": making.members[belief.owner].pk,
            "next_test": belief.next_test,
            "threshold": belief.threshold,
        }
        row = assume(making.rows["idea", belief.idea], risk=belief.risk, fields=fields, by=making.by("priya"))
        if row.threshold:
            Assumption.objects.filter(pk=row.pk).update(threshold_set_on=making.today - timedelta(days=days))
        making.keep("assumption", f"{belief.idea} {belief.risk}", row)

    return deed


def _hearing(making: Making, belief: Belief) -> Callable[[], None]:
    def deed() -> None:
        row = making.rows["assumption", f"{belief.idea} {belief.risk}"]
        for name, numbers in (("supports", belief.heard), ("contradicts", belief.against)):
            for number in numbers:
                links.link(name, making.rows["insight", number], target=row, by=making.by("priya"))

    return deed


def _plan(making: Making, number: int, trial: Trial) -> Callable[[], None]:
    def deed() -> None:
        names = ("title", "method", "hypothesis", "metric", "unit", "comparison", "audience")
        fields: dict[str, Any] = {name: getattr(trial, name) for name in names}
        fields |= {"threshold": Decimal(trial.threshold), "owner_id": making.members[trial.owner].pk}
        row = plan_experiment(
            making.rows["idea", trial.idea], risk=trial.risk, fields=fields, by=making.by(trial.owner)
        )
        making.keep("experiment", number, row)

    return deed


def _start(making: Making, number: int, days_ago: float) -> Callable[[], None]:
    def deed() -> None:
        row = making.rows["experiment", number]
        on = making.today - timedelta(days=int(days_ago))
        start(row, expected=row.version, on=on, by=making.by("priya"))

    return deed


def _end(making: Making, number: int, trial: Trial) -> Callable[[], None]:
    def deed() -> None:
        row, by = making.rows["experiment", number], making.by("priya")
        if trial.measured is None:
            stop(row, expected=row.version, learning=trial.learning, by=by)
            return
        assert trial.ended is not None
        on = making.today - timedelta(days=int(trial.ended))
        measured = Decimal(trial.measured)
        finish(row, expected=row.version, measured=measured, learning=trial.learning, on=on, by=by)

    return deed


def _weigh(making: Making, number: int, *, accept: bool) -> Callable[[], None]:
    def deed() -> None:
        row = making.rows["experiment", number]
        weigh(row, expected=row.version, accept=accept, confidence=None, by=making.by("priya"))

    return deed


def _mark(making: Making, mark: Mark) -> Callable[[], None]:
    def deed() -> None:
        row = making.rows["opportunity", mark.opportunity]
        row.refresh_from_db()
        fields = {"status": mark.status, "is_target": mark.is_target}
        mark_branch(row, expected=row.version, fields=fields, by=making.by("priya"))

    return deed
