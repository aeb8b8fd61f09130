"""axe-core on the page at hand: nothing serious may be found."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "web" / "node_modules" / "axe-core" / "axe.min.js"
GRAVE = {"serious", "critical"}


def grave_findings(page: Page) -> list[str]:
    """What axe finds serious or critical on the page, one line each."""
    # Through the debugger, not a script element: the page's policy allows none but its own.
    page.evaluate(AXE.read_text())
    found = page.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations")
    return [
        f"{item['id']}: {item['help']} at {node['target']}"
        for item in found
        if item["impact"] in GRAVE
        for node in item["nodes"]
    ]
