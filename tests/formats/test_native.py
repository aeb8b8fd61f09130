"""Northline's own JSON loses nothing and refuses what it cannot hold."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_mspdi_writer import projects

from northline.engine import PlanError
from northline.engine.model import (
    Assignment,
    Availability,
    Baseline,
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
    Progress,
    Project,
    Resource,
    ResourceKind,
    Skill,
    Split,
    Task,
    ThreePoint,
    WorkWeek,
    standard_calendar,
)
from northline.formats import (
    AssignmentDetails,
    BadField,
    Choice,
    CustomField,
    FormatError,
    ImportedPlan,
    NewerVersion,
    ResourceDetails,
    TaskDetails,
    TooDeep,
    TooLarge,
    Truncated,
    WrongSchema,
    mspdi,
    native,
)

MONDAY = datetime(2026, 3, 2, 8)
OWN = standard_calendar("own", "Own")
EVERYTHING = ImportedPlan(
    project=Project(
        id="p",
        name="Shed “ünd” more",
        start=MONDAY,
        finish=datetime(2026, 9, 1, 17),
        calendar="own",
        calendars=(
            replace(
                OWN,
                exceptions=(CalendarException(date(2026, 5, 1), date(2030, 5, 1), (), "May", "FREQ=YEARLY"),),
                weeks=(WorkWeek(date(2026, 7, 1), date(2026, 7, 31), OWN.week, "Summer"),),
            ),
        ),
        tasks=(
            Task(id="a", name="A", duration=Minutes(960), splits=(Split(Minutes(480), Minutes(60)),)),
            Task(
                id="b",
                estimate=ThreePoint(Minutes(1), Minutes(2), Minutes(3)),
                constraint=Constraint(ConstraintKind.SNET, MONDAY),
                modes=(Mode("fast", Minutes(30), (("ann", 2.0),)),),
                baselines=(Baseline(MONDAY, None, Minutes(5), Minutes(6), 7.5, 2),),
                actual_start=MONDAY.replace(second=30),
            ),
        ),
        links=(Link("a", "b", LinkKind.SS, Lag(-25, LagUnit.PERCENT), longest=Lag(60)),),
        resources=(
            Resource(
                "ann",
                "Ann",
                capacity=0.5,
                kind=ResourceKind.MATERIAL,
                availability=(Availability(date(2026, 4, 1), date(2026, 4, 2), 0.25),),
                skills=(Skill("paint", 3),),
                stock=4.0,
            ),
        ),
        assignments=(Assignment("a", "ann", 0.5, Minutes(240), Minutes(30), actual_cost=1.5),),
        demands=(Demand("b", "paint", 2),),
        progress=Progress.ACTUAL_DATES,
        weight=2.5,
    ),
    details={"a": TaskDetails(notes="n\nn", stored={"Start": MONDAY}, custom={"1": "x"}, extra={"y": "z"})},
    warnings=("Something was left out.",),
    resources={"ann": ResourceDetails(row=1)},
    assignments=(AssignmentDetails(work=Minutes(240)),),
    about={"Author": "Ada"},
    fields=(CustomField(id="1", choices=(Choice(id="c", value="v"),)),),
)
DOCUMENT = orjson.loads(native.write(EVERYTHING))


def test_everything_that_a_plan_holds_comes_back() -> None:
    assert native.read(native.write(EVERYTHING)) == EVERYTHING


def test_every_real_plan_comes_back_whole(datasets: Path) -> None:
    for file in sorted((datasets / "mspdi" / "mpxj").glob("*.xml")):
        plan = mspdi.read(file)
        assert native.read(native.write(plan)) == plan, file.name


def changed(path: tuple[str | int, ...], value: object) -> bytes:
    document = orjson.loads(orjson.dumps(DOCUMENT))
    here = document
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    return orjson.dumps(document)


FIRST = ("plan", "project", "tasks", 0)


@pytest.mark.parametrize(
    ("content", "error", "word"),
    [
        (b"", WrongSchema, "JSON"),
        (b"[]", WrongSchema, "no plan"),
        (b'{"format": "other"}', WrongSchema, "no plan"),
        (b'{"a":' * 100_000, TooDeep, "nested"),
        (native.write(EVERYTHING)[:-40].rstrip(), Truncated, "ends"),
        (changed(("version",), 2), NewerVersion, "version 2"),
        (changed(("version",), "1"), WrongSchema, "version"),
        (changed((*FIRST, "duration"), "long"), BadField, "tasks a, duration"),
        (changed((*FIRST, "duration"), 1.5), BadField, "whole number"),
        (changed((*FIRST, "milestone"), 1), BadField, "true or false"),
        (changed((*FIRST, "colour"), "red"), BadField, "colour"),
        (changed((*FIRST, "type"), "fixed"), BadField, "fixed_units"),
        (changed((*FIRST, "deadline"), "soon"), BadField, "2026-03-02T08:00"),
        (changed(("plan", "project", "tasks"), {}), BadField, "a list"),
        (changed(("plan", "project"), None), BadField, "an object"),
    ],
)
def test_what_the_format_cannot_hold_is_refused_by_name(
    content: bytes, error: type[FormatError], word: str
) -> None:
    with pytest.raises(error) as refused:
        native.read(content)
    assert word in refused.value.message


def test_a_file_above_the_limit_is_refused() -> None:
    with pytest.raises(TooLarge):
        native.read(native.write(EVERYTHING), max_bytes=10)


@given(projects())
@settings(max_examples=25, deadline=None)
def test_any_plan_comes_back_as_it_was(project: Project) -> None:
    plan = ImportedPlan(project=project, details={})
    assert native.read(native.write(plan)) == plan


@given(st.binary(max_size=60), st.integers(0, 10_000), st.integers(0, 10_000))
@settings(max_examples=100, deadline=None)
def test_damage_ends_in_a_refusal_or_a_plan(junk: bytes, low: int, length: int) -> None:
    whole = native.write(EVERYTHING)
    low %= len(whole)
    with suppress(FormatError, PlanError):
        native.read(whole[:low] + junk + whole[low + length % 50 :])
