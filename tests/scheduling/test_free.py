"""Who is free with which skills when."""

from __future__ import annotations

from typing import Any

import pytest

from northline.core.ids import uuid7
from tests.delivery.test_resources import made
from tests.scheduling.test_levelling import overloaded

pytestmark = pytest.mark.django_db
TWO_WEEKS = {"first": "2026-03-02", "last": "2026-03-15"}


def test_people_with_both_skills_are_told_by_week_from_the_day_on_which_they_have_time(
    cast: Any, django_assert_max_num_queries: Any
) -> None:
    role = made(cast, title="Painter", type="role")
    skilled = {"skills": ["Painting", "Glazing"], "skill_levels": {"Painting": 3, "Glazing": 2}}
    ann = made(cast, role_id=role["id"], **skilled)
    made(cast, title="Bob", **skilled, time_off=[{"first": "2026-03-02", "last": "2026-03-13"}])
    made(cast, title="Cyd", skills=["Painting"])
    overloaded(cast, "FRE", ann["id"], "dig")
    client = cast.client("vera")

    def free(**asked: Any) -> Any:
        return client.get("/api/load/free", TWO_WEEKS | {"hours": 36} | asked).json()

    free()
    with django_assert_max_num_queries(12):
        told = free(skill="painting", level=3, and_skill="glazing")
    assert [one["first"] for one in told["periods"]] == ["2026-03-02", "2026-03-09"]
    first, second = told["people"]
    assert (first["resource"]["title"], second["resource"]["title"]) == ("Ann", "Bob")
    # Of her first week a day is taken, so it takes her into the second one.
    assert (first["free_hours"], first["capacity_hours"]) == ([32, 40], [40, 40])
    assert (first["first_day"], first["enough_on"], first["enough"]) == ("2026-03-03", "2026-03-09", True)
    # He is away all the time.
    assert (second["free_hours"], second["first_day"], second["enough_on"]) == ([0, 0], None, None)

    assert [one["resource"]["title"] for one in free()["people"]] == ["Cyd", "Ann", "Bob"]
    assert [one["resource"]["title"] for one in free(role_id=role["id"])["people"]] == ["Ann"]
    assert free(and_skill="glazing", and_level=3)["people"] == []
    assert len(free(by="day")["people"][0]["free_hours"]) == 14
    assert client.get("/api/load/free", TWO_WEEKS | {"team_id": str(uuid7())}).status_code == 404
