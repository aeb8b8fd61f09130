"""`northline forecast`: one JSON object, a readable page, and refusals on standard error."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from northline.cli import app
from northline.formats import native, risk_files
from northline.formats.detect import read_plan

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


RISKS = """{"risks": [{"id": "rain", "name": "Rain", "probability": 0.5, "impacts": [{"task": "2", "likely": 480}]}],
"factors": [{"name": "team", "tasks": ["1", "2"], "spread": {"low": 90, "likely": 100, "high": 130, "unit": "percent"}}],
"durations": [{"task": "1", "duration": {"shape": "triangular", "low": 240, "likely": 480, "high": 960}}]}"""


def test_risks_factors_and_durations_come_from_a_file(shed: str, tmp_path: Path) -> None:
    file = tmp_path / "risks.json"
    file.write_text(RISKS)
    arguments = ["forecast", shed, "--samples", "2000", "--deadline", "2026-03-04", "--format", "json"]
    plain, told = (
        json.loads(run.invoke(app, [*arguments, *more]).stdout) for more in ([], ["--risks", str(file)])
    )
    assert told.keys() == plain.keys() >= PROMISED
    (rain,), (team,) = told["risks"], told["factors"]
    assert (rain["id"], rain["name"], rain["probability"]) == ("rain", "Rain", 0.5)
    assert rain["delay_minutes"] == pytest.approx(480, abs=40)
    assert rain["finish_without"] < rain["finish_with"]
    assert rain["on_time_without"] > rain["on_time_with"]
    assert team["if_low"] < team["if_high"]
    assert {(bar["kind"], bar["id"]) for bar in told["tornado"]} == {
        ("task", "1"), ("task", "2"), ("risk", "rain"), ("factor", "team"),
    }  # fmt: skip
    widths = [abs(bar["minutes"]) for bar in told["tornado"]]
    assert widths == sorted(widths, reverse=True)
    assert (told["estimated_tasks"], told["default_spread_tasks"]) == (1, 1)
    assert told["p80"] > plain["p80"]
    page = run.invoke(app, ["forecast", shed, "--samples", "200", "--risks", str(file)])
    assert "rain  Rain" in page.stdout
    assert "team" in page.stdout


def test_northlines_own_plan_brings_its_risks_along(shed: str, tmp_path: Path) -> None:
    plan = replace(read_plan(Path(shed)), uncertainty=risk_files.read(RISKS.encode()))
    file = tmp_path / "shed.json"
    file.write_bytes(native.write(plan))
    answer = json.loads(
        run.invoke(app, ["forecast", str(file), "--samples", "100", "--format", "json"]).stdout
    )
    assert [r["id"] for r in answer["risks"]] == ["rain"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('{"risks": [', "format.truncated"),
        ('{"risks": [{"id": "r", "probability": 2}]}', "format.bad_field"),
        (
            '{"risks": [{"id": "r", "probability": 0.2, "impacts": [{"task": "9", "likely": 5}]}]}',
            "plan.unknown_id",
        ),
        (
            '{"risks": [{"id": "r", "probability": 0.2}, {"id": "r", "probability": 0.1}]}',
            "plan.duplicate_id",
        ),
    ],
)
def test_bad_files_of_risks_are_refused_and_print_nothing(
    shed: str, tmp_path: Path, content: str, code: str
) -> None:
    file = tmp_path / "risks.json"
    file.write_text(content)
    for command in (["forecast", shed], ["recover", shed, "--deadline", "2026-03-31"]):
        refused = run.invoke(app, [*command, "--risks", str(file), "--format", "json"])
        assert (refused.exit_code, refused.stdout) == (1, "")
        assert code in refused.stderr


def test_a_file_of_risks_that_is_not_there_is_refused(shed: str) -> None:
    refused = run.invoke(app, ["forecast", shed, "--risks", "nowhere.json"])
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "nowhere.json" in refused.stderr


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
