"""`northline forecast FILE`: the chance of every finish date of a plan."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from northline.cli.schedule import Output

if TYPE_CHECKING:
    from northline.engine.forecast import Forecast, MilestoneChance, RiskEffect

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
    with_resources: Annotated[
        bool, typer.Option("--with-resources", help="Let tasks wait for people and machines too.")
    ] = False,
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
        result = simulate(
            plan.project, samples=samples, seed=seed, deadline=by, status_date=status_date,
            with_resources=with_resources,
        )  # fmt: skip
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
        "deadline": _stamped(result.deadline),
        "planned": _stamp(result.planned),
        **{name: _stamp(getattr(result, name)) for name in QUANTILES},
        "mean": _stamp(result.mean),
        "probability_on_time": result.probability_on_time,
        "histogram": [{"start": _stamp(b.start), "count": b.count} for b in result.histogram],
        "drivers": [
            {
                "id": d.id,
                "criticality_index": d.criticality_index,
                "sensitivity": d.sensitivity,
                "sensitivity_index": d.sensitivity_index,
                "if_short": _stamped(d.if_short),
                "if_long": _stamped(d.if_long),
            }
            for d in result.drivers
        ],
        "milestones": [_milestone(m) for m in result.milestones],
        "risks": [_risk(r) for r in result.risks],
        "merge_points": [
            {"id": m.id, "bias_minutes": m.bias, "criticality_index": m.criticality_index}
            for m in result.merge_points
        ],
        "with_resources": result.with_resources,
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


def _milestone(found: MilestoneChance) -> dict[str, Any]:
    return {
        "id": found.id,
        "planned": _stamp(found.planned),
        **{name: _stamp(getattr(found, name)) for name in ("p10", "p50", "p80", "p90")},
        "deadline": _stamped(found.deadline),
        "probability": found.probability,
    }


def _risk(found: RiskEffect) -> dict[str, Any]:
    return {
        "id": found.id,
        "probability": found.probability,
        "happened": found.happened,
        "delay_minutes": found.delay,
        "expected_delay_minutes": found.expected_delay,
        "expected_cost": found.expected_cost,
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
    if result.milestones:
        typer.echo(
            "Milestones and tasks with a deadline (half, and 80 % of the samples by; chance of the deadline):"
        )
    for m in result.milestones:
        chance = "" if m.probability is None else f"  {m.probability:.1%} by {_stamp(m.deadline or m.p50)}"
        typer.echo(f"  {_stamp(m.p50)}  {_stamp(m.p80)}  {m.id}  {names[m.id]}{chance}")


def _stamped(moment: datetime | None) -> str | None:
    return None if moment is None else _stamp(moment)


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
