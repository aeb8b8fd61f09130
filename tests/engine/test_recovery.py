"""Levers are simulated, ranked by what they give for their price, and packed until the target is met."""

import doctest
import pkgutil
from dataclasses import replace
from datetime import timedelta
from importlib import import_module

import pytest
from engine_plans import at, project, task

import northline.engine.recovery as folder
from northline.engine import (
    Assignment,
    BadDate,
    BadValue,
    Link,
    Project,
    Resource,
    Skill,
    schedule,
)
from northline.engine.forecast import Factor, Impact, Risk, Spread, ThreePoints, simulate
from northline.engine.forecast.runs import compiled
from northline.engine.recovery import Drop, Lever, LeverKind, Recovery, Terms, apply, recovery

pytestmark = pytest.mark.skipif(compiled() is None, reason="needs numba")
SAMPLES = 400
TARGET = 0.8


def house(**fields: object) -> Project:
    """Base, walls, roof and paint one after the other, 22 days; a garden beside them."""
    names = {"base": 4, "walls": 8, "roof": 6, "paint": 4, "garden": 5}
    tasks = [task(name, days, name=name.title()) for name, days in names.items()]
    who = {"base": "ann", "walls": "ann", "roof": "bob", "paint": "cat", "garden": "bob"}
    values = {
        "links": (Link("base", "walls"), Link("walls", "roof"), Link("roof", "paint")),
        "resources": (
            Resource("ann", "Ann", cost_per_hour=60, skills=(Skill("build"),)),
            Resource("bob", "Bob", cost_per_hour=80, skills=(Skill("build", 2),)),
            Resource("cat", "Cat", cost_per_hour=40, skills=(Skill("paint"),)),
        ),
        "assignments": tuple(Assignment(t, r) for t, r in who.items()),
        "deadline": at("03-27 17:00"),
    }
    return project(*tasks, **(values | fields))  # type: ignore[arg-type]


def recover(plan: Project, **fields: object) -> Recovery:
    return recovery(plan, **({"samples": SAMPLES, "target": TARGET} | fields))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def found() -> Recovery:
    return recover(house(), values={"paint": 900.0})


def chance(plan: Project) -> float:
    probability = simulate(plan, samples=SAMPLES, deadline=house().deadline).probability_on_time
    assert probability is not None
    return probability


def test_the_plan_as_it_is_is_told_first(found: Recovery) -> None:
    assert found.probability == chance(house()) < 0.2
    assert (found.deadline, found.target) == (at("03-27 17:00"), TARGET)
    assert found.p50 <= found.p80


def test_risks_and_durations_count_in_every_trial_and_follow_a_shortened_task() -> None:
    """A distribution in minutes that did not shrink with its task would leave a second person without effect."""
    storm = Risk("storm", 1.0, (Impact("roof", 960, 960, 960),))
    told = {"durations": {"walls": ThreePoints(3000, 3840, 6000)}, "risks": (storm,)}
    found = recover(house(), **told)
    assert found.p50 == simulate(house(), samples=SAMPLES, **told).p50 > recover(house(), simulations=1).p50  # type: ignore[arg-type]
    more = next(
        le for le in found.levers if le.kind is LeverKind.ADD_PERSON and getattr(le.change, "task", "") == "walls"
    )  # fmt: skip
    assert more.p50_earlier > timedelta(days=2)


def test_the_second_half_of_a_split_task_is_as_uncertain_as_the_first() -> None:
    """With a certain duration given for the walls, and certain others, a split plan is certain too."""
    sure = {t.id: ThreePoints(t.duration, t.duration, t.duration) for t in house().tasks}
    found = recover(house(), durations=sure)
    split = next(le for le in found.levers if le.kind is LeverKind.SPLIT)
    assert split.probability in (0.0, 1.0)
    late = recover(house(), durations=sure, factors=(Factor("slow", ("walls", "roof"), Spread(2, 2, 2)),))
    slow = next(le for le in late.levers if le.kind is LeverKind.SPLIT and "Walls" in le.sentence)
    quick = next(le for le in found.levers if le.kind is LeverKind.SPLIT and "Walls" in le.sentence)
    assert slow.p50_earlier > 1.8 * quick.p50_earlier


def test_every_kind_of_lever_is_tried(found: Recovery) -> None:
    kinds = {lever.kind for lever in found.levers}
    assert kinds == set(LeverKind) - {LeverKind.ADD_CAPACITY}


def test_each_levers_gain_is_that_of_its_scenario_opened(found: Recovery) -> None:
    """The change applied to the plan and simulated with the same seed gives the figures that were told."""
    base = simulate(house(), samples=SAMPLES)
    for lever in found.levers:
        if lever.kind is LeverKind.MOVE_DATE:
            continue
        after = simulate(apply(house(), lever.change), samples=SAMPLES)
        assert lever.probability == after.probability_by(found.deadline)
        assert lever.gain == pytest.approx(lever.probability - found.probability)
        assert (lever.p50_earlier, lever.p80_earlier) == (base.p50 - after.p50, base.p80 - after.p80)


def test_levers_lie_on_what_decides_the_finish(found: Recovery) -> None:
    assert not any("Garden" in lever.sentence for lever in found.levers if lever.kind is not LeverKind.SWAP)


def test_a_lever_that_gains_stands_before_one_that_does_not(found: Recovery) -> None:
    gains = [lever.gain > 0 for lever in found.levers]
    assert gains == sorted(gains, reverse=True)


def test_costs_and_lost_value_are_weighed(found: Recovery) -> None:
    drop, defer = (one(found, kind) for kind in (LeverKind.DROP, LeverKind.DEFER))
    assert (drop.value_lost, defer.value_lost) == (900, 450)
    assert (drop.cost, defer.cost) == (-4 * 8 * 40, 0)
    assert drop.gain == defer.gain > 0
    assert drop.gain_per_value == pytest.approx(drop.gain / 900)
    assert drop.gain_per_cost is None
    hired = one(found, LeverKind.ADD_PERSON)
    assert hired.gain_per_cost is not None
    assert hired.gain_per_value is None


def one(found: Recovery, kind: LeverKind) -> Lever:
    return next(lever for lever in found.levers if lever.kind is kind)


def test_a_package_meets_the_target_and_is_what_it_says(found: Recovery) -> None:
    for package in found.packages:
        assert package.reached
        plan = apply(house(), *package.changes)
        assert chance(plan) == package.probability >= TARGET
        assert package.gain == pytest.approx(package.probability - found.probability)
        assert package.cost == pytest.approx(sum(lever.cost for lever in package.levers))
        schedule(plan)


def test_no_lever_of_a_package_is_needless(found: Recovery) -> None:
    for package in found.packages:
        for lever in package.levers:
            rest = [change for change in package.changes if change != lever.change]
            assert chance(apply(house(), *rest)) < TARGET


def test_beside_a_package_that_cuts_scope_stands_one_that_does_not() -> None:
    cheap = recover(house(), values={"paint": 1.0})
    assert any(isinstance(change, Drop) or "Defer" in repr(change) for change in cheap.packages[0].changes)
    assert all(lever.kind not in (LeverKind.DROP, LeverKind.DEFER) for lever in cheap.packages[1].levers)


def test_a_package_keeps_to_the_budget() -> None:
    free = recover(house(), budget=None)
    tight = recover(house(), budget=free.packages[0].cost / 2)
    for package in tight.packages:
        assert package.cost <= free.packages[0].cost / 2 + 1e-9


def test_where_nothing_suffices_another_date_is_promised() -> None:
    hopeless = recover(house(deadline=at("03-04 17:00")), simulations=30)
    last = hopeless.packages[-1]
    assert last.levers[-1].kind is LeverKind.MOVE_DATE
    assert last.deadline > at("03-04 17:00")
    assert last.reached
    assert last.probability >= TARGET
    assert not any(package.reached for package in hopeless.packages[:-1])
    assert len(hopeless.packages[0].levers) > 1  # although no lever alone gains any probability


def test_a_plan_that_is_safe_needs_no_package() -> None:
    safe = recover(house(deadline=at("06-01 17:00")))
    assert (safe.probability, safe.packages) == (1, ())
    assert all(lever.kind is not LeverKind.MOVE_DATE for lever in safe.levers)


def test_the_number_of_simulations_is_kept_and_cancelling_ends_them() -> None:
    few = recover(house(), simulations=9)
    assert few.simulations <= 9
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 3

    stopped = recover(house(), cancelled=cancelled)
    assert stopped.simulations <= 5
    assert stopped.levers


def test_the_same_question_has_the_same_answer() -> None:
    assert recover(house(), simulations=20) == recover(house(), simulations=20)


def test_done_and_begun_work_is_left_alone() -> None:
    plan = house()
    done = replace(
        plan.tasks[0], actual_start=at("03-02 08:00"), actual_finish=at("03-05 17:00"), percent_complete=100
    )
    begun = replace(plan.tasks[1], actual_start=at("03-06 08:00"), percent_complete=25)
    later = replace(plan, tasks=(done, begun, *plan.tasks[2:]))
    found = recover(later, values={"base": 5.0, "walls": 5.0}, simulations=40)
    for lever in found.levers:
        assert "Base" not in lever.sentence
        after = apply(later, lever.change)
        assert after.tasks[0] == done
        assert after.tasks[1].actual_start == begun.actual_start
        assert lever.kind not in (LeverKind.DROP, LeverKind.DEFER)


def test_without_people_in_the_plan_there_still_are_levers() -> None:
    bare = recover(house(resources=(), assignments=()), simulations=40)
    assert {lever.kind for lever in bare.levers} == {
        LeverKind.ADD_PERSON, LeverKind.OVERLAP, LeverKind.SPLIT, LeverKind.MOVE_DATE,
    }  # fmt: skip


def test_only_those_who_can_take_over_a_task() -> None:
    swaps = [lever.sentence for lever in recover(house()).levers if lever.kind is LeverKind.SWAP]
    assert any("Bob take “Walls” from Ann" in sentence for sentence in swaps)
    assert not any("Ann take “Roof”" in s or "Cat take" in s for s in swaps)


def test_the_relief_of_more_people_shows_where_tasks_wait_for_them() -> None:
    """Four tasks of one person, free of each other: without resources there is nothing to relieve."""
    plan = project(
        *(task(name, 5) for name in "abcd"), resources=(Resource("ann", "Ann"),),
        assignments=tuple(Assignment(name, "ann") for name in "abcd"), deadline=at("03-20 17:00"),
    )  # fmt: skip
    found = recover(plan, with_resources=True, simulations=30)
    assert found.probability < 0.1
    relief = one(found, LeverKind.ADD_CAPACITY)
    assert relief.gain > 0.5
    assert relief.p80_earlier > timedelta(days=7)


def test_questions_that_make_no_sense_are_refused() -> None:
    with pytest.raises(BadDate, match="no deadline"):
        recovery(house(deadline=None))
    for fields in ({"target": 0.0}, {"simulations": 0}):
        with pytest.raises(BadValue):
            recover(house(), **fields)
    for terms in ({"hour": 0.0}, {"efficiency": 2.0}, {"premium": -1.0}, {"overlap": 0.0}):
        with pytest.raises(BadValue):
            Terms(**terms)


def test_an_empty_plan_has_only_its_date_to_move() -> None:
    empty = recover(project(deadline=at("03-01 08:00")))
    assert all(lever.kind is LeverKind.MOVE_DATE for lever in empty.levers)


@pytest.mark.parametrize("name", [module.name for module in pkgutil.iter_modules(folder.__path__)])
def test_the_examples_run(name: str) -> None:
    assert doctest.testmod(import_module(f"{folder.__name__}.{name}")).failed == 0
