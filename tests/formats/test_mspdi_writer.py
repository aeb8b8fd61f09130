"""A plan written as Microsoft Project's XML comes back as it was, and other tools read it too."""

import subprocess
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northline.engine import (
    Assignment,
    Availability,
    Baseline,
    Calendar,
    CalendarException,
    Constraint,
    ConstraintKind,
    Lag,
    LagUnit,
    Link,
    LinkKind,
    Minutes,
    Project,
    Resource,
    ResourceKind,
    Split,
    Task,
    TaskType,
    ThreePoint,
    WorkInterval,
    WorkWeek,
    schedule,
    standard_calendar,
)
from northline.formats import ImportedPlan, mpxj, mspdi
from northline.formats.losses import losses

MONDAY = datetime(2026, 3, 2, 8)
DAY = (WorkInterval(420, 700), WorkInterval(740, 1100))
CALENDARS = (
    standard_calendar(),
    Calendar(
        "shift ünd",
        "Nights <&>",
        (((WorkInterval(0, 360), WorkInterval(540, 600), WorkInterval(1320, 1440))),) * 7,
        (
            CalendarException(date(2026, 5, 1), date(2026, 5, 3), (), "Long weekend"),
            CalendarException(
                date(2026, 1, 1),
                date(2030, 12, 31),
                DAY,
                "Fair",
                "FREQ=YEARLY;BYMONTH=5;BYDAY=MO;BYSETPOS=-1",
            ),
            CalendarException(
                date(2026, 1, 1), date(2026, 12, 31), (), "Weekly", "FREQ=WEEKLY;BYDAY=FR;WKST=SU"
            ),
        ),
        (WorkWeek(date(2026, 7, 1), date(2026, 8, 31), (DAY,) * 5 + ((), ()), "Summer"),),
    ),
)


def plan_of(project: Project) -> ImportedPlan:
    return ImportedPlan(project=project, details={})


def back(project: Project) -> Project:
    return mspdi.read(mspdi.write(plan_of(project))).project


def test_every_real_plan_comes_back_whole(datasets: Path) -> None:
    files = sorted((datasets / "mspdi" / "mpxj").glob("*.xml")) + sorted(
        (datasets / "msproject").glob("*nr1.xml")
    )
    assert files
    for file in files:
        given = mspdi.read(file)
        made = mspdi.read(mspdi.write(given))
        assert losses(given, made) == (), file.name
        assert made.project == given.project, file.name


def test_written_dates_are_the_computed_ones() -> None:
    tasks = (Task(id="1", duration=Minutes(960)), Task(id="2", duration=Minutes(480)))
    project = Project(
        id="p",
        name="Shed",
        start=MONDAY,
        calendars=(standard_calendar(),),
        tasks=tasks,
        links=(Link("1", "2"),),
    )
    details = mspdi.read(mspdi.write(plan_of(project))).details
    assert details["2"].stored["Start"] == datetime(2026, 3, 4, 8)


def test_what_microsoft_project_has_no_field_for_is_listed_as_lost() -> None:
    task = Task(id="1", duration=Minutes(60))
    project = Project(
        id="p", name="Shed", start=MONDAY, calendars=(standard_calendar(),), tasks=(task, replace(task, id="2")),
        links=(Link("1", "2", longest=Lag(60)),), deadline=MONDAY,
    )  # fmt: skip
    lost = {loss.field for loss in losses(plan_of(project), mspdi.read(mspdi.write(plan_of(project))))}
    assert lost == {"link.longest", "project.deadline"}


def test_tasks_out_of_outline_order_are_put_into_it() -> None:
    tasks = (Task(id="child", parent="top"), Task(id="other"), Task(id="top"))
    project = Project(id="p", name="", start=MONDAY, calendars=(standard_calendar(),), tasks=tasks)
    assert [(t.id, t.parent) for t in back(project).tasks] == [
        ("other", None),
        ("top", None),
        ("child", "top"),
    ]


MINUTES = st.integers(0, 30_000).map(Minutes)
STAMPS = st.datetimes(datetime(2026, 3, 2), datetime(2027, 3, 2)).map(
    lambda d: d.replace(second=0, microsecond=0)
)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=8)
WISHES = st.one_of(
    st.sampled_from([Constraint(), Constraint(ConstraintKind.ALAP)]),
    st.builds(Constraint, st.sampled_from([k for k in ConstraintKind if not k.startswith("A")]), STAMPS),
)
LAGS = st.one_of(
    st.just(Lag()),
    st.builds(Lag, st.integers(-3000, 3000), st.sampled_from([LagUnit.WORKING, LagUnit.ELAPSED])),
    st.builds(Lag, st.integers(-90, 200), st.just(LagUnit.PERCENT)),
)


@st.composite
def tasks_of(draw: st.DrawFn, uid: str, parents: list[str]) -> Task:
    duration = draw(MINUTES)
    three = sorted(draw(st.tuples(MINUTES, MINUTES, MINUTES)))
    baseline = Baseline(draw(STAMPS), None, draw(MINUTES), draw(MINUTES), draw(st.integers(0, 999)) / 4, 3)
    split = (Split(Minutes(duration // 2), Minutes(480)),) if duration > 960 and draw(st.booleans()) else ()
    return Task(
        id=uid,
        name=draw(TEXTS),
        duration=duration,
        parent=draw(st.sampled_from([None, *parents])),
        calendar=draw(st.sampled_from([None, "shift ünd"])) if not split else None,
        constraint=draw(WISHES),
        deadline=draw(st.none() | STAMPS),
        milestone=draw(st.booleans()),
        priority=draw(st.integers(0, 1000)),
        percent_complete=float(draw(st.integers(0, 100))),
        actual_start=None if split else draw(st.none() | STAMPS),
        remaining_duration=None if split else draw(st.none() | MINUTES),
        estimate=draw(st.none() | st.just(ThreePoint(*three))),
        ignores_resource_calendar=draw(st.booleans()),
        elapsed_duration=False if split else draw(st.booleans()),
        active=draw(st.booleans()),
        levelling_delay=draw(MINUTES),
        type=draw(st.sampled_from(TaskType)),
        effort_driven=draw(st.booleans()),
        splits=split,
        splittable=draw(st.booleans()),
        hammock=False if split else draw(st.booleans()),
        baselines=draw(st.sampled_from([(), (baseline,)])),
        fixed_cost=draw(st.integers(0, 10_000)) / 8,
        owner=draw(st.none() | TEXTS),
    )


def assigned(task: Task, resource: Resource) -> st.SearchStrategy[Assignment]:
    """With overtime the file also says how much work is regular, but of a task of fixed duration."""
    units = st.sampled_from([0.5, 1.0])
    plain = st.builds(
        Assignment, st.just(task.id), st.just(resource.id), units, actual_work=st.just(Minutes(30))
    )
    regular = st.none() if task.type is TaskType.FIXED_DURATION else st.just(Minutes(90))
    return plain | st.builds(
        Assignment, st.just(task.id), st.just(resource.id), units, regular, overtime=st.just(Minutes(45))
    )


@st.composite
def projects(draw: st.DrawFn) -> Project:
    tasks: list[Task] = []
    for n in range(draw(st.integers(1, 5))):
        above = tasks[-1] if tasks else None
        parents = [i for i in (above.id, above.parent) if i] if above else []
        tasks.append(draw(tasks_of(draw(st.sampled_from([f"{n + 1}", f"task {n}"])), parents)))
    summaries = {t.parent for t in tasks}
    tasks = [replace(t, milestone=False, splits=(), hammock=False) if t.id in summaries else t for t in tasks]
    ahead = [(a.id, b.id) for n, b in enumerate(tasks) for a in tasks[:n] if not {a.id, b.id} & summaries]
    links = tuple(
        Link(*draw(st.sampled_from(ahead)), draw(st.sampled_from(LinkKind)), draw(LAGS))
        for _ in range(draw(st.integers(0, 3)) if ahead else 0)
    )
    people = (
        Resource("ann", "Ann", None, 1.5, cost_per_hour=42.5, overtime_per_hour=60, cost_per_use=3.25),
        Resource("7", "Steel", kind=ResourceKind.MATERIAL, email="s@example.com"),
        Resource(
            "b", "Bo", "shift ünd", availability=(Availability(date(2026, 4, 1), date(2026, 6, 30), 0.5),)
        ),
    )
    held = tuple(
        draw(assigned(t, p))
        for t in tasks
        for p in people[:2]
        if t.id not in summaries and not t.splits and draw(st.booleans())
    )
    order = {t.id: n for n, t in enumerate(tasks)}
    return Project(
        id="p", name=draw(TEXTS), start=MONDAY, calendars=CALENDARS, tasks=tuple(tasks),
        links=tuple(sorted(links, key=lambda k: order[k.after])), resources=people, assignments=held,
        status_date=draw(st.none() | STAMPS), critical_slack_limit=Minutes(480 * draw(st.integers(0, 3))),
        honour_constraints=draw(st.booleans()), currency="EUR",
    )  # fmt: skip


@given(projects())
@settings(max_examples=25, deadline=None)
def test_any_plan_comes_back_as_it_was(project: Project) -> None:
    assert back(project) == project


def test_mpxj_reads_what_we_write(datasets: Path, tmp_path: Path) -> None:
    if not mpxj.is_there():
        pytest.skip("Java or MPXJ is not installed")
    given = mspdi.read(datasets / "mspdi" / "mpxj" / "task-links-project2003-mspdi.xml")
    ours, theirs = tmp_path / "ours.xml", tmp_path / "theirs.xml"
    ours.write_bytes(mspdi.write(given))
    command = ["java", "-cp", f"{mpxj._jars()}/*", mpxj.CONVERTER, str(ours), str(theirs)]
    subprocess.run(command, check=True, capture_output=True)
    made = mspdi.read(theirs)
    dates = schedule(given.project)
    assert [t.name for t in made.project.tasks] == [t.name for t in given.project.tasks]
    assert made.project.links == given.project.links
    for task in given.project.tasks:
        stored = made.details[task.id].stored
        assert (stored["Start"], stored["Finish"]) == (dates[task.id].start, dates[task.id].finish)
