"""An overload is found in the heat map, levelled with a preview, applied and undone; open work gets somebody."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings
from tests.journeys.conftest import side_panel

pytestmark = pytest.mark.journey


def test_an_overload_is_found_levelled_and_undone_and_open_work_is_filled(
    visitor: Callable[..., Page],
) -> None:
    page = visitor("marek")
    page.goto("/fernhaven/resources")
    page.get_by_text("Noor Haddad").first.click()
    expect(side_panel(page).get_by_text("Data pipelines")).to_be_visible()

    page.goto("/fernhaven/resources?tab=load")
    full = page.get_by_role("button", name=re.compile(r"Kofi Mensah.*too much")).first
    full.click()
    behind = page.get_by_role("region", name="Work of Kofi Mensah")
    expect(behind.get_by_text("Cold chain record").first).to_be_visible()
    assert grave_findings(page) == []

    page.get_by_role("region", name="Too much at once").get_by_role("link", name="Level…").first.click()
    expect(page.get_by_text("Nothing is changed until you apply it.")).to_be_visible()
    page.get_by_label("Seconds to search").fill("2")
    page.get_by_role("button", name="Look for a plan").click()
    page.get_by_role("button", name="Apply", exact=True).click(timeout=120_000)
    expect(page.get_by_text("The plans hold these dates now.")).to_be_visible(timeout=60_000)
    assert grave_findings(page) == []
    page.get_by_role("alert", name="Applied").get_by_role("button", name="Undo").click()
    expect(page.get_by_text("The plans have the dates that they had before.")).to_be_visible(timeout=60_000)

    page.goto("/fernhaven/resources?tab=demand")
    waiting = page.get_by_role("button", name=re.compile("Noor Haddad · .* h free"))
    expect(waiting.first).to_be_visible()
    waiting.last.click()
    expect(page.get_by_text(re.compile("Noor Haddad is on CLD-.* now"))).to_be_visible(timeout=60_000)
