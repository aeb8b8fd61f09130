"""Who has an interest in the demo's product, what they were told, and what they said of the two visions."""

from __future__ import annotations

from typing import NamedTuple


class Party(NamedTuple):
    """`handle` names a member, empty for somebody outside. Power and interest are 0 to 100."""

    name: str
    handle: str
    position: str
    organisation: str
    power: int
    interest: int
    attitude: str
    concerns: str
    boxes: tuple[str, ...]


PARTIES = (
    Party(
        "Greta Holm", "greta", "Founder", "Fernhaven", 95, 80, "champion",
        "That we stay the house for regional fleets and do not chase the large carriers.", (),
    ),
    Party(
        "Ruth Adeyemi", "ruth", "Board member", "Fernhaven", 85, 45, "critical",
        "Whether pharmacy pays within the year; cash until the summer.", ("target_group", "business_goals"),
    ),
    Party(
        "Lena Brandt", "lena", "Engineering lead", "Fernhaven", 60, 75, "supportive",
        "Room to mend the routing core before anything live is built on it.", ("product",),
    ),
    Party(
        "Yuki Sato", "yuki", "Sales", "Fernhaven", 40, 85, "neutral",
        "Two customers were promised working time by law. She wants a date she may say aloud.",
        ("needs", "business_goals"),
    ),
    Party(
        "Dr. Anselm Krug", "", "Quality manager", "Nordlicht Apotheken", 55, 90, "champion",
        "The record must stand before an inspector without anybody's help.", (),
    ),
    Party(
        "Drivers' council", "", "", "Kestrel Parcels", 25, 65, "critical",
        "Reasons on changed stops must not become a measure of drivers.", (),
    ),
    Party(
        "Haulage association", "", "", "Region North", 30, 20, "neutral", "Open interfaces.", (),
    ),
)  # fmt: skip
# Days ago, place in PARTIES, how, what, which version was seen.
TELLINGS = (
    (104, 1, "board meeting", "The first vision, and why dispatchers come before drivers.", 1),
    (52, 1, "mail", "Why pharmacy became the first market, with the numbers of three pilots.", 2),
    (50, 4, "visit", "The cold chain record on last week's journeys; asked for sealed exports.", 2),
    (49, 0, "walk", "The second vision, word by word.", 2),
    (31, 3, "weekly", "Working time by law is planned, with no date yet.", 2),
    (12, 5, "phone", "Reasons are shown to drivers and kept for nobody else.", None),
)
# Version: (asked days ago, (handle, days ago, word, text) …).
VERDICTS = {
    1: (
        110,
        (
            ("greta", 109, "agree", ""),
            ("ruth", 104, "reservation", "Sixty fleets is a wish until I see a price."),
            ("lena", 108, "agree", ""),
            ("yuki", 107, "objection", "Nobody I talk to buys planning for the morning; they have that."),
        ),
    ),
    2: (
        56,
        (
            ("greta", 55, "agree", ""),
            ("lena", 54, "reservation", "Live re-planning needs the routing core mended first."),
            ("yuki", 53, "agree", ""),
        ),
    ),
}
