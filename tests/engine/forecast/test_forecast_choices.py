"""The simulation with skills, stocks and modes, held against a plain reckoning of the same policy."""

import heapq
import random
from dataclasses import replace
from datetime import timedelta

import pytest
from engine_plans import NIGHT, at, project, task
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from northline.engine import (
    Assignment,
    Calendar,
    Constraint,
    ConstraintKind,
    Demand,
    Link,
    Minutes,
    Mode,
    Project,
    Resource,
    ResourceKind,
    Skill,
    Task,
    WorkInterval,
    schedule,
)
from northline.engine.calendars import to_minute
from northline.engine.compiled import compile_plan
from northline.engine.cpm import run_passes
from northline.engine.errors import CapacityExceeded
from northline.engine.feasible.levelled import resource_violations
from northline.engine.forecast import DEFAULT_SPREAD, Spread, simulate
from northline.engine.forecast.crewruns import spans_of
from northline.engine.forecast.draws import draws_of
from northline.engine.forecast.jit import loops
from northline.engine.forecast.simulate import setting_of, staffed
from northline.engine.forecast.twin import drawn_minutes
from northline.engine.forecast.uncertain import Doubt
from northline.engine.levelling.plans.ways import can

pytestmark = pytest.mark.skipif(loops() is None, reason="needs numba")
CERTAIN = Spread(1, 1, 1)
CLOCK = Calendar("clock", "Clock", ((WorkInterval(0, 1440),),) * 7)
WELDS, PAINTS = Skill("weld"), Skill("paint")


def run(plan: Project, *, samples: int = 3, plainly: bool = False, spread: Spread = DEFAULT_SPREAD):  # type: ignore[no-untyped-def]
    """Outcome, dates and choices of the last sample, and the staffing, of one simulation with resources."""
    made, dates = run_passes(compile_plan(plan), plan)
    made, dates, plan, staff = staffed(made, dates, plan)
    draws = draws_of(made, plan, seed=1, doubt=Doubt(spread))
    setting = setting_of(made, dates, plan, None)
    setting.general[
        [v for v in range(len(made.order)) if staff.choices.way_ptr[v] < staff.choices.way_ptr[v + 1]]
    ] = True
    while True:
        outcome, spans, who = spans_of(made, draws, setting, staff, samples=samples, plainly=plainly)
        if not outcome.flag:
            return outcome, spans.tolist(), who, staff, drawn_minutes(made, draws, samples), made, plan
        made = made.widened()


@st.composite
def open_plans(draw: st.DrawFn) -> Project:
    """Tasks round the clock with links, people by name and by skill, modes, and a stock."""
    luck = random.Random(draw(st.integers(0, 10_000)))
    people = tuple(
        Resource(
            f"r{n}", capacity=luck.choice([1.0, 1.0, 2.0]), cost_per_hour=luck.choice([0, 1, 2]),
            skills=tuple(s for s in (WELDS, PAINTS) if luck.random() < 0.7),
        )
        for n in range(luck.randint(2, 4))
    )  # fmt: skip
    count = luck.randint(2, 12)
    tasks, assignments, demands = [], [], []
    for n in range(count):
        name, kind = f"t{n:02}", luck.randint(0, 3)
        modes = tuple(
            Mode(f"m{i}", Minutes(luck.randint(1, 20) * 60), ((luck.choice(people).id, 1.0),)) for i in range(luck.randint(2, 3))
        )  # fmt: skip
        tasks.append(
            Task(id=name, duration=Minutes(0 if kind == 3 else luck.randint(1, 20) * 60), modes=modes if kind == 3 else ())
        )  # fmt: skip
        if kind == 0:
            assignments += [Assignment(name, p.id) for p in luck.sample(people, luck.randint(0, 2))]
        if kind in (1, 2):
            able = [s for s in (WELDS, PAINTS) if any(s in p.skills for p in people)]
            chosen = able if kind == 2 and _two_can(people) else able[:1]
            demands += [Demand(name, s.name) for s in chosen]
    links = tuple(
        Link(f"t{a:02}", f"t{b:02}") for b in range(count) for a in range(b) if luck.random() < 0.15
    )
    return project(
        *tasks, links=links, calendars=(CLOCK,), calendar="clock", resources=people, assignments=tuple(assignments),
        demands=tuple(demands),
    )  # fmt: skip


def _two_can(people: tuple[Resource, ...]) -> bool:
    return any(WELDS in a.skills and PAINTS in b.skills for a in people for b in people if a is not b)


def reckoned(plan: Project, staff, minutes, index: dict[str, int]) -> list[int]:  # type: ignore[no-untyped-def]
    """Finishes (samples,) by the policy as docs/engine.md tells it: at each moment, by rank, whoever can begin begins."""
    people = {r.id: r for r in plan.resources}
    cheap = sorted(plan.resources, key=lambda r: r.cost_per_hour)
    ahead = {t.id: [k.before for k in plan.links if k.after == t.id] for t in plan.tasks}
    rank = sorted(plan.tasks, key=lambda t: staff.rank[index[t.id]])

    def ways(t: Task):  # type: ignore[no-untyped-def]
        if t.modes and not t.duration:
            for mode in sorted(t.modes, key=lambda m: m.duration):
                yield mode.duration, [([r], u) for r, u in mode.needs]
            return
        named = [([a.resource], a.units) for a in plan.assignments if a.task == t.id]
        asked = [([r.id for r in cheap if can(r, d)], d.units) for d in plan.demands if d.task == t.id]
        yield t.duration, named + asked

    def filled(slots, free):  # type: ignore[no-untyped-def]
        """Who fills the slots: each the first who is free, unless a later slot needs them and they have a stand-in."""
        held: dict[int, str] = {}

        def place(i: int, seen: set[str]) -> bool:
            line = [i]
            via: dict[str, int] = {}
            while line:
                j = line.pop(0)
                for r in slots[j][0]:
                    if r in seen or free[r] < slots[j][1] - 1e-6:
                        continue
                    seen.add(r)
                    via[r] = j
                    owner = next((x for x, name in held.items() if name == r), None)
                    if owner is not None:
                        line.append(owner)
                        continue
                    while True:
                        j, old = via[r], held.get(via[r])
                        held[j] = r
                        if j == i:
                            return True
                        assert old is not None
                        r = old  # noqa: PLW2901  the path walks on
            return False

        return held if all(place(i, set()) for i in range(len(slots))) else None

    ends = []
    for sample in range(minutes.shape[1]):
        free = {r.id: r.capacity for r in people.values()}
        begun, done, running, now = set(), set(), [], 0
        while len(done) < len(plan.tasks):
            started = True
            while started:
                started = False
                for t in rank:
                    if t.id in begun or not done >= set(ahead[t.id]):
                        continue
                    for length, slots in ways(t):
                        held = filled(slots, free)
                        if held is None:
                            continue
                        base = next(iter(ways(t)))[0]
                        drawn = int(minutes[index[t.id], sample])
                        lasts = drawn if base == length else (2 * drawn * length + base) // (2 * base)
                        units = [(held[i], slots[i][1]) for i in held]
                        for r, u in units:
                            free[r] -= u
                        heapq.heappush(running, (now + lasts, t.id, units))
                        begun.add(t.id)
                        started = True
                        break
                    if started:
                        break
            now = running[0][0]
            while running and running[0][0] == now:
                _, name, units = heapq.heappop(running)
                done.add(name)
                for r, u in units:
                    free[r] += u
        ends.append(now)
    return ends


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(open_plans())
def test_every_sample_follows_the_policy(plan: Project) -> None:
    outcome, _, _, staff, minutes, made, _ = run(plan, samples=4)
    index = {name: v for v, name in enumerate(made.ids)}
    begin = to_minute(plan.start)
    assert [f - begin for f in outcome.finish.tolist()] == reckoned(plan, staff, minutes, index)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(open_plans())
def test_the_compiled_loop_does_what_its_source_says(plan: Project) -> None:
    fast, slow = (run(plan, plainly=plainly) for plainly in (False, True))
    assert fast[0].finish.tolist() == slow[0].finish.tolist()
    assert (fast[1], fast[2]) == (slow[1], slow[2])


def forecast_of(plan: Project, **more: object):  # type: ignore[no-untyped-def]
    return simulate(plan, samples=5, default_spread=CERTAIN, with_resources=True, **more)  # type: ignore[arg-type]


def test_whoever_can_takes_up_a_demand() -> None:
    """Four days of welding for two welders: two days; the painter cannot help."""
    people = (
        Resource("ann", skills=(WELDS,)),
        Resource("bob", skills=(WELDS,)),
        Resource("cy", skills=(PAINTS,)),
    )
    plan = project(
        *(task(str(n), 1) for n in range(4)), resources=people,
        demands=tuple(Demand(str(n), "weld") for n in range(4)),
    )  # fmt: skip
    assert forecast_of(plan).p50 == at("03-03 17:00")
    assert forecast_of(replace(plan, resources=people[1:])).p50 == at("03-05 17:00")


def test_a_demand_for_a_level_is_met_by_that_level_or_better() -> None:
    people = (Resource("new", skills=(Skill("weld", 1),)), Resource("old", skills=(Skill("weld", 3),)))
    plan = project(
        task("a"), task("b"), resources=people, demands=(Demand("a", "weld", 2), Demand("b", "weld", 2))
    )
    assert forecast_of(plan).p50 == at("03-03 17:00")


def test_a_person_with_two_skills_fills_one_demand_of_a_task_and_gives_way_to_who_could_not() -> None:
    both, only = Resource("both", skills=(WELDS, PAINTS)), Resource("only", skills=(WELDS,), cost_per_hour=9)
    plan = project(task("a"), resources=(both, only), demands=(Demand("a", "weld"), Demand("a", "paint")))
    _, _, who, staff, *_ = run(plan)
    assert [staff.names[r] for r in who[0][1]] == ["only", "both"]
    with pytest.raises(CapacityExceeded) as refused:
        forecast_of(replace(plan, resources=(both,)))
    assert "a" in refused.value.ids


def test_the_cheapest_who_is_free_is_taken() -> None:
    people = (
        Resource("dear", skills=(WELDS,), cost_per_hour=90),
        Resource("cheap", skills=(WELDS,), cost_per_hour=10),
    )
    plan = project(task("a"), task("b"), resources=people, demands=(Demand("a", "weld"), Demand("b", "weld")))
    _, _, who, staff, _, made, _ = run(plan)
    assert {made.ids[v]: staff.names[c[1][0]] for v, c in who.items()} == {"a": "cheap", "b": "dear"}


def test_whoever_is_at_work_goes_before_who_is_asleep() -> None:
    """At eight in the morning nobody waits for the cheaper night shift; at night the night shift goes on."""
    day = Resource("day", skills=(WELDS,), cost_per_hour=50)
    night = Resource("night", skills=(WELDS,), cost_per_hour=10, calendar="night")
    plan = project(
        task("a", 1), task("b", 1), calendars=(CLOCK, NIGHT, *project().calendars[:1]), calendar="standard",
        resources=(day, night), demands=(Demand("a", "weld"), Demand("b", "weld")),
    )  # fmt: skip
    _, spans, who, staff, *_ = run(plan, spread=CERTAIN)
    found = {staff.names[c[1][0]]: spans[v] for v, c in who.items()}
    assert found["day"] == [to_minute(at("03-02 08:00")), to_minute(at("03-02 17:00"))]
    assert found["night"] == [to_minute(at("03-02 22:00")), to_minute(at("03-03 06:00"))]


def test_people_chosen_work_in_their_own_hours() -> None:
    owl = Resource("owl", calendar="night", skills=(WELDS,))
    plan = project(
        task("a", 1), task("b", 1), resources=(owl,), demands=(Demand("a", "weld"), Demand("b", "weld"))
    )
    _, spans, *_ = run(plan)
    first, second = sorted(spans)
    assert first[1] <= second[0]
    assert all(s % 1440 >= 1320 or s % 1440 < 360 for s, _ in spans)


def test_nobody_who_can_is_refused_with_the_skill() -> None:
    plan = project(task("a"), resources=(Resource("ann"),), demands=(Demand("a", "weld"),))
    with pytest.raises(CapacityExceeded) as refused:
        forecast_of(plan)
    assert refused.value.ids == ("a", "weld")


def stocked(units: float, stock: float) -> Project:
    return project(
        task("a"), task("b"), task("asleep", active=False), resources=(Resource("steel", kind=ResourceKind.MATERIAL, stock=stock),),
        assignments=tuple(Assignment(t, "steel", units) for t in ("a", "b", "asleep")),
    )  # fmt: skip


def test_more_than_the_stock_holds_is_refused_up_front() -> None:
    assert forecast_of(stocked(5, 10)).p50 == at("03-02 17:00")
    with pytest.raises(CapacityExceeded) as refused:
        forecast_of(stocked(6, 10))
    assert refused.value.ids == ("steel", "a", "b")


def two_modes(**fields: object) -> Task:
    quick, slow = Mode("quick", Minutes(480), (("ann", 1.0),)), Mode("slow", Minutes(960), (("bob", 1.0),))
    return Task(id="a", modes=(slow, quick), **fields)  # type: ignore[arg-type]


def test_the_planned_way_is_taken_and_without_one_the_quickest_that_is_free() -> None:
    people = (Resource("ann"), Resource("bob"))
    planned = project(
        two_modes(duration=Minutes(1440)), resources=people, assignments=(Assignment("a", "ann"),)
    )
    assert forecast_of(planned).p50 == at("03-04 17:00")
    unplanned = project(two_modes(), resources=people)
    assert forecast_of(unplanned).p50 == at("03-02 17:00")
    busy = project(
        two_modes(),
        task("other", 5, priority=900),
        resources=people,
        assignments=(Assignment("other", "ann"),),
    )
    _, spans, who, *_ = run(busy, spread=CERTAIN)
    assert who[0][0] == 1  # Ann is away with the other task, so Bob takes two days
    assert spans[0][1] == to_minute(at("03-03 17:00"))


def test_where_the_planned_way_can_never_be_another_is_found() -> None:
    people = (Resource("ann"), Resource("bob"))
    plan = project(
        two_modes(duration=Minutes(60)), resources=people, assignments=(Assignment("a", "ann", 3.0),)
    )
    assert forecast_of(plan).p50 == at("03-02 17:00")


def test_modes_that_eat_leave_enough_for_everybody() -> None:
    """The quick way eats two, the slow way none; there is enough for one of the two tasks to be quick."""
    steel = Resource("steel", kind=ResourceKind.MATERIAL, stock=2.0)
    modes = (
        Mode("slow", Minutes(960), (("team", 1.0),)),
        Mode("quick", Minutes(480), (("team", 1.0), ("steel", 2.0))),
    )
    plan = project(
        Task(id="a", modes=modes),
        Task(id="b", modes=modes),
        resources=(Resource("team", capacity=2.0), steel),
    )
    _, spans, who, *_ = run(plan, spread=CERTAIN)
    assert sorted(f for _, f in spans) == [to_minute(at("03-02 17:00")), to_minute(at("03-03 17:00"))]
    assert sorted(w for w, _ in who.values()) == [0, 1]


def test_a_mode_scales_what_was_drawn() -> None:
    """The slow mode lasts twice as long as the quick one in every sample."""
    people = (Resource("ann"), Resource("bob"))
    begin = to_minute(at("03-02 08:00"))
    clock = {"calendars": (CLOCK,), "calendar": "clock"}
    quick = (
        simulate(project(two_modes(), resources=people, **clock), samples=50, with_resources=True).finishes
        - begin
    )
    gone = (replace(people[0], capacity=0.0), people[1])
    slow = (
        simulate(project(two_modes(), resources=gone, **clock), samples=50, with_resources=True).finishes
        - begin
    )
    assert abs(slow - 2 * quick).max() <= 1


@pytest.mark.parametrize("workers", [2, 5])
def test_threads_do_not_change_who_is_chosen(workers: int) -> None:
    people = tuple(Resource(f"r{n}", skills=(WELDS,), cost_per_hour=n) for n in range(3))
    plan = project(
        *(task(str(n), 1 + n % 3) for n in range(20)), links=tuple(Link(str(n // 3), str(n)) for n in range(1, 20)),
        resources=people, demands=tuple(Demand(str(n), "weld") for n in range(20)),
    )  # fmt: skip
    one, many = (simulate(plan, samples=701, with_resources=True, workers=w) for w in (1, workers))
    assert one == many
    assert one.finishes.tolist() == many.finishes.tolist()
    assert one.merge_points == many.merge_points


def test_what_must_not_move_is_staffed_and_stays() -> None:
    must = Constraint(ConstraintKind.MSO, at("03-04 08:00"))
    plan = project(
        task("a", 1, constraint=must), task("b", 5, priority=900), resources=(Resource("ann", skills=(WELDS,)),),
        assignments=(Assignment("b", "ann"),), demands=(Demand("a", "weld"),),
    )  # fmt: skip
    _, spans, *_ = run(plan, spread=CERTAIN)
    assert spans[0] == [to_minute(at("03-04 08:00")), to_minute(at("03-04 17:00"))]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(open_plans())
def test_what_was_chosen_passes_the_independent_checker(plan: Project) -> None:
    """The last sample as a plan of its own: nobody overloaded, every demand filled by who can, one each."""
    _, spans, who, staff, _, made, ready = run(plan)
    index = {name: v for v, name in enumerate(made.ids)}
    tasks, people = [], [a for a in ready.assignments if index[a.task] not in who]
    for t in plan.tasks:
        start, finish = spans[index[t.id]]
        begins = plan.start + timedelta(minutes=start - to_minute(plan.start))
        tasks.append(
            replace(
                t,
                duration=Minutes(finish - start),
                modes=(),
                constraint=Constraint(ConstraintKind.MSO, begins),
            )
        )
        if index[t.id] in who:
            people += [Assignment(t.id, staff.names[r]) for r in who[index[t.id]][1] if r < len(staff.names)]
    laid = replace(plan, tasks=tuple(tasks), links=(), assignments=tuple(people), demands=())
    found = resource_violations(
        laid, schedule(laid), original=replace(laid, assignments=(), demands=plan.demands)
    )
    assert [v for v in found if v.code in ("capacity", "capacity_fixed", "skill")] == []
