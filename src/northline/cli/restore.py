"""`northline restore FILE`: what `northline backup` wrote, verified, all or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from northline.cli.house import Form, Output, refusals, told
from northline.config import boot


def command(
    file: Annotated[Path, typer.Argument(help="A backup.", metavar="FILE")],
    force: Annotated[
        bool, typer.Option("--force", help="Replace what is there; without it only an empty place is filled.")
    ] = False,
    output: Form = Output.TEXT,
) -> None:
    """Put a backup into NORTHLINE_HOME or NORTHLINE_DATABASE. Stop servers and workers first.

    It is verified before anything is written, and then all of it comes or nothing. What a home held is kept beside it.
    """
    boot.boot(log_form="text", level="WARNING")
    with refusals():
        from northline.cli.lasting import bar
        from northline.config.backup.restoring import restore

        with bar("Restoring") as tell:
            done = restore(file, force=force, tell=tell)
        made = done.manifest
        said = {
            "file": str(file),
            "version": made.version,
            "made_at": made.made_at,
            "database": made.database,
            "migrations_waiting": done.waiting,
            "kept": str(done.kept) if done.kept else None,
            "files": sorted(made.files),
        }
        lines = [f"Restored the backup of {made.made_at} by Northline {made.version}."]
        if done.kept:
            lines.append(f"What was there is kept in {done.kept}; remove it when you need it no more.")
        if done.waiting:
            lines.append(
                f"{done.waiting} migrations wait: the next `northline serve` brings the database up to date."
            )
        told(output, said, lambda: "\n".join(lines))
