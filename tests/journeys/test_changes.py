"""A change is tried in a scenario, asked for, approved by two people in turn, and is the plan with a new baseline."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.journey


def open_scenario(page: Page, project: str) -> None:
    """A scenario in which an open task takes a day longer, as the chart makes one; timelines have their own journey."""
    plan = page.request.get(f"/api/projects/{project}/plan").json()
    task = next(
        one for one in reversed(plan["items"]) if one["type"] == "task" and not one["percent_complete"]
    )
    fields = {"duration_minutes": task["duration_minutes"] + 480}
    edit = {"op": "set", "id": task["id"], "version": task["version"], "fields": fields}
    token = next(one["value"] for one in page.context.cookies() if one["name"] == "northline_csrf")
    answer = page.request.post(
        f"/api/projects/{project}/scenarios",
        data={"title": "One more rehearsal", "edits": [edit]},
        headers={"X-CSRFToken": token},
    )
    assert answer.ok, answer.text()


def test_a_change_request_goes_from_a_scenario_through_two_approvals_to_a_new_baseline(
    visitor: Callable[..., Page],
) -> None:
    marek = visitor("marek")
    projects = marek.request.get("/api/projects").json()["items"]
    project = next(one["id"] for one in projects if one["code"] == "CLD")
    open_scenario(marek, project)

    marek.goto(f"/fernhaven/projects/{project}?view=requests")
    expect(marek.get_by_text("A second crew for the trial")).to_be_visible()
    marek.get_by_role("button", name="Raise a change request").click()
    form = marek.get_by_role("dialog")
    form.get_by_label("Title").fill("Rehearse once more")
    form.get_by_label("Why").fill("The first rehearsal failed")
    form.get_by_role("combobox", name="Scenario").click()
    marek.get_by_role("option", name=re.compile("One more rehearsal")).click()
    form.get_by_role("button", name=re.compile("^Create")).click()
    expect(form).to_be_hidden()

    here = "/fernhaven/o/change_request/CR-2"
    marek.goto(here)
    marek.get_by_role("button", name="Submit", exact=True).click()
    chain = marek.get_by_role("dialog")
    chain.get_by_role("combobox", name="Approver 1").click()
    marek.get_by_role("option", name=re.compile("Priya")).click()
    chain.get_by_role("button", name="Add an approver").click()
    chain.get_by_role("combobox", name="Approver 2").click()
    marek.get_by_role("option", name=re.compile("Greta")).click()
    chain.get_by_role("button", name="Submit").click()
    impact = marek.get_by_role("region", name="Impact")
    expect(impact.get_by_role("row", name=re.compile("^Finish"))).to_be_visible()

    priya = visitor("priya")
    priya.goto("/fernhaven/inbox")
    expect(priya.get_by_text(re.compile("asked you to approve")).first).to_be_visible()
    priya.goto(here)
    priya.get_by_label("Note").fill("Worth it")
    priya.get_by_role("button", name="Approve").click()
    expect(priya.get_by_text("Your approval is waited for.")).to_be_hidden()
    expect(priya.get_by_text(re.compile("Priya Raman.*Approved.*Worth it"))).to_be_visible()

    greta = visitor("greta")
    greta.goto(here)
    greta.get_by_role("button", name="Approve").click()
    expect(greta.get_by_text("Carried out").first).to_be_visible()
    expect(greta.get_by_text("New baseline")).to_be_visible()
    expect(greta.get_by_role("link", name="CR-2 Rehearse once more")).to_be_visible()
