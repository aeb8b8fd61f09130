"""Work is moved over the board, reported from a phone, carried over, and told of in charts that agree."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings
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


def test_a_bug_goes_through_its_own_states_on_the_board_of_all_and_on_its_own(
    visitor: Callable[..., Page],
) -> None:
    # An admin adds a type with states of its own.
    admin = visitor("amos")
    admin.goto("/fernhaven/settings/types")
    expect(admin.get_by_role("row", name=re.compile("Bug.*Reported → Reproduced"))).to_be_visible()
    admin.get_by_role("button", name="Add a type").click()
    form = admin.get_by_role("dialog")
    form.get_by_label("Name").fill("Chore")
    form.get_by_role("radio", name="Tool").check()
    form.get_by_role("switch", name="States of its own").check(force=True)
    form.get_by_role("textbox", name="Name of the state").first.fill("Waiting")
    assert grave_findings(admin) == []
    form.get_by_role("button", name="Save").click()
    expect(admin.get_by_role("row", name=re.compile("Chore.*Waiting → In progress → Done"))).to_be_visible()

    page = visitor("marek")
    projects = page.request.get("/api/projects").json()["items"]
    plan = next(project["id"] for project in projects if project["code"] == "CLD")
    home = f"/fernhaven/projects/{plan}"

    # A card of the board of all takes the state of its own that counts as the column.
    page.goto(f"{home}?view=board")
    name = "Clock correction between devices"
    todo = page.get_by_role("region", name="To do", exact=True)
    building = page.get_by_role("region", name="In progress", exact=True)
    card = todo.get_by_role("listitem").filter(has_text=name)
    expect(card.get_by_text("Reported")).to_be_visible()
    card.get_by_role("link").focus()
    page.keyboard.press("Alt+ArrowRight")
    expect(building.get_by_role("listitem").filter(has_text=name).get_by_text("Fixing")).to_be_visible()

    # Alone they stand in their own columns.
    page.get_by_role("combobox", name="Type of work").click()
    page.get_by_role("option", name="Bug").click()
    fixing = page.get_by_role("region", name="Fixing", exact=True)
    expect(fixing.get_by_role("link", name=name, exact=True)).to_be_visible()
    expect(page.get_by_role("heading", level=2, name=re.compile("Closed"))).to_be_visible()
    assert grave_findings(page) == []

    # Given another type it shows the fields of that one; given its own again, what it had of its own is there.
    fixing.get_by_role("link", name=name, exact=True).click()
    panel = side_panel(page)
    expect(panel.get_by_text("Severity", exact=True)).to_be_visible()
    for chosen, state, field, gone in (
        ("Story", "In progress", "Accepted when", "Severity"),
        ("Bug", "Fixing", "Medium", "Accepted when"),
    ):
        panel.get_by_role("combobox", name="Type of work").click()
        page.get_by_role("option", name=chosen).click()
        expect(panel.get_by_role("button", name=re.compile(field))).to_be_visible()
        expect(panel.get_by_text(gone, exact=True)).to_have_count(0)
        expect(panel.get_by_label("State")).to_have_value(state)

    # In the outline a type is typed by its name; what is none is refused where it was typed.
    page.goto(f"{home}?view=gantt")
    row = page.get_by_role("treegrid").get_by_role("row", name=re.compile("Interview twelve"))
    row.locator('[data-column="type"]').dblclick()
    page.keyboard.type("Epic")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="There is no such type")).to_be_visible()
    cell = row.get_by_role("combobox", name="Type", exact=True)
    cell.fill("chore")
    cell.press("Enter")
    expect(row.get_by_role("gridcell", name="Chore")).to_be_visible()

    # The list of all work is grouped by it.
    page.goto("/fernhaven/projects?view=work")
    page.get_by_role("button", name="Group").click()
    page.get_by_role("menuitem", name="Type of work").click()
    expect(page.get_by_role("row", name=re.compile("^Chore"))).to_be_visible()
