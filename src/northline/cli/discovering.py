"""`northline import --discover`: an export of another tool, or a table, becomes insights, ideas and opportunities."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from northline.cli import refuse
from northline.cli.taking_in import seen_to, upload_of

if TYPE_CHECKING:
    from northline.core.scope import Scope
    from northline.research.imports.mapping import Plan
    from northline.research.imports.models import ResearchImport

SHOWN = 20


def bring_in(
    file: Path, *, mapping: Path | None, product_id: UUID, apply: bool, leave_out: bool, by: Scope
) -> dict[str, Any]:
    """What became, or would become, of each item. Nothing of the file is kept unless it is applied."""
    from northline.core.refusal import Refusal
    from northline.research.imports import importing

    plan = _plan_of(mapping) if mapping else None
    with upload_of(file) as upload:
        row = seen_to(importing.take_in(upload, cut=False, product_id=product_id, by=by), wanted="ready")
    try:
        if plan is not None:
            importing.remap(row, plan=plan)
        said = _said(file, row)
        if apply:
            importing.confirm(row, leave_out_errors=leave_out, by=by)
    except Refusal:
        importing.drop(row)
        raise
    if apply:
        row.refresh_from_db()
        seen_to(row, wanted="imported")
    else:
        importing.drop(row)
    return said | {"applied": apply}


def _plan_of(file: Path) -> Plan:
    from pydantic import ValidationError

    from northline.research.imports.schemas import MappingIn, plan_of

    try:
        return plan_of(MappingIn.model_validate_json(file.read_bytes()))
    except ValidationError as error:
        wrong = error.errors()[0]
        refuse(f"{file}: {'.'.join(map(str, wrong['loc']))}: {wrong['msg']}. Nothing was done.")


def _said(file: Path, row: ResearchImport) -> dict[str, Any]:
    from northline.research.imports import importing
    from northline.research.imports.schemas import show_dry_run, show_import

    outcomes, losses = importing.dry_run(row)
    tried = show_dry_run(outcomes, losses, what="", most=len(outcomes))
    return {"file": str(file), "mapping": show_import(row)["mapping"], **tried}


def text_of(said: dict[str, Any]) -> str:
    """For a person: how many of each, what stands against items, what has no place."""
    counts = said["counts"]
    verb = "Brought in" if said["applied"] else "Would bring in"
    lines = [
        f"{verb}: {counts['create']:,} new, {counts['update']:,} changed, {counts['unchanged']:,} unchanged, "
        f"{counts['error']:,} with errors, {counts['left_out']:,} left out; {counts['comments']:,} comments."
    ]
    wrong = [one for one in said["rows"] if one["what"] == "error"]
    lines += [f"- row {one['row']}, {one['title']}: {one['why']}" for one in wrong[:SHOWN]]
    lines += [f"- {one['what']} ({one['count']:,}): {one['why']}" for one in said["losses"][:SHOWN]]
    more = max(0, len(wrong) - SHOWN) + max(0, len(said["losses"]) - SHOWN)
    if more:
        lines.append(f"… and {more:,} more; --format json tells all.")
    if not said["applied"]:
        lines.append("Nothing was made: --apply makes it.")
    return "\n".join(lines)
