"""The rules of which calendar a project and a task are worked by."""

from __future__ import annotations

from typing import Any

import pytest

from northline.core import undo
from northline.core.models import Change
from northline.core.refusal import NotFound
from northline.delivery.models import PlanCalendar, Project, WorkItem
from northline.delivery.resources import actions as resources
from northline.scheduling import queries
from tests.core.listing.asking import asked, bulk
from tests.research.discovery.telling import version
from tests.scheduling.plans import chain, edit, start

pytestmark = pytest.mark.django_db
AFTERNOONS = [[[780, 1020]]] * 5 + [[], []]


@pytest.fixture
def afternoons(cast: Any) -> PlanCalendar:
    """A calendar of the workspace on which work is done from one to five."""
    return resources.create_calendar({"title": "Afternoons", "week": AFTERNOONS}, by=cast.scope("piet"))


def started(cast: Any, who: str = "piet", **fields: Any) -> Any:
    body = {"title": "Atlas", "code": "ATL", "start": "2026-03-02T08:00"}
    return cast.client(who).post("/api/projects", body | fields)


def begins(project: Project, task: WorkItem, by: Any) -> str:
    project.refresh_from_db()
    items = queries.plan_of(project, by)["items"]
    return next(item["schedule"]["start"] for item in items if item["key"] == task.key)


def test_a_project_begins_on_a_calendar_of_the_workspace_or_on_a_plain_week_of_its_own(
    cast: Any, afternoons: PlanCalendar
) -> None:
    made = started(cast, calendar_id=str(afternoons.pk)).json()
    assert made["calendar_id"] == str(afternoons.pk)
    assert not PlanCalendar.objects.filter(project_id=made["id"]).exists()
    plain = started(cast, code="PLAIN").json()
    assert PlanCalendar.objects.get(pk=plain["calendar_id"]).project_id is not None

    theirs = str(Project.objects.get(pk=plain["id"]).calendar_id)
    assert started(cast, code="OTHER", calendar_id=theirs).status_code == 404
    assert not Project.objects.filter(code="OTHER").exists()


def test_a_project_moves_to_a_calendar_of_the_workspace_and_undo_moves_it_back(
    cast: Any, afternoons: PlanCalendar
) -> None:
    piet = cast.scope("piet")
    project = start(piet, product_id=cast.product.pk)
    (dig,) = chain(project, "dig", by=piet)
    here = f"/api/projects/{project.pk}"
    project.refresh_from_db()
    moved = cast.client("piet").patch(
        here, {"calendar_id": str(afternoons.pk)}, headers=version({"version": project.version})
    )
    assert moved.status_code == 200, moved.json()
    assert begins(project, dig, piet) == "2026-03-02T13:00"
    undo.take_back(Change.objects.filter(object_id=project.pk).latest("seq").pk, by=piet)
    assert begins(project, dig, piet) == "2026-03-02T08:00"


def test_a_task_takes_a_calendar_of_the_workspace_that_its_plan_did_not_know(
    cast: Any, afternoons: PlanCalendar
) -> None:
    piet = cast.scope("piet")
    project = start(piet, product_id=cast.product.pk)
    (dig,) = chain(project, "dig", by=piet)
    fields = {"calendar_id": str(afternoons.pk)}
    edit(project, {"op": "set", "id": str(dig.pk), "version": 1, "fields": fields}, by=piet)
    assert begins(project, dig, piet) == "2026-03-02T13:00"
    edit(project, {"op": "set", "id": str(dig.pk), "version": 2, "fields": {"calendar_id": None}}, by=piet)
    assert begins(project, dig, piet) == "2026-03-02T08:00"

    PlanCalendar.objects.filter(pk=afternoons.pk).update(archived_at="2026-01-01T00:00Z")
    with pytest.raises(NotFound):
        edit(project, {"op": "set", "id": str(dig.pk), "version": 3, "fields": fields}, by=piet)


def test_the_lists_of_projects_and_resources_tell_and_take_calendars(
    cast: Any, afternoons: PlanCalendar
) -> None:
    piet = cast.scope("piet")
    start(piet, product_id=cast.product.pk)
    resources.create_resource({"title": "Ann"}, by=piet)
    for kind, title in (("project", "Atlas"), ("resource", "Ann")):
        items = asked(cast, kind, who="piet", where=[["title", "is", title]]).json()["items"]
        done = bulk(cast, kind, items, by="piet", fields={"calendar_id": str(afternoons.pk)})
        assert done.status_code == 200, done.json()
        (told,) = asked(cast, kind, who="piet", where=[["calendar", "is", str(afternoons.pk)]]).json()[
            "items"
        ]
        assert told["fields"]["calendar"]["title"] == "Afternoons"
