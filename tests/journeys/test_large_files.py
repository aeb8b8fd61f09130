"""The file of a large plan is made in the background: how far it is stands in a dialog, and the file is there when it is ready."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from northline.scheduling.exports.rules import DRAWN_AT_ONCE
from tests.journeys.axe import grave_findings

pytestmark = pytest.mark.journey


def test_the_drawing_of_a_large_plan_is_made_in_the_background(
    visitor: Callable[..., Page], tmp_path: Path
) -> None:
    page = visitor("marek")
    page.goto("/fernhaven/projects")
    token = next(one["value"] for one in page.context.cookies() if one["name"] == "northline_csrf")
    sent = {"headers": {"X-CSRFToken": token}}
    body = {"title": "Harbour", "code": "HARB", "start": "2026-03-02T08:00"}
    project = page.request.post("/api/projects", data=body, **sent).json()["id"]
    tasks = [{"op": "add", "title": f"Pile {number}"} for number in range(DRAWN_AT_ONCE + 1)]
    made = page.request.post(f"/api/projects/{project}/plan-edits", data={"edits": tasks}, **sent)
    assert made.ok, made.text()

    page.goto(f"/fernhaven/projects/{project}")
    page.get_by_role("button", name="Files").click()
    page.get_by_role("menuitem", name="SVG").click()
    making = page.get_by_role("dialog")
    expect(making.get_by_role("heading", name="The file is ready")).to_be_visible(timeout=60_000)
    assert grave_findings(page) == []
    with page.expect_download() as download:
        making.get_by_role("link", name="Download").click()
    download.value.save_as(tmp_path / "plan.svg")
    assert download.value.suggested_filename == "HARB.svg"
    assert "Pile 200" in (tmp_path / "plan.svg").read_text()
    making.get_by_role("button", name="Close").last.click()
    expect(making).to_have_count(0)
