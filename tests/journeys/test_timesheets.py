"""A week is reported by keys, handed in, approved by the project's manager, and stands in the project's budget."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings

pytestmark = pytest.mark.journey


def test_a_week_is_typed_handed_in_approved_and_counts_in_the_budget(visitor: Callable[..., Page]) -> None:
    lena = visitor("lena")
    lena.goto("/fernhaven/timesheet")
    sheet = lena.get_by_role("table")
    cells = sheet.get_by_role("textbox")
    expect(cells.first).to_be_visible()

    # Typed like a spreadsheet: Enter saves and goes down, arrows walk, Escape takes back.
    cells.first.focus()
    lena.keyboard.type("1.5")
    lena.keyboard.press("ArrowRight")
    lena.keyboard.press("Tab")
    expect(cells.first).to_have_value("1:30")
    cells.first.focus()
    lena.keyboard.type("9")
    lena.keyboard.press("Escape")
    expect(cells.first).to_have_value("1:30")

    # What was done stands with it, and what is left moves the plan.
    note = lena.get_by_role("textbox", name=re.compile("What was done"))
    note.fill("Pairing")
    lena.get_by_role("textbox", name="Work left, hours").fill("6")
    lena.get_by_role("button", name="Say what is left").click()
    expect(lena.get_by_text(re.compile("What is left of .* is said"))).to_be_visible()

    # Handed in, it is closed.
    lena.get_by_role("button", name="Submit week").click()
    expect(lena.get_by_text("Submitted", exact=True).first).to_be_visible()
    expect(cells.first).to_have_attribute("readonly", "")

    # Whoever manages projects sees whose weeks would be approved, approves all as one deed, and takes it back.
    marek = visitor("marek")
    marek.goto("/fernhaven/timesheet?tab=approve")
    marek.get_by_role("button", name=re.compile("^Approve (it|all)")).click()
    ask = marek.get_by_role("dialog", name="Approve what waits")
    expect(ask.get_by_role("status")).to_contain_text("one deed, with one undo")
    expect(ask.get_by_role("cell", name="Lena Brandt").first).to_be_visible()
    assert grave_findings(marek) == []
    ask.get_by_role("button", name="Approve").click()
    expect(marek.get_by_text(re.compile(r"\d+ weeks? approved"))).to_be_visible()
    expect(marek.get_by_text("No hours wait for your approval.")).to_be_visible()
    marek.get_by_role("button", name="Undo").click()

    # Or one of them alone.
    waiting = marek.get_by_role("region", name=re.compile("^Lena Brandt")).filter(has_text="Pairing").first
    waiting.get_by_role("button", name="Approve").click()
    expect(marek.get_by_text("Hours approved")).to_be_visible()
    expect(
        marek.get_by_role("region", name=re.compile("^Lena Brandt")).filter(has_text="Pairing")
    ).to_have_count(0)

    # The project's budget has it: hours for its manager, money for the owner.
    projects = marek.request.get("/api/projects").json()["items"]
    plan = next(project["id"] for project in projects if project["code"] == "CLD")
    marek.goto(f"/fernhaven/projects/{plan}?view=budget")
    expect(marek.get_by_role("columnheader", name="Forecast at completion")).to_be_visible()
    expect(marek.get_by_text(re.compile("In hours: what people cost"))).to_be_visible()
    greta = visitor("greta")
    greta.goto(f"/fernhaven/projects/{plan}?view=budget")
    expect(greta.get_by_role("columnheader", name="Committed")).to_be_visible()
    expect(greta.get_by_role("img", name="Planned, actual and forecast")).to_be_visible()
    parts = greta.get_by_role("region", name="What the money is paid for")
    expect(parts.get_by_role("rowheader", name="Hours")).to_be_visible()
    assert grave_findings(greta) == []

    # On a phone: the timer and today's entries.
    phone = visitor("tomas", phone=True)
    phone.goto("/fernhaven/timesheet")
    expect(phone.get_by_role("region", name="Timer")).to_be_visible()
    expect(phone.get_by_role("main").get_by_role("listitem").first).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
