"""Whom Harbour is for, what they want to get done, and what they could use instead.

Insights are told by their numbers, which start at 0; opportunities by theirs, which start at 1.
"""

from __future__ import annotations

from typing import NamedTuple


class Type(NamedTuple):
    """A persona; `heard` are the insights that speak for it, `people` the numbers of persons who are like that."""

    title: str
    role: str
    segments: tuple[str, ...]
    goals: str
    pains: str
    quote: str
    share: int
    size: int
    heard: tuple[int, ...]
    tried: tuple[int, ...] = ()
    people: tuple[int, ...] = ()


PERSONAS = (
    Type(
        "Dora the dispatcher",
        "Dispatcher, plans and re-plans 20 to 200 vans",
        ("Parcel, 120 vans", "Groceries, 210 bikes and vans", "Food, 80 trucks"),
        "Have every van out by seven.\nGo home at four with nobody late.\nBe the one who knows.",
        "Half the morning on the phone.\nA plan that is wrong at eight.\nBlamed for what she could not see.",
        "By the time I have found someone, the pharmacy is closed.",
        22,
        1_400,
        (0, 1, 10, 12, 13, 22, 23, 30, 31, 32),
        (0, 6),
        (0,),
    ),
    Type(
        "Dev the driver",
        "Drives 40 to 90 stops a day, rarely at a desk",
        ("Food, 45 trucks", "Linen, 18 trucks", "Parcel, 120 vans"),
        "Finish on time.\nNo turning in yards.\nBe asked before the order changes.",
        "Changes without a reason.\nButtons too small for gloves.\nNo signal in the valley.",
        "If you tell me why, I drive it. If you don't, I drive mine.",
        58,
        21_000,
        (2, 3, 9, 14, 19, 27, 28, 29),
        (4,),
    ),
    Type(
        "Rosa at the ramp",
        "Receives goods at a pharmacy, kitchen or shop",
        ("Pharmacy, 60 vans", "Pharmacy, 35 vans"),
        "Know when to be at the door.\nSign once, for everything.",
        "A window of four hours.\nA page that says 10:40 at noon.",
        "I don't need it earlier. I need it true.",
        12,
        68_000,
        (4, 15, 16, 17, 39),
        (3,),
    ),
    Type(
        "Oskar, head of operations",
        "Answers for cost, contracts and complaints of a fleet",
        ("Parcel, 120 vans", "Utilities, 75 service vans", "Building, 54 trucks"),
        "Fewer kilometres for the same stops.\nContracts kept.\nOne fleet instead of three.",
        "Finds out at the end of the month.\nTwo systems for bikes and vans.",
        "Show me what a missed stop costs and I'll find the money.",
        5,
        320,
        (24, 25, 35, 36),
        people=(1,),
    ),
    Type(
        "Quinn, quality and compliance",
        "Proves that medicine and food were treated as they must be",
        ("Pharmacy, 60 vans", "Pharmacy, 35 vans"),
        "Answer an inspector the same morning.\nNo goods sent back.",
        "Paper strips from a thermometer.\nThree makes of loggers.",
        "No strip, no signature.",
        3,
        90,
        (6, 7, 33, 34),
        people=(2,),
    ),
)
# One of every product of the workspace.
SHARED = Type(
    "Bea who buys",
    "Owner or buyer of a small fleet, signs the contract",
    ("Food, 9 vans", "Furniture, 22 trucks"),
    "Know the price for the year.\nBe up and running in a week.",
    "Tenders with forty pages.\nTwo weeks of training.",
    "I have nine vans and no time for a project.",
    0,
    150,
    (),
)


class Job(NamedTuple):
    """A job to be done: “When `situation`, I want to `title`, so that `outcome`.” `personas` are numbers of PERSONAS."""

    title: str
    type: str
    situation: str
    outcome: str
    importance: str | None
    satisfaction: str | None
    personas: tuple[int, ...]
    helped_by: tuple[int, ...]


ASKED = "Survey of 46 people, share of 9 and 10, spring"
JOBS = (
    Job(
        "share out its stops in one go",
        "functional",
        "a van breaks down at nine",
        "nobody waits for a van that does not come",
        "9.4",
        "3.1",
        (0,),
        (1,),
    ),
    Job(
        "see who gets home late",
        "functional",
        "I am about to move a stop",
        "I do not break one day while mending another",
        "8.6",
        "4.2",
        (0,),
        (2,),
    ),
    Job(
        "know why",
        "emotional",
        "my order of stops changes on the road",
        "I feel asked and not steered",
        "8.1",
        "3.8",
        (1,),
        (3, 4),
    ),
    Job(
        "be at the door just then",
        "functional",
        "a delivery is on its way",
        "my morning is not spent at the window",
        "8.9",
        "4.0",
        (2,),
        (7, 8),
    ),
    Job(
        "hand over the record of the whole journey",
        "functional",
        "an inspector stands in the office",
        "the licence is never in question",
        "9.0",
        "6.8",
        (4,),
        (9, 11),
    ),
    Job(
        "be seen as somebody who has the fleet in hand",
        "social",
        "the board asks why costs rose",
        "the next van is granted",
        "6.4",
        "5.9",
        (3,),
        (14,),
    ),
    Job(
        "print the day's list",
        "functional",
        "the shift begins",
        "I have it when the tablet is empty",
        "3.2",
        "8.7",
        (1,),
        (),
    ),
    Job(
        "be done with it in a week",
        "emotional",
        "we buy a new system",
        "nobody can say that I slowed us down",
        None,
        None,
        (),
        (),
    ),
)


class Rival(NamedTuple):
    """A competitor; `mentioned` are numbers of insights."""

    title: str
    type: str
    website: str
    positioning: str
    strengths: str
    weaknesses: str
    pricing: str
    mentioned: tuple[int, ...] = ()


RIVALS = (
    Rival(
        "Routewise",
        "direct",
        "https://routewise.example",
        "“Every wheel in one plan”: mixed fleets of couriers in cities.",
        "Bikes, vans and trucks in one plan.\nSales team in twelve countries.",
        "Re-plans overnight only.\nNothing for cold goods.",
        "11 € a vehicle and month, from 50 vehicles",
        (36,),
    ),
    Rival(
        "Depotline",
        "direct",
        "https://depotline.example",
        "The dispatcher's desk for food wholesalers.",
        "Deep in orders and picking.\nTemperature from the truck's own unit.",
        "Looks like 2009.\nNo driver app of its own.",
        "Licence from 18,000 €, 20 % upkeep",
    ),
    Rival(
        "Parceltrack Now",
        "indirect",
        "https://parceltrack.example",
        "Live tracking for receivers, whatever plans the route.",
        "Times that hold to ten minutes.\nLoved by receivers.",
        "Plans nothing.\nNeeds a tracker in each van.",
        "0.04 € a stop",
        (16,),
    ),
    Rival(
        "Spreadsheet and telephone",
        "substitute",
        "",
        "What four of ten fleets below 30 vans use.",
        "Everybody can use it.\nFree, it seems.",
        "Forty minutes for a broken-down van.\nLeaves with whoever built it.",
        "None, and an hour a day",
        (10, 30),
    ),
)
# Title, weight, what is looked at.
CRITERIA = (
    ("Re-plan during the day", 5, "From a van out to new routes at the drivers, with 120 vans."),
    ("Arrival times that hold", 5, "Share of stops within 15 minutes of the time shown at 8:00."),
    ("Driver app", 4, "Works with gloves, in six languages, without a network."),
    ("Unbroken cold chain record", 4, "From depot to hand-over, sealed, two years."),
    ("Mixed fleets", 3, "Bikes, vans and trucks in one plan."),
    ("Working hours", 3, "Driving, waiting and rest counted across weeks."),
    ("Up and running", 2, "Weeks until a depot plans without paper."),
    ("Price for 30 vans", 2, "5 is below 3,000 € a year."),
)


class Verdict(NamedTuple):
    """A rating by a criterion (number from 0) of a rival (number from 0; None: Harbour), looked at so many days ago."""

    criterion: int
    rival: int | None
    score: int
    days: int
    note: str = ""
    page: str = ""


VERDICTS = (
    Verdict(0, None, 4, 12, "Nine minutes with the prototype, see the interview with Kestrel"),
    Verdict(1, None, 2, 20, "58 minutes of median error in the afternoon"),
    Verdict(2, None, 3, 30, "Gloves and valleys are open"),
    Verdict(3, None, 4, 15, "Hand-over page since the last release"),
    Verdict(4, None, 2, 60),
    Verdict(5, None, 2, 60, "Night shifts break the week view"),
    Verdict(6, None, 3, 60),
    Verdict(7, None, 4, 60),
    Verdict(0, 0, 1, 25, "Plans at 4:00; a change means the next day", "https://routewise.example/docs/plan"),
    Verdict(1, 0, 3, 25, "Their trial at Quickbarrow: 71 % within 15 minutes"),
    Verdict(2, 0, 3, 210, "Seen at a fair", "https://routewise.example/app"),
    Verdict(3, 0, 0, 25),
    Verdict(4, 0, 5, 25, "What they win tenders with", "https://routewise.example/mixed"),
    Verdict(5, 0, 3, 25),
    Verdict(6, 0, 2, 230, "Bidder's presentation: five weeks"),
    Verdict(7, 0, 3, 25, "3,960 € for 30 vans", "https://routewise.example/pricing"),
    Verdict(0, 1, 2, 40, "By hand, but on one screen"),
    Verdict(1, 1, 2, 40),
    Verdict(2, 1, 0, 40, "Paper, or a partner's app"),
    Verdict(3, 1, 4, 40, "Reads the truck's unit; the van stays blank", "https://depotline.example/cold"),
    Verdict(5, 1, 4, 195, "From their handbook, version 11"),
    Verdict(6, 1, 1, 40),
    Verdict(7, 1, 1, 40, "First year with licence"),
    Verdict(1, 2, 5, 18, "88 % within 15 minutes, by their page", "https://parceltrack.example/accuracy"),
    Verdict(2, 2, 2, 18),
    Verdict(6, 2, 5, 18, "A tracker in the lighter socket"),
    Verdict(7, 2, 4, 18),
    Verdict(0, 3, 1, 9, "Forty minutes, six calls"),
    Verdict(1, 3, 1, 9),
    Verdict(3, 3, 1, 9, "A strip of paper"),
    Verdict(4, 3, 2, 9),
    Verdict(6, 3, 5, 9),
    Verdict(7, 3, 5, 9),
)


class Talk(NamedTuple):
    """An interview that is planned, in so many days."""

    persona: int
    opportunity: int
    days: int
    company: int


PLANNED = Talk(2, 8, 6, 2)
