"""Responsibilities: who answers for a function is seen, mended where two do, handed over, and undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.journey


def cell(page: Page, function: str) -> Locator:
    return page.get_by_role("gridcell", name=f"{function}, Live ETA")


def test_a_function_held_by_two_is_seen_and_given_to_one(visitor: Callable[..., Page]) -> None:
    page = visitor("marek")
    page.goto("/fernhaven/responsibilities")
    both = cell(page, "Telling progress")
    expect(both).to_have_accessible_name(
        "Telling progress, Live ETA: Marek Novák, Priya Raman both answer for it."
    )
    expect(cell(page, "Resources")).to_have_accessible_name("Resources, Live ETA: Nobody answers for it.")

    both.focus()
    both.press("Enter")
    form = page.get_by_role("dialog")
    form.get_by_role("combobox", name="Accountable").press("Backspace")
    form.get_by_role("button", name="Save").click()

    expect(form).to_be_hidden()
    expect(both).to_have_accessible_name("Telling progress, Live ETA: Marek Novák answers for it.")
    page.get_by_role("button", name="Undo").click()
    expect(both).to_have_accessible_name(
        "Telling progress, Live ETA: Marek Novák, Priya Raman both answer for it."
    )
