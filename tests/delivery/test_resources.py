"""Resources and calendars of a workspace: kept, listed, priced behind a door, and felt by every plan at once."""

from __future__ import annotations

from typing import Any

import pytest

from northline.core.models import Change
from northline.delivery.models import Resource
from northline.scheduling.models import SavedSchedule
from tests.research.discovery.telling import undo, version
from tests.scheduling.plans import chain, edit, start

pytestmark = pytest.mark.django_db
AWAY = {"first": "2026-03-03", "last": "2026-03-04", "reason": "Skiing"}


def made(cast: Any, what: str = "resources", *, by: str = "piet", **fields: Any) -> Any:
    answer = cast.client(by).post(f"/api/{what}", {"title": "Ann", **fields})
    assert answer.status_code == 201, answer.content
    return answer.json()


def change(cast: Any, row: Any, what: str = "resources", *, by: str = "piet", **fields: Any) -> Any:
    answer = cast.client(by).patch(f"/api/{what}/{row['id']}", fields, headers=version(row))
    assert answer.status_code == 200, answer.content
    return answer.json()


def finish(project: Any) -> str:
    return SavedSchedule.objects.get(pk=project.pk).finish


def test_time_off_and_holidays_of_shared_people_move_every_plan_and_undo_moves_them_back(cast: Any) -> None:
    piet = cast.scope("piet")
    plans = [start(piet, product_id=cast.product.pk, code=code) for code in ("SHA", "SHB")]
    role = made(cast, title="Painter", type="role", skills=["Painting"], skill_levels={"Painting": 4})
    ann = made(
        cast, role_id=role["id"], skills=["Painting", "Glazing"], skill_levels={"Painting": 5, "Lost": 2}
    )
    assert (ann["skill_levels"], ann["role"]["title"]) == ({"Painting": 5}, "Painter")
    for project in plans:
        (task, _) = chain(project, "paint", "dry", by=piet)
        edit(project, {"op": "assign", "item": str(task.pk), "resource_id": ann["id"]}, by=piet)
        assert finish(project) == "2026-03-03T17:00"

    # Away after her own day, nothing moves; away on it, both plans end two days later. The plan does not say why.
    away = change(cast, ann, time_off=[AWAY])
    assert [finish(project) for project in plans] == ["2026-03-03T17:00", "2026-03-03T17:00"]
    change(cast, away, time_off=[AWAY | {"first": "2026-03-02", "last": "2026-03-03"}])
    assert [finish(project) for project in plans] == ["2026-03-05T17:00", "2026-03-05T17:00"]
    assert "Skiing" not in cast.client("vera").get(f"/api/projects/{plans[0].pk}/plan").content.decode()
    undo(cast, Change.objects.filter(object_kind="resource").order_by("-seq").first(), by="piet")
    assert [finish(project) for project in plans] == ["2026-03-03T17:00", "2026-03-03T17:00"]

    # A calendar of the workspace with a country's holidays: 1 May is none in the plan's own calendar.
    calendar = made(cast, "calendars", title="Bavaria", country="de", region="BY")
    assert cast.client("piet").post("/api/calendars", {"title": "Nowhere", "country": "ZZ"}).json()[
        "code"
    ] == ("calendar.unknown_country")
    ann = cast.client("piet").get(f"/api/resources/{ann['id']}").json()
    ann = change(cast, ann, calendar_id=calendar["id"])
    free = [{"first": "2026-03-02", "last": "2026-03-02", "intervals": [], "name": "Works outing"}]
    change(cast, calendar, "calendars", exceptions=free)
    assert [finish(project) for project in plans] == ["2026-03-06T17:00", "2026-03-06T17:00"]

    # They are listed with all that filters; a stakeholder sees nothing of the workspace's people.
    where = '[["skills","any_of",["Glazing"]]]'
    found = cast.client("vera").get("/api/lists/resource", {"where": where})
    assert [row["title"] for row in found.json()["items"]] == ["Ann"], found.content
    assert cast.client("stan").get("/api/lists/resource").json()["items"] == []
    assert cast.client("stan").get(f"/api/resources/{ann['id']}").status_code == 404
    assert cast.client("carl").patch(f"/api/resources/{ann['id']}", {"capacity": 2}).status_code == 403

    # Put away, nobody new can be given to her; what she is on stays.
    ann = cast.client("piet").get(f"/api/resources/{ann['id']}").json()
    cast.client("piet").post(f"/api/resources/{ann['id']}/archival", headers=version(ann))
    again = cast.client("piet").post(
        f"/api/projects/{plans[0].pk}/plan-edits",
        {
            "edits": [
                {
                    "op": "assign",
                    "item": str(chain(plans[0], "more", by=piet)[0].pk),
                    "resource_id": ann["id"],
                }
            ]
        },
    )
    assert (again.status_code, finish(plans[0])) == (409, "2026-03-06T17:00")


def test_what_people_cost_is_told_to_nobody_without_the_right_not_even_by_changes_or_files(cast: Any) -> None:
    piet = cast.scope("piet")
    project = start(piet, product_id=cast.product.pk, code="RAT")
    (task,) = chain(project, "paint", by=piet)
    ann = made(cast, member_id=str(cast.members["carl"].pk))
    rates = {
        "rates": [{"per_hour": 1050.25}, {"since": "2026-01-01", "per_hour": 71.5, "overtime_per_hour": 99}]
    }
    address = f"/api/resources/{ann['id']}/rates"
    assert cast.client("piet").put(address, rates, headers=version(ann)).status_code == 403
    kept = cast.client("adam").put(address, rates, headers=version(ann))
    assert [rate["per_hour"] for rate in kept.json()["rates"]] == [1050.25, 71.5]
    assert cast.client("piet").get(address).status_code == 403
    edit(project, {"op": "assign", "item": str(task.pk), "resource_id": ann["id"], "units": 0.5}, by=piet)

    for address in (
        f"/api/changes?kind=resource&id={ann['id']}",
        f"/api/resources/{ann['id']}",
        f"/api/projects/{project.pk}/plan",
        f"/api/projects/{project.pk}/plan/file",
        f"/api/projects/{project.pk}/plan/file?format=json",
        "/api/lists/resource",
        "/api/lists/resource/export?format=csv",
    ):
        told = cast.client("piet").get(address)
        said = b"".join(told.streaming_content) if told.streaming else told.content
        assert told.status_code == 200, (address, said)
        assert not [figure for figure in (b"71.5", b"1050.25") if figure in said], address
    assert b"71.5" in cast.client("adam").get(f"/api/projects/{project.pk}/plan/file").content
    last = Change.objects.filter(verb="priced").get()
    undo(cast, last, by="adam")
    assert cast.client("adam").get(f"/api/resources/{ann['id']}/rates").json()["rates"] == []

    # A project's own resource is priced by whoever plans it, and may be shared with the workspace.
    own = made(cast, title="Crane", type="equipment", project_id=str(project.pk))
    priced = cast.client("piet").put(f"/api/resources/{own['id']}/rates", rates, headers=version(own))
    assert priced.status_code == 200
    shared = cast.client("piet").post(f"/api/resources/{own['id']}/sharing", headers=version(priced.json()))
    assert (shared.status_code, Resource.objects.get(pk=own["id"]).project_id) == (200, None)
    assert cast.client("piet").get(f"/api/resources/{own['id']}/rates").status_code == 403


def test_who_is_put_on_a_task_changes_its_duration_and_work_by_its_type(cast: Any) -> None:
    piet = cast.scope("piet")
    project = start(piet, product_id=cast.product.pk, code="TYP")
    (task,) = chain(project, "paint", by=piet)
    ann, bob = made(cast)["id"], made(cast, title="Bob")["id"]
    one = {"op": "assign", "item": str(task.pk)}
    first = edit(project, one | {"resource_id": ann}, by=piet)
    assert finish(project) == "2026-03-02T17:00"
    fields = {"effort_driven": True}
    edit(project, {"op": "set", "id": str(task.pk), "version": 1, "fields": fields}, by=piet)

    # Effort-driven: two do it in half the time; a preview says so and keeps nothing.
    asked = edit(project, one | {"resource_id": bob, "booking": "soft"}, by=piet, preview=True)
    assert (asked.after.finish, finish(project)) == ("2026-03-02T12:00", "2026-03-02T17:00")
    edit(project, one | {"resource_id": bob, "booking": "soft"}, by=piet)
    (mine,) = first.editor.was_assignments
    half = edit(project, {"op": "reassign", "id": str(mine), "units": 0.5}, by=piet)
    assert finish(project) == "2026-03-02T17:00"
    undo(cast, half.change, by="piet")
    assert finish(project) == "2026-03-02T12:00"
    # Without her, the other does all of it.
    alone = edit(project, {"op": "unassign", "id": str(mine)}, by=piet)
    assert finish(project) == "2026-03-02T17:00"
    undo(cast, alone.change, by="piet")
    answer = cast.client("piet").get(f"/api/work-items/{task.pk}").json()
    told = [(row["resource_id"], row["units"], row["booking"]) for row in answer["assignments"]]
    assert sorted(told) == sorted([(ann, 1.0, "hard"), (bob, 1.0, "soft")])
    twice = cast.client("piet").post(
        f"/api/projects/{project.pk}/plan-edits", {"edits": [one | {"resource_id": ann}]}
    )
    assert (twice.status_code, twice.json()["code"]) == (409, "assignment.exists")
