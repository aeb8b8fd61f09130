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


def test_a_vision_is_rewritten_and_compared_word_by_word(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/strategy")
    page.get_by_role("button", name="Write the next version").click()
    statement = page.get_by_role("textbox", name="Vision, statement 1")
    statement.fill("A broken day is put right in seconds, and everyone it touches knows why.")
    page.get_by_label("What changed, and why?").fill("The pilots were faster than we dared to say.")
    page.get_by_role("button", name="Save as version 3").click()
    page.get_by_label("Compare with").first.click()
    page.get_by_role("option", name=re.compile("^Version 2,")).click()

    differences = page.get_by_role("region", name="Differences")
    expect(differences.locator("del")).to_have_text("minutes")
    expect(differences.locator("ins")).to_have_text("seconds")


def test_a_statement_of_the_vision_is_a_fact_with_its_evidence(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/strategy")
    page.get_by_role("button", name="Write the next version").click()
    page.get_by_role("button", name="Add to Business goals").click()
    page.keyboard.type("Two carriers pay by spring.")
    page.get_by_role("button", name=re.compile("Business goals, statement 3: mark as Fact")).click()
    page.get_by_role("button", name=re.compile("^Save as version")).click()
    line = page.get_by_role("listitem").filter(has_text="Two carriers pay by spring.")
    expect(line).to_contain_text("Fact")
    line.get_by_role("link").click()
    peek = page.get_by_role("region", name="Statement in the side panel")
    peek.get_by_role("button", name="Link", exact=True).click()
    page.get_by_text("contradicted by", exact=True).click()
    page.get_by_placeholder(re.compile("^Find insight", re.IGNORECASE)).fill("Routewise")
    page.get_by_role("option", name=re.compile("Routewise")).or_(
        page.get_by_role("button", name=re.compile("Sales loses to Routewise"))
    ).first.click()
    expect(line).to_contain_text("Contradicted")


def test_a_canvas_is_written_backed_with_evidence_and_signed(visitor: Callable[..., Page]) -> None:
    priya, greta = visitor("priya"), visitor("greta")
    address = "/fernhaven/strategy?tab=canvases&canvas=CAN-2"
    priya.goto(address)
    priya.get_by_role("button", name="Write the next version").click()
    priya.get_by_role("button", name="Add to Threats").click()
    priya.keyboard.type("Two large carriers open their planning.")
    priya.get_by_role("button", name="Save as version 2").click()
    line = priya.get_by_role("listitem").filter(has_text="Two large carriers")
    expect(line).to_contain_text("No evidence")

    line.get_by_role("link").click()
    peek = priya.get_by_role("region", name="Statement in the side panel")
    peek.get_by_role("button", name="Link", exact=True).click()
    priya.get_by_text("contradicted by", exact=True).click()
    priya.get_by_placeholder(re.compile("^Find insight", re.IGNORECASE)).fill("Routewise")
    priya.get_by_role("option", name=re.compile("Routewise")).or_(
        priya.get_by_role("button", name=re.compile("Sales loses to Routewise"))
    ).first.click()
    expect(line).to_contain_text("Contradicted")

    priya.keyboard.press("Escape")
    priya.get_by_role("button", name="Put up for sign-off").click()
    priya.get_by_role("dialog").get_by_role("button").last.click()
    greta.goto(address)
    greta.get_by_role("button", name="I agree", exact=True).click()
    expect(greta.get_by_role("region", name="Sign-off").get_by_text(re.compile("aligned"))).to_be_visible()


def test_themes_never_take_more_than_all_and_a_weight_moves_the_objective(
    visitor: Callable[..., Page],
) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/strategy?tab=themes")
    share = page.get_by_label("Intended share of The broken day")
    expect(share).to_have_value(re.compile("45"))
    share.fill("90")
    share.press("Enter")
    expect(page.get_by_text(re.compile("would take 145 % of all effort"))).to_be_visible()
    expect(share).to_have_value(re.compile("45"))
    share.fill("40")
    share.press("Enter")
    expect(page.get_by_text(re.compile("95\u202f?% of all effort is given out"))).to_be_visible()

    page.goto("/fernhaven/o/objective/OBJ-1")
    progress = page.locator("dd").filter(has_text=re.compile(r"^\d+\s?%$")).first
    before = progress.inner_text()
    page.goto("/fernhaven/o/key_result/KR-1")
    weight = page.get_by_label("Weight")
    weight.fill("60")
    with page.expect_response(
        lambda answer: "/key-results/" in answer.url and answer.request.method == "PATCH"
    ) as saved:
        weight.press("Enter")
    assert saved.value.ok
    page.goto("/fernhaven/o/objective/OBJ-1")
    expect(progress).not_to_have_text(before)
    page.get_by_role("tab", name="Work that advances it").click()
    expect(page.get_by_role("tabpanel").get_by_role("listitem").first).to_contain_text("INI-")


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

    # The line says what does not fit with what it waits for.
    expect(grid.get_by_text("no room for INI-9 + INI-8: 320 person-days")).to_be_visible()

    # The same ranking as a list, with how sure each rank is.
    page.get_by_role("link", name="All rankings").click()
    row = page.get_by_role("row").filter(has_text=key)
    expect(row.first).to_contain_text("100")
    expect(page.get_by_role("columnheader", name="Worst rank")).to_be_visible()


def test_a_stakeholder_is_moved_by_the_keyboard(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/strategy?tab=stakeholders")
    person = page.get_by_role("button", name=re.compile("^Haulage association: power 30"))
    person.focus()
    page.keyboard.press("ArrowUp")

    expect(page.get_by_role("button", name=re.compile("^Haulage association: power 35"))).to_be_visible()


def test_each_box_of_a_canvas_has_a_place_of_its_own(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/strategy")
    token = next(one["value"] for one in page.context.cookies() if one["name"] == "northline_csrf")
    product = page.request.get("/api/products").json()[0]["id"]
    for template in ("lean_canvas", "business_model", "swot", "value_proposition", "positioning"):
        made = page.request.post(
            "/api/canvases",
            data={"product_id": product, "title": f"Empty {template}", "template": template},
            headers={"X-CSRFToken": token},
        ).json()
        page.goto(f"/fernhaven/strategy?tab=canvases&canvas={made['key']}&edit=true")
        boxes = page.get_by_role("form", name="Write the next version").get_by_role("heading", level=2)
        expect(boxes).to_have_count(len(made["boxes"]))
        for box in boxes.all():
            # Fails where something else lies over it.
            box.click(trial=True, timeout=5_000)


def test_no_part_of_strategy_has_a_serious_finding(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    found: dict[str, list[str]] = {}
    parts = (
        "",
        "?since=1",
        "?tab=canvases",
        "?tab=canvases&edit=true",
        "?tab=themes",
        "?tab=objectives",
        "?tab=prioritise",
        "?tab=prioritise&as=scatter",
        "?tab=stakeholders",
    )
    for part in parts:
        page.goto(f"/fernhaven/strategy{part}")
        expect(page.get_by_role("tab", selected=True)).to_be_visible()
        expect(page.get_by_role("tabpanel").locator("h2, table, svg").first).to_be_visible()
        if grave := grave_findings(page):
            found[part] = grave

    assert found == {}
