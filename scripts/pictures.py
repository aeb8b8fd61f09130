"""Draw the guide's pictures anew from the demo workspace: all, or those that are named.

.venv/bin/python scripts/pictures.py [NAME ...]
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path += [str(ROOT), str(ROOT / "bench")]

from tests.demo_home import furnish  # noqa: E402

from browser import FLAGS  # noqa: E402
from serving import awaited, free_port  # noqa: E402

IMAGES = ROOT / "docs" / "guide" / "images"
COLOURS = 256


class Picture(NamedTuple):
    """Where it is taken; `{cld}` is the demo's running project. What is done there is undone before the next."""

    who: str
    path: str
    steps: tuple[Callable[[Page], Any], ...] = ()
    scheme: str = "light"


def click(role: Any, name: str, **more: Any) -> Callable[[Page], Any]:
    return lambda page: page.get_by_role(role, name=name, **more).first.click()


def marked(*keys: str) -> Callable[[Page], Any]:
    """Choose rows of the outline by their titles."""

    def mark(page: Page) -> None:
        outline = page.get_by_role("treegrid")
        outline.get_by_text(keys[0], exact=True).first.click()
        for key in keys[1:]:
            outline.get_by_text(key, exact=True).first.click(modifiers=["Control"])

    return mark


def dragged(title: str, pixels: int) -> Callable[[Page], Any]:
    """Take the bar of a task so far to the right, and hold it."""

    def drag(page: Page) -> None:
        marked(title)(page)
        row = page.get_by_role("treegrid").get_by_role("row", selected=True).bounding_box()
        chart = page.get_by_role("application").bounding_box()
        assert row
        assert chart
        height = row["y"] + row["height"] / 2
        grip = page.locator("[role=application] canvas").last
        for x in range(int(chart["x"]) + 4, int(chart["x"] + chart["width"]), 4):
            page.mouse.move(x, height)
            if "grab" in str(grip.get_attribute("style")):
                page.mouse.move(x + 4, height)
                break
        page.mouse.down()
        page.mouse.move(x + pixels // 2, height)
        page.mouse.move(x + pixels, height)
        page.get_by_text("tasks moved").first.wait_for(state="attached")

    return drag


PLAN = "projects/{cld}"
PICTURES = {
    "baseline-light": Picture("marek", f"{PLAN}?zoom=month&baseline={{baseline}}"),
    "board-light": Picture("marek", f"{PLAN}?view=board&lanes=owner"),
    "breakdown-light": Picture(
        "marek",
        PLAN,
        (marked("Read a running log", "Battery and clock drift"), click("button", "6 findings")),
    ),
    "budget-light": Picture("greta", f"{PLAN}?view=budget"),
    "coverage-light": Picture("priya", "discover?tab=coverage"),
    "discover-dark": Picture("priya", "discover?tab=insights", scheme="dark"),
    "discovery-light": Picture("priya", "discover?tab=opportunities&shape=canvas"),
    "forecast-light": Picture("marek", f"{PLAN}?view=forecast"),
    "gantt-light": Picture("marek", f"{PLAN}?zoom=month"),
    "gantt-moved": Picture("marek", f"{PLAN}?zoom=month", (dragged("Battery and clock drift", 104),)),
    "gantt-filtered": Picture(
        "marek",
        f"{PLAN}?zoom=month",
        (lambda page: page.get_by_role("searchbox", name="Search this list").fill("logger"),),
    ),
    "gates-light": Picture("marek", f"{PLAN}?view=gates"),
    "health-light": Picture("priya", "health"),
    "launch": Picture("priya", "o/launch/LCH-2"),
    "launch-points": Picture("priya", "launches?tab=steps"),
    "mindmap-light": Picture("marek", f"{PLAN}?view=mindmap"),
    "morning-light": Picture("marek", "morning"),
    "notifications-light": Picture("marek", "settings/notifications"),
    "plan-network-light": Picture("marek", f"{PLAN}?view=network"),
    "programme-light": Picture("marek", "projects?view=timeline"),
    "progress-light": Picture("marek", f"{PLAN}?view=flow"),
    "projects-light": Picture("marek", "projects"),
    "promises": Picture("priya", "promises"),
    "raci-light": Picture("marek", f"{PLAN}?view=raci"),
    "reminders-light": Picture("marek", "settings/reminders"),
    "resources-load": Picture("marek", "resources?tab=load"),
    "responsibilities-light": Picture("priya", "responsibilities"),
    "risks-light": Picture("marek", f"{PLAN}?view=register"),
    "roadmap-check": Picture("priya", "roadmap?panel=findings"),
    "roadmap-light": Picture("priya", "roadmap"),
    "roadmap-timeline": Picture("priya", "roadmap?colour=theme"),
    "scenario-light": Picture("marek", f"{PLAN}?scenario={{scenario}}&zoom=month"),
    "scenario-review-light": Picture("marek", f"{PLAN}?view=changes&scenario={{scenario}}"),
    "status-wall-light": Picture("marek", "status"),
    "storymap-light": Picture("marek", f"{PLAN}?view=storymap"),
    "strategy-light": Picture("priya", "strategy"),
    "timesheet-light": Picture("lena", "timesheet"),
    "types-light": Picture("greta", "settings/types"),
}


def draw(browser: Browser, base: str, passwords: dict[str, str], name: str, picture: Picture) -> None:
    """Take one picture, in as many colours as it needs to look the same."""
    context = browser.new_context(
        base_url=base,
        viewport={"width": 1440, "height": 900},
        color_scheme=picture.scheme,  # type: ignore[arg-type]
        reduced_motion="reduce",
        locale="en-GB",
    )
    email = next(one for one in passwords if one.startswith(picture.who))
    context.request.get("/sign-in")
    token = next(one["value"] for one in context.cookies() if one["name"] == "northline_csrf")
    answer = context.request.post(
        "/api/session",
        data={"email": email, "password": passwords[email]},
        headers={"X-CSRFToken": token},
    )
    assert answer.ok, answer.text()
    projects = context.request.get("/api/projects").json()["items"]
    cld = next(one["id"] for one in projects if one["code"] == "CLD")
    scenario, baseline = (
        context.request.get(f"/api/projects/{cld}/{kept}").json()[0]["id"]
        for kept in ("scenarios", "baselines")
    )
    page = context.new_page()
    page.goto(f"/fernhaven/{picture.path.format(cld=cld, scenario=scenario, baseline=baseline)}")
    settled(page)
    for step in picture.steps:
        step(page)
        settled(page)
    shot = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    shot.quantize(COLOURS, dither=Image.Dither.NONE).save(IMAGES / f"{name}.png", optimize=True)
    context.close()


def settled(page: Page) -> None:
    """Once nothing is loading any more."""
    page.wait_for_load_state("networkidle")
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    page.wait_for_timeout(400)


def main() -> None:
    wanted = sys.argv[1:] or list(PICTURES)
    with tempfile.TemporaryDirectory() as folder:
        home, port = Path(folder), free_port()
        furnish(home)
        base = f"http://127.0.0.1:{port}"
        server = subprocess.Popen(  # noqa: S603
            [str(Path(sys.executable).parent / "northline"), "demo", "--port", str(port)],
            env=os.environ | {"NORTHLINE_HOME": folder},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            awaited(f"{base}/readyz")
            passwords = json.loads((home / "demo-passwords.json").read_text())
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
                for name in wanted:
                    try:
                        draw(browser, base, passwords, name, PICTURES[name])
                    except Exception as error:  # the others are still wanted
                        print(f"{name}: {error}", file=sys.stderr)
        finally:
            server.terminate()
            server.wait(timeout=30)


if __name__ == "__main__":
    main()
