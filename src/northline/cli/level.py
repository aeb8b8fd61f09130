"""`northline level FILE`: spread the work so that no resource is overloaded."""

from __future__ import annotations

import json
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from northline.cli.lasting import bar, stoppable
from northline.cli.stamps import after, until

if TYPE_CHECKING:
    from northline.engine.levelling.rcpsp import Answer, Problem

HEAD = 4096
# What leaving takes after the last look at the clock.
LEAVING = 0.05


class Goal(StrEnum):
    """What counts first."""

    FINISH = "finish"
    STABILITY = "stability"


class Output(StrEnum):
    """How to print."""

    JSON = "json"
    TABLE = "table"


def command(
    files: Annotated[
        list[Path],
        typer.Argument(
            help="A plan, or PSPLIB's .sm and .mm; of several plans, resources of one name are the same.",
            metavar="FILE...",
        ),
    ],
    seconds: Annotated[float, typer.Option(min=0.01, help="Time limit of the whole command.")] = 10.0,
    workers: Annotated[int, typer.Option(min=1, help="How many cores to use.")] = 2,
    seed: Annotated[int, typer.Option(help="Another seed searches elsewhere.")] = 0,
    output: Annotated[Output, typer.Option("--format", help="json or table.")] = Output.TABLE,
    alternatives: Annotated[
        bool, typer.Option("--alternatives", help="For plans: also a short list of other ways, with prices.")
    ] = False,
    split: Annotated[
        bool, typer.Option("--split/--no-split", help="For plans: interrupt tasks that may be split.")
    ] = False,
    move_remaining: Annotated[
        bool,
        typer.Option(
            "--move-remaining/--keep-remaining", help="For plans: put off what is left of begun work."
        ),
    ] = True,
    within_slack: Annotated[
        bool, typer.Option("--within-slack", help="For plans: leave the finish where it is.")
    ] = False,
    since: Annotated[
        datetime | None,
        typer.Option("--from", metavar="DATE", help="For plans: delay nothing that ends before this date."),
    ] = None,
    to: Annotated[
        datetime | None,
        typer.Option(
            parser=until, metavar="DATE", help="For plans: delay nothing that begins after this date."
        ),
    ] = None,
    goal: Annotated[
        Goal, typer.Option(help="For plans: the earliest finish, or dates close to those of now.")
    ] = Goal.FINISH,
    status_date: Annotated[
        datetime | None,
        typer.Option(parser=after, metavar="DATE", help="For plans: put work not yet done after this date."),
    ] = None,
    work: Annotated[
        int | None,
        typer.Option(
            min=1, help="Stop after so many schedules instead: the answer is then the same every time."
        ),
    ] = None,
) -> None:
    """Find a short plan within the resources' capacities, and say how short it could be at best."""
    began = perf_counter() - _running()
    if len(files) > 1 and alternatives:
        raise typer.BadParameter("--alternatives are of one plan alone.")
    if len(files) == 1 and _is_psplib(files[0]):
        _level_problem(
            files[0], seconds=seconds, work=work, workers=workers, seed=seed, output=output, began=began
        )
        return
    from northline.cli import level_plan
    from northline.cli.plans import refusing
    from northline.engine.levelling import plans

    with refusing():
        wish = plans.LevelOptions(
            within_slack=within_slack, first=since, last=to, goal=plans.Goal(goal), status_date=status_date,
            move_remaining=move_remaining, may_split=split,
        )  # fmt: skip
    level_plan.run(
        files,
        wish,
        seconds=max(0.01, seconds - (perf_counter() - began)),
        work=work,
        workers=workers,
        seed=seed,
        as_json=output is Output.JSON,
        with_alternatives=alternatives,
    )


def _level_problem(
    file: Path, *, seconds: float, work: int | None, workers: int, seed: int, output: Output, began: float
) -> None:
    from northline.cli.plans import refusing
    from northline.engine.levelling.rcpsp import solve
    from northline.formats import psplib

    with refusing(), stoppable() as stopped, bar("Levelling") as tell:
        problem = psplib.read(file)
        left = max(seconds - (perf_counter() - began) - LEAVING, 0.01)

        def on_progress(makespan: int, bound: int) -> None:
            tell((perf_counter() - began) / seconds, f"makespan {makespan}, at best {bound}")

        answer = solve(
            problem, seconds=None if work else left, schedules=work, workers=workers, seed=seed,
            on_progress=on_progress, cancelled=stopped,
        )  # fmt: skip
    for note in answer.notes:
        typer.echo(f"warning: {note}", err=True)
    _print(answer, problem, output, round(perf_counter() - began, 3))


def _print(answer: Answer, problem: Problem, output: Output, seconds: float) -> None:
    if output is Output.JSON:
        figures = {
            "makespan": answer.makespan,
            "lower_bound": answer.lower_bound,
            "optimal": answer.optimal,
            "seconds": seconds,
            "starts": {activity.id: answer.starts[activity.id] for activity in problem.activities},
            "modes": {activity.id: answer.modes[activity.id] for activity in problem.activities},
        }
        typer.echo(json.dumps(figures))
        return
    ending = "proved optimal" if answer.optimal else f"at best {answer.lower_bound}"
    typer.echo(
        f"Makespan {answer.makespan} ({ending}) after {seconds:.1f} s.\n\n{'job':>6} {'mode':>5} {'start':>6}"
    )
    for activity in problem.activities:
        typer.echo(f"{activity.id:>6} {answer.modes[activity.id]:>5} {answer.starts[activity.id]:>6}")


def _is_psplib(file: Path) -> bool:
    from northline.cli.plans import refusing
    from northline.formats import psplib

    with refusing(), file.open("rb") as opened:
        return psplib.recognised(opened.read(HEAD))


def _running() -> float:
    """Seconds since this process started, so that loading counts; 0 where the system does not tell."""
    try:
        ticks = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
        up = float(Path("/proc/uptime").read_text().split()[0])
        import os

        age = up - ticks / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError):
        return 0.0
    # A command of a few seconds at most: an implausible age is another clock's.
    return age if 0 <= age < 30 else 0.0
