"""Keys that go out by mail: whoever opens one has proved to read the mail of that address.

A key is signed, good for a day and once: it names how many keys the address has used before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from django.core import signing
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from northline.core.refusal import Refusal
from northline.research.portal.models import Portal, Post, PostComment, Visitor, Vote
from northline.research.portal.visiting import Visit, met_at
from northline.research.portal.voting import recount

KEY_AGE = 60 * 60 * 24
_KEY_SALT, _LEAVE_SALT = "northline.portal.key", "northline.portal.unsubscribe"

Purpose = Literal["enter", "follow"]


@dataclass(frozen=True, slots=True)
class Key:
    email: str
    purpose: Purpose
    number: int


def key_for(portal: Portal, email: str, *, purpose: Purpose) -> str:
    """A key for the owner of the address."""
    known = Visitor.objects.filter(portal=portal, email=email).first()
    said = {"email": email, "do": purpose, "number": known.keys_used if known else 0}
    return signing.dumps(said, salt=_KEY_SALT + str(portal.pk))


@transaction.atomic
def use(visit: Visit, key: str) -> Visit:
    """Let the holder of a key in as the owner of its address; what this browser did before becomes theirs.

    Raises Refusal `portal.key_over` for a key that is used, old or none of ours.
    """
    found = _read(visit.portal, key)
    row = met_at(visit.portal, found.email)
    fields: dict[str, Any] = {"keys_used": F("keys_used") + 1, "verified_at": timezone.now()}
    if found.purpose == "follow":
        fields |= {"follows_since": timezone.now(), "unsubscribed_at": None}
    if not Visitor.objects.filter(pk=row.pk, keys_used=found.number).update(**fields):
        raise _over()
    row.refresh_from_db()
    if visit.visitor and visit.visitor.pk != row.pk and not visit.visitor.verified_at:
        _take_over(visit.visitor, row)
    return replace(visit, visitor=row, email=row.email)


def leaving_key(visitor: Visitor) -> str:
    """What an unsubscribe address carries; it never ends."""
    return signing.dumps(str(visitor.pk), salt=_LEAVE_SALT)


def unsubscribe(portal: Portal, key: str) -> None:
    """Send this visitor no more mail. Raises Refusal `portal.key_over`."""
    try:
        visitor_id: str = signing.loads(key, salt=_LEAVE_SALT)
    except signing.BadSignature as error:
        raise _over() from error
    mine = Visitor.objects.filter(portal=portal, pk=visitor_id)
    if not mine.update(unsubscribed_at=timezone.now(), follows_since=None):
        raise _over()


def _read(portal: Portal, key: str) -> Key:
    try:
        said: dict[str, Any] = signing.loads(key, salt=_KEY_SALT + str(portal.pk), max_age=KEY_AGE)
    except signing.BadSignature as error:
        raise _over() from error
    return Key(email=said["email"], purpose=said["do"], number=said["number"])


def _take_over(browser: Visitor, person: Visitor) -> None:
    """A wish for which both voted keeps one vote."""
    twice = Vote.objects.filter(visitor=person).values("post_id")
    touched = list(Vote.objects.filter(visitor=browser, post_id__in=twice).values_list("post_id", flat=True))
    Vote.objects.filter(visitor=browser, post_id__in=touched).delete()
    Vote.objects.filter(visitor=browser).update(visitor=person)
    Post.objects.filter(author=browser).update(author=person)
    PostComment.objects.filter(author=browser).update(author=person)
    if browser.name and not person.name:
        Visitor.objects.filter(pk=person.pk).update(name=browser.name)
        person.name = browser.name
    browser.delete()
    recount(touched)


def _over() -> Refusal:
    return Refusal(
        "portal.key_over",
        "This link was used or is too old. Ask for a new one. Nothing was changed.",
        status=410,
    )
