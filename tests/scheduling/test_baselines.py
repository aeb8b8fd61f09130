"""Baselines: frozen, compared with now, with one another and with days that are past, deleted and brought back."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from northline.core.models import Change
from northline.delivery.models import Project, WorkItem
from northline.formats import mspdi
from northline.scheduling.baselines.actions import keep_imported
from northline.scheduling.baselines.schemas import BaselineOut, MomentsCompared
from northline.scheduling.models import Baseline
from northline.scheduling.moments import Standing, compared, totals
from northline.scheduling.plan import load
from tests.scheduling.plans import chain, edit, start

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(cast: Any) -> Project:
    return start(cast.scope("piet"), product_id=cast.product.pk)


def test_a_baseline_stays_while_the_plan_moves_on(cast: Any, project: Project) -> None:
    piet, scope = cast.client("piet"), cast.scope("piet")
    here = f"/api/projects/{project.pk}"
    nothing = piet.post(f"{here}/baselines", {"title": "Too early"})
    assert (nothing.status_code, nothing.json()["code"]) == (422, "baseline.nothing_planned")
    dig, pour, cure = chain(project, "dig", "pour", "cure", by=scope)
    phase = {"op": "add", "temp_id": "p", "title": "phase"}
    edit(
        project,
        phase,
        *(
            {"op": "move", "id": str(one.pk), "version": 1, "parent_id": "p", "after_id": None}
            for one in (cure, pour)
        ),
        by=scope,
    )
    kept = piet.post(f"{here}/baselines", {"title": "Agreed", "note": "With the board"})
    assert kept.status_code == 201, kept.content
    first = BaselineOut.model_validate(kept.json())
    assert (first.item_count, first.finish, first.taken_by and first.taken_by.name) == (
        4,
        "2026-03-04T17:00",
        "Piet",
    )

    edit(
        project,
        {"op": "set", "id": str(dig.pk), "version": 1, "fields": {"duration_minutes": 960}},
        {"op": "remove", "id": str(cure.pk), "version": 2},
        {"op": "add", "temp_id": "n", "title": "inspect", "after_id": str(dig.pk)},
        {"op": "link", "before": str(pour.pk), "after": "n"},
        by=scope,
    )
    with CaptureQueriesContext(connection) as asked:
        answer = piet.get(f"{here}/comparison?baseline_id={first.id}")
    assert answer.status_code == 200, answer.content
    found = MomentsCompared.model_validate_json(answer.content)
    rows = {row.title: row for row in found.items}
    assert {title: row.state for title, row in rows.items()} == {
        "dig": "changed", "phase": "changed", "pour": "changed", "cure": "removed", "inspect": "added",
    }  # fmt: skip
    assert (rows["dig"].duration_variance, rows["dig"].finish_variance, rows["dig"].start_variance) == (
        480,
        480,
        0,
    )
    assert (rows["pour"].start_variance, rows["pour"].duration_variance) == (480, 0)
    # The summary began a day later and ends when it did, for its last task is gone.
    assert (rows["phase"].start_variance, rows["phase"].duration_variance) == (480, -480)
    assert found.totals.model_dump() == {"added": 1, "removed": 1, "later": 2, "earlier": 0}
    assert (found.before.title, found.after.kind, found.finish_variance) == ("Agreed", "now", 480)
    again = len(asked.captured_queries)
    chain(project, *(f"more {number}" for number in range(20)), by=scope)
    with CaptureQueriesContext(connection) as asked:
        piet.get(f"{here}/comparison?baseline_id={first.id}")
    assert len(asked.captured_queries) == again

    second = piet.post(f"{here}/baselines", {"title": "Second"}).json()
    both = piet.get(f"{here}/comparison?baseline_id={first.id}&to_baseline_id={second['id']}").json()
    assert (both["after"]["title"], both["totals"]["added"]) == ("Second", 21)
    sheet = piet.get(f"{here}/comparison/file?baseline_id={first.id}&moved=true&format=csv")
    lines = {line["Title"]: line for line in csv.DictReader(io.StringIO(sheet.content.decode("utf-8-sig")))}
    assert lines.keys() == {
        "dig",
        "phase",
        "pour",
        "cure",
        "inspect",
        *(f"more {number}" for number in range(20)),
    }
    assert (lines["dig"]["Was: finish"], lines["dig"]["Finish"]) == ("2026-03-02", "2026-03-03")
    assert float(lines["dig"]["Finish variance, days"]) == 1
    assert piet.get(f"{here}/comparison/file?baseline_id={first.id}&format=xlsx").content[:2] == b"PK"
    assert piet.get(f"{here}/comparison").json()["code"] == "comparison.needs_a_moment"
    assert [one["title"] for one in piet.get(f"{here}/baselines").json()] == ["Second", "Agreed"]
    listed = piet.get(f"/api/lists/baseline?project_id={project.pk}&sort=title")
    assert listed.status_code == 200, listed.content


def test_deleting_a_baseline_is_a_change_that_is_taken_back(cast: Any, project: Project) -> None:
    piet = cast.client("piet")
    chain(project, "dig", by=cast.scope("piet"))
    here = f"/api/projects/{project.pk}/baselines"
    row = piet.post(here, {"title": "Agreed"}).json()
    kept = Baseline.objects.get(pk=row["id"]).items
    gone = piet.post(f"/api/baselines/{row['id']}/archival", headers={"If-Match": '"1"'})
    assert gone.status_code == 200, gone.content
    assert piet.get(here).json() == []
    change = Change.objects.get(object_id=row["id"], verb="archived")
    assert piet.post(f"/api/changes/{change.pk}/undo").status_code == 200
    assert [one["title"] for one in piet.get(here).json()] == ["Agreed"]
    assert Baseline.objects.get(pk=row["id"]).items == kept


def test_a_day_that_is_past_is_the_plan_with_every_later_change_taken_back(
    cast: Any, project: Project
) -> None:
    scope, piet = cast.scope("piet"), cast.client("piet")
    dig, pour = chain(project, "dig", "pour", by=scope)
    # All of that was three days ago; what follows is of today.
    ago = timezone.now() - timedelta(days=3)
    Project.objects.filter(pk=project.pk).update(created_at=ago)
    Change.objects.update(created_at=ago)
    edit(
        project,
        {"op": "set", "id": str(dig.pk), "version": 1, "fields": {"duration_minutes": 2400}},
        by=scope,
    )
    link = next(iter(load(project.pk).links))
    edit(
        project,
        {"op": "unlink", "id": str(link)},
        {"op": "remove", "id": str(pour.pk), "version": 1},
        by=scope,
    )
    edit(project, {"op": "add", "title": "inspect"}, by=scope)
    here = f"/api/projects/{project.pk}/comparison"
    day = timezone.localdate() - timedelta(days=1)
    found = piet.get(f"{here}?day={day}").json()
    was = {row["title"]: (row["was_start"], row["was_finish"], row["state"]) for row in found["items"]}
    assert was == {
        "dig": ("2026-03-02T08:00", "2026-03-02T17:00", "changed"),
        "pour": ("2026-03-03T08:00", "2026-03-03T17:00", "removed"),
        "inspect": (None, None, "added"),
    }
    for wrong, code in (
        (timezone.localdate(), "moment.not_past"),
        (timezone.localdate() - timedelta(days=9), "moment.before_project"),
    ):
        assert piet.get(f"{here}?day={wrong}").json()["code"] == code


def test_variances_count_working_time_and_removed_items_stand_where_they_stood(
    cast: Any, project: Project
) -> None:
    def one(name: str, start: str | None, finish: str | None, work: int = 0) -> Standing:
        return Standing(name, name, name, "1", 1, None, "task", start, finish, 480, work)

    was = [
        one("a", "2026-03-06T08:00", "2026-03-06T17:00", 480),
        one("b", "2026-03-06T08:00", "2026-03-06T17:00"),
        one("c", None, None),
    ]
    now = [one("a", "2026-03-09T08:00", "2026-03-09T17:00", 240), one("c", None, None)]
    rows = compared(was, now, load(project.pk))
    assert [(row["id"], row["state"]) for row in rows] == [("a", "changed"), ("b", "removed"), ("c", "same")]
    # From Friday to Monday is one working day.
    assert [rows[0][name] for name in ("start_variance", "finish_variance", "work_variance")] == [
        480,
        480,
        -240,
    ]
    assert [rows[1][name] for name in ("finish", "finish_variance")] == [None, None]
    assert totals(rows) == {"added": 0, "removed": 1, "later": 1, "earlier": 0}


def test_a_plan_file_brings_its_baselines_along(cast: Any, project: Project) -> None:
    dig, pour = chain(project, "dig", "pour", by=cast.scope("piet"))
    for row, uid in ((dig, "7"), (pour, "8")):
        WorkItem.objects.filter(pk=row.pk).update(source_uid=uid)
    told = {
        "start": "2026-02-02T08:00",
        "finish": "2026-02-02T17:00",
        "duration_minutes": 480,
        "work_minutes": 240,
    }
    keep_imported(
        project.pk, baselines={"0": {"7": told}, "3": {"8": told, "99": told}}, by=cast.scope("piet")
    )
    kept = {row.number: row for row in Baseline.objects.filter(project=project)}
    assert {number: (row.title, row.item_count, row.start) for number, row in kept.items()} == {
        0: ("Baseline", 1, "2026-02-02T08:00"),
        3: ("Baseline 3", 1, "2026-02-02T08:00"),
    }
    found = cast.client("vera").get(f"/api/projects/{project.pk}/comparison?baseline_id={kept[0].pk}").json()
    assert [row["state"] for row in found["items"]] == ["changed", "added"]
    assert found["items"][0]["was_work_minutes"] == 240
    # And it goes out again under the same numbers, beside those that were set here.
    cast.client("piet").post(f"/api/projects/{project.pk}/baselines", {"title": "Ours"})
    file = cast.client("piet").get(f"/api/projects/{project.pk}/plan/file?format=mspdi")
    assert file.status_code == 200, file.content
    read = {task.name: task.baselines for task in mspdi.read(file.content, max_bytes=1 << 20).project.tasks}
    assert [(one.number, str(one.start)) for one in read["dig"]] == [
        (0, "2026-02-02 08:00:00"),
        (1, "2026-03-02 08:00:00"),
    ]
    assert [one.number for one in read["pour"]] == [1, 3]
