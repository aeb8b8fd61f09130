"""Tasks are split, merged, copied and repeated, and what hangs on them goes along."""

from __future__ import annotations

from typing import Any

import pytest

from northline.core import undo
from northline.core.models import Change
from northline.core.refusal import Refusal
from northline.delivery.models import Assignment, Dependency, Resource, WorkItem
from northline.scheduling.plan import ITEM
from northline.scheduling.shares import as_one, parted
from tests.scheduling.plans import chain, edit, start

TASK: dict[str, Any] = dict.fromkeys(ITEM) | {
    "key": "A-1", "title": "Dig", "type": "task", "duration_minutes": 1000, "percent_complete": 20.0, "splits": [],
    "hammock": False, "checklist": [], "constraint_kind": "FNLT", "constraint_at": "2026-03-09T17:00", "deadline": "2026-03-10T17:00",
    "notes": "wet", "optimistic_minutes": 801, "likely_minutes": 1000, "pessimistic_minutes": 1600,
    "actual_start": "2026-03-02T08:00",
}  # fmt: skip


def test_two_parts_have_together_what_the_whole_had() -> None:
    one, two = parted(TASK, first=400, summary=False)
    assert (one["duration_minutes"], two["duration_minutes"]) == (400, 600)
    for name in ("optimistic_minutes", "likely_minutes", "pessimistic_minutes"):
        assert one[name] + two[name] == TASK[name]
    assert one["percent_complete"] == 50.0
    assert one["constraint_kind"] == "ASAP"
    assert (two["constraint_kind"], two["deadline"], one["deadline"]) == ("FNLT", TASK["deadline"], None)
    for change, first, code in (
        ({}, 1000, "item.split_outside"),
        ({}, 200, "item.split_in_done"),
        ({"type": "milestone"}, None, "item.cannot_split"),
        ({"percent_complete": 100.0}, None, "item.cannot_split"),
    ):
        with pytest.raises(Refusal) as refused:
            parted(TASK | change, first=first, summary=False)
        assert refused.value.code == code
    whole = as_one(
        [TASK, TASK | {"notes": "", "percent_complete": 0.0, "likely_minutes": None, "deadline": None}]
    )
    assert whole["duration_minutes"] == 2000
    assert whole["percent_complete"] == 10.0
    assert whole["likely_minutes"] == 2000
    assert (whole["deadline"], whole["notes"]) == (TASK["deadline"], "wet")


@pytest.mark.django_db
def test_a_task_is_split_merged_again_copied_later_and_all_of_it_taken_back(cast: Any) -> None:
    piet = cast.scope("piet")
    project = start(piet, product_id=cast.product.pk)
    dig, pour, cure = chain(project, "dig", "pour", "cure", by=piet)
    crew = Resource.objects.create(
        workspace_id=piet.workspace_id, project=project, title="Crew", type="person"
    )
    work = {
        "op": "assign",
        "item": str(pour.pk),
        "resource_id": str(crew.pk),
        "units": 1.0,
        "work_minutes": 480,
    }
    edit(project, work, by=piet)
    pour.refresh_from_db()
    count = Change.objects.count()
    split = edit(
        project,
        {
            "op": "split",
            "id": str(pour.pk),
            "version": pour.version,
            "first_minutes": 120,
            "title": "pour again",
            "temp_id": "b",
        },
        by=piet,
    )
    again = WorkItem.objects.get(pk=split.editor.temporary["b"])
    assert Change.objects.count() == count + 1
    assert ends(project) == {("dig", "pour"), ("pour", "pour again"), ("pour again", "cure")}
    assert worked(project) == {"pour": 120, "pour again": 360}
    pour.refresh_from_db()
    one = {
        "op": "merge",
        "id": str(pour.pk),
        "version": pour.version,
        "others": [{"id": str(again.pk), "version": 1}],
    }
    edit(project, one, by=piet)
    pour.refresh_from_db()
    assert (pour.duration_minutes, worked(project)) == (480, {"pour": 480})
    assert ends(project) == {("dig", "pour"), ("pour", "cure")}
    assert split.change is not None
    with pytest.raises(Refusal) as refused:
        edit(
            project,
            one | {"version": pour.version, "others": [{"id": str(pour.pk), "version": pour.version}]},
            by=piet,
        )
    assert refused.value.code == "item.merged_twice"

    phase = edit(
        project,
        {"op": "add", "temp_id": "phase", "title": "Phase"},
        *({"op": "move", "id": str(row.pk), "version": WorkItem.objects.get(pk=row.pk).version, "parent_id": "phase",
           "after_id": None} for row in (cure, pour, dig)),
        by=piet,
    ).editor.temporary["phase"]  # fmt: skip
    cloned = edit(
        project,
        {"op": "clone", "id": str(phase), "title": "Phase 2", "shift_days": 7, "temp_id": "two"},
        by=piet,
    )
    two = cloned.editor.temporary["two"]
    rows = {row.title: row for row in WorkItem.objects.filter(parent_id=two)}
    assert set(rows) == {"dig", "pour", "cure"}
    assert (rows["dig"].constraint_kind, rows["dig"].constraint_at) == ("SNET", "2026-03-09T08:00")
    assert rows["pour"].constraint_kind == "ASAP"
    assert Dependency.objects.filter(before__parent_id=two, after__parent_id=two).count() == 2
    assert Assignment.objects.filter(item=rows["pour"]).count() == 1
    assert cloned.dates(rows["pour"].pk)[0] == "2026-03-10T08:00"
    assert cloned.change is not None
    undo.take_back(cloned.change.pk, by=piet)
    assert not WorkItem.objects.filter(parent_id=two, archived_at=None).exists()

    series = {
        "op": "repeat",
        "title": "Review",
        "first": "2026-03-02T09:00",
        "count": 3,
        "rule": "FREQ=WEEKLY;BYDAY=MO",
    }
    edit(project, series, by=piet)
    dates = WorkItem.objects.filter(title__startswith="Review ").order_by("position")
    assert [row.constraint_at for row in dates] == [f"2026-03-{day}T09:00" for day in ("02", "09", "16")]
    for change, code in (
        ({"rule": "often"}, "item.bad_rule"),
        ({"last": "2026-03-01T09:00"}, "item.never_repeats"),
    ):
        with pytest.raises(Refusal) as refused:
            edit(project, series | change, by=piet)
        assert refused.value.code == code


def ends(project: Any) -> set[tuple[str, str]]:
    links = Dependency.objects.filter(project=project).values_list("before__title", "after__title")
    return set(links)


def worked(project: Any) -> dict[str, int]:
    return {
        row.item.title: row.item.duration_minutes if row.work_minutes is None else row.work_minutes
        for row in Assignment.objects.filter(project=project, item__archived_at=None).select_related("item")
    }
