"""Work that is planned for after hours: it takes none of the working time, so that what is left takes less of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from northline.core import undo
from northline.core.models import Change
from northline.delivery.models import Assignment, Project, Resource, WorkItem
from northline.scheduling.effort import leaves_of
from northline.scheduling.kept import kept_of
from northline.scheduling.load.entries import entries_in
from northline.scheduling.moments import standings
from northline.scheduling.plan import load
from northline.scheduling.scenarios import actions as scenarios
from tests.scheduling.plans import chain, edit, start
from tests.scheduling.test_exporting import imported

pytestmark = pytest.mark.django_db

DAY = 480


def painted(cast: Any, *, days: int = 5) -> tuple[Project, WorkItem, Assignment]:
    """A task of five days with one person on it all the time."""
    piet = cast.scope("piet")
    project = start(piet, product_id=cast.product.pk, code="OVR")
    (task,) = chain(project, "paint", by=piet)
    who = Resource.objects.create(workspace_id=piet.workspace_id, project=project, title="Ann", key="OWN-1")
    edit(project, {"op": "set", "id": str(task.pk), "version": 1, "fields": {"duration_minutes": days * DAY}},
         {"op": "assign", "item": str(task.pk), "resource_id": str(who.pk)}, by=piet)  # fmt: skip
    return project, task, Assignment.objects.get(item=task)


def reassign(project: Project, row: Assignment, by: Any, **fields: Any) -> Any:
    return edit(project, {"op": "reassign", "id": str(row.pk)} | fields, by=by)


def stands(row: Assignment) -> tuple[Any, ...]:
    """Days that the item takes, then of the assignment: units, regular and overtime work."""
    row.refresh_from_db()
    duration = WorkItem.objects.get(pk=row.item_id).duration_minutes
    regular = row.units * duration if row.work_minutes is None else row.work_minutes
    return duration / DAY, row.units, regular / DAY, row.overtime_minutes / DAY


@pytest.mark.parametrize(
    ("task_type", "after"),
    [
        ("fixed_units", (4, 1.0, 4, 1)),
        ("fixed_work", (4, 1.0, 4, 1)),
        ("fixed_duration", (5, 0.8, 4, 1)),
    ],
)
def test_overtime_is_taken_from_the_work_which_then_takes_less_time(
    cast: Any, task_type: str, after: tuple[Any, ...]
) -> None:
    piet = cast.scope("piet")
    project, task, row = painted(cast)
    fields = {"task_type": task_type}
    edit(project, {"op": "set", "id": str(task.pk), "version": 2, "fields": fields}, by=piet)
    reassign(project, row, piet, overtime_minutes=DAY)
    assert stands(row) == after
    # Given back, the work is regular again; undo puts it back to what it was.
    reassign(project, row, piet, overtime_minutes=0)
    assert stands(row) == (5, 1.0, 5, 0)
    undo.take_back(Change.objects.latest("seq").pk, by=piet)
    assert stands(row) == after


def test_overtime_counts_as_work_costs_and_is_told_but_takes_nobodys_time(cast: Any) -> None:
    piet = cast.scope("piet")
    project, task, row = painted(cast)
    reassign(project, row, piet, overtime_minutes=2 * DAY)
    plan = load(project.pk)
    kept = kept_of(plan)
    entries = entries_in(plan, kept.dates)
    assert entries.minutes.sum() == 3 * DAY
    assert standings(plan, plan.outline(), kept.dates)[0].work_minutes == 5 * DAY
    assert [leaf.days for leaf in leaves_of([project.pk])] == [5]
    # The plan tells both, and why the date is where it is.
    vera = cast.client("vera")
    (told,) = vera.get(f"/api/projects/{project.pk}/plan").json()["assignments"]
    assert (told["work_minutes"], told["overtime_minutes"]) == (None, 2 * DAY)
    why = vera.get(f"/api/work-items/{task.pk}/explanation?date=finish").json()
    assert (
        "3 days of work from 2 March 2026 08:00, beside 2 days of overtime" in why["reasons"][0]["sentence"]
    )
    change = Change.objects.filter(after__assignment_count=1).latest("seq")
    assert change.after["assignments"][0]["overtime_minutes"] == 2 * DAY


def test_a_part_of_the_work_stays_regular_and_only_who_works_hours_has_overtime(cast: Any) -> None:
    piet = cast.scope("piet")
    project, task, row = painted(cast, days=1)
    sand = Resource.objects.create(
        workspace_id=piet.workspace_id, project=project, title="Sand", type="material", key="OWN-2"
    )
    put = {"op": "assign", "item": str(task.pk), "resource_id": str(sand.pk), "overtime_minutes": 60}
    page = f"/api/projects/{project.pk}/plan-edits"
    for edited, code in (
        ({"op": "reassign", "id": str(row.pk), "overtime_minutes": DAY}, "assignment.all_overtime"),
        (put, "assignment.no_overtime"),
    ):
        answer = cast.client("piet").post(page, {"edits": [edited]})
        assert (answer.status_code, answer.json()["code"]) == (422, code), answer.content
    bad = cast.client("piet").post(
        page, {"edits": [{"op": "reassign", "id": str(row.pk), "overtime_minutes": None}]}
    )
    assert bad.status_code == 422
    assert stands(row) == (1, 1.0, 1, 0)
    # Given both, each is as it says; nobody's overtime goes over to what works no hours.
    reassign(project, row, piet, work_minutes=2 * DAY, overtime_minutes=3 * DAY)
    assert stands(row) == (2, 1.0, 2, 3)
    reassign(project, row, piet, resource_id=str(sand.pk))
    assert stands(row)[3] == 0


def test_overtime_goes_along_where_tasks_are_split_merged_copied_and_left(cast: Any) -> None:
    piet = cast.scope("piet")
    project, task, row = painted(cast)
    reassign(project, row, piet, overtime_minutes=DAY)
    task.refresh_from_db()
    cut = {
        "op": "split",
        "id": str(task.pk),
        "version": task.version,
        "first_minutes": DAY,
        "title": "b",
        "temp_id": "b",
    }
    other = edit(project, cut, by=piet).editor.temporary["b"]
    rest = Assignment.objects.get(item=other)
    assert (stands(row), stands(rest)) == ((1, 1.0, 1, 0.25), (3, 1.0, 3, 0.75))
    task.refresh_from_db()
    one = {
        "op": "merge",
        "id": str(task.pk),
        "version": task.version,
        "others": [{"id": str(other), "version": 1}],
    }
    edit(project, one, by=piet)
    assert stands(row) == (4, 1.0, 4, 1)
    copy = edit(project, {"op": "clone", "id": str(task.pk), "temp_id": "c", "title": "c"}, by=piet)
    assert stands(Assignment.objects.get(item=copy.editor.temporary["c"])) == (4, 1.0, 4, 1)
    # Of effort-driven work nothing is lost when somebody leaves it.
    bob = Resource.objects.create(workspace_id=piet.workspace_id, project=project, title="Bob", key="OWN-3")
    task.refresh_from_db()
    driven = {"op": "set", "id": str(task.pk), "version": task.version, "fields": {"effort_driven": True}}
    edit(project, driven, {"op": "assign", "item": str(task.pk), "resource_id": str(bob.pk)}, by=piet)
    edit(project, {"op": "unassign", "id": str(row.pk)}, by=piet)
    assert stands(Assignment.objects.get(item=task)) == (5, 1.0, 5, 0)


def test_overtime_of_a_scenario_is_merged_and_older_rows_without_it_are_put_back(cast: Any) -> None:
    piet = cast.scope("piet")
    project, _, row = painted(cast)
    opened = scenarios.open_scenario(project, title="Evenings", note="", edits=(), by=piet)
    body = {"edits": [{"op": "reassign", "id": str(row.pk), "overtime_minutes": DAY}]}
    page = cast.client("piet").post(f"/api/scenarios/{opened.pk}/plan-edits", body)
    assert page.status_code == 200, page.content
    review = cast.client("piet").get(f"/api/scenarios/{opened.pk}/review").json()
    (different,) = review["assignments"]
    assert [different[side]["overtime_minutes"] for side in ("was", "mine", "theirs")] == [0, DAY, 0]
    assert stands(row) == (5, 1.0, 5, 0)
    taken = Change.objects.filter(verb="planned", object_id=project.pk).latest("seq")
    assert all("overtime_minutes" not in one for one in taken.undo["assignments_now"].values())
    undo.take_back(taken.pk, by=piet)
    assert not Assignment.objects.filter(pk=row.pk).exists()


@pytest.mark.parametrize("format", ["mspdi", "json"])
def test_overtime_leaves_and_comes_in_again(
    cast: Any, format: str, settings: Any, tmp_path: Path, one_thread: None
) -> None:
    settings.HOME = tmp_path
    project, _, row = painted(cast)
    reassign(project, row, cast.scope("piet"), overtime_minutes=DAY)
    file = cast.client("vera").get(f"/api/projects/{project.pk}/plan/file?format={format}").content
    again = Assignment.objects.get(project=imported(cast, file))
    assert stands(again) == stands(row) == (4, 1.0, 4, 1)
    assert again.work_minutes is None
