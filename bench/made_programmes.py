"""Projects that share one pool of people, with deadlines and weights: for the benchmark of levelling them together."""

import random
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from northline.engine import (
    Assignment,
    Calendar,
    CalendarException,
    Demand,
    Link,
    LinkKind,
    Minutes,
    Project,
    Resource,
    Skill,
    Task,
    WorkInterval,
    standard_calendar,
)

MONDAY = datetime(2026, 3, 2, 8)
DAYS = (0.5, 1, 1, 2, 2, 3, 5, 8)
TRADE = 6  # people who can do the same


@dataclass(frozen=True)
class Shape:
    """`projects` of `tasks` tasks each; `scarce`: working days that each person would be busy for without a break."""

    projects: int
    tasks: int
    scarce: int = 400
    asked: float = 0.1  # the share of tasks that ask for a skill in place of a person

    @property
    def people(self) -> int:
        """Whole trades, at least three."""
        work = self.projects * self.tasks * 1.2 * sum(DAYS) / len(DAYS)
        return max(3, round(work / self.scarce / TRADE)) * TRADE

    @property
    def name(self) -> str:
        """As the tables say it."""
        return f"{self.projects} × {self.tasks:,}, {self.people} people"


def made_programme(shape: Shape, *, seed: int = 1) -> tuple[Project, ...]:
    """The same for the same seed: four weeks of work, a fortnight off for each, links of three kinds, a fifth of the tasks
    done by two people, deadlines from soon to late and weights from 1 to 9."""
    luck = random.Random(seed)
    calendars, staff = _people(shape.people, luck)
    return tuple(_project(shape, n, calendars, staff, luck) for n in range(shape.projects))


def _project(
    shape: Shape, number: int, calendars: tuple[Calendar, ...], staff: list[Resource], luck: random.Random
) -> Project:
    made, links, assigned, demands = [], [], [], []
    for n in range(shape.tasks):
        made.append(Task(id=f"t{n}", duration=Minutes(int(luck.choice(DAYS) * 480))))
        for before in (
            {luck.randrange(max(0, n - 60), n) for _ in range(luck.choice([0, 1, 1, 2]))} if n else ()
        ):
            kind = luck.choice([LinkKind.FS] * 8 + [LinkKind.SS, LinkKind.FF])
            links.append(Link(f"t{before}", f"t{n}", kind))
        if luck.random() < shape.asked:
            demands.append(Demand(f"t{n}", f"trade {luck.randrange(shape.people // TRADE)}"))
            continue
        assigned += [
            Assignment(f"t{n}", who.id, 1.0 if luck.random() < 0.8 else 0.5)
            for who in luck.sample(staff, luck.choice([1, 1, 1, 1, 2]))
        ]
    # All work takes about as many days as anybody is busy for: some deadlines come long before, some after.
    due = MONDAY + timedelta(days=int(shape.scarce * 1.4 * luck.uniform(0.25, 1.05)), hours=9)
    return Project(
        id=f"p{number}", name=f"Project {number}", start=MONDAY, calendars=calendars, tasks=tuple(made), links=tuple(links),
        resources=tuple(staff), assignments=tuple(assigned), demands=tuple(demands), deadline=due,
        weight=float(luck.randint(1, 9)),
    )  # fmt: skip


def _people(count: int, luck: random.Random) -> tuple[tuple[Calendar, ...], list[Resource]]:
    day = standard_calendar().week[0]
    mornings, early = (WorkInterval(480, 780),), (WorkInterval(360, 840),)
    weeks = [(day,) * 5, (day,) * 4 + ((),), (day,) * 5, (early,) * 5, (mornings,) * 5, (day,) * 5]
    calendars, staff = [standard_calendar()], []
    for n in range(count):
        first = date(2026, 3, 2) + timedelta(days=7 * luck.randrange(40))
        away = CalendarException(first, first + timedelta(days=13))
        calendars.append(Calendar(f"c{n}", f"Person {n}", (*weeks[n % len(weeks)], (), ()), (away,)))
        staff.append(
            Resource(id=f"r{n}", name=f"Person {n}", calendar=f"c{n}", skills=(Skill(f"trade {n // TRADE}"),))
        )
    return tuple(calendars), staff
