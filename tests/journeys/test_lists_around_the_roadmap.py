"""What stands around a roadmap is listed: points of checklists, comments of visitors, named moments, rules, views."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings
from tests.journeys.conftest import side_panel
from tests.journeys.phone import phone_findings

pytestmark = pytest.mark.journey


def test_points_of_all_launches_are_filtered_kept_as_a_view_and_checked_off_at_once(
    visitor: Callable[..., Page],
) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/launches")
    page.get_by_role("tab", name="Points of checklists").click()
    rows = page.get_by_role("grid").get_by_role("row")
    page.get_by_role("searchbox", name="Search this list").fill("support")
    expect(rows.filter(has_text="Train support")).to_have_count(3)
    expect(rows.filter(has_text="Write the help pages")).to_have_count(0)
    page.get_by_role("button", name="Group").click()
    page.get_by_role("menuitem", name="State").click()
    expect(page.get_by_text(re.compile("^Done")).first).to_be_visible()
    page.get_by_role("button", name="Save as").click()
    page.get_by_label("Name of the view").fill("Support before launches")
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(page.get_by_role("button", name="Only you see this Support before launches")).to_be_visible()
    assert grave_findings(page) == []

    page.goto("/fernhaven/launches?tab=steps")
    pilot = rows.filter(has_text="Cold chain pilot")
    for title in ("Train support", "Rehearse the way back"):
        pilot.filter(has_text=title).get_by_role("checkbox").check()
    page.get_by_role("button", name="Edit", exact=True).click()
    page.get_by_role("menuitem", name="Done", exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("combobox", name="Done").click()
    page.get_by_role("option", name="Yes").click()
    expect(dialog).to_contain_text("2 of 2 would change")
    dialog.get_by_role("button", name="Change", exact=True).click()
    expect(pilot.filter(has_text="Train support")).to_contain_text("Done")
    page.get_by_role("button", name="Undo").click()
    expect(pilot.filter(has_text="Train support")).to_contain_text("Open")

    pilot.get_by_role("link", name="Train support").click()
    panel = side_panel(page)
    expect(panel.get_by_role("link", name="Cold chain pilot")).to_be_visible()
    # Not `check`, which looks for the tick before the page could draw it on a busy machine.
    panel.get_by_role("checkbox", name="Done").click()
    expect(panel).to_contain_text("Priya")
    expect(pilot.filter(has_text="Train support")).to_contain_text("Done")
    assert grave_findings(page) + phone_findings(page) == []


def test_comments_of_visitors_are_hidden_and_shown_again_many_at_once(visitor: Callable[..., Page]) -> None:
    page = visitor("lena")
    page.goto("/fernhaven/portal")
    page.get_by_role("tab", name="Comments", exact=True).click()
    rows = page.get_by_role("grid").get_by_role("row")
    shown = rows.filter(has_text="Shown")
    expect(shown).not_to_have_count(0)
    before = shown.count()
    for at in range(2):
        shown.nth(at).get_by_role("checkbox").check()
    page.get_by_role("button", name="Hide", exact=True).click()
    dialog = page.get_by_role("dialog", name="Hide 2 comments")
    expect(dialog).to_contain_text("2 of 2 would change")
    assert grave_findings(page) == []
    dialog.get_by_role("button", name="Hide", exact=True).click()
    expect(shown).to_have_count(before - 2)
    page.get_by_role("button", name="Undo").click()
    expect(shown).to_have_count(before)
    rows.nth(1).get_by_role("link").first.click()
    expect(side_panel(page)).to_contain_text("POST-")
    assert grave_findings(page) == []


def test_what_all_products_have_is_listed_and_leads_back_to_where_it_is_used(
    visitor: Callable[..., Page],
) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/roadmap?panel=history")
    page.get_by_role("link", name="All moments as a list").click()
    rows = page.get_by_role("grid").get_by_role("row")
    expect(rows.filter(has_text="Quarterly review")).to_contain_text("Priya")
    assert grave_findings(page) == []
    page.get_by_role("link", name="Quarterly review").click()
    expect(page).to_have_url(re.compile("panel=history.*since="))
    expect(page.get_by_text("Dashed outlines show where things stood")).to_be_visible()

    page.goto("/fernhaven/settings/lists?kind=lane")
    lane = rows.nth(1)
    title = lane.get_by_role("link").first.inner_text()
    lane.get_by_role("link").first.click()
    expect(side_panel(page).get_by_role("heading", name=title)).to_be_visible()
    for name in ("Products", "Checklists", "Rules of roadmaps", "Portals", "Saved views", "Fields"):
        page.get_by_role("combobox", name="Which list").click()
        page.get_by_role("option", name=name, exact=True).click()
        expect(page.get_by_role("grid").or_(page.get_by_text("Nobody has said yet"))).to_be_visible()
        assert grave_findings(page) == [], name
