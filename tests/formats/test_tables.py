"""Plans as tables: what a person writes is understood, what we write comes back, what is odd is named."""

import contextlib
import io
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from northline.engine import (
    Assignment,
    Constraint,
    ConstraintKind,
    Lag,
    LagUnit,
    Link,
    LinkKind,
    Minutes,
    PlanError,
    Project,
    Resource,
    Task,
    ThreePoint,
    schedule,
    standard_calendar,
)
from northline.formats import (
    BadField,
    FormatError,
    ImportedPlan,
    NotAPlan,
    TaskDetails,
    TooLarge,
    WrongSchema,
)
from northline.formats.tables import read, recognised, write_csv, write_xlsx

MONDAY = datetime(2026, 3, 2, 8)


def table(text: str) -> ImportedPlan:
    return read(text.strip().encode())


def test_a_table_as_people_write_it_becomes_a_plan() -> None:
    plan = table(
        """
Task Name;Duration;Start Date;Depends on;Assigned to;Colour
House;;02.03.2026;;;red
  Dig;2 days;2026-03-02;;Ann;blue
  Pour;1w;;2;Ann[50%], Bob;
  Dry;3ed;;3FS+1d;;
"""
    ).project
    assert [(t.name, t.parent, t.duration) for t in plan.tasks] == [
        ("House", None, 0), ("Dig", "1", 960), ("Pour", "1", 2400), ("Dry", "1", 4320),
    ]  # fmt: skip
    assert plan.tasks[3].elapsed_duration
    assert plan.links == (Link("2", "3"), Link("3", "4", LinkKind.FS, Lag(480)))
    assert [(a.task, a.resource, a.units) for a in plan.assignments] == [
        ("2", "Ann", 1.0), ("3", "Ann", 0.5), ("3", "Bob", 1.0),
    ]  # fmt: skip
    assert plan.start == MONDAY


def test_an_unknown_column_is_told() -> None:
    assert "Colour" in table("Name,Start,Colour\nA,2026-03-02,red").warnings[0]


def test_a_start_that_nothing_explains_is_a_wish() -> None:
    tasks = table("Name,Duration,Start\nA,1d,2026-03-02\nB,1d,2026-03-05").project.tasks
    assert tasks[0].constraint.kind is ConstraintKind.ASAP
    assert tasks[1].constraint == Constraint(ConstraintKind.SNET, datetime(2026, 3, 5, 8))


def test_outline_comes_from_levels_codes_or_parents() -> None:
    for text in (
        "Level,Name,Start\n1,A,2026-03-02\n2,B,\n2,C,",
        "WBS,Name,Start\n1,A,2026-03-02\n1.1,B,\n1.2,C,",
        "ID,Parent,Name,Start\n1,,A,2026-03-02\n2,1,B,\n3,1,C,",
    ):
        assert [t.parent for t in table(text).project.tasks] == [None, "1", "1"]


def test_every_cell_that_cannot_be_read_is_named_by_row_and_column() -> None:
    with pytest.raises(BadField) as caught:
        table("Name,Duration,Start,Predecessors\nA,soon,2026-03-02,\nB,1d,3/2/2026,9")
    for said in ("Row 2, Duration", "Row 3, Start"):
        assert said in caught.value.message


def test_a_predecessor_that_is_not_there_is_named() -> None:
    with pytest.raises(BadField, match="Row 3, Predecessors"):
        table("Name,Duration,Start,Predecessors\nA,1d,2026-03-02,\nB,1d,,9")


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"just words\nand more", NotAPlan),
        (b"Name,Start\nA\x00,2026-03-02", WrongSchema),
        (b"Name,Duration\nA,1d", NotAPlan),
        (b"PK\x03\x04 not really", FormatError),
    ],
)
def test_what_is_no_table_of_tasks_is_refused(content: bytes, error: type[FormatError]) -> None:
    with pytest.raises(error):
        read(content)


def test_a_workbook_that_unpacks_to_too_much_is_refused_unopened() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b" " * 200_000_000)
    with pytest.raises(TooLarge):
        read(made.getvalue())


def test_text_that_a_spreadsheet_would_reckon_with_is_made_harmless_and_comes_back() -> None:
    plan = _plan([Task(id="1", name="=HYPERLINK(1)", duration=Minutes(480)), Task(id="2", name="'quoted")])
    written = write_csv(plan).decode("utf-8-sig")
    assert "'=HYPERLINK" in written
    assert [t.name for t in read(write_csv(plan), start=MONDAY).project.tasks] == ["=HYPERLINK(1)", "'quoted"]


def test_other_encodings_are_understood() -> None:
    text = "Name;Start\nGrüße;2026-03-02"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        assert read(text.encode(encoding)).project.tasks[0].name == "Grüße"


def test_the_head_of_a_table_is_recognised_and_other_text_is_not() -> None:
    assert recognised(b"ID,Name,Duration\n1,A,1d")
    assert not recognised(b"ERMHDR\t8.0")
    assert not recognised(b"\x00\x01\x02")


def test_written_dates_are_the_computed_ones(tmp_path: Path) -> None:
    plan = _plan(
        [Task(id="1", name="A", duration=Minutes(960)), Task(id="2", name="B", duration=Minutes(480))],
        links=(Link("1", "2"),),
    )
    lines = write_csv(plan, schedule(plan.project)).decode("utf-8-sig").splitlines()
    assert "2026-03-04 08:00" in lines[2]


def _plan(tasks: list[Task], **more: object) -> ImportedPlan:
    project = Project(
        id="plan", name="", start=MONDAY, calendars=(standard_calendar(),), tasks=tuple(tasks), **more
    )  # type: ignore[arg-type]
    return ImportedPlan(project=project, details={t.id: TaskDetails() for t in tasks})


def test_a_date_without_a_time_is_the_beginning_of_a_day_or_its_end_and_midnight_stays() -> None:
    made = table("Name,Start,Deadline\nA,2026-03-02,2026-03-06\nB,,2026-03-06 00:00").project
    assert (made.start, made.tasks[0].deadline) == (MONDAY, datetime(2026, 3, 6, 17))
    assert made.tasks[1].deadline == datetime(2026, 3, 6)


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
MINUTES = st.integers(0, 40_000).map(Minutes)
STAMPS = st.datetimes(datetime(2026, 3, 2), datetime(2027, 3, 2)).map(
    lambda d: d.replace(second=0, microsecond=0)
)
WISHES = st.one_of(
    st.just(Constraint()),
    st.just(Constraint(ConstraintKind.ALAP)),
    st.builds(Constraint, st.sampled_from([k for k in ConstraintKind if not k.startswith("A")]), STAMPS),
)
LAGS = st.builds(Lag, st.integers(-5000, 5000), st.sampled_from(LagUnit)) | st.just(Lag())


@st.composite
def plans(draw: st.DrawFn) -> ImportedPlan:
    count = draw(st.integers(1, 7))
    tasks: list[Task] = []
    for n in range(1, count + 1):
        parents = [tasks[-1].id, tasks[-1].parent] if tasks else []
        three = sorted(draw(st.tuples(MINUTES, MINUTES, MINUTES)))
        tasks.append(
            Task(
                id=str(n),
                name=draw(NAMES),
                parent=draw(st.sampled_from([None, *parents])),
                duration=draw(MINUTES),
                elapsed_duration=draw(st.booleans()),
                constraint=draw(WISHES),
                deadline=draw(st.none() | STAMPS),
                milestone=draw(st.booleans()),
                priority=draw(st.integers(1, 1000)),
                percent_complete=draw(st.integers(0, 100)) * 1.0,
                actual_start=draw(st.none() | STAMPS),
                remaining_duration=draw(st.none() | MINUTES),
                estimate=draw(st.none() | st.just(ThreePoint(*three))),
                active=draw(st.booleans()),
                owner=draw(st.none() | NAMES),
            )
        )
    above = {t.parent for t in tasks}
    tasks = [replace(t, duration=Minutes(0), elapsed_duration=False) if t.id in above else t for t in tasks]
    pairs = st.tuples(st.integers(1, count), st.integers(1, count)).filter(lambda p: p[0] != p[1])
    links = draw(st.lists(st.builds(lambda p, k, g: Link(str(p[0]), str(p[1]), k, g), pairs, st.sampled_from(LinkKind), LAGS), max_size=5)) if count > 1 else []  # fmt: skip
    links.sort(key=lambda k: int(k.after))
    people = [
        Resource(n, n) for n in draw(st.lists(st.sampled_from(["Ann", "Bob B.", "Çelik"]), unique=True))
    ]
    assigned = tuple(
        Assignment(str(t), r.id, draw(st.sampled_from([0.25, 0.5, 1.0, 2.0])))
        for t in range(1, count + 1)
        for r in people
    )
    known = {a.resource for a in assigned}
    return _plan(
        tasks, links=tuple(links), resources=tuple(r for r in people if r.id in known), assignments=assigned
    )


@given(plans())
@settings(max_examples=60, deadline=None)
def test_csv_brings_back_what_it_took(plan: ImportedPlan) -> None:
    assert read(write_csv(plan), start=MONDAY).project == plan.project


@given(plans())
@settings(max_examples=12, deadline=None)
def test_a_workbook_brings_back_what_it_took(plan: ImportedPlan) -> None:
    assert read(write_xlsx(plan), start=MONDAY).project == plan.project


def test_a_workbook_prints_all_columns_on_one_page_below_their_heading() -> None:
    sheet = load_workbook(io.BytesIO(write_xlsx(table("Name,Duration,Start\nDig,2d,2026-03-02")))).active
    assert sheet is not None
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert (sheet.print_title_rows, sheet.print_area) == ("$1:$1", "'Plan'!$A$1:$J$2")


@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
@settings(max_examples=100, deadline=None)
def test_no_bytes_end_in_anything_but_a_plan_or_a_refusal(content: bytes) -> None:
    for head in (b"", b"Name,Duration,Start,Predecessors\n", b"PK\x03\x04"):
        with contextlib.suppress(FormatError, PlanError):
            read(head + content)
