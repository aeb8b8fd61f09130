"""A real server with the demo workspace, and a real Chromium in front of it."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    Error,
    Locator,
    Page,
    StorageState,
    ViewportSize,
    expect,
    sync_playwright,
)

from tests.demo_home import furnish

# The shell draws the same pages without a browser's windows around them, for a quarter less of the processor.
CHROMIUM = (
    shutil.which("chromium-headless-shell") or shutil.which("chromium") or shutil.which("chromium-browser")
)
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESK, PHONE = ViewportSize(width=1440, height=900), ViewportSize(width=390, height=844)
expect.set_options(timeout=20_000)


@dataclass(frozen=True)
class House:
    """The running server: where it is and how to sign in."""

    address: str
    passwords: dict[str, str]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await(address: str, server: subprocess.Popen[bytes], *, seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if server.poll() is not None:
            raise RuntimeError(f"the server ended with {server.returncode}")
        try:
            with urllib.request.urlopen(address + "/readyz", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the server did not become ready")


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    home = tmp_path_factory.mktemp("northline")
    furnish(home)
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    environment = os.environ | {"NORTHLINE_HOME": str(home), "NORTHLINE_LOG_FORMAT": "text"}
    environment.pop("NORTHLINE_DATABASE", None)
    command = [str(Path(sys.executable).parent / "northline"), "demo", "--port", str(port)]
    with (home / "server.log").open("wb") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        try:
            _await(address, server, seconds=180)
            passwords = json.loads((home / "demo-passwords.json").read_text())
            yield House(address=address, passwords=passwords)
        finally:
            server.terminate()
            server.wait(timeout=15)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed: run make test, which installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def signed_in(chromium: Browser, house: House) -> Callable[[str], StorageState]:
    """What a browser keeps once somebody has come in; each does so once, through the API."""

    @cache
    def kept(who: str) -> StorageState:
        context = chromium.new_context(base_url=house.address)
        context.request.get("/sign-in")
        token = next(one["value"] for one in context.cookies() if one["name"] == "northline_csrf")
        email = address_of(house, who)
        answer = context.request.post(
            "/api/session",
            data={"email": email, "password": house.passwords[email]},
            headers={"X-CSRFToken": token},
        )
        assert answer.ok, answer.text()
        state = context.storage_state()
        context.close()
        return state

    return kept


@pytest.fixture(scope="session")
def seats(chromium: Browser, house: House) -> Iterator[Callable[[int, bool], Page]]:
    """Browsers that stay open from one test to the next, by number and by size, each with the tab that was looked at: it
    holds the client compiled, which takes a fresh one as long as all else that a page takes to load."""
    taken: dict[tuple[int, bool], Page] = {}

    def seat(number: int, phone: bool) -> Page:
        if (number, phone) not in taken or taken[number, phone].is_closed():
            context = chromium.new_context(
                base_url=house.address,
                viewport=PHONE if phone else DESK,
                color_scheme="light",
                reduced_motion="reduce",
                locale="en-GB",
            )
            taken[number, phone] = context.new_page()
        return taken[number, phone]

    yield seat
    for tab in taken.values():
        tab.context.close()


@pytest.fixture
def visitor(
    seats: Callable[[int, bool], Page], house: House, signed_in: Callable[[str], StorageState]
) -> Iterator[Callable[..., Page]]:
    """Open a browser that knows nothing: signed in as the person whose address begins so, or signed out. What a test adds
    to a page for good, such as a script that runs before the client's, it adds to a tab of its own."""
    used: list[tuple[Page, bool]] = []

    def open_browser(who: str | None = None, *, phone: bool = False, own_tab: bool = False) -> Page:
        tab = seats(len(used), phone)
        used.append((tab, phone))
        _forget(tab, house)
        if who is not None:
            tab.context.add_cookies(signed_in(who)["cookies"])  # type: ignore[arg-type]
        return tab.context.new_page() if own_tab else tab

    yield open_browser
    for tab, phone in used:
        _leave(tab, size=PHONE if phone else DESK)


def _leave(tab: Page, *, size: ViewportSize) -> None:
    """Close what was opened beside the tab, and leave it as it was when it was new; where it cannot be, close it too."""
    for page in tab.context.pages:
        if page != tab:
            page.close()
    try:
        tab.unroute_all()
        tab.goto("/healthz")
        # Kept by the tab itself, and written once more when a page is left.
        tab.evaluate("sessionStorage.clear()")
        tab.set_viewport_size(size)
        tab.emulate_media(color_scheme="light", reduced_motion="reduce", media="null")
    except Error:
        tab.close()
        raise


def _forget(page: Page, house: House) -> None:
    """Have the browser keep nothing of whoever sat there before but files of the client."""
    kept = "cookies,local_storage,indexeddb,service_workers"
    debugger = page.context.new_cdp_session(page)
    debugger.send("Storage.clearDataForOrigin", {"origin": house.address, "storageTypes": kept})
    debugger.detach()


def address_of(house: House, who: str) -> str:
    return next(email for email in house.passwords if email.startswith(who))


def sign_in(page: Page, house: House, who: str) -> None:
    email = address_of(house, who)
    page.goto("/sign-in")
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill(house.passwords[email])
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/home*")


def side_panel(page: Page) -> Locator:
    """The object that is peeked at beside the page."""
    return page.get_by_role("region", name=re.compile("in the side panel"))
