"""`northline import` and `northline export`: files in and out as a named member, through the doors of the browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from northline.accounts.actions.members import suspend
from northline.cli import app
from northline.core.models import Change, Job
from northline.delivery.models import Import, Project, WorkItem
from northline.formats.detect import read_plan
from northline.research.imports.models import ResearchImport
from northline.research.models import Idea, Insight, Opportunity

TABLE = """ID,Level,Name,Duration,Start,Predecessors,Resources,Notes
1,1,House,,2026-03-02,,,
2,2,Dig,2d,2026-03-02,,Ann,mind the pipe
3,2,Pour,1d,,2FS+1d,Bob[50%],
"""
ADA, VERA, STAN = "ada@acme.example", "vera@acme.example", "stan@acme.example"
HERE = ("--workspace", "acme")


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings: Any, one_thread: None) -> None:
    """As a process of its own would find the database of the tests."""
    settings.HOME = tmp_path / "home"
    settings.HOME.mkdir()
    (tmp_path / "northline.sqlite3").touch()
    monkeypatch.setenv("NORTHLINE_HOME", str(tmp_path))
    monkeypatch.setattr("northline.cli.house.boot", lambda **_: None)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    file = tmp_path / "house.csv"
    file.write_text(TABLE)
    return file


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments), *HERE])


def told(*arguments: object) -> Any:
    done = run(*arguments, "--format", "json")
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def refused(*arguments: object) -> str:
    """Why: on standard error, and nothing on standard output."""
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (1, "")
    return done.stderr


def nothing_is_left() -> bool:
    uploads = Path(settings.HOME) / "uploads"
    return not Import.objects.exists() and not (uploads.exists() and any(uploads.iterdir()))


def test_a_plan_is_told_first_and_nothing_is_made(cast: Any, plan: Path) -> None:
    said = told("import", plan, "--as", ADA)
    assert (said["applied"], said["project"], said["title"]) == (False, None, "house")
    assert (said["counts"]["tasks"], said["counts"]["summaries"]) == (2, 1)
    assert "Nothing was made: --apply makes it." in run("import", plan, "--as", ADA).stdout
    assert not Project.objects.exists()
    assert nothing_is_left()


def test_applied_it_is_a_project_made_by_the_member_on_the_command_line(cast: Any, plan: Path) -> None:
    product = cast.product.key
    said = told("import", plan, "--as", "piet@acme.example", "--product", product, "--code", "HSE", "--apply")
    project = Project.objects.get(key=said["project"]["key"])
    assert (project.code, project.title, project.product_id) == ("HSE", "house", cast.product.pk)
    assert set(WorkItem.objects.filter(project=project).values_list("title", flat=True)) >= {"Dig", "Pour"}
    change = Change.objects.get(object_id=project.pk, verb="imported")
    assert (change.by_name, change.door) == ("Piet", "command")
    assert not any((Path(settings.HOME) / "uploads").iterdir())


@pytest.mark.parametrize(
    ("content", "arguments", "why"),
    [
        (b"no plan at all", ["--as", ADA], "format."),
        (TABLE.encode(), ["--as", STAN], "right.missing"),
        (TABLE.encode(), ["--as", VERA, "--product", "PROD-1"], "right.missing"),
        (TABLE.encode(), ["--as", ADA, "--product", "PROD-99"], "object.not_found"),
        (TABLE.encode(), ["--as", ADA, "--code", "?"], "project.code_invalid"),
        (TABLE.encode(), ["--as", "nora@beyond.example"], "no member of Acme"),
        (TABLE.encode(), ["--as", "dora@acme.example"], "suspended or deactivated"),
        (TABLE.encode(), ["--as", "nobody@acme.example"], "nobody is known"),
    ],
)
def test_a_plan_that_cannot_come_in_leaves_nothing(
    cast: Any, tmp_path: Path, content: bytes, arguments: list[str], why: str
) -> None:
    file = tmp_path / "plan.csv"
    file.write_bytes(content)
    assert why in refused("import", file, *arguments, "--apply")
    assert not Project.objects.exists()
    assert nothing_is_left()


def test_a_missing_file_is_refused(cast: Any, tmp_path: Path) -> None:
    assert "no such file" in refused("import", tmp_path / "nowhere.xml", "--as", ADA)
    assert not Job.objects.exists()


@pytest.mark.parametrize("suffix", ["xml", "xer", "xlsx", "csv", "json"])
def test_a_project_goes_out_as_every_kind_of_plan(cast: Any, plan: Path, tmp_path: Path, suffix: str) -> None:
    key = told("import", plan, "--as", ADA, "--apply")["project"]["key"]
    file = tmp_path / f"out.{suffix}"
    said = told("export", "project", key, file, "--as", ADA)
    assert said == {"file": str(file), "bytes": file.stat().st_size}
    assert {"Dig", "Pour"} <= {one.name for one in read_plan(file).project.tasks}


def test_what_is_drawn_is_a_picture_or_pages(cast: Any, plan: Path, tmp_path: Path) -> None:
    key = told("import", plan, "--as", ADA, "--apply")["project"]["key"]
    told("export", "project", key, tmp_path / "plan.pdf", "--as", ADA, "--paper", "a3", "--unit", "week")
    told("export", "project", key, tmp_path / "plan.svg", "--as", ADA)
    cast.acme.row("initiative")
    told("export", "roadmap", cast.product.key, tmp_path / "roadmap.pptx", "--as", ADA)
    told(
        "export", "roadmap", cast.product.key, tmp_path / "roadmap.json", "--as", ADA, "--layout", "horizons"
    )
    assert (tmp_path / "plan.pdf").read_bytes().startswith(b"%PDF")
    assert b"<svg" in (tmp_path / "plan.svg").read_bytes()[:300]
    assert (tmp_path / "roadmap.pptx").read_bytes().startswith(b"PK")
    titles = [one["title"] for one in json.loads((tmp_path / "roadmap.json").read_text())["initiatives"]]
    assert titles == [cast.acme.row("initiative").title]


def test_a_roadmap_is_as_an_audience_may_see_it(cast: Any, tmp_path: Path) -> None:
    cast.acme.row("initiative")
    audience = cast.acme.row("audience")
    for name, more in (("all", []), ("some", ["--audience", audience.key])):
        told("export", "roadmap", cast.product.key, tmp_path / f"{name}.csv", "--as", ADA, *more)
    heads = {name: (tmp_path / f"{name}.csv").read_text().splitlines()[0] for name in ("all", "some")}
    assert len(heads["some"]) < len(heads["all"])


def test_a_list_goes_out_filtered_sorted_and_with_the_columns_named(cast: Any, tmp_path: Path) -> None:
    home = cast.acme
    home.row("insight")
    home.row("said_insight")
    file = tmp_path / "insights.json"
    words = ["--columns", "title", "--sort", "title", "--where", json.dumps([["title", "is_not", "x"]])]
    told("export", "list", "insight", file, "--as", ADA, "--product", cast.product.key, *words)
    rows = json.loads(file.read_text())
    assert [set(row) for row in rows] == [{"id", "title"}] * 2
    told("export", "list", "insight", tmp_path / "insights.xlsx", "--as", ADA)
    assert load_workbook(tmp_path / "insights.xlsx").active.max_row == 3


def test_a_member_takes_out_what_they_may_see(cast: Any, tmp_path: Path) -> None:
    cast.acme.row("insight")
    project = cast.acme.row("project")
    told("export", "list", "project", tmp_path / "all.json", "--as", ADA)
    assert len(json.loads((tmp_path / "all.json").read_text())) == 1
    done = run("export", "project", project.key, tmp_path / "theirs.csv", "--as", STAN)
    seen = cast.scope("stan").may("read", project.place())
    assert done.exit_code == (0 if seen else 1)
    suspend(cast.vera, by=cast.scope("ada"))
    assert "suspended" in refused("export", "list", "project", tmp_path / "no.json", "--as", VERA)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["project", "PRJ-99", "out.csv"], "object.not_found"),
        (["project", "PRJ-1", "out.doc"], "nothing is written with this suffix"),
        (["roadmap", "PROD-99", "out.pdf"], "object.not_found"),
        (["list", "secrets", "out.csv"], "there is no list of secrets"),
        (["list", "insight", "out.csv", "--columns", "nothing"], "list.unknown_field"),
        (["list", "insight", "out.csv", "--where", "x"], "list.where_unreadable"),
    ],
)
def test_what_cannot_go_out_is_refused_and_writes_nothing(
    cast: Any, tmp_path: Path, arguments: list[str], why: str
) -> None:
    sort, what, name, *more = arguments
    assert why in refused("export", sort, what, tmp_path / name, "--as", ADA, *more)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["home", "northline.sqlite3"]


def test_a_file_that_is_there_is_kept(cast: Any, tmp_path: Path) -> None:
    file = tmp_path / "out.csv"
    file.write_text("precious")
    assert "--force" in refused("export", "list", "insight", file, "--as", ADA)
    assert file.read_text() == "precious"
    told("export", "list", "insight", file, "--as", ADA, "--force")
    assert file.read_text() != "precious"


WISHES = "id,title,status\n1,Export to CSV,open\n2,Dark mode,open\n"


@pytest.fixture
def wishes(tmp_path: Path) -> Path:
    file = tmp_path / "wishes.csv"
    file.write_text(WISHES)
    return file


def test_an_export_comes_into_discover_once_however_often_it_is_imported(cast: Any, wishes: Path) -> None:
    words = ("import", wishes, "--as", "carl@acme.example", "--product", cast.product.key, "--discover")
    assert told(*words)["counts"]["create"] == 2
    assert not Insight.objects.exists()
    assert nothing_is_left()
    assert told(*words, "--apply")["applied"] is True
    kinds = [model.objects.count() for model in (Insight, Idea, Opportunity)]
    assert sum(kinds) == 2
    assert told(*words, "--apply")["counts"] | {"comments": 0} == {
        "create": 0, "update": 0, "unchanged": 2, "error": 0, "left_out": 0, "comments": 0,
    }  # fmt: skip
    assert [model.objects.count() for model in (Insight, Idea, Opportunity)] == kinds
    assert set(Change.objects.exclude(door="").values_list("door", "by_name")) == {("command", "Carl")}


def test_a_mapping_says_what_items_become(cast: Any, wishes: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "mapping.json"
    mapping.write_text(
        json.dumps({"source": "wishes", "kind": "opportunity", "columns": ["id", "title", "skip"]})
    )
    told(
        "import",
        wishes,
        "--as",
        ADA,
        "--product",
        cast.product.key,
        "--discover",
        "--mapping",
        mapping,
        "--apply",
    )
    assert set(Opportunity.objects.values_list("title", flat=True)) == {"Export to CSV", "Dark mode"}


@pytest.mark.parametrize(
    ("mapping", "arguments", "why"),
    [
        ("", [], "--product"),
        ("", ["--product", "PROD-1", "--as", VERA], "right.missing"),
        ("{}", ["--product", "PROD-1"], "source"),
        ('{"source": "x", "kind": "idea", "columns": ["id"]}', ["--product", "PROD-1"], "import.mapping"),
    ],
)
def test_an_export_that_cannot_come_in_leaves_nothing(
    cast: Any, wishes: Path, tmp_path: Path, mapping: str, arguments: list[str], why: str
) -> None:
    if mapping:
        (tmp_path / "mapping.json").write_text(mapping)
        arguments = [*arguments, "--mapping", str(tmp_path / "mapping.json")]
    assert why in refused("import", wishes, "--as", ADA, *arguments, "--discover", "--apply")
    assert not ResearchImport.objects.exists()
    assert nothing_is_left()


def test_an_export_with_errors_comes_in_only_without_them(cast: Any, wishes: Path) -> None:
    wishes.write_text(WISHES + "2,Again,open\n")
    words = ("import", wishes, "--as", ADA, "--product", cast.product.key, "--discover", "--apply")
    assert "import.has_errors" in refused(*words)
    assert nothing_is_left()
    assert told(*words, "--leave-out-errors")["counts"]["create"] == 2
