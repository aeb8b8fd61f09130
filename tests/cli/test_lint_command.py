"""`northline lint`: fourteen points and the findings, as one JSON object or as lines."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from northline.cli import app

PLAN = """<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"><Title>Shed</Title>
<StartDate>2026-03-02T08:00:00</StartDate><Tasks>
<Task><UID>1</UID><Name>Base</Name><OutlineLevel>1</OutlineLevel><Duration>PT8H0M0S</Duration></Task>
<Task><UID>2</UID><Name>Walls</Name><OutlineLevel>1</OutlineLevel><Duration>PT800H0M0S</Duration>
<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type></PredecessorLink></Task></Tasks></Project>"""
run = CliRunner()


@pytest.fixture
def shed(tmp_path: Path) -> str:
    file = tmp_path / "shed.xml"
    file.write_text(PLAN)
    return str(file)


def test_json_holds_all_points_and_each_finding_with_its_fix(shed: str) -> None:
    result = run.invoke(app, ["lint", shed, "--format", "json"])
    assert result.exit_code == 0
    answer = json.loads(result.stdout)
    assert [p["number"] for p in answer["points"]] == list(range(1, 15))
    assert answer["passed"] is False
    failed = [p["code"] for p in answer["points"] if p["verdict"] == "fail"]
    assert failed == ["high_duration"]
    oversized = next(f for f in answer["findings"] if f["code"] == "wbs.oversized")
    assert oversized["fix"] == {"kind": "break_down", "task": "2", "parts": 10}


def test_text_has_a_line_for_each(shed: str) -> None:
    result = run.invoke(app, ["lint", shed])
    assert result.exit_code == 0
    assert "8  fail             50.0%  High duration" in result.stdout
    assert "wbs.no_owner  1: Nobody owns Base" in result.stdout
    assert "3 findings" in result.stdout


def test_what_is_no_plan_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "plan.xml"
    file.write_text("no plan")
    result = run.invoke(app, ["lint", str(file)])
    assert (result.exit_code, result.stdout) == (1, "")
