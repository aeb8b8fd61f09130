"""Why a date is where it is: the chain over HTTP, and moves that keep their word."""

from __future__ import annotations

from typing import Any

import pytest

from northline.scheduling.schemas import ExplanationOut
from tests.scheduling.plans import chain, edit, start

pytestmark = pytest.mark.django_db


def test_a_date_is_told_back_to_its_root_and_every_move_does_what_it_says(
    cast: Any, django_assert_num_queries: Any
) -> None:
    piet = cast.scope("piet")
    project = start(piet, product_id=cast.product.pk)
    dig, pour, dry = chain(project, "dig", "pour", "dry", by=piet)
    later = {"constraint": {"kind": "SNET", "at": "2026-03-04T08:00"}}
    edit(project, {"op": "set", "id": str(dig.pk), "version": 1, "fields": later}, by=piet)
    browser, here = cast.client("piet"), f"/api/work-items/{dry.pk}/explanation"

    answer = browser.get(f"{here}?date=finish")
    ExplanationOut.model_validate_json(answer.content)
    told = answer.json()

    assert told["at"] == "2026-03-06T17:00"
    assert [(one["kind"], one["item"]["key"]) for one in told["reasons"]] == [
        ("duration", dry.key),
        ("calendar", dry.key),
        ("link", dry.key),
        ("duration", pour.key),
        ("calendar", pour.key),
        ("link", pour.key),
        ("duration", dig.key),
        ("constraint", dig.key),
    ]
    assert told["reasons"][2]["before"]["title"] == "pour"
    assert told["reasons"][1]["calendars"] == ["Standard"]
    tried = [move for move in told["moves"] if move["edits"]]
    assert {move["edits"][0]["op"] for move in tried} == {"set", "unlink"}
    for move in tried:
        preview = browser.post(
            f"/api/projects/{project.pk}/plan-edits?preview=true", {"edits": move["edits"]}
        ).json()
        moved = {one["id"]: one for one in preview["moved"]} | {
            one["id"]: one["schedule"] for one in preview["items"]
        }
        assert moved[str(dry.pk)]["finish"] == move["becomes"], move["sentence"]
    assert browser.get(f"{here}?date=nonsense").status_code == 422
    assert cast.client("nora").get(here).status_code == 404
    with django_assert_num_queries(12):
        browser.get(here)
