"""How long an edit of a large plan takes, rescheduling and a 10,000-sample forecast included.

    python bench/plan_edits.py [--database sqlite|postgres] [--tasks 1000 10000] [--rounds 11] [--write]

A plan of each size in a database of its own, edited through the API as a browser does: in process, no socket, no proxy.
Each round previews a longer duration of another task, makes that edit, renames the task, and reads the whole plan.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
WHAT = {
    "edit": "edit: reschedule, forecast, save",
    "preview": "preview: the same, kept nothing",
    "rename": "rename: nothing to compute",
    "plan": "read the whole plan",
}
# Before the plan is remembered and the kernels are loaded.
WARMING = 2


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--tasks", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    from bench.workspace import prepare

    with tempfile.TemporaryDirectory(prefix="northline-bench-", ignore_cleanup_errors=True) as kept:
        # PostgreSQL runs as somebody else.
        Path(kept).chmod(0o755)
        prepare(asked.database, kept=Path(kept))
        _measure(asked)


def _measure(asked: argparse.Namespace) -> None:
    from bench.tables import write_table
    from tests import cast as told

    from northline.config import boot
    from northline.engine.forecast import warm

    warm()
    cast = told.assemble()
    boot.settle()
    spent = [_spent(cast, f"PL{number}", size, asked.rounds) for number, size in enumerate(asked.tasks)]
    named = {"sqlite": "SQLite", "postgres": "PostgreSQL"}[asked.database]
    header = [named, *(f"{size:,} tasks, median of {asked.rounds} (slowest)" for size in asked.tasks)]
    rows = [[name, *(_shown(one[what]) for one in spent)] for what, name in WHAT.items()]
    write_table(f"plan edits {asked.database}", header, rows, write=asked.write, page="speed.md")


def _spent(cast: Any, code: str, size: int, rounds: int) -> dict[str, list[float]]:
    """Milliseconds of each thing that is done to a plan of that size."""
    from tests.scheduling.plans import large, start

    project = start(cast.scope("piet"), product_id=cast.product.pk, code=code)
    leaves = large(project, size=size)
    browser, address = _signed_in(cast), f"/api/projects/{project.pk}"
    spent: dict[str, list[float]] = {what: [] for what in WHAT}
    for number in range(rounds + WARMING):
        for what, took in _round(browser, address, leaves[number * 3], number):
            spent[what].append(took)
    return {what: every[WARMING:] for what, every in spent.items()}


def _round(browser: Any, address: str, item_id: Any, number: int) -> Iterator[tuple[str, float]]:
    from northline.delivery.models import WorkItem

    for what, query, fields in (
        ("preview", "?preview=true", {"duration_minutes": 960 + number}),
        ("edit", "", {"duration_minutes": 960 + number}),
        ("rename", "", {"title": f"Renamed {number}"}),
    ):
        version = WorkItem.objects.get(pk=item_id).version
        body = {"edits": [{"op": "set", "id": str(item_id), "version": version, "fields": fields}]}
        began = time.perf_counter()
        answer = browser.post(f"{address}/plan-edits{query}", body)
        yield what, (time.perf_counter() - began) * 1000
        assert answer.status_code == 200, answer.content[:300]
    began = time.perf_counter()
    browser.get(f"{address}/plan")
    yield "plan", (time.perf_counter() - began) * 1000


def _shown(spent: list[float]) -> str:
    return f"{statistics.median(spent):,.0f} ms ({max(spent):,.0f})"


def _signed_in(cast: Any) -> Any:
    """Piet's browser, with a session that was stored beforehand."""
    from tests.cast import Browser

    from serving import session_of

    browser = Browser(headers={"host": "localhost", "northline-workspace": "acme"})
    browser.cookies["northline_session"] = session_of(cast.piet.person)
    return browser


if __name__ == "__main__":
    main()
