"""Everybody of the demo can sign in, and meets a home that is theirs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

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
