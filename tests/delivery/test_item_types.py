"""Types of work: kept by admins, told apart by their names, and never lost while items have them."""

from __future__ import annotations

from typing import Any

import pytest

from northline.core.models import Change
from tests.research.discovery.telling import undo, version

pytestmark = pytest.mark.django_db
STATES = [
    {"name": "Reported", "category": "to_do"},
    {"name": "Fixing", "category": "doing", "limit": 2},
    {"name": "Verifying", "category": "doing"},
    {"name": "Closed", "category": "done"},
]


def made(cast: Any, title: str = "Bug", **fields: Any) -> Any:
    answer = cast.client("adam").post("/api/item-types", {"title": title, **fields})
    assert answer.status_code == 201, answer.content
    return answer.json()


def change(cast: Any, row: Any, **fields: Any) -> Any:
    return cast.client("adam").patch(f"/api/item-types/{row['id']}", fields, headers=version(row))


def test_a_type_has_its_look_its_place_and_its_states(cast: Any) -> None:
    bug = made(cast, icon="bug", colour="red", description="Does not do what it should", workflow=STATES)
    story, spike = made(cast, "Story"), made(cast, "Spike")
    assert [state["id"] for state in bug["workflow"]] == ["reported", "fixing", "verifying", "closed"]
    assert (bug["icon"], bug["colour"], story["workflow"]) == ("bug", "red", [])

    between = (bug["position"] + story["position"]) / 2
    assert change(cast, spike, position=between).json()["position"] == between
    listed = cast.client("stan").get("/api/item-types").json()
    assert [row["title"] for row in listed] == ["Bug", "Spike", "Story"]
    assert not any(row["can"]["edit"] for row in listed)
    found = cast.client("vera").get("/api/lists/item_type", {"sort": "-position"}).json()["items"]
    assert [row["title"] for row in found] == ["Story", "Spike", "Bug"]


def test_states_lead_from_to_do_to_done_or_are_none(cast: Any) -> None:
    client = cast.client("adam")
    for states in (STATES[:2], STATES[::-1], [*STATES[:3], STATES[3] | {"name": "Fixing"}]):
        refused = client.post("/api/item-types", {"title": "Bug", "workflow": states})
        assert (refused.status_code, refused.json()["code"]) == (422, "workflow.not_whole")
    bug = made(cast, workflow=STATES)
    plain = change(cast, bug, workflow=[])
    assert plain.json()["workflow"] == []
    undo(cast, Change.objects.filter(object_kind="item_type").order_by("-seq").first(), by="adam")
    assert client.get(f"/api/item-types/{bug['id']}").json()["workflow"] == bug["workflow"]


def test_two_types_never_have_one_name(cast: Any) -> None:
    bug, story = made(cast), made(cast, "Story")
    for title in ("BUG", "task"):
        refused = cast.client("adam").post("/api/item-types", {"title": title})
        assert (refused.status_code, refused.json()["code"]) == (409, "item_type.name_taken")
    assert change(cast, story, title="bug").json()["code"] == "item_type.name_taken"

    # Not by an undo either: another took the name meanwhile.
    assert change(cast, bug, title="Defect").status_code == 200
    renamed = Change.objects.filter(object_kind="item_type").order_by("-seq").first()
    assert change(cast, story, title="Bug").status_code == 200
    answer = cast.client("adam").post(f"/api/changes/{renamed.pk}/undo")
    assert (answer.status_code, answer.json()["code"]) == (409, "item_type.name_taken")


def test_an_edit_of_a_type_names_the_version_that_it_changes(cast: Any) -> None:
    bug = made(cast)
    assert change(cast, bug, description="One").status_code == 200
    assert change(cast, bug, description="Two").status_code == 412
    missing = cast.client("adam").patch(f"/api/item-types/{bug['id']}", {"description": "Three"})
    assert missing.status_code == 428
