"""Vision, objectives, lanes and initiatives of the demo's product."""

from __future__ import annotations

from typing import NamedTuple

PRODUCT = ("Harbour", "Dispatch and route planning for regional delivery fleets.")

# Two versions of the vision board, the older first.
VISIONS = (
    {
        "statement": "Every regional fleet plans its day as well as the largest carriers do.",
        "target_group": "Dispatchers of fleets with 20 to 200 vehicles in one region; their drivers second.",
        "needs": "A good plan by six in the morning. Fewer kilometres. Less typing in the evening.",
        "product": "Route planning in the browser, a driver's app, a tracking page.",
        "business_goals": "60 fleets by the end of the year; less than 3 % churn a quarter.",
        "note": "First version, after the discovery weeks.",
    },
    {
        "statement": "A broken day is put right in minutes, and everyone it touches knows why.",
        "target_group": "Dispatchers of fleets with 20 to 200 vehicles in one region, pharmacy and food first; drivers and receivers as equals.",
        "needs": "See what a change does before making it. Trust the time that is shown. Prove how goods were treated.",
        "product": "Live re-planning with reasons, arrival times that hold, an unbroken cold chain record.",
        "business_goals": "Twelve pharmacy fleets under contract by next summer; half of all break-downs solved in ten minutes.",
        "note": "The evidence moved us: planning the morning is solved well enough, the broken day is not. Pharmacy became the first market.",
    },
)


class Result(NamedTuple):
    """A key result with its weekly readings, the oldest first, and the confidence in per cent at the last."""

    title: str
    unit: str
    direction: str
    start: float
    target: float
    readings: tuple[float, ...]
    confidence: int


class Goal(NamedTuple):
    title: str
    text: str
    owner: str
    results: tuple[Result, ...]


OBJECTIVES = (
    Goal(
        "Dispatchers put a broken day right by themselves",
        "From forty minutes on the phone to a decision that everybody sees.",
        "priya",
        (
            Result(
                "Median minutes from break-down to new plan",
                "min",
                "down",
                40,
                10,
                (40, 38, 38, 33, 29, 27, 22, 19),
                70,
            ),
            Result(
                "Share of proposals that are accepted",
                "%",
                "up",
                46,
                80,
                (46, 52, 57, 61, 66, 71, 74, 78),
                80,
            ),
            Result(
                "Fleets that re-plan in Harbour every week",
                "fleets",
                "up",
                3,
                25,
                (3, 4, 4, 6, 8, 9, 11, 12),
                55,
            ),
        ),
    ),
    Goal(
        "Receivers rely on our arrival times",
        "A window that holds to half an hour, told once.",
        "priya",
        (
            Result(
                "Median error of the afternoon ETA",
                "min",
                "down",
                58,
                15,
                (58, 58, 51, 47, 40, 36, 35, 31),
                60,
            ),
            Result(
                "Calls asking where a delivery is, per 1,000 stops",
                "calls",
                "down",
                29,
                8,
                (29, 28, 28, 24, 21, 19, 19, 17),
                60,
            ),
        ),
    ),
    Goal(
        "Pharmacy fleets can sell an unbroken cold chain",
        "Before the new guideline applies in March.",
        "greta",
        (
            Result("Pharmacy fleets under contract", "fleets", "up", 2, 12, (2, 2, 3, 3, 3, 4, 4, 5), 45),
            Result(
                "Journeys with a complete temperature record",
                "%",
                "up",
                61,
                99,
                (61, 61, 64, 70, 72, 79, 83, 86),
                65,
            ),
            Result(
                "Time to answer an inspection request",
                "h",
                "down",
                30,
                1,
                (30, 30, 30, 26, 22, 18, 12, 9),
                50,
            ),
        ),
    ),
)

# Title, colour.
LANES = (
    ("Live day", "teal"),
    ("Arrival times", "blue"),
    ("Cold chain", "violet"),
    ("Driver", "orange"),
    ("Platform", "gray"),
)


class Work(NamedTuple):
    """An initiative. `starts` and `ends` are days from today; numbers of lane, objective and idea start at 1."""

    title: str
    lane: int
    status: str
    horizon: str | None
    starts: int | None
    ends: int | None
    precision: str
    owner: str
    objective: int | None
    idea: int | None
    text: str


INITIATIVES = (
    Work(
        "Break-down assistant",
        1,
        "in_progress",
        "now",
        -62,
        51,
        "day",
        "priya",
        1,
        1,
        "Ranked proposals when a vehicle is out, each with its price in minutes and money.",
    ),
    Work(
        "Consequences while dragging",
        1,
        "committed",
        "now",
        -20,
        96,
        "month",
        "priya",
        1,
        2,
        "See tonight before letting go.",
    ),
    Work(
        "Reasons on every changed stop",
        4,
        "planned",
        "next",
        60,
        130,
        "month",
        "tomas",
        1,
        3,
        "One line, in the driver's language.",
    ),
    Work(
        "Late board",
        1,
        "done",
        None,
        -150,
        -48,
        "month",
        "priya",
        1,
        None,
        "Which vans will be late, worst first. Replaces five customers' spreadsheets.",
    ),
    Work(
        "Live ETA",
        2,
        "in_progress",
        "now",
        -75,
        38,
        "day",
        "lena",
        2,
        6,
        "Re-estimated every minute from real lateness.",
    ),
    Work(
        "Thirty-minute windows by text message",
        2,
        "committed",
        "next",
        40,
        110,
        "month",
        "priya",
        2,
        7,
        "Told once, corrected only if it moves.",
    ),
    Work(
        "Receiver's page",
        2,
        "planned",
        "next",
        90,
        180,
        "quarter",
        "tomas",
        2,
        None,
        "All of a site's deliveries of the day on one page.",
    ),
    Work(
        "Cold chain record",
        3,
        "in_progress",
        "now",
        -48,
        91,
        "day",
        "priya",
        3,
        8,
        "From the loggers of three makers to one unbroken curve.",
    ),
    Work(
        "Hand-over page",
        3,
        "committed",
        "next",
        45,
        120,
        "month",
        "tomas",
        3,
        9,
        "Goods, curve, limits, signature: the proof on one page.",
    ),
    Work(
        "Inspector's drawer",
        3,
        "planned",
        "next",
        100,
        200,
        "quarter",
        "priya",
        3,
        10,
        "Any journey of two years, sealed, within minutes.",
    ),
    Work(
        "Site memory",
        4,
        "planned",
        "next",
        80,
        170,
        "quarter",
        "lena",
        1,
        4,
        "Docks, gates and hours learnt from where the vans stop.",
    ),
    Work(
        "Truck profiles and zones",
        5,
        "planned",
        "later",
        150,
        270,
        "quarter",
        "lena",
        None,
        5,
        "Weights, heights, emission classes; limits with hours.",
    ),
    Work(
        "Working time by law",
        4,
        "committed",
        "next",
        30,
        125,
        "month",
        "marek",
        None,
        None,
        "Driving, waiting, loading and rest across nights and weeks. Promised to two customers.",
    ),
    Work(
        "Offline confirmations",
        4,
        "done",
        None,
        -120,
        -35,
        "month",
        "lena",
        1,
        None,
        "What was confirmed without a network arrives once it is back.",
    ),
    Work(
        "One fleet: bikes, vans, trucks",
        5,
        "idea",
        "later",
        200,
        380,
        "quarter",
        "priya",
        1,
        None,
        "What carries an order is a result of planning.",
    ),
    Work(
        "Orders from mails",
        5,
        "idea",
        "later",
        None,
        None,
        "quarter",
        "priya",
        None,
        11,
        "Propose stops from a mail; a person confirms.",
    ),
    Work(
        "Planning screen for small fleets",
        1,
        "idea",
        "later",
        210,
        300,
        "quarter",
        "tomas",
        None,
        None,
        "Two changes a day, nothing else on the screen.",
    ),
    Work(
        "Second region for hosting",
        5,
        "planned",
        "later",
        160,
        250,
        "quarter",
        "lena",
        None,
        None,
        "Data of Swiss customers stays in Switzerland.",
    ),
)

# Opportunities that serve objectives stand in opportunities.py; charters below by number of initiative.
CHARTERS = (
    {
        "initiative": 8,
        "project": "cold",
        "state": "accepted",
        "deadline": 91,
        "scope": "Read loggers of three makes, join the legs of a journey into one curve, keep it for two years, show it at hand-over. Out of scope: new loggers, refrigeration control.",
        "criteria": (
            "99 % of pharmacy journeys have a complete record",
            "A record is on the hand-over page within 60 seconds",
            "Two pilot customers sign it off before the guideline applies",
        ),
    },
    {
        "initiative": 1,
        "project": "assist",
        "state": "accepted",
        "deadline": 51,
        "scope": "Proposals for a vehicle that is out, with lateness, kilometres and cost of each; accept, change, undo. Out of scope: weather, strikes.",
        "criteria": (
            "Median time to a new plan under ten minutes in the pilot",
            "Four of five proposals accepted",
        ),
    },
    {
        "initiative": 2,
        "project": "assist",
        "state": "proposed",
        "deadline": 96,
        "scope": "While a stop is dragged, show each driver's end of day as it would be, and who is late. Built by the same team after the break-down assistant. Out of scope: the phone.",
        "criteria": (
            "Three of four dispatchers use it daily in the pilot",
            "The preview answers within a tenth of a second",
        ),
    },
)
