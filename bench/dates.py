"""Dates held against Microsoft Project's own: `python bench/dates.py` prints how many come out equal, per
file."""

import csv
import os
import sys
from datetime import datetime
from pathlib import Path

from northline.engine import Schedule, schedule
from northline.formats.mspdi import read

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("NORTHLINE_DATASETS", ROOT.parent / "shared" / "data"))
DATES = ("start", "finish", "early_start", "early_finish", "late_start", "late_finish")
SLACKS = {
    "start_slack": "start_slack_min",
    "finish_slack": "finish_slack_min",
    "free_slack": "free_slack_min",
}
COLUMNS = (*DATES, *SLACKS)


def shares(plan: Path) -> dict[str, float]:
    """The share of equal values per column, over all rows of a plan's expected file."""
    result = schedule(read(plan).project)
    with plan.with_suffix("").with_suffix(".expected.csv").open() as file:
        rows = list(csv.DictReader(file))
    hits = dict.fromkeys(COLUMNS, 0)
    for row in rows:
        for column, equal in equalities(result, row).items():
            hits[column] += equal
    return {column: count / len(rows) for column, count in hits.items()}


def equalities(result: Schedule, row: dict[str, str]) -> dict[str, bool]:
    """Which of a row's values we compute too."""
    task = result[row["uid"]]
    dates = {c: getattr(task, c) == datetime.fromisoformat(row[c]) for c in DATES}
    return dates | {c: getattr(task, c) == float(row[tag]) for c, tag in SLACKS.items()}


def main() -> int:
    """Print the table."""
    plans = sorted((DATA / "msproject").glob("*.xml"))
    if not plans:
        print(f"No plans in {DATA}/msproject; set NORTHLINE_DATASETS to the folder that holds it.")
        return 1
    print("| plan | " + " | ".join(COLUMNS) + " |")
    print("| --- |" + " --- |" * len(COLUMNS))
    for plan in plans:
        found = shares(plan)
        print(f"| {plan.stem} | " + " | ".join(f"{found[c]:.2%}" for c in COLUMNS) + " |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
