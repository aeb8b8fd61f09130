"""From a piece of evidence to the task and back; and an initiative dragged to another time."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import side_panel

pytestmark = pytest.mark.journey


EVIDENCE = "Two lost contracts named the missing cold chain report"


def test_evidence_leads_to_a_task_and_the_task_back_to_the_evidence(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/discover?tab=insights&list=" + quote('{"q":"lost contracts"}'))
    page.get_by_role("link", name=EVIDENCE).first.click()
    peek = side_panel(page)
    expect(peek).to_contain_text("INS-")

    page.goto("/fernhaven/o/insight/INS-8")
    expect(page.get_by_role("heading", level=1)).to_contain_text(EVIDENCE)
    page.get_by_text("List", exact=True).last.click()
    page.get_by_role("link", name="Pilot with Nordlicht").first.click()
    peek = side_panel(page)
    expect(peek).to_contain_text("CLD-")

    peek.get_by_role("link", name=EVIDENCE).first.click()

    expect(side_panel(page)).to_contain_text("INS-8")


def windows(page: Page) -> dict[str, Any]:
    product = page.request.get("/api/products").json()[0]["id"]
    roadmap = page.request.get(f"/api/products/{product}/roadmap").json()
    return {initiative["key"]: initiative["window"] for initiative in roadmap["initiatives"]}


def a_bar(page: Page) -> tuple[float, float]:
    """A place on the canvas where there is something to drag."""
    canvas = page.locator("canvas").last
    expect(canvas).to_be_visible()
    box = canvas.bounding_box()
    assert box is not None
    for y in range(int(box["y"]) + 60, int(box["y"]) + 260, 10):
        for x in range(int(box["x"]) + 40, int(box["x"] + box["width"]) - 240, 40):
            page.mouse.move(x, y)
            looks = "([x, y]) => getComputedStyle(document.elementFromPoint(x, y)).cursor"
            if page.evaluate(looks, [x, y]) in ("pointer", "grab", "move"):
                # A little further in, so that it is the bar and not its end.
                return x + 40, y + 4
    raise AssertionError("there is no bar on the roadmap")


def test_a_dragged_initiative_moves_and_the_toast_takes_it_back(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/roadmap")
    before = windows(page)
    x, y = a_bar(page)

    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 90, y, steps=6)
    page.mouse.move(x + 180, y, steps=6)
    page.mouse.up()

    undo = page.get_by_role("button", name=re.compile("^Undo")).last
    expect(undo).to_be_visible()
    moved = windows(page)
    assert sum(before[key] != moved[key] for key in before) == 1

    with page.expect_response(re.compile(r"/api/changes/[0-9a-f-]+/undo$")) as answer:
        undo.click()

    assert answer.value.ok
    assert windows(page) == before
