"""Boards: the states of work hang together with its progress, whichever of them is said."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from northline.core.models import Change
from northline.delivery.models import Assignment, Project, Resource, WorkItem
from northline.delivery.workflow import DEFAULT, category_of_item, progress_in, state_of_item
from northline.tracking.boards import rules
from northline.tracking.boards.models import Transition
from northline.tracking.iterations.models import Commitment, Iteration
from tests.core.listing.asking import asked, bulk, titles
from tests.scheduling.plans import chain, start

NOW = "2026-03-04T09:30"
FRESH = {"percent_complete": 0.0, "actual_start": None, "actual_finish": None, "state": ""}
BEGUN = FRESH | {"percent_complete": 40.0, "actual_start": "2026-03-02T08:00"}
DONE = BEGUN | {"percent_complete": 100.0, "actual_finish": "2026-03-03T17:00"}
# With a review before it is done, of which no more than one at once.
STATES = [
    {"id": "to_do", "name": "To do", "category": "to_do", "limit": None},
    {"id": "in_progress", "name": "Building", "category": "doing", "limit": None},
    {"id": None, "name": "In review", "category": "doing", "limit": 1},
    {"id": "done", "name": "Done", "category": "done", "limit": None},
]


@pytest.mark.parametrize(
    ("item", "category", "progress"),
    [
        (FRESH, "doing", {"actual_start": NOW}),
        (FRESH, "done", {"percent_complete": 100.0, "actual_finish": NOW}),
        (BEGUN, "doing", {}),
        (BEGUN, "to_do", {"percent_complete": 0.0, "actual_start": None, "actual_finish": None}),
        (BEGUN | {"actual_start": "2026-03-05T08:00"}, "done", {"percent_complete": 100.0, "actual_finish": "2026-03-05T08:00"}),
        (DONE, "doing", {"percent_complete": 90.0, "actual_finish": None}),
    ],
)  # fmt: skip
def test_a_state_brings_the_progress_that_it_stands_for(item: Any, category: Any, progress: Any) -> None:
    assert progress_in(category, item, now=NOW) == progress
    assert category_of_item(item | progress) == category


def test_what_is_usual_is_told_only_of_enough_finished_work() -> None:
    def item(*days: int) -> list[rules.Step]:
        states = (("in_progress", "doing"), ("review", "doing"), ("done", "done"))
        return [rules.Step(date(2026, 3, day), *state) for day, state in zip(days, states, strict=True)]

    four = [item(2, 3, 4)] * 4
    cycle = rules.CycleTimes((1, 2, 3, 4, 5, 6))
    assert rules.usual(four, cycle) == rules.Usual({}, whole=6)
    found = rules.usual([*four, item(2, 3, 9)], cycle)
    assert found.by_state == {"in_progress": 1, "review": 6}
    assert state_of_item(DEFAULT, BEGUN | {"state": "gone"}).id == "in_progress"


def board(cast: Any, project: Project, by: str = "vera") -> Any:
    answer = cast.client(by).get(f"/api/projects/{project.pk}/board")
    assert answer.status_code == 200, answer.content
    return answer.json()


def states(told: Any) -> dict[str, str]:
    return {card["title"]: card["state"] for card in told["cards"]}


def say(cast: Any, item: WorkItem, *, by: str = "carl", **fields: Any) -> Any:
    item.refresh_from_db()
    edit = {"op": "set", "id": str(item.pk), "version": item.version, "fields": fields}
    return cast.client(by).post(f"/api/projects/{item.project_id}/plan-edits", {"edits": [edit]})


def undo(cast: Any, edited: Any, by: str = "carl") -> None:
    answer = cast.client(by).post(f"/api/changes/{edited['change_id']}/undo")
    assert answer.status_code == 200, answer.content


@pytest.mark.django_db
def test_work_moves_over_the_board_with_its_progress_and_back_by_undo(
    cast: Any, django_assert_max_num_queries: Any
) -> None:
    """One story: a workflow is drawn, work moves, is reported in the chart, put back, and taken over."""
    project = start(cast.scope("piet"), product_id=cast.product.pk, code="BRD")
    dig, pour, dry = chain(project, "dig", "pour", "dry", by=cast.scope("piet"))
    assert states(board(cast, project)) == {"dig": "to_do", "pour": "to_do", "dry": "to_do"}

    # The workflow: by who plans, whole, on the version seen, taken back as one.
    put = cast.client("piet").put
    address, seen = f"/api/projects/{project.pk}/workflow", {"if-match": '"1"'}
    backwards = {"states": STATES[::-1]}
    assert put(address, backwards, headers=seen).json()["code"] == "workflow.not_whole"
    drawn = put(address, {"states": STATES}, headers=seen)
    assert [column["id"] for column in drawn.json()["columns"]] == [
        "to_do",
        "in_progress",
        "in_review",
        "done",
    ]
    assert put(address, {"states": STATES}, headers={"if-match": '"7"'}).status_code == 412
    planned = cast.client("vera").get(f"/api/projects/{project.pk}/plan").json()["project"]
    assert [state["id"] for state in planned["workflow"]] == [
        state["id"] for state in drawn.json()["columns"]
    ]

    # A contributor moves work, which begins it; one change, and none of the dates is typed.
    count = Change.objects.count()
    moved = say(cast, dig, state="in_review").json()
    assert Change.objects.count() == count + 1
    (item,) = moved["items"]
    assert (item["state"], item["percent_complete"]) == ("in_review", 0.0)
    assert item["actual_start"] is not None
    assert say(cast, pour, state="in_review").status_code == 200
    vera, address_of_board = cast.client("vera"), f"/api/projects/{project.pk}/board"
    with django_assert_max_num_queries(10):
        told = vera.get(address_of_board).json()
    review = told["columns"][2]
    assert (review["count"], review["over_limit"], review["minutes"]) == (2, True, 960)

    # Progress said in the chart moves it: to what is done, and by undo back into the review.
    done = say(cast, dig, percent_complete=100).json()
    assert states(board(cast, project))["dig"] == "done"
    undo(cast, done)
    assert states(board(cast, project))["dig"] == "in_review"
    steps = Transition.objects.filter(item=dig).order_by("pk").values_list("state", flat=True)
    assert list(steps) == ["in_review", "done", "in_review"]

    # What remains stretches it; a contributor takes that back too.
    left = say(cast, pour, remaining_minutes=1440).json()
    assert left["items"][0]["duration_minutes"] == 1440
    undo(cast, left)
    pour.refresh_from_db()
    assert (pour.duration_minutes, pour.state) == (480, "in_review")
    assert (
        say(cast, pour, percent_complete=50, remaining_minutes=480).json()["items"][0]["duration_minutes"]
        == 960
    )
    assert say(cast, pour, state="nowhere").json()["code"] == "item.unknown_state"

    # Taken over by a member, with a value of a field that somebody added; not by a stranger to the workspace.
    given = {"object_kind": "work_item", "title": "Risk", "type": "number", "product_id": None}
    assert cast.client("adam").post("/api/custom-fields", given).status_code == 201
    assert say(cast, dry, owner_id=str(cast.carl.pk)).status_code == 200
    assert say(cast, dry, owner_id=str(cast.nora.pk)).status_code == 404
    assert say(cast, dry, custom={"risk": 3}, by="carl").status_code == 403
    (card,) = say(cast, dry, custom={"risk": 3}, by="piet").json()["items"]
    assert (card["owner_id"], card["custom"]) == (str(cast.carl.pk), {"risk": 3})

    # The list of work items knows all of that, and edits it as the plan's.
    where = json.dumps([["owner", "is", str(cast.carl.pk)]])
    (listed,) = cast.client("carl").get("/api/lists/work_item", {"where": where}).json()["items"]
    assert (listed["title"], listed["fields"]["category"]) == ("dry", "to_do")
    several = {"items": [{"id": str(dry.pk), "version": card["version"]}], "fields": {"percent_complete": 50}}
    answer = cast.client("piet").post("/api/lists/work_item/bulk", several)
    assert (answer.status_code, answer.json()["changed"]) == (200, 1), answer.content
    dry.refresh_from_db()
    assert dry.actual_start is not None

    # What was taken out of the plan can still be read.
    answer = cast.client("piet").post(
        "/api/lists/work_item/bulk",
        {"items": [{"id": str(dry.pk), "version": dry.version}], "archived": True},
    )
    assert answer.json()["change"], answer.content
    assert cast.client("vera").get(f"/api/work-items/{dry.pk}").json()["state"] == "in_progress"
    assert "dry" not in states(board(cast, project))

    # Without its state in the workflow, work stands in the first of what its progress says.
    without = {"states": [state for state in STATES if state["id"] or state["category"] != "doing"]}
    answer = put(address, without, headers={"if-match": f'"{told["version"]}"'})
    assert answer.status_code == 200, answer.content
    assert states(answer.json())["dig"] == "in_progress"


@pytest.mark.django_db
def test_work_is_found_by_who_is_on_it_and_by_its_iteration_and_days_are_written_for_many(
    cast: Any, django_assert_max_num_queries: Any
) -> None:
    project = start(cast.scope("piet"), product_id=cast.product.pk, code="FIND")
    dig, pour, _dry = chain(project, "dig", "pour", "dry", by=cast.scope("piet"))
    home = {"workspace": cast.acme.workspace, "project": project}
    ann, ben = (
        Resource.objects.create(**home, title=name, key=f"RES-{name}", type="person")
        for name in ("Ann", "Ben")
    )
    for item, who in ((dig, ann), (dig, ben), (pour, ben)):
        Assignment.objects.create(**home, item=item, resource=who)
    days = {"start": date(2026, 3, 2), "finish": date(2026, 3, 13)}
    sprint = Iteration.objects.create(**home, title="One", key="ITR-77", **days)
    Commitment.objects.create(iteration=sprint, item=pour)
    here = [["project", "is", str(project.pk)]]

    def found(*where: Any) -> set[str]:
        return set(titles(cast, "work_item", where=[*here, *where]))

    assert found(["assigned", "is", str(ann.pk)]) == {"dig"}
    assert found(["assigned", "any_of", [str(ann.pk), str(ben.pk)]]) == {"dig", "pour"}
    assert found(["assigned", "is_not", str(ann.pk)]) == {"pour", "dry"}
    assert (found(["assigned", "empty"]), found(["assigned", "not_empty"])) == ({"dry"}, {"dig", "pour"})
    assert found(["iteration", "is", str(sprint.pk)]) == {"pour"}
    assert found(["constraint", "is", "ASAP"]) == {"dig", "pour", "dry"}
    with django_assert_max_num_queries(12):
        rows = asked(cast, "work_item", who="piet", where=here).json()["items"]
    told = {row["title"]: row["fields"] for row in rows}
    assert [
        told[title]["assigned"] and told[title]["assigned"]["title"] for title in ("dig", "pour", "dry")
    ] == [
        "Ann, Ben",
        "Ben",
        None,
    ]
    assert told["pour"]["iteration"]["title"] == "One"
    assert asked(cast, "work_item", part="/groups", by="assigned").json()["code"] == "list.not_groupable"
    assert asked(cast, "work_item", where=here, sort="iteration").status_code == 422
    assert b"Ann, Ben" in asked(cast, "work_item", part="/export", format="csv", where=here).content

    # A day said alone is meant to its end.
    answer = bulk(
        cast, "work_item", rows, by="piet", fields={"deadline": "2026-04-01", "notes": "Mind the gap"}
    )
    assert answer.status_code == 200, answer.content
    dig.refresh_from_db()
    assert (dig.deadline, dig.notes) == ("2026-04-01T17:00", "Mind the gap")
    row = asked(cast, "project", who="piet", where=[["code", "is", "FIND"]]).json()["items"]
    days = {"start": "2026-03-03", "deadline": "2026-05-01", "status_date": "2026-03-04"}
    answer = bulk(cast, "project", row, by="piet", fields=days)
    assert answer.status_code == 200, answer.content
    project.refresh_from_db()
    assert (project.start, project.deadline, project.status_date) == (
        "2026-03-03T08:00",
        "2026-05-01T17:00",
        "2026-03-04T17:00",
    )
