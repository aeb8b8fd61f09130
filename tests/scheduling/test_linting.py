"""A plan is judged while it is made, and what is mended stays mended until it is taken back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db.models import F

from northline import engine
from northline.core import undo
from northline.core.edge import written
from northline.delivery.models import Assignment, Dependency, Project, WorkItem
from northline.scheduling.compile import compiled
from northline.scheduling.linting import findings_of, findings_to_send
from northline.scheduling.plan import load
from tests.delivery.test_resources import made
from tests.scheduling.plans import chain, edit, start

pytestmark = pytest.mark.django_db


def test_every_fix_that_is_told_can_be_sent_and_ends_its_finding(cast: Any) -> None:
    piet = cast.scope("piet")
    project = start(piet, product_id=cast.product.pk)
    a, _, c = chain(project, "a", "b", "c", by=piet)
    edit(
        project,
        {"op": "link", "before": str(a.pk), "after": str(c.pk)},
        {"op": "add", "temp_id": "loose", "title": "loose", "duration_minutes": 480 * 25},
        {"op": "add", "temp_id": "top", "title": "top", "duration_minutes": 4800},
        {"op": "add", "temp_id": "part", "parent_id": "top", "title": "part"},
        {"op": "link", "before": str(c.pk), "after": "top"},
        {"op": "add", "temp_id": "rigid", "title": "rigid", "duration_minutes": 480},
        {"op": "set", "id": "rigid", "version": 1, "fields": {
            "constraint": {"kind": "FNLT", "at": "2026-03-20T17:00"}}},
        {"op": "link", "before": str(c.pk), "after": "rigid", "lag_minutes": -240},
        {"op": "set", "id": str(a.pk), "version": 1, "fields": {
            "actual_finish": "2026-03-02T17:00", "constraint": {"kind": "SNET", "at": "2026-03-02T08:00"}}},
        by=piet,
    )  # fmt: skip
    found = findings(project)
    assert found["logic.redundant_link"]["edits"][0]["op"] == "unlink"
    assert found["wbs.scope_unallocated"]["edits"][0]["duration_minutes"] == 4800 - 480
    assert [one["op"] for one in found["wbs.oversized"]["edits"]] == ["split", "split"]
    assert found["wbs.no_owner"]["edits"] == []
    mended = [code for code, one in found.items() if one["edits"]]
    assert {
        "logic.redundant_link",
        "logic.constraint_on_finished",
        "logic.hard_constraint",
        "logic.lead",
        "wbs.summary_links",
    } <= set(mended)
    for code in mended:
        one = findings(project).get(code)
        if one is None:
            continue  # Another fix mended it too.
        edited = edit(project, *one["edits"], by=piet)
        assert concerned(one) not in [concerned(each) for each in told(project) if each["code"] == code], code
        assert edited.change is not None
    rigid = WorkItem.objects.get(title="rigid")
    assert (rigid.constraint_kind, str(rigid.deadline)) == ("ASAP", "2026-03-20T17:00")
    parts = WorkItem.objects.filter(title__startswith="loose").order_by("position")
    assert [row.duration_minutes for row in parts] == [4000, 4000, 4000]
    rest = WorkItem.objects.get(title="Rest of top")
    assert (rest.parent.title, rest.duration_minutes) == ("top", 4320)
    # What a parent was estimated at itself may be said anew, and stands beside its tasks.
    top = WorkItem.objects.get(title="top")
    own = {"optimistic": 9600, "likely": 9600, "pessimistic": 9600}
    again = edit(
        project,
        {"op": "set", "id": str(top.pk), "version": top.version, "fields": {"estimate": own}},
        by=piet,
    )
    assert findings(project)["wbs.scope_unallocated"]["edits"][0]["duration_minutes"] == 4800
    assert again.change is not None
    undo.take_back(again.change.pk, by=piet)
    assert "wbs.scope_unallocated" not in findings(project)


def test_what_points_of_the_assessment_miss_is_mended_by_edits(cast: Any) -> None:
    piet = cast.scope("piet")
    project = start(piet, product_id=cast.product.pk)
    a, b, _, d = chain(project, "a", "b", "c", "d", by=piet)
    ann = made(cast, title="Ann")["id"]
    lag, start_to_start = (Dependency.objects.get(before=row) for row in (a, b))
    edit(
        project,
        {"op": "add", "temp_id": "top", "title": "top", "after_id": str(d.pk)},
        {"op": "add", "temp_id": "part", "parent_id": "top", "title": "part"},
        {"op": "add", "temp_id": "other", "parent_id": "top", "title": "other", "after_id": "part"},
        {"op": "assign", "item": str(a.pk), "resource_id": ann},
        {"op": "relink", "id": str(lag.pk), "kind": "FS", "lag_minutes": 480},
        {"op": "relink", "id": str(start_to_start.pk), "kind": "SS"},
        by=piet,
    )  # fmt: skip
    top = WorkItem.objects.get(title="top")
    Assignment.objects.create(  # As a file may hold it.
        workspace_id=top.workspace_id, project=project, item=top, resource_id=ann, units=1, work_minutes=960
    )
    Project.objects.filter(pk=project.pk).update(
        status_date="2026-03-02T12:00", plan_version=F("plan_version") + 1
    )
    before = starts(project)
    found = findings(project)
    edit(project, *found["logic.lag"]["edits"], by=piet)
    assert before.items() <= starts(project).items()
    assert WorkItem.objects.get(title="Wait after a").duration_minutes == 480
    codes = ("logic.not_finish_to_start", "wbs.no_resource", "wbs.work_on_parent", "progress.invalid_dates")
    for code in codes:
        while code in (now := findings(project)):
            assert now[code]["edits"], code
            edit(project, *now[code]["edits"], by=piet)
    own = WorkItem.objects.get(title="Rest of top")
    assert (own.duration_minutes, str(Assignment.objects.get(item=own).resource_id)) == (960, ann)
    assert WorkItem.objects.get(pk=a.pk).constraint_kind == "SNET"


def starts(project: Any) -> dict[str, Any]:
    plan = load(project.pk)
    computed = engine.schedule(compiled(plan, plan.outline(), plan.live_links()))
    return {row["title"]: computed[row["key"]].start for row in plan.items.values()}


def told(project: Any) -> list[dict[str, Any]]:
    """The findings, which are sent as they are however often the plan was looked at before."""
    found = findings_of(project)
    assert json.loads(written(findings_to_send(project)).content) == json.loads(written(found).content)
    return list(found["findings"])


def findings(project: Any) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for one in told(project):
        found.setdefault(one["code"], one)
    return found


def concerned(one: dict[str, Any]) -> tuple[str, ...]:
    return (one["code"], *(item["key"] for item in one["items"]))
