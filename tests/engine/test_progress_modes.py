"""Work begun out of order: what links still ask of what is left of it."""

import pytest
from engine_plans import DAY, MONDAY, at, project, task

from northline.engine import Link, LinkKind, Minutes, Progress, Project, schedule

MODES = list(Progress)


def out_of_order(mode: Progress, kind: LinkKind = LinkKind.FS) -> Project:
    """b was begun on Monday although it waits for five days of a."""
    begun = task("b", 2, actual_start=MONDAY, remaining_duration=Minutes(DAY))
    return project(
        task("a", 5), begun, task("c"), links=(Link("a", "b", kind), Link("b", "c")), progress=mode
    )


@pytest.mark.parametrize(
    ("mode", "finish"), list(zip(MODES, ["03-09 17:00", "03-03 17:00", "03-03 17:00"], strict=True))
)
def test_only_retained_logic_holds_the_rest_of_begun_work(mode: Progress, finish: str) -> None:
    plan = schedule(out_of_order(mode))
    assert (plan["b"].start, plan["b"].finish) == (MONDAY, at(finish))
    assert plan["c"].start > plan["b"].finish


@pytest.mark.parametrize(("mode", "slack"), list(zip(MODES, [0, 0, -5 * DAY], strict=True)))
def test_what_comes_before_begun_work_is_late_only_by_actual_dates(mode: Progress, slack: int) -> None:
    assert schedule(out_of_order(mode))["a"].total_slack == slack


def test_a_finish_link_holds_the_end_of_begun_work_by_retained_logic() -> None:
    assert schedule(out_of_order(Progress.RETAINED_LOGIC, LinkKind.FF))["b"].finish == at("03-06 17:00")


def test_the_rest_waits_for_the_later_of_status_date_and_links() -> None:
    plan = out_of_order(Progress.RETAINED_LOGIC)
    assert schedule(plan, status_date=at("03-04 08:00"))["b"].finish == at("03-11 17:00")
    override = out_of_order(Progress.PROGRESS_OVERRIDE)
    assert schedule(override, status_date=at("03-04 08:00"))["b"].finish == at("03-04 17:00")


@pytest.mark.parametrize("mode", MODES)
def test_finished_work_keeps_its_dates_in_every_mode(mode: Progress) -> None:
    over = task("b", 2, actual_start=MONDAY, actual_finish=at("03-03 17:00"))
    plan = schedule(project(task("a", 5), over, links=(Link("a", "b"),), progress=mode))
    assert (plan["b"].start, plan["b"].finish) == (MONDAY, at("03-03 17:00"))
