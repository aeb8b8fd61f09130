"""Plans with little of what they need: crews of several people on shifts of their own, and trades that many tasks ask for."""

import random
from datetime import date, timedelta

from made_programmes import DAYS, MONDAY, TRADE
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


def crew_plan(tasks: int, crews: int, *, strength: float, seed: int) -> Project:
    """Crews on four kinds of week with holidays; a task takes half of the crews of its kind, one to ten people of each.

    `strength` is from the smallest crews that can do every task (0) to as many people as the schedule by links alone takes at
    its busiest (1), as in `made_problems.py`.
    """
    luck = random.Random(f"{tasks} {crews} {strength} {seed}")
    made = tuple(Task(id=f"t{n}", duration=Minutes(int(luck.choice(DAYS) * 480))) for n in range(tasks))
    links, early = [], []
    for n in range(tasks):
        before = {luck.randrange(max(0, n - 40), n) for _ in range(luck.choice((1, 1, 2, 2, 3)))} if n else ()
        links += [Link(f"t{b}", f"t{n}") for b in sorted(before)]
        early.append(max((early[b] + made[b].duration // 240 for b in before), default=0))
    assigned, load = [], [[0] * (max(early) + 20) for _ in range(crews)]
    for n, task in enumerate(made):
        # Four crews belong together.
        group = 4 * luck.randrange(crews // 4)
        for crew in range(group, group + 4):
            if luck.random() < 0.5:
                people = luck.randint(1, 10)
                assigned.append(Assignment(task.id, f"r{crew}", float(people)))
                for half in range(early[n], early[n] + task.duration // 240):
                    load[crew][half] += people
    calendars = _weeks(crews, luck)
    staff = tuple(
        Resource(
            id=f"r{n}", name=f"Crew {n}", calendar=f"c{n}",
            capacity=float(max(10, round(10 + strength * (max(load[n]) - 10)))),
        )
        for n in range(crews)
    )  # fmt: skip
    return Project(
        id="crews", name=f"{tasks:,} tasks, {crews} crews, strength {strength:g}", start=MONDAY, calendars=calendars,
        tasks=made, links=tuple(links), resources=staff, assignments=tuple(assigned),
    )  # fmt: skip


def trade_plan(tasks: int, people: int, *, asked: float, seed: int) -> Project:
    """People in trades of six on four kinds of week; a share of the tasks asks for a trade, the others for persons."""
    luck = random.Random(f"{tasks} {people} {asked} {seed}")
    made = tuple(Task(id=f"t{n}", duration=Minutes(int(luck.choice(DAYS) * 480))) for n in range(tasks))
    calendars = _weeks(people, luck)
    staff = tuple(
        Resource(id=f"r{n}", name=f"Person {n}", calendar=f"c{n}", skills=(Skill(f"trade {n // TRADE}"),))
        for n in range(people)
    )
    links, assigned, demands = [], [], []
    for n in range(tasks):
        before = {luck.randrange(max(0, n - 40), n) for _ in range(luck.choice((0, 1, 1, 2)))} if n else ()
        kinds = [LinkKind.FS] * 8 + [LinkKind.SS, LinkKind.FF]
        links += [Link(f"t{b}", f"t{n}", luck.choice(kinds)) for b in sorted(before)]
        if luck.random() < asked:
            trades = luck.sample(range(people // TRADE), luck.choice((1, 1, 2)))
            demands += [Demand(f"t{n}", f"trade {trade}") for trade in trades]
        else:
            assigned += [Assignment(f"t{n}", who.id) for who in luck.sample(staff, luck.choice((1, 1, 2)))]
    return Project(
        id="trades", name=f"{tasks:,} tasks, {people} people in trades", start=MONDAY, calendars=calendars, tasks=made,
        links=tuple(links), resources=staff, assignments=tuple(assigned), demands=tuple(demands),
    )  # fmt: skip


def _weeks(count: int, luck: random.Random) -> tuple[Calendar, ...]:
    """Full weeks, four days, early shifts and six days in turn, each with a fortnight off in the first year."""
    day = standard_calendar().week[0]
    early = (WorkInterval(360, 840),)
    weeks = [(day,) * 5 + ((), ()), (day,) * 4 + ((),) * 3, (early,) * 5 + ((), ()), (day,) * 6 + ((),)]
    calendars = [standard_calendar()]
    for n in range(count):
        first = date(2026, 3, 2) + timedelta(days=7 * luck.randrange(40))
        away = CalendarException(first, first + timedelta(days=13))
        calendars.append(Calendar(f"c{n}", f"Week of {n}", weeks[n % len(weeks)], (away,)))
    return tuple(calendars)
