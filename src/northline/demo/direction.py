"""The vision, the objectives and their weekly check-ins."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from northline.core.richtext import of_text
from northline.demo.canvases import backing, learn, said_in, thoughts
from northline.demo.content.canvases import Thought
from northline.demo.content.opportunities import OPPORTUNITIES
from northline.demo.content.strategy import OBJECTIVES, THEMES, VISIONS, Goal, Pillar
from northline.demo.making import Making, Reading
from northline.strategy import actions as strategy
from northline.strategy.models import CheckIn, KeyResult
from northline.strategy.themes.actions import set_theme

WEEKS = 8


def remember(making: Making) -> None:
    for number, (day, version) in enumerate(zip((117, 58), VISIONS, strict=True)):
        making.past.ago(day, _vision(making, number, version))
    for thought in said_in(boxes for _, boxes in VISIONS):
        making.past.ago(1.9, backing(making, "vision", thought))
    for number, pillar in enumerate(THEMES, start=1):
        making.past.ago(84 - number / 10, _theme(making, number, pillar))
    for number, goal in enumerate(OBJECTIVES, start=1):
        making.past.ago(83 - number / 10, _objective(making, number, goal))
    for number, need in enumerate(OPPORTUNITIES, start=1):
        if need.objective:
            making.past.ago(
                82, making.linking("serves", ("opportunity", number), ("objective", need.objective), "priya")
            )
    for week in range(WEEKS):
        making.past.ago(days_ago(week), _check_in_week(making, week))


def _vision(
    making: Making, number: int, version: tuple[str, dict[str, tuple[Thought, ...]]]
) -> Callable[[], None]:
    def deed() -> None:
        note, boxes = version
        row = strategy.envision(
            making.product,
            boxes=thoughts(making, "vision", boxes),
            note=note,
            based_on=number or None,
            by=making.by("priya"),
        )
        learn(making, "vision", boxes, row.boxes)

    return deed


def _theme(making: Making, number: int, pillar: Pillar) -> Callable[[], None]:
    def deed() -> None:
        fields = {
            "title": pillar.title,
            "body": of_text(pillar.text),
            "colour": pillar.colour,
            "owner_id": making.members[pillar.owner].pk,
            "shares": dict(zip(quarters(making.today), pillar.shares, strict=True)),
        }
        making.keep("theme", number, set_theme(making.product, fields=fields, by=making.by("priya")))

    return deed


def quarters(today: date) -> tuple[str, str]:
    """The quarter of that day and the next.

    >>> quarters(date(2026, 11, 28))
    ('2026-Q4', '2027-Q1')
    """
    number = (today.month + 2) // 3
    following = (today.year, number + 1) if number < 4 else (today.year + 1, 1)
    return f"{today.year}-Q{number}", f"{following[0]}-Q{following[1]}"


def _objective(making: Making, number: int, goal: Goal) -> Callable[[], None]:
    def deed() -> None:
        fields = {
            "title": goal.title,
            "body": of_text(goal.text),
            "period": quarters(making.today)[0],
            "owner_id": making.members[goal.owner].pk,
        }
        row = making.keep(
            "objective", number, strategy.set_objective(making.product, fields=fields, by=making.by("priya"))
        )
        for result in goal.results:
            measure = {
                "title": result.title,
                "unit": result.unit,
                "direction": result.direction,
                "start": Decimal(str(result.start)),
                "target": Decimal(str(result.target)),
                "owner_id": making.members[result.owner].pk,
                "weight": result.weight,
            }
            found = strategy.add_key_result(row, fields=measure, by=making.by("priya"))
            for week, reading in enumerate(result.readings):
                confidence = result.confidence - 3 * (len(result.readings) - 1 - week)
                making.readings.append(Reading(found, week, Decimal(str(reading)), confidence))

    return deed


def _check_in_week(making: Making, week: int) -> Callable[[], None]:
    def deed() -> None:
        for reading in making.readings:
            if reading.week == week:
                row, by = reading.row, making.by("priya")
                seen = strategy.check_in(
                    row, value=reading.value, confidence=reading.confidence, note="", by=by
                )
                at = making.past.now - timedelta(days=days_ago(week))
                CheckIn.objects.filter(pk=seen.pk).update(created_at=at)
                KeyResult.objects.filter(pk=row.pk).update(checked_at=at)

    return deed


def days_ago(week: int) -> int:
    """When the check-in of that week was, the last of them a few days ago."""
    return 7 * (WEEKS - week) - 4
