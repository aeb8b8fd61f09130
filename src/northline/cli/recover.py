"""`northline recover FILE`: ways back to a deadline, each one simulated."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from northline.cli.lasting import bar, stoppable
from northline.cli.schedule import Output
from northline.cli.stamps import after, stamp, until

if TYPE_CHECKING:
    from northline.engine.recovery import Lever, Package, Recovery

SHOWN = 12


def command(
    file: Annotated[Path, typer.Argument(help="A plan file.", metavar="FILE")],
    deadline: Annotated[
        datetime | None,
        typer.Option(
            parser=until,
            metavar="DATE",
            help="The end of this date, or this moment; else the file's deadline.",
        ),
    ] = None,
    target: Annotated[float, typer.Option(help="The chance of the deadline to reach, 0 to 1.")] = 0.8,
    budget: Annotated[float | None, typer.Option(help="What the levers together may cost.")] = None,
    value: Annotated[
        list[str] | None,
        typer.Option(
            help="A task that may be left out, and its product value; may be repeated.", metavar="ID=VALUE"
        ),
    ] = None,
    simulations: Annotated[int, typer.Option(help="How many plans to simulate at most.")] = 80,
    samples: Annotated[int, typer.Option(help="How many times to play each of them through.")] = 2000,
    seed: Annotated[int, typer.Option(help="The same seed gives the same answer.")] = 0,
    risks: Annotated[
        Path | None,
        typer.Option(help="Risks, factors and durations beside the plan (JSON or CSV).", metavar="FILE"),
    ] = None,
    with_resources: Annotated[
        bool, typer.Option("--with-resources", help="Let tasks wait for people and machines too.")
    ] = False,
    output: Annotated[Output, typer.Option("--format", help="json or table.")] = Output.TABLE,
    status_date: Annotated[
        datetime | None,
        typer.Option(parser=after, metavar="DATE", help="Put work not yet done after this date."),
    ] = None,
) -> None:
    """Try levers on the tasks that decide the finish, rank them, and combine them until the target is met."""
    values = dict(map(_value, value or []))
    from northline.cli.plans import load, refusing, uncertainty_of
    from northline.engine.recovery import recovery

    plan = load(file)
    doubt = uncertainty_of(plan, risks)
    with refusing(), stoppable() as stopped, bar("Simulating") as tell:
        result = recovery(
            plan.project, deadline=deadline, target=target, values=values, budget=budget, samples=samples, seed=seed,
            with_resources=with_resources, status_date=status_date, simulations=simulations,
            durations=doubt.durations, factors=doubt.factors, risks=doubt.risks, cancelled=stopped,
            on_progress=lambda used, most: tell(used / most, f"{used} of at most {most} ways"),
        )  # fmt: skip
    if output is Output.JSON:
        typer.echo(json.dumps(as_json(result, warnings=plan.warnings), ensure_ascii=False))
    else:
        _print(result)


def as_json(result: Recovery, *, warnings: tuple[str, ...]) -> dict[str, Any]:
    """The one JSON object that `--format json` prints."""
    return {
        "deadline": stamp(result.deadline),
        "target": result.target,
        "probability": result.probability,
        "p50": stamp(result.p50),
        "p80": stamp(result.p80),
        "levers": [_lever(lever) for lever in result.levers],
        "packages": [_package(package) for package in result.packages],
        "simulations": result.simulations,
        "warnings": list(warnings),
    }


def _lever(lever: Lever) -> dict[str, Any]:
    change = {k: v.isoformat() if isinstance(v, date) else v for k, v in asdict(lever.change).items()}
    return {
        "kind": lever.kind,
        "change": change,
        "sentence": lever.sentence,
        "probability": lever.probability,
        "gain": lever.gain,
        "cost": lever.cost,
        "value_lost": lever.value_lost,
        "gain_per_cost": lever.gain_per_cost,
        "gain_per_value": lever.gain_per_value,
        "p50_earlier_minutes": lever.p50_earlier // timedelta(minutes=1),
        "p80_earlier_minutes": lever.p80_earlier // timedelta(minutes=1),
    }


def _package(package: Package) -> dict[str, Any]:
    return {
        "levers": [_lever(lever) for lever in package.levers],
        "deadline": stamp(package.deadline),
        "probability": package.probability,
        "gain": package.gain,
        "cost": package.cost,
        "value_lost": package.value_lost,
        "p50": stamp(package.p50),
        "p80": stamp(package.p80),
        "reached": package.reached,
    }


def _print(result: Recovery) -> None:
    typer.echo(
        f"{result.probability:.0%} finish by {stamp(result.deadline)}; wanted are {result.target:.0%}. "
        f"50 % by {stamp(result.p50)}, 80 % by {stamp(result.p80)}."
    )
    typer.echo("  chance      cost     value  lever")
    for lever in result.levers[:SHOWN]:
        typer.echo(f"  {lever.gain:+6.1%} {lever.cost:9,.0f} {lever.value_lost:9,.0f}  {lever.sentence}")
    for number, package in enumerate(result.packages, 1):
        enough = "" if package.reached else ", which is not enough"
        typer.echo(
            f"Package {number}: {package.probability:.0%} by {stamp(package.deadline)}{enough}; "
            f"cost {package.cost:,.0f}, value lost {package.value_lost:,.0f}"
        )
        for lever in package.levers:
            typer.echo(f"  {lever.gain:+6.1%}  {lever.sentence}")
    typer.echo(f"{result.simulations} plans simulated.")


def _value(text: str) -> tuple[str, float]:
    task, _, value = text.rpartition("=")
    try:
        return task, float(value)
    except ValueError:
        raise typer.BadParameter(f"{text!r}: write a task's id, = and its value, as 7=120.") from None
