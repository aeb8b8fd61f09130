"""A stranger wishes, a moderator shows it, another votes, it ships, and the changelog says so."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings
from tests.journeys.phone import phone_findings

pytestmark = pytest.mark.journey
WISH = "Warn me when a bridge is too low"


def test_a_wish_goes_from_a_stranger_to_the_changelog(visitor: Callable[..., Page]) -> None:
    stranger = visitor(phone=True)
    stranger.goto("/p/harbour")
    assert grave_findings(stranger) + phone_findings(stranger) == []
    stranger.get_by_role("button", name="Share an idea").first.click()
    stranger.get_by_label("What do you need?").fill("dark map at night")
    expect(stranger.get_by_text("Is it one of these?")).to_be_visible()
    stranger.get_by_label("What do you need?").fill(WISH)
    stranger.get_by_label("Why do you need it, and when?").fill("Twice this year a box van got stuck.")
    stranger.get_by_role("button", name="Send", exact=True).click()
    expect(stranger.get_by_text("We read it before it is shown to others.").first).to_be_visible()

    other = visitor()
    other.goto("/p/harbour?sort=new")
    expect(other.get_by_role("link", name="Split a route")).to_be_visible()
    expect(other.get_by_role("link", name=WISH)).to_have_count(0)

    moderator = visitor("lena")
    moderator.goto("/fernhaven/portal")
    assert grave_findings(moderator) == []
    moderator.get_by_role("article", name=WISH).get_by_role("button", name="Show it").click()
    expect(moderator.get_by_role("article", name=WISH)).to_have_count(0)

    other.reload()
    vote = other.get_by_role("button", name=re.compile(f"Vote for {WISH}"))
    vote.click()
    given = other.get_by_role("button", name=re.compile(f"Take back your vote for {WISH}, 2 votes"))
    expect(given).to_be_visible()
    other.get_by_role("link", name=WISH).click()
    expect(other.get_by_text("Twice this year a box van got stuck.")).to_be_visible()
    assert grave_findings(other) + phone_findings(other) == []

    ship(moderator)
    tell(visitor("priya"))

    other.goto("/p/harbour/changelog")
    expect(other.get_by_role("heading", name="Low bridges")).to_be_visible()
    assert grave_findings(other) + phone_findings(other) == []
    other.get_by_role("link", name=WISH).click()
    expect(other.get_by_text("Shipped", exact=True)).to_be_visible()


def ship(page: Page) -> None:
    """Set the status on the post's own page; it is asked for twice, because mails go out."""
    posts = page.request.get(
        "/api/posts?q=bridge&state=shown", headers={"northline-workspace": "fernhaven"}
    ).json()["items"]
    page.goto(f"/fernhaven/o/post/{posts[0]['key']}")
    assert grave_findings(page) == []
    page.get_by_role("combobox", name="Status").click()
    page.get_by_role("option", name="Shipped").click()
    page.get_by_role("button", name="It has shipped").click()
    expect(page.get_by_role("combobox", name="Status")).to_have_value("Shipped")


def tell(page: Page) -> None:
    """Write an entry that answers the post, and publish it."""
    page.goto("/fernhaven/portal?tab=changelog")
    page.get_by_role("button", name="New entry").click()
    page.get_by_label("What is new?").fill("Low bridges")
    page.get_by_label("What does it mean for the reader?").fill("Routes keep clear of them.")
    page.get_by_role("combobox", name="Posts that it answers").fill("bridge")
    page.get_by_role("option", name=re.compile(WISH)).click()
    page.keyboard.press("Escape")
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    entry = page.get_by_role("article", name="Low bridges")
    expect(entry.get_by_text("Draft")).to_be_visible()
    entry.get_by_role("button", name="Publish").click()
    page.get_by_role("dialog").get_by_role("button", name="Publish").click()
    expect(entry.get_by_role("button", name="Make it a draft again")).to_be_visible()


def test_the_portals_pages_have_no_serious_finding(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    found: dict[str, list[str]] = {}
    for address in (
        "portal",
        "portal?tab=posts",
        "portal?tab=changelog",
        "portal?tab=settings",
        "o/post/POST-1",
    ):
        page.goto(f"/fernhaven/{address}")
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
        if grave := grave_findings(page):
            found[address] = grave
    stranger = visitor()
    for address in ("p/harbour", "p/harbour/changelog", "p/nowhere", "p/harbour/unsubscribe?key=x"):
        stranger.goto(f"/{address}")
        expect(stranger.get_by_role("main").first).to_be_visible()
        if grave := grave_findings(stranger):
            found[address] = grave

    assert found == {}
