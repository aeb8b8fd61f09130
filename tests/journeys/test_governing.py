"""What binds both sides: a gate is checked and held; a signed charter changes when both have signed; and
the forecast says what it rests on."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings

pytestmark = pytest.mark.journey
NEW_TERM = "A pharmacist reads the record without help"


def project(page: Page, code: str) -> str:
    projects = page.request.get("/api/projects").json()["items"]
    found: str = next(one["id"] for one in projects if one["code"] == code)
    return found


def test_a_gate_is_checked_and_held(visitor: Callable[..., Page]) -> None:
    page = visitor("marek")
    page.goto(f"/fernhaven/projects/{project(page, 'CLD')}?view=gates")
    gate = page.get_by_role("listitem").filter(has=page.get_by_role("link", name="Build", exact=True))
    decision = gate.get_by_role("region", name="Decision")
    expect(decision.get_by_text("Nothing was decided yet.")).to_be_visible()
    expect(gate.get_by_text(re.compile(r"\d+% now, at least 90% is wanted"))).to_be_visible()

    gate.get_by_role("checkbox", name="Those who will use it have tried it").click()
    expect(gate.get_by_text("1 of 3 met")).to_be_visible()
    decision.get_by_role("combobox", name="Decide").click()
    page.get_by_role("option", name="Hold").click()
    # Whoever holds a project says why.
    expect(decision.get_by_role("button", name="Record the decision")).to_be_disabled()
    decision.get_by_role("textbox", name="Why").fill("The bridge to the loggers is not there yet")
    decision.get_by_role("button", name="Record the decision").click()

    expect(decision.get_by_text(re.compile("Marek Novák held it.*not there yet"))).to_be_visible()
    expect(decision.get_by_role("button", name="Decide again")).to_be_visible()
    assert grave_findings(page) == []
    # Others act on a decision, so nothing takes it back but the next one.
    said = page.get_by_role("alert").filter(has_text=re.compile(r"GATE-\d+: Hold"))
    expect(said).to_be_visible()
    expect(said.get_by_role("button", name="Undo")).to_have_count(0)
    decision.get_by_role("button", name="Decide again").click()
    expect(decision.get_by_role("combobox", name="Decide again")).to_be_visible()


def test_a_signed_charter_changes_when_both_sides_have_signed(visitor: Callable[..., Page]) -> None:
    product, delivery = visitor("priya"), visitor("marek")
    here = f"/fernhaven/projects/{project(product, 'BDA')}?view=charter"
    product.goto(here)
    product.get_by_role("button", name="Propose other terms").click()
    form = product.get_by_role("dialog")
    terms = form.get_by_role("textbox", name="Success criteria")
    terms.fill(f"{terms.input_value()}\n{NEW_TERM}")
    form.get_by_role("textbox", name="Why").fill("Two pilots asked for it")
    form.get_by_role("button", name="Propose other terms").click()
    expect(product.get_by_text(re.compile(r"AMD-\d+ waits for the other side"))).to_be_visible()

    delivery.goto(here)
    amendment = delivery.get_by_role("region", name="Amendments").get_by_role("article")
    expect(amendment.get_by_text("Waits for a signature")).to_be_visible()
    expect(amendment.get_by_role("insertion")).to_contain_text(NEW_TERM)
    assert grave_findings(delivery) == []
    amendment.get_by_role("button", name="Sign for the project").click()

    expect(amendment.get_by_text("Agreed")).to_be_visible()
    expect(delivery.get_by_role("listitem").filter(has_text=NEW_TERM)).to_be_visible()
    # It comes to whoever looks at it, too.
    expect(product.get_by_role("listitem").filter(has_text=NEW_TERM)).to_be_visible()


def test_a_forecast_says_what_decides_it_and_why_it_moved(visitor: Callable[..., Page]) -> None:
    page = visitor("marek")
    page.goto(f"/fernhaven/projects/{project(page, 'CLD')}?view=forecast")
    expect(page.get_by_text(re.compile(r"of 10,000 simulated runs of this plan finish by"))).to_be_visible()

    others = page.get_by_role("region", name="Uncertain dates of other projects")
    expect(others.get_by_role("row").filter(has_text="Break-down assistant")).to_be_visible()
    expect(page.get_by_role("heading", name="What decides the finish")).to_be_visible()
    expect(page.get_by_role("link", name="Join legs at transhipment")).to_be_visible()
    assert grave_findings(page) == []
