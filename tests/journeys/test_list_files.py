"""A list as a file: filtered, its columns chosen, downloaded in each format, and read back."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, Route, expect

from tests.journeys.axe import grave_findings

pytestmark = pytest.mark.journey
Table = list[list[str]]


def test_a_list_is_written_as_it_is_filtered_with_the_columns_that_are_shown(
    visitor: Callable[..., Page], tmp_path: Path
) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/roadmap?view=table")
    page.get_by_role("searchbox", name="Search this list").fill("cold")
    rows = page.get_by_role("row").filter(has_text="INI-")
    expect(rows.filter(has_text="INI-1 ")).to_have_count(0)
    page.get_by_role("button", name="Columns").click()
    page.get_by_role("checkbox", name="Lane", exact=True).uncheck()
    page.get_by_role("checkbox", name="Horizon", exact=True).check()
    assert grave_findings(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("columnheader", name="Horizon")).to_be_visible()

    written = as_csv(downloaded(page, "CSV", tmp_path))
    sheet = as_sheet(downloaded(page, "Excel (XLSX)", tmp_path))
    told = json.loads(downloaded(page, "JSON", tmp_path).read_text())

    head, *lines = written
    assert head[:2] == ["Key", "Title"]
    assert "Horizon" in head
    assert "Lane" not in head
    expect(rows).to_have_count(len(lines))
    assert sheet == written
    assert [one["key"] for one in told] == [line[0] for line in lines]


def test_the_file_of_a_long_list_is_made_in_the_background_and_found_again(
    visitor: Callable[..., Page], tmp_path: Path
) -> None:
    page = visitor("priya")

    def answer_as_of_a_long_list(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, json=answer.json() | {"export_at_once": False})

    page.route("**/api/lists/customer/groups*", answer_as_of_a_long_list)
    page.goto("/fernhaven/discover?tab=customers")
    page.get_by_role("button", name="Export").click()
    page.get_by_role("menuitem", name="CSV", exact=True).click()
    making = page.get_by_role("dialog")
    expect(making.get_by_role("heading", name="The file is ready")).to_be_visible()
    expect(making.get_by_role("link", name="Download")).to_be_visible()
    assert grave_findings(page) == []

    # Whoever closed it meanwhile finds the file again.
    making.get_by_role("link", name="Your files").click()
    expect(making).to_be_hidden()
    file = page.get_by_role("listitem").filter(has_text="customer-").first
    expect(file).to_contain_text("The file is ready")
    assert grave_findings(page) == []
    with page.expect_download() as download:
        file.get_by_role("link", name="Download").click()
    download.value.save_as(tmp_path / "customers.csv")
    titles = {line[1] for line in as_csv(tmp_path / "customers.csv")[1:]}
    customers = page.request.get("/api/lists/customer?limit=100").json()["items"]
    assert titles == {customer["title"] for customer in customers}


def downloaded(page: Page, format: str, folder: Path) -> Path:
    # The first is that of the whole roadmap.
    page.get_by_role("button", name="Export").last.click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name=format, exact=True).click()
    file = folder / download.value.suggested_filename
    download.value.save_as(file)
    return file


def as_csv(file: Path) -> Table:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.reader(lines))


def as_sheet(file: Path) -> Table:
    sheet = load_workbook(file).worksheets[0]
    return [[in_words(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]


def in_words(cell: Any) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return "" if cell is None else str(cell)
