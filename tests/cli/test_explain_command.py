"""`northline explain`: the chain and the moves as one JSON object or as sentences."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from northline.cli import app

PLAN = """<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"><Title>Shed</Title>
<StartDate>2026-03-02T08:00:00</StartDate><Tasks>
<Task><UID>1</UID><Name>Base</Name><OutlineLevel>1</OutlineLevel><Duration>PT40H0M0S</Duration></Task>
<Task><UID>2</UID><Name>Walls</Name><OutlineLevel>1</OutlineLevel><Duration>PT16H0M0S</Duration>
<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type></PredecessorLink></Task></Tasks></Project>"""
run = CliRunner()


@pytest.fixture
def shed(tmp_path: Path) -> str:
    file = tmp_path / "shed.xml"
    file.write_text(PLAN)
    return str(file)


def test_json_tells_the_chain_and_the_moves(shed: str) -> None:
    result = run.invoke(app, ["explain", shed, "--task", "2", "--format", "json"])
    assert result.exit_code == 0
    answer = json.loads(result.stdout)
    assert (answer["task"], answer["date"], answer["at"]) == ("2", "start", "2026-03-09T08:00")
    assert [r["kind"] for r in answer["reasons"]] == ["calendar", "link", "duration", "project_start"]
    best = answer["moves"][0]
    assert (best["change"], best["gain_minutes"]) == ({"kind": "remove_link", "link": 0}, 2400)
    assert best["becomes"] == "2026-03-02T08:00"


def test_text_tells_it_in_sentences(shed: str) -> None:
    result = run.invoke(app, ["explain", shed, "--task", "2", "--finish"])
    assert result.exit_code == 0
    assert "finish of 2: 2026-03-10T17:00" in result.stdout
    assert "Walls starts when Base finishes, on 6 March 2026 17:00." in result.stdout
    assert "Work on 7 March 2026, 8 March 2026" in result.stdout


def test_any_date_can_be_asked_for(shed: str) -> None:
    result = run.invoke(app, ["explain", shed, "--task", "1", "--date", "late_finish", "--most", "0"])
    assert "The project finishes on 10 March 2026 17:00, with Walls." in result.stdout


def test_an_unknown_task_is_a_refusal_and_no_task_is_wrong_usage(shed: str) -> None:
    refused = run.invoke(app, ["explain", shed, "--task", "9"])
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "plan.unknown_id" in refused.stderr
    assert run.invoke(app, ["explain", shed]).exit_code == 2
