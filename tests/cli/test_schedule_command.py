"""`northline schedule`: one JSON object, a table, and refusals on standard error."""

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from northline import engine
from northline.cli import COMMANDS, app

PLAN = """<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"><Title>Shed</Title>
<StartDate>2026-03-02T08:00:00</StartDate><Tasks>
<Task><UID>0</UID><Name>Shed</Name><OutlineLevel>0</OutlineLevel></Task>
<Task><UID>1</UID><Name>Base [x]</Name><OutlineLevel>1</OutlineLevel><Duration>PT8H0M0S</Duration></Task>
<Task><UID>2</UID><Name>Walls</Name><OutlineLevel>1</OutlineLevel><Duration>PT16H0M0S</Duration>
<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type></PredecessorLink></Task></Tasks></Project>"""
CIRCLE = PLAN.replace(
    "<Duration>PT8H0M0S</Duration>",
    "<PredecessorLink><PredecessorUID>2</PredecessorUID><Type>1</Type></PredecessorLink>",
)
KEYS = {
    "id", "name", "summary", "start", "finish", "early_start", "early_finish", "late_start", "late_finish",
    "start_slack_minutes", "finish_slack_minutes", "total_slack_minutes", "free_slack_minutes", "critical",
}  # fmt: skip
run = CliRunner()


@pytest.fixture
def shed(tmp_path: Path) -> str:
    file = tmp_path / "shed.txt"  # known by its content, not its name
    file.write_text(PLAN)
    return str(file)


def test_json_is_one_object_with_every_task(shed: str) -> None:
    result = run.invoke(app, ["schedule", shed, "--format", "json"])
    assert result.exit_code == 0
    answer = json.loads(result.stdout)
    assert answer["project"] == {"name": "Shed", "start": "2026-03-02T08:00", "finish": "2026-03-04T17:00"}
    assert [t["id"] for t in answer["tasks"]] == ["0", "1", "2"]
    assert all(set(t) == KEYS for t in answer["tasks"])
    assert answer["tasks"][0]["summary"] is True
    assert isinstance(answer["warnings"], list)


def test_a_table_shows_every_task_as_it_is_named(shed: str) -> None:
    result = run.invoke(app, ["schedule", shed])
    assert result.exit_code == 0
    assert "Base [x]" in result.stdout
    assert "2026-03-04T17:00" in result.stdout


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (CIRCLE, "plan.cycle"),
        ("no plan", "format.unknown"),
        ("", "format."),
        (PLAN[:-30], "format.truncated"),
    ],
)
def test_a_refusal_is_told_on_standard_error_alone(tmp_path: Path, content: str, reason: str) -> None:
    file = tmp_path / "plan.xml"
    file.write_text(content)
    result = run.invoke(app, ["schedule", str(file), "--format", "json"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert reason in result.stderr


def test_a_missing_file_is_a_refusal_and_wrong_words_are_wrong_usage(shed: str) -> None:
    assert run.invoke(app, ["schedule", "/nowhere/plan.xml"]).exit_code == 1
    assert run.invoke(app, ["schedule"]).exit_code == 2
    assert run.invoke(app, ["schedule", shed, "--format", "yaml"]).exit_code == 2
    assert run.invoke(app, ["shedule", shed]).exit_code == 2


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_every_command_has_help(name: str) -> None:
    result = run.invoke(app, [*([name] if name else []), "--help"])
    assert result.exit_code == 0
    assert "Usage" in result.stdout


def test_help_loads_neither_numpy_nor_django() -> None:
    code = (
        "import sys; from northline.cli import app\n"
        "try: app(['--help'])\nexcept SystemExit: pass\n"
        "assert not {'numpy', 'numba', 'django', 'lxml'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_a_bare_status_date_is_over_before_work_goes_on(shed: str) -> None:
    def start(*words: str) -> str:
        told = json.loads(run.invoke(app, [*words, "--format", "json"]).stdout)
        return str(told["tasks"][1]["start"])

    assert start("schedule", shed, "--status-date", "2026-03-10") == "2026-03-11T08:00"
    assert start("schedule", shed, "--status-date", "2026-03-10T08:00") == "2026-03-10T08:00"
    told = run.invoke(
        app, ["explain", shed, "--task", "1", "--status-date", "2026-03-10", "--format", "json"]
    )
    assert json.loads(told.stdout)["at"] == "2026-03-11T08:00"
    told = run.invoke(
        app, ["forecast", shed, "--samples", "20", "--status-date", "2026-03-10", "--format", "json"]
    )
    assert json.loads(told.stdout)["p10"] > "2026-03-12T08:00"
    assert run.invoke(app, ["schedule", shed, "--status-date", "soon"]).exit_code == 2


def test_progress_is_judged_up_to_the_end_of_a_bare_date(shed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[datetime] = []
    judged = engine.lint

    def watched(project: engine.Project, *, status_date: datetime) -> engine.LintReport:
        seen.append(status_date)
        return judged(project, status_date=status_date)

    monkeypatch.setattr(engine, "lint", watched)
    run.invoke(app, ["lint", shed, "--status-date", "2026-03-10"])
    assert seen == [datetime(2026, 3, 10, 23, 59)]
