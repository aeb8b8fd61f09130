"""What the demo's roadmap says beyond its windows: goals, order, milestones, promises and launches."""

from __future__ import annotations

from typing import NamedTuple


class Aim(NamedTuple):
    """Of an initiative, by its number: its goal, features, metrics and effort in person-weeks."""

    initiative: int
    goal: str
    features: tuple[str, ...]
    metrics: tuple[str, ...]
    weeks: float | None


AIMS = (
    Aim(
        1,
        "A vehicle that is out is no crisis",
        ("Ranked proposals", "Price in minutes and money", "Accept and undo"),
        ("Median time to a new plan under ten minutes",),
        14,
    ),
    Aim(
        2,
        "Nobody drags blindly",
        ("End of day per driver while dragging", "Who is late, and by how much"),
        ("Three of four dispatchers use it daily",),
        9,
    ),
    Aim(3, "Drivers trust the plan", ("One line of reason per stop",), (), 6),
    Aim(
        5,
        "The customer knows before the dispatcher does",
        ("Re-estimated every minute", "Lateness by road section"),
        ("Half of all ETAs right within five minutes",),
        12,
    ),
    Aim(
        6,
        "Told once, and right",
        ("Window by text message", "One correction at most"),
        ("Calls asking “where is it” down by a third",),
        10,
    ),
    Aim(7, "Receivers plan their own day", ("Page without sign-in", "Move by one day"), (), 8),
    Aim(
        8,
        "A journey that can be proven",
        ("Loggers of three makes", "One curve per journey", "Kept for two years"),
        ("99 % of pharmacy journeys complete",),
        22,
    ),
    Aim(9, "Handed over with proof", ("Curve at hand-over", "Signature on glass"), (), 7),
    Aim(10, "Ready for the inspector", (), (), 5),
    Aim(13, "No plan that breaks the law", ("Breaks and rests checked",), ("No violation in a month",), 8),
    Aim(12, "", (), (), 16),
    Aim(18, "", (), (), 12),
)
# Container: what lies in it.
PARTS = {8: (9, 10)}
PARKED = (16,)
# (predecessor, successor)
WAITS = ((5, 6), (6, 7), (8, 9), (9, 10), (1, 2))
# Title, lane, days from today.
MILESTONES = (
    ("Pharmacy guideline applies", 3, 95),
    ("Logistics fair in Hamburg", None, 62),
    ("Peak season begins", None, 128),
)
NOW_WEEKS, NEXT_WEEKS = 50, 36


class Word(NamedTuple):
    """A promise: of which initiative, to whom, how long ago, due so many days after its window ended then."""

    initiative: int
    to: str
    customer: int | None
    ago: int
    slack: int
    words: str
    outcome: str
    reason: str


WORDS = (
    Word(
        5,
        "Nordlicht",
        None,
        33,
        14,
        "Before the summer your customers will see the van coming.",
        "",
        "",
    ),
    Word(
        6,
        "Grünkorb",
        None,
        26,
        0,
        "Thirty-minute windows will be there with the new season.",
        "",
        "",
    ),
    Word(8, "Apotheken Süd", None, 40, 4, "The record is complete before the guideline applies.", "", ""),
    Word(4, "Grünkorb", None, 70, 20, "You can throw the spreadsheet away next month.", "kept", "They did."),
    Word(
        14,
        "Elbe Transporte",
        None,
        66,
        12,
        "Confirmations will work in the tunnel.",
        "broken",
        "Two phones lost what was confirmed; repaired three weeks later.",
    ),
)
CHECKLIST = (
    ("Tell sales what changes", -21),
    ("Write the help pages", -14),
    ("Train support", -10),
    ("Rehearse the way back", -5),
    ("Announce to customers", 0),
    ("Read the first support calls", 2),
)


# Who does each point of the checklist.
WHO_CHECKS = ("greta", "lena", "lena", "tomas", "priya", "lena")


class Out(NamedTuple):
    """A launch: title, its initiatives, its day from today, how long ago it was planned, checked points, state."""

    title: str
    initiatives: tuple[int, ...]
    day: int
    ago: int
    checked: int
    launched: bool


LAUNCHES = (
    Out("Late board for everybody", (4,), -45, 62, 6, True),
    Out("Live ETA, first three fleets", (5,), 40, 18, 2, False),
    Out("Cold chain pilot", (8, 9), 96, 6, 0, False),
)
