"""Telling others: a digest that is read before it leaves, a roadmap on the wall, a share within another page."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import grave_findings

pytestmark = pytest.mark.journey


def test_a_digest_is_read_before_it_is_switched_on(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/o/stakeholder/STK-4")
    digest = page.get_by_role("region", name="Digest by mail")
    expect(digest.get_by_text("Daily to", exact=False)).to_be_visible()
    expect(digest.get_by_text("Off", exact=True)).to_be_visible()

    digest.get_by_role("button", name="Preview").click()
    dialog = page.get_by_role("dialog")
    letter = dialog.frame_locator("iframe")
    expect(letter.get_by_role("heading", level=1)).to_contain_text("What is new since")
    assert grave_findings(page) == []
    dialog.get_by_role("button", name="Switch on").click()

    expect(digest.get_by_text("On", exact=True)).to_be_visible()
    expect(digest.get_by_text(re.compile("The next is due"))).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(digest.get_by_text("Off", exact=True)).to_be_visible()


def test_a_stakeholder_gets_a_digest_as_an_audience_may_see_it(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/o/stakeholder/STK-6")
    page.get_by_role("button", name="Arrange a digest").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("combobox", name="They see what is shown to").click()
    page.get_by_role("option", name="Sales").click()
    dialog.get_by_label("Mail address").fill("council@kestrel.example")
    dialog.get_by_role("button", name="Save and preview").click()

    expect(dialog.get_by_text(re.compile("^To council@kestrel.example"))).to_be_visible()
    dialog.get_by_text("Plain text", exact=True).click()
    expect(dialog.locator("pre")).to_contain_text("Hello Drivers' council")


def test_a_roadmap_is_presented_by_keys_as_an_audience_may_see_it(visitor: Callable[..., Page]) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/roadmap")
    page.get_by_role("button", name="Export").click()
    page.get_by_role("combobox", name="As seen by").click()
    page.get_by_role("option", name="Pharmacy customers").click()
    page.get_by_role("menuitem", name="Present").click()

    title = page.get_by_role("heading", level=1)
    expect(page.get_by_text(re.compile("^Pharmacy customers · as of"))).to_be_visible()
    expect(page.get_by_role("navigation")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    expect(title).to_have_text("Now")
    page.keyboard.press("ArrowRight")
    expect(title).not_to_have_text("Now")
    # Customers are told no dates and no chances.
    expect(page.get_by_text(re.compile(r"20\d\d"))).to_have_count(0)
    assert grave_findings(page) == []
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Roadmap")


def test_a_reader_is_told_what_changed_since_they_last_looked(visitor: Callable[..., Page]) -> None:
    priya, reader = visitor("priya"), visitor()
    [product, *_] = priya.request.get("/api/products").json()
    token = next(one["value"] for one in priya.context.cookies() if one["name"] == "northline_csrf")
    sent = {"X-CSRFToken": token}
    body = {"view": "roadmap", "object_id": product["id"], "title": "For the board", "fields": ["goal"]}
    address = priya.request.post("/api/shares", data=body, headers=sent).json()["address"]
    news = reader.get_by_text(re.compile("^Since you last looked"))
    reader.goto(address)
    expect(reader.get_by_role("heading", name="For the board")).to_be_visible()
    expect(news).to_have_count(0)

    found = priya.request.get("/api/initiatives").json()["items"]
    home = next(one for one in found if one["title"] == "Live ETA")
    said = {"goal": "Nobody has to call", "reason": "Drivers asked for it."}
    change = sent | {"If-Match": f'"{home["version"]}"'}
    assert priya.request.patch(f"/api/initiatives/{home['id']}", data=said, headers=change).ok
    # That look was an hour ago.
    reader.evaluate(
        """key => { const look = JSON.parse(localStorage.getItem(key));
        look.seen = new Date(Date.parse(look.seen) - 3600000).toISOString();
        localStorage.setItem(key, JSON.stringify(look)); }""",
        f"northline.looked.{address.rpartition('/s/')[2]}",
    )
    reader.reload()

    expect(news).to_be_visible()
    expect(reader.get_by_text("The goal: Nobody has to call")).to_be_visible()
    assert grave_findings(reader) == []


class Wiki(ThreadingHTTPServer):
    """Another site on this machine: a browser lets none from farther away reach into it."""

    snippet = ""

    @property
    def address(self) -> str:
        return f"http://localhost:{self.server_port}"


class Answer(BaseHTTPRequestHandler):
    server: Wiki

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(f"<!doctype html><h1>A wiki</h1>{self.server.snippet}".encode())

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def wiki() -> Iterator[Callable[[], Wiki]]:
    """Start another site."""
    started: list[Wiki] = []

    def start() -> Wiki:
        site = Wiki(("127.0.0.1", 0), Answer)
        threading.Thread(target=site.serve_forever, daemon=True).start()
        started.append(site)
        return site

    yield start
    for site in started:
        site.shutdown()
        site.server_close()


def test_a_share_is_embedded_where_it_may_be_and_nowhere_else(
    visitor: Callable[..., Page], wiki: Callable[[], Wiki]
) -> None:
    page = visitor("priya")
    page.goto("/fernhaven/roadmap")
    page.get_by_role("button", name="Share", exact=True).click()
    dialog = page.get_by_role("dialog")
    allowed, other = wiki(), wiki()
    dialog.get_by_label("May be embedded in pages of").fill(allowed.address)
    page.keyboard.press("Enter")
    dialog.get_by_role("button", name="Open the link").or_(
        dialog.locator("button[type=submit]")
    ).first.click()
    allowed.snippet = other.snippet = dialog.get_by_label("Code for embedding").input_value()

    page.goto(allowed.address)
    expect(page.frame_locator("iframe").get_by_role("heading", level=1)).to_be_visible()
    page.goto(other.address)
    expect(page.get_by_role("heading", name="A wiki")).to_be_visible()
    expect(page.frame_locator("iframe").get_by_role("heading", level=1)).to_have_count(0)
