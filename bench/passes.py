"""How long the critical path method takes, beside others: `python bench/passes.py [--write] [sizes …]`.

"Passes" is a full pass over a plan that is in memory as arrays: forward, backward, all slacks. "Schedule" is the whole
call, plan values in, schedule out. Peers, in the same run: networkx finds the longest path through the same graph
without calendars, lags or late dates; MPXJ's Microsoft scheduler computes the same plan from the same file, timed
without reading it; TaskJuggler's figure is its whole command on the FS and SS links without lag, on one calendar.
Times are the best of some rounds, in seconds.
"""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ["NORTHLINE_JIT"] = "on"

from made_plans import made_plan
from mpxj_scheduler import CannotRun, by_mpxj
from northline.engine import Minutes, Project, schedule
from northline.engine.compiled import compile_plan
from northline.engine.cpm import settled
from northline.engine.scheduler import Scheduler
from peer_files import write_mspdi, write_tjp
from tables import write_table

SIZES = (1_000, 5_000, 10_000, 100_000, 1_000_000)
MPXJ_UP_TO, NETWORKX_UP_TO, TASKJUGGLER = 100_000, 100_000, (1_000, 5_000)
LIMIT = 120


def main() -> int:
    """Measure, print, and with --write put the table into the documentation."""
    sizes = [int(a) for a in sys.argv[1:] if a.isdigit()] or SIZES
    schedule(made_plan(500))
    header = [
        "tasks",
        "links",
        "passes",
        "schedule",
        "one edit",
        "one link",
        "networkx",
        "MPXJ",
        "TaskJuggler",
    ]
    rows = [measured(size) for size in sizes]
    write_table("passes", header, rows, write="--write" in sys.argv)
    return 0


def measured(size: int) -> list[str]:
    """One row of the table."""
    project = made_plan(size)
    gc.collect()
    gc.freeze()
    run, _ = settled(compile_plan(project), project, status_date=None)
    rounds = 7 if size <= 100_000 else 3
    row = [f"{size:,}", f"{len(project.links):,}"]
    row.append(seconds(lambda: run.from_start(project), rounds))
    row.append(seconds(lambda: schedule(project), rounds))
    row.append(_edit(project, rounds))
    row.append(_link(project, rounds))
    row.append(_networkx(project) if size <= NETWORKX_UP_TO else "–")
    with tempfile.TemporaryDirectory() as folder:
        row.append(_mpxj(project, Path(folder)) if size <= MPXJ_UP_TO else "–")
        row.append(_taskjuggler(project, Path(folder)) if size in TASKJUGGLER else "–")
    print("  ".join(row), file=sys.stderr, flush=True)
    return row


def seconds(run: Callable[[], object], rounds: int) -> str:
    """The quickest of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        began = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - began)
    return f"{best:.3f}"


def _edit(project: Project, rounds: int) -> str:
    """Another duration for a task in the middle, followed by `Scheduler`; making the changed plan is not timed."""
    held = Scheduler(project)
    number = len(project.tasks) // 2
    states = []
    for extra in range(rounds + 1):
        task = replace(project.tasks[number], duration=Minutes(500 + extra))
        states.append(replace(project, tasks=(*project.tasks[:number], task, *project.tasks[number + 1 :])))
    held.reschedule(states.pop())
    return seconds(lambda: held.reschedule(states.pop()), rounds)


def _link(project: Project, rounds: int) -> str:
    """A link in the middle that goes and comes again, followed by `Scheduler`; making the changed plan is not timed."""
    held = Scheduler(project)
    number = len(project.links) // 2
    without = replace(project, links=(*project.links[:number], *project.links[number + 1 :]))
    states = [project, without] * rounds
    held.reschedule(states.pop())
    return seconds(lambda: held.reschedule(states.pop()), 2 * rounds - 1)


def _networkx(project: Project) -> str:
    import networkx as nx

    graph = nx.DiGraph()
    lasts = {t.id: t.duration for t in project.tasks}
    graph.add_nodes_from(lasts)
    graph.add_edges_from((k.before, k.after, {"weight": lasts[k.before]}) for k in project.links)
    return seconds(lambda: nx.dag_longest_path_length(graph), 1)


def _mpxj(project: Project, folder: Path) -> str:
    file = folder / "plan.xml"
    write_mspdi(project, file)
    try:
        return f"{by_mpxj(file, rounds=2, limit=LIMIT).seconds:.3f}"
    except CannotRun as reason:
        return str(reason)[:60]


def _taskjuggler(project: Project, folder: Path) -> str:
    if shutil.which("tj3") is None:
        return "not installed"
    file = folder / "plan.tjp"
    write_tjp(project, file)
    began = time.perf_counter()
    try:
        run = subprocess.run(
            ["tj3", "--silent", file.name], cwd=folder, capture_output=True, timeout=LIMIT, check=False
        )
    except subprocess.TimeoutExpired:
        return f"over {LIMIT}"
    return f"{time.perf_counter() - began:.1f}" if run.returncode == 0 else f"failed ({run.returncode})"


if __name__ == "__main__":
    sys.exit(main())
