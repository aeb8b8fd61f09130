"""axe finds nothing serious on any page, in either theme."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings

pytestmark = pytest.mark.journey

PAGES = (
    "home",
    "inbox",
    "search?q=cold",
    "discover",
    "roadmap",
    "roadmap?view=table",
    "roadmap?view=horizon",
    "gaps",
    "portfolio",
    "projects",
    "projects/import",
    "settings/members",
    "settings/shares",
    "settings/sessions",
)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_page_has_a_serious_finding(visitor: Callable[..., Page], dark: bool) -> None:
    page = visitor("greta", dark=dark)
    found: dict[str, list[str]] = {}
    for address in PAGES:
        page.goto(f"/fernhaven/{address}")
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
        if grave := grave_findings(page):
            found[address] = grave

    assert found == {}
