"""The product, its vision and its objectives."""

from __future__ import annotations

from typing import NamedTuple

from northline.demo.content.canvases import A, F, Thought

PRODUCT = ("Harbour", "Dispatch and route planning for regional delivery fleets.")

_DISPATCHERS = Thought("dispatchers", "Dispatchers of fleets with 20 to 200 vehicles in one region", A)

# Two versions of the vision board with the reason of each, the older first.
VISIONS: tuple[tuple[str, dict[str, tuple[Thought, ...]]], ...] = (
    (
        "First version, after the discovery weeks.",
        {
            "statement": (
                Thought("day", "Every regional fleet plans its day as well as the largest carriers do.", A),
            ),
            "target_group": (_DISPATCHERS, Thought("receivers", "Their drivers second", A)),
            "needs": (
                Thought("morning", "A good plan by six in the morning.", A, contradicts=(1, 13)),
                Thought("change", "Fewer kilometres.", A),
                Thought("typing", "Less typing in the evening.", A),
            ),
            "product": (
                Thought("planning", "Route planning in the browser", A),
                Thought("app", "A driver's app and a tracking page", A),
            ),
            "business_goals": (
                Thought("fleets", "60 fleets by the end of the year", A),
                Thought("churn", "Less than 3 % churn a quarter", F),
            ),
        },
    ),
    (
        "The evidence moved us: planning the morning is solved well enough, the broken day is not. Pharmacy became the first market.",
        {
            "statement": (
                Thought(
                    "day",
                    "A broken day is put right in minutes, and everyone it touches knows why.",
                    A,
                    (31, 15),
                ),
            ),
            "target_group": (
                _DISPATCHERS,
                Thought("pharmacy", "Pharmacy and food first", A, (7, 6)),
                Thought("receivers", "Drivers and receivers as equals", A),
            ),
            "needs": (
                Thought("change", "See what a change does before making it.", F, (0, 1)),
                Thought("trust", "Trust the time that is shown.", F, (5,)),
                Thought("proof", "Prove how goods were treated.", F, (33, 6)),
            ),
            "product": (
                Thought("planning", "Live re-planning with reasons", A, (32, 12), (13,)),
                Thought("times", "Arrival times that hold", A),
                Thought("record", "An unbroken cold chain record", A, contradicts=(34,)),
            ),
            "business_goals": (
                Thought("fleets", "Twelve pharmacy fleets under contract by next summer", A),
                Thought("minutes", "Half of all break-downs solved in ten minutes", A, (31,)),
            ),
        },
    ),
)


class Pillar(NamedTuple):
    """A theme; `shares` are the per cents of all effort meant for it in this quarter and the next."""

    title: str
    colour: str
    owner: str
    text: str
    shares: tuple[int, int]


THEMES = (
    Pillar(
        "The broken day",
        "teal",
        "priya",
        "From forty minutes on the phone to a decision in minutes.",
        (45, 35),
    ),
    Pillar("Times that hold", "blue", "lena", "What we tell a receiver is what happens.", (20, 25)),
    Pillar(
        "Proof for pharmacy", "violet", "priya", "Every journey's temperature, whole and sealed.", (25, 30)
    ),
    Pillar(
        "Ground that carries",
        "gray",
        "lena",
        "Profiles, hours and hosting that all of it stands on.",
        (10, 10),
    ),
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
    owner: str = "priya"
    weight: int = 1


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
                weight=3,
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
                "lena",
                2,
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
