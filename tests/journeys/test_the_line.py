"""The whole line in the browser: plan, reschedule in two browsers, undo, share."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.journey

OWN = Path(__file__).with_name("plan.xml")


def plan_file() -> tuple[Path, str]:
    """A real plan where the data folder is there, else the project's own; and the name of one of its first tasks."""
    data = Path(os.environ.get("NORTHLINE_DATASETS", Path(__file__).parents[3] / "shared" / "data"))
    real = data / "msproject" / "mp_j90_a2_nr1.xml"
    return (real, "P1-Task 2") if real.exists() else (OWN, "Survey")


def cell(page: Page, title: str, column: str) -> Locator:
    """The cell of the outline's row with that title."""
    named = page.locator("[role=row]").filter(
        has=page.locator("[data-column=title]").filter(has_text=re.compile(rf"^{re.escape(title)}\b"))
    )
    return named.first.locator(f"[data-column={column}]")


def test_a_plan_is_imported_edited_seen_elsewhere_and_undone(visitor: Callable[..., Page]) -> None:
    file, task = plan_file()
    page = visitor("marek")
    page.goto("/fernhaven/projects/import")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Upload").click()
    expect(page.get_by_text("Nothing is made yet")).to_be_visible()
    page.get_by_role("button", name="Make the project").click()
    page.get_by_role("link", name="Open the project").or_(
        page.get_by_role("button", name="Open the project")
    ).first.click()
    page.wait_for_url(re.compile(r"/projects/[0-9a-f-]{36}"))
    other = visitor("priya")
    other.goto(page.url)
    finish = cell(page, task, "finish").inner_text()
    expect(cell(other, task, "finish")).to_have_text(finish)

    cell(page, task, "duration").dblclick()
    page.keyboard.press("Control+a")
    page.keyboard.type("60d")
    page.keyboard.press("Enter")

    moved = page.get_by_role("status").filter(has_text="finish")
    expect(moved).to_be_visible()
    expect(cell(page, task, "finish")).not_to_have_text(finish)
    expect(cell(other, task, "finish")).not_to_have_text(finish)

    moved.get_by_role("button", name="Undo").click()

    expect(cell(page, task, "finish")).to_have_text(finish)
    expect(cell(other, task, "finish")).to_have_text(finish)


def test_the_chance_of_the_deadline_moves_in_both_browsers(visitor: Callable[..., Page]) -> None:
    page, other = visitor("marek"), visitor("priya")
    for browser in (page, other):
        browser.goto("/fernhaven/projects")
        browser.get_by_role("link", name="Cold chain record").first.click()
        browser.wait_for_url(re.compile(r"/projects/[0-9a-f-]{36}"))
        expect(browser.get_by_role("grid").or_(browser.get_by_role("treegrid")).first).to_be_visible()
    head = other.locator("main").get_by_text(re.compile(r"^\d+\s?%\s*(On track|At risk|Off track)$"))
    chance = head.first
    before = chance.inner_text().split()[0]

    cell(page, "Pairing without the driver's hands", "duration").dblclick()
    page.keyboard.press("Control+a")
    page.keyboard.type("30d")
    page.keyboard.press("Enter")

    said = page.get_by_role("status").filter(has_text="chance")
    expect(said).to_be_visible()
    expect(chance).not_to_contain_text(before)
    said.get_by_role("button", name="Undo").click()
    expect(chance).to_contain_text(before)


def test_a_shared_roadmap_opens_signed_out_and_closes_when_revoked(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/roadmap")
    page.get_by_role("button", name="Share").click()
    page.get_by_role("dialog").get_by_role("button", name="Make the link").click()
    address = page.get_by_role("dialog").get_by_label("Address").input_value()

    reader = visitor()
    reader.goto(address)
    expect(reader.get_by_role("heading", level=1)).to_be_visible()
    expect(reader.get_by_text("Fernhaven", exact=True)).to_have_count(0)

    page.goto("/fernhaven/settings/shares")
    open_ones = page.get_by_role("button", name=re.compile("^Close: "))
    expect(open_ones.first).to_be_visible()
    before = open_ones.count()
    open_ones.first.click()
    page.get_by_role("dialog").get_by_role("button", name="Close", exact=True).last.click()
    expect(open_ones).to_have_count(before - 1)

    reader.reload()
    expect(reader.get_by_text(re.compile("not open|closed", re.I)).first).to_be_visible()
