"""What stands on objects is listed, too: quotes, comments, share links; and an address leads to a row."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings
from tests.journeys.conftest import side_panel
from tests.journeys.phone import phone_findings

pytestmark = pytest.mark.journey
KEY = re.compile(r"\b[A-Z]+-\d+\b")


def test_quotes_are_weighed_many_at_once_and_weighed_back(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/discover?tab=highlights")
    rows = page.get_by_role("row")
    expect(page.get_by_role("columnheader", name="Insight")).to_be_visible()
    rows.nth(1).get_by_role("checkbox").check()
    rows.nth(2).get_by_role("checkbox").check()
    page.get_by_role("button", name="Edit", exact=True).click()
    page.get_by_role("menuitem", name="Importance").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("textbox", name="Importance").fill("1")
    expect(dialog).to_contain_text("2 of 2 would change")
    dialog.get_by_role("button", name="Change", exact=True).click()
    expect(page.get_by_text("2 changed")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("gridcell", name="1", exact=True)).to_have_count(0)
    assert grave_findings(page) == []


def test_quotes_are_led_to_another_idea_many_at_once_and_led_back(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    idea = page.request.get("/api/lists/idea?limit=1").json()["items"][0]
    page.goto("/fernhaven/discover?tab=highlights")
    rows = page.get_by_role("row")
    expect(page.get_by_role("columnheader", name="Insight")).to_be_visible()
    there = rows.filter(has_text=idea["title"])
    before = there.count()
    others = rows.filter(has_not_text=idea["title"]).filter(
        has=page.get_by_role("checkbox", name=re.compile("INS-"))
    )
    others.nth(0).get_by_role("checkbox").check()
    others.nth(1).get_by_role("checkbox").check()
    page.get_by_role("button", name="Speaks for another…").click()
    dialog = page.get_by_role("dialog", name="What do 2 passages speak for?")
    dialog.get_by_role("searchbox").fill(idea["key"])
    page.get_by_role("option", name=re.compile(idea["key"])).click()
    expect(dialog).to_contain_text("2 of 2 would change")
    assert grave_findings(page) == []
    dialog.get_by_role("button", name="Link to it").click()
    expect(page.get_by_text("2 changed")).to_be_visible()
    expect(there).to_have_count(before + 2)
    page.get_by_role("button", name="Undo").click()
    expect(there).to_have_count(before)


@pytest.mark.parametrize(
    "place",
    ["discover?tab=insights", "discover?tab=opportunities&shape=list", "roadmap?view=table"],
    ids=["insights", "opportunities", "initiatives"],
)
def test_three_are_archived_at_once_and_come_back_by_one_undo(
    visitor: Callable[..., Page], place: str
) -> None:
    page = visitor("priya")
    page.goto(f"/fernhaven/{place}")
    rows = page.get_by_role("row").filter(has=page.get_by_role("link"))
    expect(rows.nth(3)).to_be_visible()
    keys = [KEY.search(rows.nth(n).inner_text()) for n in range(3)]
    gone = [rows.filter(has_text=re.compile(rf"{found[0]}(?!\d)")) for found in keys if found]
    for row in gone:
        row.get_by_role("checkbox").check()
    page.get_by_role("button", name="Archive", exact=True).click()
    dialog = page.get_by_role("dialog", name=re.compile("^Archive 3"))
    expect(dialog).to_contain_text("3 of 3 would change")
    dialog.get_by_role("button", name="Archive", exact=True).click()
    expect(page.get_by_text("3 changed")).to_be_visible()
    for row in gone:
        expect(row).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    for row in gone:
        expect(row).to_have_count(1)


def test_comments_lead_to_what_they_are_about(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/inbox")
    page.get_by_text("All comments").click()
    rows = page.get_by_role("row")
    expect(rows).not_to_have_count(1)
    rows.nth(1).get_by_role("link").first.click()
    expect(side_panel(page)).to_be_visible()
    assert grave_findings(page) == []
    phone = visitor("priya", phone=True)
    phone.goto("/fernhaven/inbox?tab=comments")
    expect(phone.get_by_role("article").first).to_be_visible()
    assert phone_findings(phone) == []


def test_share_links_are_closed_at_once_and_opened_again(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    product = page.request.get("/api/products").json()
    first = (product["items"] if isinstance(product, dict) else product)[0]
    token = next(one["value"] for one in page.context.cookies() if one["name"] == "northline_csrf")
    for title in ("For the fair", "For the press"):
        body = {"view": "roadmap", "object_id": first["id"], "title": title, "fields": ["status"]}
        made = page.request.post(
            "/api/shares", data=body, headers={"X-CSRFToken": token, "northline-workspace": "fernhaven"}
        )
        assert made.ok, made.text()
    page.goto("/fernhaven/settings/shares?tab=list")
    rows = page.get_by_role("grid").get_by_role("row")
    for title in ("For the fair", "For the press"):
        rows.filter(has_text=title).get_by_role("checkbox").check()
    page.get_by_role("button", name="Edit", exact=True).click()
    page.get_by_role("menuitem", name="Closed", exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("combobox", name="Closed").click()
    page.get_by_role("option", name="Yes").click()
    expect(dialog).to_contain_text("2 of 2 would change")
    dialog.get_by_role("button", name="Change", exact=True).click()
    expect(rows.filter(has_text="For the fair")).to_contain_text("Closed")
    page.get_by_role("button", name="Undo").click()
    expect(rows.filter(has_text="For the fair")).to_contain_text("Open")
    assert grave_findings(page) == []


def test_an_address_leads_to_its_row_in_a_list_and_in_a_plan(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    found = page.request.get("/api/lists/insight?sort=created_at&limit=1").json()["items"][0]
    page.goto(f"/fernhaven/discover?tab=insights&row={found['key']}")
    row = page.get_by_role("row", name=re.compile(rf"\b{found['key']} "))
    expect(row).to_be_in_viewport()
    expect(row).to_have_attribute("data-chosen", "true")
    page.goto("/fernhaven/discover?tab=insights&row=INS-0")
    expect(page.get_by_role("status").filter(has_text=re.compile("INS-0 is not among"))).to_be_visible()
    project = page.request.get("/api/lists/project?limit=1").json()["items"][0]
    last = page.request.get(f"/api/projects/{project['id']}/plan").json()["items"][-1]
    page.goto(f"/fernhaven/projects/{project['id']}?row={last['id']}")
    expect(page.get_by_role("row").filter(has_text=last["title"]).first).to_be_in_viewport()
