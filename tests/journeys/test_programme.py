"""A project is made to wait for another, which is seen on the line of all projects; a calendar is subscribed to and ended."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.journey


def item_of(page: Page, code: str, title: str) -> str:
    """The key of an item of the demo's plans."""
    projects = page.request.get("/api/projects").json()["items"]
    project = next(one["id"] for one in projects if one["code"] == code)
    items = page.request.get(f"/api/projects/{project}/plan").json()["items"]
    key: str = next(one["key"] for one in items if one["title"] == title)
    return key


def test_projects_wait_for_each_other_are_seen_together_and_in_a_calendar(
    visitor: Callable[..., Page],
) -> None:
    marek = visitor("marek")
    marek.goto("/fernhaven/home")
    before, after = item_of(marek, "CLD", "Market ready"), item_of(marek, "BDA", "Documentation")

    marek.goto(f"/fernhaven/o/work_item/{after}")
    marek.get_by_role("button", name="Wait for another project").click()
    marek.get_by_role("searchbox", name=re.compile("^Find")).fill(before)
    marek.get_by_role("option", name=re.compile(before)).click()
    expect(marek.get_by_text(f"It waits for {before} now.")).to_be_visible()
    expect(marek.get_by_role("link", name="Market ready")).to_be_visible()

    # Changed from the item that is waited for.
    marek.goto(f"/fernhaven/o/work_item/{before}")
    marek.get_by_role("button", name=f"FS: Change how {after} is linked").click()
    marek.get_by_role("textbox", name="Lag").fill("2d")
    marek.get_by_role("textbox", name="Lag").press("Enter")
    expect(marek.get_by_text(f"How it is linked with {after} was changed.")).to_be_visible()
    expect(marek.get_by_role("button", name=f"FS+2d: Change how {after} is linked")).to_be_visible()

    # Marked where all projects are, as a chart and as a table, which says the same.
    marek.goto("/fernhaven/projects")
    marek.get_by_text("Timeline", exact=True).click()
    expect(marek).to_have_url(re.compile("view=timeline"))
    marek.get_by_role("button", name="Table", exact=True).click()
    table = marek.get_by_role("table")
    expect(table.get_by_role("row", name=re.compile("CLD Cold chain record"))).to_be_visible()
    expect(table.get_by_role("row", name=re.compile("Market ready.*Milestone"))).to_be_visible()
    path = marek.get_by_role("region", name=re.compile("^Programme of"))
    expect(path.get_by_text(re.compile("Together they end on"))).to_be_visible()
    expect(path.get_by_role("listitem").first).to_be_visible()

    # Parted again, and that is taken back.
    marek.goto(f"/fernhaven/o/work_item/{after}")
    marek.get_by_role("button", name=f"Remove the dependency on {before}").click()
    expect(marek.get_by_role("link", name="Market ready")).to_be_hidden()
    marek.get_by_role("button", name="Undo", exact=True).first.click()
    expect(marek.get_by_role("link", name="Market ready")).to_be_visible()

    marek.goto("/fernhaven/settings/calendars")
    marek.get_by_role("button", name="Make an address").click()
    field = marek.get_by_role("textbox", name="Address of the calendar")
    expect(field).to_have_value(re.compile(r"/api/public/calendars/.+\.ics$"))
    address = field.input_value()
    found = visitor().request.get(address)
    assert found.ok
    assert "BEGIN:VCALENDAR" in found.text()
    marek.get_by_role("button", name="Revoke the calendar of My work in all projects").click()
    expect(marek.get_by_text("The address leads nowhere any more.")).to_be_visible()
    assert visitor().request.get(address).status == 404
