"""Amendments: a signed charter changes only by what both sides sign."""

from __future__ import annotations

from typing import Any

import pytest

from northline.core.models import Change
from northline.delivery.models import Project
from tests.tracking.test_change_requests import at
from tests.tracking.test_iterations import answered

pytestmark = pytest.mark.django_db


def test_a_signed_charter_changes_by_an_amendment_that_both_sides_sign(cast: Any) -> None:
    pia, piet, vera = (cast.client(name) for name in ("pia", "piet", "vera"))
    initiative = cast.acme.row("initiative")
    project = cast.acme.row("project")
    offered = {"project_id": str(project.pk), "deadline": "2026-05-29", "success_criteria": ["Dry", "Warm"]}
    charter = answered(pia.post(f"/api/initiatives/{initiative.pk}/charters", offered), 201)
    there = f"/api/charters/{charter['id']}/amendments"
    later = {"side": "product", "reason": "The fair moved", "deadline": "2026-06-26"}

    # Before it is signed the charter itself is changed.
    assert answered(pia.get(there)) == {"items": [], "sides": []}
    early = pia.post(there, later, headers=at(1))
    assert answered(early, 409)["code"] == "amendment.not_signed"
    charter = answered(piet.post(f"/api/charters/{charter['id']}/acceptance", headers=at(1)))
    assert answered(pia.get(there))["sides"] == ["product", "project"]
    assert answered(piet.get(there))["sides"] == ["project"]
    version = charter["version"]

    # One side proposes and has signed with it; the same person does not sign for the other one.
    same = later | {"deadline": "2026-05-29"}
    assert answered(pia.post(there, same, headers=at(version)), 422)["code"] == "amendment.changes_nothing"
    assert piet.post(there, later, headers=at(version)).status_code == 403
    row = answered(pia.post(there, later | {"success_criteria": ["Dry", "Lit"]}, headers=at(version)), 201)
    assert row["differences"] == [
        {"term": "deadline", "was": ["2026-05-29"], "now": ["2026-06-26"]},
        {"term": "success_criteria", "was": ["Dry", "Warm"], "now": ["Dry", "Lit"]},
    ]
    assert (row["product_by"]["name"], row["project_by"]) == (cast.pia.name, None)
    here = f"/api/charter-amendments/{row['id']}"
    both = pia.post(f"{here}/signature", {"side": "project"}, headers=at(1))
    assert answered(both, 422)["code"] == "amendment.both_sides"
    assert vera.post(f"{here}/signature", {"side": "project"}, headers=at(1)).status_code == 403
    another = pia.post(there, later, headers=at(version + 1))
    assert answered(another, 409)["code"] == "amendment.open"
    assert answered(piet.get("/api/morning"))["findings"][0]["subject"]["id"] == row["id"]

    # With the second signature the charter holds the new terms, and the project the new deadline.
    assert Project.objects.get(pk=project.pk).deadline == "2026-05-29T17:00"
    row = answered(piet.post(f"{here}/signature", {"side": "project"}, headers=at(1)))
    assert (row["state"], row["project_by"]["name"]) == ("agreed", cast.piet.name)
    told = answered(vera.get(f"/api/charters/{charter['id']}"))
    assert (told["deadline"], told["success_criteria"]) == ("2026-06-26", ["Dry", "Lit"])
    assert Project.objects.get(pk=project.pk).deadline == "2026-06-26T17:00"
    assert Change.objects.filter(verb="amended", object_id=charter["id"]).count() == 1
    late = pia.post(f"{here}/decline", {"reason": "No"}, headers=at(row["version"]))
    assert answered(late, 409)["code"] == "amendment.answered"

    # The project's side may ask too, and be told no; the history keeps both.
    ask = {"side": "project", "reason": "Rock", "deadline": None}
    row = answered(piet.post(there, ask, headers=at(told["version"])), 201)
    no = pia.post(f"/api/charter-amendments/{row['id']}/decline", {"reason": "The fair"}, headers=at(1))
    assert answered(no)["decline_reason"] == "The fair"
    assert [one["state"] for one in answered(vera.get(there))["items"]] == ["declined", "agreed"]
    assert answered(vera.get(f"/api/charters/{charter['id']}"))["deadline"] == "2026-06-26"
