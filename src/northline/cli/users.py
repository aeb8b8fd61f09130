"""`northline user`: who may sign in, for whoever runs the server."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from northline.cli import refuse
from northline.cli.house import (
    LOCAL,
    Form,
    Origin,
    Output,
    Place,
    member_at,
    opened,
    person_at,
    table,
    told,
    typed_password,
    workspace_at,
)

if TYPE_CHECKING:
    from northline.accounts.models import Person

group = typer.Typer(
    name="user",
    help="Who may sign in. Works on the data of NORTHLINE_HOME or NORTHLINE_DATABASE, as `northline serve` does.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)
Email = Annotated[str, typer.Argument(help="Their mail address.")]
FromInput = Annotated[
    bool, typer.Option("--password-stdin", help="Take the password from the first line of standard input.")
]


class Role(StrEnum):
    """What a member may be."""

    OWNER = "owner"
    ADMIN = "admin"
    MEMBER = "member"
    STAKEHOLDER = "stakeholder"


@group.command("list")
def list_users(workspace: Place = "", output: Form = Output.TEXT) -> None:
    """Everybody who may sign in or might, with their workspaces."""
    with opened():
        from northline.accounts.models import Person

        rows = Person.objects.order_by("email").prefetch_related("memberships__workspace")
        if workspace:
            rows = rows.filter(memberships__workspace=workspace_at(workspace))
        shown = [_shown(person) for person in rows]
        told(output, {"users": shown}, lambda: _listed(shown))


@group.command("add")
def add_user(
    email: Email,
    name: Annotated[str, typer.Option(help="What people call them; needed for somebody new.")] = "",
    workspace: Place = "",
    role: Annotated[Role, typer.Option(help="What they may do in the workspace.")] = Role.MEMBER,
    from_input: FromInput = False,
    origin: Origin = LOCAL,
    output: Form = Output.TEXT,
) -> None:
    """Make somebody a member. Somebody new gets a one-time address where they choose a password, or one from you."""
    with opened():
        from northline.accounts.actions.passwords import reset_address
        from northline.accounts.actions.people import add_person

        place, address = workspace_at(workspace), _address(email)
        _refuse_nameless(address, name)
        password = typed_password() if from_input else None
        member, is_new = add_person(address, name=name.strip(), to=place, role=role.value, password=password)
        link = reset_address(member.person, origin=origin) if is_new and not from_input else None
        _tell(output, member.person, link, f"{address} is {role.value} of {place.name}.")


@group.command("deactivate")
def deactivate(email: Email, output: Form = Output.TEXT) -> None:
    """Let somebody sign in nowhere any more, and end their sessions and tokens. What they did stays theirs."""
    with opened():
        from northline.accounts.actions.people import disable

        person = person_at(email)
        disable(person)
        _tell(
            output, person, None, f"{person.email} may not sign in any more; sessions and tokens are ended."
        )


@group.command("activate")
def activate(email: Email, output: Form = Output.TEXT) -> None:
    """Let somebody who was deactivated sign in again."""
    with opened():
        from northline.accounts.actions.people import enable

        person = person_at(email)
        enable(person)
        _tell(output, person, None, f"{person.email} may sign in again.")


@group.command("reset-password")
def reset_password(
    email: Email, from_input: FromInput = False, origin: Origin = LOCAL, output: Form = Output.TEXT
) -> None:
    """Print a one-time address, good for an hour, where they choose a new password; or set one from standard input.

    A new password ends their sessions and tokens.
    """
    with opened():
        from northline.accounts.actions.passwords import reset_address
        from northline.accounts.actions.people import set_password

        person = person_at(email)
        if not person.is_active:
            refuse(
                f"{person.email} is deactivated. Nothing was changed. `northline user activate` lets them in."
            )
        if from_input:
            set_password(person, typed_password())
        link = None if from_input else reset_address(person, origin=origin)
        said = (
            "has a new password; sessions and tokens are ended." if from_input else "chooses a new password."
        )
        _tell(output, person, link, f"{person.email} {said}")


@group.command("make-owner")
def make_owner(email: Email, workspace: Place = "", output: Form = Output.TEXT) -> None:
    """Make a member an owner of the workspace, so that they may do everything in it."""
    with opened():
        from northline.accounts.actions import people

        member = people.make_owner(member_at(email, workspace))
        _tell(output, member.person, None, f"{member.person.email} owns {member.workspace.name}.")


def _address(email: str) -> str:
    """The address as it is kept; refuses what is none."""
    from pydantic import TypeAdapter, ValidationError

    from northline.accounts.schemas import Email as Address

    try:
        return str(TypeAdapter(Address).validate_python(email))
    except ValidationError:
        refuse(f"{email} is no mail address. Nothing was changed.")


def _refuse_nameless(email: str, name: str) -> None:
    from northline.accounts.models import Person

    if not name.strip() and not Person.objects.filter(email=email).exists():
        refuse(f"{email} is new here: say what people call them with --name. Nothing was changed.")
    if len(name) > 200 or "\n" in name:
        refuse("a name is one line of at most 200 characters. Nothing was changed.")


def _shown(person: Person) -> dict[str, Any]:
    members = sorted(person.memberships.all(), key=lambda member: member.workspace.slug)
    return {
        "id": person.pk,
        "email": person.email,
        "name": person.name,
        "active": person.is_active,
        "last_sign_in": person.last_login,
        "workspaces": [
            {"slug": row.workspace.slug, "role": row.role, "suspended": row.suspended_at is not None}
            for row in members
        ],
    }


def _listed(shown: list[dict[str, Any]]) -> str:
    return table(
        ["ADDRESS", "NAME", "STATE", "LAST SIGN-IN", "WORKSPACES"],
        [
            [
                one["email"],
                one["name"],
                "active" if one["active"] else "deactivated",
                f"{one['last_sign_in']:%Y-%m-%d}" if one["last_sign_in"] else "never",
                ", ".join(
                    f"{at['slug']} ({at['role']}{', suspended' if at['suspended'] else ''})"
                    for at in one["workspaces"]
                ),
            ]
            for one in shown
        ],
    )


def _tell(output: Output, person: Person, link: str | None, said: str) -> None:
    text = said if link is None else f"{said} Once, within the hour, at:\n\n    {link}\n"
    told(output, {"user": _shown(person), "address": link}, lambda: text)
