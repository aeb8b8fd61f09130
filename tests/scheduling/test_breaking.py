"""What an overload breaks: the plan as the engine computes it if work waits for somebody to have room."""

from __future__ import annotations

from typing import Any

import pytest

from northline.delivery.models import Project
from northline.scheduling.load import breaking
from tests.delivery.test_resources import made
from tests.scheduling.plans import edit
from tests.scheduling.test_levelling import WEEK, overloaded

pytestmark = pytest.mark.django_db


def test_what_waits_for_room_moves_what_hangs_on_it_and_misses_deadlines(
    cast: Any, django_assert_max_num_queries: Any
) -> None:
    piet, ann = cast.scope("piet"), made(cast)["id"]
    project, tasks = overloaded(cast, "BRK", ann, "dig", "pour")
    Project.objects.filter(pk=project.pk).update(deadline="2026-03-02T17:00")
    fields = {"deadline": "2026-03-02T17:00", "duration_minutes": 0}
    ids = edit(
        project,
        {"op": "add", "temp_id": "done", "title": "done"},
        {"op": "link", "before": tasks["dig"], "after": "done"},
        by=piet,
    ).editor.temporary
    edit(project, {"op": "set", "id": str(ids["done"]), "version": 1, "fields": fields}, by=piet)
    client = cast.client("vera")

    def breaks(**asked: Any) -> Any:
        found = client.get("/api/load/overloads", WEEK | asked).json()
        assert found["count"] == 1
        return found["items"][0]["breaks"]

    told = breaks()
    # Before "pour" goes what another waits for; both have no slack.
    assert [(one["item"]["title"], one["until"]) for one in told["waits"]] == [("dig", "2026-03-03")]
    (plan,) = told["projects"]
    assert (plan["was_finish"], plan["finish"]) == ("2026-03-02T17:00", "2026-03-03T17:00")
    assert (plan["misses_deadline"], plan["moved"], told["remains"]) == (True, 2, False)
    assert [one["item"]["title"] for one in plan["missed"]] == ["done"]

    # Again, nothing is computed; once the plan was edited, it is.
    with django_assert_max_num_queries(14):
        assert breaks() == told
    urgent = {"op": "set", "id": tasks["dig"], "version": 1, "fields": {"priority": 1000}}
    edit(project, urgent, by=piet)
    (waits,) = breaks()["waits"]
    assert waits["item"]["title"] == "pour"
    (plan,) = breaks()["projects"]
    assert (plan["misses_deadline"], plan["missed"]) == (True, [])


def test_what_cannot_wait_leaves_an_overload(cast: Any) -> None:
    project, tasks = overloaded(cast, "BRL", made(cast)["id"], "dig", "pour")
    urgent = [
        {"op": "set", "id": tasks[one], "version": 1, "fields": {"priority": 1000}} for one in ("dig", "pour")
    ]
    edit(project, *urgent, by=cast.scope("piet"))
    (found,) = cast.client("vera").get("/api/load/overloads", WEEK).json()["items"]
    assert found["breaks"] == {"waits": [], "projects": [], "remains": True}


def test_overloads_of_many_projects_are_told_with_as_many_queries_as_of_one(
    cast: Any, django_assert_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann = made(cast)["id"]
    overloaded(cast, "BRA", ann, "dig", "pour")
    client = cast.client("vera")

    def asked() -> int:
        breaking._kept.clear()
        client.get("/api/load", WEEK)
        with django_assert_num_queries(18):
            return len(client.get("/api/load/overloads", WEEK).json()["items"])

    assert asked() == 1
    for code in ("BRB", "BRC"):
        overloaded(cast, code, made(cast, title=code)["id"], "dig", "pour")
    assert asked() == 3
    # What takes too many plans for one answer is in the next one.
    monkeypatch.setattr(breaking, "MOST_AT_ONCE", 2)
    breaking._kept.clear()
    told = [
        [one["breaks"] is None for one in client.get("/api/load/overloads", WEEK).json()["items"]]
        for _ in range(2)
    ]
    assert told == [[False, False, True], [False] * 3]
