"""A plan is kept as a template, a project starts from it, its map grows by keys, and a checklist becomes work."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings

pytestmark = pytest.mark.journey


def test_a_plan_is_made_again_from_a_template_and_broken_down_as_a_map_with_checklists(
    visitor: Callable[..., Page],
) -> None:
    page = visitor("marek")
    page.goto("/fernhaven/projects")
    projects = page.request.get("/api/projects").json()["items"]
    cold = next(project for project in projects if project["code"] == "CLD")
    page.goto(f"/fernhaven/projects/{cold['id']}")
    expect(page.get_by_role("treegrid")).to_be_visible()
    page.get_by_role("button", name="Rows", exact=True).click()
    page.get_by_role("menuitem", name="Save as a template…").click()
    save = page.get_by_role("dialog", name="Save as a template")
    save.get_by_role("textbox", name="Name").fill("Depot rollout")
    assert grave_findings(page) == []
    save.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Look at it").click()

    # Before anything is made one sees every item with its dates.
    page.get_by_role("button", name="Start a project…").click()
    ask = page.get_by_role("dialog", name="A project from Depot rollout")
    ask.get_by_role("textbox", name="Name").fill("Northern depots")
    expect(ask.get_by_text(re.compile(r"^\d+ items, from "))).to_be_visible()
    expect(ask.get_by_role("region", name="What will be made").get_by_role("row").nth(3)).to_be_visible()
    assert grave_findings(page) == []
    begin = ask.get_by_role("button", name="Start the project")
    expect(begin).to_be_enabled()
    begin.click()
    expect(page).to_have_url(re.compile(rf"/projects/(?!{cold['id']})[0-9a-f-]{{36}}"))
    expect(page.get_by_role("treegrid")).to_be_visible()

    # The same outline as a map: a child, named, and one beside it, without leaving the keys.
    page.get_by_role("tab", name="Mind map").click()
    tree = page.get_by_role("tree", name="Northern depots")
    tree.get_by_role("treeitem", name=re.compile("^Northern depots")).click()
    page.keyboard.press("Tab")
    field = page.get_by_role("textbox", name="Title")
    expect(field).to_be_focused()
    page.keyboard.type("Say goodbye")
    page.keyboard.press("Enter")
    goodbye = tree.get_by_role("treeitem", name="Say goodbye")
    expect(goodbye).to_be_focused()
    page.keyboard.press("Tab")
    expect(field).to_be_focused()
    page.keyboard.type("Order a cake")
    page.keyboard.press("Enter")
    cake = tree.get_by_role("treeitem", name="Order a cake")
    expect(cake).to_have_attribute("aria-level", "3")
    expect(goodbye).to_have_attribute("aria-expanded", "true")
    expect(cake).to_be_focused()
    page.keyboard.press("Alt+ArrowLeft")
    expect(cake).to_have_attribute("aria-level", "2")
    assert grave_findings(page) == []

    # What is to be thought of within it is ticked, and becomes work of its own.
    page.keyboard.press("Control+Enter")
    checks = page.get_by_role("region", name="Checklist")
    add = checks.get_by_role("textbox", name="Add an entry, or paste a list")
    for done, text in enumerate(("Ask who likes chocolate", "Candles"), 1):
        add.fill(text)
        add.press("Enter")
        expect(checks.get_by_text(f"0 of {done} done")).to_be_visible()
    # Not check(): that asks at once whether the box is ticked, and what is foreseen is drawn a moment later.
    asked = checks.get_by_role("checkbox", name="Ask who likes chocolate")
    asked.click()
    expect(asked).to_be_checked()
    expect(checks.get_by_text("1 of 2 done")).to_be_visible()
    assert grave_findings(page) == []
    checks.get_by_role("button", name="What to do with Candles").click()
    page.get_by_role("menuitem", name="Make it an item after this one").click()
    expect(checks.get_by_text("1 of 1 done")).to_be_visible()
    expect(tree.get_by_role("treeitem", name="Candles")).to_have_attribute("aria-level", "2")
