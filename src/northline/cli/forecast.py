"""`northline forecast FILE`: the chance of every finish date of a plan."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from northline.cli.lasting import bar
from northline.cli.schedule import Output
from northline.cli.stamps import after, until


def command(
    file: Annotated[Path, typer.Argument(help="A plan file.", metavar="FILE")],
    samples: Annotated[int, typer.Option(help="How many times to play the plan through.")] = 10_000,
    seed: Annotated[int, typer.Option(help="The same seed gives the same answer.")] = 0,
    deadline: Annotated[
        datetime | None,
        typer.Option(
            parser=until,
            metavar="DATE",
            help="Tell the chance of finishing by this date (to its end) or moment.",
        ),
    ] = None,
    risks: Annotated[
        Path | None,
        typer.Option(
            help="Risks, shared factors and durations of tasks beside those in the plan (JSON or CSV).",
            metavar="FILE",
        ),
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
    """Draw durations many times, schedule each draw, and print how likely every finish date is."""
    from northline.cli.forecast_page import as_json, print_page
    from northline.cli.plans import load, refusing, uncertainty_of
    from northline.engine.forecast import simulate

    plan = load(file)
    doubt = uncertainty_of(plan, risks)
    with refusing(), bar("Simulating") as tell:
        result = simulate(
            plan.project, samples=samples, seed=seed, deadline=deadline, status_date=status_date,
            with_resources=with_resources, durations=doubt.durations, factors=doubt.factors, risks=doubt.risks,
            on_progress=lambda share: tell(share, f"{round(share * samples):,} of {samples:,} samples"),
        )  # fmt: skip
    if output is Output.JSON:
        typer.echo(
            json.dumps(as_json(result, warnings=[*plan.warnings, *result.warnings]), ensure_ascii=False)
        )
    else:
        print_page(result, names={task.id: task.name for task in plan.project.tasks})
