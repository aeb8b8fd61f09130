"""`northline flow FILE`: when will so many items be done, how many by a date, from what was finished so far."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from northline.cli.schedule import Output

if TYPE_CHECKING:
    from northline.engine.forecast import CountForecast, CycleTimes, DoneForecast, Flow
    from northline.formats.finished_items import FinishedItems

LEVELS = (10, 50, 80, 85, 90, 95)
WIDTH = 40
BINS = 40


def command(
    file: Annotated[
        Path, typer.Argument(help="A table of items with the dates they were finished (CSV).", metavar="FILE")
    ],
    items: Annotated[
        int | None, typer.Option(help="How many items are still to be done; else those without a date.")
    ] = None,
    by: Annotated[
        datetime | None,
        typer.Option(help="Tell how many items will be done by the end of this day.", formats=["%Y-%m-%d"]),
    ] = None,
    samples: Annotated[int, typer.Option(help="How many futures to play through.")] = 10_000,
    seed: Annotated[int, typer.Option(help="The same seed gives the same answer.")] = 0,
    until: Annotated[
        datetime | None,
        typer.Option(
            help="The last day that counts as past; else the last in the file.", formats=["%Y-%m-%d"]
        ),
    ] = None,
    split_low: Annotated[float, typer.Option(help="Into how many each item turns, at least.")] = 1.0,
    split_high: Annotated[float, typer.Option(help="Into how many each item turns, at most.")] = 1.0,
    growth: Annotated[float, typer.Option(help="How many new items a week come on average.")] = 0.0,
    window: Annotated[int, typer.Option(help="How many of the last days to draw from.")] = 84,
    workdays: Annotated[bool, typer.Option("--workdays", help="Count Mondays to Fridays only.")] = False,
    where: Annotated[
        list[str] | None,
        typer.Option(help="Only rows with this cell; may be repeated.", metavar="COLUMN=VALUE"),
    ] = None,
    finished: Annotated[
        str | None, typer.Option(help="The column of finish dates.", metavar="COLUMN")
    ] = None,
    begun: Annotated[str | None, typer.Option(help="The column of start dates.", metavar="COLUMN")] = None,
    output: Annotated[Output, typer.Option("--format", help="json or table.")] = Output.TABLE,
) -> None:
    """Draw the days of the past again until the items are done, and print how likely every date is."""
    kept = dict(map(_where, where or []))
    from northline.cli.plans import refusing
    from northline.engine import BadValue
    from northline.engine.forecast import Sampling, Scope, cycle_times, flow_of, how_many, when_done
    from northline.engine.model import standard_calendar
    from northline.formats import finished_items

    with refusing():
        found = finished_items.read(file, finished=finished, begun=begun, where=kept)
        flow = flow_of(
            (end for _, end in found.items), until=_last(found, until), calendar=standard_calendar() if workdays else None
        )  # fmt: skip
        sampling = Sampling(window=window)
        scope = Scope(found.left if items is None else items, split_low, split_high, growth)
        done = when_done(flow, scope, samples=samples, seed=seed, sampling=sampling)
        counted = None
        if by is not None and by.date() <= flow.until:
            raise BadValue(f"The past goes up to {flow.until}; ask for a later day than {by.date()}.")
        if by is not None:
            counted = how_many(
                flow, by=by.date(), split_low=split_low, split_high=split_high, samples=samples, seed=seed, sampling=sampling
            )  # fmt: skip
        times = cycle_times((b, e) for b, e in found.items if b is not None)
    figures = as_json(flow, done, times, items=scope.items, by=by and by.date(), counted=counted)
    if output is Output.JSON:
        typer.echo(json.dumps(figures, ensure_ascii=False))
    else:
        _print(figures)


def as_json(
    flow: Flow, done: DoneForecast, times: CycleTimes, *, items: int, by: date | None, counted: CountForecast | None
) -> dict[str, Any]:  # fmt: skip
    """The one JSON object that `--format json` prints; a quantile that lies in the never is null."""
    days = [done.quantile(level / 100) for level in LEVELS]
    return {
        "items": items,
        "until": flow.until.isoformat(),
        "finished": flow.total,
        "samples": done.samples,
        "seed": done.seed,
        **{f"p{level}": day and day.isoformat() for level, day in zip(LEVELS, days, strict=True)},
        "probability_on_time": None if by is None else done.by(by),
        "never": done.never / done.samples,
        "histogram": [{"day": day.isoformat(), "count": count} for day, count in done.days],
        "by": None
        if by is None or counted is None
        else {
            "day": by.isoformat(),
            "items_at_least": {f"p{level}": counted.at_least(level / 100) for level in LEVELS},
            "chance_of_all": counted.chance_of(items),
        },
        "cycle_time_days": {f"p{p}": times.percentile(p) for p in (50, 85, 95)} if times.days else None,
        "cycle_times_skipped": times.skipped,
    }


def _last(found: FinishedItems, until: datetime | None) -> date:
    """The last day that counts; raises BadValue where no item is finished, as there is no pace then."""
    from northline.engine import BadValue

    if not found.items:
        raise BadValue("No row that counts has a finish date, so there is no pace to go by.")
    return max(end for _, end in found.items) if until is None else until.date()


def _where(text: str) -> tuple[str, str]:
    column, mark, value = text.partition("=")
    if not mark:
        raise typer.BadParameter(f"{text!r}: write a column, = and what its cells hold, as project=0.")
    return column, value


def _print(figures: dict[str, Any]) -> None:
    typer.echo(
        f"{figures['items']} items after {figures['until']}, from {figures['finished']} finished before"
    )
    for level in LEVELS:
        typer.echo(f"  {level} % by  {figures[f'p{level}'] or 'never within ten years'}")
    if figures["probability_on_time"] is not None:
        typer.echo(f"{figures['probability_on_time']:.1%} are done by {figures['by']['day']}")
    if figures["by"]:
        typer.echo(f"Items done by {figures['by']['day']}, at least:")
        for level in LEVELS:
            typer.echo(f"  {level} %  {figures['by']['items_at_least'][f'p{level}']}")
    step = max(1, -(-len(figures["histogram"]) // BINS))
    rows = [figures["histogram"][i : i + step] for i in range(0, len(figures["histogram"]), step)]
    most = max((sum(b["count"] for b in row) for row in rows), default=1)
    for row in rows:
        count = sum(b["count"] for b in row)
        typer.echo(f"  {row[0]['day']}  {'█' * round(WIDTH * count / most)} {count}")
    if figures["cycle_time_days"]:
        told = ", ".join(f"{p[1:]} % within {days} days" for p, days in figures["cycle_time_days"].items())
        typer.echo(f"An item takes: {told}.")
