"""Plans for the engine's tests: small ones by hand, any one by hypothesis."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime

from hypothesis import strategies as st

from northline.engine import (
    Calendar,
    CalendarException,
    Constraint,
    ConstraintKind,
    Cycle,
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
from northline.engine.compiled import compile_plan

MONDAY = datetime(2026, 3, 2, 8)
DAY = 480
NIGHT = Calendar(
    "night",
    "Night shift",
    (((WorkInterval(0, 360), WorkInterval(1320, 1440)),) * 5) + ((WorkInterval(0, 360),), ()),
)
WITH_HOLIDAY = Calendar(
    "holiday",
    "With a holiday",
    standard_calendar().week,
    (CalendarException(datetime(2026, 3, 4).date(), datetime(2026, 3, 5).date()),),
)


def task(task_id: str, days: float = 1, **fields: object) -> Task:
    """A task that lasts some standard days."""
    return Task(id=task_id, duration=Minutes(round(days * DAY)), **fields)  # type: ignore[arg-type]


def project(*tasks: Task, links: tuple[Link, ...] = (), **fields: object) -> Project:
    """A project that starts on Monday, 2 March 2026, at 08:00, on the standard calendar."""
    calendars = (standard_calendar(), NIGHT, WITH_HOLIDAY)
    values = {"id": "p", "name": "Plan", "start": MONDAY, "calendars": calendars} | fields
    return Project(tasks=tasks, links=links, **values)  # type: ignore[arg-type]


def at(text: str) -> datetime:
    """`at("03-02 17:00")` in 2026."""
    return datetime.fromisoformat(f"2026-{text}")


@st.composite
def projects(draw: st.DrawFn, *, constraints: bool = True) -> Project:
    """Any plan without circles: links run from lower to higher numbers and never between a branch and
    itself."""
    count = draw(st.integers(1, 12))
    summaries = draw(st.integers(0, 3))
    tasks = [Task(id=f"s{n}") for n in range(summaries)]
    for number in range(count):
        parent = draw(st.sampled_from([None, *(t.id for t in tasks[:summaries])]))
        tasks.append(
            Task(
                id=f"t{number:02}",
                duration=Minutes(draw(st.sampled_from([0, 30, 240, 480, 1000, 2400]))),
                parent=parent,
                calendar=draw(st.sampled_from([None, "night", "holiday"])),
                constraint=draw(constraint()) if constraints else Constraint(),
                elapsed_duration=draw(st.booleans()) and draw(st.booleans()),
                levelling_delay=Minutes(draw(st.sampled_from([0, 0, 0, 600]))),
                active=draw(st.integers(0, 9)) > 0,
            )
        )
    links = draw(st.lists(link(count), max_size=18))
    plan = project(*tasks, links=tuple(x for x in links if x is not None))
    return with_summary_links(plan, draw(st.lists(summary_link(count, summaries), max_size=3)))


def with_summary_links(plan: Project, links: list[Link]) -> Project:
    """The plan with those of some links that close no circle, whose ends it holds and are not of one branch."""
    over = {t.id: t.parent for t in plan.tasks}
    parents = set(over.values())
    for one in links:
        if not {one.before, one.after} <= over.keys() or one.before == one.after:
            continue
        within = over[one.before] == one.after or over[one.after] == one.before
        if not within and {one.before, one.after} & parents:
            more = replace(plan, links=(*plan.links, one))
            with suppress(Cycle):
                compile_plan(more)
                plan = more
    return plan


@st.composite
def summary_link(draw: st.DrawFn, count: int, summaries: int) -> Link:
    """A link from or to a summary, which may close a circle; mostly onto a summary's finish."""
    ids = [*(f"t{n:02}" for n in range(count)), *(f"s{n}" for n in range(summaries))]
    kind = draw(st.sampled_from([LinkKind.FF, LinkKind.FF, LinkKind.SF, LinkKind.FS, LinkKind.SS]))
    lag = Lag(draw(st.sampled_from([0, 0, 480, 2000, -240])), draw(st.sampled_from([*LagUnit][:2])))
    return Link(draw(st.sampled_from(ids)), draw(st.sampled_from(ids[count:] or ids)), kind, lag)


@st.composite
def link(draw: st.DrawFn, count: int) -> Link | None:
    """A link from an earlier to a later task."""
    before, after = sorted(draw(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))))
    lag = Lag(draw(st.sampled_from([0, 0, 60, 480, 2000, -240])), draw(st.sampled_from(LagUnit)))
    if lag.unit is LagUnit.PERCENT:
        lag = Lag(draw(st.sampled_from([50, 100])), LagUnit.PERCENT)
    if before == after:
        return None
    return Link(f"t{before:02}", f"t{after:02}", draw(st.sampled_from(LinkKind)), lag)


@st.composite
def constraint(draw: st.DrawFn) -> Constraint:
    """Mostly none."""
    kind = draw(st.sampled_from([ConstraintKind.ASAP] * 8 + list(ConstraintKind)))
    if kind in (ConstraintKind.ASAP, ConstraintKind.ALAP):
        return Constraint(kind)
    return Constraint(kind, datetime(2026, 3, draw(st.integers(1, 28)), draw(st.sampled_from([8, 12, 17]))))


def on_the_clock(plan: Project) -> Project:
    """The same plan where every minute is working time."""
    whole = ((WorkInterval(0, 1440),),) * 7
    return replace(plan, calendars=tuple(replace(c, week=whole, exceptions=()) for c in plan.calendars))
