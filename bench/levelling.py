"""Levelling held against plain CP-SAT and PyJobShop on PSPLIB and MMLIB.

`python bench/levelling.py --set j120 --seconds 1,10 --write`: every solver gets the same instances, limits and number
of workers, one after the other in one run. Prints mean gaps to the best known makespans over the instances whose best
known exceeds the critical path; `--schedules N` runs ours with a budget of schedules instead of a time. The sets made300
to made30000 are made here, three problems each, and their best known is the best of the run. The solver `breeding` is
ours without windows, whatever the size.
"""

import argparse
import csv
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import patch

from made_problems import critical_path, made
from northline.engine.levelling.rcpsp import Problem, solve, violations, warm
from northline.formats import psplib
from peer_solvers import cpsat, pyjobshop

ROOT = Path(__file__).resolve().parents[1]
DATA = Path(os.environ.get("NORTHLINE_DATASETS", ROOT.parent / "shared" / "data")) / "psplib"
SETS = {
    "j120": "j120",
    "j60": "j60",
    "j30": "j30",
    "mmlib50": "mmlib50",
    "mm-j30": "mm-j30",
    "mm-j10": "mm-j10",
}
MADE = {f"made{size}": size for size in (300, 500, 1000, 3000, 10_000, 30_000)}
BEGIN, END = "<!-- measured by bench/levelling.py: {} -->", "<!-- end of {} -->"


@dataclass(frozen=True)
class Run:
    """What one solver made of one instance."""

    name: str
    solver: str
    limit: str
    makespan: int | None
    lower: int
    proved: bool
    seconds: float


@dataclass(frozen=True)
class Instance:
    """A problem by name; `file` where it was read from one."""

    name: str
    problem: Problem
    file: Path | None = None


def instances(options: argparse.Namespace) -> list[Instance]:
    """Those of the set asked for, or a spread sample."""
    if options.name in MADE:
        size = MADE[options.name]
        return [
            Instance(f"{options.name} {strength}", made(size, strength=strength, seed=1))
            for strength in (0.1, 0.2, 0.3)
        ]
    files = sorted((DATA / SETS[options.name]).glob("*.?m"))
    if options.instances:
        files = files[:: max(1, len(files) // options.instances)][: options.instances]
    return [Instance(file.name, psplib.read(file), file) for file in files]


def ours(problem: Problem, *, seconds: float | None, workers: int, schedules: int | None = None) -> Any:
    """Northline's solver; its answer is checked."""
    answer = solve(problem, seconds=seconds, schedules=schedules, workers=workers)
    broken = violations(problem, answer.starts, answer.modes)
    assert not broken, broken
    return answer.makespan, answer.lower_bound, answer.optimal


def breeding(problem: Problem, *, seconds: float, workers: int) -> Any:
    """Northline's solver without windows."""
    with patch.object(import_module(solve.__module__), "LARGE", 1 << 60):
        return ours(problem, seconds=seconds, workers=workers)


def command(file: Path | None, *, seconds: float, workers: int) -> Any:
    """Northline's command with all its start-up, killed if it takes three seconds more."""
    import json

    assert file is not None, "The command needs a set that is in files."
    line = [
        sys.executable,
        "-m",
        "northline",
        "level",
        str(file),
        "--seconds",
        str(seconds),
        "--format",
        "json",
    ]
    code = "import sys; from northline.cli import main; sys.argv[0] = 'northline'; main()"
    line = [sys.executable, "-c", code, *line[3:], "--workers", str(workers)]
    done = subprocess.run(line, capture_output=True, check=True, timeout=seconds + 3)
    answer = json.loads(done.stdout)
    broken = violations(psplib.read(file), answer["starts"], answer["modes"])
    assert not broken, broken
    return answer["makespan"], answer["lower_bound"], answer["optimal"]


def known() -> dict[str, tuple[int, int]]:
    """Best known makespan and critical path by file."""
    with (DATA / "best_known.csv").open() as file:
        rows = list(csv.DictReader(file))
    return {row["file"]: (int(row["best_known"]), int(row["critical_path"] or 0)) for row in rows}


def best_of(runs: list[Run], found: list[Instance]) -> dict[str, tuple[int, int]]:
    """The best makespan of a run and the critical path, by problem."""
    return {
        each.name: (
            min(run.makespan for run in runs if run.name == each.name and run.makespan is not None),
            critical_path(each.problem),
        )
        for each in found
    }


def measure(instance: Instance, solver: str, limit: str, run: Callable[[], Any]) -> Run:
    """Run once and take the wall clock."""
    began = time.perf_counter()
    makespan, lower, proved = run()
    return Run(instance.name, solver, limit, makespan, lower, proved, time.perf_counter() - began)


def runs_of(instance: Instance, options: argparse.Namespace) -> list[Run]:
    """All solvers and limits on one instance."""
    problem = instance.problem
    solvers = {
        "northline": lambda s: ours(problem, seconds=s, workers=options.workers),
        "breeding": lambda s: breeding(problem, seconds=s, workers=options.workers),
        "command": lambda s: command(instance.file, seconds=s, workers=options.workers),
        "cpsat": lambda s: cpsat(problem, seconds=s, workers=options.workers),
        "pyjobshop": lambda s: pyjobshop(problem, seconds=s, workers=options.workers),
    }
    if options.schedules:
        budget = options.schedules
        run_of_budget = measure(
            instance,
            "northline",
            f"{budget:,} schedules",
            lambda: ours(problem, seconds=None, schedules=budget, workers=options.workers),
        )
        return [run_of_budget]
    found = []
    for seconds in options.seconds.split(","):
        for name in options.solver.split(","):
            run = solvers[name]
            found.append(
                measure(instance, name, f"{seconds} s", lambda run=run, s=seconds: run(float(s)))  # type: ignore[misc]
            )
    return found


def table(runs: list[Run], best: dict[str, tuple[int, int]]) -> str:
    """One row per solver and limit."""
    lines = [
        "| solver | limit | instances | without answer | mean gap to best known (hard instances) | mean deviation from the "
        "critical path | at or below best known | proved optimal | mean seconds |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for limit, solver in dict.fromkeys((run.limit, run.solver) for run in runs):
        some = [run for run in runs if (run.limit, run.solver) == (limit, solver)]
        lines.append(f"| {solver} | {limit} | " + " | ".join(figures(some, best)) + " |")
    lines.append("| best known | – | " + " | ".join(figures(_as_known(runs, best), best)[:-2]) + " | – | – |")
    return "\n".join(lines)


def _as_known(runs: list[Run], best: dict[str, tuple[int, int]]) -> list[Run]:
    """The best known answers to the same instances, for what they deviate from the critical path."""
    return [
        Run(name, "", "", best[name][0], 0, False, 0.0)
        for name in dict.fromkeys(run.name for run in runs)
        if name in best
    ]


def figures(runs: list[Run], best: dict[str, tuple[int, int]]) -> list[str]:
    """The columns of a row."""
    answered = [(run, *best[run.name]) for run in runs if run.makespan is not None and run.name in best]
    gaps = [
        100 * (run.makespan / known - 1) for run, known, path in answered if known > path and run.makespan
    ]
    over = [100 * (run.makespan / path - 1) for run, known, path in answered if path and run.makespan]
    reached = sum(run.makespan is not None and run.makespan <= known for run, known, _ in answered)
    return [
        str(len(runs)),
        str(sum(run.makespan is None for run in runs)),
        f"{mean(gaps):.2f} % ({len(gaps)})" if gaps else "–",
        f"{mean(over):.2f} %" if over else "–",
        f"{reached} of {len(answered)}",
        str(sum(run.proved for run in runs)),
        f"{mean([run.seconds for run in runs]):.2f}",
    ]


def mean(values: list[float]) -> float:
    """Arithmetic mean."""
    return sum(values) / len(values)


def keep(runs: list[Run], name: str) -> None:
    """Write every run to .cache."""
    folder = ROOT / ".cache"
    folder.mkdir(exist_ok=True)
    with (folder / f"levelling-{name}.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["file", "solver", "limit", "makespan", "lower_bound", "proved", "seconds"])
        for run in runs:
            writer.writerow(
                [run.name, run.solver, run.limit, run.makespan, run.lower, run.proved, f"{run.seconds:.2f}"]
            )


def write(text: str, name: str) -> None:
    """Put the table between its markers in docs/levelling.md, or at the end with new markers."""
    page = ROOT / "docs" / "levelling.md"
    before = page.read_text() if page.exists() else "# Levelling\n"
    begin, end = BEGIN.format(name), END.format(name)
    if begin in before:
        head, _, rest = before.partition(begin)
        before, after = head, rest.partition(end)[2]
    else:
        before, after = f"{before.rstrip()}\n\n", "\n"
    page.write_text(f"{before}{begin}\n{text}\n{end}{after}")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", dest="name", choices=[*SETS, *MADE], default="j120")
    parser.add_argument("--seconds", default="1,10")
    parser.add_argument("--solver", default="northline,cpsat,pyjobshop", help="also: breeding, command")
    parser.add_argument("--instances", type=int, default=0, help="a spread sample of so many")
    parser.add_argument("--schedules", type=int, default=0, help="ours with so many schedules, no clock")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    found = instances(options)
    if not found:
        print(f"No instances in {DATA / SETS[options.name]}; set NORTHLINE_DATASETS.")
        return 1
    warm()
    runs: list[Run] = []
    for at, instance in enumerate(found):
        runs += runs_of(instance, options)
        if sys.stderr.isatty():
            print(f"{at + 1} of {len(found)}", end="\r", file=sys.stderr)
    label = options.name
    if options.schedules:
        label += ", schedules"
    if options.instances:
        label += f", {len(found)} instances"
    keep(runs, label.replace(", ", "-"))
    best = best_of(runs, found) if options.name in MADE else known()
    text = f"Set {label}, {options.workers} workers.\n\n{table(runs, best)}"
    print(text)
    if options.write:
        write(text, label)
    return 0


if __name__ == "__main__":
    sys.exit(main())
