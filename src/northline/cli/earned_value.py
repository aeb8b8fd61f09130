"""`northline earned-value FILE`: what was planned, earned and spent, and where that leads."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from northline.cli.stamps import stamp, until

if TYPE_CHECKING:
    from northline.engine.earned_value import EarnedSchedule, EarnedValue, Figures, Period


class Output(StrEnum):
    """How to print."""

    JSON = "json"
    TEXT = "text"


def command(
    file: Annotated[Path, typer.Argument(help="A plan file.", metavar="FILE")],
    status_date: Annotated[
        datetime | None,
        typer.Option(
            parser=until,
            metavar="DATE",
            help="As of the end of this date, or this moment; else as of the file's status date, else today.",
        ),
    ] = None,
    baseline: Annotated[int, typer.Option(help="Which baseline to measure against.", min=0)] = 0,
    hours: Annotated[
        bool, typer.Option("--hours", help="Count hours of work even where costs are known.")
    ] = False,
    output: Annotated[Output, typer.Option("--format", help="json or text.")] = Output.TEXT,
) -> None:
    """Measure the work done against the baseline: value planned, earned and spent, and the estimates they give."""
    from northline.cli.plans import load, refusing
    from northline.engine.earned_value import Unit, earned_value

    plan = load(file)
    today = datetime.now().replace(hour=23, minute=59, second=0, microsecond=0)
    with refusing():
        result = earned_value(
            plan.project,
            status_date=status_date or plan.project.status_date or today,
            baseline=baseline,
            unit=Unit.HOURS if hours else None,
        )
    if status_date is None and plan.project.status_date is None:
        note = "Neither you nor the file gave a status date, so today's was taken."
        result = replace(result, notes=(*result.notes, note))
    if output is Output.JSON:
        answer = as_json(result, warnings=plan.warnings, currency=plan.project.currency)
        typer.echo(json.dumps(answer, ensure_ascii=False))
    else:
        _print_text(result, plan.project.currency)


def as_json(result: EarnedValue, *, warnings: tuple[str, ...], currency: str) -> dict[str, Any]:
    """The one JSON object that `--format json` prints."""
    return {
        "status_date": stamp(result.status_date),
        "unit": result.unit,
        "currency": currency,
        "baseline": result.baseline,
        "project": _figures(result.project),
        "tasks": [_figures(f) for f in result.tasks.values()],
        "periods": [_period(p) for p in result.periods],
        "warnings": [*warnings, *result.notes],
    }


def _figures(f: Figures) -> dict[str, Any]:
    return {
        "id": f.id,
        "name": f.name,
        "summary": f.summary,
        "bac": f.bac,
        "pv": f.pv,
        "ev": f.ev,
        "ac": f.ac,
        "sv": f.sv,
        "cv": f.cv,
        "spi": f.spi,
        "cpi": f.cpi,
        "eac": f.eac,
        "eac_planned_pace": f.eac_planned_pace,
        "eac_both": f.eac_both,
        "vac": f.vac,
        "tcpi": f.tcpi,
        "tcpi_eac": f.tcpi_eac,
        "schedule": None if f.time is None else _time(f.time),
    }


def _time(t: EarnedSchedule) -> dict[str, Any]:
    return {
        "start": stamp(t.start),
        "finish": stamp(t.finish),
        "earned_until": stamp(t.earned_until),
        "es_minutes": t.earned,
        "at_minutes": t.actual,
        "pd_minutes": t.planned,
        "sv_minutes": t.sv,
        "spi": t.spi,
        "eac_minutes": t.eac,
        "eac_planned_pace_minutes": t.eac_at_planned_pace,
        "expected_finish": None if t.expected_finish is None else stamp(t.expected_finish),
    }


def _period(p: Period) -> dict[str, Any]:
    return {
        "start": stamp(p.start),
        "end": stamp(p.end),
        "pv": p.pv,
        "ev": p.ev,
        "ac": p.ac,
        "pv_sum": p.pv_sum,
        "ev_sum": p.ev_sum,
        "ac_sum": p.ac_sum,
    }


def _print_text(result: EarnedValue, currency: str) -> None:
    from northline.engine.earned_value import Unit

    unit = (currency or "the plan's currency") if result.unit is Unit.COST else "hours of work"
    f = result.project
    typer.echo(f"{f.name}, as of {stamp(result.status_date)}, in {unit}")
    typer.echo(
        f"  budget {_number(f.bac)}, planned {_number(f.pv)}, earned {_number(f.ev)}, spent {_number(f.ac)}"
    )
    typer.echo(
        f"  schedule: SV {_number(f.sv)}, SPI {_ratio(f.spi)};  cost: CV {_number(f.cv)}, CPI {_ratio(f.cpi)}"
    )
    typer.echo(
        f"  at completion: {_number(f.eac)} at this CPI, {_number(f.eac_planned_pace)} with the rest as planned, "
        f"{_number(f.eac_both)} at CPI × SPI;  TCPI {_ratio(f.tcpi)}"
    )
    if f.time is not None:
        finish = "open" if f.time.expected_finish is None else stamp(f.time.expected_finish)
        typer.echo(
            f"  earned schedule: the work done was due by {stamp(f.time.earned_until)}, SPI(t) {_ratio(f.time.spi)}; "
            f"planned finish {stamp(f.time.finish)}, expected {finish}"
        )
    heads = ("BAC", "PV", "EV", "AC", "SV", "CV")
    typer.echo("".join(f"{h:>13}" for h in heads) + "    SPI    CPI SPI(t)  task")
    for t in result.tasks.values():
        values = "".join(f"{_number(v):>13}" for v in (t.bac, t.pv, t.ev, t.ac, t.sv, t.cv))
        pace = None if t.time is None else t.time.spi
        typer.echo(f"{values} {_ratio(t.spi):>6} {_ratio(t.cpi):>6} {_ratio(pace):>6}  {t.id}  {t.name}")
    for note in result.notes:
        typer.echo(f"note: {note}", err=True)


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:,.1f}"


def _ratio(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
