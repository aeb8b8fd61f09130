"""Each kind of bad plan is refused by `northline` with its own code, the tasks concerned and the way out."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from northline.cli import app
from northline.engine import Link, Minutes, Project, Task, standard_calendar
from northline.formats import ImportedPlan, native

run = CliRunner()
Plan = dict[str, Any]


def shed() -> Plan:
    """A sound plan as it stands in a file, to be spoilt."""
    tasks = tuple(Task(id=i, name=i.upper(), duration=Minutes(480)) for i in ("a", "b", "c"))
    project = Project(
        id="p", name="Shed", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),), tasks=tasks,
        links=(Link("a", "b"), Link("b", "c")),
    )  # fmt: skip
    plan: Plan = json.loads(native.write(ImportedPlan(project=project, details={})))
    return plan


def task(number: int, **fields: object) -> Callable[[Plan], None]:
    return lambda project: project["tasks"][number].update(fields)


def link(**fields: object) -> Callable[[Plan], None]:
    return lambda project: project["links"].append(fields)


def idle(project: Plan) -> None:
    project["calendars"][0]["week"] = [[]] * 7


BAD: dict[str, tuple[Callable[[Plan], None], str, str, str]] = {
    "a circle": (link(before="c", after="a"), "plan.cycle", "a → b → c → a", "Remove one of the links"),
    "a negative duration": (task(1, duration=-60), "plan.negative_duration", "'B'", "0 or more"),
    "an unknown task": (link(before="a", after="z"), "plan.unknown_id", "from a to z", "Add it"),
    "an unknown calendar": (task(2, calendar="z"), "plan.unknown_id", "Task c", "Add it"),
    "a task twice": (task(2, id="a"), "plan.duplicate_id", "task a twice", "another id"),
    "a task inside itself": (task(0, parent="a"), "plan.parent_loop", "a in a", "another parent"),
    "a constraint without date": (task(0, constraint={"kind": "MSO"}), "plan.bad_constraint", "tasks a, constraint", "needs a date"),
    "no working time": (idle, "plan.no_working_time", "task a, b, c", "Give it working hours"),
    "a date no plan has": (task(1, deadline="0001-01-01T08:00"), "plan.bad_date", "0001", "1900 to 2999"),
    "a finish before the start": (
        task(1, actual_start="2026-03-09T08:00", actual_finish="2026-03-03T08:00"), "plan.bad_date", "'B'", "Correct",
    ),
    "work without end": (task(1, duration=9 * 10**9), "plan.beyond_horizon", "Task b", "wrong duration"),
    "crossed lags": (
        link(before="a", after="c", lag={"amount": 600}, longest={"amount": 60}),
        "plan.impossible_constraint", "from a to c", "Lengthen the longest lag",
    ),
    "lags that contradict each other": (
        link(before="a", after="c", longest={"amount": 60}), "plan.contradictory_lags", "a, b, c", "Lengthen",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
@pytest.mark.parametrize("command", [["schedule"], ["explain", "--task", "b"]], ids=lambda c: c[0])
def test_a_bad_plan_is_refused_with_its_code_its_tasks_and_the_way_out(
    tmp_path: Path, kind: str, command: list[str]
) -> None:
    spoil, code, who, way_out = BAD[kind]
    plan = shed()
    spoil(plan["plan"]["project"])
    file = tmp_path / "bad.json"
    file.write_text(json.dumps(plan))
    refused = run.invoke(app, [*command, str(file), "--format", "json"])
    assert refused.exit_code == 1
    assert refused.stdout == ""
    assert f"({code})" in refused.stderr
    assert who in refused.stderr
    assert way_out in refused.stderr


def test_a_need_above_all_that_there_is_is_refused_by_levelling(tmp_path: Path) -> None:
    plan = shed()
    project = plan["plan"]["project"]
    project["resources"] = [{"id": "ann", "name": "Ann", "capacity": 1.0}]
    project["assignments"] = [{"task": "b", "resource": "ann", "units": 3.0}]
    file = tmp_path / "crowded.json"
    file.write_text(json.dumps(plan))
    refused = run.invoke(app, ["level", str(file), "--format", "json", "--seconds", "1"])
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "(plan.capacity_exceeded)" in refused.stderr
    assert "b" in refused.stderr
