"""Everybody of the demo can sign in, and meets a home that is theirs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import House, sign_in

pytestmark = pytest.mark.journey


PEOPLE = ("greta", "amos", "priya", "marek", "lena", "tomas", "yuki", "ruth")


def test_somebody_signs_in_and_out(visitor: Callable[..., Page], house: House) -> None:
    page = visitor()
    sign_in(page, house, "priya")

    expect(page.get_by_role("heading", level=1)).to_contain_text("Priya")
    page.get_by_role("button", name="account menu").click()
    page.get_by_role("menuitem", name="Sign out").click()

    expect(page.get_by_label("Email")).to_be_visible()


def test_everybody_meets_a_home_of_their_own(visitor: Callable[..., Page]) -> None:
    for who in PEOPLE:
        page = visitor(who)
        page.goto("/")
        expect(page.get_by_role("heading", level=1)).to_contain_text(who.title()[:2])


def test_an_address_leads_to_its_object_or_says_that_nothing_is_there(visitor: Callable[..., Page]) -> None:
    page = visitor("marek")
    page.goto("/fernhaven/o/status_report/STAT-1")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for nowhere in ("o/risk/RISK-999", "o/unheard_of/X-1"):
        page.goto(f"/fernhaven/{nowhere}")
        expect(page.get_by_text("There is nothing here that you can see")).to_be_visible()


def test_a_wrong_password_says_so_and_keeps_the_form(visitor: Callable[..., Page]) -> None:
    page = visitor()
    page.goto("/sign-in")
    page.get_by_label("Email").fill("priya@fernhaven.example")
    page.get_by_label("Password", exact=True).fill("not this one")
    page.get_by_role("button", name="Sign in").click()

    expect(page.get_by_role("alert")).to_contain_text("do not belong together")
    expect(page.get_by_label("Email")).to_have_value("priya@fernhaven.example")


def test_a_program_comes_in_by_a_token_until_it_is_revoked(
    visitor: Callable[..., Page], chromium: Browser, house: House
) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/settings/tokens")
    page.get_by_role("button", name="New token").click()
    page.get_by_label("Name").fill("Nightly sync")
    page.get_by_label("Read and write").check()
    page.get_by_role("button", name="Make the token").click()
    token = page.get_by_role("textbox", name="The token Nightly sync").input_value()

    program = chromium.new_context(
        base_url=house.address, extra_http_headers={"Authorization": f"Bearer {token}"}
    )
    product = program.request.get("/api/products").json()[0]
    noted = program.request.post(
        "/api/insights", data={"product_id": product["id"], "title": "Told by a program"}
    )
    page.goto(f"/fernhaven/o/insight/{noted.json()['key']}")
    page.get_by_role("tab", name="Activity").click()
    expect(page.get_by_text("by the API token Nightly sync")).to_be_visible()

    page.goto("/fernhaven/settings/tokens")
    page.get_by_role("button", name="Revoke the token Nightly sync").click()
    page.get_by_role("button", name="Revoke", exact=True).last.click()
    expect(page.get_by_text("Nightly sync is revoked.")).to_be_visible()
    assert program.request.get("/api/products").status == 401
    program.close()
