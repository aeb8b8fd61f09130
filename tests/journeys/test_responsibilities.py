"""Responsibilities: who answers for a function is seen, mended where two do, handed over, and undone."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.axe import grave_findings

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


def test_a_function_is_handed_over_from_a_day_that_lies_ahead(visitor: Callable[..., Page]) -> None:
    page = visitor("marek")
    page.goto("/fernhaven/responsibilities")
    both = cell(page, "Telling progress")
    both.focus()
    both.press("Enter")
    form = page.get_by_role("dialog")
    form.get_by_role("combobox", name="Handed over to").fill("Tom")
    page.get_by_role("option", name="Tomás Ibarra").click()
    month = (date.today().replace(day=1) + timedelta(days=32)).strftime("%B %Y")
    for field, day in (("From", 10), ("Up to and including", 12)):
        form.get_by_role("button", name=re.compile(f"^{field}")).click()
        page.locator("button[data-direction=next]").click()
        page.get_by_role("button", name=f"{day} {month}", exact=True).click()
    assert grave_findings(page) == []
    form.get_by_role("button", name="Save").click()
    expect(form).to_be_hidden()
    expect(both).to_have_accessible_name(
        re.compile("both answer for it. Tomás Ibarra will stand in from 10 .* up to 12 ")
    )
    page.get_by_role("button", name="Undo").click()
    expect(both).to_have_accessible_name(re.compile("both answer for it.$"))


def test_letters_are_typed_into_the_matrix_of_an_initiative_and_of_its_project(
    visitor: Callable[..., Page],
) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/responsibilities?view=matrix")
    page.get_by_role("combobox", name="Functions of").click()
    page.get_by_role("option", name=re.compile("Live ETA")).click()
    vision = page.get_by_role("gridcell", name=re.compile("^Vision, Yuki Sato:"))
    expect(vision).to_have_accessible_name("Vision, Yuki Sato: No role")
    vision.focus()
    page.keyboard.press("c")
    expect(vision).to_have_accessible_name("Vision, Yuki Sato: Consulted: asked before")
    # Whoever answered for it as for the whole product answers for it here.
    expect(page.get_by_role("gridcell", name=re.compile("^Vision, Priya Raman: Accountable"))).to_be_visible()
    expect(page.get_by_role("gridcell", name="1 C · 1 I")).to_be_visible()
    assert grave_findings(page) == []
    page.get_by_role("button", name="Undo").click()
    expect(vision).to_have_accessible_name("Vision, Yuki Sato: No role")

    manager = visitor("marek")
    projects = manager.request.get("/api/projects").json()["items"]
    cold = next(project for project in projects if project["code"] == "CLD")
    manager.goto(f"/fernhaven/projects/{cold['id']}?view=raci&gaps=true")
    table = manager.get_by_role("grid", name="Responsibilities")
    expect(table.get_by_text("no owner").first).to_be_visible()
    manager.get_by_role("combobox", name="Add a person").click()
    manager.get_by_role("option", name="Yuki Sato").click()
    cells = table.get_by_role("gridcell", name=re.compile("Yuki Sato: No role"))
    name = cells.first.inner_text()
    cell = table.get_by_role("gridcell", name=name.replace("No role", ""))
    cell.focus()
    manager.keyboard.press("i")
    expect(cell).to_have_accessible_name(re.compile("Yuki Sato: Informed: told after$"))
    assert grave_findings(manager) == []
    manager.get_by_role("button", name="Undo").click()
    expect(cell).to_have_accessible_name(re.compile("Yuki Sato: No role$"))


def test_both_matrices_are_downloaded_as_pdf_with_the_names_that_stand_in_them(
    visitor: Callable[..., Page], tmp_path: Path
) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/responsibilities?view=matrix")
    expect(page.get_by_role("gridcell", name=re.compile("^Vision, Priya Raman:"))).to_be_visible()
    said = words_of_pdf(page, tmp_path)
    for words in ("Vision", "Live ETA", "Priya Raman", "Marek Novák"):
        assert words in said

    projects = page.request.get("/api/projects").json()["items"]
    cold = next(project for project in projects if project["code"] == "CLD")
    items = page.request.get(f"/api/projects/{cold['id']}/plan").json()["items"]
    page.goto(f"/fernhaven/projects/{cold['id']}?view=raci")
    expect(page.get_by_role("grid", name="Responsibilities")).to_be_visible()
    said = words_of_pdf(page, tmp_path)
    people = page.request.get(f"/api/projects/{cold['id']}/responsibilities").json()["people"]
    # A long name is broken at the head of its column.
    parts = [part for person in people for part in person["name"].split()]
    assert "Marek" in parts
    for words in (cold["title"], items[0]["title"], items[-1]["key"], *parts):
        assert words in said


def words_of_pdf(page: Page, folder: Path) -> str:
    """What is written in the PDF that the page's export makes."""
    page.get_by_role("button", name="Export").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name="PDF", exact=True).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    assert file.suffix == ".pdf"
    assert file.read_bytes()[:5] == b"%PDF-"
    told = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    return told.stdout.decode()
