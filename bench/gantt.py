"""A large plan in the browser: how soon its Gantt is drawn, how smoothly it scrolls, how soon an edit shows what it does.

python bench/gantt.py [tasks ...] [--database sqlite|postgres]: a server and a database of its own, headless Chromium
without a GPU; 1,000 and 10,000 tasks by default. Build the client first (make setup).
"""

from __future__ import annotations

import statistics

from playwright.sync_api import Page

import browser

# The column of the outline that holds durations.
DURATION = 2
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
# Notes how long it takes from Enter until the bar above the plan says something new.
ENTERED = """
() => {
  const said = () => [...document.querySelectorAll('[role=status]')].map((one) => one.textContent).join('');
  const before = said();
  window.shownAfter = new Promise((done) => {
    const enter = (event) => {
      if (event.key !== 'Enter') return;
      removeEventListener('keydown', enter, true);
      const began = performance.now();
      const look = () => (said() === before ? requestAnimationFrame(look) : done(performance.now() - began));
      look();
    };
    addEventListener('keydown', enter, true);
  });
}
"""


def main() -> None:
    projects = seed(**vars(browser.asked(1_000, 10_000)))
    print(
        "tasks   opens (ms)        scrolls (fps)   edit shows what it does (ms)       right after another (ms)"
    )
    with browser.page_of("piet", opened=OPENED) as page:
        for size, project in projects.items():
            opens = []
            for _ in range(5):
                opens.append(browser.opened(page, f"/acme/projects/{project}"))
                at_rest(page)
            gaps: list[float] = page.evaluate(SCROLL, browser.FRAMES)
            page.goto(f"/acme/projects/{project}")
            page.evaluate(browser.WHEN_OPEN)
            at_rest(page)
            alone = sorted(edited(page, number, at_once=False) for number in range(7))
            in_a_row = sorted(edited(page, number, at_once=True) for number in range(7, 14))
            print(
                f"{size:>6,}   median {statistics.median(opens):>5.0f}"
                f"{'':<8}{browser.per_second(gaps):>6.1f}"
                f"{'':<11}median {statistics.median(alone):>5.0f}, slowest {alone[-1]:.0f}"
                f"{'':<8}median {statistics.median(in_a_row):>5.0f}, slowest {in_a_row[-1]:.0f}"
            )


def seed(sizes: list[int], database: str = "sqlite") -> dict[int, str]:
    """A plan of each size, by the same maker as the tests'."""
    cast = browser.cast_in_a_new_home("piet", database)
    from tests.scheduling.plans import large, start

    from northline.core import events

    projects = {}
    for size in sizes:
        project = start(cast.scope("piet"), product_id=cast.product.pk, code=f"B{size}")
        large(project, size=size)
        events.emit("plan_changed", project_id=project.pk)
        projects[size] = str(project.pk)
    return projects


def at_rest(page: Page) -> None:
    """Wait until the page has asked for nothing for three seconds: what it reads anew is no part of the next edit."""
    asked, quiet = -1, 0
    while quiet < 30:
        page.wait_for_timeout(100)
        now = page.evaluate("() => performance.getEntriesByType('resource').length")
        quiet = quiet + 1 if now == asked else 0
        asked = now


def edited(page: Page, number: int, *, at_once: bool) -> float:
    """Milliseconds from Enter in a cell of the outline to the words about what that moved; `at_once` after the last."""
    if not at_once:
        at_rest(page)
    row = page.get_by_role("row").filter(has=page.get_by_role("gridcell")).nth(2 + number)
    row.get_by_role("gridcell").nth(DURATION).dblclick()
    page.keyboard.press("Control+a")
    page.keyboard.type(f"{3 + number}d")
    page.evaluate(ENTERED)
    page.keyboard.press("Enter")
    return float(page.evaluate("() => window.shownAfter"))


if __name__ == "__main__":
    main()
