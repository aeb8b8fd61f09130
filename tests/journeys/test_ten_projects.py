"""A file of ten projects on one pool of people is imported, levelled, taken back and taken along, all in the browser."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from northline.engine import schedule
from northline.engine.model import Project
from northline.formats import mspdi
from tests.journeys.axe import grave_findings

DATA = Path(os.environ.get("NORTHLINE_DATASETS", Path(__file__).parents[3] / "shared" / "data"))
FILE = DATA / "msproject" / "mp_j30_a10_nr1.xml"
pytestmark = [
    pytest.mark.journey,
    pytest.mark.slow,
    pytest.mark.skipif(not FILE.exists(), reason="no third-party files; set NORTHLINE_DATASETS"),
]


def test_ten_projects_are_levelled_applied_undone_and_exported_with_nothing_lost(
    visitor: Callable[..., Page], tmp_path: Path
) -> None:
    page = visitor("marek")
    brought(page, FILE)
    plan = page.url
    before = taken_along(page, tmp_path / "before.xml")
    assert len([task for task in before.tasks if task.parent is None]) >= 10

    page.get_by_role("link", name="Level…").click()
    page.get_by_label("Seconds to search").fill("3")
    page.get_by_role("button", name="Look for a plan").click()
    apply = page.get_by_role("button", name="Apply", exact=True)
    expect(apply).to_be_visible(timeout=120_000)
    assert grave_findings(page) == []
    apply.click()
    expect(page.get_by_text("The plans hold these dates now.")).to_be_visible(timeout=60_000)
    page.goto(plan)
    after = taken_along(page, tmp_path / "after.xml")
    assert dates(after) != dates(before)
    assert parts(after) == parts(before)

    page.go_back()
    page.get_by_role("alert", name="Applied").get_by_role("button", name="Undo").click()
    expect(page.get_by_text("The plans have the dates that they had before.")).to_be_visible(timeout=60_000)
    page.goto(plan)
    assert dates(taken_along(page, tmp_path / "undone.xml")) == dates(before)

    # What was exported comes in again as the same plan.
    brought(page, tmp_path / "after.xml")
    back = taken_along(page, tmp_path / "again.xml")
    assert (dates(back), parts(back)) == (dates(after), parts(after))


def brought(page: Page, file: Path) -> None:
    """Import a file and go to the project made of it."""
    page.goto("/fernhaven/projects/import")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Upload").click()
    page.get_by_role("button", name="Make the project").click()
    page.get_by_role("link", name="Open the project").click()
    page.wait_for_url(re.compile(r"/projects/[0-9a-f-]{36}"))


def taken_along(page: Page, file: Path) -> Project:
    """The plan as the file that the browser is given holds it."""
    expect(page.get_by_role("gridcell").first).to_be_visible()
    page.get_by_role("button", name="Files").click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name=re.compile("Microsoft Project")).click()
    download.value.save_as(file)
    return mspdi.read(file).project


def dates(plan: Project) -> list[tuple[str, str, str]]:
    """Title, start and finish of every task, in the outline's order."""
    found = schedule(plan)
    return [
        (task.name, found[task.id].start.isoformat(), found[task.id].finish.isoformat())
        for task in plan.tasks
    ]


def parts(plan: Project) -> list[int]:
    """How many tasks, links, people and assignments a plan has."""
    return [len(part) for part in (plan.tasks, plan.links, plan.resources, plan.assignments)]
