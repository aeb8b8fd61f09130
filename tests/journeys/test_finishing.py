"""A project that will be late: how its date is made is asked, a package tried as a scenario, reviewed and merged."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings
from tests.journeys.conftest import side_panel

pytestmark = pytest.mark.journey


def chance(page: Page, project: str) -> float:
    found: float = page.request.get(f"/api/projects/{project}/plan").json()["forecast"]["probability_on_time"]
    return found


def test_a_date_in_danger_is_made_by_a_package_that_is_tried_and_merged(
    visitor: Callable[..., Page],
) -> None:
    page = visitor("marek")
    projects = page.request.get("/api/projects").json()["items"]
    project = next(one["id"] for one in projects if one["code"] == "CLD")
    before = chance(page, project)
    assert before < 0.8

    page.goto(f"/fernhaven/projects/{project}?view=forecast")
    page.get_by_role("link", name="How do we make the date?").click()
    expect(page.get_by_text("Today the chance of finishing by")).to_be_visible()
    assert grave_findings(page) == []
    page.get_by_role("button", name="Look for ways").click()
    table = page.get_by_role("table")
    expect(table).to_be_visible(timeout=120_000)
    # The first package is open: each of its steps says why, by the tasks that decide the date.
    expect(table.get_by_text(re.compile("decides the date in")).first).to_be_visible()
    assert grave_findings(page) == []

    page.get_by_role("button", name="Open as a scenario").click()
    page.get_by_role("link", name=re.compile("^Review SC")).click()
    expect(page).to_have_url(re.compile("scenario="))
    merge = page.get_by_role("button", name=re.compile("^Merge"))
    merge.click()
    expect(page.get_by_text(re.compile("is merged into the plan"))).to_be_visible()
    assert chance(page, project) > before
    # Taken back, for others who read this plan.
    with page.expect_response(
        lambda answer: answer.request.method == "POST" and "/undo" in answer.url
    ) as undone:
        page.get_by_role("button", name="Undo").click()
    assert undone.value.ok
    expect(page.get_by_text(re.compile(rf"\b{before:.0%}")).first).to_be_visible()
    assert chance(page, project) == before

    # What was computed is of a plan that is no more, and says so.
    page.goto(f"/fernhaven/recovery?project={project}")
    expect(page.get_by_role("button", name="Look for ways")).to_be_enabled()


def test_a_milestone_s_deadline_is_guarded_beside_the_project_s(visitor: Callable[..., Page]) -> None:
    page = visitor("marek")
    page.goto("/fernhaven/projects")
    projects = page.request.get("/api/projects").json()["items"]
    project = next(one["id"] for one in projects if one["code"] == "CLD")
    plan = page.request.get(f"/api/projects/{project}/plan").json()
    item = next(one for one in plan["items"] if one["type"] == "milestone" and not one["actual_finish"])
    name = item["title"]
    token = next(one["value"] for one in page.context.cookies() if one["name"] == "northline_csrf")
    due = {
        "op": "set",
        "id": item["id"],
        "version": item["version"],
        "fields": {"deadline": "2030-03-01T17:00"},
    }
    said = page.request.post(
        f"/api/projects/{project}/plan-edits", data={"edits": [due]}, headers={"X-CSRFToken": token}
    )
    assert said.ok, said.text()

    page.goto(f"/fernhaven/projects/{project}?view=forecast")
    page.get_by_role("button", name=f"Guard the deadline: {name}").click()
    form = page.get_by_role("dialog", name=name)
    form.get_by_label("Warn below a chance of").fill("75")
    form.get_by_role("button", name="Save").click()
    expect(page.get_by_role("cell", name="below 75%")).to_be_visible()
    assert grave_findings(page) == []
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("cell", name="below 75%")).to_be_hidden()

    # The milestone itself says it too, and lets it be set.
    page.get_by_role("table").get_by_role("link", name=name).first.click()
    beside = side_panel(page)
    expect(beside).to_contain_text("Nobody is warned when the chance of the deadline falls.")
    beside.get_by_role("button", name="Guard the deadline").click()
    form.get_by_label("Warn below a chance of").fill("65")
    form.get_by_role("button", name="Save").click()
    expect(beside).to_contain_text("is warned when the chance falls below 65%")
    assert grave_findings(page) == []
    page.get_by_role("button", name="Undo").click()
    expect(beside).to_contain_text("Nobody is warned when the chance of the deadline falls.")
    change = page.request.get(f"/api/changes?kind=work_item&id={item['id']}").json()["items"]
    mine = next(one for one in change if one["can"]["undo"] and one["verb"] != "guarded")
    page.request.post(f"/api/changes/{mine['id']}/undo", headers={"X-CSRFToken": token})
