"""What commands on the data of this machine share: the database that `serve` would use, refusals, and who is meant."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from northline.cli import refuse
from northline.config.boot import boot, waiting_migrations

if TYPE_CHECKING:
    from northline.accounts.models import Member, Person, Workspace
    from northline.core.scope import Scope


class Output(StrEnum):
    """How to print."""

    JSON = "json"
    TEXT = "text"


Form = Annotated[Output, typer.Option("--format", help="json or text.")]
Place = Annotated[str, typer.Option("--workspace", help="The workspace, by the first part of its address.")]
As = Annotated[str, typer.Option("--as", help="The member whose rights hold, by their address.")]
Origin = Annotated[
    str, typer.Option(help="Where the server is reached, where NORTHLINE_ADDRESS does not say it.")
]
LOCAL = "http://127.0.0.1:8000"


@contextmanager
def opened() -> Iterator[None]:
    """The data of NORTHLINE_HOME, or NORTHLINE_DATABASE, up to date and ready to be asked."""
    with at_home():
        if waiting := waiting_migrations():
            refuse(
                f"the database waits for {waiting} migrations. Nothing was done. "
                "Start `northline serve` once, which brings it up to date."
            )
        yield


@contextmanager
def at_home() -> Iterator[None]:
    """The same as it is, up to date or not."""
    _refuse_empty_home()
    boot(log_form="text", level="WARNING")
    with refusals():
        yield


@contextmanager
def refusals() -> Iterator[None]:
    """What is refused within ends the command."""
    from django.db import DatabaseError

    from northline.core.refusal import Refusal

    try:
        yield
    except Refusal as refusal:
        refuse(f"{refusal.message} ({refusal.code})")
    except DatabaseError as error:
        refuse(f"the database does not answer: {error}")
    except OSError as error:
        refuse(f"{error.filename}: {error.strerror}.")


def size(count: int) -> str:
    """Bytes as a person reads them.

    >>> size(1_400_000), size(1_400)
    ('1.4 MB', '1.4 kB')
    """
    return f"{count / 1e6:,.1f} MB" if count >= 100_000 else f"{count / 1e3:,.1f} kB"


def told(output: Output, said: dict[str, Any], text: Callable[[], str]) -> None:
    """Print one JSON object, or what a person reads."""
    typer.echo(json.dumps(said, default=str) if output is Output.JSON else text())


def table(head: list[str], rows: list[list[str]]) -> str:
    """Lines in columns."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in [head, *rows]
    ]
    return "\n".join(line.rstrip() for line in lines)


def person_at(email: str) -> Person:
    """The person of an address; refuses an unknown one."""
    from northline.accounts.models import Person

    person = Person.objects.filter(email=email.strip().lower()).first()
    if person is None:
        refuse(f"nobody is known as {email}. `northline user list` tells who is.")
    return person


def workspace_at(slug: str) -> Workspace:
    """The workspace of that name, or the only one there is; refuses where that does not say which."""
    from northline.accounts.models import Workspace

    rows = list(Workspace.objects.filter(slug=slug) if slug else Workspace.objects.order_by("slug"))
    if slug and not rows:
        refuse(f"there is no workspace {slug}.")
    if not rows:
        refuse("nobody is here yet. Start `northline serve`, which prints a one-time set-up address.")
    if len(rows) > 1:
        refuse(f"say which workspace with --workspace: {', '.join(row.slug for row in rows)}.")
    return rows[0]


def member_at(email: str, slug: str) -> Member:
    """The person as a member of the workspace; refuses who is none."""
    from northline.accounts.models import Member

    workspace = workspace_at(slug)
    member = Member.objects.filter(workspace=workspace, person=person_at(email)).first()
    if member is None:
        refuse(f"{email} is no member of {workspace.name}.")
    return member


def scope_as(email: str, slug: str) -> Scope:
    """What the member of that address may do in the workspace; refuses who may not come in."""
    from northline.accounts.actions.people import DOOR
    from northline.accounts.authentication import scope_of

    member = member_at(email, slug)
    scope = scope_of(member.person, workspace_id=member.workspace_id, door=DOOR)
    if scope is None:
        refuse(f"{email} is suspended or deactivated. Nothing was done.")
    return scope


def typed_password() -> str:
    """The first line of standard input."""
    password = sys.stdin.readline().rstrip("\r\n")
    if not password:
        refuse("there is no password on standard input. Nothing was changed.")
    return password


def _refuse_empty_home() -> None:
    """Before settings are read, which would make the folder."""
    home = Path(os.environ.get("NORTHLINE_HOME", "var")).resolve()
    if not os.environ.get("NORTHLINE_DATABASE") and not (home / "northline.sqlite3").exists():
        refuse(
            f"{home}: there is no Northline here. Set NORTHLINE_HOME or NORTHLINE_DATABASE as `northline serve` "
            "has them, or start it once."
        )
