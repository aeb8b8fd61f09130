"""The gates of the cold chain project, two of them decided, and other terms that its charter's other side has yet to sign."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from northline.delivery.amendments.actions import propose
from northline.delivery.models import Charter
from northline.demo.making import Making
from northline.tracking.gates import actions
from northline.tracking.gates.models import Gate, GateDecision

CREW = "Name a second person who may release a shipment"
REASON = "The port of Gdansk moved the crane; the customers prefer a later date to a second one."


# How many days ago the first two gates were decided, and when those to come are due, in days from now.
STARTED, PLANNED = 44, 30
BUILT, CLOSED = 50, 91


def remember(making: Making) -> None:
    making.past.ago(46, lambda: _set_up(making))
    making.past.ago(STARTED, lambda: _start(making))
    making.past.ago(PLANNED, lambda: _plan(making))
    making.past.ago(1.5, lambda: _amend(making))


def _set_up(making: Making) -> None:
    by = making.by("marek")
    rows = actions.set_up_usual(making.project(), template="classic", by=by)
    for row, days in zip(rows, (-STARTED, -PLANNED, BUILT, CLOSED), strict=True):
        actions.revise_gate(row, expected=row.version, fields={"due": making.day(days)}, by=by)


def _start(making: Making) -> None:
    notes = ("Priya", "Fewer spoilt loads: 40 a year")
    row = _checked(making, _gates(making)[0], notes=notes, ago=STARTED)
    _decide(making, row, "go", ago=STARTED, note="Worth a plan.")


def _plan(making: Making) -> None:
    row = _checked(making, _gates(making)[1], notes=("All but one",), ago=PLANNED)
    due = (making.past.now - timedelta(days=3)).date()
    condition = {"text": CREW, "owner_id": making.members["marek"].pk, "due": due}
    conditions = [condition]
    _decide(making, row, "conditional", ago=PLANNED, note="The plan is good enough.", conditions=conditions)


def _checked(making: Making, row: Gate, *, notes: tuple[str, ...], ago: int) -> Gate:
    judged = [one["id"] for one in row.criteria if one["measure"] == "person"]
    for id, note in zip(judged, notes, strict=True):
        row = actions.check(row, id, met=True, note=note, expected=row.version, by=making.by("marek"))
    for one in row.criteria:
        if one["id"] in judged:
            one["checked_on"] = making.day(-ago).isoformat()
    Gate.objects.filter(pk=row.pk).update(criteria=row.criteria)
    return row


def _decide(making: Making, row: Gate, verdict: Any, *, ago: int, note: str, conditions: Any = ()) -> None:
    by, at = making.by("marek"), making.past.now - timedelta(days=ago)
    actions.decide(row, verdict=verdict, note=note, conditions=conditions, expected=row.version, by=by)
    Gate.objects.filter(pk=row.pk).update(decided_at=at)
    GateDecision.objects.filter(gate=row).update(created_at=at)


def _amend(making: Making) -> None:
    charter = Charter.objects.filter(project=making.project(), state=Charter.State.ACCEPTED).first()
    assert charter is not None, "the cold chain project has a charter"
    assert charter.deadline is not None, "with a deadline"
    propose(
        charter,
        side="product",
        terms={"deadline": charter.deadline + timedelta(days=14)},
        reason=REASON,
        expected=charter.version,
        by=making.by("priya"),
    )


def _gates(making: Making) -> list[Gate]:
    return list(Gate.objects.filter(project=making.project()).order_by("position"))
