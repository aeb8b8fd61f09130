"""`northline flow`: when items will be done, from a table of finished ones."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from northline.cli import app

run = CliRunner()


@pytest.fixture
def table(tmp_path: Path) -> str:
    """Twelve weeks in which one item of team a is finished a day, and three of team b are still open."""
    rows = ["Key;Team;Created;Resolved"]
    for n in range(84):
        day = date(2026, 3, 2) + timedelta(days=n)
        rows.append(f"A-{n};a;{day - timedelta(days=4)};{day:%d/%b/%y} 9:12 AM")
    rows += [f"B-{n};b;2026-03-02;" for n in range(3)]
    file = tmp_path / "items.csv"
    file.write_text("\n".join(rows))
    return str(file)


def asked(*arguments: str) -> dict[str, object]:
    result = run.invoke(app, ["flow", *arguments, "--samples", "500", "--format", "json"])
    assert result.exit_code == 0, result.stderr
    made: dict[str, object] = json.loads(result.stdout)
    return made


def test_a_steady_pace_gives_about_one_day_an_item(table: str) -> None:
    found = asked(table, "--items", "20", "--seed", "3")
    assert (found["items"], found["until"], found["finished"], found["seed"]) == (20, "2026-05-24", 84, 3)
    assert "2026-06-11" <= str(found["p50"]) <= "2026-06-15"
    assert found["cycle_time_days"] == {"p50": 5, "p85": 5, "p95": 5}
    assert sum(b["count"] for b in found["histogram"]) == 500  # type: ignore[attr-defined]


def test_items_without_a_date_are_what_is_left(table: str) -> None:
    assert asked(table)["items"] == 3


def test_how_many_by_a_day(table: str) -> None:
    found = asked(table, "--items", "5", "--by", "2026-06-03")
    assert found["probability_on_time"] == found["by"]["chance_of_all"] > 0.9  # type: ignore[index,operator]
    assert 8 <= found["by"]["items_at_least"]["p50"] <= 11  # type: ignore[index]


def test_items_that_split_and_come_on_top_take_longer(table: str) -> None:
    plain = asked(table, "--items", "20")
    assert str(asked(table, "--items", "20", "--split-low", "1.5", "--split-high", "2")["p50"]) > str(
        plain["p50"]
    )
    assert str(asked(table, "--items", "20", "--growth", "2")["p50"]) > str(plain["p50"])


def test_the_page_tells_the_days(table: str) -> None:
    result = run.invoke(app, ["flow", table, "--items", "5", "--by", "2026-06-30", "--samples", "200"])
    assert result.exit_code == 0
    assert "5 items after 2026-05-24" in result.stdout
    assert "100.0% are done by 2026-06-30" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--where", "Team=b"], "plan.bad_value"),
        (["--where", "Nobody=b"], "format.wrong_schema"),
        (["--finished", "Nothing"], "format.wrong_schema"),
        (["--finished", "Key"], "format.bad_field"),
        (["--by", "2026-05-24"], "plan.bad_value"),
        (["--items", "-1"], "plan.bad_value"),
        (["--samples", "0"], "plan.bad_value"),
    ],
)
def test_what_cannot_be_told_is_refused(table: str, arguments: list[str], code: str) -> None:
    result = run.invoke(app, ["flow", table, *arguments])
    assert (result.exit_code, result.stdout) == (1, "")
    assert code in result.stderr


def test_a_cell_without_a_column_is_wrong_usage(table: str) -> None:
    assert run.invoke(app, ["flow", table, "--where", "b"]).exit_code == 2


def test_a_day_that_could_be_two_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "items.csv"
    file.write_text("key,done\nA-1,03/04/2026\n")
    result = run.invoke(app, ["flow", str(file)])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "row 2, done" in result.stderr
