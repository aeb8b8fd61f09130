"""An overload is found in the heat map, levelled with a preview, applied and undone; open work gets somebody."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings
from tests.journeys.conftest import side_panel

pytestmark = pytest.mark.journey


def test_an_overload_is_found_levelled_and_undone_and_open_work_is_filled(
    visitor: Callable[..., Page],
) -> None:
    page = visitor("marek")
    page.goto("/fernhaven/resources")
    page.get_by_text("Noor Haddad").first.click()
    expect(side_panel(page).get_by_text("Data pipelines")).to_be_visible()

    # Who has both skills, and from when on the hours that it takes.
    page.goto("/fernhaven/resources?tab=free&hours=16")
    free = page.get_by_role("region", name="Who is free")
    expect(free.get_by_role("row")).not_to_have_count(0)
    page.get_by_role("combobox", name="Skill", exact=True).fill("Data pipelines")
    page.get_by_role("combobox", name="And skill").fill("Android")
    page.get_by_role("combobox", name="At least, of Android").click()
    page.get_by_role("option", name="5 · expert").click()
    expect(free.get_by_role("row")).to_have_count(2)
    expect(free.get_by_role("row", name=re.compile("^Inês Duarte .* of .* h"))).to_be_visible()
    expect(free.get_by_role("columnheader", name="16 h by")).to_be_visible()
    with page.expect_download() as kept:
        page.get_by_role("button", name="Export CSV").click()
    assert "Inês Duarte" in kept.value.path().read_text()
    assert grave_findings(page) == []

    page.goto("/fernhaven/resources?tab=load")
    full = page.get_by_role("button", name=re.compile(r"Kofi Mensah.*too much")).first
    full.click()
    behind = page.get_by_role("region", name="Work of Kofi Mensah")
    expect(behind.get_by_text("Cold chain record").first).to_be_visible()
    assert grave_findings(page) == []

    overloads = page.get_by_role("region", name="Too much at once")
    expect(overloads.get_by_text(re.compile("and the plan on .* instead of")).first).to_be_visible()
    expect(overloads.get_by_text(re.compile("misses its deadline on")).first).to_be_visible()
    overloads.get_by_role("link", name="Level…").first.click()
    expect(page.get_by_text("Nothing is changed until you apply it.")).to_be_visible()
    page.get_by_label("Seconds to search").fill("2")
    page.get_by_role("button", name="Look for a plan").click()
    page.get_by_role("button", name="Apply", exact=True).click(timeout=120_000)
    expect(page.get_by_text("The plans hold these dates now.")).to_be_visible(timeout=60_000)
    assert grave_findings(page) == []
    page.get_by_role("alert", name="Applied").get_by_role("button", name="Undo").click()
    expect(page.get_by_text("The plans have the dates that they had before.")).to_be_visible(timeout=60_000)

    page.goto("/fernhaven/resources?tab=demand")
    waiting = page.get_by_role("button", name=re.compile("Noor Haddad · .* h free"))
    expect(waiting.first).to_be_visible()
    waiting.last.click()
    expect(page.get_by_text(re.compile("Noor Haddad is on CLD-.* now"))).to_be_visible(timeout=60_000)


def test_overtime_makes_an_item_take_less_time_and_is_given_back(visitor: Callable[..., Page]) -> None:
    page = visitor("marek")
    page.goto("/fernhaven/o/work_item/CLD-75")
    people = page.get_by_role("region", name="People")
    overtime, duration = people.get_by_label("Overtime of Jonas Weber"), page.get_by_label("Duration")
    expect(duration).to_have_value("10d")
    expect(people.get_by_text("10d of work")).to_be_visible()
    overtime.fill("2d")
    overtime.press("Enter")
    expect(duration).to_have_value("8d")
    expect(people.get_by_text("10d of work")).to_be_visible()
    assert grave_findings(page) == []
    overtime.fill("10d")
    overtime.press("Enter")
    expect(page.get_by_text("Leave some of it regular, or give more work first.")).to_be_visible()
    expect(overtime).to_have_value("2d")
    page.reload()
    overtime.fill("0d")
    overtime.press("Enter")
    expect(duration).to_have_value("10d")


def test_the_grid_of_assignments_is_narrowed_and_walked_by_keys(visitor: Callable[..., Page]) -> None:
    page = visitor("marek")
    project = next(
        one["id"] for one in page.request.get("/api/projects").json()["items"] if one["code"] == "CLD"
    )
    page.goto(f"/fernhaven/projects/{project}?view=people")
    grid = page.get_by_role("region", name="Who is on what")
    page.get_by_role("searchbox", name="Find an item").fill("protocol of vendor")
    page.get_by_role("searchbox", name="Find a person").fill("kofi")
    cells = grid.get_by_role("textbox")
    expect(grid.get_by_role("columnheader")).to_have_count(2)
    expect(cells.first).to_have_accessible_name(re.compile("^Kofi Mensah on CLD-"))
    cells.first.click()
    page.keyboard.type("50")
    page.keyboard.press("Enter")
    expect(cells.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(cells.first).to_be_focused()
    expect(cells.first).to_have_value("50")
    assert grave_findings(page) == []
    page.keyboard.press("Delete")
    page.keyboard.press("Enter")
    expect(cells.first).to_have_value("")
