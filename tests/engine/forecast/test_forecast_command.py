"""`northline forecast`: one JSON object, a readable page, and refusals on standard error."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from northline.cli import app

PLAN = """<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"><Title>Shed</Title>
<StartDate>2026-03-02T08:00:00</StartDate><Tasks>
<Task><UID>0</UID><Name>Shed</Name><OutlineLevel>0</OutlineLevel></Task>
<Task><UID>1</UID><Name>Base</Name><OutlineLevel>1</OutlineLevel><Duration>PT8H0M0S</Duration></Task>
<Task><UID>2</UID><Name>Walls</Name><OutlineLevel>1</OutlineLevel><Duration>PT16H0M0S</Duration>
<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type></PredecessorLink></Task></Tasks></Project>"""
PROMISED = {
    "samples", "seed", "p10", "p50", "p80", "p90", "p95", "probability_on_time", "histogram", "drivers",
}  # fmt: skip
run = CliRunner()


@pytest.fixture
def shed(tmp_path: Path) -> str:
    file = tmp_path / "shed.xml"
    file.write_text(PLAN)
    return str(file)


def test_json_holds_what_is_promised(shed: str) -> None:
    result = run.invoke(app, ["forecast", shed, "--samples", "500", "--seed", "7", "--format", "json"])
    assert result.exit_code == 0, result.stderr
    answer = json.loads(result.stdout)
    assert answer.keys() >= PROMISED
    assert (answer["samples"], answer["seed"], answer["probability_on_time"]) == (500, 7, None)
    assert {d["id"] for d in answer["drivers"]} == {"1", "2"}
    assert answer["default_spread_tasks"] == 2
    assert (answer["milestones"], answer["risks"], answer["with_resources"]) == ([], [], False)


def test_a_deadline_without_a_time_lasts_to_the_end_of_its_day(shed: str) -> None:
    def chance(deadline: str) -> float:
        arguments = ["forecast", shed, "--samples", "500", "--deadline", deadline, "--format", "json"]
        return float(json.loads(run.invoke(app, arguments).stdout)["probability_on_time"])

    assert chance("2026-03-04") == chance("2026-03-04T23:59") > chance("2026-03-04T08:00")
    assert chance("2026-03-31") == 1


def test_the_page_tells_the_chance_and_what_decides(shed: str) -> None:
    result = run.invoke(app, ["forecast", shed, "--samples", "200", "--deadline", "2026-03-31"])
    assert result.exit_code == 0
    assert "100.0% finish by 2026-03-31T23:59" in result.stdout
    assert "Walls" in result.stdout


def test_no_samples_are_refused_and_no_date_is_wrong_usage(shed: str) -> None:
    none = run.invoke(app, ["forecast", shed, "--samples", "0"])
    assert (none.exit_code, none.stdout) == (1, "")
    assert "plan.bad_value" in none.stderr
    assert run.invoke(app, ["forecast", shed, "--deadline", "soon"]).exit_code == 2


def test_with_resources_the_same_person_cannot_do_two_things_at_once(tmp_path: Path) -> None:
    file = tmp_path / "pair.xml"
    file.write_text(PAIR)
    free, held = (
        json.loads(
            run.invoke(app, ["forecast", str(file), "--samples", "200", "--format", "json", *more]).stdout
        )
        for more in ([], ["--with-resources"])
    )
    assert held["with_resources"] is True
    assert held["p10"] > free["p90"]
    assert [m["id"] for m in held["milestones"]] == ["3"]
    assert held["milestones"][0]["p50"] == held["p50"]


PAIR = """<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project"><Title>Pair</Title>
<StartDate>2026-03-02T08:00:00</StartDate><Tasks>
<Task><UID>1</UID><Name>One</Name><OutlineLevel>1</OutlineLevel><Duration>PT8H0M0S</Duration></Task>
<Task><UID>2</UID><Name>Two</Name><OutlineLevel>1</OutlineLevel><Duration>PT8H0M0S</Duration></Task>
<Task><UID>3</UID><Name>Done</Name><OutlineLevel>1</OutlineLevel><Milestone>1</Milestone><Duration>PT0H0M0S</Duration>
<PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type></PredecessorLink>
<PredecessorLink><PredecessorUID>2</PredecessorUID><Type>1</Type></PredecessorLink></Task></Tasks>
<Resources><Resource><UID>1</UID><Name>Ann</Name><Type>1</Type><MaxUnits>1</MaxUnits></Resource></Resources>
<Assignments><Assignment><UID>1</UID><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID><Units>1</Units></Assignment>
<Assignment><UID>2</UID><TaskUID>2</TaskUID><ResourceUID>1</ResourceUID><Units>1</Units></Assignment></Assignments></Project>"""
