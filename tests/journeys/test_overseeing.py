"""Seeing how it goes: product health, updates that show at once, and what came of a launch."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings

pytestmark = pytest.mark.journey


def test_product_health_leads_to_where_its_figures_come_from(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/health")
    confidence = page.get_by_role("region", name="Roadmap confidence")
    expect(confidence.get_by_text("Sure of its window")).to_be_visible()
    expect(page.get_by_role("region")).to_have_count(7)
    expect(page.get_by_text(re.compile("^newest row"))).not_to_have_count(0)
    assert grave_findings(page) == []

    page.get_by_role("region", name="Promises").get_by_role("link", name="Promises").click()

    expect(page).to_have_url(re.compile("/fernhaven/promises"))


def test_an_update_shows_in_the_health_of_delivery_at_once(visitor: Callable[..., Page]) -> None:
    page = visitor("lena")
    page.goto("/fernhaven/o/initiative/INI-5")
    delivery = page.get_by_role("region", name="Delivery")
    expect(delivery).to_be_visible()
    page.get_by_role("button", name="Write an update").click()
    page.get_by_role("radiogroup").get_by_text("Off track").click()
    page.get_by_role("textbox", name="In a few words").fill("The tunnels will not be mapped in time.")
    page.get_by_role("button", name="Post update").click()

    expect(
        page.get_by_role("paragraph").filter(has_text="The tunnels will not be mapped in time.")
    ).to_be_visible()
    expect(delivery.get_by_text("Off track")).to_be_visible()


def test_an_owner_is_asked_for_the_update_that_is_due(visitor: Callable[..., Page]) -> None:
    page = visitor("marek")
    page.goto("/fernhaven/inbox")
    asked = page.get_by_text(re.compile("update due .*, no word since "))
    # The job queue tells it soon after the server has begun.
    expect(asked).to_be_visible(timeout=20_000)

    page.get_by_role("link", name="INI-13 Working time by law").last.click()

    expect(page.get_by_text("Waiting and loading across midnight come next.")).to_be_visible()


def test_what_was_expected_stands_beside_what_was_measured(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    launches = page.request.get("/api/launches").json()
    launched = next(one for one in launches["items"] if one["launched_on"])
    page.goto(f"/fernhaven/o/initiative/{launched['initiatives'][0]['key']}")

    delivery = page.get_by_role("region", name="Delivery")
    expect(delivery.get_by_text(re.compile("^Expected: "))).not_to_have_count(0)
    expect(delivery.get_by_text("30 days after:")).to_be_visible()


def test_who_else_has_seen_an_initiative_is_told(visitor: Callable[..., Page]) -> None:
    priya, greta = visitor("priya"), visitor("greta")
    with greta.expect_response(re.compile("/visit$")):
        greta.goto("/fernhaven/o/initiative/INI-6")
    effort = greta.get_by_role("textbox", name="Effort (weeks)")
    with greta.expect_response(lambda answer: answer.request.method == "PATCH"):
        effort.fill("11")
        effort.press("Enter")

    priya.goto("/fernhaven/o/initiative/INI-6")

    expect(priya.get_by_role("textbox", name="Effort (weeks)")).to_have_value("11")
    priya.get_by_role("button", name=re.compile("^Seen by")).click()
    expect(priya.get_by_role("dialog").get_by_text("Greta Holm")).to_be_visible()
