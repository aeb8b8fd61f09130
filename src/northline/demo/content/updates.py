"""How the demo's initiatives went, in their people's words."""

from __future__ import annotations

from typing import NamedTuple


class Said(NamedTuple):
    """An update of the initiative with that number, so many days ago."""

    initiative: int
    ago: float
    by: str
    health: str
    words: str


UPDATES = (
    Said(1, 45.2, "priya", "on_track", "Ranking works on last winter's break-downs. Prices come next."),
    Said(
        1, 24.2, "priya", "at_risk",
        "Prices in minutes are right, prices in money are not: two customers pay drivers by the stop. "
        "Greta finds out by Friday how many more do.",
    ),
    Said(
        1, 5.2, "priya", "on_track",
        "Paid by the stop is in. Three dispatchers used it for a morning and took the first proposal nine times in ten.",
    ),
    Said(5, 16.2, "lena", "on_track", "Re-estimates every minute on the test fleet. Tunnels are the open question."),
    Said(
        5, 3.2, "lena", "at_risk",
        "In tunnels the estimate jumps back by ten minutes. We hold the last good one for now; "
        "a map with tunnel mouths would mend it and costs a week.",
    ),
    Said(8, 40.2, "priya", "on_track", "Loggers of two makers deliver. The record reads as inspectors want it."),
    Said(
        8, 6.2, "priya", "off_track",
        "The third maker changed its interface and the climate chamber is booked. "
        "Without a chamber by the end of next week the promised day is gone. Asking Marek to borrow one.",
    ),
    # Silent since, so that the message of what is due asks Marek for the next one.
    Said(13, 27.2, "marek", "on_track", "Driving and rest are checked. Waiting and loading across midnight come next."),
)  # fmt: skip

# The initiative whose plan has grown since its charter was accepted, by so many items and minutes of work.
GREW = (8, 9, 9 * 480)
