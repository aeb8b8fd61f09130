"""From an outcome to a tested idea: the tree, the four risks and experiments, in the browser."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.axe import grave_findings
from tests.journeys.conftest import side_panel

pytestmark = pytest.mark.journey
CANVAS = "/fernhaven/discover?tab=opportunities&shape=canvas"


def card(page: Page, text: str) -> Locator:
    return page.get_by_role("treeitem").filter(has_text=text)


def test_the_tree_grows_by_keyboard_and_is_moved_by_hand(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    page.goto(CANVAS)
    card(page, "Trust the order of stops").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")  # an idea instead of an opportunity
    page.keyboard.type("Let drivers put the stops in order")
    page.keyboard.press("Enter")
    idea = card(page, "Let drivers put the stops in order")
    expect(idea).to_have_attribute("aria-level", "3")
    page.get_by_role("tree").get_by_role("textbox").press("Escape")

    def drag(what: Locator, onto: Locator) -> None:
        what.hover()
        page.mouse.down()
        box = onto.bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + 60, box["y"] + 12, steps=6)
        page.mouse.up()

    drag(idea, card(page, "Keep what people know about a site"))
    expect(idea).to_have_attribute("aria-level", "4")
    drag(card(page, "Trust the order of stops"), card(page, "Keep what people know about a site"))
    expect(page.get_by_text("A branch cannot hang below itself.").first).to_be_visible()
    expect(card(page, "Trust the order of stops")).to_have_attribute("aria-level", "2")
    assert grave_findings(page) == []


def test_a_risk_is_set_tested_and_moves_with_the_result(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/o/idea/IDEA-9")
    risks = page.get_by_role("region", name="Four risks")
    risks.get_by_role("button", name=re.compile("^Usable")).click()
    confidence = risks.get_by_label("Confidence")
    confidence.fill("40")
    confidence.blur()
    expect(risks.get_by_role("button", name=re.compile("^Usable.*40"))).to_be_visible()

    risks.get_by_role("button", name="Plan experiment").click()
    form = page.get_by_role("dialog")
    form.get_by_label("Experiment", exact=False).first.fill("Five pharmacists sign on the page")
    form.get_by_label("What is measured").fill("Pharmacists who sign unaided")
    form.get_by_label("Threshold").fill("4")
    form.get_by_role("button", name="Create").click()
    peek = side_panel(page)
    peek.get_by_role("button", name="Start experiment").click()
    peek.get_by_label("Pharmacists who sign unaided").fill("5")
    peek.get_by_label("What we learned").fill("All five, in under a minute.")
    peek.get_by_role("button", name="Finish with this result").click()
    expect(peek.get_by_text("Confirmed").first).to_be_visible()

    peek.get_by_role("button", name="Take up").click()
    expect(peek.get_by_text(re.compile("Priya Raman took this up: Usable went from 40"))).to_be_visible()
    expect(risks.get_by_role("button", name=re.compile("^Usable.*77"))).to_be_visible()
    assert grave_findings(page) == []
