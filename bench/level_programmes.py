"""Levelling of projects on one pool of people: `python bench/level_programmes.py` prints the table, `--write` puts it into
docs/levelling.md, `--brief` measures one seed, `--only 0` the first shape alone, `--alone` one worker,
`--processor` counts seconds of processor for each worker, for machines that have other work."""

import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import mean
from time import perf_counter, process_time

from level_plans import made_plan
from made_programmes import Shape, made_programme
from northline.engine import resource_violations
from northline.engine.levelling.plans import level

PAGE = Path(__file__).resolve().parents[1] / "docs" / "levelling.md"
BEGIN, END = "<!-- bench/level_programmes.py -->", "<!-- end of bench/level_programmes.py -->"
SHAPES = (
    Shape(10, 1000),
    Shape(20, 500, scarce=200),
    Shape(8, 100),
    Shape(6, 3000),
    Shape(10, 1000, scarce=200),
    Shape(20, 500),
)
LIMITS = (("first schedule", None, 1), ("10 s", 10.0, 1), ("10 s, two workers", 10.0, 2))
SEEDS = (1, 2, 3)
HEADINGS = ("projects × tasks", "limit", *(f"late, seed {s}" for s in SEEDS), "schedules", "took")


def rows(seeds: tuple[int, ...]) -> Iterator[list[str]]:
    """Weighted days late of each shape at each limit."""
    level(made_plan(30, 4), seconds=0.5)  # loads the kernels
    only = int(sys.argv[sys.argv.index("--only") + 1]) if "--only" in sys.argv else None
    for shape in SHAPES if only is None else SHAPES[only : only + 1]:
        for limit, seconds, workers in LIMITS[:2] if "--alone" in sys.argv else LIMITS:
            found = [_levelled(shape, seed, seconds, workers) for seed in seeds]
            yield [
                shape.name, limit, *(f"{late:,.0f}" for late, _, _ in found),
                f"{mean(tried for _, tried, _ in found):,.0f}", f"{mean(took for _, _, took in found):.1f} s",
            ]  # fmt: skip


def _levelled(shape: Shape, seed: int, seconds: float | None, workers: int) -> tuple[float, int, float]:
    """Days late times weight, schedules, seconds."""
    plans = made_programme(shape, seed=seed)
    # The processor counts the time of all threads.
    clock, share = (process_time, workers) if "--processor" in sys.argv else (perf_counter, 1)
    began = clock()
    found = level(
        plans, seconds=(seconds or 600.0) * share, work=None if seconds else 1, workers=workers, seed=1, clock=clock
    )  # fmt: skip
    took = (clock() - began) / share
    for project, dates, original in zip(found.projects, found.schedules, plans, strict=True):
        if broken := resource_violations(project, dates, original=original):
            raise SystemExit(f"{shape.name}: {len(broken)} violations, the first: {broken[0].message}")
    if found.overloads:
        raise SystemExit(f"{shape.name}: {len(found.overloads)} overloads across the projects")
    return found.tardiness / 1440, found.tried, took


def main() -> int:
    """Print the table, and write it if asked."""
    seeds = SEEDS[:1] if "--brief" in sys.argv else SEEDS
    headings = [h for h in HEADINGS if not h.startswith("late") or int(h[-1]) in seeds]
    lines = ["| " + " | ".join(headings) + " |", "| --- |" + " --- |" * (len(headings) - 1)]
    for line in lines:
        print(line)
    for row in rows(seeds):
        lines.append("| " + " | ".join(row) + " |")
        print(lines[-1], flush=True)
    if "--write" in sys.argv:
        text = PAGE.read_text(encoding="utf-8")
        low, high = text.index(BEGIN) + len(BEGIN), text.index(END)
        PAGE.write_text(f"{text[:low]}\n\n" + "\n".join(lines) + f"\n\n{text[high:]}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
