"""Telling how a project goes: a report is drafted from data, rewritten, published, and read by somebody else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings

pytestmark = pytest.mark.journey

WRITTEN = "Two depots are live, and nobody asked for the old screens back."
OWN = "Thank you to the night shift of Gdansk."
WHY = "The supplier has promised the missing scanners in writing."


def test_a_report_is_drafted_rewritten_published_and_read_by_somebody_else(
    visitor: Callable[..., Page],
) -> None:
    page = visitor("marek")
    projects = page.request.get("/api/projects").json()["items"]
    project = next(one for one in projects if one["code"] != "CLD" and one["can"]["plan"])

    # From the wall to the project's reports, and a draft that the data wrote.
    page.goto("/fernhaven/status")
    card = page.locator(f"[data-project={project['key']}]")
    expect(card.get_by_text("Never reported")).to_be_visible()
    card.get_by_role("link", name=project["title"]).click()
    page.get_by_role("button", name="Draft a status report").click()
    expect(page.get_by_role("button", name="Publish")).to_be_visible()
    summary = page.get_by_role("region", name="In short")
    sentence = summary.get_by_role("textbox", name="Sentence").first
    expect(sentence).not_to_have_value("")
    drafted = sentence.input_value()

    # What one writes stands beside what the data say.
    sentence.fill(WRITTEN)
    sentence.blur()
    expect(summary.get_by_text(f"The data say: {drafted}")).to_be_visible()
    summary.get_by_role("button", name="Add a sentence").click()
    summary.get_by_role("textbox", name="New sentence: In short").fill(OWN)
    summary.get_by_role("button", name="Add", exact=True).click()
    expect(summary.get_by_role("textbox", name="Sentence").last).to_have_value(OWN)
    health = page.get_by_role("region", name="Health")
    health.get_by_role("button", name="Say otherwise").click()
    health.get_by_text("At risk", exact=True).last.click()
    health.get_by_role("textbox", name="Why it is not as the data propose").fill(WHY)
    health.get_by_role("button", name="Say so").click()
    expect(health.get_by_text(WHY)).to_be_visible()
    assert grave_findings(page) == []

    # Published it is read by others, and stays as it is.
    page.get_by_role("button", name="Publish").click()
    page.get_by_role("dialog").get_by_role("button", name="Publish").click()
    expect(page.get_by_role("button", name="Send by mail")).to_be_visible()
    expect(page.get_by_role("textbox", name="Sentence")).to_have_count(0)

    other = visitor("greta")
    other.goto("/fernhaven/status")
    card = other.locator(f"[data-project={project['key']}]")
    expect(card.get_by_text("At risk")).to_be_visible()
    card.get_by_role("link", name="Reported").click()
    read = other.get_by_role("region", name="In short")
    expect(read.get_by_text(WRITTEN)).to_be_visible()
    expect(read.get_by_text(OWN)).to_be_visible()
    expect(read.get_by_text(drafted)).to_have_count(0)
    expect(other.get_by_role("textbox", name="Sentence")).to_have_count(0)
