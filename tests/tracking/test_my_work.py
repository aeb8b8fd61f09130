"""My work: besides tasks of one's own, what one does of the checklists of others."""

from __future__ import annotations

from typing import Any

import pytest

from tests.scheduling.plans import chain, edit, start

pytestmark = pytest.mark.django_db


def test_an_entry_of_a_checklist_that_i_was_given_is_my_work_until_it_is_ticked(cast: Any) -> None:
    piet, carl = cast.scope("piet"), cast.client("carl")
    project = start(piet, product_id=cast.product.pk, code="LST")
    dig, pour = chain(project, "dig", "pour", by=piet)
    given = [
        {"text": "Ask the neighbours", "assignee_id": str(cast.carl.pk)},
        {"text": "Permit", "assignee_id": str(piet.member_id)},
    ]
    for row, entries in ((dig, given), (pour, [given[1]])):
        fields = {"checklist": entries}
        edit(
            project,
            {"op": "set", "id": str(row.pk), "version": row.version, "fields": fields},
            by=piet,
        )

    [task] = carl.get("/api/my-work").json()["items"]
    assert (task["title"], task["mine"], task["owned"]) == ("dig", False, False)
    assert task["finish"].startswith("2026-03-02")
    assert [entry["text"] for entry in task["checklist"]] == ["Ask the neighbours", "Permit"]

    ticked = [entry | {"done": entry["assignee_id"] == str(cast.carl.pk)} for entry in task["checklist"]]
    body = {
        "edits": [
            {"op": "set", "id": task["id"], "version": task["version"], "fields": {"checklist": ticked}}
        ]
    }
    answer = carl.post(f"/api/projects/{project.pk}/plan-edits", body)
    assert answer.status_code == 200, answer.content
    assert carl.get("/api/my-work").json()["items"] == []
    assert [row["title"] for row in cast.client("piet").get("/api/my-work").json()["items"]] == [
        "dig",
        "pour",
    ]


def test_what_is_given_to_me_of_a_summary_or_of_my_own_task_is_shown_with_it(cast: Any) -> None:
    piet, me = cast.scope("piet"), str(cast.carl.pk)
    project = start(piet, product_id=cast.product.pk, code="SUM")
    added = edit(
        project,
        {"op": "add", "temp_id": "s", "title": "Phase"},
        {"op": "add", "temp_id": "t", "title": "Task", "parent_id": "s"},
        by=piet,
    ).editor.temporary
    entry = {"text": "Ask", "assignee_id": me}
    edit(
        project,
        {"op": "set", "id": str(added["s"]), "version": 1, "fields": {"checklist": [entry]}},
        {"op": "set", "id": str(added["t"]), "version": 1, "fields": {"checklist": [entry], "owner_id": me}},
        by=piet,
    )

    items = cast.client("carl").get("/api/my-work").json()["items"]

    assert {(row["title"], row["mine"], len(row["checklist"])) for row in items} == {
        ("Phase", False, 1),
        ("Task", True, 1),
    }


def test_an_entry_in_a_project_that_i_may_not_see_is_not_told(cast: Any) -> None:
    ada = cast.scope("ada")
    (dig,) = chain(start(ada, code="HID"), "dig", by=ada)
    dig.checklist = [
        {"id": "0000000a", "text": "Ask", "done": False, "assignee_id": str(cast.members["stan"].pk)}
    ]
    dig.save()

    assert cast.client("stan").get("/api/my-work").json()["items"] == []
