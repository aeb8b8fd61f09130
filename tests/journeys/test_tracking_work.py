"""Work is moved over the board, reported from a phone, carried over, and told of in charts that agree."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import side_panel

pytestmark = pytest.mark.journey


def test_work_moves_over_the_board_into_my_work_an_iteration_and_the_charts(
    visitor: Callable[..., Page],
) -> None:
    page = visitor("marek")
    projects = page.request.get("/api/projects").json()["items"]
    plan = next(project["id"] for project in projects if project["code"] == "CLD")
    home = f"/fernhaven/projects/{plan}"

    # Onto the board: a card goes one state to the right by the keyboard, which starts it.
    page.goto(f"{home}?view=board")
    todo = page.get_by_role("region", name="To do", exact=True)
    building = page.get_by_role("region", name="In progress", exact=True)
    card = todo.get_by_role("listitem").first
    title = card.get_by_role("link").inner_text()
    card.get_by_role("link").focus()
    page.keyboard.press("Alt+ArrowRight")
    expect(building.get_by_role("link", name=title, exact=True)).to_be_visible()
    expect(page.get_by_text(re.compile("is in .?In progress.? now"))).to_be_visible()
    building.get_by_role("link", name=title, exact=True).click()
    panel = side_panel(page)
    expect(panel.get_by_label("State")).to_have_value("In progress")
    expect(panel.get_by_text("Actual", exact=True)).to_be_visible()

    # What is done in the plan is done on the board: the percentage moves it.
    panel.get_by_label("Done", exact=True).fill("100")
    panel.get_by_label("Done", exact=True).press("Enter")
    expect(panel.get_by_label("State")).to_have_value("Done")
    panel.get_by_label("Close").click()
    expect(building.get_by_role("link", name=title, exact=True)).to_have_count(0)

    # Rows by owner, and only one's own.
    page.get_by_role("combobox", name="Rows").click()
    page.get_by_role("option", name="Owner").click()
    expect(page.get_by_role("heading", level=3, name="Lena Brandt")).to_be_visible()

    # An iteration is closed, and its open work goes on.
    page.goto(f"{home}?view=iterations")
    expect(page.get_by_role("heading", level=2, name="Iteration 6")).to_be_visible()
    page.get_by_role("button", name="Close", exact=True).click()
    form = page.get_by_role("dialog")
    expect(form.get_by_role("combobox", name="What is open goes")).to_have_value("Iteration 7")
    form.get_by_role("button", name="Close", exact=True).last.click()
    expect(page.get_by_text(re.compile(r"Iteration 6 is closed, \d+ open tasks? went on"))).to_be_visible()

    # The charts: one progress by three measures, with why they disagree, and each picture's table.
    page.goto(f"{home}?view=flow")
    expect(page.get_by_role("heading", name="How far it is")).to_be_visible()
    expect(page.get_by_role("img", name="Cumulative flow")).to_be_visible()
    page.get_by_role("radiogroup", name="How to show Throughput").get_by_text("Table").click()
    expect(page.get_by_role("table", name="Throughput")).to_be_visible()

    # On a phone: how far one is, said with a thumb, and it is off the list of what is to do.
    phone = visitor("lena", phone=True)
    phone.goto("/fernhaven/my-work")
    first = phone.get_by_role("main").get_by_role("listitem").filter(has=phone.get_by_role("slider")).first
    name = first.get_by_role("link").first.inner_text()
    first.get_by_role("slider").focus()
    phone.keyboard.press("End")
    expect(phone.get_by_text(re.compile("is noted"))).to_be_visible()
    lately = phone.get_by_role("region", name="Done lately")
    expect(lately.get_by_role("link", name=name, exact=True)).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
