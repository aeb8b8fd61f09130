"""Decisions of accounts over plain values."""

from __future__ import annotations

import re
from collections.abc import Collection

from northline.core.scope import NEEDS, OF_OBJECT_ROLE, Right

# First parts of the client's own addresses, which a workspace must not shadow.
RESERVED_SLUGS = frozenset(
    {"api", "static", "healthz", "readyz", "p", "s", "sign-in", "setup", "reset", "invitation", "assets"}
)


def outranks(role: str, other: str) -> bool:
    """May somebody with workspace role `role` invite, change or suspend somebody with the role `other`?

    >>> outranks("admin", "member"), outranks("admin", "admin"), outranks("owner", "owner")
    (True, False, True)
    """
    return role == "owner" or (role == "admin" and other in ("member", "stakeholder"))


def lacks_to_give(role: str, rights: Collection[Right]) -> str | None:
    """What somebody with `rights` at a place lacks to give or take `role` there: nobody gives more than they hold.

    >>> lacks_to_give("product_manager", {"read", "contribute", "plan"})
    'the role of product manager'
    """
    missing = [
        right for right in ("administer", "steer", "plan", "contribute", "read") if right not in rights
    ]
    return next((NEEDS[right] for right in missing if right in OF_OBJECT_ROLE[role]), None)


def slug_of(name: str, *, taken: Collection[str]) -> str:
    """An address part for a workspace called `name`, unlike those in `taken`.

    >>> slug_of("Acme & Sons", taken={"acme-sons"})
    'acme-sons-2'
    """
    plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:50] or "workspace"
    number, slug = 1, plain
    while slug in taken or slug in RESERVED_SLUGS:
        number += 1
        slug = f"{plain}-{number}"
    return slug
