"""PSPLIB's files: what is read, what is refused, and every third-party file."""

import csv
from pathlib import Path

import pytest

from northline.engine import PlanError
from northline.engine.levelling.rcpsp import Activity, BeyondCapacity, Mode, NothingFits, solve, violations
from northline.formats import FormatError, Truncated, WrongSchema
from northline.formats.psplib import Malformed, parse, read, recognised

SHED = """************************************************************************
file with basedata            : shed.bas
************************************************************************
projects                      :  1
jobs (incl. supersource/sink ):  4
horizon                       :  20
RESOURCES
  - renewable                 :  1   R
  - nonrenewable              :  1   N
  - doubly constrained        :  0   D
************************************************************************
PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          2           2   3
   2        2          1           4
   3        1          1           4
   4        1          0
************************************************************************
REQUESTS/DURATIONS:
jobnr. mode duration  R 1  N 1
------------------------------------------------------------------------
  1      1     0       0    0
  2      1     2       3    5
         2     4       1    0
  3      1     3       2    0
  4      1     0       0    0
************************************************************************
RESOURCEAVAILABILITIES:
  R 1  N 1
    3    4
************************************************************************
"""


def test_jobs_modes_links_and_capacities_are_read() -> None:
    problem = parse(SHED)
    assert (problem.capacities, problem.stocks) == ((3,), (4,))
    assert problem.activities[1] == Activity("2", (Mode(2, (3,), (5,)), Mode(4, (1,), (0,))), ("4",))
    assert problem.activities[0].successors == ("2", "3")


def test_a_file_is_known_by_its_content() -> None:
    assert recognised(SHED.encode())
    assert not recognised(b"{}")


def test_windows_line_ends_make_no_difference() -> None:
    assert parse(SHED.replace("\n", "\r\n")) == parse(SHED)


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("jobs (incl. supersource/sink )", "people", WrongSchema),
        ("jobs (incl. supersource/sink ):  4", "jobs (incl. supersource/sink ):  5", Truncated),
        ("REQUESTS/DURATIONS:", "", Truncated),
        ("   3        1          1           4\n", "   3        1          2           4\n", Malformed),
        ("         2     4       1    0\n", "", Truncated),
        ("         2     4       1    0\n", "         2     4       1\n", Malformed),
        ("    3    4\n", "    3\n", Malformed),
        ("  3      1     3       2    0", "  3      1     ?       2    0", Malformed),
        ("doubly constrained        :  0", "doubly constrained        :  1", Malformed),
        ("jobs (incl. supersource/sink ):  4", "jobs (incl. supersource/sink ):  99999999", Malformed),
    ],
)
def test_what_does_not_add_up_is_refused(old: str, new: str, error: type[FormatError]) -> None:
    assert old in SHED
    with pytest.raises(error):
        parse(SHED.replace(old, new))


def test_any_cut_is_refused_and_never_crashes() -> None:
    for length in range(0, len(SHED) - 90, 7):
        with pytest.raises((FormatError, PlanError)):
            parse(SHED[:length])


def test_a_job_beyond_the_capacity_is_named() -> None:
    with pytest.raises(BeyondCapacity) as refused:
        parse(SHED.replace("    3    4\n", "    1    4\n"))
    assert refused.value.ids == ("3",)


def test_every_third_party_file_is_read_and_levelled(datasets: Path) -> None:
    with (datasets / "psplib" / "best_known.csv").open() as file:
        known = {row["file"]: int(row["lower_bound"]) for row in csv.DictReader(file)}
    files = sorted((datasets / "psplib").glob("*/*.?m"))
    assert files
    for file in files:
        problem = read(file)
        try:
            answer = solve(problem, schedules=200)
        except NothingFits:
            # Some multi-mode instances are known to have no feasible choice of modes; they have no best known value.
            assert file.name not in known
            continue
        assert violations(problem, answer.starts, answer.modes) == [], file.name
        assert answer.makespan >= known.get(file.name, 0), file.name
