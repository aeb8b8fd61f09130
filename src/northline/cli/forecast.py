"""`northline forecast FILE`: the chance of every finish date of a plan."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from northline.cli.schedule import Output

if TYPE_CHECKING:
    from northline.engine.forecast import Forecast

QUANTILES = ("p10", "p50", "p80", "p85", "p90", "p95")
WIDTH = 40
SHOWN = 10


def command(
    file: Annotated[Path, typer.Argument(help="A plan file.", metavar="FILE")],
    samples: Annotated[int, typer.Option(help="How many times to play the plan through.")] = 10_000,
    seed: Annotated[int, typer.Option(help="The same seed gives the same answer.")] = 0,
    deadline: Annotated[
        str | None,
        typer.Option(
            help="Tell the chance of finishing by this date (to its end) or moment.", metavar="DATE"
        ),
    ] = None,
    output: Annotated[Output, typer.Option("--format", help="json or table.")] = Output.TABLE,
    status_date: Annotated[
        datetime | None, typer.Option(help="Put work not yet done after this date.")
    ] = None,
) -> None:
    """Draw durations many times, schedule each draw, and print how likely every finish date is."""
    by = _deadline(deadline)
    from northline.cli.plans import load, refusing
    from northline.engine.forecast import simulate

    plan = load(file)
    with refusing():
        result = simulate(plan.project, samples=samples, seed=seed, deadline=by, status_date=status_date)
    if output is Output.JSON:
        typer.echo(
            json.dumps(as_json(result, warnings=[*plan.warnings, *result.warnings]), ensure_ascii=False)
        )
    else:
        _print_table(result, names={task.id: task.name for task in plan.project.tasks})


def as_json(result: Forecast, *, warnings: list[str]) -> dict[str, Any]:
    """The one JSON object that `--format json` prints."""
    spread = result.default_spread
    return {
        "samples": result.samples,
        "seed": result.seed,
        "deadline": None if result.deadline is None else _stamp(result.deadline),
        "planned": _stamp(result.planned),
        **{name: _stamp(getattr(result, name)) for name in QUANTILES},
        "mean": _stamp(result.mean),
        "probability_on_time": result.probability_on_time,
        "histogram": [{"start": _stamp(b.start), "count": b.count} for b in result.histogram],
        "drivers": [
            {"id": d.id, "criticality_index": d.criticality_index, "sensitivity": d.sensitivity}
            for d in result.drivers
        ],
        "default_spread": {
            "low": spread.low,
            "likely": spread.likely,
            "high": spread.high,
            "shape": spread.shape,
        },
        "default_spread_tasks": result.default_spread_tasks,
        "estimated_tasks": result.estimated_tasks,
        "warnings": warnings,
    }


def _deadline(text: str | None) -> datetime | None:
    """A bare date means its end; wrong usage if it is neither a date nor a local moment."""
    if text is None:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(
            f"{text!r} is no date. Write it as 2026-03-31 or 2026-03-31T17:00."
        ) from None
    if moment.tzinfo is not None:
        raise typer.BadParameter("Give the deadline in the plan's own time, without a time zone.")
    return moment.replace(hour=23, minute=59) if len(text) <= len("2026-03-31") else moment


def _print_table(result: Forecast, *, names: dict[str, str]) -> None:
    typer.echo(f"{result.samples} samples, seed {result.seed}; planned finish {_stamp(result.planned)}")
    spread = result.default_spread
    typer.echo(
        f"{result.estimated_tasks} tasks with an estimate of their own, {result.default_spread_tasks} with "
        f"{spread.low:.0%} to {spread.high:.0%} of the planned duration"
    )
    if result.deadline is not None and result.probability_on_time is not None:
        typer.echo(f"{result.probability_on_time:.1%} finish by {_stamp(result.deadline)}")
    for name in QUANTILES:
        typer.echo(f"  {name[1:]} % by  {_stamp(getattr(result, name))}")
    most = max(b.count for b in result.histogram)
    for b in result.histogram:
        typer.echo(f"  {_stamp(b.start)}  {'█' * round(WIDTH * b.count / most)} {b.count}")
    typer.echo("What decides the finish (share of samples on the driving path, correlation with the finish):")
    for d in result.drivers[:SHOWN]:
        typer.echo(f"  {d.criticality_index:6.1%}  {d.sensitivity:+.2f}  {d.id}  {names[d.id]}")


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
