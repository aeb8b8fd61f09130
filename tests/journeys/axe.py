"""axe-core on the page at hand: nothing serious may be found, in either theme."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page, expect

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = {"serious", "critical"}
# Milder ones, which every page can keep: headings in order, parts that are told apart by name, no column without a head.
ORDERLY = ("heading-order", "landmark-unique", "empty-table-header")
# Each rule says how bad what it finds is; what would be dropped is not looked for. Nothing else needs style sheets loaded
# beforehand.
MILD_ONES_OFF = """rules: Object.fromEntries(
  axe._audit.rules
    .filter((rule) => ["minor", "moderate"].includes(rule.impact) && !%s.includes(rule.id))
    .map((rule) => [rule.id, { enabled: false }]),
)"""
# What asks for the scheme in a script is drawn anew only after the attribute has changed, and an inherited colour passes
# from parent to child by one short transition after the other: three frames in a row without any are the end of it.
SETTLED = """async () => {
  for (let still = 0; still < 3; ) {
    await new Promise((frame) => requestAnimationFrame(frame));
    const running = document.getAnimations().some((one) => one instanceof CSSTransition);
    still = running ? 0 : still + 1;
  }
}"""


def grave_findings(page: Page, *, also: Sequence[str] = ()) -> list[str]:
    """What axe finds serious or critical on the page, once it has loaded, or against a milder rule that is named, one
    line each.

    Everything in the light theme; in the dark one the contrasts, which are all that differs.
    """
    expect(page.locator("[aria-busy=true]")).to_have_count(0)
    light = findings(page, MILD_ONES_OFF % list(also))
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-mantine-color-scheme", "dark")
    page.evaluate(SETTLED)
    dark = findings(page, "runOnly: ['color-contrast']")
    page.emulate_media(color_scheme="light")
    return light + [f"dark: {finding}" for finding in dark]


def findings(page: Page, options: str) -> list[str]:
    """What axe, told what to look for, finds on the page as it stands, one line each."""
    # Through the debugger, not a script element: the page's policy allows none but its own.
    if not page.evaluate("() => 'axe' in self"):
        page.evaluate(AXE.read_text())
    found = page.evaluate(
        "async () => (await axe.run(document,"
        f" {{resultTypes: ['violations'], preload: false, {options}}})).violations"
    )
    return [
        f"{item['id']}: {item['help']} at {node['target']}"
        for item in found
        if item["impact"] in GRAVE or item["id"] in ORDERLY
        for node in item["nodes"]
    ]
