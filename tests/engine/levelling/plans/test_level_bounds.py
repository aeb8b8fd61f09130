"""The date that no plan without overloads can beat: never past what a feasible plan reaches, and as near as work allows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import numpy as np
import pytest
from crowded_plans import CALENDARS, crowded, rich_plans
from engine_plans import at, task
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from northline.engine import (
    Assignment,
    Calendar,
    CalendarException,
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
    Skill,
    resource_violations,
    standard_calendar,
)
from northline.engine.calendars import from_minute
from northline.engine.errors import PlanError
from northline.engine.levelling.plans import Goal, LevelOptions, crews, level
from northline.engine.levelling.plans.bounds import bound_of
from northline.engine.levelling.plans.kernels.shapes import FINISH, HARD, OVERLOAD, TARDY
from northline.engine.levelling.plans.layout import layout
from northline.engine.levelling.plans.level import AS_EVER
from northline.engine.levelling.plans.prepare import prepare
from northline.engine.levelling.plans.search import Search

MONDAY_OFF = Calendar(
    "late", "From Tuesday", standard_calendar().week, (CalendarException(date(2026, 3, 2), date(2026, 3, 2)),)
)
WELD, PAINT, WIRE = (Skill(name) for name in ("weld", "paint", "wire"))
TRADES = (
    Resource(id="ann", skills=(WELD, PAINT)),
    Resource(id="bob", calendar="half", skills=(WELD,)),
    Resource(id="cat", calendar="late", skills=(PAINT, WIRE)),
    Resource(id="dan", calendar="holiday", capacity=2.0, skills=(WIRE, WELD)),
)


def skilled(*tasks: object, **fields: object) -> Project:
    """People in trades: ann, bob in the mornings, cat from Tuesday on, two of dan with a holiday."""
    given = {"calendars": (*CALENDARS, MONDAY_OFF), "resources": TRADES}
    return crowded(*tasks, **(given | fields))  # type: ignore[arg-type]


def searched(plan: Project, options: LevelOptions = AS_EVER) -> tuple[Search, int]:
    """A search over a plan, and the bound that it begins with."""
    search = Search(layout([prepare(plan, options)], options), goal=Goal.FINISH, seed=0)
    return search, bound_of(search.plan, search.least, search.floor)


def bound(plan: Project) -> datetime:
    """The date that no plan can beat."""
    return from_minute(searched(plan)[1])


@st.composite
def skilled_plans(draw: st.DrawFn) -> Project:
    """Small plans that ask for trades, persons and either of two ways."""
    count = draw(st.integers(1, 5))
    tasks, assigned, demands = [], [], []
    for n in range(count):
        name = f"t{n}"
        fields: dict[str, object] = {}
        kind = draw(st.sampled_from([ConstraintKind.ASAP] * 6 + [ConstraintKind.SNET, ConstraintKind.FNLT]))
        if kind is not ConstraintKind.ASAP:
            fields["constraint"] = Constraint(kind, at(f"03-{draw(st.integers(2, 6)):02} 10:00"))
        fields["calendar"] = draw(st.sampled_from([None] * 5 + ["half", "holiday"]))
        fields["elapsed_duration"] = draw(st.integers(0, 9)) == 0
        if draw(st.integers(0, 3)) == 0:
            mode = Mode("other", Minutes(draw(st.sampled_from([240, 960]))), (("dan", 2.0), ("cat", 0.5)))
            fields["modes"] = (mode,)
        trades = draw(st.lists(st.sampled_from(["weld", "paint", "wire"]), max_size=2, unique=True))
        demands += [Demand(name, t, units=draw(st.sampled_from([1.0, 0.5]))) for t in trades]
        if draw(st.booleans()):
            wait = Minutes(draw(st.sampled_from([0, 0, 120])))
            assigned.append(Assignment(name, draw(st.sampled_from(["ann", "bob", "cat"])), 0.5, delay=wait))
        tasks.append(task(name, draw(st.sampled_from([0.5, 1, 1, 2, 3])), **fields))
    links = []
    for n in range(1, count):
        if draw(st.booleans()):
            lag = draw(st.sampled_from([Lag()] * 3 + [Lag(240), Lag(-120), Lag(50, LagUnit.PERCENT)]))
            before, kind_ = draw(st.integers(0, n - 1)), draw(st.sampled_from(list(LinkKind)))
            links.append(Link(f"t{before}", f"t{n}", kind_, lag))
    return skilled(*tasks, links=tuple(links), assignments=tuple(assigned), demands=tuple(demands))


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(skilled_plans(), st.sampled_from([48, 1]), st.randoms(use_true_random=False))
def test_no_feasible_plan_ends_before_the_bound(plan: Project, ways: int, luck: object) -> None:
    with pytest.MonkeyPatch.context() as patch:
        # With fewer ways looked at than there are, the bound still has to hold for all.
        patch.setattr(crews, "MOST_WAYS", ways)
        search, least = searched(plan)
    for seed in range(2):
        found = level(plan, work=15, seed=seed)
        if not resource_violations(found.project, found.schedule, original=plan):
            assert from_minute(least) <= found.finish
    net = search.plan.net
    for _ in range(15):
        keys = np.array([luck.randrange(1000) for _ in net.role], np.int64)  # type: ignore[attr-defined]
        wish = net.choice_ptr[:-1] + keys % np.maximum(1, np.diff(net.choice_ptr))
        search.look_at(keys, wish)
        price = search.state.price
        if not (price[HARD] or price[OVERLOAD] or search.flag):
            assert least <= price[FINISH]


def test_work_that_only_two_can_do_takes_both_as_long_as_it_takes() -> None:
    four = [task(f"t{n}") for n in range(4)]
    pair = (Resource(id="ann", skills=(WELD,)), Resource(id="bob", skills=(WELD,)), Resource(id="cat"))
    plan = skilled(*four, resources=pair, demands=tuple(Demand(t.id, "weld") for t in four))
    assert bound(plan) == at("03-03 17:00")
    found = level(plan, work=200)
    assert (found.finish, found.optimal) == (at("03-03 17:00"), True)


def test_the_weeks_of_those_who_share_a_skill_count() -> None:
    pair = (
        Resource(id="bob", calendar="half", skills=(WELD,)),
        Resource(id="cat", calendar="late", skills=(WELD,)),
    )
    halves = [task(f"t{n}", 0.5) for n in range(4)]
    plan = skilled(*halves, resources=pair, demands=tuple(Demand(t.id, "weld") for t in halves))
    # Bob on Monday and Tuesday morning, cat all Tuesday.
    assert bound(plan) == at("03-03 17:00")
    assert level(plan, work=200).optimal


def test_skills_that_somebody_has_in_common_count_together() -> None:
    three = (
        Resource(id="ann", skills=(WELD,)),
        Resource(id="bob", skills=(WELD, PAINT)),
        Resource(id="cat", skills=(PAINT,)),
    )
    six = [task(f"t{n}") for n in range(6)]
    wanted = tuple(Demand(t.id, "weld" if n < 3 else "paint") for n, t in enumerate(six))
    plan = skilled(*six, resources=three, demands=wanted)
    # Either trade alone could be done by Tuesday noon.
    assert bound(plan) == at("03-03 17:00")


def test_either_of_two_machines_is_as_good_as_both() -> None:
    tools = (Resource(id="saw"), Resource(id="mill"))
    cuts = [task(f"t{n}", modes=(Mode("mill", Minutes(480), (("mill", 1.0),)),)) for n in range(4)]
    plan = skilled(*cuts, resources=tools, assignments=tuple(Assignment(t.id, "saw") for t in cuts))
    assert bound(plan) == at("03-03 17:00")


def test_links_that_wait_for_a_start_hold_for_whoever_starts_first() -> None:
    weld = task("weld", 2)
    pair = (
        Resource(id="ann", calendar="late", skills=(WELD,)),
        Resource(id="bob", calendar="half", skills=(WELD,)),
        Resource(id="cat"),
    )
    plan = skilled(
        weld, task("watch", 5), resources=pair, links=(Link("weld", "watch", LinkKind.SS),),
        demands=(Demand("weld", "weld"),), assignments=(Assignment("watch", "cat"),),
    )  # fmt: skip
    search, least = searched(plan)
    wish = search.plan.net.choice_ptr[:-1].copy()
    ends = {}
    for choice, who in enumerate(("ann", "bob")):
        wish[0] = choice
        search.look_at(search.late, wish)
        ends[who] = from_minute(int(search.state.price[FINISH]))
    # Ann ends first, but bob begins on Monday, and so does what waits for the start.
    assert ends == {"ann": at("03-09 17:00"), "bob": at("03-06 17:00")}
    assert from_minute(least) == at("03-06 17:00")


def test_who_is_not_looked_at_could_do_it_too() -> None:
    crowd_of = tuple(Resource(id=f"r{n}", skills=(WELD,)) for n in range(10))
    pairs = [task(f"t{n}") for n in range(5)]
    wanted = tuple(replace(Demand(t.id, "weld"), units=u) for t in pairs for u in (1.0, 0.5))
    plan = skilled(*pairs, resources=crowd_of, demands=wanted)
    assert len(prepare(plan, AS_EVER).ways["t0"]) < 90
    assert bound(plan) == at("03-02 17:00")


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rich_plans(), st.integers(2, 6), st.integers(0, 99))
def test_no_plan_is_less_late_than_links_alone_make_it(
    plans: tuple[Project, ...], day: int, luck: int
) -> None:
    due = at(f"03-0{day} 12:00")
    late = [
        replace(
            p, tasks=tuple(replace(t, deadline=due) if t.id > "t01" else t for t in p.tasks), deadline=due
        )
        for p in plans
    ]
    try:
        search = Search(layout([prepare(p, AS_EVER) for p in late], AS_EVER), goal=Goal.FINISH, seed=1)
    except PlanError:
        return
    noise = np.random.default_rng(luck).integers(-3000, 3000, search.plan.nodes)
    search.start_with(search.late + noise, rounds=1)
    price = search.state.price
    if not (search.flag or price[HARD] or price[OVERLOAD]):
        assert search.least_late <= price[TARDY]


def test_a_plan_that_links_alone_make_late_is_proven_and_ends_the_search() -> None:
    tasks = (task("a", 3), task("b", 2, deadline=at("03-04 17:00")), task("c", 1))
    people = (Assignment("a", "ann"), Assignment("b", "ann"), Assignment("c", "ann"))
    links = (Link("a", "b"),)
    found = level(crowded(*tasks[:2], links=links, assignments=people[:2]), work=500)
    assert (found.optimal, found.tardiness) == (True, 2 * 1440)
    assert found.tried < 10
    waits = level(crowded(*tasks, links=(*links, Link("c", "a")), assignments=people), work=500)
    assert (waits.optimal, waits.tardiness) == (True, 5 * 1440)
    first = replace(tasks[2], priority=900, deadline=at("03-02 17:00"))
    clash = level(crowded(*tasks[:2], first, links=links, assignments=people), work=200)
    assert not clash.optimal
