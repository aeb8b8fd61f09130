"""Distributions, factors, risks, milestones and merges: by closed forms, and sample by sample against the twin."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from engine_plans import at, project, projects, task
from hypothesis import HealthCheck, given, settings
from test_forecast_statistics import MANY, ROUND_THE_CLOCK, START, clock, long, minutes

from northline.engine import BadValue, Lag, Link, LinkKind, Minutes, Project, Task, UnknownId
from northline.engine.compiled import compile_plan
from northline.engine.cpm import run_passes
from northline.engine.forecast import (
    DEFAULT_SPREAD,
    Factor,
    Historical,
    Impact,
    Lognormal,
    Risk,
    Shape,
    Spread,
    ThreePoints,
    simulate,
    twin,
)
from northline.engine.forecast.draws import draws_of
from northline.engine.forecast.jit import loops
from northline.engine.forecast.luck import drawn
from northline.engine.forecast.runs import run
from northline.engine.forecast.shapes import empirical, lognormal, three_points
from northline.engine.forecast.simulate import setting_of
from northline.engine.forecast.uncertain import Doubt

pytestmark = pytest.mark.skipif(loops() is None, reason="needs numba")
CERTAIN = Spread(1, 1, 1)
UNEASY = Spread(0.8, 1.0, 1.6)
COIN = Risk("coin", 0.5, (Impact("a", 1000, 1000, 1000),))


def doubt_about(plan: Project) -> Doubt:
    """Every kind of uncertainty at once, on the leaves of a random plan."""
    leaves = tuple(t.id for t in plan.tasks if t.id.startswith("t"))
    shapes = (Lognormal(600, 300), Historical((0.5, 1.0, 3.0), as_share=True), ThreePoints(0, 30, 900))
    return Doubt(
        DEFAULT_SPREAD,
        tuple(zip(leaves[::2], shapes * 4, strict=False)),
        (Factor("team", leaves[:5], UNEASY), Factor("weather", leaves[3:], Lognormal(1.0, 0.3))),
        (
            Risk("storm", 0.4, tuple(Impact(i, 60, 120, 900) for i in leaves[1:4])),
            Risk("strike", 0.9, tuple(Impact(i, 0.1, 0.2, 1.0, as_share=True) for i in leaves[::3])),
            Risk("never", 0.0, tuple(Impact(i, 9000, 9000, 9000) for i in leaves)),
        ),
    )


def both(plan: Project, *, samples: int = 70) -> tuple[list[object], list[object]]:
    """Finishes of the project and of its milestones, by the compiled loop and by the twin."""
    made, dates = run_passes(compile_plan(plan), plan)
    draws = draws_of(made, plan, seed=5, doubt=doubt_about(plan))
    setting = setting_of(made, dates, plan, None)
    while True:
        fast = run(made, draws, setting, samples=samples, criticality=True, workers=1)
        slow, tracked, flag = twin.finishes(
            made, draws, samples=samples, honour=setting.honour, status=setting.status, begin=setting.begin,
            not_before=setting.not_before, read=setting.read,
        )  # fmt: skip
        if not fast.flag and not flag:
            return [fast.finish.tolist(), fast.tracked.tolist()], [slow.tolist(), tracked.tolist()]
        made = made.widened()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(projects())
def test_any_plan_with_factors_and_risks_agrees_with_the_twin(plan: Project) -> None:
    fast, slow = both(plan, samples=12)
    assert fast == slow


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(projects(constraints=False))
def test_a_plan_on_one_calendar_with_factors_and_risks_agrees_with_the_twin(plan: Project) -> None:
    tasks = tuple(
        replace(t, calendar=None, elapsed_duration=False, levelling_delay=Minutes(0)) for t in plan.tasks
    )
    links = tuple(replace(k, lag=Lag(abs(k.lag.amount))) for k in plan.links if k.kind is not LinkKind.SF)
    fast, slow = both(replace(plan, tasks=tasks, links=links), samples=70)
    assert fast == slow


def test_random_bits_are_even_and_unrelated_between_tasks_and_samples() -> None:
    made = compile_plan(project(*(task(str(n)) for n in range(60))))
    keys = draws_of(made, project(*(task(str(n)) for n in range(60))), seed=1, doubt=Doubt(UNEASY)).key
    u = np.stack([drawn(k, 0, 20_000) for k in keys]) / 2.0**32
    assert np.abs(u.mean(axis=1) - 0.5).max() < 0.009
    counts = np.stack([np.bincount((row * 64).astype(int), minlength=64) for row in u])
    chi = ((counts - 312.5) ** 2 / 312.5).sum(axis=1)
    assert 55 < chi.mean() < 71  # 63 degrees of freedom
    between = np.corrcoef(u) - np.eye(60)
    assert np.abs(between).max() < 0.04
    assert abs(float((between * 20_000**0.5).std()) - 1) < 0.1
    assert max(abs(float(np.corrcoef(row[:-1], row[1:])[0, 1])) for row in u) < 0.03


def test_a_lognormal_has_its_mean_and_quantiles() -> None:
    given_two = Lognormal.between(50_000, 150_000)
    forecast = simulate(clock(long("a")), samples=MANY, durations={"a": given_two})
    assert minutes(forecast.p10) == pytest.approx(50_000, rel=0.02)
    assert minutes(forecast.p90) == pytest.approx(150_000, rel=0.02)
    assert minutes(forecast.mean) == pytest.approx(given_two.mean, rel=0.01)
    assert float(lognormal(0.7).mean()) == pytest.approx(1, abs=1e-6)


def test_history_repeats_itself_and_nothing_else() -> None:
    seen = Historical((100.0, 100.0, 700.0, 900.0))
    forecast = simulate(clock(long("a")), samples=MANY, durations={"a": seen})
    found, counts = np.unique(forecast.finishes - forecast.finishes.min() + 100, return_counts=True)
    assert found.tolist() == [100, 700, 900]
    assert counts / MANY == pytest.approx([0.5, 0.25, 0.25], abs=0.01)
    assert len(set(empirical((2.0, 3.0)).tolist())) == 2


def test_a_triangle_may_be_given_as_shares_or_in_minutes() -> None:
    in_minutes = ThreePoints(50_000, 100_000, 120_000, Shape.TRIANGULAR)
    as_shares = ThreePoints(0.5, 1.0, 1.2, Shape.TRIANGULAR, as_share=True)
    one, other = (
        simulate(clock(long("a")), samples=500, durations={"a": d}) for d in (in_minutes, as_shares)
    )
    assert one.finishes.tolist() == other.finishes.tolist()
    assert float(three_points(Shape.TRIANGULAR, 64).mean()) == pytest.approx((1 + 0.25) / 3, abs=1e-6)


def test_a_shared_factor_correlates_tasks_as_much_as_it_outweighs_them() -> None:
    """Two lognormal tasks times a lognormal factor: the variance of the sum shows the covariance."""
    plan = clock(long("a"), long("b"), links=(Link("a", "b"),))
    own, common = Lognormal(100_000, 10_000), Lognormal(1.0, 0.2)
    alone = simulate(plan, samples=MANY, durations={"a": own, "b": own})
    tied = simulate(
        plan, samples=MANY, durations={"a": own, "b": own}, factors=(Factor("f", ("a", "b"), common),)
    )
    assert float(alone.finishes.std()) == pytest.approx(2**0.5 * 10_000, rel=0.03)
    each = 100_000**2 * ((1 + 0.01) * (1 + 0.04) - 1)
    assert float(tied.finishes.var()) == pytest.approx(2 * each + 2 * 100_000**2 * 0.04, rel=0.05)
    assert tied.factors[0].sensitivity == pytest.approx(
        (4 * 100_000**2 * 0.04 / tied.finishes.var()) ** 0.5, abs=0.02
    )
    low, high = tied.factors[0].if_low, tied.factors[0].if_high
    assert low is not None
    assert high is not None
    assert low < tied.mean < high


def test_a_risk_happens_as_often_as_told_and_delays_by_what_it_adds() -> None:
    plan = clock(long("a"), long("b"), links=(Link("a", "b"),))
    storm = Risk("storm", 0.2, (Impact("a", 1000, 2000, 6000),), cost=500.0)
    forecast = simulate(plan, samples=MANY, default_spread=CERTAIN, risks=(storm,))
    effect = forecast.risks[0]
    assert effect.happened == pytest.approx(0.2, abs=0.006)
    assert float((forecast.finishes > forecast.finishes.min()).mean()) == effect.happened
    assert effect.delay == pytest.approx((1000 + 4 * 2000 + 6000) / 6, rel=0.01)
    assert effect.expected_delay == pytest.approx(effect.delay * 0.2, abs=1)
    assert effect.expected_cost == 100
    assert effect.finish_without == START + timedelta(minutes=200_000)


def test_a_share_lengthens_a_task_and_both_impacts_strike_together() -> None:
    plan = clock(long("a"), long("b"), links=(Link("a", "b"),))
    both_tasks = (Impact("a", 0.1, 0.1, 0.1, as_share=True), Impact("b", 500, 500, 500))
    forecast = simulate(plan, samples=2000, default_spread=CERTAIN, risks=(Risk("r", 0.5, both_tasks),))
    assert set((forecast.finishes - forecast.finishes.min()).tolist()) == {0, 10_500}


def test_risks_that_are_sure_or_impossible() -> None:
    plan = clock(long("a"))
    sure = simulate(plan, samples=64, default_spread=CERTAIN, risks=(replace(COIN, probability=1.0),))
    never = simulate(plan, samples=64, default_spread=CERTAIN, risks=(replace(COIN, probability=0.0),))
    assert minutes(sure.earliest) == 101_000
    assert minutes(never.latest) == 100_000
    assert (sure.risks[0].delay, never.risks[0].happened) == (None, 0)


def test_a_risk_says_what_it_does_to_the_deadline() -> None:
    deadline = START + timedelta(minutes=100_500)
    forecast = simulate(
        clock(long("a")), samples=5000, default_spread=CERTAIN, risks=(COIN,), deadline=deadline
    )
    effect = forecast.risks[0]
    assert (effect.on_time_without, effect.on_time_with) == (1, 0)
    assert forecast.probability_on_time == pytest.approx(0.5, abs=0.02)


def test_a_risk_may_strike_a_milestone() -> None:
    plan = project(task("a"), task("m", 0, milestone=True), links=(Link("a", "m"),))
    late = Risk("permit", 1.0, (Impact("m", 480, 480, 480),))
    assert simulate(plan, samples=3, default_spread=CERTAIN, risks=(late,)).p50 == at("03-03 17:00")


def test_scenarios_share_their_luck() -> None:
    """Common random numbers: a task's draws depend on seed and id alone, a factor's and a risk's on name and id."""
    chain = tuple(Link(str(n), str(n + 1)) for n in range(5))
    plan = clock(*(long(str(n)) for n in range(6)), links=chain)
    risk = Risk("r", 0.3, (Impact("2", 700, 700, 700),))
    without, with_it = (simulate(plan, samples=999, seed=3, risks=r) for r in ((), (risk,)))
    assert set((with_it.finishes - without.finishes).tolist()) == {0, 700}
    other = Factor("g", ("4",), CERTAIN)
    again = simulate(plan, samples=999, seed=3, factors=(other,), risks=(COIN_ELSEWHERE, risk))
    assert ((again.finishes - without.finishes) >= 700).mean() == pytest.approx(
        with_it.risks[0].happened, abs=1e-9
    )


COIN_ELSEWHERE = Risk("other", 0.5, (Impact("1", 1, 1, 1),))


@pytest.mark.parametrize("workers", [2, 3, 8])
def test_threads_do_not_change_effects_either(workers: int) -> None:
    links = tuple(Link(str(n // 3), str(n)) for n in range(1, 40))
    plan = project(
        *(task(str(n), 1 + n % 4) for n in range(40)),
        task("m", 0, milestone=True),
        links=(*links, Link("39", "m")),
    )
    told = {
        "factors": (Factor("f", ("1", "2", "3"), UNEASY),),
        "risks": (Risk("r", 0.2, (Impact("5", 60, 90, 900),)),),
    }
    one = simulate(plan, samples=3001, workers=1, **told)  # type: ignore[arg-type]
    many = simulate(plan, samples=3001, workers=workers, **told)  # type: ignore[arg-type]
    assert one == many
    assert one.finishes.tolist() == many.finishes.tolist()


def test_every_milestone_and_deadline_gets_its_own_chance() -> None:
    plan = project(
        task("a", 2), task("m", 0, milestone=True), task("b", 2, deadline=at("03-05 17:00")), task("c", 9),
        Task(id="sum", deadline=at("03-04 12:00")), task("in", 2, parent="sum"),
        links=(Link("a", "m"), Link("m", "b")),
    )  # fmt: skip
    certain = simulate(plan, samples=20, default_spread=CERTAIN)
    found = {m.id: m for m in certain.milestones}
    assert set(found) == {"m", "b", "sum"}
    assert (found["m"].p10, found["m"].p90, found["m"].planned) == (at("03-03 17:00"),) * 3
    assert (found["m"].probability, found["b"].probability, found["sum"].probability) == (None, 1, 1)
    spread = simulate(plan, samples=4000)
    b = next(m for m in spread.milestones if m.id == "b")
    assert b.probability is not None
    assert 0.1 < b.probability < 0.9
    assert b.p10 <= b.p50 <= b.p80 <= b.p90
    assert simulate(plan, samples=20, milestones=False).milestones == ()


def test_the_merge_of_two_uniform_tasks_costs_a_sixth() -> None:
    """Two independent uniform durations on [0, 1]: the later one ends at 2/3 on average, each at 1/2."""
    uniform = Historical(tuple(float(n) for n in range(0, 100_001, 50)))
    plan = clock(long("a"), long("b"), task("end", 0.1), links=(Link("a", "end"), Link("b", "end")))
    forecast = simulate(plan, samples=MANY, durations={"a": uniform, "b": uniform})
    assert [m.id for m in forecast.merge_points] == ["end"]
    assert forecast.merge_points[0].bias == pytest.approx(100_000 / 6, rel=0.02)
    chain = simulate(clock(long("a"), long("b"), links=(Link("a", "b"),)), samples=100)
    assert chain.merge_points == ()


def test_the_tornado_spans_from_the_best_to_the_worst_tenth() -> None:
    """A single triangle on [0, 1]: the mean of its lowest tenth is 2/3 of the quantile at 0.1."""
    forecast = simulate(clock(long("a")), samples=MANY, default_spread=Spread(0, 0.5, 1, Shape.TRIANGULAR))
    bar = forecast.drivers[0]
    assert bar.if_short is not None
    assert bar.if_long is not None
    assert minutes(bar.if_short) / 100_000 == pytest.approx(0.05**0.5 * 2 / 3, abs=0.003)
    assert minutes(bar.if_long) / 100_000 == pytest.approx(1 - 0.05**0.5 * 2 / 3, abs=0.003)
    assert bar.sensitivity == pytest.approx(1, abs=1e-6)
    assert bar.sensitivity_index == pytest.approx(1, abs=1e-3)


def test_any_quantile_and_any_date_can_be_asked() -> None:
    forecast = simulate(clock(long("a")), samples=1000)
    assert forecast.quantile(0.8) == forecast.p80
    assert forecast.quantile(1) == forecast.latest
    assert forecast.probability_by(forecast.p80) == pytest.approx(0.8, abs=0.002)
    with pytest.raises(BadValue):
        forecast.quantile(0)


def test_the_projects_own_deadline_counts_where_none_is_told() -> None:
    plan = replace(clock(long("a")), deadline=START + timedelta(minutes=100_000))
    assert simulate(plan, samples=9, default_spread=CERTAIN).probability_on_time == 1


@pytest.mark.parametrize(
    ("told", "error", "named"),
    [
        ({"durations": {"x": Lognormal(1, 1)}}, UnknownId, "x"),
        ({"factors": (Factor("f", ("x",), UNEASY),)}, UnknownId, "x"),
        ({"risks": (Risk("r", 0.1, (Impact("x", 1, 1, 1),)),)}, UnknownId, "x"),
        ({"factors": (Factor("f", ("sum",), UNEASY),)}, BadValue, "sum"),
        ({"factors": (Factor("f", ("a", "a"), UNEASY),)}, BadValue, "a"),
    ],
)
def test_what_names_no_task_is_refused_with_its_name(
    told: dict[str, object], error: type[Exception], named: str
) -> None:
    plan = project(Task(id="sum"), task("a", parent="sum"))
    with pytest.raises(error) as refused:
        simulate(plan, samples=2, **told)  # type: ignore[arg-type]
    assert refused.value.ids == (named,)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "make",
    [
        lambda: ThreePoints(3, 2, 4), lambda: Lognormal(0, 1), lambda: Lognormal(1, -1), lambda: Historical(()),
        lambda: Historical((-1.0,)), lambda: Risk("r", 1.5), lambda: Impact("a", 2, 1, 3), lambda: Lognormal.between(5, 4),
        lambda: Risk("r", 0.5, cost=-1), lambda: Lognormal(float("nan"), 1),
    ],
)  # fmt: skip
def test_distributions_outside_their_range_are_refused(make: object) -> None:
    with pytest.raises(BadValue):
        make()  # type: ignore[operator]


def test_calendars_that_never_pause_are_what_these_tests_count_on() -> None:
    assert ROUND_THE_CLOCK.week[6]
