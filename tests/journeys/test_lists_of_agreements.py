"""Charters, their amendments and calendars are lists like any other: filtered, grouped, kept as a view, a file, edited."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings
from tests.journeys.conftest import side_panel

pytestmark = pytest.mark.journey


def test_charters_are_filtered_grouped_kept_as_a_view_and_written_as_a_file(
    visitor: Callable[..., Page], tmp_path: Path
) -> None:
    page = visitor("marek")
    page.goto("/fernhaven/projects?view=work")
    page.get_by_role("tab", name="Charters").click()
    rows = page.get_by_role("row").filter(has_text="CHA-")
    expect(rows.filter(has_text="CHA-3")).to_contain_text("Proposed")
    all_of_them = rows.count()

    page.get_by_role("button", name="Filter", exact=True).click()
    choosing = page.get_by_role("dialog", name="Filter")
    choosing.get_by_role("button", name="Answered by", exact=True).click()
    choosing.get_by_role("combobox", name="Answered by").click()
    page.get_by_role("option", name="Marek Novák").click()
    choosing.get_by_role("combobox", name="Answered by").press("Tab")
    page.get_by_role("button", name="Set filter").click()
    expect(rows.filter(has_text="CHA-3")).to_have_count(0)
    signed = rows.count()
    assert 0 < signed < all_of_them
    page.get_by_role("button", name="Group").click()
    page.get_by_role("menuitem", name="Project", exact=True).click()
    expect(page.get_by_role("row", name="Cold chain record")).not_to_have_count(0)
    assert grave_findings(page) == []

    page.get_by_role("button", name="Save as").click()
    page.get_by_label("Name of the view").fill("Signed by me")
    page.get_by_role("button", name="Save", exact=True).click()
    kept = page.get_by_role("button", name="Only you see this Signed by me")
    expect(kept).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="All", exact=True).click()
    expect(rows).to_have_count(all_of_them)
    kept.click()
    expect(rows).to_have_count(signed)
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name="CSV", exact=True).click()
    download.value.save_as(tmp_path / "charters.csv")
    with (tmp_path / "charters.csv").open(encoding="utf-8-sig", newline="") as file:
        _, *lines = csv.reader(file)
    assert len(lines) == signed


def test_a_signed_charter_says_why_its_deadline_is_not_moved_from_a_list(
    visitor: Callable[..., Page],
) -> None:
    page = visitor("marek")
    page.goto("/fernhaven/projects?view=work&kind=charter")
    page.get_by_role("checkbox", name="Choose CHA-1", exact=True).check()
    page.get_by_role("button", name="Edit", exact=True).click()
    page.get_by_role("menuitem", name="Deadline").click()
    dialog = page.get_by_role("dialog")
    day = dialog.get_by_role("textbox", name="Deadline")
    day.fill("2027-05-31")
    day.press("Enter")
    expect(dialog).to_contain_text("CHA-1 was accepted already. Propose an amendment.")
    assert grave_findings(page) == []
    page.keyboard.press("Escape")

    page.get_by_role("tab", name="Amendments").click()
    page.get_by_role("link", name="Amendment of Cold chain record").click()
    beside = side_panel(page)
    expect(beside).to_contain_text("For the product: Priya Raman")
    beside.get_by_role("link", name="Cold chain record").click()
    expect(beside).to_contain_text("CHA-1")
    assert grave_findings(page) == []


def test_calendars_are_found_and_their_holidays_set_at_once_and_set_back(
    visitor: Callable[..., Page],
) -> None:
    page = visitor("marek")
    page.goto("/fernhaven/resources")
    page.get_by_role("tab", name="Calendars").click()
    rows = page.get_by_role("row").filter(has_text="CAL-")
    expect(rows.filter(has_text="CAL-1")).to_contain_text("Late board")
    for key in ("CAL-1", "CAL-2"):
        page.get_by_role("checkbox", name=f"Choose {key}", exact=True).check()
    page.get_by_role("button", name="Edit", exact=True).click()
    page.get_by_role("menuitem", name="Holidays of").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox", name="Holidays of").fill("PL")
    expect(dialog).to_contain_text("2 of 2 would change")
    dialog.get_by_role("button", name="Change", exact=True).click()
    expect(page.get_by_text("2 changed")).to_be_visible()
    expect(rows.filter(has_text="Poland")).to_have_count(2)
    page.get_by_role("button", name="Undo").click()
    expect(rows.filter(has_text="Poland")).to_have_count(0)

    page.get_by_role("button", name="Add a calendar").click()
    page.get_by_role("textbox", name="Title").fill("Night shift")
    page.get_by_role("dialog").get_by_role("button", name="Create").click()
    expect(rows.filter(has_text="Night shift")).to_be_visible()
    page.get_by_role("link", name="Night shift").click()
    beside = side_panel(page)
    beside.get_by_role("textbox", name="Monday").fill("22:00–24:00")
    beside.get_by_role("button", name="Save").click()
    expect(rows.filter(has_text="Night shift")).to_contain_text("34")
    assert grave_findings(page) == []
