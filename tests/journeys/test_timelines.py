"""A plan is held beside its baseline; a scenario is edited, meets a conflict, is merged in part, and undone."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.journey


def plan_of(page: Page, address: str) -> dict[str, Any]:
    found: dict[str, Any] = page.request.get(f"/api{address}/plan").json()
    return found


def edit(page: Page, address: str, *edits: dict[str, Any]) -> None:
    token = next(one["value"] for one in page.context.cookies() if one["name"] == "northline_csrf")
    answer = page.request.post(
        f"/api{address}/plan-edits", data={"edits": list(edits)}, headers={"X-CSRFToken": token}
    )
    assert answer.ok, answer.text()


def test_a_plan_is_compared_and_a_scenario_of_it_is_merged_with_its_conflict_decided(
    visitor: Callable[..., Page],
) -> None:
    page = visitor("marek")
    projects = page.request.get("/api/projects").json()["items"]
    project = next(one["id"] for one in projects if one["code"] == "CLD")
    home, live = f"/fernhaven/projects/{project}", f"/projects/{project}"

    page.goto(home)
    page.get_by_role("button", name="Baselines").click()
    page.get_by_role("menuitemradio", name=re.compile("^Charter")).click()
    expect(page.get_by_role("columnheader", name="Finish variance")).to_be_visible()

    page.get_by_role("tab", name="Baselines").click()
    expect(page.get_by_text(re.compile(r"^Charter finishes on .* Now on"))).to_be_visible()
    table = page.get_by_role("table", name="What is different")
    some = int(table.get_attribute("aria-rowcount") or 0)
    page.get_by_role("switch", name="Only what moved").click()
    expect(table).not_to_have_attribute("aria-rowcount", str(some))
    assert int(table.get_attribute("aria-rowcount") or 0) > some
    with page.expect_download() as sheet:
        page.get_by_role("button", name="Export").click()
        page.get_by_role("menuitem", name=re.compile("CSV")).click()
    assert sheet.value.suggested_filename == "cld-variance.csv"

    page.get_by_role("button", name="Scenarios").click()
    page.get_by_role("menuitemradio", name=re.compile("^A second crew")).click()
    band = page.get_by_role("region", name="Scenario")
    expect(band.get_by_text("Nothing here changes the plan.")).to_be_visible()
    expect(band.get_by_text(re.compile("^3 changes"))).to_be_visible()
    scenario = re.search(r"scenario=([0-9a-f-]+)", page.url)
    assert scenario is not None
    there = f"/scenarios/{scenario[1]}"
    before = plan_of(page, live)
    tasks = {item["id"]: item for item in plan_of(page, there)["items"]}
    shorter = [
        item
        for item in before["items"]
        if item["type"] == "task" and item["duration_minutes"] != tasks[item["id"]]["duration_minutes"]
    ]
    assert len(shorter) == 3

    # One more change, typed into the scenario's outline.
    first = next(item for item in before["items"] if item["type"] == "task")
    row = page.get_by_role("row").filter(has_text=first["title"])
    row.locator("[data-column=title]").dblclick()
    page.keyboard.press("Control+A")
    page.keyboard.type("Tried otherwise")
    page.keyboard.press("Enter")
    expect(page.get_by_role("row").filter(has_text="Tried otherwise")).to_be_visible()
    # Meanwhile somebody else changes the plan where the scenario does.
    contested = shorter[0]
    fields = {"duration_minutes": contested["duration_minutes"] + 960}
    edit(page, live, {"op": "set", "id": contested["id"], "version": contested["version"], "fields": fields})
    expect(band.get_by_text(re.compile("^4 changes"))).to_be_visible()
    # Its three points follow the duration, on either side.
    expect(band.get_by_text("2 conflicts")).to_be_visible()

    band.get_by_role("button", name="Review and merge").click()
    merge = page.get_by_role("button", name=re.compile("^Merge"))
    expect(merge).to_be_disabled()
    page.get_by_role("checkbox", name=re.compile(f"^{shorter[1]['key']}\\b")).uncheck()
    for keep in page.get_by_text("Keep the plan’s", exact=True).all():
        keep.click()
    expect(merge).to_have_text("Merge 3 changes")
    merge.click()
    expect(page.get_by_text("A second crew is merged into the plan.")).to_be_visible()
    now = {item["id"]: item for item in plan_of(page, live)["items"]}
    assert now[first["id"]]["title"] == "Tried otherwise"
    assert [now[item["id"]]["duration_minutes"] for item in shorter] == [
        contested["duration_minutes"] + 960,
        shorter[1]["duration_minutes"],
        tasks[shorter[2]["id"]]["duration_minutes"],
    ]
    expect(band.get_by_text(re.compile("^1 change ·"))).to_be_visible()

    page.get_by_role("button", name="Undo").click()
    expect(band.get_by_text(re.compile("^4 changes"))).to_be_visible()
    undone = {item["id"]: item for item in plan_of(page, live)["items"]}
    assert undone[shorter[2]["id"]]["duration_minutes"] == shorter[2]["duration_minutes"]
    band.get_by_role("button", name="Leave").click()
    expect(band).to_have_count(0)
    expect(page.get_by_role("row").filter(has_text=first["title"])).to_be_visible()


def test_a_plan_is_looked_at_in_other_ways_and_taken_along_as_files(visitor: Callable[..., Page]) -> None:
    page = visitor("marek")
    projects = page.request.get("/api/projects").json()["items"]
    project = next(one["id"] for one in projects if one["code"] == "CLD")
    plan = plan_of(page, f"/projects/{project}")
    leads = {link["before"] for link in plan["links"]}
    first = next(item for item in plan["items"] if item["type"] == "task" and item["id"] in leads)
    milestone = next(item for item in plan["items"] if item["type"] == "milestone")
    page.goto(f"/fernhaven/projects/{project}")

    page.get_by_role("tab", name="Network").click()
    network = page.get_by_role("region", name=re.compile("^Network of dependencies"))
    card = network.get_by_role("button", name=first["title"], exact=True)
    expect(card).to_be_visible()
    card.focus()
    page.keyboard.press("ArrowRight")
    expect(network.locator("[data-item]:focus")).not_to_have_attribute("data-item", first["id"])
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name=re.compile("Work item"))).to_be_visible()
    page.get_by_role("region", name="Network", exact=True).get_by_text("Table", exact=True).click()
    table = page.get_by_role("table", name="Items shown")
    expect(table.get_by_role("row", name=re.compile(re.escape(first["title"])))).to_be_visible()

    page.get_by_role("tab", name="Calendar").click()
    month = milestone["schedule"]["start"][:7]
    page.goto(f"/fernhaven/projects/{project}?view=calendar&month={month}")
    expect(
        page.get_by_role("button", name=re.compile("^" + re.escape(milestone["title"]))).first
    ).to_be_visible()
    page.get_by_role("button", name="Month after").click()
    expect(page).not_to_have_url(re.compile(f"month={month}"))
    after = re.compile(f"{date.fromisoformat(month + '-01') + timedelta(days=31):%B %Y}")
    expect(page.get_by_text(after).first).to_be_visible()

    page.get_by_role("tab", name="Phases").click()
    expect(
        page.get_by_role("button", name=re.compile("^" + re.escape(milestone["title"]))).first
    ).to_be_visible()

    for kind, ending in (("Excel", "xlsx"), ("SVG", "svg")):
        page.get_by_role("button", name="Files").click()
        with page.expect_download() as file:
            page.get_by_role("menuitem", name=re.compile(kind)).click()
        assert file.value.suggested_filename == f"CLD.{ending}"
    page.get_by_role("button", name="Files").click()
    page.get_by_role("menuitem", name="Print…").click()
    sheet = page.get_by_role("link", name="Open to print")
    expect(sheet).to_have_attribute("href", re.compile("format=pdf.*paper=a4.*unit=fit"))
    printed = page.request.get(str(sheet.get_attribute("href")))
    assert printed.body()[:5] == b"%PDF-"


def test_a_dragged_bar_says_what_it_would_do_before_it_is_let_go_of(visitor: Callable[..., Page]) -> None:
    page = visitor("marek")
    projects = page.request.get("/api/projects").json()["items"]
    project = next(one["id"] for one in projects if one["code"] == "CLD")
    plan = plan_of(page, f"/projects/{project}")
    leads = {link["before"] for link in plan["links"]}
    task = next(
        item
        for item in plan["items"]
        if item["type"] == "task" and item["id"] in leads and item["percent_complete"] == 0
    )
    page.goto(f"/fernhaven/projects/{project}?zoom=month")
    outline = page.get_by_role("treegrid")
    outline.get_by_text(task["title"], exact=True).first.click()
    row = outline.get_by_role("row", selected=True).bounding_box()
    chart = page.get_by_role("application").bounding_box()
    assert row
    assert chart
    grip = page.locator("[role=application] canvas").last
    height = row["y"] + row["height"] / 2
    x = next(
        place
        for place in range(int(chart["x"]) + 4, int(chart["x"] + chart["width"]), 4)
        if not page.mouse.move(place, height) and "grab" in str(grip.get_attribute("style"))
    )
    page.mouse.move(x + 4, height)
    page.mouse.down()
    with page.expect_response(re.compile("plan-edits.*preview=true")):
        page.mouse.move(x + 60, height)
        page.mouse.move(x + 104, height)
    expect(page.get_by_text(re.compile(r"\d+ tasks? moved, chance \d+% → \d+%"))).to_be_attached()
    page.keyboard.press("Escape")
    page.mouse.up()
    kept = plan_of(page, f"/projects/{project}")
    assert kept["project"]["plan_version"] == plan["project"]["plan_version"]

    page.get_by_role("combobox", name="Group by").click()
    page.get_by_role("option", name="Progress").click()
    expect(outline.get_by_role("row", name=re.compile("To do")).first).to_be_visible()
    expect(page.get_by_role("button", name="+ Add a task")).to_have_count(0)

    # What is filtered and grouped is a view of one's own, which brings both back.
    page.get_by_role("searchbox", name="Search this list").fill(task["key"])
    expect(page.get_by_text(re.compile(r"^1 of \d+ rows$"))).to_be_visible()
    expect(outline.get_by_text(task["title"], exact=True)).to_be_visible()
    page.get_by_role("button", name="Save as").click()
    page.get_by_label("Name of the view").fill("Only that")
    page.get_by_role("button", name="Save", exact=True).click()
    kept_look = page.get_by_role("button", name="Only you see this Only that")
    expect(kept_look).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="All", exact=True).click()
    expect(page.get_by_role("button", name="+ Add a task")).to_have_count(1)
    kept_look.click()
    expect(page.get_by_text(re.compile(r"^1 of \d+ rows$"))).to_be_visible()
    expect(page.get_by_role("combobox", name="Group by")).to_have_value("Progress")
