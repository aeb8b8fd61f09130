"""A portfolio of 200 projects of 500 items: the heat map, levelling beside pages, the daily forecast over workers.

    python bench/portfolio.py [--database sqlite|postgres] [--projects 200] [--items 500] [--people 500] [--write]

The portfolio is made once for each database and kept in .cache/bench-portfolio. A server of its own answers over a socket;
jobs are done by `northline worker` processes beside it. The heat map is asked for a year, of a server that has just been
started and of one that has answered before. Levelling is that of four projects, 2,000 open items for 100 people, asked for
with a search of five seconds; meanwhile pages are asked for one after the other. The forecasts are those of all projects,
recorded by one worker, then by two.
"""

from __future__ import annotations

import argparse
import http.client
import json
import statistics
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from serving import running, served, session_of

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
SEARCH_SECONDS = 5
Row = tuple[str, str, str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--projects", type=int, default=200)
    parser.add_argument("--items", type=int, default=500)
    parser.add_argument("--people", type=int, default=500)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    from bench.workspace import prepare

    prepare(asked.database, kept=ROOT / ".cache" / "bench-portfolio")
    from bench.large import making, portfolio
    from bench.tables import write_table

    size = portfolio.Portfolio(asked.projects, asked.items, asked.people)
    workspace = portfolio.made(size)
    making.analyse()
    bench = Bench(workspace, portfolio.crowded(workspace), portfolio.span())
    rows = [*bench.heat(), *bench.levelling(), *bench.forecasts()]
    named = {"sqlite": "SQLite", "postgres": "PostgreSQL"}[asked.database]
    header = [
        f"{asked.projects} projects × {asked.items} items, {asked.people} people, {named}",
        "median",
        "most",
    ]
    write_table(f"portfolio {asked.database}", header, rows, write=asked.write, page="speed.md")


class Bench:
    """What is measured of one portfolio."""

    def __init__(self, workspace: Any, crowded: list[Any], days: tuple[str, str]) -> None:
        self.workspace, self.crowded = workspace, crowded
        self.days = f"first={days[0]}&last={days[1]}"
        self.headers = _signed_in(workspace)

    def heat(self) -> Iterator[Row]:
        """The heat map of a year, and what hangs on it."""
        address = f"/api/load?{self.days}&by=week"
        cold = []
        for _ in range(3):
            with self._served() as ask:
                ask("/api/home")
                cold.append(_timed(ask, address))
        yield _row("heat map of a year, the first after a start", cold)
        with self._served() as ask:
            for name, path in {
                "heat map by week": address,
                "heat map by day": address.replace("week", "day"),
                "heat map by month": address.replace("week", "month"),
                "overloads": f"/api/load/overloads?{self.days}",
                "demand against capacity": f"/api/load/demand?{self.days}",
                "who is free": f"/api/load/free?{self.days}&hours=40",
            }.items():
                ask(path)
                yield _row(name, [_timed(ask, path) for _ in range(10)])

    def levelling(self) -> Iterator[Row]:
        """Four projects levelled by a worker while pages are asked for."""
        pages = {
            "the plan of a project": f"/api/projects/{self.crowded[0].pk}/plan",
            "home": "/api/home",
            "projects": "/api/projects",
            "the heat map by week": f"/api/load?{self.days}&by=week",
        }
        with self._served() as ask, _workers(1):
            self._level(ask, seconds=1)  # the worker loads its kernels
            alone = {name: [_timed(ask, path) for _ in range(10)] for name, path in pages.items()}
            beside: dict[str, list[float]] = {name: [] for name in pages}
            over = threading.Event()
            asking = threading.Thread(target=_in_turn, args=(ask, pages, beside, over))
            asking.start()
            spent, told = self._level(ask, seconds=SEARCH_SECONDS)
            over.set()
            asking.join()
        moved = sum(one["moved"] for one in told["found"]["projects"])
        what = f"levelling {len(self.crowded)} projects, {SEARCH_SECONDS} s of search, {moved:,} items moved"
        yield what, f"{spent / 1000:.1f} s", ""
        for name in pages:
            yield _row(f"{name}, nothing beside", alone[name])
            yield _row(f"{name}, while levelling", beside[name])

    def _level(self, ask: Any, *, seconds: float) -> tuple[float, Any]:
        """Milliseconds from asking for a levelling until its proposal can be read, and the proposal."""
        body = {
            "project_ids": [str(one.pk) for one in self.crowded],
            "seconds": seconds,
            "alternatives": False,
        }
        began = time.perf_counter()
        row = ask("/api/levellings", body)
        while row["state"] == "computing":
            time.sleep(0.05)
            row = ask(f"/api/levellings/{row['id']}")
        if row["state"] != "ready":
            raise SystemExit(f"not levelled: {row}")
        return (time.perf_counter() - began) * 1000, row

    def forecasts(self) -> Iterator[Row]:
        """The forecasts of all projects, by one worker process and by two."""
        one, two = (self._recorded(workers) for workers in (1, 2))
        yield "forecasts of all projects, one worker", f"{one:.1f} s", ""
        yield "forecasts of all projects, two workers", f"{two:.1f} s", f"{one / two:.2f} times as fast"

    def _recorded(self, workers: int) -> float:
        """Seconds in which so many workers record every project's forecast, from the first that is done on."""
        from northline.core.models import Job
        from northline.tracking.forecasts import recording
        from northline.tracking.forecasts.models import ForecastDay

        ForecastDay.objects.all().delete()
        Job.objects.filter(name="record_forecast").delete()
        count = recording.enqueue_due()
        done = Job.objects.filter(name="record_forecast", state="done")
        with _workers(workers):
            while (before := done.count()) < workers:
                time.sleep(0.02)
            began = time.perf_counter()
            while done.count() < count:
                time.sleep(0.05)
            spent = time.perf_counter() - began
        return spent * count / (count - before)

    @contextmanager
    def _served(self) -> Iterator[Callable[..., Any]]:
        """A server without workers, and how to ask it."""
        with served("--workers", "0", "--skip-migrate") as address:

            def ask(path: str, body: Any = None) -> Any:
                connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=120)
                sent = None if body is None else json.dumps(body)
                connection.request("GET" if body is None else "POST", path, sent, self.headers)
                answer = connection.getresponse()
                read = answer.read()
                connection.close()
                if answer.status >= 400:
                    raise SystemExit(f"{path}: {answer.status} {read[:400]!r}")
                return json.loads(read) if body is not None or "/levellings/" in path else len(read)

            yield ask


def _signed_in(workspace: Any) -> dict[str, str]:
    """The headers of the manager's browser."""
    from bench.large import making

    token = "b" * 32
    return {
        "Cookie": f"northline_session={session_of(making.manager(workspace).person)}; northline_csrf={token}",
        "X-CSRFToken": token,
        "Northline-Workspace": workspace.slug,
        "Content-Type": "application/json",
    }


@contextmanager
def _workers(count: int) -> Iterator[None]:
    """So many worker processes."""
    with ExitStack() as started:
        for _ in range(count):
            started.enter_context(running("worker"))
        yield


def _in_turn(ask: Any, pages: dict[str, str], spent: dict[str, list[float]], over: threading.Event) -> None:
    """Ask for the pages again and again, a moment between them as between two clicks."""
    while not over.is_set():
        for name, path in pages.items():
            spent[name].append(_timed(ask, path))
            time.sleep(0.1)


def _timed(ask: Callable[[str], Any], path: str) -> float:
    """Milliseconds until the whole answer is there."""
    began = time.perf_counter()
    ask(path)
    return (time.perf_counter() - began) * 1000


def _row(name: str, spent: list[float]) -> Row:
    return name, f"{statistics.median(spent):,.0f} ms", f"{max(spent):,.0f} ms"


if __name__ == "__main__":
    main()
