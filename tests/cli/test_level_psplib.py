"""`northline level` on PSPLIB's files."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from northline.cli import app
from northline.engine.levelling.rcpsp import violations
from northline.formats.psplib import parse

SHED = """jobs (incl. supersource/sink ):  4
- renewable : 1 R
- nonrenewable : 0 N
- doubly constrained : 0 D
************************
PRECEDENCE RELATIONS:
jobnr. #modes #successors successors
1 1 2 2 3
2 2 1 4
3 1 1 4
4 1 0
************************
REQUESTS/DURATIONS:
jobnr. mode duration R 1
1 1 0 0
2 1 2 3
  2 4 1
3 1 3 2
4 1 0 0
************************
RESOURCEAVAILABILITIES:
R 1
3
************************
"""
run = CliRunner()


@pytest.fixture
def shed(tmp_path: Path) -> Path:
    file = tmp_path / "shed.txt"  # known by its content, not its name
    file.write_text(SHED)
    return file


def test_json_is_one_object_with_starts_and_modes_by_job_number(shed: Path) -> None:
    result = run.invoke(app, ["level", str(shed), "--seconds", "20", "--format", "json"])
    assert result.exit_code == 0, result.output
    answer = json.loads(result.stdout)
    assert list(answer) == ["makespan", "lower_bound", "optimal", "seconds", "starts", "modes"]
    assert (answer["makespan"], answer["lower_bound"], answer["optimal"]) == (4, 4, True)
    assert answer["starts"]["1"] == 0
    assert violations(parse(SHED), answer["starts"], answer["modes"]) == []


def test_the_table_lists_every_job(shed: Path) -> None:
    result = run.invoke(app, ["level", str(shed), "--seconds", "20"])
    assert result.exit_code == 0
    assert "Makespan 4 (proved optimal)" in result.stdout
    assert len(result.stdout.strip().splitlines()) == 2 + 1 + 4 - 0


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("\n3\n", "\n1\n", "Activity 3 needs more than there is (2 of resource 1, which has 1)"),
        ("4 1 0\n***", "4 1 1 2\n***", "circle"),
        ("2 1 2 3", "2 1 2", "does not add up"),
    ],
)
def test_an_impossible_file_is_refused_with_the_reason(tmp_path: Path, old: str, new: str, said: str) -> None:
    file = tmp_path / "bad.sm"
    file.write_text(SHED.replace(old, new))
    result = run.invoke(app, ["level", str(file), "--format", "json"])
    assert result.exit_code == 1
    assert said in result.stderr
    assert result.stdout == ""


def test_a_missing_file_is_refused() -> None:
    result = run.invoke(app, ["level", "/nowhere/plan.sm"])
    assert result.exit_code == 1
    assert "/nowhere/plan.sm" in result.stderr


@pytest.mark.parametrize("option", [["--seconds", "0"], ["--workers", "0"], ["--format", "poem"]])
def test_wrong_usage_exits_with_2(shed: Path, option: list[str]) -> None:
    assert run.invoke(app, ["level", str(shed), *option]).exit_code == 2
