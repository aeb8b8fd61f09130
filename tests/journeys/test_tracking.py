"""A risk is noted by one key, found in the matrix, seen in the forecast, and becomes an issue when it happens."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import side_panel

pytestmark = pytest.mark.journey

RISK = "The vans are sold before the pilot"


def test_a_risk_is_noted_found_in_the_matrix_and_becomes_an_issue(visitor: Callable[..., Page]) -> None:
    page = visitor("marek")
    projects = page.request.get("/api/projects").json()["items"]
    plan = next(project["id"] for project in projects if project["code"] == "CLD")
    page.goto(f"/fernhaven/projects/{plan}?view=register")
    matrix = page.get_by_role("region", name="Risk matrix")
    expect(
        matrix.get_by_role("button", name="High probability, Severe impact: 0 risks", exact=True)
    ).to_be_disabled()

    page.keyboard.press("n")
    form = page.get_by_role("dialog")
    form.get_by_label("Title").fill(RISK)
    form.get_by_label("Probability, %").fill("60")
    form.get_by_label("Likely impact, working days").fill("30")
    form.get_by_role("button", name="Create").click()
    expect(form).to_have_count(0)

    matrix.get_by_role("button", name="High probability, Severe impact: 1 risk", exact=True).click()
    expect(page.get_by_text("1 in all")).to_be_visible()
    page.get_by_text(RISK).first.click()
    panel = side_panel(page)
    expect(panel.get_by_text(re.compile(r"^\d+(\.\d)? days$")).first).to_be_visible()

    page.goto(f"/fernhaven/projects/{plan}?view=forecast")
    expect(page.get_by_text("The dearest is")).to_be_visible()
    page.get_by_role("link", name=RISK).click()
    panel.get_by_role("button", name="It occurred…").click()
    told = page.get_by_role("dialog")
    told.get_by_label("What happened").fill("The fleet was sold on Monday.")
    told.get_by_role("button", name="Make an issue of it").click()
    expect(page.get_by_text(re.compile(r"ISS-\d+ was made of it"))).to_be_visible()
    expect(panel.get_by_text("The fleet was sold on Monday.")).to_be_visible()

    page.goto(f"/fernhaven/projects/{plan}?view=register&register=issue")
    expect(page.get_by_text(RISK)).to_be_visible()
