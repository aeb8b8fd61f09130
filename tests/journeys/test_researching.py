"""From something heard to a need that weighs more: noted, gone through by keys, quoted, merged, and taken back."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.axe import grave_findings

pytestmark = pytest.mark.journey

HEARD = "The depot hears of a breakdown from the pharmacy"
SAID = "We learn it from the customer. Then everybody runs to the telephone."
NEED = "React to a broken day in minutes, not hours"
TWICE = "Dispatchers re-plan by phone when a truck breaks down"


def note(page: Page) -> None:
    page.goto("/fernhaven/discover?tab=inbox")
    page.get_by_role("button", name="New insight").click()
    form = page.get_by_role("dialog")
    form.get_by_label("What did you learn?").fill(HEARD)
    form.get_by_label("In their words, and how you know").fill(SAID)
    form.get_by_role("button", name="Create").click()
    expect(form).to_have_count(0)
    page.goto("/fernhaven/discover?tab=inbox")
    expect(waiting(page, HEARD)).to_have_attribute("aria-current", "true")
    expect(page.get_by_role("button", name="Mark a sentence")).to_be_visible()


def waiting(page: Page, title: str) -> Locator:
    return page.get_by_role("navigation", name="Insights that wait").get_by_role(
        "button", name=re.compile(re.escape(title))
    )


def impact(page: Page) -> float:
    return float(impact_button(page).text_content() or "")


def impact_button(page: Page) -> Locator:
    return page.get_by_role("button", name=re.compile("^Impact "))


def highlight_by_keys(page: Page) -> None:
    page.keyboard.press("h")
    dialog = page.get_by_role("dialog")
    sentence = dialog.get_by_label("Sentence")
    expect(sentence).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    dialog.get_by_text("5", exact=True).click()
    dialog.get_by_role("searchbox").fill("broken day")
    expect(page.get_by_role("option", name=re.compile(NEED))).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)


def test_what_was_heard_is_gone_through_by_keys_quoted_and_weighs(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/o/opportunity/OPP-1")
    expect(page.get_by_role("heading", level=1)).to_contain_text(NEED)
    before = impact(page)

    note(page)
    highlight_by_keys(page)
    marked = page.get_by_role("region", name="Highlights")
    expect(marked).to_contain_text("Then everybody runs to the telephone.")
    expect(page.locator("mark")).to_have_text("Then everybody runs to the telephone.")
    assert grave_findings(page) == []
    page.keyboard.press("e")
    expect(waiting(page, HEARD)).to_have_count(0)

    page.goto("/fernhaven/o/opportunity/OPP-1")
    quotes = page.get_by_role("region", name="In their words")
    expect(quotes).to_contain_text("Then everybody runs to the telephone.")
    expect(impact_button(page)).not_to_have_text(f"{before:g}")
    heavier = impact(page)
    assert heavier > before
    assert grave_findings(page) == []

    quote = quotes.get_by_role("listitem").filter(has_text="everybody runs")
    quote.get_by_role("link").click()
    peek = page.get_by_role("region", name=re.compile("in the side panel"))
    peek.get_by_role("button", name=re.compile("^Remove the highlight")).click()
    expect(quotes).not_to_contain_text("everybody runs")
    expect(impact_button(page)).not_to_have_text(f"{heavier:g}")
    assert impact(page) < heavier
    page.get_by_role("button", name=re.compile("^Undo")).last.click()
    expect(quotes).to_contain_text("everybody runs")
    expect(page.get_by_role("button", name=re.compile(f"^Impact {heavier:g}"))).to_be_visible()


def test_a_passage_is_selected_with_the_pointer(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/o/insight/INS-4")
    text = page.get_by_text("There is a sheet of paper behind the visor")
    text.click(click_count=3)
    page.get_by_role("button", name=re.compile("^Highlight")).click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator("blockquote")).to_contain_text("sheet of paper")
    dialog.get_by_role("searchbox").fill("site")
    page.get_by_role("option", name=re.compile("Keep what people know about a site")).click()
    expect(page.locator("mark")).to_contain_text("There is a sheet of paper behind the visor")
    page.get_by_role("button", name=re.compile("^Undo")).last.click()
    expect(page.locator("mark")).to_have_count(0)


def test_a_duplicate_is_merged_by_keys_and_taken_out_again(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/discover?tab=inbox")
    queue = page.get_by_role("navigation", name="Insights that wait").get_by_role("button")
    expect(waiting(page, TWICE)).to_be_visible()
    expect(queue.first).to_have_attribute("aria-current", "true")
    place = next(at for at, words in enumerate(queue.all_inner_texts()) if TWICE in words)
    for at in range(1, place + 1):
        page.keyboard.press("j")
        expect(queue.nth(at)).to_have_attribute("aria-current", "true")
    expect(waiting(page, TWICE)).to_have_attribute("aria-current", "true")
    page.keyboard.press("m")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name=re.compile("^INS-1 ?Dispatchers re-plan by phone")).click()
    expect(waiting(page, TWICE)).to_have_count(0)
    # The queue lets it go at once; the next page is true only when the server has said so.
    expect(page.get_by_text(re.compile("is merged into INS-1"))).to_be_visible()

    page.goto("/fernhaven/o/insight/INS-1")
    merged = page.get_by_role("region", name="Merged into this")
    merged.get_by_role("link", name=TWICE).click()
    peek = page.get_by_role("region", name=re.compile("in the side panel"))
    expect(peek).to_contain_text("Merged into INS-1")
    assert grave_findings(page) == []
    peek.get_by_role("button", name="Unmerge").click()
    expect(merged).not_to_contain_text(TWICE)
    expect(peek).not_to_contain_text("Merged into")


def test_who_was_interviewed_and_how_long_that_is_kept(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/discover")
    page.get_by_role("link", name="Consent", exact=True).click()
    expect(page.get_by_text("Four drivers, names known to Marta")).to_be_visible()
    assert grave_findings(page) == []


def test_a_gap_is_seen_asked_about_and_a_rival_rated_by_keys(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/discover?tab=coverage")
    gaps = page.get_by_role("region", name="Gaps")
    expect(gaps).to_contain_text("nothing heard in 90 days")
    first = gaps.get_by_role("listitem").first
    button = first.get_by_role("button", name=re.compile("^Plan an interview: "))
    whom = button.get_attribute("aria-label") or ""
    button.click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="Create").click()
    expect(dialog).to_have_count(0)
    expect(gaps.get_by_role("button", name=whom)).to_have_count(0)
    persona, opportunity = whom.removeprefix("Plan an interview: ").split(" on ", 1)
    cell = page.get_by_role(
        "gridcell", name=re.compile(f"^{re.escape(persona)}, {re.escape(opportunity)}: gap")
    )
    expect(cell).to_have_accessible_name(re.compile("Planned for"))
    cell.focus()
    page.keyboard.press("Enter")
    heard = page.get_by_role("complementary", name="Evidence")
    expect(heard).to_contain_text(f"Interview: {persona}")
    assert grave_findings(page) == []
    page.get_by_role("button", name=re.compile("^Undo")).last.click()
    expect(heard).not_to_contain_text("Planned for")

    page.get_by_role("tab", name="Competitors").click()
    sheet = page.get_by_role("grid", name="Comparison")
    cell = sheet.get_by_role("gridcell", name=re.compile("^Mixed fleets, Depotline"))
    expect(cell).to_have_accessible_name(re.compile("not rated"))
    cell.focus()
    page.keyboard.press("3")
    expect(cell).to_have_accessible_name(re.compile("3 of 5"))
    page.keyboard.press("Enter")
    below = sheet.get_by_role("gridcell", name=re.compile("^Working hours, Depotline: 4 of 5"))
    expect(below).to_be_focused()
    # Looked at 195 days ago.
    expect(below).to_have_accessible_name(re.compile("stale$"))
    page.keyboard.press("ArrowUp")
    page.keyboard.press("F2")
    page.keyboard.type("A trailer plugin")
    page.keyboard.press("Tab")
    expect(cell).to_have_accessible_name(re.compile("3 of 5, A trailer plugin"))
    page.reload()
    expect(cell).to_have_accessible_name(re.compile("3 of 5, A trailer plugin"))
    assert grave_findings(page) == []
