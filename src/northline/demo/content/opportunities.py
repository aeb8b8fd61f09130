"""The tree of needs and the ideas that answer them. Numbers start at 1 and are used by the other files."""

from __future__ import annotations

from typing import NamedTuple


class Need(NamedTuple):
    """An opportunity; `parent` is a number in this list, `objective` one in strategy.OBJECTIVES."""

    title: str
    parent: int | None
    objective: int | None
    text: str


OPPORTUNITIES = (
    Need(
        "React to a broken day in minutes, not hours",
        None,
        1,
        "A van breaks down, a driver is ill, a road is closed: a third of all days. What can be saved depends on how soon the rest is re-planned.",
    ),
    Need(
        "See what a change does before making it",
        1,
        1,
        "Dispatchers hold the day in their heads. They want consequences shown, not discovered.",
    ),
    Need(
        "Learn on the road why my stops changed",
        1,
        None,
        "Drivers follow changes that they understand, in their language, with gloves on, without a network.",
    ),
    Need("Trust the order of stops", None, 1, "A plan that ignores what drivers know is not driven."),
    Need(
        "Keep what people know about a site",
        4,
        None,
        "Hours, gates, docks: known to those who were there, lost when they leave.",
    ),
    Need(
        "Keep trucks off roads that are not for them",
        4,
        None,
        "Weights, heights and zones differ by street and by hour.",
    ),
    Need("Know when the delivery comes", None, 2, "Receivers plan people and space around our arrival."),
    Need(
        "Believe the time that is shown",
        7,
        2,
        "An estimate that is wrong in the afternoon is not looked at in the morning.",
    ),
    Need(
        "Prove how goods were treated", None, 3, "For medicine and food the journey is part of the product."
    ),
    Need(
        "Show an unbroken temperature record at hand-over",
        9,
        3,
        "No record, no signature; no signature, no delivery.",
    ),
    Need(
        "Answer an inspector within an hour",
        9,
        3,
        "Records are kept for years and asked for without warning.",
    ),
    Need(
        "Keep drivers within their hours",
        None,
        None,
        "Driving, waiting, loading and rest add up by law and by contract, across nights and weeks.",
    ),
    Need(
        "Take orders without typing them",
        None,
        None,
        "Every typed address is a chance for a failed delivery.",
    ),
    Need(
        "Plan bikes, vans and trucks as one fleet",
        None,
        1,
        "What carries an order should be a result of planning, not its start.",
    ),
)


class Answer(NamedTuple):
    """An idea; `addresses` is the number of an opportunity, None for an idea that is still looking for its need."""

    title: str
    addresses: int | None
    status: str
    text: str


IDEAS = (
    Answer(
        "Break-down assistant: proposals with their price",
        1,
        "chosen",
        "When a van is out, rank ways to share its stops: who is made late, by how much, what it costs. One click takes a proposal, all of it can be undone.",
    ),
    Answer(
        "Ghost of the day: drag a stop and see tonight",
        2,
        "chosen",
        "While a stop is dragged, show each driver's end of day as it would be.",
    ),
    Answer(
        "One line of reason with every changed stop", 3, "exploring", "Translated, short, and never blank."
    ),
    Answer(
        "Site memory: learn docks and hours from the vans' own stops",
        5,
        "chosen",
        "Where vans really stop, how long, and when they are turned away is in our data already.",
    ),
    Answer(
        "Truck profile per vehicle, zone calendar per street",
        6,
        "exploring",
        "Weights, heights and emission class on the vehicle; limits with hours on the street.",
    ),
    Answer(
        "Live ETA from the van's real lateness",
        8,
        "chosen",
        "Re-estimate every minute from where the van is, how late it runs and how long this receiver takes.",
    ),
    Answer(
        "Text message with a thirty-minute window",
        7,
        "chosen",
        "Sent when the window is known with 90 % confidence; a second one only if it moves.",
    ),
    Answer(
        "Logger bridge: phone reads three makes of loggers",
        10,
        "chosen",
        "The driver's phone reads loggers over Bluetooth; a dock at the depot reads the third.",
    ),
    Answer(
        "Hand-over page with signature and curve",
        10,
        "chosen",
        "One page: goods, curve, limits, signature, time. It is the proof.",
    ),
    Answer(
        "Inspector's drawer: any journey of two years in three clicks",
        11,
        "exploring",
        "Search by batch, receiver or day; export sealed.",
    ),
    Answer(
        "Read orders from mails and PDFs",
        13,
        "new",
        "Propose stops from the mail; a person confirms what is uncertain.",
    ),
    Answer(
        "Voice control for drivers",
        None,
        "dropped",
        "Liked in the workshop, unusable with a running reefer: 8 of 10 commands were misheard.",
    ),
)
