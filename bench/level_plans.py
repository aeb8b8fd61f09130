"""Levelling of plans with calendars: `python bench/level_plans.py` prints the table, `--write` puts it into
docs/levelling.md."""

import os
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from time import perf_counter

from northline.engine import (
    Assignment,
    Availability,
    Calendar,
    CalendarException,
    Link,
    LinkKind,
    Minutes,
    Project,
    Resource,
    Task,
    WorkInterval,
    resource_violations,
    schedule,
    standard_calendar,
)
from northline.engine.levelling.plans import Levelled, level
from northline.formats.mspdi import read

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("NORTHLINE_DATASETS", ROOT.parent / "shared" / "data"))
PAGE = ROOT / "docs" / "levelling.md"
BEGIN, END = "<!-- bench/level_plans.py -->", "<!-- end of bench/level_plans.py -->"
MONDAY = datetime(2026, 3, 2, 8)
TIMES = (2.0, 10.0)


def made_plan(tasks: int = 1000, people: int = 20, *, seed: int = 1) -> Project:
    """A plan of ten branches on the calendars of its people: full weeks, four days, mornings, early shifts, each with
    a fortnight off; links of all kinds, a fifth of the work by two people, part-time work among it."""
    luck = random.Random(seed)
    calendars, staff = _people(people, luck)
    made: list[Task] = [Task(id=f"s{n}", name=f"Branch {n}") for n in range(10)]
    links, assigned = [], []
    for n in range(tasks):
        days = luck.choice([0.5, 1, 1, 2, 2, 3, 5, 8])
        made.append(Task(id=f"t{n}", duration=Minutes(int(days * 480)), parent=f"s{n * 10 // tasks}"))
        low = max(0, n - 60)
        for before in {luck.randrange(low, n) for _ in range(luck.choice([0, 1, 1, 2]))} if n else ():
            kind = luck.choice([LinkKind.FS] * 8 + [LinkKind.SS, LinkKind.FF])
            links.append(Link(f"t{before}", f"t{n}", kind))
        for who in luck.sample(staff, luck.choice([1, 1, 1, 1, 2])):
            units = 1.0 if luck.random() < 0.8 else 0.5
            assigned.append(Assignment(f"t{n}", who.id, units))
    return Project(
        id="made", name=f"{tasks} tasks, {people} people", start=MONDAY, calendars=calendars, tasks=tuple(made),
        links=tuple(links), resources=tuple(staff), assignments=tuple(assigned),
    )  # fmt: skip


def _people(count: int, luck: random.Random) -> tuple[tuple[Calendar, ...], list[Resource]]:
    day = standard_calendar().week[0]
    mornings, early = (WorkInterval(480, 780),), (WorkInterval(360, 840),)
    weeks = [(day,) * 5, (day,) * 4 + ((),), (mornings,) * 5, (early,) * 5, (day,) * 5]
    calendars, staff = [standard_calendar()], []
    for n in range(count):
        first = date(2026, 3, 2) + timedelta(days=7 * luck.randrange(40))
        away = CalendarException(first, first + timedelta(days=13))
        calendars.append(Calendar(f"c{n}", f"Person {n}", (*weeks[n % len(weeks)], (), ()), (away,)))
        half = (Availability(date(2026, 6, 1), date(2026, 7, 31), 0.5),) if n % 7 == 3 else ()
        staff.append(Resource(id=f"r{n}", name=f"Person {n}", calendar=f"c{n}", availability=half))
    return tuple(calendars), staff


@dataclass(frozen=True)
class Row:
    """One plan at one time limit."""

    plan: str
    limit: str
    found: Levelled
    seconds: float
    start: datetime
    project_planned: datetime

    def cells(self) -> list[str]:
        """The row as text."""
        days = (self.found.finish - self.start).total_seconds() / 86_400
        best = (self.found.lower_bound - self.start).total_seconds() / 86_400
        return [
            self.plan, self.limit, f"{self.project_planned:%Y-%m-%d}", f"{self.found.finish:%Y-%m-%d %H:%M}",
            f"{self.found.lower_bound:%Y-%m-%d %H:%M}", f"{100 * (days / best - 1):.2f} %",
            str(self.found.tried), f"{self.seconds:.2f} s",
        ]  # fmt: skip


HEADINGS = (
    "plan",
    "limit",
    "file's or unlevelled finish",
    "levelled finish",
    "lower bound",
    "gap",
    "schedules",
    "took",
)


def rows() -> Iterator[Row]:
    """The made plan by one rule and at each time, then Microsoft Project's."""
    plan = made_plan()
    level(made_plan(30, 4), seconds=0.5)  # loads the kernels
    yield _row(plan, "first rule", work=1)
    for seconds in (*TIMES, 60.0) if "--long" in sys.argv else TIMES:
        yield _row(plan, f"{seconds:g} s", seconds=seconds)
    for file in sorted((DATA / "msproject").glob("*.xml")):
        yield _row(read(file).project, "5 s", seconds=5.0, name=file.stem)


def _row(plan: Project, limit: str, *, seconds: float = 60.0, work: int | None = None, name: str = "") -> Row:
    now = schedule(plan)
    began = perf_counter()
    found = level(plan, seconds=seconds, work=work, seed=1)
    took = perf_counter() - began
    broken = resource_violations(found.project, found.schedule, original=plan)
    if broken:
        raise SystemExit(f"{name or plan.name}: {len(broken)} violations, the first: {broken[0].message}")
    return Row(name or plan.name, limit, found, took, now.start, now.finish)


def main() -> int:
    """Print the table, and write it if asked."""
    lines = ["| " + " | ".join(HEADINGS) + " |", "| --- |" + " --- |" * (len(HEADINGS) - 1)]
    for line in lines:
        print(line)
    for row in rows():
        lines.append("| " + " | ".join(row.cells()) + " |")
        print(lines[-1], flush=True)
    if "--write" in sys.argv:
        text = PAGE.read_text(encoding="utf-8")
        low, high = text.index(BEGIN) + len(BEGIN), text.index(END)
        PAGE.write_text(f"{text[:low]}\n\n" + "\n".join(lines) + f"\n\n{text[high:]}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
