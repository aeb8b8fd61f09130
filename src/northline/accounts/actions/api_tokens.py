"""API tokens: make, revoke. They are a person's own, as sessions are: no change records them."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from northline.accounts.models import ApiToken, Member, Person, Workspace
from northline.accounts.tokens import new_api_token
from northline.core.refusal import Conflict, NotFound

MOST = 50


@transaction.atomic
def make_token(
    person: Person, *, name: str, days: int, may_write: bool, workspace: Workspace | None = None
) -> tuple[ApiToken, str]:
    """A token of the person's that lasts so many days, and its secret, told this once.

    Raises Conflict `token.too_many`.
    """
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    if ApiToken.objects.filter(person=person, revoked_at=None).count() >= MOST:
        raise Conflict(
            "token.too_many",
            f"There are {MOST} API tokens already. None was made. Revoke one that is not used.",
        )
    token, prefix, token_hash = new_api_token()
    row = ApiToken.objects.create(
        person=person,
        workspace=workspace,
        name=name,
        prefix=prefix,
        token_hash=token_hash,
        may_write=may_write,
        expires_at=timezone.now() + timedelta(days=days),
    )
    return row, token


def revoke_token(row: ApiToken) -> None:
    """Let the token open nothing any more."""
    if not ApiToken.objects.filter(pk=row.pk, revoked_at=None).update(revoked_at=timezone.now()):
        raise NotFound("API token")


def revoke_all(person: Person) -> None:
    """Let no token of the person's open anything: whoever knew the old password may have made one."""
    ApiToken.objects.filter(person=person, revoked_at=None).update(revoked_at=timezone.now())


def workspace_of(person: Person, slug: str) -> Workspace:
    """A workspace where the person is a member, to bind a token to."""
    members = Member.objects.select_related("workspace").filter(person=person, suspended_at=None)
    row = members.filter(workspace__slug=slug).first()
    if row is None:
        raise NotFound("workspace")
    return row.workspace
