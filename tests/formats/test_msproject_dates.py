"""Our dates held against those that Microsoft Project computed for the same plans."""

import csv
from datetime import datetime
from pathlib import Path

import pytest

from northline.engine import schedule, violations
from northline.formats.mspdi import read

PLANS = ("mp_j30_a2_nr1", "mp_j30_a5_nr1", "mp_j30_a10_nr1", "mp_j30_a20_nr3", "mp_j90_a2_nr1")
DATES = ("start", "finish", "early_start", "early_finish", "late_start", "late_finish")
SLACKS = ("start_slack", "finish_slack", "free_slack")


@pytest.mark.parametrize("name", PLANS)
def test_every_date_and_slack_is_microsoft_projects(datasets: Path, name: str) -> None:
    folder = datasets / "msproject"
    result = schedule(read(folder / f"{name}.xml").project)
    with (folder / f"{name}.expected.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(result)
    for row in rows:
        task = result[row["uid"]]
        assert {d: getattr(task, d) for d in DATES} == {d: datetime.fromisoformat(row[d]) for d in DATES}
        assert {s: getattr(task, s) for s in SLACKS} == {s: float(row[f"{s}_min"]) for s in SLACKS}


@pytest.mark.parametrize("name", PLANS[:2])
def test_the_independent_checker_agrees(datasets: Path, name: str) -> None:
    plan = read(datasets / "msproject" / f"{name}.xml").project
    assert violations(plan, schedule(plan)) == []


def test_every_mspdi_file_is_read_and_its_stored_dates_come_out(datasets: Path) -> None:
    found = starts = finishes = 0
    for file in sorted((datasets / "mspdi" / "mpxj").glob("*.xml")):
        plan = read(file)
        result = schedule(plan.project)
        parents = {t.parent for t in plan.project.tasks}
        for task in plan.project.tasks:
            stored = plan.details[task.id].stored
            if task.id not in parents and {"Start", "Finish"} <= stored.keys():
                found += 1
                starts += result[task.id].start == stored["Start"]
                finishes += result[task.id].finish == stored["Finish"]
    # An empty plan that starts on a Saturday stays apart.
    assert found == 189
    assert starts >= 188
    assert finishes >= 188


def test_recurring_exceptions_end_on_the_day_that_the_file_says(datasets: Path) -> None:
    file = datasets / "mspdi" / "mpxj" / "calendar-recurring-exceptions-project2007-mspdi.xml"
    plan = read(file)
    assert plan.warnings == ()
    ends = {}
    for exception in plan.project.calendars[0].exceptions:
        ends[exception.name] = max(ends.get(exception.name, exception.last), exception.last)
    text = file.read_text(encoding="utf-8")
    for part in text.split("<Exception>")[1:]:
        name = part.split("<Name>")[1].split("<")[0]
        assert ends[name].isoformat() == part.split("<ToDate>")[1][:10], name
