"""The branch of `northline level` for plans with calendars: delays that leave nobody overloaded."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import typer

from northline.cli.stamps import stamp

if TYPE_CHECKING:
    from northline.engine.levelling.plans import Alternative, Interruption, Levelled, Move, Overload
    from northline.formats import ImportedPlan


def run(
    file: Path,
    *,
    seconds: float,
    workers: int,
    seed: int,
    as_json: bool,
    with_alternatives: bool = False,
    may_split: bool = False,
    move_remaining: bool = True,
) -> None:
    """Read a plan, level it within the time, and print what moved and why."""
    began = perf_counter()
    from northline.cli.plans import load, refusing
    from northline.engine.levelling.plans import LevelOptions, alternatives, level

    plan = load(file)
    wish = LevelOptions(may_split=may_split, move_remaining=move_remaining)
    with refusing():
        left = max(0.01, seconds - (perf_counter() - began))
        if with_alternatives:
            left /= 2
        found = level(plan.project, options=wish, seconds=left, workers=workers, seed=seed)
        others = (
            alternatives(plan.project, found=found, options=wish, seconds=left, seed=seed)
            if with_alternatives
            else None
        )
    figures = as_figures(found, seconds=round(perf_counter() - began, 3))
    if others is not None:
        figures["alternatives"] = [_alternative(a) for a in others]
    if as_json:
        typer.echo(json.dumps(figures, ensure_ascii=False))
        return
    _print_table(plan, found, others)


def as_figures(found: Levelled, *, seconds: float) -> dict[str, Any]:
    """The JSON object: `makespan` and `lower_bound` in minutes on the clock from the plan's start to its finish."""
    plan = found.schedule
    return {
        "makespan": _minutes(plan.start, found.finish),
        "lower_bound": _minutes(plan.start, found.lower_bound),
        "optimal": found.optimal,
        "seconds": seconds,
        "starts": {task.id: stamp(task.start) for task in plan},
        "modes": {task: mode for (_, task), mode in found.modes.items()},
        "finish": stamp(found.finish),
        "moved": [_move(m) for m in found.moves],
        "interruptions": [_interruption(i) for i in found.interruptions],
        "overloads": [_overload(o) for o in found.overloads],
        "broken_lags": [
            {"before": b.before, "after": b.after, "minutes": b.minutes} for b in found.broken_lags
        ],
        "warnings": list(found.warnings),
    }


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


def _overload(overload: Overload) -> dict[str, Any]:
    return {
        "resource": overload.resource,
        "from": stamp(overload.start),
        "to": stamp(overload.finish),
        "needed": overload.needed,
        "there": overload.there,
        "tasks": [task for _, task in overload.tasks],
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


def _print_table(plan: ImportedPlan, found: Levelled, others: tuple[Alternative, ...] | None) -> None:
    from rich.console import Console
    from rich.table import Table

    names = {task.id: task.name or task.id for task in plan.project.tasks}
    people = {r.id: r.name or r.id for r in plan.project.resources}
    proof = "proved best" if found.optimal else f"no plan can end before {stamp(found.lower_bound)}"
    title = f"{plan.project.name}: ends {stamp(found.finish)} ({proof}); {len(found.moves)} tasks moved"
    table = Table("id", "task", "from", "to", "because", title=title, title_justify="left")
    for move in found.moves:
        reason = move.reason.value
        if move.resource is not None:
            others_names = ", ".join(names.get(t, t) for t in move.because_of[:3])
            reason = f"{people[move.resource]} is busy with {others_names}"
        elif move.because_of:
            reason = "waits for " + ", ".join(names.get(t, t) for t in move.because_of)
        name = f"what is left of {names[move.task]}" if move.rest else names[move.task]
        table.add_row(move.task, name, stamp(move.before), stamp(move.after), reason)
    console = Console()
    if not console.is_terminal:
        console.width = 160
    console.print(table, markup=False)
    for stop in found.interruptions:
        told = ", ".join(names.get(t, t) for t in stop.because_of)
        why = f": {people[stop.resource]} is busy with {told}" if told else ""
        typer.echo(f"{names[stop.task]} rests from {stamp(stop.since)} to {stamp(stop.until)}{why}")
    for one in others or ():
        typer.echo(
            f"{one.name}: ends {stamp(one.finish)}, moves {one.tasks_moved} tasks, costs {one.cost:.2f}"
        )
    for overload in found.overloads:
        tasks = ", ".join(names.get(t, t) for _, t in overload.tasks)
        typer.echo(
            f"warning: {people[overload.resource]} is still overloaded from {stamp(overload.start)}: {tasks}",
            err=True,
        )
    for lag in found.broken_lags:
        typer.echo(f"warning: {lag.after} follows {lag.before} {lag.minutes} minutes too late", err=True)


def _minutes(start: datetime, finish: datetime) -> int:
    return int((finish - start).total_seconds() // 60)
