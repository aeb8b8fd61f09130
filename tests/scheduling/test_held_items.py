"""The rules of what else holds a task where it is: an inactive one, the delay of levelling, a late beginner."""

from __future__ import annotations

from typing import Any

import pytest

from northline.core import undo
from northline.core.refusal import Refusal
from northline.delivery.models import Project, WorkItem
from northline.delivery.resources import actions as resources
from northline.scheduling import queries
from tests.scheduling.plans import chain, edit, start

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(cast: Any) -> Project:
    return start(cast.scope("piet"), product_id=cast.product.pk)


def dates(project: Project, by: Any) -> dict[str, tuple[str, str]]:
    project.refresh_from_db()
    items = queries.plan_of(project, by)["items"]
    return {item["title"]: (item["schedule"]["start"], item["schedule"]["finish"]) for item in items}


def put(project: Project, item: WorkItem, by: Any, **fields: Any) -> Any:
    item.refresh_from_db()
    return edit(project, {"op": "set", "id": str(item.pk), "version": item.version, "fields": fields}, by=by)


def test_an_inactive_task_holds_nobody_until_it_is_active_again(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    dig, _ = chain(project, "dig", "pour", by=piet)
    done = put(project, dig, piet, active=False)
    assert dates(project, piet)["pour"][0] == "2026-03-02T08:00"
    dig.refresh_from_db()
    assert queries.work_item_page(dig, piet)["active"] is False
    undo.take_back(done.change.pk, by=piet)
    assert dates(project, piet)["pour"][0] == "2026-03-03T08:00"


def test_the_delay_of_levelling_is_taken_back_by_hand(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    dig, _ = chain(project, "dig", "pour", by=piet)
    put(project, dig, piet, levelling_delay_minutes=1440)
    assert dates(project, piet)["dig"][0] == "2026-03-03T08:00"
    put(project, dig, piet, levelling_delay_minutes=0)
    assert dates(project, piet)["dig"][0] == "2026-03-02T08:00"


def test_a_summary_is_as_active_as_what_is_below_it(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    whole, part = chain(project, "whole", "part", by=piet)
    move = {"op": "move", "id": str(part.pk), "version": part.version, "parent_id": str(whole.pk)}
    (link,) = queries.plan_of(project, piet)["links"]
    edit(project, {"op": "unlink", "id": str(link["id"])}, move | {"after_id": None}, by=piet)
    with pytest.raises(Refusal) as refused:
        put(project, whole, piet, active=False)
    assert refused.value.code == "item.is_summary"


def test_somebody_begins_later_than_the_task_and_ends_later(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    (dig,) = chain(project, "dig", by=piet)
    ann = resources.create_resource({"title": "Ann"}, by=piet)
    edit(
        project,
        {"op": "assign", "item": str(dig.pk), "resource_id": str(ann.pk), "work_minutes": 480},
        by=piet,
    )
    (one,) = queries.plan_of(project, piet)["assignments"]
    edited = edit(project, {"op": "reassign", "id": str(one["id"]), "delay_minutes": 240}, by=piet)
    (later,) = queries.plan_of(project, piet)["assignments"]
    assert later["delay_minutes"] == 240
    assert dates(project, piet)["dig"] == ("2026-03-02T08:00", "2026-03-03T12:00")
    undo.take_back(edited.change.pk, by=piet)
    assert dates(project, piet)["dig"][1] == "2026-03-02T17:00"
