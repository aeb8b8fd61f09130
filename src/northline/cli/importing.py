"""`northline import FILE`: a plan of any known format becomes a project, and an export of another tool comes into Discover,
through the doors of the browser's imports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from northline.cli import refuse
from northline.cli.discovering import bring_in, text_of
from northline.cli.house import As, Form, Output, Place, opened, scope_as, told
from northline.cli.taking_in import seen_to, upload_of

if TYPE_CHECKING:
    from northline.core.scope import Scope
    from northline.delivery.models import Import

SHOWN = 20


def command(
    file: Annotated[
        Path,
        typer.Argument(
            help="A plan of any known format; with --discover an export or a table.", metavar="FILE"
        ),
    ],
    as_email: As,
    workspace: Place = "",
    product: Annotated[str, typer.Option(help="The product that it comes into, by its key.")] = "",
    title: Annotated[str, typer.Option(help="What the project is called; else as the file says.")] = "",
    code: Annotated[str, typer.Option(help="What the keys of its items begin with; else of the title.")] = "",
    apply: Annotated[
        bool, typer.Option("--apply", help="Bring it in; else only tell what would be made.")
    ] = False,
    discover: Annotated[
        bool,
        typer.Option(
            "--discover", help="An export of another tool, or a table, into Discover of the product."
        ),
    ] = False,
    mapping: Annotated[
        Path | None,
        typer.Option(help="With --discover: what columns and states mean, as the API takes it, in JSON."),
    ] = None,
    leave_out_errors: Annotated[
        bool, typer.Option("--leave-out-errors", help="With --discover: bring in the others.")
    ] = False,
    output: Form = Output.TEXT,
) -> None:
    """Tell what of a file would come in and what could not be read; with --apply, bring it in, whole or not at all."""
    with opened():
        from northline.cli.lasting import bar
        from northline.core import kinds

        by = scope_as(as_email, workspace)
        product_id = kinds.object_with_key(by, "product", product).pk if product else None
        if discover:
            if product_id is None:
                refuse("say into which product with --product. Nothing was done.")
            found = bring_in(
                file, mapping=mapping, product_id=product_id, apply=apply, leave_out=leave_out_errors, by=by
            )
            told(output, found, lambda: text_of(found))
            return
        with bar("Reading the plan") as tell:
            row = _read(file, title=title, code=code, product_id=product_id, by=by)
            tell(0.5, "")
            said = _said(file, row)
            if apply:
                row = _made(row, by)
            else:
                _forget(row, by)
        project = row.project if apply else None
        said |= {
            "applied": apply,
            "title": row.title if apply else said["title"],
            "project": {"key": project.key, "code": project.code, "id": project.pk} if project else None,
        }
        told(output, said, lambda: _text(said))


def _read(file: Path, *, title: str, code: str, product_id: Any, by: Scope) -> Import:
    """Taken in and read, as an upload is."""
    from northline.delivery import importing

    with upload_of(file) as upload:
        row = importing.take_in(upload, cut=False, title=title, code=code, product_id=product_id, by=by)
    return seen_to(row, wanted="ready")


def _made(row: Import, by: Scope) -> Import:
    from northline.delivery import importing

    return seen_to(importing.confirm(row, given={}, by=by), wanted="imported")


def _forget(row: Import, by: Scope) -> None:
    from northline.delivery import importing

    importing.drop(row, by=by)


def _said(file: Path, row: Import) -> dict[str, Any]:
    preview = row.preview or {}
    return {
        "file": str(file),
        "title": row.title or preview.get("name") or file.stem,
        "start": preview.get("start"),
        "finish": preview.get("finish"),
        "counts": preview.get("counts", {}),
        "warnings": preview.get("warnings", []),
    }


def _text(said: dict[str, Any]) -> str:
    counts = ", ".join(_counted(count, things) for things, count in said["counts"].items() if count)
    project = said["project"]
    head = f"Made the project {project['key']}" if project else "Would make a project"
    lines = [f"{head}, {said['title']}: {counts}; {said['start']} to {said['finish']}."]
    lines += [f"- {one['where']}: {one['message']}" for one in said["warnings"][:SHOWN]]
    if len(said["warnings"]) > SHOWN:
        lines.append(f"… and {len(said['warnings']) - SHOWN:,} more; --format json tells all.")
    if not said["warnings"]:
        lines.append("Everything is taken over.")
    if not project:
        lines.append("Nothing was made: --apply makes it.")
    return "\n".join(lines)


def _counted(count: int, things: str) -> str:
    """So many of the things, which are named as several.

    >>> _counted(1, "summaries"), _counted(2_000, "tasks")
    ('1 summary', '2,000 tasks')
    """
    if count != 1:
        return f"{count:,} {things}"
    return f"1 {things[:-3] + 'y' if things.endswith('ies') else things[:-1]}"
