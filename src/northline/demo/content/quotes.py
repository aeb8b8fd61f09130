"""What was marked in the insights, what was said twice, and whom the interviews were with. Numbers as in the other files."""

from __future__ import annotations

from typing import NamedTuple


class Mark(NamedTuple):
    """A passage of an insight that speaks for an opportunity or idea; importance 1 to 5."""

    insight: int
    quote: str
    kind: str
    number: int
    importance: int


MARKS = (
    Mark(
        0,
        "By the time I have found someone, the pharmacy has already called twice.",
        "opportunity",
        1,
        5,
    ),
    Mark(0, "It takes her forty minutes, and she writes the new stops on paper.", "opportunity", 1, 4),
    Mark(
        1, "34 % had at least one stop added, removed or moved after the vans had left", "opportunity", 1, 4
    ),
    Mark(
        2,
        "They know which yards open early and where a truck can turn; the plan does not.",
        "opportunity",
        4,
        5,
    ),
    Mark(5, "58 minutes after 15:00", "opportunity", 8, 4),
    Mark(6, "If the strip is missing, the goods go back.", "opportunity", 10, 5),
    Mark(
        7,
        "Both tenders asked for an end-to-end temperature record as a mandatory item.",
        "opportunity",
        10,
        5,
    ),
    Mark(12, "Show me who gets home late before I drop it there.", "opportunity", 2, 5),
    Mark(12, "three browser windows open to compare", "opportunity", 2, 2),
    Mark(13, "Nobody could say why, so they switched it off and have not tried again.", "opportunity", 2, 4),
    Mark(14, "If it told me the other truck has a flat, fine. It just jumps about.", "opportunity", 3, 5),
    Mark(31, "she trusted it since each proposal said whom it made late and by how much", "idea", 1, 5),
    Mark(
        32, "81 % of proposals with a reason were taken, 46 % of the same proposals without one", "idea", 3, 5
    ),
)


class Twin(NamedTuple):
    """An insight that says what another says: days ago, of which customer, merged so many days ago or still waiting."""

    days_ago: float
    title: str
    customer: int
    source: str
    text: str
    says: int
    merged: float | None


TWINS = (
    Twin(
        60,
        "Four calls until somebody takes over a broken van's stops",
        8,
        "support",
        "The bikes of Quickbarrow broke down eleven times in a month. Each time the desk called four riders in turn before one was near.",
        0,
        58,
    ),
    Twin(
        1,
        "Dispatchers re-plan by phone when a truck breaks down",
        7,
        "interview",
        "At Aldergate the dispatcher calls the drivers in turn when a truck breaks down and asks who is near. It takes an hour, and she writes the new stops on paper.",
        0,
        None,
    ),
)


class Talk(NamedTuple):
    """Who was talked to for an insight, what they agreed to, and for how many more days that is kept."""

    insight: int
    participant: str
    consent: str
    kept_for: int


TALKS = (
    Talk(0, "Dana Whitlock", "named", 247),
    Talk(2, "Five drivers of the early shift", "quoted", 18),
    Talk(6, "Dr. Antje Brandt", "quoted", 64),
    Talk(12, "Dana Whitlock", "named", 277),
    Talk(14, "Four drivers, names known to Marta", "internal", 12),
    Talk(21, "A baker, by telephone", "internal", 85),
)
