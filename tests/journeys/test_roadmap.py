"""A roadmap people believe: every view, a promise that speaks up, the check, the past, a launch, the text."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings

pytestmark = pytest.mark.journey
Visitor = Callable[..., Page]


def roadmap(page: Page) -> dict[str, Any]:
    product = page.request.get("/api/products").json()[0]["id"]
    answer: dict[str, Any] = page.request.get(f"/api/products/{product}/roadmap").json()
    return answer


def initiative(page: Page, key: str) -> dict[str, Any]:
    found: dict[str, Any] = next(row for row in roadmap(page)["initiatives"] if row["key"] == key)
    return found


@pytest.fixture
def quay(visitor: Visitor) -> Iterator[Page]:
    """The owner's browser while there is a product to move to; afterwards there is one less again."""
    page = visitor("greta")
    page.goto("/fernhaven/roadmap?view=table")
    token = next(one["value"] for one in page.context.cookies() if one["name"] == "northline_csrf")
    sent = {"headers": {"X-CSRFToken": token}}
    made = page.request.post("/api/products", data={"title": "Quay"}, **sent)
    assert made.ok, made.text()
    yield page
    made_by = page.request.get(f"/api/changes?kind=product&id={made.json()['id']}").json()["items"][-1]
    undone = page.request.post(f"/api/changes/{made_by['id']}/undo", data={}, **sent)
    assert undone.ok, undone.text()


def settled(page: Page) -> None:
    expect(page.get_by_role("button", name=re.compile("^Undo")).last).to_be_visible()


def test_several_cards_picked_on_the_board_move_as_one_and_back(visitor: Visitor) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/roadmap?view=board&columns=horizon")
    for key in ("INI-12", "INI-18"):
        card = page.get_by_role("listitem").filter(has_text=key)
        card.get_by_role("link").focus()
        page.keyboard.press("x")
    bar = page.get_by_role("toolbar", name="What is picked")
    expect(bar).to_contain_text("2 picked")
    expect(page).to_have_url(re.compile("picked="))

    bar.get_by_role("combobox", name="Horizon").click()
    page.get_by_role("option", name="Next", exact=True).click()

    settled(page)
    assert {initiative(page, key)["horizon"] for key in ("INI-12", "INI-18")} == {"next"}

    with page.expect_response(re.compile(r"/undo$")) as answer:
        page.get_by_role("button", name=re.compile("^Undo")).last.click()

    assert answer.value.ok
    assert {initiative(page, key)["horizon"] for key in ("INI-12", "INI-18")} == {"later"}


def test_an_initiative_moves_to_another_product_and_back_unless_something_waits_for_it(quay: Page) -> None:
    page, home = quay, roadmap(quay)
    keys = {row["id"]: row["key"] for row in home["initiatives"]}
    tied = home["dependencies"][0]
    holding, held = keys[tied["before_id"]], keys[tied["after_id"]]
    page.reload()
    move = page.get_by_role("button", name="Move to another product")
    dialog = page.get_by_role("dialog", name="Move an initiative to another product")

    def look(key: str) -> None:
        page.get_by_role("checkbox", name=f"Choose {key}", exact=True).check()
        move.click()
        dialog.get_by_role("combobox", name="Product").click()
        page.get_by_role("option", name="Quay").click()

    look(holding)
    expect(dialog.get_by_role("alert")).to_contain_text(held)
    expect(dialog.get_by_role("button", name="Move 1 initiative")).to_be_disabled()
    assert grave_findings(page) == []
    dialog.get_by_role("button", name="Cancel").click()
    page.get_by_role("checkbox", name=f"Choose {holding}", exact=True).uncheck()

    look("INI-16")
    expect(dialog.get_by_role("row")).to_contain_text("INI-16")
    expect(dialog.get_by_role("row")).to_contain_text("leaves the lane “Platform”")
    dialog.get_by_role("button", name="Move 1 initiative").click()
    expect(page.get_by_text("Moved 1 initiative to Quay.")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="INI-16")).to_have_count(0)
    assert "INI-16" not in {row["key"] for row in roadmap(page)["initiatives"]}

    with page.expect_response(re.compile(r"/undo$")) as answer:
        page.get_by_role("button", name=re.compile("^Undo")).last.click()
    assert answer.value.ok
    expect(page.get_by_role("row").filter(has_text="INI-16")).to_contain_text("Platform")


def test_a_window_that_breaks_a_promise_is_asked_about_before_anything_moves(visitor: Visitor) -> None:
    page = visitor("priya")
    promise = next(row for row in roadmap(page)["promises"] if row["promised_to"] == "Nordlicht")
    made = next(row for row in roadmap(page)["initiatives"] if row["id"] == promise["initiative_id"])
    page.goto(f"/fernhaven/o/initiative/{made['key']}")

    def postpone() -> None:
        page.get_by_role("button", name=re.compile("^Window:")).click()
        page.get_by_text("Quarters", exact=True).click()
        page.get_by_role("button", name="Save").click()

    postpone()
    question = page.get_by_role("dialog", name="Why does it change?")
    question.get_by_label("Why?").fill("The map supplier is late")
    question.get_by_role("button", name="Go on").click()
    warning = page.get_by_role("dialog", name="This breaks a promise")
    expect(warning).to_contain_text("Nordlicht")
    assert initiative(page, made["key"])["window"] == made["window"]

    warning.get_by_role("button", name="Leave it as it was").click()

    expect(page.get_by_role("button", name=re.compile("^Window:")).first).to_be_visible()
    assert initiative(page, made["key"])["window"] == made["window"]


def test_the_check_finds_what_is_wrong_and_mends_it_at_a_click(visitor: Visitor) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/roadmap?panel=findings")
    fix = page.get_by_role("button", name=re.compile("^(Move it on|Move to next|Put it behind):")).first
    expect(fix).to_be_visible()
    name = fix.get_attribute("aria-label")
    assert name is not None
    key = name.rpartition(" ")[2]
    before = initiative(page, key)

    fix.click()

    settled(page)
    assert initiative(page, key)["version"] > before["version"]
    page.get_by_role("button", name=re.compile("^Undo")).last.click()
    expect(page.get_by_role("button", name=name)).to_be_visible()


def test_the_past_tells_what_moved_since(visitor: Visitor) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/roadmap?panel=history")
    page.get_by_role("combobox", name="Compared with").click()
    page.get_by_role("option", name=re.compile("^Quarterly review")).click()

    changes = page.get_by_role("region", name="What is otherwise")

    expect(changes).to_contain_text(re.compile(r"moved \d+ (day|week)s? later"))
    expect(page.get_by_text("Dashed outlines show where things stood")).to_be_visible()


def test_a_launch_is_checked_off_decided_and_let_out(visitor: Visitor) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/launches")
    page.get_by_role("link", name="Cold chain pilot").click()
    checklist = page.get_by_role("region", name="Checklist")
    point = checklist.get_by_label("Tell sales what changes").first
    point.click()
    expect(point).to_be_checked()
    settled(page)
    left = checklist.get_by_role("checkbox", checked=False).count()
    decision = page.get_by_role("region", name="Go or no go")
    decision.get_by_label(re.compile("^Why")).fill("The pilot customers are waiting")
    decision.get_by_role("button", name="Go", exact=True).click()
    expect(decision).to_contain_text(f"{left} points were open")

    decision.get_by_role("button", name="It is out").click()

    reviews = page.get_by_role("region", name="What came of it")
    expect(reviews.get_by_text(re.compile("30 days on")).first).to_be_visible()


def test_the_roadmap_is_edited_as_text_after_a_dry_run(visitor: Visitor) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/roadmap")
    page.get_by_role("button", name="More").click()
    page.get_by_role("menuitem", name="Roadmap as text").click()
    text = page.get_by_role("dialog", name="Roadmap as text")
    area = text.get_by_label("Roadmap as text")
    expect(area).to_have_value(re.compile("INI-16"))
    area.fill(area.input_value().replace("Orders from mails", "Orders from e-mails"))
    text.get_by_role("button", name="Show what would change").click()
    expect(text).to_contain_text("INI-16 Orders from e-mails (title)")
    assert initiative(page, "INI-16")["title"] == "Orders from mails"

    text.get_by_role("button", name="Apply").click()

    settled(page)
    assert initiative(page, "INI-16")["title"] == "Orders from e-mails"


def test_the_list_is_edited_in_place_and_asks_why_a_committed_window_moves(visitor: Visitor) -> None:
    page = visitor("priya")
    row = next(row for row in roadmap(page)["initiatives"] if row["status"] == "committed" and row["window"])
    page.goto("/fernhaven/roadmap?view=table&list=" + quote(json.dumps({"q": row["title"]})))
    line = page.get_by_role("row").filter(has_text=row["key"])
    finish = line.locator("[data-column='3']")
    finish.dblclick()
    day = finish.locator("input")
    day.fill("2027-12-24")
    day.press("Enter")

    question = page.get_by_role("dialog", name="Why does it change?")
    question.get_by_label("Why?").fill("The map supplier is late")
    with page.expect_response(re.compile("/lists/initiative/bulk$")) as saved:
        question.get_by_role("button", name="Go on").click()

    assert saved.value.ok
    expect(finish).to_contain_text("2027")
    assert initiative(page, row["key"])["window"]["finish"] == "2027-12-24"


def test_a_board_by_a_field_of_ones_own_is_kept_as_a_view_with_its_colours(visitor: Visitor) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/roadmap")
    page.get_by_role("button", name="For whom").click()
    expect(page.get_by_role("heading", name="Pharmacies")).to_be_visible()
    page.get_by_role("combobox", name="Colour by").click()
    page.get_by_role("option", name="Depots reached").click()
    expect(page.get_by_role("list", name="What the colours mean")).to_contain_text("100 – 150")

    page.get_by_role("button", name="Save as").click()
    page.get_by_label("Name").fill("Reach by market")
    page.get_by_role("dialog").get_by_role("button", name="Save").click()

    kept = page.get_by_role("button", name="Only you see this Reach by market")
    expect(kept).to_be_visible()
    page.goto("/fernhaven/roadmap")
    kept.click()
    expect(page.get_by_role("heading", name="Pharmacies")).to_be_visible()
    expect(page.get_by_role("list", name="What the colours mean")).to_contain_text("100 – 150")


def test_the_portfolio_adds_up_what_its_lanes_hold(visitor: Visitor) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/portfolio")
    page.get_by_text("Theme", exact=True).click()
    table = page.get_by_role("region", name="Roll-up").get_by_role("table")
    expect(table.get_by_role("row").last).to_contain_text("Together")
    told = page.request.get("/api/portfolio?by=theme").json()

    expect(table.get_by_role("row")).to_have_count(len(told["lanes"]) + 2)
    expect(page.get_by_role("region", name="Capacity")).to_contain_text("All, everybody once")
