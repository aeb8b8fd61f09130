"""The work of all projects is looked through and changed at once, like any other list."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings

pytestmark = pytest.mark.journey


def test_the_work_of_all_projects_is_found_changed_at_once_and_taken_back(
    visitor: Callable[..., Page],
) -> None:
    page = visitor("marek")
    page.goto("/fernhaven/projects")
    page.get_by_text("Work", exact=True).click()
    # What begins before its latest start leaves it some days: by them work is found, as by its dates.
    page.get_by_role("button", name="Filter").click()
    page.get_by_role("textbox", name="Which field?").fill("total slack")
    page.get_by_role("textbox", name="Which field?").press("Enter")
    page.get_by_role("textbox", name="Total slack, days").fill("3")
    page.get_by_role("button", name="Set filter").click()
    expect(page.get_by_role("columnheader", name="Planned finish")).to_be_visible()
    expect(page.get_by_text("Total slack, days from 3")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Remove the filter Total slack")).click()
    page.get_by_role("searchbox", name="Search this list").fill("running log")
    rows = page.get_by_role("row").filter(has_text="Read a running log")
    expect(rows).not_to_have_count(0)
    found = page.request.get("/api/lists/work_item?q=running%20log").json()["items"]
    for one in found:
        page.get_by_role("checkbox", name=f"Choose {one['key']}", exact=True).check()
    page.get_by_role("button", name="Edit", exact=True).click()
    page.get_by_role("menuitem", name="Priority").click()
    page.get_by_role("dialog").get_by_role("textbox").fill("777")
    expect(page.get_by_text(f"{len(found)} of {len(found)} would change.")).to_be_visible()
    page.get_by_role("dialog").get_by_role("button", name="Change").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert grave_findings(page) == []

    for kind in ("Iterations", "Gates", "Baselines", "Scenarios"):
        page.get_by_role("tab", name=kind).click()
        expect(page).to_have_url(re.compile("kind="))
        expect(page.get_by_role("row")).not_to_have_count(0)
    page.get_by_role("tab", name="Iterations").click()
    first = page.request.get("/api/lists/iteration").json()["items"][0]
    page.get_by_role("link", name=first["title"]).first.click()
    expect(page).to_have_url(re.compile(f"view=iterations.*{first['id']}"))
    expect(page.get_by_role("heading", name=first["title"])).to_be_visible()
