"""The very first start: a one-time address, and what it makes."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from northline.accounts import mail, rules
from northline.accounts.actions.passwords import checked_password
from northline.accounts.authentication import scope_of_member
from northline.accounts.models import Member, Person, SetupToken, Workspace
from northline.accounts.tokens import hash_of, new_token
from northline.core import changes
from northline.core.refusal import Conflict, Refusal


def is_needed() -> bool:
    """Is there nobody yet?"""
    return not Person.objects.exists()


def first_address(origin: str) -> str | None:
    """A fresh one-time set-up address under `origin` (or the public address, where one is set), or None when
    somebody is here already."""
    if not is_needed():
        return None
    token, hashed = new_token()
    SetupToken.objects.create(token_hash=hashed)
    return mail.address(origin, f"/setup?token={token}")


@transaction.atomic
def set_up(*, token: str, name: str, email: str, password: str, workspace_name: str) -> Member:
    """Make the first person and their workspace, once.

    Raises Conflict `setup.done`, Refusal `setup.wrong_token` or `password.weak`.
    """
    # Two addresses of two starts, used at once: the second waits here and then finds somebody.
    waiting = list(SetupToken.objects.select_for_update().order_by("pk"))
    if not is_needed():
        raise Conflict("setup.done", "Northline is set up already. Nothing was changed. Sign in instead.")
    used = next((row for row in waiting if row.token_hash == hash_of(token) and row.used_at is None), None)
    if used is None:
        raise Refusal(
            "setup.wrong_token",
            "That set-up address is not the one that was printed. Nothing was made. "
            "Use the newest one in the server's output, or start the server again.",
            status=403,
        )
    person = Person(email=email, name=name)
    person.set_password(checked_password(password, of=person))
    person.save(force_insert=True)
    workspace = Workspace.objects.create(name=workspace_name, slug=rules.slug_of(workspace_name, taken=()))
    member = Member.objects.create(workspace=workspace, person=person, name=name, role=Member.Role.OWNER)
    SetupToken.objects.filter(pk=used.pk).update(used_at=timezone.now())
    changes.record(scope_of_member(member), "set up", member, after={"workspace": workspace.name})
    return member
