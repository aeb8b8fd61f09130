"""Frames per second of the Gantt while it scrolls, pans and zooms, at 2,000 and 10,000 rows.

Serve the harness first: cd web && npx vite -c src/timeline/harness/vite.config.mjs
Then: python bench/timeline/frames.py [http://localhost:5199]
"""

import statistics
import sys

from playwright.sync_api import CDPSession, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
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

# Drives one motion from requestAnimationFrame and answers the milliseconds between frames
# and those that our own script took, event handlers and drawing together.
MOTION = """
async ([motion, frames]) => {
  const scroller = [...document.querySelectorAll("section div")].find(
    (one) => getComputedStyle(one).overflowY === "auto");
  const canvas = document.querySelectorAll("canvas")[1];
  const box = canvas.getBoundingClientRect();
  const wheel = (init) => canvas.dispatchEvent(new WheelEvent("wheel", {
    bubbles: true, cancelable: true, clientX: box.left + box.width / 2, clientY: box.top + 200, ...init}));
  const moves = {
    scroll: (i) => { scroller.scrollTop += 60; },
    leap: (i) => { scroller.scrollTop = (i * 7919 * 32) % (scroller.scrollHeight - 900); },
    pan: (i) => wheel({ deltaX: 30 }),
    zoom: (i) => wheel({ ctrlKey: true, deltaY: i % 60 < 30 ? 12 : -12 }),
  };
  const gaps = [];
  let last = 0;
  await new Promise((done) => {
    let i = 0;
    const frame = (now) => {
      if (last) gaps.push(now - last);
      last = now;
      if (i++ >= frames) return done();
      moves[motion](i);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  return gaps;
}
"""


def spent(session: CDPSession) -> dict[str, float]:
    """Milliseconds of the main thread so far, by what it did."""
    found = session.send("Performance.getMetrics")["metrics"]
    return {one["name"]: one["value"] * 1000 for one in found if one["name"].endswith("Duration")}


def measure(page: Page, session: CDPSession, motion: str) -> str:
    before = spent(session)
    gaps: list[float] = sorted(page.evaluate(MOTION, [motion, 240]))
    after = spent(session)
    work = "  ".join(
        f"{word} {(after[name] - before[name]) / 240:4.1f}"
        for word, name in (
            ("script", "ScriptDuration"),
            ("style", "RecalcStyleDuration"),
            ("layout", "LayoutDuration"),
            ("all", "TaskDuration"),
        )
    )
    mean = statistics.fmean(gaps)
    late = sum(gap > 25 for gap in gaps) / len(gaps)
    p95 = gaps[int(len(gaps) * 0.95)]
    return f"{1000 / mean:5.1f} fps  p50 {gaps[len(gaps) // 2]:5.1f} ms  p95 {p95:5.1f} ms  over 25 ms {late:4.0%}  | main thread, ms per frame: {work}"


def main(address: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for rows in (2_000, 10_000):
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(f"{address}/src/timeline/harness/gantt.html?rows={rows}&zoom=week&baseline")
            page.wait_for_selector("[role=treegrid]")
            page.wait_for_timeout(1500)
            session = page.context.new_cdp_session(page)
            session.send("Performance.enable")
            for motion in ("scroll", "leap", "pan", "zoom"):
                print(f"{rows:6,} rows  {motion:6}  {measure(page, session, motion)}", flush=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:5199")
