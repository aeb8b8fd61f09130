"""`northline token`: API tokens of anybody's, for whoever runs the server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from northline.cli import refuse
from northline.cli.house import Form, Output, opened, person_at, table, told, workspace_at

if TYPE_CHECKING:
    from northline.accounts.models import ApiToken

group = typer.Typer(
    name="token",
    help="API tokens. Works on the data of NORTHLINE_HOME or NORTHLINE_DATABASE, as `northline serve` does.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)


@group.command("list")
def list_tokens(
    of: Annotated[str, typer.Option("--user", help="Those of one person, by their address.")] = "",
    output: Form = Output.TEXT,
) -> None:
    """Tokens that were not revoked, with their owners, the newest first."""
    with opened():
        from northline.accounts.models import ApiToken

        rows = ApiToken.objects.filter(revoked_at=None).select_related("person", "workspace")
        if of:
            rows = rows.filter(person=person_at(of))
        shown = [_shown(row) for row in rows.order_by("-created_at", "-pk")]
        told(output, {"tokens": shown}, lambda: _listed(shown))


@group.command("create")
def create_token(
    email: Annotated[str, typer.Argument(help="Whose rights it has, by their address.")],
    name: Annotated[str, typer.Argument(help="What uses it; the history names it.")],
    write: Annotated[bool, typer.Option("--write", help="It may change things; else it reads.")] = False,
    days: Annotated[int, typer.Option(help="How long it lasts.", min=1, max=366)] = 90,
    workspace: Annotated[
        str, typer.Option(help="Bind it to one workspace; else it opens all of theirs.")
    ] = "",
    output: Form = Output.TEXT,
) -> None:
    """Make a token and print it, this once and alone, so that a script can take it."""
    with opened():
        from northline.accounts.actions.api_tokens import make_token, workspace_of

        person = person_at(email)
        if not person.is_active:
            refuse(f"{person.email} is deactivated. No token was made.")
        if not name.strip() or len(name) > 80 or "\n" in name:
            refuse("a token's name is one line of 1 to 80 characters. No token was made.")
        place = workspace_of(person, workspace_at(workspace).slug) if workspace else None
        row, token = make_token(person, name=name.strip(), days=days, may_write=write, workspace=place)
        told(output, {"token": token, **_shown(row)}, lambda: token)


@group.command("revoke")
def revoke(
    which: Annotated[str, typer.Argument(help="What it begins with, as listed (nlpat_…), or its id.")],
    output: Form = Output.TEXT,
) -> None:
    """Let a token open nothing any more."""
    with opened():
        from northline.accounts.actions.api_tokens import revoke_token

        row = _named(which)
        revoke_token(row)
        told(output, {"revoked": _shown(row)}, lambda: f"{row.name} of {row.person.email} is revoked.")


def _named(which: str) -> ApiToken:
    from northline.accounts.models import ApiToken
    from northline.accounts.tokens import prefix_of

    rows = ApiToken.objects.filter(revoked_at=None).select_related("person", "workspace")
    wanted = which.strip().rstrip("…")
    begins = prefix_of(wanted) or wanted
    found = [row for row in rows if begins == row.prefix or str(row.pk) == wanted]
    if not found:
        refuse(f"there is no token {begins}. `northline token list` tells which there are.")
    return found[0]


def _shown(row: ApiToken) -> dict[str, Any]:
    from northline.accounts.queries import show_api_token

    place = row.workspace.slug if row.workspace else None
    return show_api_token(row) | {"workspace": place, "user": row.person.email}


def _listed(shown: list[dict[str, Any]]) -> str:
    return table(
        ["TOKEN", "NAME", "OF", "ACCESS", "WORKSPACE", "LAST USED", "EXPIRES"],
        [
            [
                f"{one['begins']}…",
                one["name"],
                one["user"],
                one["access"],
                one["workspace"] or "all",
                f"{one['used_at']:%Y-%m-%d}" if one["used_at"] else "never",
                f"{one['expires_at']:%Y-%m-%d}{' (over)' if one['expired'] else ''}",
            ]
            for one in shown
        ],
    )
