"""Levelling: computed aside, looked at, applied as one change, undone; and the load that it takes off people."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import orjson
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from northline.core.models import Change, Job
from northline.delivery.models import (
    Assignment,
    Dependency,
    PlanCalendar,
    Project,
    Resource,
    ResourceRate,
    WorkItem,
)
from northline.engine import schedule
from northline.engine.levelling.plans.values import Progress
from northline.formats import mspdi
from northline.scheduling import telling
from northline.scheduling.levelling import actions
from northline.scheduling.levelling.models import Levelling
from northline.scheduling.models import SavedSchedule
from tests.delivery.test_resources import finish, made
from tests.research.discovery.telling import undo
from tests.scheduling.plans import edit, start
from tests.working import work

pytestmark = pytest.mark.django_db
DATA = Path(os.environ.get("NORTHLINE_DATASETS", Path(__file__).resolve().parents[3] / "shared" / "data"))
FILE = DATA / "msproject" / "mp_j30_a10_nr1.xml"
WEEK = {"first": "2026-03-02", "last": "2026-03-08"}


@pytest.fixture(autouse=True)
def _home(settings: Any, tmp_path: Path, one_thread: None) -> None:
    settings.HOME = tmp_path


def overloaded(cast: Any, code: str, person: str, *titles: str) -> tuple[Project, dict[str, str]]:
    """Tasks of a day each on the same Monday, all of one person."""
    piet = cast.scope("piet")
    project = start(piet, product_id=cast.product.pk, code=code)
    adds = [{"op": "add", "temp_id": title, "title": title} for title in titles]
    puts = [{"op": "assign", "item": title, "resource_id": person} for title in titles]
    made_ids = edit(project, *adds, *puts, by=piet).editor.temporary
    return project, {title: str(found) for title, found in made_ids.items()}


def levelled(cast: Any, *projects: Project, by: str = "piet", **options: Any) -> Any:
    body = {"project_ids": [str(project.pk) for project in projects], "seconds": 1, **options}
    started = cast.client(by).post("/api/levellings", body)
    assert started.status_code == 202, started.content
    work()
    return cast.client("vera").get(f"/api/levellings/{started.json()['id']}").json()


def apply(cast: Any, row: Any, *, by: str = "piet", **body: Any) -> Any:
    return cast.client(by).post(f"/api/levellings/{row['id']}/application", body)


def test_a_proposal_is_looked_at_applied_across_projects_and_undone_at_once(cast: Any) -> None:
    ann = made(cast)
    first, tasks = overloaded(cast, "LVA", ann["id"], "dig", "pour")
    second, _ = overloaded(cast, "LVB", ann["id"], "paint")
    found = levelled(cast, second, first)
    assert found["state"] == "ready", found
    # The more important project stays where it is.
    proposal = found["found"]
    assert [(one["finish"], one["moved"]) for one in proposal["projects"]] == [
        ("2026-03-02T17:00", 0),
        ("2026-03-04T17:00", 2),
    ]
    assert (proposal["overloads"], proposal["optimal"]) == ([], True)
    move = proposal["moves"][0]
    assert (move["reason"], move["resource"]["title"]) == ("resource", "Ann")
    assert move["because_of"][0]["title"] in ("paint", "dig", "pour")
    assert (finish(first), finish(second)) == ("2026-03-02T17:00", "2026-03-02T17:00")

    assert apply(cast, found, by="carl").status_code == 403
    applied = apply(cast, found)
    assert applied.status_code == 200, applied.content
    assert (finish(first), finish(second)) == ("2026-03-04T17:00", "2026-03-02T17:00")
    assert apply(cast, found).json()["code"] == "levelling.applied"
    # Why a date is so late names who was busy, with what of this plan or of the other.
    reasons = [
        reason
        for item in tasks.values()
        for reason in cast.client("piet").get(f"/api/work-items/{item}/explanation").json()["reasons"]
        if reason["kind"] == "levelling"
    ]
    titles = sorted(row["title"] for reason in reasons for busy in reason["busy"] for row in busy["items"])
    assert (len(reasons), titles[-1], {b["resource"] for r in reasons for b in r["busy"]}) == (
        2,
        "paint",
        {"Ann"},
    )
    assert any("Ann is busy with " in r["sentence"] and "of Atlas until" in r["sentence"] for r in reasons)
    change = Change.objects.get(pk=applied.json()["change_id"])
    assert undo(cast, change, by="piet").status_code == 200
    assert finish(first) == "2026-03-02T17:00"
    assert cast.client("vera").get(f"/api/levellings/{found['id']}").json()["state"] == "undone"

    # Alone, it makes room for what she does elsewhere, and says what each way out costs.
    alone = levelled(cast, first)
    assert alone["found"]["projects"][0]["finish"] == "2026-03-04T17:00", alone["found"]
    names = {one["name"]: one for one in alone["found"]["alternatives"]}
    assert [names[name]["applicable"] for name in ("fastest", "1 more of Ann")] == [True, False]
    assert apply(cast, alone, alternative="1 more of Ann").json()["code"] == "levelling.needs_people"

    # Somebody edits the plan meanwhile: the proposal does not fit any more.
    edit(
        first,
        {"op": "set", "id": tasks["dig"], "version": 3, "fields": {"notes": "By hand"}},
        by=cast.scope("piet"),
    )
    refused = apply(cast, alone)
    assert (refused.status_code, refused.json()["code"]) == (409, "levelling.plan_moved")
    assert first.key in refused.json()["detail"]
    assert cast.client("vera").get(f"/api/levellings/{alone['id']}").json()["projects"][0]["moved_on"]

    # Stopped before it began, nothing is left of it.
    body = {"project_ids": [str(first.pk)]}
    waiting = cast.client("piet").post("/api/levellings", body).json()
    assert cast.client("piet").delete(f"/api/levellings/{waiting['id']}").status_code == 204
    work()
    assert cast.client("piet").get(f"/api/levellings/{waiting['id']}").status_code == 404


def test_load_stands_beside_capacity_for_whom_one_may_see_and_levelling_takes_overloads_away(
    cast: Any, django_assert_max_num_queries: Any
) -> None:
    role = made(cast, title="Painter", type="role", skills=["Painting"], skill_levels={"Painting": 3})
    ann = made(cast, role_id=role["id"], time_off=[{"first": "2026-03-06", "last": "2026-03-06"}])
    bob = made(cast, title="Bob", skills=["Painting"], skill_levels={"Painting": 5}, capacity=0.5)
    project, tasks = overloaded(cast, "LOA", ann["id"], "dig", "pour")
    piet = cast.scope("piet")
    edit(project, {"op": "assign", "item": tasks["pour"], "resource_id": role["id"], "units": 0.5}, by=piet)

    client = cast.client("vera")
    client.get("/api/load", WEEK)
    with django_assert_max_num_queries(14):
        heat = client.get("/api/load", WEEK | {"by": "day"}).json()
    rows = {row["resource"]["title"]: row for row in heat["rows"]}
    assert rows["Ann"]["capacity"] == [8, 8, 8, 8, 0, 0, 0]
    assert (rows["Ann"]["hard"][0], rows["Ann"]["over"][0], rows["Bob"]["capacity"][0]) == (16, 8, 4)
    months = client.get("/api/load", WEEK | {"by": "week", "role_id": role["id"]}).json()
    assert [row["resource"]["title"] for row in months["rows"]] == ["Ann", "Painter"]
    assert months["rows"][0]["over"] == [8]

    (broken,) = client.get("/api/load/overloads", WEEK).json()["items"]
    (waits,) = broken["breaks"]["waits"]
    assert (broken["over"], waits["item"]["title"], waits["until"]) == (8, "dig", "2026-03-03")
    behind = client.get(f"/api/resources/{ann['id']}/load", WEEK).json()
    assert [(item["item"]["title"], item["hours"]) for item in behind["items"]] == [("dig", 8), ("pour", 8)]

    # Who could take what nobody fills: whoever has the role or its skills, the freest first.
    demand = client.get("/api/load/demand", WEEK | {"by": "week"}).json()
    assert demand["roles"][0] | {"role": 0} == {
        "role": 0, "people": 1, "capacity": [32], "filled": [16], "unfilled": [4],
    }  # fmt: skip
    (open_,) = demand["unfilled"]
    assert [(one["resource"]["title"], one["free"]) for one in open_["people"]] == [("Bob", 4), ("Ann", 0)]
    free = client.get("/api/load/free", WEEK | {"skill": "painting", "level": 4}).json()["people"]
    assert [one["resource"]["title"] for one in free] == ["Bob"]
    fill = {"op": "reassign", "id": open_["assignment_id"], "resource_id": bob["id"]}
    edit(project, fill, by=piet)
    assert client.get("/api/load/demand", WEEK).json()["unfilled"] == []

    found = levelled(cast, project)
    assert apply(cast, found).status_code == 200
    assert client.get("/api/load/overloads", WEEK).json() == {"count": 0, "items": []}
    # A stakeholder sees those who work on what they may read, and no others.
    seen = {row["resource"]["title"] for row in cast.client("stan").get("/api/load", WEEK).json()["rows"]}
    assert seen & {"Ann", "Bob", "Painter"} == {"Ann", "Bob"}


def test_a_running_search_stops_when_its_proposal_is_thrown_away(
    cast: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Thrown away at its first word of progress, it comes to no plan, writes none, and is told as cancelled."""
    ann = made(cast)
    project, _ = overloaded(cast, "LVA", ann["id"], "dig", "pour", "paint")
    project.refresh_from_db()
    before = project.plan_version
    tell, thrown, searches = actions._Telling.progress, [], set()

    def progress(told: actions._Telling, found: Progress) -> None:
        tell(told, found)
        searches.add(told)
        if not thrown:
            (row,) = Levelling.objects.all()
            thrown.append(cast.client("piet").delete(f"/api/levellings/{row.pk}").status_code)

    monkeypatch.setattr(actions._Telling, "progress", progress)
    monkeypatch.setattr(telling, "A_WHILE", 0.0)
    body = {"project_ids": [str(project.pk)], "seconds": 1}
    assert cast.client("piet").post("/api/levellings", body).status_code == 202
    work()
    assert thrown == [204]
    assert [one.stop for one in searches] == [True]
    assert Job.objects.get(name="level_plans").state == "cancelled"
    assert not Levelling.objects.exists()
    project.refresh_from_db()
    assert project.plan_version == before


@pytest.mark.skipif(not FILE.exists(), reason="no third-party files; set NORTHLINE_DATASETS")
def test_a_file_of_ten_projects_is_levelled_applied_undone_and_exported_with_nothing_lost(cast: Any) -> None:
    project = imported(cast, FILE)
    before = kept(project)
    found = levelled(cast, project, seconds=3, alternatives=False)
    assert found["state"] == "ready", found["refusal"]
    assert found["found"]["overloads"] == []
    assert apply(cast, found).status_code == 200
    after = kept(project)
    assert after != before
    assert written(cast, project) == after

    change = Change.objects.get(project_id=project.pk, verb="levelled")
    assert undo(cast, change, by="piet").status_code == 200
    assert kept(project) == before
    assert written(cast, project) == before
    # Read again, the file has every task, link, person and assignment of the plan.
    back = imported(cast, FILE, content=exported(cast, project))
    assert kept(back) == before
    for rows in (WorkItem, Dependency, Assignment):
        assert rows.objects.filter(project=back).count() == rows.objects.filter(project=project).count()
    assert worked(back) == worked(project)
    assert said(back) == said(project)


def said(project: Project) -> list[list[Any]]:
    """What was said of every item, of everybody, and of every calendar."""
    items = WorkItem.objects.filter(project=project, archived_at=None).order_by("position")
    people = Resource.objects.filter(project=project).order_by("title", "source_uid")
    calendars = PlanCalendar.objects.filter(project=project).order_by("title", "source_uid")
    rates = ResourceRate.objects.filter(resource__project=project).order_by("resource__title", "per_hour")
    return [
        list(
            items.values_list(
                "title", "constraint_kind", "constraint_at", "deadline", "priority", "calendar__title", "notes",
                "percent_complete", "task_type", "owner", "manual", "active", "type",
            )
        ),
        list(people.values_list("title", "type", "capacity", "capacity_steps", "calendar__title")),
        list(calendars.values_list("title", "week", "exceptions", "weeks")),
        list(rates.values_list("resource__title", "per_hour", "overtime_per_hour", "per_use")),
    ]  # fmt: skip


def imported(cast: Any, file: Path, *, content: bytes | None = None) -> Project:
    client = cast.client("piet")
    upload = SimpleUploadedFile(file.name, content or file.read_bytes())
    form = {"file": upload, "product_id": str(cast.product.pk)}
    headers = {"host": "localhost", "northline-workspace": "acme"}
    row = Client.post(client, "/api/projects/imports", form, headers=headers).json()
    work()
    client.post(f"/api/imports/{row['id']}/confirmation", {})
    work()
    told = client.get(f"/api/imports/{row['id']}").json()
    assert told["state"] == "imported", told
    return Project.objects.get(pk=told["project_id"])


def kept(project: Project) -> dict[str, list[str]]:
    """Start and finish of every item by its place in the outline's order, as they are kept."""
    dates = orjson.loads(SavedSchedule.objects.get(pk=project.pk).payload)
    rows = WorkItem.objects.filter(project=project, archived_at=None).order_by("position", "pk")
    return {f"{n} {row.title}": dates[str(row.pk)][:2] for n, row in enumerate(rows)}


def exported(cast: Any, project: Project) -> bytes:
    answer = cast.client("piet").get(f"/api/projects/{project.pk}/plan/file")
    assert answer.status_code == 200, answer.content
    content: bytes = answer.content
    return content


def written(cast: Any, project: Project) -> dict[str, list[str]]:
    """The same of the exported file, computed from it."""
    plan = mspdi.read(exported(cast, project)).project
    dates = schedule(plan)
    return {
        f"{n} {task.name}": [
            dates[task.id].start.isoformat(timespec="minutes"),
            dates[task.id].finish.isoformat(timespec="minutes"),
        ]
        for n, task in enumerate(plan.tasks)
    }


def worked(project: Project) -> list[Any]:
    rows = Assignment.objects.filter(project=project).order_by("item__position", "resource__title", "units")
    return list(rows.values_list("item__title", "resource__title", "units", "work_minutes", "delay_minutes"))
