"""`northline export`: a project, a roadmap or a list as a file, as a member may see it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from northline.cli import refuse
from northline.cli.house import As, Form, Output, Place, opened, scope_as, size, told
from northline.cli.targets import free, write_whole

group = typer.Typer(
    name="export",
    help="Files of what a member may see. The suffix of FILE says the format.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
Target = Annotated[Path, typer.Argument(help="Where to write; the suffix says the format.", metavar="FILE")]
Force = Annotated[bool, typer.Option("--force", help="Write over a file that is there.")]

PLANS = {name: name for name in ("xer", "xlsx", "csv", "json", "pdf", "png", "svg")} | {"xml": "mspdi"}
ROADMAPS = {name: name for name in ("pdf", "png", "svg", "pptx", "ics", "csv", "json")}
LISTS = {name: name for name in ("csv", "xlsx", "json")}


class Paper(StrEnum):
    """Pages that a plan is drawn on."""

    A4 = "a4"
    A3 = "a3"
    LETTER = "letter"
    TABLOID = "tabloid"


class Unit(StrEnum):
    """By what time is measured in a drawing."""

    FIT = "fit"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


class Layout(StrEnum):
    """How a roadmap is drawn."""

    TIMELINE = "timeline"
    HORIZONS = "horizons"


@group.command("project")
def export_project(
    key: Annotated[str, typer.Argument(help="The project, by its key.", metavar="PROJECT")],
    file: Target,
    as_email: As,
    workspace: Place = "",
    paper: Annotated[Paper, typer.Option(help="Of a PDF.")] = Paper.A4,
    unit: Annotated[Unit, typer.Option(help="Of a drawing; fit lays all time on one page.")] = Unit.FIT,
    baseline: Annotated[str, typer.Option(help="Drawn beside the plan, by its key.")] = "",
    force: Force = False,
    output: Form = Output.TEXT,
) -> None:
    """A plan: .xml (Microsoft Project), .xer (Primavera), .xlsx, .csv, .json (Northline); or drawn: .pdf, .png, .svg."""
    format = _format_of(file, PLANS)
    free(file, force=force)
    with opened():
        from northline.core.kinds import object_with_key
        from northline.scheduling import exporting

        by = scope_as(as_email, workspace)
        project = object_with_key(by, "project", key)
        agreed = object_with_key(by, "baseline", baseline).pk if baseline else None
        drawing = exporting.Drawing(paper=paper.value, unit=unit.value, baseline_id=agreed)
        made = exporting.made(exporting.readied(project, by, drawing=drawing), format=format)
        _keep(made.content, named=made.name, file=file, force=force, output=output)


@group.command("roadmap")
def export_roadmap(
    key: Annotated[str, typer.Argument(help="The product, by its key.", metavar="PRODUCT")],
    file: Target,
    as_email: As,
    workspace: Place = "",
    layout: Annotated[
        Layout | None, typer.Option(help="Else as the audience has it, or the timeline.")
    ] = None,
    audience: Annotated[str, typer.Option(help="As this audience may see it, by its key.")] = "",
    colour: Annotated[str | None, typer.Option(help="The field that colours the bars.")] = None,
    force: Force = False,
    output: Form = Output.TEXT,
) -> None:
    """A roadmap: .pdf, .png, .svg, .pptx, .ics, .csv or .json."""
    format = _format_of(file, ROADMAPS)
    free(file, force=force)
    with opened():
        from northline.core.kinds import object_with_key
        from northline.reporting.audiences.files import roadmap_file

        by = scope_as(as_email, workspace)
        product = object_with_key(by, "product", key)
        reader = object_with_key(by, "audience", audience) if audience else None
        made = roadmap_file(
            product,
            format=format,
            layout=layout and layout.value,
            audience=reader,
            colour=colour,
        )
        _keep(made.content, named=made.name, file=file, force=force, output=output)


@group.command("list")
def export_list(
    kind: Annotated[str, typer.Argument(help="What is listed, such as insight, initiative or work_item.")],
    file: Target,
    as_email: As,
    workspace: Place = "",
    product: Annotated[str, typer.Option(help="Those of one product, by its key.")] = "",
    q: Annotated[str, typer.Option("--search", help="Those in which the words are found.")] = "",
    where: Annotated[
        str, typer.Option(help="A filter, as the API takes it: a JSON list of conditions.")
    ] = "",
    sort: Annotated[str, typer.Option(help="Such as -progress,title.")] = "",
    columns: Annotated[str, typer.Option(help="Which, in which order, separated by commas; else all.")] = "",
    archived: Annotated[bool, typer.Option("--archived", help="Those put away.")] = False,
    force: Force = False,
    output: Form = Output.TEXT,
) -> None:
    """A list: .csv, .xlsx or .json."""
    format = _format_of(file, LISTS)
    free(file, force=force)
    with opened():
        from northline.cli.lasting import bar
        from northline.core.kinds import object_with_key
        from northline.core.listing import queries
        from northline.core.listing.conditions import parsed
        from northline.core.listing.exporting.writing import export

        by = scope_as(as_email, workspace)
        _refuse_unlisted(kind)
        product_id = object_with_key(by, "product", product).pk if product else None
        asked = queries.Asked(product_id, q, parsed(where), archived)
        names = [name.strip() for name in columns.split(",") if name.strip()]
        with bar("Writing the list") as tell:
            total = max(1, queries.find(by, kind, asked).rows.count())
            tells = lambda done: tell(done / total, f"{done:,} rows")  # noqa: E731
            with export(by, kind, asked, sort=sort, columns=names, format=format, told=tells) as held:
                content = held.read()
        _keep(content, named=file.name, file=file, force=force, output=output)


def _format_of(file: Path, known: dict[str, str]) -> Any:
    format = known.get(file.suffix.lower().removeprefix("."))
    if format is None:
        possible = ", ".join(f".{suffix}" for suffix in known)
        refuse(f"{file.name}: nothing is written with this suffix; take one of {possible}.")
    return format


def _refuse_unlisted(kind: str) -> None:
    from northline.core.listing.listings import all_listings

    kinds = sorted(listing.kind for listing in all_listings())
    if kind not in kinds:
        refuse(f"there is no list of {kind}. There are: {', '.join(kinds)}.")


def _keep(content: bytes, *, named: str, file: Path, force: bool, output: Output) -> None:
    """Write it; several pictures are one ZIP, which is called so."""
    target = file.with_suffix(".zip") if named.endswith(".zip") else file
    free(target, force=force)
    write_whole(target, content)
    said = {"file": str(target), "bytes": len(content)}
    told(output, said, lambda: f"Wrote {target}: {size(len(content))}.")
