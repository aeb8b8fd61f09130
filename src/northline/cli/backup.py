"""`northline backup FILE`: all data as one file, while the server runs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from northline.cli.house import Form, Output, at_home, size, told


def command(
    file: Annotated[Path, typer.Argument(help="Where to write; .tar.gz is usual.", metavar="FILE")],
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    output: Form = Output.TEXT,
) -> None:
    """Back up the database and the stored files of NORTHLINE_HOME or NORTHLINE_DATABASE. The server may run meanwhile.

    The file holds everything, the signing secret and password hashes too: keep it as safe as the server.
    """
    with at_home():
        from northline.cli.lasting import bar
        from northline.config.backup.making import back_up

        with bar("Backing up") as tell:
            made = back_up(file, force=force, tell=tell)
        said = {
            "file": str(file),
            "bytes": file.stat().st_size,
            "version": made.version,
            "made_at": made.made_at,
            "database": made.database,
            "migrations": len(made.migrations),
            "files": sorted(made.files),
        }
        stored = len(made.files) - 1
        text = f"Wrote {file}: {size(file.stat().st_size)}, the {made.database} database and {stored} stored files."
        told(output, said, lambda: text)
