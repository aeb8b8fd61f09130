"""Levelling with windows beside breeding alone, with as many schedules: `python bench/level_windows.py` prints the table,
`--write` puts it into docs/levelling.md."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import mean
from unittest.mock import patch

from level_plans import made_plan
from northline.engine import Project, resource_violations, schedule
from northline.engine.levelling.plans import level, windows
from scarce_plans import crew_plan, trade_plan
from tables import write_table

SEEDS = (1, 2, 3, 4, 5)
HEADINGS = (
    "plan", "schedules", "bred: days", "above its bound", "with windows: days", "above its bound", "sooner, same, later",
)  # fmt: skip


@dataclass(frozen=True)
class Shape:
    """A kind of plan, and the numbers of schedules to level it with."""

    name: str
    make: Callable[[int], Project]
    budgets: tuple[int, ...]


SHAPES = (
    Shape("1,000 tasks, 20 people", lambda s: made_plan(1000, 20, seed=s), (1500, 6000)),
    Shape("5,000 tasks, 100 people", lambda s: made_plan(5000, 100, seed=s), (1000,)),
    Shape("10,000 tasks, 200 people", lambda s: made_plan(10_000, 200, seed=s), (500,)),
    Shape("500 tasks, 4 crews, strength 0.1", lambda s: crew_plan(500, 4, strength=0.1, seed=s), (1000, 4000)),
    Shape("1,000 tasks, 4 crews, strength 0.1", lambda s: crew_plan(1000, 4, strength=0.1, seed=s), (1500, 6000)),
    Shape("1,000 tasks, 4 crews, strength 0.3", lambda s: crew_plan(1000, 4, strength=0.3, seed=s), (1500,)),
    Shape("5,000 tasks, 8 crews, strength 0.2", lambda s: crew_plan(5000, 8, strength=0.2, seed=s), (1000,)),
    Shape("1,000 tasks, 24 people in trades", lambda s: trade_plan(1000, 24, asked=0.5, seed=s), (1500,)),
    Shape("5,000 tasks, 120 people in trades", lambda s: trade_plan(5000, 120, asked=0.3, seed=s), (1000,)),
)  # fmt: skip


def rows() -> Iterator[list[str]]:
    """Means over the seeds, and in how many of them windows ended sooner, at the same time and later."""
    for shape in SHAPES:
        for budget in shape.budgets:
            found = [_levelled(shape.make(seed), budget, seed) for seed in SEEDS]
            bred, swept = ([pair[side] for pair in found] for side in (0, 1))
            order = [(b > w, b == w, b < w) for (b, _), (w, _) in zip(bred, swept, strict=True)]
            yield [
                shape.name, f"{budget:,}", f"{mean(d for d, _ in bred):,.2f}", f"{mean(g for _, g in bred):.2f} %",
                f"{mean(d for d, _ in swept):,.2f}", f"{mean(g for _, g in swept):.2f} %",
                ", ".join(str(sum(column)) for column in zip(*order, strict=True)),
            ]  # fmt: skip


def _levelled(plan: Project, work: int, seed: int) -> list[tuple[float, float]]:
    """Days and percent above the bound, bred alone and with windows."""
    found = []
    for large in (sys.maxsize, windows.LARGE):
        with patch.object(windows, "LARGE", large):
            made = level(plan, work=work, seed=seed)
        if broken := resource_violations(made.project, made.schedule, original=plan):
            raise SystemExit(f"{plan.name}: {len(broken)} violations, the first: {broken[0].message}")
        start = schedule(plan).start
        days, least = ((d - start).total_seconds() / 86_400 for d in (made.finish, made.lower_bound))
        found.append((days, 100 * (days / least - 1)))
    return found


def main() -> int:
    """Print the table, and write it if asked."""
    write_table("level_windows", HEADINGS, list(rows()), write="--write" in sys.argv, page="levelling.md")
    return 0


if __name__ == "__main__":
    sys.exit(main())
