"""Plans of any size for the benchmarks of the scheduler: all four kinds of link, lags, five calendars."""

import random
from datetime import date, datetime

from northline.engine import (
    Calendar,
    CalendarException,
    Constraint,
    ConstraintKind,
    Lag,
    LagUnit,
    Link,
    LinkKind,
    Minutes,
    Project,
    Task,
    WorkInterval,
    standard_calendar,
)

LINKS_A_TASK = 1.45
REACH = 400  # a predecessor lies at most this many tasks back
BRANCH = 50  # tasks under one summary
KINDS = [LinkKind.FS] * 7 + [LinkKind.SS, LinkKind.FF, LinkKind.SF]
LAGS = [Lag()] * 4 + [Lag(480), Lag(-120), Lag(60), Lag(1440, LagUnit.ELAPSED), Lag(25, LagUnit.PERCENT)]
DURATIONS = [0, 60, 240, 480, 960, 1440, 2400, 4800]
START = datetime(2026, 3, 2, 8)


def calendars() -> tuple[Calendar, ...]:
    """Standard hours, six days, two shifts, nights across midnight, and half Fridays with a fortnight off."""
    day = standard_calendar().week[0]
    shifts = (WorkInterval(360, 840), WorkInterval(850, 1320))
    night = (WorkInterval(0, 360), WorkInterval(1320, 1440))
    off = tuple(CalendarException(date(year, 8, 3), date(year, 8, 14)) for year in range(2026, 2076))
    return (
        standard_calendar(),
        Calendar("six", "Six days", (day,) * 6 + ((),)),
        Calendar("shifts", "Two shifts", (shifts,) * 5 + ((), ())),
        Calendar("night", "Nights", (night,) * 5 + ((WorkInterval(0, 360),), ())),
        Calendar("short", "Half Fridays", (day,) * 4 + ((WorkInterval(480, 720),), (), ()), off),
    )


def made_plan(size: int, *, seed: int = 1, shuffled: bool = False, summaries: bool = True) -> Project:
    """A random plan of `size` tasks, summaries among them, and 1.45 links a task; the same for the same seed."""
    luck = random.Random(seed)
    made, leaves = _tasks(size, luck, summaries=summaries)
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < min(round(size * LINKS_A_TASK), len(leaves) * (len(leaves) - 1) // 2):
        after = luck.randrange(1, len(leaves)) if len(leaves) > 1 else 0
        pairs.add((max(0, after - luck.randint(1, REACH)), after))
    links = [
        Link(leaves[a], leaves[b], luck.choice(KINDS), luck.choice(LAGS)) for a, b in sorted(pairs) if a != b
    ]
    if shuffled:
        luck.shuffle(made)
        luck.shuffle(links)
    return Project(
        id="bench", name="bench", start=START, calendars=calendars(), tasks=tuple(made), links=tuple(links)
    )


def _tasks(size: int, luck: random.Random, *, summaries: bool) -> tuple[list[Task], list[str]]:
    own = [None, None, "six", "shifts", "night", "short"]
    made: list[Task] = []
    leaves: list[str] = []
    parent = None
    for number in range(size):
        if summaries and number % (BRANCH + 1) == 0 and number + 1 < size:
            parent = f"s{number}"
            made.append(Task(id=parent, name=f"Phase {number}"))
            continue
        leaves.append(f"t{number}")
        made.append(
            Task(
                id=f"t{number}",
                name=f"Task {number}",
                duration=Minutes(luck.choice(DURATIONS)),
                parent=parent,
                calendar=luck.choice(own),
                constraint=_constraint(luck),
            )
        )
    return made, leaves


def _constraint(luck: random.Random) -> Constraint:
    if luck.random() > 0.02:
        return Constraint()
    kind = luck.choice([ConstraintKind.SNET, ConstraintKind.FNET, ConstraintKind.FNLT])
    return Constraint(kind, datetime(2026, luck.randint(3, 12), luck.randint(1, 28), 8))
