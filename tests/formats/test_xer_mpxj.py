"""MPXJ, which knows XER well, sees the same plan in what we write, and we in what it writes."""

import subprocess
from datetime import datetime
from pathlib import Path

import pytest

from northline.engine import schedule
from northline.engine.model import (
    Assignment,
    Constraint,
    ConstraintKind,
    Lag,
    Link,
    LinkKind,
    Minutes,
    Project,
    Resource,
    Task,
    standard_calendar,
)
from northline.formats import ImportedPlan, mpxj, mspdi, xer

pytestmark = pytest.mark.filterwarnings("ignore")
SAMPLES = ("task-links-project2003-mspdi", "sample1", "calendar-recurring-exceptions-project2007-mspdi")


@pytest.fixture
def java() -> Path:
    """MPXJ's archives; skips where it or Java is not installed."""
    if not mpxj.is_there():
        pytest.skip("Java or MPXJ is not installed")
    found = mpxj._jars()
    assert found is not None
    return found


def convert(java: Path, source: Path, target: Path) -> Path:
    command = ["java", "-cp", f"{java}/*", mpxj.CONVERTER, str(source), str(target)]
    subprocess.run(command, check=True, capture_output=True)
    return target


def a_plan() -> ImportedPlan:
    begun = {
        "actual_start": datetime(2026, 3, 2, 8),
        "remaining_duration": Minutes(240),
        "percent_complete": 50.0,
    }
    tasks = (
        Task(id="w1", name="Walls"),
        Task(id="1", name='Dig "deep" für €', parent="w1", duration=Minutes(480), **begun),  # type: ignore[arg-type]
        Task(id="2", name="Build", parent="w1", duration=Minutes(2400)),
        Task(id="w2", name="Roof"),
        Task(id="3", name="Lay", parent="w2", duration=Minutes(960),
             constraint=Constraint(ConstraintKind.SNET, datetime(2026, 3, 12, 8))),
        Task(id="4", name="Done", parent="w2", milestone=True),
        Task(id="5", name="Guard", duration=Minutes(480), calendar="8"),
    )  # fmt: skip
    links = tuple(
        Link("1", after, kind, Lag(lag))
        for after, kind, lag in (("2", LinkKind.FS, 60), ("3", LinkKind.SS, 0), ("5", LinkKind.FF, -30))
    )
    project = Project(
        id="1",
        name="Shed",
        start=datetime(2026, 3, 2, 8),
        calendar="7",
        calendars=(standard_calendar("7"), standard_calendar("8", "Guards")),
        tasks=tasks,
        links=(*links, Link("3", "4")),
        resources=(Resource("1", "Ann", cost_per_hour=40.0),),
        assignments=(Assignment("2", "1", 1.0, Minutes(2400)),),
        currency="EUR",
        status_date=datetime(2026, 3, 2, 12),
    )
    return ImportedPlan(project=project, details={})


def test_mpxj_reads_the_same_plan_from_what_we_write(java: Path, tmp_path: Path) -> None:
    plan = a_plan()
    computed = schedule(plan.project)
    written = tmp_path / "ours.xer"
    written.write_bytes(xer.write(plan, computed))
    theirs = mspdi.read(convert(java, written, tmp_path / "theirs.xml"))
    names = {t.id: t.name for t in theirs.project.tasks}
    ours = {t.id: t.name for t in plan.project.tasks}
    assert sorted(n for n in names.values() if n != "Shed") == sorted(ours.values())
    assert sorted(
        (names[k.before], names[k.after], k.kind, k.lag.amount) for k in theirs.project.links
    ) == sorted((ours[k.before], ours[k.after], k.kind, k.lag.amount) for k in plan.project.links)
    stored = {t.name: theirs.details[t.id].stored for t in theirs.project.tasks}
    lasting = {t.name: t for t in theirs.project.tasks}
    for task in plan.project.tasks:
        if task.id not in ("w1", "w2"):
            dates = computed.tasks[task.id]
            assert (stored[task.name]["Start"], stored[task.name]["Finish"]) == (dates.start, dates.finish)
            assert lasting[task.name].duration == task.duration
            assert lasting[task.name].milestone == task.milestone
    assert lasting["Lay"].constraint == plan.project.tasks[4].constraint
    assert [(r.name, r.cost_per_hour) for r in theirs.project.resources] == [("Ann", 40.0)]
    assert [(names[a.task], a.units) for a in theirs.project.assignments] == [("Build", 1.0)]


@pytest.mark.parametrize("sample", SAMPLES)
def test_we_read_the_same_plan_from_what_mpxj_writes(
    java: Path, datasets: Path, tmp_path: Path, sample: str
) -> None:
    source = datasets / "mspdi" / "mpxj" / f"{sample}.xml"
    theirs = xer.read(convert(java, source, tmp_path / "theirs.xer")).project
    given = mspdi.read(source).project
    assert {t.name for t in theirs.tasks} <= {t.name for t in given.tasks}
    leaves = {t.id for t in given.tasks} - {t.parent for t in given.tasks}
    lasting = {t.id: t.duration for t in given.tasks if t.id in leaves - {"0"}}
    assert {t.id: t.duration for t in theirs.tasks if t.id in lasting} == lasting
    between = [k for k in given.links if {k.before, k.after} <= leaves]
    assert sorted((k.before, k.after, k.kind) for k in theirs.links) == sorted(
        (k.before, k.after, k.kind) for k in between
    )
    assert [c.week for c in theirs.calendars if c.id == theirs.calendar] == [
        c.week for c in given.calendars if c.id == given.calendar
    ]
