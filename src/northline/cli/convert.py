"""`northline convert IN OUT`: a plan from one format into another, with the list of what could not be carried over."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from northline.cli import refuse

if TYPE_CHECKING:
    from northline.formats import ImportedPlan

SHOWN = 20


class Output(StrEnum):
    """How to print."""

    JSON = "json"
    TEXT = "text"


def command(
    source: Annotated[Path, typer.Argument(help="A plan of any known format.", metavar="IN")],
    target: Annotated[
        Path, typer.Argument(help="Where to write; the suffix says the format.", metavar="OUT")
    ],
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    output: Annotated[Output, typer.Option("--format", help="json or text.")] = Output.TEXT,
) -> None:
    """Convert a plan: .xml (Microsoft Project), .xer (Primavera), .json (Northline), .csv or .xlsx."""
    from northline.cli.plans import load, refusing
    from northline.cli.targets import free, write_whole
    from northline.engine import schedule
    from northline.formats.detect import SUFFIXES, read_plan, write_plan
    from northline.formats.losses import losses
    from northline.formats.mspdi import refused_by_project

    kind = SUFFIXES.get(target.suffix.lower())
    if kind is None:
        refuse(f"{target.name}: no plan is written with this suffix; take one of {', '.join(SUFFIXES)}.")
    free(target, force=force)
    plan = load(source)
    with refusing():
        written = write_plan(plan, kind, schedule=schedule(plan.project))
        write_whole(target, written)
        lost = [loss.sentence for loss in losses(plan, read_plan(written))]
        if kind == "mspdi":
            lost += refused_by_project(plan.project)
    _print(plan, source, target, lost, output)


def _print(plan: ImportedPlan, source: Path, target: Path, lost: list[str], output: Output) -> None:
    project = plan.project
    counts: dict[str, Any] = {
        "tasks": len(project.tasks),
        "links": len(project.links),
        "resources": len(project.resources),
        "assignments": len(project.assignments),
    }
    losses = [*plan.warnings, *lost]
    if output is Output.JSON:
        read = {"file": str(source), "name": project.name, **counts}
        typer.echo(json.dumps({"read": read, "written": {"file": str(target)}, "losses": losses}))
        return
    told = ", ".join(f"{count} {noun}" for noun, count in counts.items())
    typer.echo(f"Wrote {target}: {told}.")
    for sentence in losses[:SHOWN]:
        typer.echo(f"- {sentence}")
    if len(losses) > SHOWN:
        typer.echo(f"… and {len(losses) - SHOWN} more; --format json tells all.")
    if not losses:
        typer.echo("Everything was carried over.")
