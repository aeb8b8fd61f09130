"""How an initiative goes, decided over plain values."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from northline.reporting.overseeing.rules import health

TODAY = date(2026, 3, 2)
QUIET: dict[str, Any] = {
    "status": "in_progress", "finish": date(2026, 6, 30), "chance": None, "said": "", "due": False,
}  # fmt: skip


@pytest.mark.parametrize(
    ("given", "state", "reason"),
    [
        ({}, "unknown", "unplanned"),
        ({"chance": 0.8}, "on_track", "likely"),
        ({"chance": 0.79}, "at_risk", "unsure"),
        ({"chance": 0.49}, "off_track", "unlikely"),
        ({"finish": date(2026, 3, 1), "chance": 0.9}, "off_track", "late"),
        ({"finish": TODAY, "chance": 0.9}, "on_track", "likely"),
        ({"said": "on_track"}, "on_track", "said"),
        ({"said": "off_track", "chance": 0.9}, "off_track", "said"),
        ({"said": "on_track", "chance": 0.3}, "off_track", "unlikely"),
        ({"said": "on_track", "due": True, "chance": 0.9}, "at_risk", "silent"),
        ({"due": True, "status": "planned"}, "unknown", "unplanned"),
        ({"status": "done", "finish": date(2026, 1, 1)}, "on_track", "done"),
    ],
)
def test_the_worst_of_calendar_plan_and_people_decides(
    given: dict[str, Any], state: str, reason: str
) -> None:
    found = health(today=TODAY, **(QUIET | given))

    assert (found.state, found.reason) == (state, reason)
