"""A plan is typed by keys only, a block is pasted from a spreadsheet, rows are changed at once, a finding is mended, undone."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings

pytestmark = pytest.mark.journey

BLOCK = "\n".join(
    [
        "ID\tTask Name\tDuration\tPredecessors\tColour\tOwner\tPriority",
        "1\tBuild\t\t\tred\tlena\t700",
        "2\t  Frame\t4d\t\t\t\t800",
        "3\t  Roof\tsoon\t2FS+2d\t\t\t",
        "4\tHand over\t0d\t3\t\t\t",
    ]
)


def titles(page: Page, address: str) -> list[tuple[int, str, int]]:
    plan: dict[str, Any] = page.request.get(f"/api{address}/plan").json()
    return [(item["outline_level"], item["title"], item["duration_minutes"]) for item in plan["items"]]


def paste(page: Page, text: str) -> None:
    page.evaluate(
        """text => {
            const data = new DataTransfer();
            data.setData("text/plain", text);
            const paste = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
            document.activeElement.dispatchEvent(paste);
        }""",
        text,
    )


def test_work_is_broken_down_by_keys_pasted_changed_at_once_mended_and_taken_back(
    visitor: Callable[..., Page],
) -> None:
    page = visitor("marek")
    page.goto("/fernhaven/projects")
    token = next(one["value"] for one in page.context.cookies() if one["name"] == "northline_csrf")
    made = page.request.post(
        "/api/projects",
        data={"title": "Boathouse", "code": "BOAT", "start": "2026-03-02T08:00"},
        headers={"X-CSRFToken": token},
    )
    assert made.ok, made.text()
    project = made.json()["id"]
    there = f"/projects/{project}"
    page.goto(f"/fernhaven{there}")

    # Enter adds, typing names, Tab indents: no hand leaves the keys.
    grid = page.get_by_role("treegrid")
    grid.focus()
    for number, title in enumerate(("Prepare", "Clear", "Dig"), 1):
        page.keyboard.press("Enter")
        expect(page.get_by_role("textbox", name="Title")).to_be_focused()
        page.keyboard.type(title)
        page.keyboard.press("Enter")
        expect(grid.get_by_role("row")).to_have_count(number + 1)
        expect(page.get_by_role("textbox", name="Title")).to_have_count(0)
    expect(grid.get_by_role("row").filter(has_text="Dig")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Shift+ArrowUp")
    expect(page.get_by_role("button", name="2 rows")).to_be_visible()
    page.keyboard.press("Tab")
    expect(grid.get_by_role("row").filter(has_text="Dig")).to_have_attribute("aria-level", "2")
    page.keyboard.press("ArrowRight")
    page.keyboard.type("3d")
    page.keyboard.press("Enter")
    expect(grid.get_by_role("row").filter(has_text="Clear").get_by_text("3d")).to_be_visible()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Control+d")
    expect(grid.get_by_role("row").filter(has_text="Dig").get_by_text("3d")).to_be_visible()

    # What cannot be read is told, and left out only if one says so.
    paste(page, BLOCK)
    ask = page.get_by_role("dialog", name="Paste into the plan")
    expect(ask.get_by_text("Not taken: Colour.")).to_be_visible()
    expect(ask.get_by_text("Line 4, Duration: “soon”")).to_be_visible()
    expect(ask.get_by_role("columnheader", name="Priority")).to_be_visible()
    add = ask.get_by_role("button", name="Add 4 rows")
    expect(ask.get_by_text(re.compile("finish .* → "))).to_be_visible()
    expect(add).to_be_disabled()
    ask.get_by_role("checkbox", name="Add the rows without these cells").check()
    assert grave_findings(page) == []
    add.click()
    expect(page.get_by_text("4 rows added.")).to_be_visible()
    expect(grid.get_by_role("row")).to_have_count(8)
    page.get_by_role("button", name="Undo").last.click()
    expect(grid.get_by_role("row")).to_have_count(4)

    # A task of four weeks is found too large, and mended by a split that keeps its work.
    grid.get_by_role("row").filter(has_text="Dig").locator("[data-column=duration]").click()
    page.keyboard.type("20d")
    page.keyboard.press("Enter")
    page.get_by_role("button", name=re.compile(r"^\d+ findings?$")).click()
    large = page.get_by_role("region", name="Too large to follow")
    expect(large.get_by_role("listitem")).to_have_count(1)
    assert grave_findings(page) == []
    large.get_by_role("button", name=re.compile("^Fix:")).click()
    expect(large).to_have_count(0)
    expect(grid.get_by_role("row").filter(has_text="Dig 2")).to_be_visible()
    assert [minutes for _, title, minutes in titles(page, there) if title.startswith("Dig")] == [4800, 4800]
    page.get_by_role("button", name="Undo").last.click()
    expect(large.get_by_role("listitem")).to_have_count(1)
    expect(grid.get_by_role("row").filter(has_text="Dig 2")).to_have_count(0)

    # Both tasks are put a week later at once, once one has seen what that moves.
    grid.get_by_role("row").filter(has_text="Clear").locator("[data-column=title]").click()
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Alt+e")
    change = page.get_by_role("dialog", name="Edit 2 rows")
    change.get_by_role("combobox", name="Field").click()
    page.get_by_role("option", name="Move by days").click()
    change.get_by_role("textbox", name="New value").fill("7")
    expect(change.get_by_text(re.compile("3 tasks moved"))).to_be_visible()
    change.get_by_role("button", name="Change 2 rows").click()
    expect(grid.get_by_role("row").filter(has_text="Clear").get_by_text("9 Mar 2026")).to_be_visible()

    # Then both are put into another state, and stand below its name.
    expect(change).to_have_count(0)
    grid.get_by_role("row").filter(has_text="Clear").locator("[data-column=title]").click()
    page.keyboard.press("Shift+ArrowDown")
    page.keyboard.press("Alt+e")
    change.get_by_role("combobox", name="Field").click()
    page.get_by_role("option", name="State", exact=True).click()
    change.get_by_role("combobox", name="New value").click()
    page.get_by_role("option", name="In progress").click()
    change.get_by_role("button", name="Change 2 rows").click()
    expect(change).to_have_count(0)
    page.get_by_role("combobox", name="Group by").click()
    page.get_by_role("option", name="State", exact=True).click()
    expect(grid.get_by_role("row", name=re.compile("In progress"))).to_be_visible()
    page.get_by_role("combobox", name="Group by").press("Escape")
