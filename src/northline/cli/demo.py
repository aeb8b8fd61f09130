"""`northline demo`: a ready demo workspace on loopback."""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path
from typing import Annotated

import typer

from northline.cli import refuse
from northline.config.boot import boot, is_loopback, migrate


def command(
    host: Annotated[str, typer.Option(help="Loopback address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65535)] = 8000,
    prepare: Annotated[bool, typer.Option("--prepare", help="Make the workspace and stop.")] = False,
) -> None:
    """Serve a workspace of a made-up company. Its passwords are printed, so it stays on this machine."""
    if not is_loopback(host):
        refuse(
            "the demo prints its passwords, so it listens on loopback only. Use `northline serve` for others."
        )
    os.environ.setdefault("NORTHLINE_LOG_FORMAT", "text")
    boot(level="WARNING")
    migrate()
    kept = _passwords()
    from northline.demo.workspace import ensure_demo

    people = ensure_demo(kept)
    if prepare:
        return
    typer.echo(f"\nNorthline is ready at http://{host}:{port}\n\nSign in as:")
    width = max(len(person.email) for person in people)
    for person in people:
        typer.echo(f"    {person.email:<{width}}   {kept[person.email]}   {person.what}")
    typer.echo("")
    from northline.cli.serve import run

    run(host=host, port=port, workers=1)


class _Passwords(dict[str, str]):
    """Random passwords, made at the first asking and kept in the data folder, readable by its owner alone."""

    def __init__(self, file: Path) -> None:
        super().__init__(json.loads(file.read_text()) if file.exists() else {})
        self._file = file

    def __missing__(self, email: str) -> str:
        self[email] = secrets.token_urlsafe(12)
        with os.fdopen(os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump(self, file)
        return self[email]


def _passwords() -> _Passwords:
    from django.conf import settings

    return _Passwords(settings.HOME / "demo-passwords.json")
