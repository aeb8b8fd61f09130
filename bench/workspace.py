"""How long lists, searches, roadmap views and pages of objects take in a large workspace, through the API.

    python bench/workspace.py [--database sqlite|postgres] [--only TEXT] [--times 40] [--write]

100,000 insights with what they speak for, 5,000 initiatives over five products, 200 stakeholders (`bench/large`). The
workspace is made once for each database and kept in .cache/bench-workspace. Each question is asked as the browser does,
in process: no socket, no proxy, one at a time. Printed: queries, the median and the 95th percentile in milliseconds of
the clock and of the processors (this process's and, with PostgreSQL, its connection's), the size of the answer.
"""

from __future__ import annotations

import argparse
import gc
import os
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
KEPT = ROOT / ".cache" / "bench-workspace"
LIMIT = 200


@dataclass(frozen=True, slots=True)
class Spent:
    """Milliseconds: median and 95th percentile of the clock, 95th percentile of the processors; bytes answered."""

    part: str
    name: str
    queries: int
    median: float
    p95: float
    cpu: float
    size: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--insights", type=int, default=100_000)
    parser.add_argument("--initiatives", type=int, default=5_000)
    parser.add_argument("--times", type=int, default=40)
    parser.add_argument(
        "--only", default="", help="ask only where this regular expression fits the part and name"
    )
    parser.add_argument("--sql", action="store_true", help="print the slowest query of each question")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    prepare(asked.database)
    from bench.large import making, questions
    from bench.large.writer import Size

    from northline.config import boot

    workspace = making.made(Size(asked.insights, asked.initiatives))
    asking = questions.Questions(workspace)
    asking.get("home")
    # As a server does when it has loaded everything.
    boot.settle()
    every = asking.all()
    rows = list(_measured(every, asked))
    slow = [row for row in rows if row.cpu > LIMIT]
    names = ", ".join(f"{row.part}: {row.name}" for row in slow)
    print(f"{len(rows)} questions, {len(slow)} above {LIMIT} ms of the processors: {names}")
    if asked.write:
        _write(asked.database, f"{asked.insights:,} insights, {asked.initiatives:,} initiatives", rows)


def prepare(database: str, *, kept: Path = KEPT) -> None:
    """Django upon the kept database of that kind."""
    home = kept / database
    home.mkdir(parents=True, exist_ok=True)
    os.environ["NORTHLINE_HOME"] = str(home)
    if database == "postgres":
        from tests import pg

        pg.start(home)
        os.environ[pg.PLACE] = str(home)
        if not pg.has("northline"):
            pg.run("createdb", "northline")
        os.environ["NORTHLINE_DATABASE"] = pg.address()
    from northline.config import boot

    boot.boot(level="ERROR")
    boot.migrate()
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["*"]


def _measured(every: Iterator[tuple[str, str, Callable[[], Any]]], asked: Any) -> Iterator[Spent]:
    for part, name, ask in every:
        if re.search(asked.only, f"{part}: {name}"):
            row = _spent(part, name, ask, times=asked.times, sql=asked.sql)
            print(
                f"{part + ': ' + name:<58} {row.queries:3} queries {row.median:6.0f} {row.p95:6.0f} ms,"
                f" processor {row.cpu:6.0f} ms {row.size / 1024:6.0f} KiB{'  <<<' if row.cpu > LIMIT else ''}",
                flush=True,
            )
            yield row


def _spent(part: str, name: str, ask: Callable[[], Any], *, times: int, sql: bool) -> Spent:
    from django.db import connection

    asked: list[tuple[float, str]] = []

    def counted(execute: Any, text: str, params: Any, many: bool, context: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(text, params, many, context)
        finally:
            asked.append((time.perf_counter() - began, text))

    ask()
    with connection.execute_wrapper(counted):
        size = len(ask().content)
    if sql:
        for seconds, text in sorted(asked, reverse=True)[:2]:
            print(f"    {seconds * 1000:.0f} ms {text[:3000]}")
    clock, processor = [], []
    gc.collect()
    for _ in range(times):
        began, busy = time.perf_counter(), _busy()
        ask()
        clock.append((time.perf_counter() - began) * 1000)
        processor.append((_busy() - busy) * 1000)
    return Spent(part, name, len(asked), statistics.median(clock), _p95(clock), _p95(processor), size)


def _busy() -> float:
    """Seconds that processors worked for this process so far, and for its connection to PostgreSQL."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return time.process_time()
    connection.ensure_connection()
    told = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat").read_text()
    return time.process_time() + int(told.split()[0]) / 1e9


def _p95(spent: list[float]) -> float:
    """The value that at most five of a hundred exceed."""
    return sorted(spent)[-(len(spent) // 20) - 1]


def _write(database: str, title: str, rows: list[Spent]) -> None:
    """One line for all that is asked of one list, with its slowest question; of views and pages a line each."""
    from bench.tables import write_table

    named = {"sqlite": "SQLite", "postgres": "PostgreSQL"}[database]
    header = [f"{title}, {named}", "questions", "queries", "median", "95th percentile", "of the processors"]
    lines: dict[str, list[Spent]] = {}
    for row in rows:
        lines.setdefault(_line_of(row), []).append(row)
    table = [
        (
            f"{line}; the slowest: {slowest.name}" if len(asked) > 1 else line,
            str(len(asked)),
            str(max(row.queries for row in asked)),
            f"{slowest.median:.0f} ms",
            f"{slowest.p95:.0f} ms",
            f"{slowest.cpu:.0f} ms",
        )
        for line, asked in lines.items()
        # By the processors: a clock on a shared machine tells how long a question waited for its turn.
        for slowest in [max(asked, key=lambda row: row.cpu)]
    ]
    write_table(f"workspace {database}", header, table, write=True, page="speed.md")


def _line_of(row: Spent) -> str:
    if row.part in ("lists", "groups"):
        return f"{row.part}: {re.split(',| by ', row.name)[0]}"
    return f"{row.part}: {row.name.split()[0]}" if row.part == "filters" else f"{row.part}: {row.name}"


if __name__ == "__main__":
    main()
