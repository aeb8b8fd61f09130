"""Verbs of whoever runs the server, who is no member: who may sign in at all, and who owns a workspace."""

from __future__ import annotations

from django.db import transaction

from northline.accounts.actions.members import keep_an_owner, write
from northline.accounts.actions.passwords import checked_password, shut_out
from northline.accounts.models import Member, Person, Workspace
from northline.core import changes
from northline.core.refusal import Conflict
from northline.core.scope import Scope, nameless

DOOR = "command"


def add_person(
    email: str, *, name: str, to: Workspace, role: str, password: str | None = None
) -> tuple[Member, bool]:
    """Make somebody a member, and whether they are new here. Without a password they choose one by a reset address.

    Raises Conflict `member.already`, Refusal `password.weak`.
    """
    person = Person.objects.filter(email=email).first()
    is_new = person is None
    if person is None:
        person = Person(email=email, name=name)
        # Hashing takes its time, so it is done before the transaction.
        person.set_password(checked_password(password, of=person) if password else None)
    with transaction.atomic():
        if is_new:
            person.save(force_insert=True)
        if Member.objects.filter(workspace=to, person=person).exists():
            raise Conflict(
                "member.already", f"{email} is a member of {to.name} already. Nothing was changed."
            )
        member = Member.objects.create(workspace=to, person=person, name=person.name, role=role)
        changes.record(_by(member), "added", member, after={"role": role})
    return member, is_new


@transaction.atomic
def disable(person: Person) -> None:
    """Let somebody sign in nowhere any more; what they did stays theirs.

    Raises Conflict `person.disabled_already`, `member.last_owner`.
    """
    members = _held(person)
    if not person.is_active:
        raise Conflict(
            "person.disabled_already", f"{person.email} is deactivated already. Nothing was changed."
        )
    for member in members:
        keep_an_owner(member, deed="deactivated")
    _switch(person, members, on=False)
    shut_out(person)


@transaction.atomic
def enable(person: Person) -> None:
    """Let somebody sign in again. Raises Conflict `person.not_disabled`."""
    members = _held(person)
    if person.is_active:
        raise Conflict("person.not_disabled", f"{person.email} is not deactivated. Nothing was changed.")
    _switch(person, members, on=True)


def set_password(person: Person, password: str) -> None:
    """Give somebody another password, which ends all their sessions and API tokens. Raises Refusal `password.weak`."""
    person.set_password(checked_password(password, of=person))
    with transaction.atomic():
        person.save(update_fields=["password"])
        shut_out(person)


@transaction.atomic
def make_owner(member: Member) -> Member:
    """Make a member an owner of the workspace.

    Raises Conflict `member.owner_already`, `member.suspended_already`.
    """
    _hold(member)
    member.refresh_from_db()
    if member.role == Member.Role.OWNER:
        raise Conflict("member.owner_already", f"{member.name} is an owner already. Nothing was changed.")
    if member.suspended_at is not None:
        raise Conflict("member.suspended_already", f"{member.name} is suspended. Nothing was changed.")
    before = member.role
    write(member, role=Member.Role.OWNER)
    changes.record(
        _by(member), "changed the role of", member, before={"role": before}, after={"role": member.role}
    )
    return member


def _switch(person: Person, members: list[Member], *, on: bool) -> None:
    person.is_active = on
    person.save(update_fields=["is_active"])
    for member in members:
        changes.record(_by(member), "reactivated" if on else "deactivated", member)


def _held(person: Person) -> list[Member]:
    """The person's memberships, with their workspaces locked in one order, so that none is left without an owner."""
    members = list(Member.objects.filter(person=person).order_by("workspace_id"))
    for member in members:
        _hold(member)
    person.refresh_from_db()
    return members


def _hold(member: Member) -> None:
    list(Workspace.objects.select_for_update(no_key=True).filter(pk=member.workspace_id))


def _by(member: Member) -> Scope:
    return nameless(member.workspace_id, door=DOOR)
