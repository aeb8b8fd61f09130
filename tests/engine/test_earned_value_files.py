"""Earned value held against the figures that Microsoft Project stored in its files."""

import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree

import pytest

from northline.engine import Baseline, schedule
from northline.engine.earned_value import NoBaseline, earned_value
from northline.formats.mspdi import read

DATA = Path(os.environ.get("NORTHLINE_DATASETS", Path(__file__).resolve().parents[3] / "shared" / "data"))
FILES = sorted((DATA / "mspdi" / "mpxj").glob("*.xml"))
NAMES = {"m": "http://schemas.microsoft.com/project"}

pytestmark = pytest.mark.skipif(not FILES, reason=f"no third-party files in {DATA}; set NORTHLINE_DATASETS")


def stored(file: Path) -> tuple[datetime, dict[str, dict[str, float]]]:
    """The status date and, by task, planned, earned and actual cost as stored (in hundredths)."""
    root = ElementTree.parse(file).getroot()
    day = root.findtext("m:StatusDate", None, NAMES) or root.findtext("m:CurrentDate", None, NAMES)
    tags = {"pv": "m:BCWS", "ev": "m:BCWP", "ac": "m:ACWP"}
    tasks = {
        task.findtext("m:UID", "", NAMES): {
            k: float(task.findtext(t, "0", NAMES)) / 100 for k, t in tags.items()
        }
        for task in root.findall(".//m:Task", NAMES)
    }
    return datetime.fromisoformat(day or "2030-01-01"), tasks


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_planned_and_earned_value_are_those_stored(file: Path) -> None:
    """Files without baseline 0 hold none, and are refused."""
    status, expected = stored(file)
    try:
        found = earned_value(read(file).project, status_date=status)
    except NoBaseline:
        assert all(task["pv"] == task["ev"] == 0 for task in expected.values())
        return
    for task_id, figures in found.tasks.items():
        assert {k: getattr(figures, k) for k in ("pv", "ev", "ac")} == pytest.approx(expected[task_id])


def test_actual_costs_are_those_stored() -> None:
    """Where the plan as scheduled stands in for a missing baseline, 211 actual costs come out as stored."""
    seen = costly = 0
    for file in FILES:
        plan = read(file).project
        dates = schedule(plan)
        tasks = tuple(
            replace(t, baselines=(Baseline(dates[t.id].start, dates[t.id].finish, cost=1.0),))
            for t in plan.tasks
        )
        found = earned_value(replace(plan, tasks=tasks), status_date=datetime(2030, 1, 1))
        for task_id, expected in stored(file)[1].items():
            if task_id in found.tasks:
                assert found[task_id].ac == pytest.approx(expected["ac"])
                seen, costly = seen + 1, costly + (expected["ac"] > 0)
    assert seen > 200
    assert costly
