"""Who hears of an edit of a plan, and what the activity of an item tells of it."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from northline.core import undo
from northline.core.models import Change, Touch
from northline.delivery.models import Project, Resource
from tests.scheduling.plans import chain, edit, start

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(cast: Any) -> Project:
    return start(cast.scope("piet"), product_id=cast.product.pk)


def stream(cast: Any, item: Any, *, who: str = "piet") -> list[tuple[str, Any]]:
    answer = cast.client(who).get(f"/api/objects/work_item/{item.pk}/activity").json()
    changes = [one["change"] for one in answer["items"]]
    return [(one["verb"], [touch["parts"] for touch in one["touched"]]) for one in changes]


def told(cast: Any, who: str) -> list[tuple[str, list[tuple[str, Any]]]]:
    """The messages to somebody, the newest first: why, and of which items what."""
    items = cast.client(who).get("/api/inbox").json()["items"]
    return [(one["why"], [(each["key"], each["start"]) for each in one["touched"]]) for one in items]


def follow(cast: Any, who: str, item: Any, *, on: bool = True) -> None:
    cast.client(who).put(f"/api/objects/work_item/{item.pk}/watch", {"on": on})


def longer(item: Any, minutes: int = 960, *, version: int = 1) -> dict[str, Any]:
    return {"op": "set", "id": str(item.pk), "version": version, "fields": {"duration_minutes": minutes}}


def given(item: Any, member: Any, *, version: int = 1) -> dict[str, Any]:
    owner = str(member.pk) if member else None
    return {"op": "set", "id": str(item.pk), "version": version, "fields": {"owner_id": owner}}


def test_the_activity_of_an_item_tells_its_edits_and_no_others(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    dig, pour, cure = chain(project, "dig", "pour", "cure", by=piet)
    before = Change.objects.count()
    change = edit(project, longer(dig), given(pour, cast.pia), by=piet).change
    undo.take_back(change.pk, by=piet)

    assert Change.objects.count() == before + 2
    assert stream(cast, dig) == [
        ("undid", [["duration"]]),
        ("planned", [["duration"]]),
        ("planned", [["added", "links"]]),
    ]
    assert stream(cast, pour)[1] == ("planned", [["owner"]])
    assert stream(cast, cure) == [("planned", [["added", "links"]])]
    changes = cast.client("piet").get(f"/api/changes?kind=work_item&id={dig.pk}").json()["items"]
    assert changes[1]["touched"][0]["finish"] == ["2026-03-02", "2026-03-03"]


def test_who_follows_an_item_hears_of_its_edits_and_its_moved_days(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    dig, pour, cure = chain(project, "dig", "pour", "cure", by=piet)
    follow(cast, "vera", pour)
    edit(project, {"op": "set", "id": str(cure.pk), "version": 1, "fields": {"title": "Cured"}}, by=piet)
    assert told(cast, "vera") == []

    edit(project, longer(dig), by=piet)
    edit(project, {"op": "set", "id": str(pour.pk), "version": 1, "fields": {"title": "Poured"}}, by=piet)

    moved = ("watching", [(pour.key, ["2026-03-03", "2026-03-04"])])
    assert told(cast, "vera") == [("watching", [(pour.key, None)]), moved]
    assert [one for one in stream(cast, pour) if one[1] == [[]]] == []


def test_whoever_is_given_an_item_is_told_once_and_hears_of_it_from_then_on(
    cast: Any, project: Project
) -> None:
    piet = cast.scope("piet")
    dig, pour, cure = chain(project, "dig", "pour", "cure", by=piet)
    edit(project, longer(dig), by=piet)
    edit(project, given(pour, cast.vera), given(cure, cast.vera), by=piet)
    assert told(cast, "vera") == [("given", [(pour.key, None), (cure.key, None)])]
    watch = cast.client("vera").get(f"/api/objects/work_item/{pour.pk}/watch").json()
    assert (watch["on"], watch["why"]) == (True, "owner")

    edit(project, longer(dig, 1440, version=2), by=piet)
    edit(project, given(cure, cast.pia, version=2), by=piet)
    follow(cast, "vera", pour, on=False)
    edit(project, longer(dig, 480, version=3), by=piet)

    why = [(reason, [key for key, _ in items]) for reason, items in told(cast, "vera")]
    assert why == [("owned", [cure.key]), ("owner", [pour.key, cure.key]), ("given", [pour.key, cure.key])]


def test_whoever_is_put_on_an_item_is_told(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    (dig,) = chain(project, "dig", by=piet)
    vera = Resource.objects.create(
        workspace_id=project.workspace_id, project=project, key="R-1", title="Vera", member=cast.vera
    )
    assign = {"op": "assign", "item": str(dig.pk), "resource_id": str(vera.pk)}
    edited = edit(project, assign, by=piet)
    assert told(cast, "vera") == [("given", [(dig.key, None)])]

    (row,) = edited.editor.was_assignments
    edit(project, {"op": "reassign", "id": str(row), "units": 0.5}, by=piet)
    undo.take_back(edit(project, {"op": "unassign", "id": str(row)}, by=piet).change.pk, by=piet)

    assert len(told(cast, "vera")) == 1
    assert [parts for _, parts in stream(cast, dig)][1:3] == [[["people"]], [["duration", "people"]]]


def test_what_one_gives_oneself_is_no_news(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    (dig,) = chain(project, "dig", by=piet)
    edit(project, given(dig, cast.piet), by=piet)

    assert not Touch.objects.exclude(to=None).exists()


def test_of_many_that_moved_some_are_named_and_the_rest_counted(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    items = chain(project, *"abcdefgh", by=piet)
    edit(project, *(given(item, cast.vera) for item in items), by=piet)
    Touch.objects.all().delete()
    with CaptureQueriesContext(connection) as ran:
        edit(project, longer(items[0], version=2), by=piet)

    assert sum("core_touch" in query["sql"] for query in ran) == 1
    touches = Touch.objects.filter(to=cast.vera).order_by("pk")
    assert [touch.more for touch in touches] == [3, 0, 0, 0, 0]
