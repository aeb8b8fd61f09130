"""The rules of bringing in a plan file."""

from __future__ import annotations

import time
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from northline import engine
from northline.accounts.models import RoleGrant
from northline.core import jobs, sandbox
from northline.core.listing.models import CustomField as OwnField
from northline.core.models import Change, Job
from northline.delivery.models import Assignment, Import, Project, Resource, ResourceRate, WorkItem
from northline.delivery.own_words import CHECKLIST
from northline.formats import AssignmentDetails, CustomField, ImportedPlan, TaskDetails, mspdi, native
from northline.scheduling.models import SavedForecast, SavedSchedule
from northline.tracking.budgets.models import CostLine
from tests.core.listing.asking import add_field
from tests.working import work

pytestmark = pytest.mark.django_db

HOURS = "<WorkingTime><FromTime>08:00:00</FromTime><ToTime>16:00:00</ToTime></WorkingTime>"
DAYS = "".join(
    f"<WeekDay><DayType>{day}</DayType><DayWorking>1</DayWorking><WorkingTimes>{HOURS}</WorkingTimes></WeekDay>"
    for day in range(2, 7)
)


def task(uid: int, name: str, level: int, hours: int = 8, more: str = "") -> str:
    return (
        f"<Task><UID>{uid}</UID><Name>{name}</Name><OutlineLevel>{level}</OutlineLevel>"
        f"<Duration>PT{hours}H0M0S</Duration>{more}</Task>"
    )


def plan(*tasks: str) -> bytes:
    return (
        '<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"><Title>Shed</Title>'
        "<StartDate>2026-03-02T08:00:00</StartDate><CalendarUID>1</CalendarUID>"
        f"<Calendars><Calendar><UID>1</UID><Name>Day</Name><WeekDays>{DAYS}</WeekDays></Calendar></Calendars>"
        f"<Tasks>{''.join(tasks)}</Tasks></Project>"
    ).encode()


AFTER_2 = "<PredecessorLink><PredecessorUID>2</PredecessorUID><Type>1</Type></PredecessorLink>"
AFTER_3 = "<PredecessorLink><PredecessorUID>3</PredecessorUID><Type>1</Type></PredecessorLink>"
SHED = plan(task(0, "Shed", 0), task(1, "Build", 1), task(2, "Dig", 2), task(3, "Pour", 2, more=AFTER_2))


@pytest.fixture(autouse=True)
def home(settings: Any, tmp_path: Path, one_thread: None) -> Path:
    settings.HOME = tmp_path
    return tmp_path / "uploads"


def upload(cast: Any, content: bytes, *, who: str = "vera", **fields: Any) -> Any:
    browser = cast.client(who)
    body = {"file": SimpleUploadedFile("shed.xml", content), **fields}
    return Client.post(browser, "/api/projects/imports", body, headers=browser_headers(browser))


def browser_headers(browser: Any) -> dict[str, str]:
    return {"host": "localhost", "northline-workspace": "acme"}


def seen(cast: Any, made: Any, who: str = "vera") -> Any:
    return cast.client(who).get(f"/api/imports/{made.json()['id']}").json()


def test_a_plan_file_becomes_a_project_whole(cast: Any, home: Path) -> None:
    made = upload(cast, SHED)
    assert made.status_code == 202, made.content
    assert seen(cast, made)["state"] == "reading"
    work()
    ready = seen(cast, made)
    assert ready["state"] == "ready", ready
    counts = ready["preview"]["counts"]
    assert (counts["tasks"], counts["summaries"], counts["links"]) == (2, 1, 1)
    assert ready["preview"]["finish"] == "2026-03-03T16:00"
    assert cast.client("ada").get(f"/api/imports/{ready['id']}").status_code == 404
    browser = cast.client("vera")
    assert browser.post(f"/api/imports/{ready['id']}/confirmation", {"code": "SHED"}).status_code == 202
    count = Change.objects.count()
    work()
    done = seen(cast, made)
    assert done["state"] == "imported", Job.objects.latest("created_at").refusal
    assert Change.objects.count() == count + 1
    project = Project.objects.get(pk=done["project_id"])
    assert (project.code, project.title) == ("SHED", "Shed")
    assert list(WorkItem.objects.order_by("position").values_list("key", "title")) == [
        ("SHED-1", "Build"),
        ("SHED-2", "Dig"),
        ("SHED-3", "Pour"),
    ]
    assert SavedSchedule.objects.get(pk=project.pk).finish == "2026-03-03T16:00"
    assert SavedForecast.objects.filter(pk=project.pk).exists()
    assert RoleGrant.objects.filter(member=cast.vera, object_id=project.pk, role="project_manager").exists()
    assert list(home.iterdir()) == []


def test_an_import_that_runs_twice_makes_one_project(cast: Any) -> None:
    made = upload(cast, SHED, code="SHED")
    work()
    cast.client("vera").post(f"/api/imports/{made.json()['id']}/confirmation")
    work()
    Job.objects.filter(name="import_plan").update(state="queued", lease_until=None)
    work()
    assert Project.objects.count() == 1
    assert set(Job.objects.values_list("state", flat=True)) == {"done"}


DEEP = b'<Project xmlns="http://schemas.microsoft.com/project">' + b"<a>" * 200_000
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    b'<Project xmlns="http://schemas.microsoft.com/project"><Title>&b;</Title></Project>'
)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (SHED[: len(SHED) // 2], "format.truncated"),
        (b"PK\x03\x04 this is no plan", "format.truncated"),
        (b"Dear all, the plan follows.", "format.unknown"),
        (b"<html><body/></html>", "format.wrong_schema"),
        (DEEP, "format.too_deep"),
        (BOMB, "format.doctype"),
        (b"", "format.unknown|upload.missing"),
        (plan(task(2, "a", 1, more=AFTER_3), task(3, "b", 1, more=AFTER_2)), "plan.cycle"),
    ],
    ids=[
        "truncated",
        "no workbook",
        "a letter",
        "another schema",
        "200,000 deep",
        "entity bomb",
        "empty",
        "a circle",
    ],
)
def test_a_bad_file_is_refused_in_its_own_words_and_nothing_is_kept(
    cast: Any, home: Path, content: bytes, code: str
) -> None:
    made = upload(cast, content)
    if made.status_code != 202:
        assert made.json()["code"] in code.split("|")
        return
    work()
    refused = seen(cast, made)
    assert refused["state"] == "refused"
    assert refused["refusal"]["code"] in code.split("|")
    assert Job.objects.get().refusal["code"] == refused["refusal"]["code"]
    assert list(home.iterdir()) == []
    assert Project.objects.count() == 0
    again = cast.client("vera").post(f"/api/imports/{refused['id']}/confirmation")
    assert again.json()["code"] == "import.not_ready"


def test_a_file_over_the_limit_is_refused_while_it_arrives(cast: Any, home: Path, settings: Any) -> None:
    settings.UPLOAD_LIMIT = 100_000
    answer = upload(cast, b"<" * 400_000)
    assert (answer.status_code, answer.json()["code"]) == (413, "upload.too_large")
    assert Import.objects.count() == 0
    assert not home.exists() or list(home.iterdir()) == []


def test_a_dropped_import_leaves_no_file_and_its_job_ends(cast: Any, home: Path) -> None:
    made = upload(cast, SHED)
    browser = cast.client("vera")
    assert browser.delete(f"/api/imports/{made.json()['id']}").status_code == 204
    work()
    assert list(home.iterdir()) == []
    assert Job.objects.get().state == "cancelled"


def test_a_cancelled_job_s_file_is_swept_away_by_the_next_upload(cast: Any, home: Path) -> None:
    made = upload(cast, SHED)
    cast.client("vera").delete(f"/api/jobs/{made.json()['job']}")
    second = upload(cast, SHED)
    assert [path.name for path in home.iterdir()] == [Import.objects.get(pk=second.json()["id"]).file]


def test_a_stakeholder_imports_nothing_and_a_taken_code_is_refused(cast: Any) -> None:
    assert upload(cast, SHED, who="stan").status_code == 403
    assert upload(cast, SHED, product_id=str(cast.beyond.product.pk)).status_code == 404
    assert upload(cast, SHED, code="INS").json()["code"] == "project.code_reserved"


def test_a_process_that_runs_too_long_is_ended(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.write_bytes(b"")
    began = time.monotonic()
    with pytest.raises(sandbox.Overrun):
        sandbox.run(
            "http.server", "0", source=source, into=tmp_path / "out", limits=sandbox.Limits(wall_seconds=0.5)
        )
    assert time.monotonic() - began < 10


def test_a_stopped_reading_ends_its_process(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.write_bytes(b"")

    def stop() -> None:
        raise jobs.Cancelled

    with pytest.raises(jobs.Cancelled):
        sandbox.run("http.server", "0", source=source, into=tmp_path / "out", tick=stop)
    small = sandbox.Limits(memory=64 * sandbox.MEBIBYTE)
    with pytest.raises(sandbox.Overrun):
        sandbox.run(
            "northline.delivery.plan_reader", "1000", source=source, into=tmp_path / "out", limits=small
        )


def test_people_s_prices_availability_bookings_owners_and_checklists_come_along_and_the_rest_is_named(
    cast: Any,
) -> None:
    """What a project has a place for is kept; what it has none for is told by name before anything is made."""
    pia = cast.pia
    ann = engine.Resource(
        "9",
        "Ann",
        capacity=1.0,
        availability=(engine.Availability(date(2026, 3, 9), date(2026, 3, 13), 0.5),),
        skills=(engine.Skill("Glazing", 4),),
        cost_per_hour=60,
        overtime_per_hour=90,
        email=pia.person.email,
    )
    dig = engine.Task(
        id="2",
        name="Dig",
        duration=engine.Minutes(480),
        owner=pia.name,
        fixed_cost=250.0,
        actual_work=engine.Minutes(60),
    )
    pour = engine.Task(id="3", name="Pour", duration=engine.Minutes(480), owner="Nobody Here")
    told = ImportedPlan(
        project=engine.Project(
            id="p",
            name="Shed",
            start=datetime(2026, 3, 2, 8),
            calendars=(engine.standard_calendar(),),
            tasks=(dig, pour),
            resources=(ann,),
            assignments=(engine.Assignment("2", "9"), engine.Assignment("3", "9")),
        ),
        details={"2": TaskDetails(custom={"7": "red"}, extra={CHECKLIST: '[{"text": "Ask", "done": true}]'})},
        assignments=(AssignmentDetails(), AssignmentDetails(extra={"BookingType": "1"})),
        fields=(CustomField(id="7", name="Text1", alias="Risk owner"),),
    )
    made = upload(cast, native.write(told), who="piet", product_id=str(cast.product.pk))
    work()
    warnings = " ".join(one["message"] for one in seen(cast, made, "piet")["preview"]["warnings"])
    for named in ("actual work of “Dig”", "“Risk owner”", "“Nobody Here”"):
        assert named in warnings
    cast.client("piet").post(f"/api/imports/{made.json()['id']}/confirmation", {})
    work()
    project = Project.objects.get(pk=seen(cast, made, "piet")["project_id"])
    (row,) = Resource.objects.filter(project=project)
    assert (row.member_id, row.skill_levels) == (pia.pk, {"Glazing": 4})
    assert row.capacity_steps == [{"first": "2026-03-09", "last": "2026-03-13", "units": 0.5}]
    assert ResourceRate.objects.values_list("per_hour", "overtime_per_hour").get(resource=row) == (60, 90)
    dug, poured = WorkItem.objects.filter(project=project).order_by("position")
    assert (dug.owner_id, poured.owner_id, dug.checklist[0]["text"]) == (pia.pk, None, "Ask")
    bookings = dict(Assignment.objects.filter(project=project).values_list("item__title", "booking"))
    assert bookings == {"Dig": "hard", "Pour": "soft"}
    assert CostLine.objects.values_list("item__title", "planned").get(project=project) == ("Dig", 250.0)

    # It goes out again as it came: to Northline's own file with the checklist, and to Microsoft Project with the rest.
    file = f"/api/projects/{project.pk}/plan/file"
    own = native.read(cast.client("piet").get(file, {"format": "json"}).content)
    assert '"Ask"' in own.details[dug.key].extra[CHECKLIST]
    for back in (own, mspdi.read(cast.client("piet").get(file).content)):
        assert {task.name: task.owner for task in back.project.tasks} == {"Dig": pia.name, "Pour": None}
        (again,) = back.project.resources
        assert (again.availability, again.cost_per_hour) == (ann.availability, 60)
        names = {task.id: task.name for task in back.project.tasks}
        pairs = zip(back.project.assignments, back.assignments, strict=True)
        booked = {names[one.task]: said.extra.get("BookingType") for one, said in pairs}
        assert booked == {"Dig": None, "Pour": "1"}


ATTRIBUTES = (
    "<ExtendedAttributes>"
    "<ExtendedAttribute><FieldID>188743734</FieldID><FieldName>Text2</FieldName><Alias>Risk</Alias></ExtendedAttribute>"
    "<ExtendedAttribute><FieldID>188743737</FieldID><FieldName>Text3</FieldName><Alias>Phase</Alias></ExtendedAttribute>"
    "</ExtendedAttributes>"
)


def with_fields(**texts: str) -> str:
    numbers = {"risk": 188743734, "phase": 188743737}
    return "".join(
        f"<ExtendedAttribute><FieldID>{numbers[name]}</FieldID><Value>{text}</Value></ExtendedAttribute>"
        for name, text in texts.items()
    )


def test_fields_of_microsoft_project_become_fields_of_one_s_own_and_go_out_again(cast: Any) -> None:
    shed = plan(
        task(0, "Shed", 0),
        task(1, "Dig", 1, more=with_fields(risk="2.5", phase="beta")),
        task(2, "Pour", 1, more=with_fields(risk="high", phase="Gamma")),
    ).replace(b"<Calendars>", ATTRIBUTES.encode() + b"<Calendars>")
    add_field(cast, "Risk", "number", kind="work_item")
    warned = {}
    for who in ("piet", "ada"):
        made = upload(cast, shed, who=who, product_id=str(cast.product.pk))
        work()
        warned[who] = [
            one["message"]
            for one in seen(cast, made, who)["preview"]["warnings"]
            if "field" in one["message"]
        ]
    assert warned["piet"] == [
        "The field “Phase” (2 values) is left out: add a field of that name to work items first.",
        "The field “Risk” does not take 1 of its values: they are left out.",
    ]
    assert warned["ada"] == ["The field “Risk” does not take 1 of its values: they are left out."]
    answer = cast.client("ada").post(f"/api/imports/{made.json()['id']}/confirmation", {"code": "SHED"})
    assert answer.status_code in (200, 202), answer.content
    work()
    project = Project.objects.get()
    phase = OwnField.objects.get(title="Phase")
    assert (phase.type, phase.product_id) == ("text", cast.product.pk)
    customs = dict(WorkItem.objects.filter(project=project).values_list("title", "custom"))
    assert customs == {"Dig": {"risk": 2.5, "phase": "beta"}, "Pour": {"phase": "Gamma"}}
    dig = WorkItem.objects.get(project=project, title="Dig")
    file = cast.client("ada").get(f"/api/projects/{project.pk}/plan/file?format=mspdi").content
    told = mspdi.read(file)
    titles = {one.id: one.alias for one in told.fields}
    again = {titles[pk]: value for pk, value in told.details[dig.key].custom.items() if pk in titles}
    assert again == {"Risk": "2.5", "Phase": "beta"}
