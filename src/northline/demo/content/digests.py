"""Who of the demo's stakeholders is told by mail, and what went out lately."""

from __future__ import annotations

from typing import NamedTuple


class Arranged(NamedTuple):
    """Place in PARTIES, audience, address (empty: the member's), how often, Monday is 0; `sent` so many days ago and how
    many things each told, none for a day without news."""

    place: int
    audience: str
    email: str
    frequency: str
    weekday: int
    on: bool
    sent: tuple[tuple[int, int], ...] = ()


DIGESTS = (
    Arranged(
        4,
        "Pharmacy customers",
        "anselm.krug@nordlicht.example",
        "weekly",
        0,
        True,
        ((19, 2), (12, 0), (5, 3)),
    ),
    Arranged(1, "The board", "", "monthly", 0, True),
    Arranged(3, "Sales", "", "daily", 0, False),
)
