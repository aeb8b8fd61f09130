"""A breakdown may go as deep as somebody likes: no step of it takes a level of the machine's own stack, nor a code as long as the path."""

from __future__ import annotations

from typing import Any

import pytest

from northline.core import undo
from northline.core.ids import uuid7
from northline.core.refusal import Refusal
from northline.delivery import plan_reader
from northline.delivery.keys import next_keys
from northline.delivery.models import Project, WorkItem
from northline.engine.explain import DateKind
from northline.formats.wbs import LONGEST
from northline.scheduling import actions, explaining, exporting, linting, queries
from northline.scheduling.templates import actions as templates
from tests.scheduling.plans import GAP, edit, start

LEVELS = 2_000
pytestmark = pytest.mark.django_db


@pytest.fixture
def deep(cast: Any) -> Project:
    """One task below another, twice as deep as Python calls itself; the deepest takes a day."""
    project = start(cast.scope("piet"), product_id=cast.product.pk)
    rows: list[WorkItem] = []
    for number, key in enumerate(next_keys(project.workspace_id, project.code, count=LEVELS), 1):
        rows.append(
            WorkItem(
                id=uuid7(),
                workspace_id=project.workspace_id,
                project_id=project.pk,
                key=key,
                title=f"Level {number}",
                position=GAP,
                parent_id=rows[-1].pk if rows else None,
                duration_minutes=480,
            )
        )
    WorkItem.objects.bulk_create(rows, batch_size=500)
    actions.compute_anew(project.pk)
    project.refresh_from_db()
    return project


def plan_of(project: Project, by: Any) -> dict[str, dict[str, Any]]:
    project.refresh_from_db()
    return {item["title"]: item for item in queries.plan_of(project, by)["items"]}


def test_a_plan_of_thousands_of_levels_is_read_edited_and_rolled_up(cast: Any, deep: Project) -> None:
    piet = cast.scope("piet")
    rows = plan_of(deep, piet)
    last = rows[f"Level {LEVELS}"]
    assert [row["outline_level"] for row in rows.values()] == list(range(1, LEVELS + 1))
    assert rows["Level 3"]["wbs"] == "1.1.1"
    assert max(len(row["wbs"]) for row in rows.values()) <= LONGEST

    done = {"op": "set", "id": str(last["id"]), "version": 1, "fields": {"percent_complete": 50}}
    deeper = {"op": "add", "parent_id": str(rows[f"Level {LEVELS - 1}"]["id"]), "after_id": str(last["id"])}
    edited = edit(deep, done, deeper | {"title": "Beside", "duration_minutes": 1440}, by=piet)
    rows = plan_of(deep, piet)
    assert rows["Level 1"]["percent_complete"] == pytest.approx(12.5)
    assert rows["Level 1"]["schedule"]["finish"] == "2026-03-04T17:00"
    assert rows["Beside"]["wbs"].endswith(".2")

    # Indented: below what stood before it.
    beside = rows["Beside"]
    move = {"op": "move", "id": str(beside["id"]), "version": beside["version"], "after_id": None}
    edit(deep, move | {"parent_id": str(last["id"])}, by=piet)
    assert plan_of(deep, piet)["Beside"]["outline_level"] == LEVELS + 1

    top = {"op": "move", "id": str(rows["Level 1"]["id"]), "version": 1, "after_id": None}
    with pytest.raises(Refusal) as refused:
        edit(deep, top | {"parent_id": str(last["id"])}, by=piet)
    assert refused.value.code == "item.makes_circle"
    assert len(refused.value.message) < 200
    assert edited.change is not None


def test_thousands_of_levels_are_checked_and_explained(cast: Any, deep: Project) -> None:
    assert linting.findings_of(deep)["findings"]
    last = WorkItem.objects.get(project=deep, title=f"Level {LEVELS}")
    told = explaining.explanation_of(last, DateKind.START, cast.scope("piet"))
    assert told["reasons"]


def test_thousands_of_levels_leave_and_come_back(cast: Any, deep: Project) -> None:
    ready = exporting.readied(deep, cast.scope("piet"), drawing=exporting.Drawing())
    wanted = {f"Level {n}": f"Level {n - 1}" if n > 1 else None for n in range(1, LEVELS + 1)}
    for format in ("mspdi", "xer", "xlsx", "csv", "json"):
        read = plan_reader.read(exporting.made(ready, format=format).content, max_bytes=50_000_000)
        names = {item["uid"]: item["title"] for item in read["plan"]["items"]}
        above = {item["title"]: names.get(item["parent"]) for item in read["plan"]["items"]}
        assert above == wanted, format


def test_thousands_of_levels_are_copied_and_taken_back(cast: Any, deep: Project) -> None:
    piet = cast.scope("piet")
    top = WorkItem.objects.get(project=deep, title="Level 1")
    copied = edit(deep, {"op": "clone", "id": str(top.pk), "shift_days": 7}, by=piet)
    levels = [item["outline_level"] for item in queries.plan_of(deep, piet)["items"]]
    assert levels == [*range(1, LEVELS + 1)] * 2
    assert copied.change is not None
    undo.take_back(copied.change.pk, by=piet)
    assert WorkItem.objects.filter(project=deep, archived_at=None).count() == LEVELS


def test_thousands_of_levels_become_a_template_and_a_plan_again(cast: Any, deep: Project) -> None:
    piet = cast.scope("piet")
    kept = templates.save_template(
        deep.pk, title="Deep", note="", item_id=None, anchor="start", names={}, by=piet
    )
    templates.start_from_template(
        kept, title="Again", code="AGN", product_id=cast.product.pk,
        start="2026-04-06T08:00", finish=None, people={}, by=piet,
    )  # fmt: skip
    again = Project.objects.get(code="AGN")
    assert [item["outline_level"] for item in queries.plan_of(again, piet)["items"]] == [
        *range(1, LEVELS + 1)
    ]
