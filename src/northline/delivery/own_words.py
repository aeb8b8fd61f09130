"""What Northline's own file calls what no other program keeps of an item, and what of that comes back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

import orjson

# What Microsoft Project says of a booking that is only asked for.
BOOKING, PROPOSED = "BookingType", "1"
STATE, CHECKLIST, FIELD = "NorthlineState", "NorthlineChecklist", "northline:"
MOST_ENTRIES, MOST_OF_AN_ENTRY, MOST_OF_A_STATE = 200, 500, 40


def state_in(extra: Mapping[str, str]) -> str:
    """The state that an item was put in; one that the workflow does not know counts for nothing."""
    return extra.get(STATE, "").strip()[:MOST_OF_A_STATE]


def checklist_in(extra: Mapping[str, str]) -> list[dict[str, Any]]:
    """The entries of a checklist with what is done of them. Who does them is of the workspace that the file is from.

    >>> [(one["text"], one["done"]) for one in checklist_in({CHECKLIST: '[{"text": "Ask", "done": true}]'})]
    [('Ask', True)]
    >>> checklist_in({CHECKLIST: "no list"})
    []
    """
    try:
        found = orjson.loads(extra.get(CHECKLIST, "[]"))
    except orjson.JSONDecodeError:
        return []
    entries = [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []
    texts = [
        (str(one.get("text", "")).strip()[:MOST_OF_AN_ENTRY], one.get("done") is True) for one in entries
    ]
    return [
        {"id": uuid4().hex[:8], "text": text, "done": done, "assignee_id": None}
        for text, done in texts
        if text
    ][:MOST_ENTRIES]
