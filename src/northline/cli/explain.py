"""`northline explain FILE --task ID`: why is this date here, what would move it."""

from __future__ import annotations

import json
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from northline.cli.stamps import after, stamp

if TYPE_CHECKING:
    from northline.engine import Change, Explanation, Move, Reason

SHOWN = 10


class Output(StrEnum):
    """How to print."""

    JSON = "json"
    TEXT = "text"


class Date(StrEnum):
    """Which date to explain."""

    START = "start"
    FINISH = "finish"
    EARLY_START = "early_start"
    EARLY_FINISH = "early_finish"
    LATE_START = "late_start"
    LATE_FINISH = "late_finish"


def command(
    file: Annotated[Path, typer.Argument(help="A plan file.", metavar="FILE")],
    task: Annotated[str, typer.Option(help="The task's id: the file's own UID.", metavar="ID")],
    finish: Annotated[bool, typer.Option("--finish", help="Explain the finish, not the start.")] = False,
    date: Annotated[Date | None, typer.Option(help="Another date than start or finish.")] = None,
    most: Annotated[int, typer.Option(min=0, help="How many changes to try at most.")] = 60,
    output: Annotated[Output, typer.Option("--format", help="json or text.")] = Output.TEXT,
    status_date: Annotated[
        datetime | None,
        typer.Option(parser=after, metavar="DATE", help="Put work not yet done after this date."),
    ] = None,
) -> None:
    """Tell the chain of reasons behind a date, and what changes to the plan would move it by how much."""
    from northline.cli.plans import load, refusing
    from northline.engine import DateKind, explain

    wanted = DateKind(date or (Date.FINISH if finish else Date.START))
    plan = load(file)
    with refusing():
        answer = explain(plan.project, task, date=wanted, status_date=status_date, most=most)
    if output is Output.JSON:
        typer.echo(json.dumps(as_json(answer), ensure_ascii=False))
    else:
        _print(answer, plan.project.minutes_per_day)


def as_json(answer: Explanation) -> dict[str, Any]:
    """The one JSON object that `--format json` prints."""
    return {
        "task": answer.task,
        "date": answer.date.value,
        "at": stamp(answer.at),
        "reasons": [_reason(r) for r in answer.reasons],
        "moves": [_move(m) for m in answer.moves],
        "untried": answer.untried,
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "task": reason.task,
        "date": reason.date.value,
        "at": stamp(reason.at),
        "kind": reason.kind.value,
        "since": None if reason.since is None else stamp(reason.since),
        "minutes": reason.minutes,
        "before": reason.before,
        "through": reason.through,
        "link": reason.link,
        "link_kind": reason.link_kind,
        "calendars": list(reason.calendars),
        "busy": [
            {"resource": b.resource, "since": stamp(b.since), "until": stamp(b.until), "tasks": list(b.tasks)}
            for b in reason.busy
        ],
        "code": reason.code,
        "arguments": dict(reason.arguments),
        "sentence": reason.sentence,
    }


def _move(move: Move) -> dict[str, Any]:
    return {
        "gain_minutes": move.gain,
        "becomes": stamp(move.becomes),
        "step": move.step,
        "change": _change(move.change),
        "sentence": move.sentence,
    }


def _change(change: Change) -> dict[str, Any]:
    values = {
        "kind": change.kind.value,
        "task": change.task,
        "link": change.link,
        "minutes": change.minutes,
        "at": None if change.at is None else stamp(change.at),
        "calendars": list(change.calendars),
        "days": [d.isoformat() for d in change.days],
    }
    return {key: value for key, value in values.items() if value not in (None, [])}


def _print(answer: Explanation, per_day: int) -> None:
    typer.echo(f"{answer.date.value.replace('_', ' ')} of {answer.task}: {stamp(answer.at)}")
    for number, reason in enumerate(answer.reasons, start=1):
        typer.echo(f"{number:4}. {reason.sentence}")
    if not answer.moves:
        typer.echo("No single change that was tried moves it.")
        return
    typer.echo("What would move it:")
    for move in answer.moves[:SHOWN]:
        typer.echo(f"{move.gain / per_day:8.2f} days  to {stamp(move.becomes)}  {move.sentence}")
