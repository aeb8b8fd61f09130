"""`northline convert`: what comes out, what is told, and that nothing is left half-done."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from northline.cli import app
from northline.formats.detect import read_plan

TABLE = """ID,Level,Name,Duration,Start,Predecessors,Resources,Notes
1,1,House,,2026-03-02,,,
2,2,Dig,2d,2026-03-02,,Ann,mind the pipe
3,2,Pour,1d,,2FS+1d,Bob[50%],
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "plan.txt"
    file.write_text(TABLE)
    return file


def convert(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["convert", *map(str, arguments)])


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "json", "xml", "xer"])
def test_a_plan_comes_out_in_every_format_with_its_work(source: Path, tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"out.{suffix}"
    done = convert(source, target, "--format", "json")
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert (told["read"]["tasks"], told["read"]["links"]) == (3, 1)
    assert told["written"]["file"] == str(target)
    made = read_plan(target).project
    assert [t.name for t in made.tasks] == ["House", "Dig", "Pour"]
    assert [t.duration for t in made.tasks if t.parent] == [960, 480]
    assert made.links[0].lag.amount == 480


def test_what_is_lost_is_listed(source: Path, tmp_path: Path) -> None:
    whole, table = tmp_path / "whole.json", tmp_path / "table.csv"
    convert(source, whole)
    plan = json.loads(whole.read_text())
    plan["plan"]["project"]["tasks"][1]["splits"] = [{"after": 480, "length": 480}]
    whole.write_text(json.dumps(plan))
    told = json.loads(convert(whole, table, "--format", "json").stdout)
    assert any("task.splits" in loss for loss in told["losses"])


def test_northlines_own_format_loses_nothing(source: Path, tmp_path: Path) -> None:
    assert json.loads(convert(source, tmp_path / "a.json", "--format", "json").stdout)["losses"] == []


def test_a_file_that_is_there_is_not_written_over(source: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("mine")
    refused = convert(source, target)
    assert refused.exit_code == 1
    assert target.read_text() == "mine"
    assert convert(source, target, "--force").exit_code == 0
    assert target.read_text() != "mine"


def test_a_folder_that_is_not_there_is_refused_by_its_name(source: Path, tmp_path: Path) -> None:
    refused = convert(source, tmp_path / "none" / "out.json")
    assert refused.exit_code == 1
    assert "none: there is no such folder" in refused.stderr


def test_what_microsoft_project_would_refuse_is_told(source: Path, tmp_path: Path) -> None:
    whole, xml = tmp_path / "whole.json", tmp_path / "out.xml"
    convert(source, whole)
    plan = json.loads(whole.read_text())
    project = plan["plan"]["project"]
    summary = next(t["parent"] for t in project["tasks"] if t.get("parent"))
    project["tasks"].append({"id": "outside"})
    project["links"].append({"before": "outside", "after": summary, "kind": "FF"})
    whole.write_text(json.dumps(plan))
    told = json.loads(convert(whole, xml, "--format", "json").stdout)["losses"]
    assert any("Microsoft Project allows only FS and SS links onto summaries" in loss for loss in told)


def test_a_source_that_cannot_be_read_leaves_nothing_behind(tmp_path: Path) -> None:
    bad = tmp_path / "bad.xml"
    bad.write_text("<Project xmlns='http://schemas.microsoft.com/project'><Tasks>")
    refused = convert(bad, tmp_path / "out.csv")
    assert refused.exit_code == 1
    assert refused.stdout == ""
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bad.xml"]


def test_an_unknown_suffix_is_refused(source: Path, tmp_path: Path) -> None:
    refused = convert(source, tmp_path / "out.mpp")
    assert refused.exit_code == 1
    assert ".xml" in refused.stderr
