"""Plans for the tests of XER: any one that the format can hold, by hypothesis, and small files by hand."""

from dataclasses import replace
from datetime import date, datetime

from hypothesis import strategies as st

from northline.engine.model import (
    NO_CONSTRAINT,
    Assignment,
    Availability,
    Calendar,
    CalendarException,
    Constraint,
    ConstraintKind,
    Demand,
    Lag,
    LagUnit,
    Link,
    LinkKind,
    Minutes,
    Progress,
    Project,
    Resource,
    ResourceKind,
    Skill,
    Task,
    TaskType,
    ThreePoint,
    WorkInterval,
    standard_calendar,
)
from northline.formats import ImportedPlan, TaskDetails

NIGHT = Calendar(
    "night",
    "Night shift",
    (((WorkInterval(0, 360), WorkInterval(1320, 1440)),) * 5) + ((WorkInterval(0, 360),), ()),
)
WITH_HOLIDAY = Calendar(
    "7",
    "With “holidays”",
    standard_calendar().week,
    (
        CalendarException(date(2026, 3, 4), date(2026, 3, 6)),
        CalendarException(date(2026, 4, 1), date(2026, 4, 1), (WorkInterval(540, 721),)),
    ),
)
PEOPLE = (
    Resource("ann", "Ann", "night", skills=(Skill("Weld", 3), Skill("Paint")), cost_per_hour=40.0),
    Resource(
        "3", "Çelik ekibi", None, 2.5, cost_per_hour=64.0, overtime_per_hour=96.0, email="b@example.org"
    ),
    Resource("Beton", "Beton", kind=ResourceKind.MATERIAL, cost_per_hour=12.25),
    Resource(
        "crane",
        "Crane",
        "7",
        1.0,
        availability=(
            Availability(date(2026, 3, 1), date(2026, 3, 9), 0.0),
            Availability(date(2026, 3, 10), date(2026, 4, 9), 2.0),
        ),
    ),
)
NAMES = st.sampled_from(["Paint", "Dig 'n' \"fill\"", "Über € brücke", "Пуск", "", "漢字", "Ã©"])
MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1)).map(
    lambda m: m.replace(second=0, microsecond=0)
)
LENGTHS = st.sampled_from([0, 2, 30, 240, 480, 1001, 2400, 100_000]).map(Minutes)
DATED = [k for k in ConstraintKind if k not in (ConstraintKind.ASAP, ConstraintKind.ALAP)]


@st.composite
def plans(draw: st.DrawFn) -> ImportedPlan:
    """A plan that XER can hold: no links or people on summaries, five priorities, one way to count lags."""
    summaries = [
        f"w{n}" if draw(st.booleans()) else f"phase {n}" for n in range(1, draw(st.integers(0, 3)) + 1)
    ]
    leaves = [str(n) if draw(st.booleans()) else f"t-{n}" for n in range(10, 10 + draw(st.integers(0, 6)))]
    homes = [*summaries, None]
    parents = {uid: draw(st.sampled_from([None, *summaries[:n]])) for n, uid in enumerate(summaries)}
    homes_of = {uid: draw(st.sampled_from(homes)) for uid in leaves}
    used = set(homes_of.values())
    for uid in reversed(summaries):
        if uid in used:
            used.add(parents[uid])
    tasks = [Task(id=uid, name=draw(NAMES), parent=parents[uid]) for uid in summaries if uid in used]
    staffed = {uid: draw(st.integers(0, 3)) == 0 for uid in leaves}
    tasks += [draw(leaf(uid, parent=homes_of[uid], staffed=staffed[uid])) for uid in leaves]
    project = draw(whole(draw(st.permutations(tasks)), [t for t in tasks if t.id in leaves], staffed))
    notes = {
        t.id: TaskDetails(notes=draw(st.sampled_from(["", "Ask Ann.\n\tThen <go> & stop."]))) for t in tasks
    }
    return ImportedPlan(project=project, details=notes)


@st.composite
def leaf(draw: st.DrawFn, uid: str, *, parent: str | None, staffed: bool) -> Task:
    """A task of one of P6's kinds."""
    shape = draw(st.sampled_from(["task", "task", "task", "milestone", "hammock"])) if not staffed else "task"
    length = Minutes(0) if shape == "milestone" else draw(LENGTHS)
    kind = draw(st.sampled_from(TaskType))
    own = draw(st.booleans()) if staffed else False
    calendar = draw(st.sampled_from(["night", "7", *(["standard"] if own else [None])]))
    return Task(
        id=uid,
        name=draw(NAMES),
        parent=parent,
        duration=length,
        calendar=None if staffed and not own else calendar,
        ignores_resource_calendar=own,
        milestone=shape == "milestone",
        hammock=shape == "hammock",
        constraint=draw(constraints()),
        deadline=draw(st.none() | MOMENTS),
        priority=draw(st.sampled_from([100, 300, 500, 700, 900])),
        estimate=draw(st.none() | st.just(ThreePoint(Minutes(60), Minutes(120), Minutes(600)))),
        type=kind,
        effort_driven=kind is TaskType.FIXED_WORK
        or (kind is TaskType.FIXED_DURATION and draw(st.booleans())),
        physical_percent_complete=draw(st.sampled_from([None, None, 35.5])),
        fixed_cost=draw(st.sampled_from([0.0, 0.0, 1250.75])),
        **draw(progress(length, milestone=shape == "milestone")),  # type: ignore[arg-type]
    )


@st.composite
def progress(draw: st.DrawFn, length: int, *, milestone: bool) -> dict[str, object]:
    """Not begun, under way or done."""
    state = draw(
        st.sampled_from(
            ["not begun", "not begun", "done" if milestone or not length else "under way", "done"]
        )
    )
    if state == "not begun":
        return {}
    start = datetime(2026, 3, 2, 8)
    done = {
        "actual_start": start,
        "actual_work": Minutes(90),
        "actual_cost": draw(st.sampled_from([None, 99.5])),
    }
    if state == "done":
        finish = start if milestone else datetime(2026, 3, 5, 17)
        return done | {"actual_finish": finish, "remaining_duration": Minutes(0), "percent_complete": 100.0}
    left = draw(st.integers(0, length))
    percent = 100 * (length - left) / length
    resume = draw(st.none() | st.just(datetime(2026, 3, 9, 8)))
    return done | {"remaining_duration": Minutes(left), "percent_complete": percent, "resume": resume}


@st.composite
def constraints(draw: st.DrawFn) -> Constraint:
    """Mostly none."""
    kind = draw(st.sampled_from([None, None, None, ConstraintKind.ALAP, *DATED]))
    if kind is None:
        return NO_CONSTRAINT
    return Constraint(kind) if kind is ConstraintKind.ALAP else Constraint(kind, draw(MOMENTS))


@st.composite
def whole(draw: st.DrawFn, tasks: list[Task], leaves: list[Task], staffed: dict[str, bool]) -> Project:
    """The tasks with links, people and what the plan says of itself."""
    unit = draw(st.sampled_from([LagUnit.WORKING, LagUnit.WORKING, LagUnit.ELAPSED]))
    pairs = [(a.id, b.id) for n, a in enumerate(leaves) for b in leaves[n + 1 :]]
    links = []
    for before, after in draw(st.lists(st.sampled_from(pairs), max_size=6)) if pairs else []:
        amount = draw(st.sampled_from([0, 60, -480, 2881]))
        lag = Lag(amount, unit if amount else LagUnit.WORKING)
        links.append(Link(before, after, draw(st.sampled_from(LinkKind)), lag))
    start = datetime(2026, 3, 2, 8)
    return Project(
        id=draw(st.sampled_from(["12", "tower"])),
        name=draw(st.sampled_from(["Tower", "Шухов"])),
        start=start,
        finish=draw(st.none() | MOMENTS),
        calendar="standard",
        calendars=(standard_calendar(), NIGHT, WITH_HOLIDAY),
        tasks=tuple(tasks),
        links=tuple(links),
        resources=PEOPLE,
        assignments=tuple(draw(assignment(t)) for t in leaves if staffed[t.id]),
        demands=tuple(
            Demand(t.id, "Weld", 2, 1.5, Minutes(300)) for t in leaves if draw(st.integers(0, 5)) == 0
        ),
        status_date=draw(st.none() | st.just(datetime(2026, 3, 6, 17))),
        minutes_per_day=draw(st.sampled_from([480, 450])),
        currency=draw(st.sampled_from(["", "EUR"])),
        honour_constraints=draw(st.booleans()),
        critical_slack_limit=Minutes(draw(st.sampled_from([0, 960]))),
        progress=draw(st.sampled_from(Progress)),
        deadline=draw(st.none() | MOMENTS),
    )


@st.composite
def assignment(draw: st.DrawFn, task: Task) -> Assignment:
    """Somebody who works; begun tasks tell what was done."""
    units = draw(st.sampled_from([0.5, 1.0, 2.0]))
    work = round(task.duration * units)
    if not task.ignores_resource_calendar:
        work = round(work * draw(st.sampled_from([0.25, 1])))
    made = {"units": units, "work_minutes": Minutes(work), "delay": Minutes(draw(st.sampled_from([0, 60])))}
    if task.actual_start:
        made |= {"actual_work": Minutes(7), "remaining_work": Minutes(11), "actual_cost": 21.5}
    return Assignment(task.id, draw(st.sampled_from(["ann", "3", "crane"])), **made)  # type: ignore[arg-type]


def canonical(plan: ImportedPlan) -> Project:
    """The project as it comes back: a begun task with people on it costs what they cost, if it does not say."""
    project = plan.project
    spent = {a.task: a.actual_cost for a in project.assignments if a.actual_cost is not None}
    tasks = [
        replace(t, actual_cost=spent[t.id]) if t.id in spent and t.actual_cost is None else t
        for t in project.tasks
    ]
    return replace(project, tasks=tuple(tasks))
