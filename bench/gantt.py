"""A large plan in the browser: how soon its Gantt is drawn, how smoothly it scrolls, how soon an edit is answered.

python bench/gantt.py [tasks ...]: a server and a database of its own, headless Chromium without a GPU; 2,000 and
10,000 tasks by default. Build the client first (make setup).
"""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
PASSWORD = "a password for the bench"
FRAMES = 240

# Notes the first frame in which the outline has rows and the canvas beside it is drawn.
OPENED = """
const look = () => {
  const canvas = [...document.querySelectorAll('canvas')].pop();
  if (document.querySelectorAll('[role=gridcell]').length > 20 && canvas && canvas.width > 300) {
    requestAnimationFrame(() => { window.openedAt = performance.now(); });
  } else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
WHEN_OPEN = """
() => new Promise((done) => {
  const look = () => (window.openedAt ? done(window.openedAt) : requestAnimationFrame(look));
  look();
})
"""
SCROLL = """
async (frames) => {
  const scroller = [...document.querySelectorAll('section div, main div')].find(
    (one) => getComputedStyle(one).overflowY === 'auto' && one.scrollHeight > one.clientHeight + 5000);
  const gaps = [];
  await new Promise((done) => {
    let last, count = 0;
    const step = (now) => {
      if (last !== undefined) gaps.push(now - last);
      last = now;
      scroller.scrollTop += 60;
      if (++count > frames) done(); else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
  return gaps;
}
"""


def main() -> None:
    sizes = [int(size) for size in sys.argv[1:]] or [2_000, 10_000]
    home = tempfile.mkdtemp(prefix="northline-bench-")
    os.environ |= {"NORTHLINE_HOME": home, "DJANGO_SETTINGS_MODULE": "northline.config.settings"}
    os.environ["NORTHLINE_LOG_FORMAT"] = "text"
    sys.path.insert(0, os.getcwd())
    projects = seed(sizes)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    command = [str(Path(sys.executable).parent / "northline"), "serve", "--port", str(port)]
    with open(os.devnull, "w") as nowhere:
        server = subprocess.Popen(command, stdout=nowhere, stderr=nowhere)
        try:
            await_ready(address)
            measure(address, projects)
        finally:
            server.terminate()
            server.wait()


def seed(sizes: list[int]) -> dict[int, str]:
    """A plan of each size, by the same maker as the tests'."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    settings.PASSWORD_HASHERS = ["northline.accounts.passwords.Argon2Hasher"]
    from tests import cast as told
    from tests.scheduling.plans import large, start

    from northline.core import events

    cast = told.assemble()
    cast.members["piet"].person.set_password(PASSWORD)
    cast.members["piet"].person.save()
    projects = {}
    for size in sizes:
        project = start(cast.scope("piet"), product_id=cast.product.pk, code=f"B{size}")
        large(project, size=size)
        events.emit("plan_changed", project_id=project.pk)
        projects[size] = str(project.pk)
    return projects


def await_ready(address: str) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address + "/readyz", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server did not start")


def measure(address: str, projects: dict[int, str]) -> None:
    print("tasks   opens (ms)        scrolls (fps)   edit answered (ms)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        page = browser.new_context(base_url=address, viewport={"width": 1440, "height": 900}).new_page()
        page.set_default_timeout(60_000)
        sign_in(page)
        for size, project in projects.items():
            opens = sorted(opened(page, project) for _ in range(5))
            gaps: list[float] = page.evaluate(SCROLL, FRAMES)
            answers = sorted(edited(page, project, number) for number in range(7))
            print(
                f"{size:>6,}   median {statistics.median(opens):>5.0f}"
                f"{'':<8}{1000 * len(gaps) / sum(gaps):>6.1f}"
                f"{'':<11}median {statistics.median(answers):>5.0f}"
                f", slowest {answers[-1]:.0f}"
            )
        browser.close()


def sign_in(page: Page) -> None:
    page.goto("/sign-in")
    page.get_by_label("Email").fill("piet@acme.example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/home*")
    page.add_init_script(OPENED)


def opened(page: Page, project: str) -> float:
    """Milliseconds from the navigation to the first frame with the plan in it."""
    page.goto(f"/acme/projects/{project}")
    # Asked for by a promise: the page's policy lets nobody wait by evaluating text.
    return float(page.evaluate(WHEN_OPEN))


def edited(page: Page, project: str, number: int) -> float:
    """Milliseconds from the request of an edit to its answer in the browser."""
    ask: dict[str, Any] = page.request.get(
        f"/api/projects/{project}/plan", headers={"Northline-Workspace": "acme"}
    ).json()
    item = [item for item in ask["items"] if item["type"] == "task"][number * 3]
    change = {
        "op": "set",
        "id": item["id"],
        "version": item["version"],
        "fields": {"duration_minutes": 960 + number},
    }
    spent: float = page.evaluate(
        """async ([project, edit]) => {
          const token = document.cookie.split('; ').find((one) => one.startsWith('northline_csrf=')).slice(15);
          const began = performance.now();
          const answer = await fetch(`/api/projects/${project}/plan-edits`, {
            method: 'POST', body: JSON.stringify({ edits: [edit] }),
            headers: { 'Content-Type': 'application/json', 'X-CSRFToken': token, 'Northline-Workspace': 'acme' } });
          if (!answer.ok) throw new Error(await answer.text());
          await answer.json();
          return performance.now() - began;
        }""",
        [project, change],
    )
    # The page itself hears of the change and reads the plan anew; let it, before the next.
    page.wait_for_load_state("networkidle")
    return spent


if __name__ == "__main__":
    main()
