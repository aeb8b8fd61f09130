"""What the distribution of finishes must be, by closed forms and by rules that hold for every plan."""

from dataclasses import replace
from datetime import datetime, timedelta

import numpy as np
import pytest
from engine_plans import at, project, projects, task
from hypothesis import HealthCheck, given, settings

from northline.engine import (
    Calendar,
    Link,
    LinkKind,
    Minutes,
    Project,
    Task,
    ThreePoint,
    WorkInterval,
    schedule,
)
from northline.engine.compiled import compile_plan
from northline.engine.forecast import DEFAULT_SPREAD, Forecast, Shape, Spread, simulate, summary
from northline.engine.forecast.draws import draws_of, values
from northline.engine.forecast.jit import loops
from northline.engine.forecast.luck import CELLS
from northline.engine.forecast.shapes import three_points
from northline.engine.forecast.uncertain import Doubt

pytestmark = pytest.mark.skipif(loops() is None, reason="needs numba")
ROUND_THE_CLOCK = Calendar("always", "Always", ((WorkInterval(0, 1440),),) * 7)
START = datetime(2026, 3, 2)
MANY = 40_000
TRIANGLE = Spread(0.0, 0.5, 1.0, Shape.TRIANGULAR)


def clock(*tasks: Task, links: tuple[Link, ...] = ()) -> Project:
    """A plan in which working time is time on the clock."""
    return project(*tasks, links=links, start=START, calendar="always", calendars=(ROUND_THE_CLOCK,))


def minutes(moment: datetime) -> float:
    return (moment - START) / timedelta(minutes=1)


def long(task_id: str, **fields: object) -> Task:
    return Task(id=task_id, duration=Minutes(100_000), **fields)  # type: ignore[arg-type]


def triangle_quantile(p: float) -> float:
    return (p / 2) ** 0.5 if p <= 0.5 else 1 - ((1 - p) / 2) ** 0.5


@pytest.mark.parametrize("p", [10, 50, 80, 85, 90, 95])
def test_one_triangular_task_has_the_quantiles_of_the_triangle(p: int) -> None:
    forecast = simulate(clock(long("a")), samples=MANY, default_spread=TRIANGLE)
    found = minutes(getattr(forecast, f"p{p}")) / 100_000
    assert found == pytest.approx(triangle_quantile(p / 100), abs=0.008)


@pytest.mark.parametrize("p", [10, 50, 80, 90])
def test_two_parallel_tasks_finish_as_late_as_the_later_one(p: int) -> None:
    """Merge bias: the maximum of two has the square of the one's distribution."""
    forecast = simulate(clock(long("a"), long("b")), samples=MANY, default_spread=TRIANGLE)
    expected = triangle_quantile((p / 100) ** 0.5)
    assert minutes(getattr(forecast, f"p{p}")) / 100_000 == pytest.approx(expected, abs=0.008)


def test_one_pert_task_has_the_mean_and_quantiles_of_its_beta() -> None:
    points = ThreePoint(Minutes(0), Minutes(50_000), Minutes(100_000))
    forecast = simulate(clock(long("a", estimate=points)), samples=MANY)
    assert minutes(forecast.mean) / 100_000 == pytest.approx(0.5, abs=0.004)
    # Beta(3, 3): F(x) = 10x³ - 15x⁴ + 6x⁵
    for p in (10, 50, 80, 95):
        x = minutes(getattr(forecast, f"p{p}")) / 100_000
        assert 10 * x**3 - 15 * x**4 + 6 * x**5 == pytest.approx(p / 100, abs=0.01)
    assert (forecast.estimated_tasks, forecast.default_spread_tasks) == (1, 0)


@pytest.mark.parametrize("mode", [0, 1, 37, 128, 200, 256])
def test_tables_keep_their_stated_accuracy(mode: int) -> None:
    """Against Beta-PERT's mean (1 + 4m)/6, and its distribution integrated finely at the tabled quantiles."""
    m = mode / 256
    table = three_points(Shape.BETA_PERT, mode).astype(float)
    assert float(table.mean()) == pytest.approx((1 + 4 * m) / 6, abs=1e-5)
    grid = np.linspace(0, 1, 2_000_001)
    middle = (grid[1:] + grid[:-1]) / 2
    mass = np.cumsum(middle ** (4 * m) * (1 - middle) ** (4 * (1 - m)))
    exact = np.interp((np.arange(CELLS) + 0.5) / CELLS, mass / mass[-1], grid[1:])
    assert np.abs(exact - table).max() < 0.01  # the mean of the last part lies beyond its middle
    assert np.abs(exact - table)[20:-20].max() < 2e-4


def test_a_chain_averages_out() -> None:
    """The variance of a sum of independent tasks is the sum of their variances: 24 triangles, 1/24 each."""
    chain = tuple(Link(str(n), str(n + 1)) for n in range(23))
    forecast = simulate(
        clock(*(long(str(n)) for n in range(24)), links=chain), samples=MANY, default_spread=TRIANGLE
    )
    assert minutes(forecast.mean) / 100_000 == pytest.approx(12, abs=0.03)
    assert (minutes(forecast.p90) - minutes(forecast.p10)) / 100_000 == pytest.approx(2 * 1.2816, abs=0.05)


def branching() -> Project:
    tasks = [task(str(n), 1 + n % 5) for n in range(60)]
    links = tuple(Link(str(n // 2), str(n)) for n in range(1, 60))
    return project(*tasks, links=links)


@pytest.mark.parametrize("workers", [2, 3, 7])
def test_threads_do_not_change_the_answer(workers: int) -> None:
    one = simulate(branching(), samples=3001, workers=1)
    assert simulate(branching(), samples=3001, workers=workers) == one


@pytest.mark.parametrize("with_resources", [False, True])
def test_whoever_is_told_how_far_it_is_hears_of_rising_shares_and_gets_the_same_answer(
    with_resources: bool,
) -> None:
    plan, heard = project(task("a", 3), task("b", 2)), list[float]()
    told = simulate(plan, samples=5000, workers=2, with_resources=with_resources, on_progress=heard.append)
    assert told == simulate(plan, samples=5000, workers=2, with_resources=with_resources)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0


def test_the_same_seed_gives_the_same_answer_and_another_one_another() -> None:
    plan = branching()
    assert simulate(plan, samples=500, seed=3) == simulate(plan, samples=500, seed=3)
    assert simulate(plan, samples=500, seed=3).histogram != simulate(plan, samples=500, seed=4).histogram


def test_drivers_may_be_left_out_without_moving_a_date() -> None:
    plan = branching()
    quick = simulate(plan, samples=700, criticality=False)
    assert quick.drivers == ()
    assert replace(simulate(plan, samples=700), drivers=()) == quick


def test_more_samples_begin_with_the_fewer() -> None:
    made = compile_plan(branching())
    draws = draws_of(made, branching(), seed=0, doubt=Doubt(DEFAULT_SPREAD))
    assert values(draws, 7, 0, 900)[:100].tolist() == values(draws, 7, 0, 100).tolist()


def test_adding_and_reordering_tasks_leaves_the_luck_of_others_alone() -> None:
    plan = branching()
    wider = replace(plan, tasks=(task("new", 0.1), *reversed(plan.tasks)))
    quick, same = simulate(plan, samples=800), simulate(wider, samples=800)
    assert quick.histogram == same.histogram
    assert quick.mean == same.mean


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(projects(constraints=False))
def test_longer_work_never_raises_the_chance_of_any_date(plan: Project) -> None:
    """Common random numbers make this true sample by sample where finishes only follow finishes and starts."""
    links = tuple(k for k in plan.links if k.kind in (LinkKind.FS, LinkKind.SS) and k.lag.amount >= 0)
    plan = replace(plan, links=links)
    short = simulate(plan, samples=64, deadline=at("03-13 17:00"))
    late = simulate(plan, samples=64, deadline=at("03-13 17:00"), default_spread=Spread(1.0, 1.25, 1.75))
    assert late.probability_on_time is not None
    assert short.probability_on_time is not None
    assert late.probability_on_time <= short.probability_on_time
    assert late.p10 >= short.p10
    assert late.latest >= short.latest


def test_the_chance_counts_samples_up_to_and_on_the_deadline() -> None:
    plan = project(task("a", 2))
    certain = Spread(1, 1, 1)
    assert (
        simulate(plan, samples=9, default_spread=certain, deadline=at("03-03 17:00")).probability_on_time == 1
    )
    assert (
        simulate(plan, samples=9, default_spread=certain, deadline=at("03-03 16:59")).probability_on_time == 0
    )
    assert simulate(plan, samples=9).probability_on_time is None


def test_whatever_is_asked_for_is_told_beside_the_milestones() -> None:
    plan = clock(
        long("a"), Task(id="live", milestone=True), long("b"), links=(Link("a", "live"), Link("live", "b"))
    )
    alone, told = simulate(plan, samples=500), simulate(plan, samples=500, also={"a", "b"})
    assert told.milestones == alone.milestones
    assert [one.id for one in told.others] == ["a", "b"]
    assert alone.others == ()
    assert (told.others[-1].p10, told.others[-1].p90) == (told.p10, told.p90)
    assert (told.finishes == alone.finishes).all()


def test_quantiles_rise_and_the_histogram_holds_every_sample_once() -> None:
    forecast = simulate(branching(), samples=4321)
    rising = [
        forecast.earliest,
        forecast.p10,
        forecast.p50,
        forecast.p80,
        forecast.p85,
        forecast.p90,
        forecast.p95,
    ]
    assert sorted(rising) == rising
    assert forecast.p95 <= forecast.latest
    assert sum(b.count for b in forecast.histogram) == 4321
    assert len(forecast.histogram) <= 40
    assert forecast.histogram[0].start <= forecast.earliest


def index(forecast: Forecast) -> dict[str, float]:
    return {d.id: d.criticality_index for d in forecast.drivers}


def test_a_chain_is_always_critical_and_an_idle_branch_never() -> None:
    plan = project(task("a", 5), task("b", 5), task("aside", 1), links=(Link("a", "b"), Link("a", "aside")))
    assert index(simulate(plan, samples=300)) == {"a": 1.0, "b": 1.0}


def test_two_equal_certain_branches_are_both_critical() -> None:
    plan = project(task("a", 2), task("b", 2), task("end", 0), links=(Link("a", "end"), Link("b", "end")))
    assert index(simulate(plan, samples=70, default_spread=Spread(1, 1, 1))) == {
        "a": 1.0,
        "b": 1.0,
        "end": 1.0,
    }


def test_two_equal_uncertain_branches_share_the_criticality() -> None:
    found = index(simulate(clock(long("a"), long("b")), samples=20_000))
    assert found["a"] + found["b"] == pytest.approx(1, abs=0.001)
    assert found["a"] == pytest.approx(0.5, abs=0.015)


def test_of_many_equal_branches_through_a_summary_and_a_milestone_all_are_critical() -> None:
    """More edges than one byte holds, into a milestone, a task and a summary, and one branch that never decides."""
    many = tuple(task(f"a{n}", 2) for n in range(11))
    inside = tuple(task(f"b{n}", 3, parent="sum") for n in range(19))
    links = (
        *(Link(t.id, "gate") for t in many),
        Link("gate", "sum"),
        Link("sum", "last"),
        Link("idle", "last"),
    )
    links += tuple(Link(t.id, "last") for t in inside)
    plan = project(
        *many, task("gate", 0), Task(id="sum"), *inside, task("idle", 4), task("last", 1), links=links
    )
    found = index(simulate(plan, samples=600, default_spread=Spread(1, 1, 1)))
    assert found == dict.fromkeys((*(t.id for t in (*many, *inside)), "gate", "last"), 1.0)


def test_no_driver_is_missed_by_looking_at_the_likeliest_first(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = clock(
        *(long(f"t{n}") for n in range(300)), links=tuple(Link(f"t{n}", f"t{n + 3}") for n in range(297))
    )
    found = []
    for first in (1, 10_000):
        monkeypatch.setattr(summary, "FIRST", first)
        found.append(simulate(plan, samples=500).drivers)
    assert found[0] == found[1]


@pytest.mark.parametrize("kind", list(LinkKind))
def test_criticality_follows_every_kind_of_link_and_summary(kind: LinkKind) -> None:
    """`first` (10 days) drives the end through a summary, whatever the kind of link."""
    plan = project(
        task("first", 10), Task(id="sum"), task("inside", 8, parent="sum", calendar="holiday"), task("last", 12),
        links=(Link("first", "sum", LinkKind.FS), Link("sum", "last", kind)),
    )  # fmt: skip
    forecast = simulate(plan, samples=100)
    assert index(forecast)["first"] == pytest.approx(1.0, abs=0.01)


def test_the_longest_task_of_a_chain_moves_the_finish_most() -> None:
    plan = project(task("a", 2), task("b", 20), task("c", 2), links=(Link("a", "b"), Link("b", "c")))
    forecast = simulate(plan, samples=4000)
    assert forecast.drivers[0].id == "b"
    assert forecast.drivers[0].sensitivity > 0.95
    assert abs(forecast.drivers[1].sensitivity) < 0.2


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(projects(constraints=False))
def test_in_a_certain_plan_the_driving_paths_are_the_schedulers(plan: Project) -> None:
    """Where all work is on one calendar and links are finish-to-start, critical means without slack."""
    tasks = tuple(
        replace(t, calendar=None, elapsed_duration=False, levelling_delay=Minutes(0), active=True)
        for t in plan.tasks
    )
    links = tuple(k for k in plan.links if k.kind is LinkKind.FS and not k.lag.amount)
    plan = replace(plan, tasks=tasks, links=links)
    found = index(simulate(plan, samples=1, default_spread=Spread(1, 1, 1)))
    assert set(found) == set(schedule(plan).critical)


def test_what_delays_a_levelled_task_stays_critical() -> None:
    plan = project(task("a", 3), task("b", 2, levelling_delay=Minutes(2880)), links=(Link("a", "b"),))
    assert index(simulate(plan, samples=200)) == {"a": 1.0, "b": 1.0}
