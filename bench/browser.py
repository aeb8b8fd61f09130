"""A server with a database of its own and headless Chromium before it: what the benchmarks in a browser share."""

from __future__ import annotations

import argparse
import atexit
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from serving import served

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
PASSWORD = "a password for the bench"
# Frames in which something is moved.
FRAMES = 240
# Asked for by a promise: the page's policy lets nobody wait by evaluating text.
WHEN_OPEN = """
() => new Promise((done) => {
  const look = () => (window.openedAt ? done(window.openedAt) : requestAnimationFrame(look));
  look();
})
"""


def asked(*usual: int) -> argparse.Namespace:
    """The `sizes` on the command line, or the usual ones, and the `database`."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", type=int, nargs="*", default=list(usual))
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    return parser.parse_args()


def cast_in_a_new_home(who: str, database: str = "sqlite") -> Any:
    """The people of the tests in a data folder of its own, where one of them has a password."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "northline.config.settings",
        "NORTHLINE_LOG_FORMAT": "text",
    }
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from bench.workspace import prepare

    kept = Path(tempfile.mkdtemp(prefix="northline-bench-"))
    atexit.register(shutil.rmtree, kept, ignore_errors=True)
    # PostgreSQL runs as somebody else.
    kept.chmod(0o755)
    prepare(database, kept=kept)
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["northline.accounts.passwords.Argon2Hasher"]
    from tests import cast as told

    cast = told.assemble()
    cast.members[who].person.set_password(PASSWORD)
    cast.members[who].person.save()
    return cast


@contextmanager
def page_of(who: str, *, opened: str) -> Iterator[Page]:
    """A page where `who` is signed in; the script `opened` runs in each document and notes `window.openedAt`."""
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        page = browser.new_context(base_url=address, viewport={"width": 1440, "height": 900}).new_page()
        page.set_default_timeout(60_000)
        page.goto("/sign-in")
        page.get_by_label("Email").fill(f"{who}@acme.example")
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("**/home*")
        page.add_init_script(opened)
        yield page
        browser.close()


def opened(page: Page, path: str) -> float:
    """Milliseconds from the navigation to the first frame that counts as opened."""
    page.goto(path)
    return float(page.evaluate(WHEN_OPEN))


def per_second(gaps: list[float]) -> float:
    """Frames a second, of the milliseconds between them."""
    return 1000 * len(gaps) / sum(gaps)
