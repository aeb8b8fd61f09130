"""Work = duration × units: the fixed one stays, the field's table says which of the others follows."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northline.engine import (
    Assignment,
    BadValue,
    Minutes,
    NegativeDuration,
    Task,
    TaskType,
    UnknownId,
    changed,
)

DAY = Minutes(480)
calm = settings(max_examples=60, deadline=None)
UNITS, DURATION, WORK = TaskType.FIXED_UNITS, TaskType.FIXED_DURATION, TaskType.FIXED_WORK


def total(people: tuple[Assignment, ...]) -> int:
    return sum(p.work_minutes or 0 for p in people)


def two_days(kind: TaskType, *, effort_driven: bool = False) -> tuple[Task, tuple[Assignment, ...]]:
    task = Task(id="a", duration=Minutes(2 * DAY), type=kind, effort_driven=effort_driven)
    return task, (Assignment("a", "ann", 1.0, Minutes(2 * DAY)),)


@pytest.mark.parametrize(
    ("kind", "change", "duration", "units", "work"),
    [
        (UNITS, {"units": {"ann": 2.0}}, 1, 2.0, 2),
        (UNITS, {"duration": Minutes(4 * DAY)}, 4, 1.0, 4),
        (UNITS, {"work": Minutes(4 * DAY)}, 4, 1.0, 4),
        (WORK, {"units": {"ann": 2.0}}, 1, 2.0, 2),
        (WORK, {"duration": Minutes(4 * DAY)}, 4, 0.5, 2),
        (WORK, {"work": Minutes(4 * DAY)}, 4, 1.0, 4),
        (DURATION, {"units": {"ann": 2.0}}, 2, 2.0, 4),
        (DURATION, {"duration": Minutes(4 * DAY)}, 4, 1.0, 4),
        (DURATION, {"work": Minutes(4 * DAY)}, 2, 2.0, 4),
    ],
)
def test_the_table_of_the_field(
    kind: TaskType, change: dict[str, object], duration: float, units: float, work: float
) -> None:
    task, people = changed(*two_days(kind), **change)  # type: ignore[arg-type]
    assert (task.duration / DAY, people[0].units, total(people) / DAY) == (duration, units, work)


@pytest.mark.parametrize(
    ("kind", "effort_driven", "duration", "work", "ann"),
    [
        (UNITS, False, 2, 4, 1.0),
        (UNITS, True, 1, 2, 1.0),
        (WORK, False, 1, 2, 1.0),
        (DURATION, False, 2, 4, 1.0),
        (DURATION, True, 2, 2, 0.5),
    ],
)
def test_help_shortens_effort_driven_work_and_adds_to_other_work(
    kind: TaskType, effort_driven: bool, duration: float, work: float, ann: float
) -> None:
    task, people = changed(*two_days(kind, effort_driven=effort_driven), added=Assignment("a", "bob"))
    assert (task.duration / DAY, total(people) / DAY, people[0].units) == (duration, work, ann)
    back, alone = changed(task, people, removed="bob")
    assert [p.resource for p in alone] == ["ann"]
    assert (back.duration, total(alone)) == (2 * DAY, 2 * DAY)


def test_the_first_person_brings_the_work() -> None:
    task = Task(id="a", duration=DAY, effort_driven=True)
    assert changed(task, (), added=Assignment("a", "ann", 0.5)) == (
        task,
        (Assignment("a", "ann", 0.5, Minutes(240)),),
    )


def test_no_share_of_the_work_is_lost_to_rounding() -> None:
    task = Task(id="a", duration=Minutes(100), effort_driven=True)
    people = (Assignment("a", "ann", 1.0, Minutes(100)),)
    for name in ("bob", "cid"):
        task, people = changed(task, people, added=Assignment("a", name))
    assert total(people) == 100
    assert sorted(p.work_minutes or 0 for p in people) == [33, 33, 34]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"work": DAY, "duration": DAY},
        {"added": Assignment("a", "ann")},
        {"units": {"ann": 0.0}},
        {"work": Minutes(60)},
        {"duration": Minutes(-1)},
    ],
)
def test_what_makes_no_sense_is_refused(change: dict[str, object]) -> None:
    people = (Assignment("a", "ann", 1.0, DAY, actual_work=Minutes(120)),)
    with pytest.raises(BadValue):
        changed(Task(id="a", duration=DAY), people, **change)  # type: ignore[arg-type]


def test_work_in_no_time_is_refused() -> None:
    fixed = Task(id="a", duration=Minutes(0), type=DURATION)
    with pytest.raises(BadValue, match="do not fit into no time"):
        changed(fixed, (Assignment("a", "ann"),), work=DAY)


def test_only_who_is_assigned_can_leave_or_change() -> None:
    for change in ({"removed": "bob"}, {"units": {"bob": 1.0}}):
        with pytest.raises(UnknownId):
            changed(*two_days(UNITS), **change)  # type: ignore[arg-type]


def test_done_work_stays_done_and_the_rest_follows() -> None:
    people = (Assignment("a", "ann", 1.0, DAY, actual_work=Minutes(120), remaining_work=Minutes(360)),)
    _, after = changed(Task(id="a", duration=DAY), people, work=Minutes(600))
    assert (after[0].actual_work, after[0].remaining_work) == (120, 480)


kinds = st.sampled_from(TaskType)
crews = st.lists(
    st.tuples(st.sampled_from([0.25, 0.5, 1.0, 3.0]), st.integers(1, 5000)), min_size=1, max_size=4
)


def crew(figures: list[tuple[float, int]]) -> tuple[Assignment, ...]:
    return tuple(Assignment("a", f"r{n}", u, Minutes(w)) for n, (u, w) in enumerate(figures))


@calm
@given(kinds, crews, st.integers(1, 9000), st.sampled_from(["duration", "work", "units"]))
def test_the_fixed_one_stays_fixed(
    kind: TaskType, figures: list[tuple[float, int]], amount: int, what: str
) -> None:
    people = crew(figures)
    task = Task(id="a", duration=Minutes(max(round(w / u) for u, w in figures)), type=kind)
    value = {"r0": 2.0} if what == "units" else Minutes(amount)
    after, crewed = changed(task, people, **{what: value})  # type: ignore[arg-type]
    if kind is UNITS and what != "units":
        assert [p.units for p in crewed] == [p.units for p in people]
    if kind is WORK and what != "work":
        assert [p.work_minutes for p in crewed] == [p.work_minutes for p in people]
    if kind is DURATION and what != "duration":
        assert after.duration == task.duration
    if what == "work":
        assert total(crewed) == amount
    if what == "duration":
        assert after.duration == amount


@calm
@given(kinds, crews, st.sampled_from([0.5, 1.0, 2.0]))
def test_effort_driven_work_is_conserved(
    kind: TaskType, figures: list[tuple[float, int]], units: float
) -> None:
    people = crew(figures)
    task = Task(id="a", duration=Minutes(6000), type=kind, effort_driven=True)
    more, crewed = changed(task, people, added=Assignment("a", "new", units))
    assert total(crewed) == total(people)
    fewer, rest = changed(more, crewed, removed="r0")
    assert total(rest) == total(people)
    if kind is DURATION:
        assert (more.duration, fewer.duration) == (6000, 6000)
    else:
        assert [p.units for p in rest[:-1]] == [p.units for p in people[1:]]


def test_overtime_stays_with_whom_it_is_and_is_left_to_the_others() -> None:
    task, _ = two_days(UNITS, effort_driven=True)
    people = (
        Assignment("a", "ann", 1.0, DAY, overtime=Minutes(60)),
        Assignment("a", "bob", 1.0, DAY, overtime=Minutes(30)),
    )
    after, (ann,) = changed(task, people, removed="bob")
    assert (after.duration, ann.work_minutes, ann.overtime) == (2 * DAY + 30, 2 * DAY + 30, 60)
    after, (ann, _) = changed(task, people, work=Minutes(3 * DAY))
    assert (after.duration, ann.overtime) == (1.5 * DAY, 60)
    with pytest.raises(NegativeDuration):
        Assignment("a", "ann", overtime=Minutes(-1))


def test_what_is_given_is_not_touched() -> None:
    task, people = two_days(UNITS)
    changed(task, people, work=DAY)
    assert (task, people) == two_days(UNITS)
    assert replace(task) == task
