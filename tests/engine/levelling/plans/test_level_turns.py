"""Which of several projects goes first, and an answer placed again as it was."""

import numpy as np
from crowded_plans import crowded
from engine_plans import at, task

from northline.engine import Assignment, Project
from northline.engine.levelling.plans import Goal, LevelOptions, level
from northline.engine.levelling.plans.kernels.shapes import TARDY
from northline.engine.levelling.plans.layout import layout
from northline.engine.levelling.plans.limits import Limits
from northline.engine.levelling.plans.prepare import prepare
from northline.engine.levelling.plans.search import Search
from northline.engine.levelling.plans.turns import keys_of, shares_ranks, take_turns, work_over_weight


def test_projects_change_places_where_work_over_weight_is_not_the_best_order() -> None:
    # "long" weighs more for its work, but has time: done second, neither is late.
    plans = [
        crowded(
            task(name, days), id=name, deadline=at(due), weight=weight, assignments=(Assignment(name, "ann"),)
        )
        for name, days, due, weight in (("long", 3, "03-06 17:00", 9.0), ("short", 2, "03-03 17:00", 1.0))
    ]
    search = started(*plans)
    search.look_at(keys_of(search, np.argsort(work_over_weight(search)), 100_000))
    assert search.best.price[TARDY] > 0
    take_turns(search, Limits(lambda: 0.0, 1.0, 200, None, None))
    assert search.best.price[TARDY] == 0
    assert level(plans, work=20).tardiness == 0


def test_where_priorities_say_which_project_goes_first_no_places_are_changed() -> None:
    def both(priority: int) -> Search:
        return started(
            *(
                crowded(task(f"{name}a", 2, priority=own), id=name, deadline=at("03-03 17:00"),
                        assignments=(Assignment(f"{name}a", "ann"),))
                for name, own in (("one", 500), ("two", priority))
            )
        )  # fmt: skip

    assert shares_ranks(both(500))
    assert not shares_ranks(both(600))


def test_what_is_repeated_is_never_later_than_it_was() -> None:
    plans = [
        crowded(*(task(f"{name}{n}", 1 + n % 3) for n in range(5)), id=name, deadline=at("03-04 17:00"), weight=weight,
                assignments=tuple(Assignment(f"{name}{n}", "ann" if n % 2 else "crew", 1.0) for n in range(5)))
        for name, weight in (("one", 2.0), ("two", 5.0))
    ]  # fmt: skip
    search, again = started(*plans), started(*plans)
    search.start_with(search.rules()[5])
    again.repeat(search.best.start)
    assert again.best.price[again.herd.goal].tolist() <= search.best.price[search.herd.goal].tolist()


def started(*plans: Project) -> Search:
    prepared = [prepare(plan, LevelOptions()) for plan in plans]
    return Search(layout(prepared, LevelOptions()), goal=Goal.FINISH, seed=1)
