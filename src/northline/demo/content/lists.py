"""Fields of Fernhaven's own, what was filled in, and the views that people saved."""

from __future__ import annotations

from typing import Any

# kind, title, type (or the kind that it leads to), options, what it means
FIELDS: tuple[tuple[str, str, str, tuple[str, ...], str], ...] = (
    ("insight", "Depots affected", "number", (), "How many of our customers' depots this was seen in."),
    ("insight", "Heard first-hand", "yes_no", (), "Somebody of us was there when it was said or seen."),
    (
        "idea",
        "Effort",
        "choice",
        ("Days", "Weeks", "Months"),
        "A first guess by engineering, before any plan.",
    ),
    (
        "idea",
        "Needs review by",
        "date",
        (),
        "After this day the idea is dropped unless somebody speaks for it.",
    ),
    ("idea", "Engineering contact", "person", (), "Whom to ask what it would take."),
    ("idea", "First asked by", "customer", (), "The customer whose words the idea began with."),
    (
        "initiative",
        "Market",
        "choice",
        ("Pharmacies", "Grocers", "Parcels", "Everybody"),
        "Whom it is made for first.",
    ),
    ("initiative", "Depots reached", "number", (), "How many depots of today's customers would use it."),
    ("initiative", "Sponsor", "person", (), "Who speaks for it where money is given out."),
)
# number of the insight → depots affected, heard first-hand
INSIGHTS: dict[int, tuple[int | None, bool | None]] = {
    0: (12, True),
    1: (87, False),
    2: (5, True),
    3: (9, True),
    4: (31, False),
    5: (14, True),
    7: (3, True),
    8: (42, False),
    11: (6, True),
    14: (None, True),
    17: (23, False),
    20: (8, True),
}
# number of the idea → effort, days until it is reviewed, who knows what it takes, number of the customer
IDEAS: dict[int, tuple[str, int | None, str, int]] = {
    1: ("weeks", 20, "lena", 0),
    2: ("months", None, "lena", 8),
    3: ("days", 6, "tomas", 1),
    4: ("weeks", 34, "lena", 2),
    5: ("months", 48, "marek", 8),
    6: ("days", None, "tomas", 4),
}
# number of the initiative → market, depots reached, who speaks for it
INITIATIVES: dict[int, tuple[str, int, str]] = {
    1: ("everybody", 140, "greta"),
    2: ("everybody", 140, "greta"),
    3: ("everybody", 95, "amos"),
    4: ("grocers", 60, "amos"),
    5: ("parcels", 120, "greta"),
    6: ("grocers", 38, "amos"),
    7: ("parcels", 54, "greta"),
    8: ("pharmacies", 31, "greta"),
    9: ("pharmacies", 24, "amos"),
    10: ("pharmacies", 12, "amos"),
    11: ("parcels", 75, "amos"),
    12: ("parcels", 88, "greta"),
    13: ("everybody", 140, "amos"),
    15: ("grocers", 45, "greta"),
    17: ("everybody", 20, "amos"),
}
# kind, title, who saved it, shared, how the list is looked at
VIEWS: tuple[tuple[str, str, str, bool, dict[str, Any]], ...] = (
    (
        "insight",
        "Heard in interviews",
        "priya",
        True,
        {
            "where": [["source", "is", "interview"]],
            "group": "customer",
            "columns": ["title", "tags", "custom.depots_affected", "created_at"],
        },
    ),
    (
        "insight",
        "Seen in many depots",
        "priya",
        True,
        {
            "where": [["custom.depots_affected", "at_least", 10]],
            "sort": "-custom.depots_affected",
            "columns": ["title", "custom.depots_affected", "custom.heard_first_hand", "source", "customer"],
        },
    ),
    (
        "insight",
        "Last four weeks",
        "lena",
        False,
        {"where": [["created_at", "after", "today-4w"]], "columns": ["title", "source", "customer", "tags"]},
    ),
    (
        "idea",
        "By status",
        "priya",
        True,
        {
            "group": "status",
            "columns": ["title", "custom.effort", "custom.engineering_contact", "custom.first_asked_by"],
        },
    ),
    (
        "idea",
        "Quick wins",
        "tomas",
        True,
        {
            "where": [["custom.effort", "is", "days"], ["status", "none_of", ["dropped"]]],
            "columns": ["title", "status", "custom.needs_review_by"],
        },
    ),
    (
        "initiative",
        "For whom",
        "priya",
        True,
        {"layout": "board", "settings": {"columns": "custom.market", "colour": "status"}},
    ),
    (
        "initiative",
        "How far it reaches",
        "priya",
        True,
        {
            "layout": "timeline",
            "settings": {"colour": "custom.depots_reached"},
            "where": [["custom.depots_reached", "not_empty"]],
        },
    ),
)
