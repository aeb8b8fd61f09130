"""What a phone's width cuts off of the page at hand, and what it puts beyond thumbs and keys."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.journeys.axe import findings
from tests.journeys.conftest import DESK, PHONE

# Words and buttons that end beyond the right edge, unless they can be scrolled to or end in an ellipsis. A page that must
# be pushed sideways as a whole is no way to them.
BEYOND = """() => {
  const edge = innerWidth + 1;
  const reachable = (element) => {
    for (let at = element; at && !at.matches("main, body"); at = at.parentElement) {
      const style = getComputedStyle(at);
      const scrolls = /auto|scroll/.test(style.overflowX) && at.scrollWidth > at.clientWidth;
      if (scrolls && at.getBoundingClientRect().right <= edge) return true;
      if (style.textOverflow === "ellipsis" || style.clipPath !== "none") return true;
      if (at.tagName === "svg" || at.matches("[data-pans]") || String(at.className).includes("react-flow")) return true;
    }
    return false;
  };
  const speaks = (element) =>
    ["BUTTON", "INPUT", "SELECT", "TEXTAREA"].includes(element.tagName) ||
    [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
  return [...document.querySelectorAll("main *, header *")]
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && box.right > edge && box.left < 3 * edge && speaks(element) && !reachable(element);
    })
    .map((element) => `${element.tagName} “${element.textContent.slice(0, 40)}”`);
}"""
# What is narrow enough to scroll must be reached by keys, what is touched be large enough.
BY_HAND = "runOnly: ['target-size', 'scrollable-region-focusable']"
# What measures itself is drawn anew some frames after it was told of its new size, later where there is more to do.
MOST_LOOKS = 20
DRAWN = """async () => {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}"""


def phone_findings(page: Page) -> list[str]:
    """What ends beyond the right edge of a phone's screen and cannot be scrolled to, what is too small to touch, and what
    scrolls but takes no focus, one line each."""
    page.set_viewport_size(PHONE)
    cut_off: list[str] = []
    for _ in range(MOST_LOOKS):
        page.evaluate(DRAWN)
        cut_off = page.evaluate(BEYOND)
        if not cut_off:
            break
    beyond_hands = findings(page, BY_HAND)
    page.set_viewport_size(DESK)
    return [f"cut off on a phone: {what}" for what in cut_off] + [
        f"on a phone: {what}" for what in beyond_hands
    ]
