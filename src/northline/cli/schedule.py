"""`northline schedule FILE`: read a plan, compute it, print it."""

from __future__ import annotations

import json
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from northline.cli.stamps import after, stamp

if TYPE_CHECKING:
    from northline.engine import Schedule, ScheduledTask
    from northline.formats import ImportedPlan


# Beyond it names no longer stand further to the right.
MOST_INDENT = 20


class Output(StrEnum):
    """How to print."""

    JSON = "json"
    TABLE = "table"


def command(
    file: Annotated[Path, typer.Argument(help="A plan file.", metavar="FILE")],
    output: Annotated[Output, typer.Option("--format", help="json or table.")] = Output.TABLE,
    status_date: Annotated[
        datetime | None,
        typer.Option(parser=after, metavar="DATE", help="Put work not yet done after this date."),
    ] = None,
) -> None:
    """Read a plan, compute every date, slack and the critical path, and print them."""
    from northline.cli.plans import load, refusing
    from northline.engine import schedule

    plan = load(file)
    with refusing():
        result = schedule(plan.project, status_date=status_date)
    if output is Output.JSON:
        typer.echo(json.dumps(as_json(plan, result), ensure_ascii=False))
    else:
        _print_table(plan, result)


def as_json(plan: ImportedPlan, result: Schedule) -> dict[str, Any]:
    """The one JSON object that `--format json` prints."""
    names = {task.id: task.name for task in plan.project.tasks}
    return {
        "project": {
            "name": plan.project.name,
            "start": stamp(result.start),
            "finish": stamp(result.finish),
        },
        "tasks": [_task(task, names[task.id]) for task in result],
        "warnings": [*plan.warnings, *result.warnings],
    }


def _task(task: ScheduledTask, name: str) -> dict[str, Any]:
    return {
        "id": task.id,
        "name": name,
        "summary": task.summary,
        "start": stamp(task.start),
        "finish": stamp(task.finish),
        "early_start": stamp(task.early_start),
        "early_finish": stamp(task.early_finish),
        "late_start": stamp(task.late_start),
        "late_finish": stamp(task.late_finish),
        "start_slack_minutes": task.start_slack,
        "finish_slack_minutes": task.finish_slack,
        "total_slack_minutes": task.total_slack,
        "free_slack_minutes": task.free_slack,
        "critical": task.critical,
    }


def _print_table(plan: ImportedPlan, result: Schedule) -> None:
    from rich.console import Console
    from rich.table import Table

    from northline.engine.outline import levels_of

    project = plan.project
    names = {task.id: task.name for task in project.tasks}
    title = f"{project.name}: {stamp(result.start)} to {stamp(result.finish)}"
    table = Table(title=title, title_justify="left")
    for heading in ("id", "task", "start", "finish", "slack (days)", "critical"):
        table.add_column(heading, justify="right" if heading in ("id", "slack (days)") else "left")
    levels = levels_of(project.tasks)
    for task in result:
        table.add_row(
            task.id,
            "  " * min(levels[task.id] - 1, MOST_INDENT) + names[task.id],
            stamp(task.start),
            stamp(task.finish),
            f"{task.total_slack / project.minutes_per_day:.1f}",
            "critical" if task.critical else "",
        )
    console = Console()
    if not console.is_terminal:
        console.width = 160
    console.print(table, markup=False)
    for warning in (*plan.warnings, *result.warnings):
        typer.echo(f"warning: {warning}", err=True)
