"""`northline level` on plans with calendars."""

import json
import signal
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from northline.cli import app
from northline.cli.lasting import bar
from northline.engine.levelling import plans

PLAN = """<?xml version="1.0" encoding="UTF-8"?>
<Project xmlns="http://schemas.microsoft.com/project"><Name>Shed</Name><StartDate>2026-03-02T08:00:00</StartDate>
<CalendarUID>1</CalendarUID><Calendars><Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar>
<WeekDays>{days}</WeekDays></Calendar></Calendars>
<Tasks>{tasks}</Tasks>
<Resources><Resource><UID>1</UID><Name>Ann</Name><Type>1</Type><MaxUnits>{units}</MaxUnits><CalendarUID>1</CalendarUID>
</Resource></Resources>
<Assignments>{assignments}</Assignments></Project>"""


def shed(
    tmp_path: Path, units: str = "1.0", *, said: tuple[str, str] = ("", ""), hours_of_work: int = 8
) -> Path:
    """Two tasks for one person, at once; the first of a day or more, each with what else is said of it."""
    hours = "<WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>16:00:00</ToTime></WorkingTime></WorkingTimes>"
    days = "".join(
        f"<WeekDay><DayType>{n}</DayType><DayWorking>1</DayWorking>{hours}</WeekDay>" for n in range(1, 8)
    )
    tasks = "".join(
        f"<Task><UID>{n}</UID><ID>{n}</ID><Name>Task {n}</Name><Duration>PT{long}H0M0S</Duration>{more}</Task>"
        for n, long, more in ((1, hours_of_work, said[0]), (2, 8, said[1]))
    )
    assignments = "".join(
        f"<Assignment><UID>{n}</UID><TaskUID>{n}</TaskUID><ResourceUID>1</ResourceUID><Units>1</Units>"
        f"<Work>PT{long}H0M0S</Work></Assignment>"
        for n, long in ((1, hours_of_work), (2, 8))
    )
    file = tmp_path / "shed.xml"
    file.write_text(PLAN.format(days=days, tasks=tasks, assignments=assignments, units=units))
    return file


def test_an_overloaded_plan_is_levelled_and_every_move_has_its_reason(tmp_path: Path) -> None:
    answer = CliRunner().invoke(app, ["level", str(shed(tmp_path)), "--seconds", "2", "--format", "json"])
    assert answer.exit_code == 0, answer.stderr
    found = json.loads(answer.stdout)
    assert found["finish"] == "2026-03-03T16:00"
    assert found["makespan"] == found["lower_bound"] == 32 * 60
    assert found["optimal"] is True
    assert sorted(found["starts"].values()) == ["2026-03-02T08:00", "2026-03-03T08:00"]
    [move] = found["moved"]
    assert (move["reason"], move["resource"], len(move["because_of"])) == ("resource", "1", 1)
    assert (found["modes"], found["overloads"]) == ({}, [])


def test_a_table_names_the_people_and_the_tasks(tmp_path: Path) -> None:
    answer = CliRunner().invoke(app, ["level", str(shed(tmp_path)), "--seconds", "2"])
    assert answer.exit_code == 0
    assert "Ann is busy with Task" in answer.stdout


def test_needs_beyond_any_capacity_are_refused(tmp_path: Path) -> None:
    answer = CliRunner().invoke(app, ["level", str(shed(tmp_path, "0.5")), "--seconds", "2"])
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert "plan.capacity_exceeded" in answer.stderr
    assert "Raise the capacity" in answer.stderr


def test_alternatives_come_with_their_price(tmp_path: Path) -> None:
    wish = ["level", str(shed(tmp_path)), "--seconds", "2", "--format", "json", "--alternatives"]
    answer = CliRunner().invoke(app, wish)
    assert answer.exit_code == 0, answer.stderr
    names = {a["name"]: a["extra_hours"] for a in json.loads(answer.stdout)["alternatives"]}
    assert names["fastest"] == 0
    assert names["1 more of Ann"] == 8


HELD = "<ConstraintType>2</ConstraintType><ConstraintDate>2026-03-03T08:00:00</ConstraintDate>"


@pytest.mark.parametrize(
    ("option", "finish"), [("--split", "2026-03-05T16:00"), ("--no-split", "2026-03-06T16:00")]
)
def test_tasks_are_interrupted_where_that_is_asked_for(tmp_path: Path, option: str, finish: str) -> None:
    file = shed(tmp_path, said=("<LevelingCanSplit>1</LevelingCanSplit>", HELD), hours_of_work=24)
    answer = CliRunner().invoke(app, ["level", str(file), "--seconds", "2", "--format", "json", option])
    found = json.loads(answer.stdout)
    assert found["finish"] == finish
    rests = [(i["id"], i["from"], i["to"], i["because_of"]) for i in found["interruptions"]]
    expected = [("1", "2026-03-02T16:00", "2026-03-04T08:00", ["2"])]
    assert rests == (expected if option == "--split" else [])


def test_a_table_names_what_is_put_off_and_what_rests(tmp_path: Path) -> None:
    begun = "<ActualStart>2026-03-02T08:00:00</ActualStart><PercentComplete>50</PercentComplete>"
    held = HELD.replace("-03T08", "-02T12")
    file = shed(tmp_path, said=(begun, held))
    wish = ["level", str(file), "--seconds", "2"]
    moved, kept = (CliRunner().invoke(app, [*wish, *more]) for more in ([], ["--keep-remaining"]))
    assert "what is left of Task 1" in moved.stdout
    assert "still overloaded" in kept.stderr
    cut = shed(tmp_path, said=("<LevelingCanSplit>1</LevelingCanSplit>", HELD), hours_of_work=24)
    answer = CliRunner().invoke(app, ["level", str(cut), "--seconds", "2", "--split"])
    assert "Task 1 rests from 2026-03-02T16:00 to 2026-03-04T08:00: Ann is busy with Task 2" in answer.stdout


def levelled(*words: str) -> dict[str, Any]:
    answer = CliRunner().invoke(app, ["level", *words, "--work", "20", "--format", "json"])
    assert answer.exit_code == 0, answer.stderr
    return dict(json.loads(answer.stdout))


def test_what_to_delay_and_what_counts_may_be_said(tmp_path: Path) -> None:
    file = str(shed(tmp_path, hours_of_work=16))
    assert levelled(file)["finish"] == "2026-03-04T16:00"
    assert [o["tasks"] for o in levelled(file, "--within-slack")["overloads"]] == [["1", "2"]]
    assert len(levelled(file, "--from", "2026-03-10")["overloads"]) == 1
    assert len(levelled(file, "--to", "2026-03-02")["overloads"]) == 0
    assert [m["id"] for m in levelled(file, "--goal", "stability")["moved"]] == ["1"]
    assert levelled(file, "--status-date", "2026-03-08")["finish"] == "2026-03-11T16:00"
    wrong = CliRunner().invoke(app, ["level", file, "--from", "2026-03-10", "--to", "2026-03-02"])
    assert (wrong.exit_code, wrong.stdout) == (1, "")


def test_people_of_one_name_are_the_same_in_several_plans(tmp_path: Path) -> None:
    files = []
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        files.append(str(shed(tmp_path / folder)))
    found = levelled(*files)
    assert found["finish"] == "2026-03-05T16:00"
    assert [p["project"] for p in found["projects"]] == ["Shed", "Shed (2)"]
    assert {m["resource"] for m in found["moved"]} == {"Ann"}
    table = CliRunner().invoke(app, ["level", *files, "--work", "20"])
    assert "Shed (2): Task" in table.stdout
    assert CliRunner().invoke(app, ["level", *files, "--alternatives"]).exit_code == 2


def test_ctrl_c_ends_the_search_with_the_best_plan_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped = []

    def interrupted(*given: Any, cancelled: Callable[[], bool], **more: Any) -> plans.Levelled:
        signal.raise_signal(signal.SIGINT)
        stopped.append(cancelled())
        return level(*given, cancelled=cancelled, **more)

    level = plans.level
    monkeypatch.setattr(plans, "level", interrupted)
    before = signal.getsignal(signal.SIGINT)
    answer = CliRunner().invoke(app, ["level", str(shed(tmp_path)), "--seconds", "3600", "--format", "json"])
    assert answer.exit_code == 0, answer.stderr
    assert (stopped, json.loads(answer.stdout)["overloads"]) == ([True], [])
    assert signal.getsignal(signal.SIGINT) is before


def test_a_bar_is_shown_on_a_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen(StringIO):
        def isatty(self) -> bool:
            return True

    for screen, shown in ((Screen(), True), (StringIO(), False)):
        monkeypatch.setattr("sys.stderr", screen)
        with bar("Levelling") as tell:
            tell(0.5, "ends 2026-03-03")
        assert ("ends 2026-03-03" in screen.getvalue()) == shown
