"""What a roadmap holds beside initiatives is listed like everything else, and own fields stand on each object's page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings
from tests.journeys.conftest import side_panel

pytestmark = pytest.mark.journey


def test_launches_reviews_and_promises_are_filtered_and_grouped(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/launches?tab=list")
    rows = page.get_by_role("row")
    page.get_by_role("searchbox", name="Search this list").fill("board")
    expect(rows.filter(has_text="Late board for everybody")).to_be_visible()
    expect(rows.filter(has_text="Cold chain pilot")).to_have_count(0)
    page.get_by_role("tab", name="Outcome reviews").click()
    page.get_by_role("link", name="Late board, 90 days on").click()
    expect(side_panel(page)).to_contain_text("Late board for everybody")
    assert grave_findings(page) == []

    page.goto("/fernhaven/promises")
    page.get_by_role("tab", name="List").click()
    page.get_by_role("button", name="Group").click()
    page.get_by_role("menuitem", name="State").click()
    expect(page.get_by_text("Broken").first).to_be_visible()
    expect(rows.filter(has_text="PRO-")).not_to_have_count(0)
    assert grave_findings(page) == []


def test_check_ins_and_audiences_are_listed_and_lead_to_what_they_are_about(
    visitor: Callable[..., Page],
) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/strategy?tab=lists&kind=check_in")
    rows = page.get_by_role("row")
    page.get_by_role("searchbox", name="Search this list").fill("pharmacy")
    expect(rows.filter(has_text="KR-8")).to_have_count(0)
    page.get_by_role("link", name="Pharmacy fleets under contract").first.click()
    expect(side_panel(page)).to_contain_text("KR-6")
    assert grave_findings(page) == []

    page.goto("/fernhaven/settings/shares")
    page.get_by_role("tab", name="Audiences").click()
    page.get_by_role("button", name="The board").click()
    expect(page.get_by_role("dialog")).to_contain_text("The board")
    assert grave_findings(page) == []


def test_an_own_field_is_changed_on_the_page_of_its_object(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/o/initiative/INI-2")
    value = page.get_by_role("button", name="Change Depots reached:")
    value.click()
    page.get_by_role("textbox", name="Depots reached").fill("141")
    page.keyboard.press("Enter")
    expect(value).to_contain_text("141")
    assert grave_findings(page) == []
    found = page.request.get("/api/lists/initiative?q=INI-2").json()["items"]
    initiative = next(one for one in found if one["key"] == "INI-2")
    assert initiative["custom"]["depots_reached"] == 141
