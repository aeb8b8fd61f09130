"""What must be true of the ideas, how that was tested, and which branches of the tree are worked on.

Ideas, opportunities and insights are told by their numbers: ideas and opportunities start at 1, insights at 0.
"""

from __future__ import annotations

from typing import NamedTuple


class Belief(NamedTuple):
    """What must be true of one risk of an idea; `heard` are insights for it, `against` such as speak against it."""

    idea: int
    risk: str
    title: str
    confidence: int | None
    importance: int
    owner: str
    next_test: str = ""
    threshold: str = ""
    heard: tuple[int, ...] = ()
    against: tuple[int, ...] = ()


BELIEFS = (
    Belief(
        1,
        "valuable",
        "Dispatchers take a proposal rather than call around",
        60,
        5,
        "priya",
        threshold="7 of 10 proposals are taken in the pilot",
        heard=(0, 31),
        against=(13,),
    ),
    Belief(
        1, "usable", "A proposal is understood in ten seconds", 55, 4, "tomas", "Replay of three bad days"
    ),
    Belief(
        1,
        "feasible",
        "Proposals for 200 vans are there within five seconds",
        50,
        4,
        "lena",
        threshold="P95 below 5 s on a day of Quickbarrow",
    ),
    Belief(
        1,
        "viable",
        "Fleets pay for it beyond the plan that they have",
        35,
        5,
        "priya",
        "Offer to five fleets",
    ),
    Belief(
        2,
        "usable",
        "Tonight's end of day is read while dragging",
        70,
        3,
        "tomas",
        heard=(12,),
    ),
    Belief(3, "valuable", "A reason makes drivers follow a changed order", 45, 4, "priya", heard=(14,)),
    Belief(
        3,
        "feasible",
        "The reason can be said in one line in six languages",
        30,
        3,
        "lena",
        "Translate the 20 commonest reasons",
    ),
    Belief(6, "feasible", "Lateness by the minute gives an error below 15 minutes", 50, 5, "lena"),
    Belief(6, "valuable", "Receivers stop calling once the time holds", 65, 4, "priya", heard=(4, 15, 16)),
    Belief(
        7,
        "valuable",
        "A message with a window is enough: nobody opens the page",
        50,
        3,
        "priya",
        heard=(17,),
    ),
    Belief(10, "viable", "Sealed exports stand before an inspector", 25, 5, "greta", "Ask two inspectors"),
)


class Trial(NamedTuple):
    """An experiment. Days lie back from today; `measured` ends it, `taken` says whether somebody took that up."""

    idea: int
    risk: str
    title: str
    method: str
    hypothesis: str
    metric: str
    unit: str
    comparison: str
    threshold: str
    audience: str
    owner: str
    planned: float
    started: float | None = None
    ended: float | None = None
    measured: str | None = None
    learning: str = ""
    taken: bool | None = None


TRIALS = (
    Trial(
        1,
        "valuable",
        "Concierge: we propose by phone for two weeks",
        "concierge",
        "If proposals say whom they make late, dispatchers take most of them as they are.",
        "Proposals taken as they were",
        "%",
        "at_least",
        "70",
        "Kestrel Parcels, 2 dispatchers, 10 days",
        "priya",
        62,
        60,
        47,
        "78",
        "78 % of 41 were taken. Those that were not moved a driver between towns: never propose that.",
        taken=True,
    ),
    Trial(
        1,
        "feasible",
        "Replay of Quickbarrow's worst day",
        "spike",
        "A heuristic over the nearest thirty vans is as good as one over all.",
        "P95 of the time to the first proposal",
        "s",
        "at_most",
        "5",
        "12 October, 210 vehicles",
        "lena",
        40,
        38,
        34,
        "3.2",
        "3.2 s at the 95th percentile. The thirty nearest are enough in the town, not in the valley.",
        taken=True,
    ),
    Trial(
        1,
        "viable",
        "Five fleets are offered the assistant at 9 € a van",
        "fake_door",
        "Fleets with more than 50 vans pay for the assistant on top.",
        "Fleets that sign a letter of intent",
        "fleets",
        "at_least",
        "3",
        "Five fleets with 45 to 210 vehicles",
        "priya",
        16,
        12,
    ),
    Trial(
        6,
        "feasible",
        "Shadow estimate beside the shown one",
        "data",
        "Adding the lateness of the van halves the error in the afternoon.",
        "Median error after 15:00",
        "min",
        "at_most",
        "15",
        "All stops of Nordlicht, three weeks",
        "lena",
        45,
        44,
        20,
        "31",
        "Better than 58, far from 15. Waiting at the dock is the rest: the receiver's own history is needed.",
        taken=False,
    ),
    Trial(
        3,
        "valuable",
        "Reasons on paper for one depot",
        "prototype",
        "Drivers keep the new order when they are told why.",
        "Changed stops driven in the new order",
        "%",
        "at_least",
        "80",
        "Bramley, 5 drivers, 5 days",
        "tomas",
        14,
        9,
        2,
        "86",
        "86 % against 41 % the week before. Two drivers asked for the name of the colleague who helps.",
    ),
    Trial(
        7,
        "valuable",
        "Message only, without the link",
        "ab_test",
        "Receivers who get a window do not look at the page.",
        "Visits to the page per 100 stops",
        "visits",
        "at_most",
        "10",
        "Half of Metro Medical's receivers",
        "priya",
        6,
    ),
    Trial(
        2,
        "usable",
        "Ghost on paper at Two Rivers",
        "prototype",
        "The end of day is noticed without being pointed at.",
        "Dispatchers who mention it unasked",
        "of 4",
        "at_least",
        "3",
        "Two Rivers, 4 dispatchers",
        "tomas",
        52,
        50,
        49,
        None,
        "Two of the four had left by then; we go to Costa Fresca instead.",
    ),
)


class Mark(NamedTuple):
    opportunity: int
    status: str
    is_target: bool = False


MARKS = (
    Mark(1, "exploring", True),
    Mark(2, "exploring"),
    Mark(3, "exploring"),
    Mark(7, "exploring", True),
    Mark(9, "exploring"),
    Mark(10, "solved"),
    Mark(12, "parked"),
)
