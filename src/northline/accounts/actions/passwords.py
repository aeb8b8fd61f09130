"""Passwords: check, ask for a new one by mail, choose it."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

from northline.accounts import mail
from northline.accounts.actions.api_tokens import revoke_all
from northline.accounts.models import Person, Session
from northline.core.refusal import Refusal


def checked_password(password: str, *, of: Person) -> str:
    """The password, if it is hard enough to guess.

    Raises Refusal `password.weak`, which says how to make it better.
    """
    try:
        validate_password(password, user=of)
    except ValidationError as error:
        why = " ".join(error.messages)
        raise Refusal(
            "password.weak",
            f"{why} Nothing was changed; choose another one.",
            fields=[{"path": "password", "message": why}],
        ) from error
    return password


def ask_for_reset(email: str, *, origin: str) -> None:
    """Mail a reset address to the person of that address, if there is one; nobody learns whether there is."""
    person = Person.objects.filter(email=email, is_active=True).first()
    if person is None:
        return
    mail.send(
        "password_reset", to=person.email, name=person.name, address=reset_address(person, origin=origin)
    )


def reset_address(person: Person, *, origin: str) -> str:
    """Where the person chooses a new password, once, within the hour."""
    uid = urlsafe_base64_encode(str(person.pk).encode())
    token = default_token_generator.make_token(person)
    return mail.address(origin, f"/reset?uid={uid}&token={token}")


@transaction.atomic
def choose_password(*, uid: str, token: str, password: str) -> Person:
    """Set a new password by a mailed address, once, and end every session and API token of the person.

    Raises Refusal `reset.gone` or `password.weak`.
    """
    person = _asking(uid)
    if person is None or not default_token_generator.check_token(person, token):
        raise _reset_gone()
    old = person.password
    person.set_password(checked_password(password, of=person))
    # The token speaks of the old password: whoever comes second finds another one there.
    if not Person.objects.filter(pk=person.pk, password=old).update(password=person.password):
        raise _reset_gone()
    shut_out(person)
    return person


def shut_out(person: Person) -> None:
    """End every session and API token of the person."""
    Session.objects.filter(person=person).delete()
    revoke_all(person)


def _asking(uid: str) -> Person | None:
    try:
        person_id = UUID(urlsafe_base64_decode(uid).decode())
    except ValueError:
        return None
    return Person.objects.filter(pk=person_id, is_active=True).first()


def _reset_gone() -> Refusal:
    return Refusal(
        "reset.gone",
        "This reset address was used already or is older than one hour. Your password was not changed. "
        "Ask for a new address.",
        status=410,
    )
