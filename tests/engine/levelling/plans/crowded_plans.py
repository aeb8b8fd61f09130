"""Plans with too few people, by hypothesis: calendars, teams, part-time, links of all kinds, dates, priorities."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from engine_plans import NIGHT, WITH_HOLIDAY, at, project, task
from hypothesis import strategies as st

from northline.engine import (
    Assignment,
    Availability,
    Calendar,
    Constraint,
    ConstraintKind,
    Demand,
    Lag,
    LagUnit,
    Link,
    LinkKind,
    Minutes,
    Mode,
    Project,
    Resource,
    ResourceKind,
    Skill,
    Split,
    Task,
    WorkInterval,
)

HALF_DAYS = Calendar("half", "Mornings", (((WorkInterval(480, 720),),) * 5) + ((), ()))
CALENDARS = (project().calendars[0], NIGHT, WITH_HOLIDAY, HALF_DAYS)
PEOPLE = (
    Resource(id="ann"),
    Resource(id="bob", calendar="half"),
    Resource(id="crew", capacity=3.0),
    Resource(
        id="cat", calendar="holiday", availability=(Availability(date(2026, 3, 9), date(2026, 3, 13), 0.5),)
    ),
)


SKILLED = (
    *(
        replace(r, skills=tuple(Skill(s) for s in skills))
        for r, skills in zip(PEOPLE, ("q", "p", "", "pq"), strict=True)
    ),
    Resource(id="fuel", kind=ResourceKind.MATERIAL, stock=1.0),
)


def crowded(*tasks: Task, **fields: Any) -> Project:
    """A project on four calendars with ann, bob (mornings), a crew of three and cat (half time in one week)."""
    return project(*tasks, **({"calendars": CALENDARS, "resources": PEOPLE} | fields))


@st.composite
def crowded_plans(draw: st.DrawFn, *, most: int = 7, plain: bool = False) -> Project:
    """Any small plan; `plain`: no hard dates, no started or manual work, one priority, links without leads."""
    count = draw(st.integers(1, most))
    summary = draw(st.booleans())
    tasks = [Task(id="s")] if summary else []
    tasks += [draw(_task(n, summary, plain=plain)) for n in range(count)]
    assigned = [a for n in range(count) for a in draw(_staff(n))]
    links = [x for x in draw(st.lists(_link(count), max_size=6)) if x is not None]
    return crowded(*tasks, links=tuple(links), assignments=tuple(assigned))


@st.composite
def rich_plans(draw: st.DrawFn, *, most: int = 6) -> tuple[Project, ...]:
    """One plan or two on the same people, with modes, demands, a stock and maximum lags too."""
    plans = [draw(crowded_plans(most=most))]
    if draw(st.booleans()):
        plans.append(replace(draw(crowded_plans(most=3)), id="q"))
    return tuple(draw(_enriched(p)) for p in plans)


@st.composite
def _enriched(draw: st.DrawFn, plan: Project) -> Project:
    parents = {t.parent for t in plan.tasks}
    open_ = [
        t.id
        for t in plan.tasks
        if t.id not in parents and not (t.actual_start or t.manual or t.elapsed_duration)
    ]
    quick = {t for t in open_ if draw(st.integers(0, 3)) == 0}
    demands = [Demand(t, draw(st.sampled_from(["p", "q"]))) for t in open_ if draw(st.integers(0, 3)) == 0]
    links = [
        replace(x, longest=Lag(x.lag.amount + draw(st.sampled_from([480, 960])), x.lag.unit))
        if draw(st.integers(0, 3)) == 0
        else x
        for x in plan.links
    ]
    tasks = [replace(t, modes=(draw(_mode()),)) if t.id in quick else t for t in plan.tasks]
    return replace(plan, tasks=tuple(tasks), links=tuple(links), demands=tuple(demands), resources=SKILLED)


@st.composite
def _mode(draw: st.DrawFn) -> Mode:
    who = draw(st.sampled_from(["ann", "crew", "cat", "fuel"]))
    return Mode("m", Minutes(draw(st.sampled_from([120, 240, 960]))), ((who, 1.0),))


@st.composite
def _task(draw: st.DrawFn, number: int, summary: bool, *, plain: bool) -> Task:
    fields: dict[str, Any] = {"parent": "s" if summary and draw(st.booleans()) else None}
    fields["calendar"] = draw(st.sampled_from([None] * 5 + ["half", "holiday"]))
    if draw(st.integers(0, 5)) == 0:
        fields["splits"] = (Split(Minutes(60), Minutes(240)),)
    fields["elapsed_duration"] = draw(st.integers(0, 9)) == 0
    if not plain:
        fields["priority"] = draw(st.sampled_from([500] * 4 + [100, 900, 1000]))
        fields["constraint"] = draw(_constraint())
        fields["active"] = draw(st.integers(0, 9)) > 0
        fields["levelling_delay"] = draw(st.sampled_from([0] * 6 + [960]))
        if draw(st.integers(0, 9)) == 0:
            fields |= {"actual_start": at("03-02 08:00"), "percent_complete": 50}
        elif draw(st.integers(0, 9)) == 0:
            fields |= {"manual": True, "manual_start": at("03-03 08:00"), "manual_finish": at("03-03 17:00")}
    return task(f"t{number:02}", draw(st.sampled_from([0, 0.25, 0.5, 1, 1, 2, 3])), **fields)


@st.composite
def _staff(draw: st.DrawFn, number: int) -> list[Assignment]:
    names = draw(st.lists(st.sampled_from(["ann", "bob", "crew", "cat"]), max_size=2, unique=True))
    units = {n: draw(st.sampled_from([1.0, 2.0] if n == "crew" else [1.0, 0.5])) for n in names}
    wait = st.sampled_from([0] * 6 + [120])
    return [Assignment(f"t{number:02}", n, units[n], delay=Minutes(draw(wait))) for n in names]


@st.composite
def _link(draw: st.DrawFn, count: int) -> Link | None:
    before, after = sorted(draw(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1))))
    lag = Lag(
        draw(st.sampled_from([0, 0, 0, 240, 480])), draw(st.sampled_from([LagUnit.WORKING, LagUnit.ELAPSED]))
    )
    if before == after:
        return None
    return Link(
        f"t{before:02}", f"t{after:02}", draw(st.sampled_from([LinkKind.FS] * 3 + list(LinkKind))), lag
    )


@st.composite
def _constraint(draw: st.DrawFn) -> Constraint:
    kinds = [k for k in ConstraintKind if k is not ConstraintKind.ALAP]
    kind = draw(st.sampled_from([ConstraintKind.ASAP] * 8 + kinds))
    if kind is ConstraintKind.ASAP:
        return Constraint(kind)
    return Constraint(kind, datetime(2026, 3, draw(st.integers(2, 13)), draw(st.sampled_from([8, 12, 17]))))
