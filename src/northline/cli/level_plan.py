"""The branch of `northline level` for plans with calendars: delays that leave nobody overloaded."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import typer

from northline.cli.lasting import bar, stoppable
from northline.cli.stamps import stamp

if TYPE_CHECKING:
    from northline.engine.levelling.plans import (
        Alternative,
        Interruption,
        Levelled,
        LevelOptions,
        Move,
        Overload,
        Progress,
    )


def run(
    files: Sequence[Path],
    wish: LevelOptions,
    *,
    seconds: float,
    work: int | None,
    workers: int,
    seed: int,
    as_json: bool,
    with_alternatives: bool,
) -> None:
    """Read plans, level them within the time, and print what moved and why."""
    began = perf_counter()
    from northline.cli.plans import load, refusing
    from northline.cli.pooling import pooled
    from northline.engine.levelling.plans import alternatives, level

    projects = pooled([load(file).project for file in files])
    with refusing(), stoppable() as stopped, bar("Levelling") as tell:
        left = max(0.01, seconds - (perf_counter() - began))
        if with_alternatives:
            left /= 2

        def on_progress(now: Progress) -> None:
            share = now.tried / work if work else now.seconds / left
            tell(share, f"ends {stamp(now.finish)}, at best {stamp(now.lower_bound)}")

        found = level(
            projects, options=wish, seconds=left, work=work, workers=workers, seed=seed,
            on_progress=on_progress, cancelled=stopped,
        )  # fmt: skip
        others = (
            alternatives(
                projects[0], found=found, options=wish, seconds=left, work=work, seed=seed, cancelled=stopped
            )
            if with_alternatives
            else None
        )
    figures = as_figures(found, seconds=round(perf_counter() - began, 3))
    if others is not None:
        figures["alternatives"] = [_alternative(a) for a in others]
    if as_json:
        typer.echo(json.dumps(figures, ensure_ascii=False))
        return
    _print_table(found, others)


def as_figures(found: Levelled, *, seconds: float) -> dict[str, Any]:
    """The JSON object: `makespan` and `lower_bound` in minutes on the clock from the first start to the last finish.

    Of several plans `starts` and `modes` are by plan, in `projects`, and moves and breaks name theirs.
    """
    start = min(plan.start for plan in found.schedules)
    several = len(found.projects) > 1
    plans = [
        {
            "project": project.id,
            "finish": stamp(plan.finish),
            "starts": {task.id: stamp(task.start) for task in plan},
            "modes": {task: mode for (of, task), mode in found.modes.items() if of == project.id},
        }
        for project, plan in zip(found.projects, found.schedules, strict=True)
    ]
    of_one = {"projects": plans} if several else {n: plans[0][n] for n in ("starts", "modes")}
    return {
        "makespan": _minutes(start, found.finish),
        "lower_bound": _minutes(start, found.lower_bound),
        "optimal": found.optimal,
        "seconds": seconds,
        **of_one,
        "finish": stamp(found.finish),
        "moved": [_named(m.project, _move(m), several) for m in found.moves],
        "interruptions": [_named(i.project, _interruption(i), several) for i in found.interruptions],
        "overloads": [_overload(o, several) for o in found.overloads],
        "broken_lags": [
            _named(b.project, {"before": b.before, "after": b.after, "minutes": b.minutes}, several)
            for b in found.broken_lags
        ],
        "warnings": list(found.warnings),
    }


def _named(project: str, told: dict[str, Any], several: bool) -> dict[str, Any]:
    """With the plan that it is of, where there are several."""
    return {"project": project, **told} if several else told


def _move(move: Move) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": move.task,
        "from": stamp(move.before),
        "to": stamp(move.after),
        "minutes": move.minutes,
        "reason": move.reason.value,
        "because_of": list(move.because_of),
        "rest": move.rest,
    }
    if move.resource is not None and move.busy_from and move.busy_until:
        told |= {
            "resource": move.resource,
            "busy_from": stamp(move.busy_from),
            "busy_until": stamp(move.busy_until),
        }
    return told


def _interruption(one: Interruption) -> dict[str, Any]:
    return {
        "id": one.task,
        "from": stamp(one.since),
        "to": stamp(one.until),
        "resource": one.resource,
        "because_of": list(one.because_of),
    }


def _overload(overload: Overload, several: bool) -> dict[str, Any]:
    return {
        "resource": overload.resource,
        "from": stamp(overload.start),
        "to": stamp(overload.finish),
        "needed": overload.needed,
        "there": overload.there,
        "tasks": [f"{of}/{task}" if several else task for of, task in overload.tasks],
    }


def _alternative(one: Alternative) -> dict[str, Any]:
    return {
        "name": one.name,
        "finish": stamp(one.finish),
        "extra": dict(one.extra),
        "extra_hours": round(one.extra_hours, 2),
        "cost": round(one.cost, 2),
        "tasks_moved": one.tasks_moved,
        "shift_minutes": one.shift,
        "overloads": one.overloads,
    }


def _print_table(found: Levelled, others: tuple[Alternative, ...] | None) -> None:
    from rich.console import Console
    from rich.table import Table

    told = _Names(found)
    proof = "proved best" if found.optimal else f"no plan can end before {stamp(found.lower_bound)}"
    plans = ", ".join(p.name or p.id for p in found.projects)
    title = f"{plans}: ends {stamp(found.finish)} ({proof}); {len(found.moves)} tasks moved"
    table = Table("id", "task", "from", "to", "because", title=title, title_justify="left")
    for move in found.moves:
        reason = move.reason.value
        ahead = [told.task(move.project, t) for t in move.because_of]
        if move.resource is not None:
            reason = f"{told.people[move.resource]} is busy with {', '.join(ahead[:3])}"
        elif ahead:
            reason = f"waits for {', '.join(ahead)}"
        name = told.task(move.project, move.task)
        name = f"what is left of {name}" if move.rest else name
        table.add_row(move.task, name, stamp(move.before), stamp(move.after), reason)
    console = Console()
    if not console.is_terminal:
        console.width = 160
    console.print(table, markup=False)
    for stop in found.interruptions:
        busy = ", ".join(told.task(stop.project, t) for t in stop.because_of)
        why = f": {told.people[stop.resource]} is busy with {busy}" if busy else ""
        name = told.task(stop.project, stop.task)
        typer.echo(f"{name} rests from {stamp(stop.since)} to {stamp(stop.until)}{why}")
    for one in others or ():
        typer.echo(
            f"{one.name}: ends {stamp(one.finish)}, moves {one.tasks_moved} tasks, costs {one.cost:.2f}"
        )
    for overload in found.overloads:
        tasks = ", ".join(told.task(of, t) for of, t in overload.tasks)
        who = told.people[overload.resource]
        typer.echo(f"warning: {who} is still overloaded from {stamp(overload.start)}: {tasks}", err=True)
    for lag in found.broken_lags:
        typer.echo(f"warning: {lag.after} follows {lag.before} {lag.minutes} minutes too late", err=True)


class _Names:
    """What tasks and people are called, with the plan where there are several."""

    def __init__(self, found: Levelled) -> None:
        self.several = len(found.projects) > 1
        self.names = {(p.id, t.id): t.name or t.id for p in found.projects for t in p.tasks}
        self.people = {r.id: r.name or r.id for p in found.projects for r in p.resources}

    def task(self, project: str, task: str) -> str:
        """A task by its id, or by plan and id as reasons name those of other plans."""
        of, _, other = task.rpartition("/")
        key = (project, task) if (project, task) in self.names else (of, other)
        name = self.names.get(key, task)
        return f"{key[0]}: {name}" if self.several else name


def _minutes(start: datetime, finish: datetime) -> int:
    return int((finish - start).total_seconds() // 60)
