"""A forecast as the one JSON object of `northline forecast`, and as a page to read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import typer

from northline.cli.stamps import stamp

if TYPE_CHECKING:
    from northline.engine.forecast import Forecast, MilestoneChance, RiskEffect

QUANTILES = ("p10", "p50", "p80", "p85", "p90", "p95")
WIDTH = 40
SHOWN = 10


def as_json(result: Forecast, *, warnings: list[str]) -> dict[str, Any]:
    """The one JSON object that `--format json` prints."""
    spread = result.default_spread
    return {
        "samples": result.samples,
        "seed": result.seed,
        "deadline": _stamped(result.deadline),
        "planned": stamp(result.planned),
        **{name: stamp(getattr(result, name)) for name in QUANTILES},
        "mean": stamp(result.mean),
        "probability_on_time": result.probability_on_time,
        "histogram": [{"start": stamp(b.start), "count": b.count} for b in result.histogram],
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
        "tornado": list(tornado(result)),
        "risks": [_risk(r) for r in result.risks],
        "factors": [
            {
                "name": f.name,
                "sensitivity": f.sensitivity,
                "if_low": _stamped(f.if_low),
                "if_high": _stamped(f.if_high),
            }
            for f in result.factors
        ],
        "merge_points": [
            {
                "id": m.id,
                "bias_minutes": m.bias,
                "wait_minutes": m.wait,
                "criticality_index": m.criticality_index,
            }
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
        "planned": stamp(found.planned),
        **{name: stamp(getattr(found, name)) for name in ("p10", "p50", "p80", "p90")},
        "deadline": _stamped(found.deadline),
        "probability": found.probability,
    }


def _risk(found: RiskEffect) -> dict[str, Any]:
    return {
        "id": found.id,
        "name": found.name,
        "probability": found.probability,
        "happened": found.happened,
        "delay_minutes": found.delay,
        "expected_delay_minutes": found.expected_delay,
        "finish_without": _stamped(found.finish_without),
        "finish_with": _stamped(found.finish_with),
        "on_time_without": found.on_time_without,
        "on_time_with": found.on_time_with,
        "expected_cost": found.expected_cost,
    }


def tornado(result: Forecast) -> Iterator[dict[str, Any]]:
    """What moves the mean finish, the widest bar first: tasks and factors from their lowest to their highest tenth, risks
    from not happening to happening; lengths in minutes on the clock."""
    bars = [("task", d.id, d.if_short, d.if_long) for d in result.drivers]
    bars += [("factor", f.name, f.if_low, f.if_high) for f in result.factors]
    bars += [("risk", r.id, r.finish_without, r.finish_with) for r in result.risks]
    known = [
        (kind, name, low, high) for kind, name, low, high in bars if low is not None and high is not None
    ]
    for kind, name, low, high in sorted(known, key=lambda bar: -abs(bar[3] - bar[2])):
        minutes = (high - low) // timedelta(minutes=1)
        yield {"kind": kind, "id": name, "low": stamp(low), "high": stamp(high), "minutes": minutes}


def print_page(result: Forecast, *, names: dict[str, str]) -> None:
    """Print the chances, the histogram, and what decides."""
    typer.echo(f"{result.samples} samples, seed {result.seed}; planned finish {stamp(result.planned)}")
    spread = result.default_spread
    typer.echo(
        f"{result.estimated_tasks} tasks with an estimate of their own, {result.default_spread_tasks} with "
        f"{spread.low:.0%} to {spread.high:.0%} of the planned duration"
    )
    if result.deadline is not None and result.probability_on_time is not None:
        typer.echo(f"{result.probability_on_time:.1%} finish by {stamp(result.deadline)}")
    for name in QUANTILES:
        typer.echo(f"  {name[1:]} % by  {stamp(getattr(result, name))}")
    most = max(b.count for b in result.histogram)
    for b in result.histogram:
        typer.echo(f"  {stamp(b.start)}  {'█' * round(WIDTH * b.count / most)} {b.count}")
    typer.echo("What decides the finish (share of samples on the driving path, correlation with the finish):")
    for d in result.drivers[:SHOWN]:
        typer.echo(f"  {d.criticality_index:6.1%}  {d.sensitivity:+.2f}  {d.id}  {names[d.id]}")
    _print_risks(result)
    _print_merges(result, names)
    if result.milestones:
        typer.echo(
            "Milestones and tasks with a deadline (half, and 80 % of the samples by; chance of the deadline):"
        )
    for m in result.milestones:
        chance = "" if m.probability is None else f"  {m.probability:.1%} by {stamp(m.deadline or m.p50)}"
        typer.echo(f"  {stamp(m.p50)}  {stamp(m.p80)}  {m.id}  {names[m.id]}{chance}")


def _print_risks(result: Forecast) -> None:
    if result.risks:
        typer.echo("Risks (chance, working hours later when it happens, mean finish without and with it):")
    for r in result.risks[:SHOWN]:
        hours = "      " if r.delay is None else f"{r.delay / 60:+6.1f}"
        dates = "  ".join("-" * 16 if d is None else stamp(d) for d in (r.finish_without, r.finish_with))
        typer.echo(f"  {r.probability:6.1%}  {hours}  {dates}  {r.id}  {r.name}")
    if result.factors:
        typer.echo("Shared factors (correlation, mean finish in the lowest and in the highest tenth):")
    for f in result.factors[:SHOWN]:
        dates = "  ".join("-" * 16 if d is None else stamp(d) for d in (f.if_low, f.if_high))
        typer.echo(f"  {f.sensitivity:+.2f}  {dates}  {f.name}")


def _print_merges(result: Forecast, names: dict[str, str]) -> None:
    if result.merge_points:
        typer.echo("Where links merge (working hours lost to waiting for the latest of them):")
    for m in result.merge_points[:SHOWN]:
        typer.echo(f"  {m.bias / 60:6.1f}  {m.id}  {names[m.id]}")


def _stamped(moment: datetime | None) -> str | None:
    return None if moment is None else stamp(moment)
