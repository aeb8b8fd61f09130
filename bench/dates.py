"""Dates held against Microsoft Project's own: `python bench/dates.py [--write]`.

First its plans whose every computed value is known: the share that comes out equal, and of starts and finishes also
what MPXJ's Microsoft scheduler makes of the same files. Then every leaf task with stored dates in files from many
versions of Microsoft Project.
"""

from __future__ import annotations

import csv
import os
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from mpxj_scheduler import CannotRun, by_mpxj
from northline.engine import Schedule, schedule
from northline.formats.mspdi import read
from tables import write_table

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("NORTHLINE_DATASETS", ROOT.parent / "shared" / "data"))
DATES = ("start", "finish", "early_start", "early_finish", "late_start", "late_finish")
SLACKS = {
    "start_slack": "start_slack_min",
    "finish_slack": "finish_slack_min",
    "free_slack": "free_slack_min",
}
COLUMNS = (*DATES, *SLACKS)


def main() -> int:
    """Print the tables, and with --write put them into the documentation."""
    plans = sorted((DATA / "msproject").glob("*.xml"))
    if not plans:
        print(f"No plans in {DATA}/msproject; set NORTHLINE_DATASETS to the folder that holds it.")
        return 1
    write = "--write" in sys.argv
    header = ["plan", "tasks", *(c.replace("_", " ") for c in COLUMNS), "MPXJ: start", "MPXJ: finish"]
    write_table("dates", header, [known(plan) for plan in plans], write=write)
    header = ["scheduler", "leaf tasks with stored dates", "equal starts", "equal finishes"]
    write_table("stored-dates", header, list(stored(DATA / "mspdi" / "mpxj")), write=write)
    return 0


def known(plan: Path) -> list[str]:
    """One row: the shares of equal values over all rows of a plan's expected file."""
    result = schedule(read(plan).project)
    with plan.with_suffix("").with_suffix(".expected.csv").open() as file:
        rows = list(csv.DictReader(file))
    hits = dict.fromkeys(COLUMNS, 0)
    for row in rows:
        for column, equal in equalities(result, row).items():
            hits[column] += equal
    ours = [share(hits[column], len(rows)) for column in COLUMNS]
    return [plan.stem, str(len(rows)), *ours, *theirs(plan, rows)]


def theirs(plan: Path, rows: list[dict[str, str]]) -> list[str]:
    """The shares of starts and finishes that MPXJ's Microsoft scheduler gives."""
    try:
        found = by_mpxj(plan).dates
    except CannotRun as reason:
        return [str(reason), "–"]
    hits = [0, 0]
    for row in rows:
        for end, column in enumerate(("start", "finish")):
            mine = found.get(row["uid"])
            hits[end] += mine is not None and mine[end] == datetime.fromisoformat(row[column])
    return [share(count, len(rows)) for count in hits]


def equalities(result: Schedule, row: dict[str, str]) -> dict[str, bool]:
    """Which of a row's values we compute too."""
    task = result[row["uid"]]
    dates = {c: getattr(task, c) == datetime.fromisoformat(row[c]) for c in DATES}
    return dates | {c: getattr(task, c) == float(row[tag]) for c, tag in SLACKS.items()}


def stored(folder: Path) -> Iterator[list[str]]:
    """How many stored starts and finishes of leaf tasks come out, here and from MPXJ's scheduler."""
    ours, peer, count, refused = [0, 0], [0, 0], 0, 0
    for file in sorted(folder.glob("*.xml")):
        plan = read(file)
        result = schedule(plan.project)
        try:
            other = by_mpxj(file).dates
        except CannotRun:
            other, refused = {}, refused + 1
        parents = {t.parent for t in plan.project.tasks}
        for task in plan.project.tasks:
            held = plan.details[task.id].stored
            if task.id in parents or not {"Start", "Finish"} <= held.keys():
                continue
            count += 1
            for end, (tag, mine) in enumerate((("Start", "start"), ("Finish", "finish"))):
                ours[end] += getattr(result[task.id], mine) == held[tag]
                peer[end] += task.id in other and other[task.id][end] == held[tag]
    yield ["Northline", str(count), *(f"{n} ({share(n, count)})" for n in ours)]
    yield [f"MPXJ (refuses {refused} files)", str(count), *(f"{n} ({share(n, count)})" for n in peer)]


def share(part: int, whole: int) -> str:
    """As a percentage."""
    return f"{part / max(1, whole):.1%}"


if __name__ == "__main__":
    sys.exit(main())
