"""`northline lint FILE`: plan quality findings."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from northline.cli.explain import Output
from northline.cli.stamps import until

if TYPE_CHECKING:
    from northline.engine import Finding, LintReport, Point


def command(
    file: Annotated[Path, typer.Argument(help="A plan file.", metavar="FILE")],
    output: Annotated[Output, typer.Option("--format", help="json or text.")] = Output.TEXT,
    status_date: Annotated[
        datetime | None,
        typer.Option(
            parser=until,
            metavar="DATE",
            help="Measure progress against the end of this date, not the plan's own.",
        ),
    ] = None,
) -> None:
    """Judge a plan by the DCMA 14 points and by rules of breakdown and logic, each finding with a fix."""
    from northline.cli.plans import load, refusing
    from northline.engine import lint

    plan = load(file)
    with refusing():
        report = lint(plan.project, status_date=status_date)
    if output is Output.JSON:
        typer.echo(json.dumps(as_json(report, warnings=list(plan.warnings)), ensure_ascii=False))
    else:
        _print(report)


def as_json(report: LintReport, *, warnings: list[str]) -> dict[str, Any]:
    """The one JSON object that `--format json` prints."""
    return {
        "passed": report.passed,
        "points": [_point(p) for p in report.points],
        "findings": [_finding(f) for f in report.findings],
        "warnings": warnings,
    }


def _point(point: Point) -> dict[str, Any]:
    return {
        "number": point.number,
        "code": point.code,
        "name": point.name,
        "verdict": point.verdict.value,
        "population": point.population,
        "count": point.count,
        "share": point.share,
        "threshold": point.threshold,
        "value": point.value,
        "tasks": list(point.tasks),
        "links": list(point.links),
        "sentence": point.sentence,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "points": list(finding.points),
        "tasks": list(finding.tasks),
        "links": list(finding.links),
        "reason": finding.reason,
        "advice": finding.advice,
        "fix": dict(finding.fix),
    }


def _print(report: LintReport) -> None:
    for point in report.points:
        figure = "" if point.share is None else f"{point.share:7.1%}"
        figure = f"{point.value:7.2f}" if point.value is not None else figure
        verdict = point.verdict.value.replace("_", " ")
        typer.echo(f"{point.number:3}  {verdict:14} {figure:>7}  {point.name}: {point.sentence}")
    for finding in report.findings:
        typer.echo(f"{finding.code}  {', '.join(finding.tasks)}: {finding.reason} {finding.advice}")
    typer.echo(f"{len(report.findings)} findings")
