"""Types of work on items: their own states and fields count in plans, lists, boards, charts and files."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from northline.core import editing
from northline.core.ids import uuid7
from northline.core.listing import custom_fields
from northline.core.models import Change
from northline.core.refusal import Conflict, NotFound, Refusal
from northline.delivery.item_types.actions import add_item_type, revise_item_type
from northline.delivery.models import ItemType, Project, WorkItem
from northline.engine.model import Project as Plan
from northline.engine.model import Task, standard_calendar
from northline.formats import ImportedPlan, TaskDetails
from northline.formats.detect import read_plan, write_plan
from northline.formats.losses import losses
from northline.scheduling.templates import actions as templates
from northline.tracking.boards.actions import draw_workflow
from northline.tracking.boards.models import Transition
from tests.core.listing.asking import asked, bulk
from tests.delivery.test_imports import browser_headers, seen
from tests.research.discovery.telling import undo
from tests.scheduling.plans import chain, edit, start
from tests.working import work

pytestmark = pytest.mark.django_db
STATES = [
    {"id": None, "name": "Reported", "category": "to_do", "limit": None},
    {"id": None, "name": "Fixing", "category": "doing", "limit": None},
    # As the project's column is called, by another id.
    {"id": "checking", "name": "In Review", "category": "doing", "limit": None},
    {"id": None, "name": "Closed", "category": "done", "limit": None},
]
COLUMNS = [
    {"id": "to_do", "name": "To do", "category": "to_do", "limit": None},
    {"id": "in_progress", "name": "Building", "category": "doing", "limit": None},
    {"id": "review", "name": "In review", "category": "doing", "limit": None},
    {"id": "done", "name": "Done", "category": "done", "limit": None},
]


@pytest.fixture
def bug(cast: Any) -> ItemType:
    return add_item_type({"title": "Bug", "workflow": STATES}, by=cast.scope("adam"))


@pytest.fixture
def story(cast: Any) -> ItemType:
    return add_item_type({"title": "Story"}, by=cast.scope("adam"))


@pytest.fixture
def project(cast: Any) -> Project:
    by = cast.scope("piet")
    return draw_workflow(start(by, product_id=cast.product.pk), states=COLUMNS, expected=1, by=by)


def put(cast: Any, item: WorkItem, *, by: str = "piet", **fields: Any) -> Any:
    item.refresh_from_db()
    said = {"op": "set", "id": str(item.pk), "version": item.version, "fields": fields}
    edited = edit(item.project, said, by=cast.scope(by))
    item.refresh_from_db()
    return edited


def page(cast: Any, item: WorkItem) -> Any:
    return cast.client("vera").get(f"/api/work-items/{item.pk}").json()


def board(cast: Any, project: Project, **of: Any) -> Any:
    return cast.client("vera").get(f"/api/projects/{project.pk}/board", of).json()


def last_change() -> Change:
    return Change.objects.order_by("-seq")[0]


def test_an_item_goes_through_the_states_of_its_type(cast: Any, project: Project, bug: ItemType) -> None:
    (leak,) = chain(project, "Leak", by=cast.scope("piet"))
    put(cast, leak, state="review")
    put(cast, leak, item_type_id=str(bug.pk))
    # The state of the same name, however it is called inside, and it says so wherever the item is told of.
    assert (leak.state, page(cast, leak)["state"]) == ("checking", "checking")
    assert [state["name"] for state in page(cast, leak)["workflow"]][:2] == ["Reported", "Fixing"]
    shown = cast.client("vera").get(f"/api/projects/{project.pk}/plan").json()["items"][0]
    assert (shown["state"], shown["item_type_id"]) == ("checking", str(bug.pk))
    assert list(Transition.objects.order_by("pk").values_list("state", flat=True)) == ["review", "checking"]

    # Told a state of the project's it stands in its counterpart; nobody's is refused.
    for said, found in (
        ("fixing", "fixing"),
        ("done", "closed"),
        ("to_do", "reported"),
        ("review", "checking"),
    ):
        put(cast, leak, state=said)
        assert leak.state == found
    with pytest.raises(Refusal) as refused:
        put(cast, leak, state="nowhere")
    assert refused.value.code == "item.unknown_state"

    undo(cast, last_change(), by="piet")
    leak.refresh_from_db()
    assert (leak.state, leak.percent_complete) == ("reported", 0)

    # A state that the type loses leaves the item in the first of the category, at once.
    put(cast, leak, state="checking")
    rest = [state for state in bug.workflow if state["id"] != "checking"]
    revise_item_type(bug, expected=1, fields={"workflow": rest}, by=cast.scope("adam"))
    assert page(cast, leak)["state"] == "fixing"
    assert board(cast, project)["cards"][0]["own_state"] == "Fixing"


def test_another_type_alone_does_not_make_work_look_as_if_it_had_just_moved(
    cast: Any, project: Project, bug: ItemType
) -> None:
    (leak,) = chain(project, "Leak", by=cast.scope("piet"))
    begun = {"percent_complete": 40, "actual_start": "2026-03-02T08:00"}
    put(cast, leak, **begun)
    # As of a plan that was brought in with what was done of it.
    Transition.objects.all().delete()
    since = board(cast, project)["cards"][0]["since"]
    put(cast, leak, item_type_id=str(bug.pk))
    (card,) = board(cast, project)["cards"]
    assert (card["own_state"], card["since"]) == ("Fixing", since)
    assert not Transition.objects.exists()


def test_only_whoever_plans_gives_types_and_only_those_in_use(
    cast: Any, project: Project, bug: ItemType
) -> None:
    (leak,) = chain(project, "Leak", by=cast.scope("piet"))
    theirs = cast.beyond.row("item_type")
    for type_id in (theirs.pk, uuid7()):
        with pytest.raises(NotFound):
            put(cast, leak, item_type_id=str(type_id))
        with pytest.raises(NotFound):
            edit(
                project,
                {"op": "add", "title": "New", "item_type_id": str(type_id)},
                by=cast.scope("piet"),
            )
    body = {
        "edits": [{"op": "set", "id": str(leak.pk), "version": 1, "fields": {"item_type_id": str(bug.pk)}}]
    }
    assert cast.client("carl").post(f"/api/projects/{project.pk}/plan-edits", body).status_code == 403

    put(cast, leak, item_type_id=str(bug.pk))
    editing.archive(bug, expected=1, by=cast.scope("adam"))
    (other,) = chain(project, "Other", by=cast.scope("piet"))
    with pytest.raises(Conflict) as refused:
        put(cast, other, item_type_id=str(bug.pk))
    assert refused.value.code == "item_type.archived"
    # What has it keeps it, and its states.
    put(cast, leak, state="fixing", item_type_id=str(bug.pk))
    assert leak.state == "fixing"


def test_a_board_of_all_has_the_projects_columns_one_of_a_type_its_own(
    cast: Any, project: Project, bug: ItemType, story: ItemType
) -> None:
    leak, crash, wish, task = chain(project, "Leak", "Crash", "Wish", "Task", by=cast.scope("piet"))
    put(cast, leak, item_type_id=str(bug.pk), state="checking")
    put(cast, crash, item_type_id=str(bug.pk), state="fixing")
    put(cast, wish, item_type_id=str(story.pk), state="review")
    put(cast, task, state="done")

    whole = board(cast, project)
    assert [column["id"] for column in whole["columns"]] == ["to_do", "in_progress", "review", "done"]
    assert {card["title"]: (card["state"], card["own_state"]) for card in whole["cards"]} == {
        "Leak": ("review", "In Review"),
        "Crash": ("in_progress", "Fixing"),
        "Wish": ("review", None),
        "Task": ("done", None),
    }
    assert [column["count"] for column in whole["columns"]] == [0, 1, 2, 1]

    own = board(cast, project, item_type_id=str(bug.pk))
    assert [column["id"] for column in own["columns"]] == ["reported", "fixing", "checking", "closed"]
    assert {card["title"]: card["state"] for card in own["cards"]} == {"Leak": "checking", "Crash": "fixing"}
    of_story = board(cast, project, item_type_id=str(story.pk))
    assert (
        [column["id"] for column in of_story["columns"]],
        [card["title"] for card in of_story["cards"]],
    ) == (
        ["to_do", "in_progress", "review", "done"],
        ["Wish"],
    )
    plain = board(cast, project, plain="true")
    assert [card["title"] for card in plain["cards"]] == ["Task"]

    # The flow of all of it is told in the project's columns.
    told = cast.client("vera").get(f"/api/projects/{project.pk}/flow").json()
    assert {state["id"]: state["items"][-1] for state in told["states"]} == {
        "to_do": 0,
        "in_progress": 1,
        "review": 2,
        "done": 1,
    }
    put(cast, leak, owner_id=str(cast.carl.pk))
    (mine,) = cast.client("carl").get("/api/my-work").json()["items"]
    assert (mine["state"], mine["workflow"][0]["id"]) == ("checking", "reported")


def test_work_is_listed_and_edited_at_once_by_type(
    cast: Any, project: Project, bug: ItemType, story: ItemType
) -> None:
    leak, wish, _ = chain(project, "Leak", "Wish", "Task", by=cast.scope("piet"))
    put(cast, leak, item_type_id=str(bug.pk))
    rows = [{"id": str(row.pk), "version": row.version} for row in (leak, wish)]
    answer = bulk(cast, "work_item", rows, by="piet", fields={"item_type_id": str(story.pk)}).json()
    assert (answer["changed"], answer["refused"]) == (2, 0)
    found = asked(cast, "work_item", where=[["item_type", "is", str(story.pk)]], sort="-item_type").json()[
        "items"
    ]
    assert {row["fields"]["item_type"]["title"] for row in found} == {"Story"}
    grouped = asked(cast, "work_item", part="/groups", by="item_type").json()["items"]
    assert [(group["label"], group["count"]) for group in grouped] == [("Story", 2), ("", 1)]
    undo(cast, Change.objects.get(pk=answer["change"]), by="piet")
    leak.refresh_from_db(), wish.refresh_from_db()
    assert (leak.item_type_id, wish.item_type_id) == (bug.pk, None)


def test_own_fields_hold_for_some_types_alone(
    cast: Any, project: Project, bug: ItemType, story: ItemType
) -> None:
    adam = cast.scope("adam")
    kind = {"kind": "work_item", "product_id": None, "options": [], "description": "", "by": adam}
    pain = custom_fields.add(type="number", title="Pain", only_types=[bug.pk, None], **kind)
    tags = kind | {"options": [{"label": "Red"}, {"label": "Blue"}]}
    custom_fields.add(type="tags", title="Marks", only_types=[bug.pk], **tags)
    leak, wish, task = chain(project, "Leak", "Wish", "Task", by=cast.scope("piet"))
    put(cast, leak, item_type_id=str(bug.pk), custom={"pain": 3, "marks": ["red"]})
    put(cast, task, custom={"pain": 1})
    put(cast, wish, item_type_id=str(story.pk))
    for item, given in ((wish, {"pain": 2}), (task, {"marks": ["red"]})):
        with pytest.raises(Refusal) as refused:
            put(cast, item, custom=given)
        assert refused.value.code == "custom.not_of_type"
    # Type and value together are held by what the type is to be.
    put(cast, wish, item_type_id=str(bug.pk), custom={"pain": 2})

    def told(**ask: Any) -> dict[str, Any]:
        items = asked(cast, "work_item", **ask).json()["items"]
        return {row["title"]: row["fields"]["custom.pain"] for row in items}

    assert told() == {"Leak": 3, "Wish": 2, "Task": 1}
    # Of another type the value is kept and told nowhere, until the item has the type again.
    put(cast, leak, item_type_id=str(story.pk))
    assert told() == {"Leak": None, "Wish": 2, "Task": 1}
    assert told(where=[["custom.pain", "at_least", 1]], sort="-custom.pain") == {"Wish": 2, "Task": 1}
    assert told(where=[["custom.marks", "contains", "red"]]) == {}
    groups = asked(cast, "work_item", part="/groups", by="custom.marks").json()
    assert [(group["value"], group["count"]) for group in groups["items"]] == [(None, 3)]
    assert groups["sums"]["custom.pain"] == 3
    undo(cast, last_change(), by="piet")
    assert (told()["Leak"], told(where=[["custom.marks", "contains", "red"]])) == (3, {"Leak": 3})

    # What the field holds for is changed as everything is: by its version, with types that are there, and back.
    client, address = cast.client("adam"), f"/api/custom-fields/{pain.pk}"
    assert client.get(address).json()["only_types"] == [str(bug.pk), None]
    theirs = str(cast.beyond.row("item_type").pk)
    assert client.patch(address, {"only_types": [theirs]}, headers={"if-match": '"1"'}).status_code == 404
    body = {"object_kind": "idea", "title": "x", "type": "text", "only_types": [str(bug.pk)]}
    assert client.post("/api/custom-fields", body).json()["code"] == "custom.no_types"
    wide = client.patch(address, {"only_types": []}, headers={"if-match": '"1"'})
    assert wide.status_code == 200
    put(cast, wish, item_type_id=str(story.pk), custom={"pain": 5})
    assert wish.custom["pain"] == 5
    assert client.patch(address, {"only_types": []}, headers={"if-match": '"1"'}).status_code == 412
    fields = asked(cast, "work_item", part="/fields").json()["fields"]
    held = {field["name"]: field["only_types"] for field in fields}
    assert (held["custom.pain"], held["custom.marks"], held["title"]) == ([], [str(bug.pk)], [])


def test_types_go_along_with_copies_parts_templates_and_scenarios(
    cast: Any, project: Project, bug: ItemType, story: ItemType
) -> None:
    piet, adam = cast.scope("piet"), cast.scope("adam")
    leak, wish = chain(project, "Leak", "Wish", by=piet)
    put(cast, leak, item_type_id=str(bug.pk))
    put(cast, wish, item_type_id=str(story.pk))
    edit(
        project,
        {"op": "split", "id": str(leak.pk), "version": leak.version, "title": "Rest"},
        {"op": "clone", "id": str(wish.pk), "title": "Copy"},
        by=piet,
    )

    def types(of: Project) -> dict[str, Any]:
        return dict(WorkItem.objects.filter(project=of).values_list("title", "item_type__title"))

    assert types(project) == {"Leak": "Bug", "Rest": "Bug", "Wish": "Story", "Copy": "Story"}

    template = templates.save_template(
        project.pk, title="Plan", note="", item_id=None, anchor="start", names={}, by=piet
    )
    editing.archive(story, expected=1, by=adam)
    begun = templates.start_from_template(
        template,
        title="Next",
        code="NXT",
        product_id=None,
        start="2026-06-01T08:00",
        finish=None,
        people={},
        by=piet,
    )
    assert types(begun.project) == {"Leak": "Bug", "Rest": "Bug", "Wish": None, "Copy": None}
    assert begun.editor.left_out == [{"what": "type", "name": "Story", "items": 2}]

    client, here = cast.client("piet"), f"/api/projects/{project.pk}/scenarios"
    made = client.post(here, {"title": "All bugs"}).json()
    there = f"/api/scenarios/{made['id']}"
    wish.refresh_from_db()
    said = {"op": "set", "id": str(wish.pk), "version": wish.version, "fields": {"item_type_id": str(bug.pk)}}
    edited = client.post(f"{there}/plan-edits", {"edits": [said]})
    assert edited.status_code == 200, edited.content
    assert [item["item_type_id"] for item in edited.json()["items"]] == [str(bug.pk)]
    (difference,) = client.get(f"{there}/review").json()["items"]
    assert [field["field"] for field in difference["fields"]] == ["item_type"]
    merged = client.post(f"{there}/merge", {})
    assert merged.status_code == 200, merged.content
    assert types(project)["Wish"] == "Bug"


def test_files_carry_types_by_their_names(
    cast: Any, project: Project, bug: ItemType, settings: Any, tmp_path: Path, one_thread: None
) -> None:
    settings.HOME = tmp_path
    leak, _ = chain(project, "Leak", "Task", by=cast.scope("piet"))
    put(cast, leak, item_type_id=str(bug.pk))
    for format in ("csv", "xlsx", "json"):
        file = cast.client("vera").get(f"/api/projects/{project.pk}/plan/file", {"format": format})
        content = b"".join(file.streaming_content) if file.streaming else file.content
        (details, plain) = read_plan(content).details.values()
        assert (details.item_type, plain.item_type) == ("Bug", "")

    sheet = "Name,Duration,Start,Type of work\nLeak,1 d,2026-03-02,BUG\nEpic,1 d,,Epic\nTask,1 d,,Task\n"
    browser = cast.client("vera")
    body = {"file": SimpleUploadedFile("plan.csv", sheet.encode())}
    made = super(type(browser), browser).post("/api/projects/imports", body, headers=browser_headers(browser))
    work()
    ready = seen(cast, made)
    assert [warning["what"] for warning in ready["preview"]["warnings"]] == ["left_out"]
    assert "“Epic”" in ready["preview"]["warnings"][0]["message"]
    browser.post(f"/api/imports/{ready['id']}/confirmation", {"title": "Read", "code": "RED"})
    work()
    rows = WorkItem.objects.filter(project__code="RED").values_list("title", "item_type_id")
    assert dict(rows) == {"Leak": bug.pk, "Epic": None, "Task": None}


@pytest.mark.parametrize("format", ["mspdi", "xer"])
def test_what_other_programs_files_cannot_say_of_types_is_named(format: str) -> None:
    plan = ImportedPlan(
        project=Plan(
            id="p",
            name="Shed",
            start=datetime(2026, 3, 2, 8),
            calendars=(standard_calendar(),),
            tasks=(Task(id="1", name="Leak"),),
        ),
        details={"1": TaskDetails(item_type="Bug")},
    )
    read = read_plan(io.BytesIO(write_plan(plan, format)).getvalue())
    assert "task.item_type was not carried over for 1: 1." in [loss.sentence for loss in losses(plan, read)]
