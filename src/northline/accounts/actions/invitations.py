"""Invitations: ask somebody in, take it back, come in."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from northline.accounts import access, mail
from northline.accounts.actions.passwords import checked_password
from northline.accounts.authentication import scope_of_member
from northline.accounts.models import Invitation, Member, Person
from northline.accounts.tokens import new_token
from northline.core import changes, throttle
from northline.core.models import Change
from northline.core.refusal import Conflict, Refusal
from northline.core.scope import Scope

LASTS = timedelta(days=7)


def invite(email: str, *, role: str, by: Scope, origin: str) -> Invitation:
    """Ask an address in, by mail. An earlier invitation to it is replaced.

    Raises NotAllowed, Conflict `invitation.member_already`, Refusal `rate.limited`.
    """
    throttle.ration(f"invite:{by.workspace_id}", tries=200, within=timedelta(hours=1))
    with transaction.atomic():
        if Member.objects.filter(workspace_id=by.workspace_id, person__email=email).exists():
            raise Conflict(
                "invitation.member_already",
                f"{email} is a member of this workspace already. Nothing was sent. Change their role instead.",
            )
        earlier = _waiting(by, email)
        for row in earlier:
            access.may_invite(by, row.role)
        Invitation.objects.filter(pk__in=[row.pk for row in earlier]).update(revoked_at=timezone.now())
        token, hashed = new_token()
        invitation = Invitation.objects.create(
            workspace_id=by.workspace_id,
            email=email,
            role=role,
            token_hash=hashed,
            invited_by_id=by.member_id,
            expires_at=timezone.now() + LASTS,
        )
        undo = {"how": "invitation.take_back", "invitation": str(invitation.pk)}
        changes.record(by, "invited", invitation, after={"email": email, "role": role}, undo=undo)
        words: dict[str, Any] = {"inviter": by.name, "workspace": invitation.workspace.name, "role": role}
        mail.send("invitation", to=email, address=mail.address(origin, f"/invitation/{token}"), **words)
    return invitation


@transaction.atomic
def take_back(invitation: Invitation, *, by: Scope, cause: Change | None = None) -> None:
    """Make the mailed address worthless.

    Raises Conflict `invitation.over` when it was accepted or taken back before.
    """
    taken = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, revoked_at=None)
    if not taken.update(revoked_at=timezone.now()):
        raise Conflict(
            "invitation.over", "That invitation was accepted or taken back already. Nothing was changed."
        )
    said = {"email": invitation.email, "role": invitation.role}
    changes.record(by, "took back the invitation of", invitation, before=said, cause=cause)


def accept(invitation: Invitation, *, person: Person | None, name: str, password: str) -> Member:
    """Come in: as `person`, who has proved to be the owner of the invited address, or as somebody new.

    Raises Refusal `invitation.gone`, `password.weak`, `input.invalid`, Conflict `invitation.member_already`.
    """
    try:
        with transaction.atomic():
            _use_up(invitation)
            person = person or _new_person(invitation.email, name=name, password=password)
            if Member.objects.filter(workspace_id=invitation.workspace_id, person=person).exists():
                raise _member_already()
            member = Member.objects.create(
                workspace_id=invitation.workspace_id, person=person, name=person.name, role=invitation.role
            )
            changes.record(scope_of_member(member), "joined", member, after={"role": member.role})
    except IntegrityError as error:
        # The same address came in by another invitation in this very moment.
        raise _member_already() from error
    return member


def _use_up(invitation: Invitation) -> None:
    """Compare-and-set: of several who come at once, one gets through."""
    now = timezone.now()
    waiting = Invitation.objects.filter(
        pk=invitation.pk, accepted_at=None, revoked_at=None, expires_at__gt=now
    )
    if not waiting.update(accepted_at=now):
        raise access.invitation_gone()


def _new_person(email: str, *, name: str, password: str) -> Person:
    if not name:
        fields = [{"path": "name", "message": "Say what people call you."}]
        raise Refusal("input.invalid", "Nothing was changed. name: Say what people call you.", fields=fields)
    person = Person(email=email, name=name)
    person.set_password(checked_password(password, of=person))
    person.save(force_insert=True)
    return person


def _waiting(by: Scope, email: str) -> list[Invitation]:
    rows: Any = Invitation.objects.filter(workspace_id=by.workspace_id, email=email, accepted_at=None)
    return list(rows.filter(revoked_at=None, expires_at__gt=timezone.now()))


def _member_already() -> Conflict:
    return Conflict(
        "invitation.member_already",
        "You are known here already. Nothing was changed. Sign in, or ask an admin.",
    )
