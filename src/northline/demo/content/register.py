"""What the register of the cold chain project holds beside risks. Days count from today."""

from __future__ import annotations

from northline.demo.content.risks import Noted

ISSUES = (
    Noted(
        20,
        "tomas",
        "tomas",
        {
            "title": "Two loggers of the depot test lost a night",
            "description": "From 22:10 to 05:40 there are no readings; the dock was switched off with the lights.",
            "severity": "high",
            "due": 4,
        },
        then={"status": "in_progress"},
    ),
    Noted(
        9,
        "tomas",
        "tomas",
        {
            "title": "The app asks for the position twice on Android 15",
            "description": "Drivers tap “never” at the second question and the pairing fails without a word.",
            "severity": "critical",
            "due": 2,
        },
    ),
    Noted(
        33,
        "priya",
        "priya",
        {
            "title": "Nordlicht's pharmacies open at different hours than planned",
            "description": "Eleven of forty receive before seven.",
            "severity": "low",
            "due": -12,
        },
        then={"status": "resolved", "resolution": "The pilot's tours start at five on those days."},
    ),
)
ASSUMPTIONS = (
    Noted(
        46,
        "priya",
        "priya",
        {
            "title": "One reading every five minutes is enough",
            "statement": "The guideline asks for a record that shows each excursion of ten minutes or more.",
            "validate_by": -20,
        },
        then={
            "status": "confirmed",
            "finding": "Counsel read it the same way, and the auditor's checklist too.",
        },
    ),
    Noted(
        38,
        "marek",
        "marek",
        {
            "title": "Vans come back to a depot every night",
            "statement": "Logs of vendor C are read at the dock, so each van must be there within a day.",
            "validate_by": 10,
        },
    ),
    Noted(
        28,
        "lena",
        "lena",
        {
            "title": "Two years of curves fit into the budget for storage",
            "statement": "3,000 vehicles, one reading every five minutes, kept for two years: under 400 a month.",
            "validate_by": 25,
        },
    ),
)
DEPENDENCIES = (
    Noted(
        41,
        "marek",
        "marek",
        {
            "title": "Four vans for two weeks",
            "party": "Nordlicht, fleet office",
            "description": "With refrigeration, and the same drivers for both weeks.",
            "needed_by": 24,
        },
        then={"status": "promised", "promised_for": 22},
    ),
    Noted(
        35,
        "marek",
        "marek",
        {
            "title": "A new version of the firmware",
            "party": "Vendor A",
            "description": "The one that tells its clock on request.",
            "needed_by": 15,
        },
        then={"status": "promised", "promised_for": 26},
    ),
    Noted(
        22,
        "lena",
        "lena",
        {
            "title": "A simulator of the pharmacy system",
            "party": "The first of three makers",
            "description": "With the delivery notes of a real day.",
            "needed_by": 40,
        },
    ),
)
DECISIONS = (
    Noted(
        44,
        "priya",
        "lena",
        {
            "title": "Loggers of three vendors, not of one",
            "context": "Fleets own loggers already, and no vendor has more than a third of them.",
            "options": "One vendor and a discount; three vendors behind one bridge; a logger of our own.",
            "outcome": "Three vendors behind one bridge.",
            "status": "decided",
            "decided_on": -44,
            "revisit_on": 60,
        },
    ),
    Noted(
        26,
        "marek",
        "marek",
        {
            "title": "Seal records with a library",
            "context": "The outsiders would have to review a scheme of our own.",
            "options": "Our own hash chain; signatures of the standard library.",
            "outcome": "Signatures of the standard library.",
            "status": "decided",
            "decided_on": -26,
        },
    ),
    Noted(
        5,
        "marek",
        "marek",
        {
            "title": "Pilot with Metro Medical at the same time or after",
            "context": "Both pilots need Jonas for two weeks.",
            "options": "Both at once with a second tester hired; one after the other; the second without us on board.",
            "revisit_on": 7,
        },
    ),
)
LESSONS = (
    Noted(
        31,
        "tomas",
        "tomas",
        {
            "title": "Pharmacists are asked on Tuesdays",
            "happened": "Five of twelve interviews were moved, all of them from a Monday.",
            "learned": "Monday is when the wholesaler's order is checked.",
            "recommendation": "Ask for Tuesday to Thursday after two.",
            "tags": ["research", "pharmacy"],
        },
    ),
    Noted(
        19,
        "lena",
        "lena",
        {
            "title": "Read frames before believing a description",
            "happened": "Vendor B's description was of the model before; four days went into it.",
            "learned": "An hour with a sniffer tells more than sixty pages.",
            "recommendation": "Ask each vendor for a recorded hour with the sample.",
            "tags": ["vendors", "hardware"],
        },
    ),
    Noted(
        11,
        "tomas",
        "tomas",
        {
            "title": "A depot switches everything off at night",
            "happened": "A night of readings was lost with the lights.",
            "learned": "A dock needs its own circuit, or a battery.",
            "recommendation": "Ask for the fuse plan when a site is chosen.",
            "tags": ["hardware", "sites"],
        },
    ),
)
