"""`northline earned-value`: one JSON object, a readable page, and refusals on standard error."""

import json
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from typer.testing import CliRunner

from northline.cli import app, plans
from northline.engine import Baseline, Minutes, Project, Task, standard_calendar
from northline.formats import ImportedPlan

START = datetime(2026, 3, 2, 8)


def part(task_id: str, name: str, *, first: int, cost: float, percent: float, spent: float) -> Task:
    """A task of a week, planned from the day in March at 08:00."""
    start = datetime(2026, 3, first, 8)
    plan = Baseline(start, start + timedelta(days=4, hours=9), work=Minutes(2400), cost=cost)
    return Task(
        id=task_id, name=name, parent="0", baselines=(plan,), percent_complete=percent, actual_cost=spent
    )


HOUSE = Project(
    id="house", name="House", start=START, calendars=(standard_calendar(),), currency="EUR",
    tasks=(
        Task(id="0", name="House"),
        part("1", "Walls", first=2, cost=4000, percent=100, spent=5000),
        part("2", "Roof", first=9, cost=6000, percent=20, spent=1000),
    ),
)  # fmt: skip
run = CliRunner()


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> str:
    return opened(monkeypatch, HOUSE)


def opened(monkeypatch: pytest.MonkeyPatch, project: Project) -> str:
    """A file that reads as this plan."""
    monkeypatch.setattr(plans, "load", lambda _: ImportedPlan(project=project, details={}))
    return "house.xml"


def answer(*arguments: str) -> dict[str, object]:
    result = run.invoke(app, ["earned-value", *arguments, "--format", "json"])
    assert result.exit_code == 0, result.stderr
    found: dict[str, object] = json.loads(result.stdout)
    return found


def test_json_tells_the_project_its_tasks_and_its_weeks(house: str) -> None:
    found = answer(house, "--status-date", "2026-03-12")
    assert found.keys() == {
        "status_date", "unit", "currency", "baseline", "project", "tasks", "periods", "warnings",
    }  # fmt: skip
    project = found["project"]
    assert isinstance(project, dict)
    assert project["spi"] == pytest.approx(5200 / 8800)
    assert project["schedule"]["spi"] == pytest.approx(2 / 3)
    assert [t["id"] for t in found["tasks"]] == ["0", "1", "2"]  # type: ignore[attr-defined]
    assert len(found["periods"]) == 2  # type: ignore[arg-type]


def test_the_status_date_is_the_files_or_else_todays(monkeypatch: pytest.MonkeyPatch, house: str) -> None:
    assert any("today" in str(w) for w in answer(house)["warnings"])  # type: ignore[attr-defined]
    told = opened(monkeypatch, replace(HOUSE, status_date=datetime(2026, 3, 12, 17)))
    assert answer(told)["status_date"] == "2026-03-12T17:00"


def test_hours_can_be_counted_although_costs_are_known(house: str) -> None:
    found = answer(house, "--status-date", "2026-03-12T17:00", "--hours")
    assert (found["unit"], found["project"]["bac"]) == ("hours", 80)  # type: ignore[index]


def test_the_page_shows_every_task(house: str) -> None:
    result = run.invoke(app, ["earned-value", house, "--status-date", "2026-03-12"])
    assert result.exit_code == 0, result.stderr
    for word in ("SPI(t) 0.67", "SPI 0.59", "Walls", "Roof", "2026-03-20T17:00"):
        assert word in result.stdout


def test_a_plan_without_the_baseline_is_refused_and_no_date_is_wrong_usage(house: str) -> None:
    none = run.invoke(app, ["earned-value", house, "--status-date", "2026-03-12", "--baseline", "4"])
    assert (none.exit_code, none.stdout) == (1, "")
    assert "plan.no_baseline" in none.stderr
    assert run.invoke(app, ["earned-value", house, "--status-date", "soon"]).exit_code == 2
    assert run.invoke(app, ["earned-value", house, "--status-date", "2026-03-12T08:00+02:00"]).exit_code == 2
