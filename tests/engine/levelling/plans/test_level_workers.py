"""Several workers: searches side by side that tell each other the best they have."""

import pytest
from crowded_plans import crowded
from engine_plans import task

from northline.engine import Assignment, Project, resource_violations, schedule
from northline.engine.levelling.plans import Goal, LevelOptions, level
from northline.engine.levelling.plans.islands import ROUNDS, islands
from northline.engine.levelling.plans.layout import layout
from northline.engine.levelling.plans.prepare import prepare
from northline.engine.levelling.plans.search import Search


def crowd(*, splittable: bool = False) -> Project:
    """A dozen tasks for three people on three calendars, whose best order is not at once clear."""
    days = [1, 3, 0.5, 2, 2.25, 1.5, 0.75, 3, 1, 0.25, 2, 1.75]
    tasks = [task(f"t{n:02}", d, splittable=splittable) for n, d in enumerate(days)]
    people = [Assignment(f"t{n:02}", ["ann", "bob", "cat"][n % 3]) for n in range(len(days))]
    shared = [Assignment(f"t{n:02}", "crew", 2.0) for n in range(0, len(days), 2)]
    return crowded(*tasks, assignments=(*people, *shared))


@pytest.mark.parametrize("workers", [2, 3])
@pytest.mark.parametrize("split", [False, True])
def test_the_same_seed_work_and_workers_give_the_same_answer(workers: int, split: bool) -> None:
    plan, wish = crowd(splittable=split), LevelOptions(may_split=split)
    first, second = (level(plan, options=wish, work=150, workers=workers, seed=4) for _ in range(2))
    assert (first.projects, first.tried) == (second.projects, second.tried)
    assert resource_violations(first.project, first.schedule, original=plan) == []
    assert schedule(first.project) == first.schedule


def test_workers_share_the_number_of_schedules() -> None:
    alone, together = (level(crowd(), work=200, workers=n) for n in (1, 4))
    assert together.tried <= alone.tried + 40


def started() -> Search:
    options = LevelOptions()
    search = Search(layout([prepare(crowd(), options)], options), goal=Goal.FINISH, seed=1)
    for keys in search.rules():
        search.start_with(keys)
    return search


def test_each_worker_has_arrays_and_luck_of_its_own() -> None:
    lead = started()
    with islands(lead, workers=2) as crew:
        crew.fill()
        other = crew.searches[1]
        assert other.plan.pool.free is not lead.plan.pool.free
        assert other.state.delay is other.plan.delay
        assert (other.herd.start != lead.herd.start).any()
        assert other.plan.plans is lead.plan.plans


def test_the_best_of_each_reaches_the_next_and_the_best_of_all_the_lead() -> None:
    with islands(started(), workers=3) as crew:
        crew.fill()
        crew.breed(9)
        best = [s.herd.price[s.ranked[0]].tolist() for s in crew.searches]
        crew.exchange()
        for price, taker in zip(best, crew.searches[1:] + crew.searches[:1], strict=True):
            assert price in taker.herd.price.tolist()
        goal = crew.lead.herd.goal
        assert crew.lead.herd.best_price[goal].tolist() == min(
            s.herd.best_price[goal].tolist() for s in crew.searches
        )


def test_an_exchange_comes_after_so_many_rounds(monkeypatch: pytest.MonkeyPatch) -> None:
    told = []
    with islands(started(), workers=2) as crew:
        monkeypatch.setattr(crew, "exchange", lambda: told.append(crew.lead.tried))
        for _ in range(2 * ROUNDS):
            crew.breed(2)
    assert len(told) == 2
