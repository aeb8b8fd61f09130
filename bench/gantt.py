"""A large plan in the browser: how soon its Gantt is drawn, how smoothly it scrolls, how soon an edit is answered.

python bench/gantt.py [tasks ...]: a server and a database of its own, headless Chromium without a GPU; 2,000 and
10,000 tasks by default. Build the client first (make setup).
"""

from __future__ import annotations

import statistics
from typing import Any

from playwright.sync_api import Page

import browser

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


def main() -> None:
    projects = seed(browser.sizes_asked(2_000, 10_000))
    print("tasks   opens (ms)        scrolls (fps)   edit answered (ms)")
    with browser.page_of("piet", opened=OPENED) as page:
        for size, project in projects.items():
            opens = [browser.opened(page, f"/acme/projects/{project}") for _ in range(5)]
            gaps: list[float] = page.evaluate(SCROLL, browser.FRAMES)
            answers = sorted(edited(page, project, number) for number in range(7))
            print(
                f"{size:>6,}   median {statistics.median(opens):>5.0f}"
                f"{'':<8}{browser.per_second(gaps):>6.1f}"
                f"{'':<11}median {statistics.median(answers):>5.0f}"
                f", slowest {answers[-1]:.0f}"
            )


def seed(sizes: list[int]) -> dict[int, str]:
    """A plan of each size, by the same maker as the tests'."""
    cast = browser.cast_in_a_new_home("piet")
    from tests.scheduling.plans import large, start

    from northline.core import events

    projects = {}
    for size in sizes:
        project = start(cast.scope("piet"), product_id=cast.product.pk, code=f"B{size}")
        large(project, size=size)
        events.emit("plan_changed", project_id=project.pk)
        projects[size] = str(project.pk)
    return projects


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
