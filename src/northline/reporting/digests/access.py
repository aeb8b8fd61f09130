"""The doors to digests. They hold addresses of people outside, so reading one takes what changing it does."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from northline.core.doors import opened
from northline.core.refusal import Refusal
from northline.core.scope import Right, Scope
from northline.reporting.digests.letters import digest_of
from northline.reporting.digests.models import Digest

_WITH = ("product", "workspace", "audience", "begun_by", "stakeholder__member__person")


def whole() -> QuerySet[Digest]:
    """Digests with all that their answer and their mail name."""
    return Digest.objects.select_related(*_WITH)


def digest(scope: Scope, digest_id: UUID, right: Right = "steer") -> Digest:
    """The digest; `right` is what is asked at least, and reading asks no less than steering."""
    return opened(scope, whole(), digest_id, right="steer" if right == "read" else right)


def digest_at(token: str) -> Digest:
    """The digest that a signed link names, or a refusal like that of a closed share."""
    digest_id = digest_of(token)
    row = whole().filter(pk=digest_id, archived_at=None).first() if digest_id else None
    if row is None:
        raise Refusal(
            "digest.unknown_link",
            "This link leads to no digest. Use the one in your last digest.",
            status=404,
        )
    return row
