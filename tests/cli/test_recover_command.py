"""`northline recover`: one JSON object, a readable page, and refusals on standard error."""

import json
import signal
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from northline.cli import app
from northline.engine import recovery

PLAN = """<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"><Title>Shed</Title>
<StartDate>2026-03-02T08:00:00</StartDate><Tasks>
<Task><UID>0</UID><Name>Shed</Name><OutlineLevel>0</OutlineLevel></Task>
<Task><UID>1</UID><Name>Base</Name><OutlineLevel>1</OutlineLevel><Duration>PT40H0M0S</Duration></Task>
<Task><UID>2</UID><Name>Walls</Name><OutlineLevel>1</OutlineLevel><Duration>PT80H0M0S</Duration>
<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type></PredecessorLink></Task></Tasks></Project>"""
QUICK = ("--samples", "200", "--simulations", "25")
run = CliRunner()


@pytest.fixture
def shed(tmp_path: Path) -> str:
    file = tmp_path / "shed.xml"
    file.write_text(PLAN)
    return str(file)


def test_json_tells_levers_and_packages_with_their_changes_as_data(shed: str) -> None:
    result = run.invoke(
        app, ["recover", shed, "--deadline", "2026-03-19", "--value", "2=50", *QUICK, "--format", "json"]
    )
    assert result.exit_code == 0, result.stderr
    answer = json.loads(result.stdout)
    assert answer["deadline"] == "2026-03-19T23:59"
    assert answer["probability"] < 0.8 <= answer["packages"][0]["probability"]
    kinds = {lever["kind"] for lever in answer["levers"]}
    assert {"add_person", "overlap", "drop", "defer", "split", "move_date"} <= kinds
    assert all(lever["change"] for lever in answer["levers"])
    assert answer["simulations"] <= 25


def test_the_page_tells_what_each_lever_gains(shed: str) -> None:
    result = run.invoke(app, ["recover", shed, "--deadline", "2026-03-19", *QUICK])
    assert result.exit_code == 0, result.stderr
    assert "Package 1" in result.stdout
    assert "Put one more person on" in result.stdout


def test_a_plan_without_a_deadline_is_refused_and_odd_words_are_wrong_usage(shed: str) -> None:
    none = run.invoke(app, ["recover", shed])
    assert (none.exit_code, none.stdout) == (1, "")
    assert "plan.bad_date" in none.stderr
    assert run.invoke(app, ["recover", shed, "--deadline", "soon"]).exit_code == 2
    assert run.invoke(app, ["recover", shed, "--deadline", "2026-03-19", "--value", "much"]).exit_code == 2


def test_ctrl_c_ends_the_search_for_ways_back_with_what_was_found(
    shed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*given: Any, **more: Any) -> recovery.Recovery:
        signal.raise_signal(signal.SIGINT)
        return tried(*given, **more)

    tried = recovery.recovery
    monkeypatch.setattr(recovery, "recovery", interrupted)
    words = ["recover", shed, "--deadline", "2026-03-19", *QUICK, "--format", "json"]
    result = run.invoke(app, words)
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["simulations"] == 1
