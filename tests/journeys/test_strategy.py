"""Setting a vision and deciding what comes first, in the browser."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings

pytestmark = pytest.mark.journey


def test_a_board_member_signs_the_vision_with_a_reservation(visitor: Callable[..., Page]) -> None:
    ruth, priya = visitor("ruth"), visitor("priya")
    ruth.goto("/fernhaven/inbox")
    expect(ruth.get_by_text("asked you to sign").first).to_be_visible()
    for page in (ruth, priya):
        page.goto("/fernhaven/strategy")
    panel = priya.get_by_role("region", name="Sign-off")
    before = panel.get_by_text(re.compile("aligned")).inner_text()

    ruth.get_by_placeholder("Your reservation or objection, in your words").fill("If pharmacy pays by June.")
    ruth.get_by_role("button", name="I agree with this reservation").click()

    expect(panel.get_by_text("If pharmacy pays by June.")).to_be_visible()
    expect(panel.get_by_text(re.compile("aligned"))).not_to_have_text(before)


def test_a_score_moves_an_initiative_and_is_undone(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/strategy?tab=prioritise")
    grid = page.get_by_role("table")
    first = grid.locator("tbody tr").nth(0).locator("th")
    expect(first).to_be_visible()
    leader = first.inner_text()
    key = re.search(r"INI-\d+", leader).group()  # type: ignore[union-attr]
    cell = grid.get_by_role("cell", name=re.compile(rf"^{key}, Reach"))
    cell.click()
    page.keyboard.type("1")
    page.keyboard.press("Enter")

    expect(first).not_to_have_text(re.compile(rf"^{key}"))
    page.get_by_role("button", name="Undo").first.click()
    expect(first).to_have_text(re.compile(rf"^{key}"))


def test_a_stakeholder_is_moved_by_the_keyboard(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/strategy?tab=stakeholders")
    person = page.get_by_role("button", name=re.compile("^Haulage association: power 30"))
    person.focus()
    page.keyboard.press("ArrowUp")

    expect(page.get_by_role("button", name=re.compile("^Haulage association: power 35"))).to_be_visible()


def test_no_part_of_strategy_has_a_serious_finding(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    found: dict[str, list[str]] = {}
    for part in ("", "?tab=objectives", "?tab=prioritise", "?tab=prioritise&as=scatter", "?tab=stakeholders"):
        page.goto(f"/fernhaven/strategy{part}")
        expect(page.get_by_role("tab", selected=True)).to_be_visible()
        expect(page.get_by_role("tabpanel").locator("h2, table, svg").first).to_be_visible()
        if grave := grave_findings(page):
            found[part] = grave

    assert found == {}
