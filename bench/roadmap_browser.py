"""A large roadmap in the browser: how soon it is drawn, how smoothly it pans, how soon a drag shows and is answered.

python bench/roadmap_browser.py [initiatives ...] [--database sqlite|postgres]: a server and a database of its own,
headless Chromium without a GPU; 1,000 initiatives by default, in ten lanes over three years, with dependencies,
milestones and a field of one's own. Build the client first (make setup).
"""

from __future__ import annotations

import random
import statistics
from datetime import date, timedelta
from typing import Any

from playwright.sync_api import Page

import browser

LANES = 10
FIRST = date(2026, 1, 5)
DAYS = 3 * 365
VIEWS = {
    "timeline": "?colour=custom.reach",
    "board": "?view=board&columns=custom.segment&rows=lane",
    "now, next, later": "?view=horizon&colour=status",
    "list": "?view=table",
    "portfolio": "",
}
CANVAS = ("timeline", "portfolio")

# The first frame in which the view has what it draws: a canvas, many cards, or rows.
OPENED = """
const look = () => {
  const canvas = [...document.querySelectorAll('main canvas')].pop();
  const cards = document.querySelectorAll('main li[draggable=true], main [role=gridcell]').length;
  if ((canvas && canvas.width > 300) || cards > 20) {
    requestAnimationFrame(() => { window.openedAt = performance.now(); });
  } else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
# Pans as a hand does: a wheel event a frame, on what lies in the middle of the page.
PAN = """
async ([frames, dx, dy]) => {
  const target = document.elementFromPoint(innerWidth * 0.6, innerHeight * 0.6);
  let scroller = target;
  while (scroller && scroller.scrollHeight <= scroller.clientHeight + 50) scroller = scroller.parentElement;
  const gaps = [];
  await new Promise((done) => {
    let last, count = 0;
    const step = (now) => {
      if (last !== undefined) gaps.push(now - last);
      last = now;
      const way = count < frames / 2 ? 1 : -1;
      const wheel = { deltaX: way * dx, deltaY: way * dy, bubbles: true, cancelable: true };
      if (target.dispatchEvent(new WheelEvent('wheel', wheel)) && scroller) scroller.scrollTop += way * dy;
      if (++count > frames) done(); else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
  return gaps;
}
"""
# How long after a pointer's move the frame that shows it is done.
LISTEN = """
() => {
  window.spent = [];
  addEventListener('pointermove', ({ timeStamp }) => {
    requestAnimationFrame(() => setTimeout(() => window.spent.push(performance.now() - timeStamp)));
  }, true);
}
"""
# The time between frames, from now until it is asked for.
WATCH = """
() => {
  let last;
  window.between = [];
  const step = (now) => {
    if (last !== undefined) window.between.push(now - last);
    last = now;
    if (window.between) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}
"""
WATCHED = "() => { const told = window.between; window.between = null; return told; }"
CURSOR = "([x, y]) => getComputedStyle(document.elementFromPoint(x, y)).cursor"


def main() -> None:
    products = seed(**vars(browser.asked(1_000)))
    print(
        "| initiatives | view | opens, median of 5 | scrolls | pans | drags | drag shows, median | slowest | drag answered |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    with browser.page_of("ada", opened=OPENED) as page:
        for size, product in products.items():
            for view, asked in VIEWS.items():
                print(f"| {size:,} | {view} | {row(page, product, view, asked)} |", flush=True)


def seed(sizes: list[int], database: str = "sqlite") -> dict[int, str]:
    """A product of each size."""
    cast = browser.cast_in_a_new_home("ada", database)
    return {size: filled(cast, size) for size in sizes}


def filled(cast: Any, size: int) -> str:
    """The id of a new product with so many initiatives, told the same at every run."""
    from northline.core import editing
    from northline.core.listing import custom_fields
    from northline.products.models import Product
    from northline.roadmap.models import Initiative, InitiativeDependency, Lane, Milestone

    by, chance = cast.scope("ada"), random.Random(size)
    product = Product(workspace_id=by.workspace_id, title=f"Of {size}")
    editing.create(product, prefix=Product.PREFIX, by=by)
    kept = {"workspace_id": by.workspace_id, "product": product}
    reach = {"title": "Reach", "type": "number", "options": []}
    options = [{"label": label} for label in ("Small", "Middle", "Large", "Public")]
    segment = {"title": "Segment", "type": "choice", "options": options}
    for field in (reach, segment):
        custom_fields.add("initiative", product_id=product.pk, description="", by=by, **field)
    lanes = Lane.objects.bulk_create(
        Lane(**kept, key=f"L{size}-{at}", title=f"Lane {at}", position=at) for at in range(LANES)
    )
    rows = Initiative.objects.bulk_create(
        initiative(at, lanes, chance, key=f"I{size}-{at}", **kept) for at in range(size)
    )
    InitiativeDependency.objects.bulk_create(
        InitiativeDependency(**kept, before=before, after=after)
        for before, after in zip(rows[::5], rows[1::5], strict=False)
    )
    Milestone.objects.bulk_create(
        Milestone(**kept, key=f"M{size}-{at}", title=f"Milestone {at}", day=FIRST + timedelta(days=50 * at))
        for at in range(20)
    )
    return str(product.pk)


def initiative(at: int, lanes: list[Any], chance: random.Random, **kept: Any) -> Any:
    from northline.roadmap.models import Initiative

    start = FIRST + timedelta(days=chance.randrange(DAYS))
    return Initiative(
        **kept,
        title=f"Initiative {at} that somebody wants for a reason",
        lane=lanes[at % LANES],
        position=at,
        status=chance.choice(["idea", "planned", "committed", "in_progress"]),
        horizon=chance.choice(["now", "next", "later"]),
        window_start=start,
        window_finish=start + timedelta(days=chance.randrange(14, 120)),
        window_precision="day",
        effort_weeks=chance.randrange(1, 40),
        custom={
            "reach": chance.randrange(1, 1000),
            "segment": chance.choice(["small", "middle", "large", "public"]),
        },
    )


def row(page: Page, product: str, view: str, asked: str) -> str:
    opens = [opened(page, product, asked) for _ in range(5)]
    told = [f"{statistics.median(opens):.0f} ms", f"{fps(page, 0, 60):.0f} frames/s"]
    if view == "list":
        return " | ".join([*told, "–", "–", "–", "–", "–"])
    if view not in CANVAS:
        return " | ".join([*told, "–", f"{dragging(page, *a_card(page)):.0f} frames/s", "–", "–", "–"])
    told += [f"{fps(page, 60, 0):.0f} frames/s", f"{dragging(page, *a_bar(page)):.0f} frames/s"]
    shows, answered = dragged(page)
    return " | ".join(
        [*told, f"{statistics.median(shows):.0f} ms", f"{max(shows):.0f} ms", f"{answered:.0f} ms"]
    )


def opened(page: Page, product: str, asked: str) -> float:
    """Milliseconds from the navigation to the first frame with the roadmap in it."""
    path = f"/acme/roadmap{asked}&product={product}" if asked else "/acme/portfolio"
    found = browser.opened(page, path)
    page.wait_for_load_state("networkidle")
    return found


def fps(page: Page, dx: int, dy: int) -> float:
    return browser.per_second(page.evaluate(PAN, [browser.FRAMES, dx, dy]))


def dragging(page: Page, x: float, y: float) -> float:
    """Frames a second while something is carried to and fro, about a step a frame, and then left where it was."""
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 10, y)
    page.evaluate(WATCH)
    for step in range(browser.FRAMES // 2):
        page.mouse.move(x + 3 * abs(step % 80 - 40), y + step % 20)
        page.wait_for_timeout(12)
    gaps: list[float] = page.evaluate(WATCHED)
    page.keyboard.press("Escape")
    page.mouse.up()
    return browser.per_second(gaps)


def dragged(page: Page) -> tuple[list[float], float]:
    """Milliseconds until each step of a drag is drawn, and from letting go to the server's answer in the browser."""
    x, y = a_bar(page)
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(LISTEN)
    for step in range(1, 41):
        page.mouse.move(x + 4 * step, y)
    with page.expect_response(lambda answer: answer.request.method == "PATCH") as answer:
        page.mouse.up()
    answer.value.finished()
    shows: list[float] = page.evaluate("() => window.spent")
    return shows, answer.value.request.timing["responseEnd"]


def a_card(page: Page) -> tuple[float, float]:
    box = page.locator("main li[draggable=true]").nth(2).bounding_box()
    assert box is not None
    return box["x"] + 60, box["y"] + 12


def a_bar(page: Page) -> tuple[float, float]:
    box = page.locator("main canvas").last.bounding_box()
    assert box is not None
    for y in range(int(box["y"]) + 60, int(box["y"]) + 260, 10):
        for x in range(int(box["x"]) + 40, int(box["x"] + box["width"]) - 240, 40):
            page.mouse.move(x, y)
            if page.evaluate(CURSOR, [x, y]) in ("pointer", "grab", "move"):
                return x + 40, y + 4
    raise SystemExit("there is no bar on the roadmap")


if __name__ == "__main__":
    main()
