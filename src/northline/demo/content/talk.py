"""What the people of the demo said to each other, and about what."""

from __future__ import annotations

from typing import NamedTuple


class Said(NamedTuple):
    """`answers` is the place of the thread's first comment in this list; `calls` are handles mentioned at the end."""

    days_ago: float
    by: str
    kind: str
    number: int
    text: str
    calls: tuple[str, ...] = ()
    answers: int | None = None
    signs: tuple[tuple[str, str], ...] = ()
    resolved: bool = False


TALK = (
    Said(
        60,
        "lena",
        "insight",
        1,
        "I heard the same from two other depots. Do we know how often a van breaks down at all?",
        signs=(("tomas", "agree"), ("priya", "look")),
    ),
    Said(
        59.5, "priya", "insight", 1, "About once in nine days per depot, see the September data.", answers=0
    ),
    Said(
        40,
        "yuki",
        "opportunity",
        1,
        "Kestrel asked about exactly this in the renewal talks. When may I tell them something?",
        calls=("priya",),
        signs=(("ruth", "agree"),),
    ),
    Said(
        39.8,
        "priya",
        "opportunity",
        1,
        "Say that we are looking at it and promise no month. The roadmap shows it as next.",
        answers=2,
        signs=(("yuki", "thank"),),
    ),
    Said(
        30,
        "ruth",
        "initiative",
        6,
        "What would it take to have this before the food season? I can live with fewer sites.",
    ),
    Said(
        29.5,
        "marek",
        "initiative",
        6,
        "With two depots instead of five the forecast moves in front of it. I shall send the numbers.",
        answers=4,
        signs=(("ruth", "thank"), ("priya", "celebrate")),
    ),
    Said(
        18,
        "tomas",
        "idea",
        1,
        "Should the preview show both routes side by side, or only what differs?",
        calls=("lena",),
        resolved=True,
    ),
    Said(17.6, "lena", "idea", 1, "Only what differs. Drivers read it at a red light.", answers=6),
    Said(
        3,
        "amos",
        "initiative",
        6,
        "Two more weeks are fine with the depot in Ulm, I asked them today.",
        signs=(("marek", "thank"),),
    ),
)
