"""Several steps as one deed: one change that causes the others, and one undo."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db import transaction

from northline.core import changes, undo
from northline.core.ids import uuid7
from northline.core.listing.bulk import Several
from northline.core.models import Change
from northline.core.scope import Place, Scope

DEED = "deed"


@contextmanager
def deed(
    title: str, *, place: Place, verb: str, by: Scope, said: Mapping[str, Any], reason: str = ""
) -> Iterator[Change]:
    """A change that every change within names as its cause, and that is undone as one."""
    with transaction.atomic():
        whole = Several(pk=uuid7(), title=title, where=place)
        yield changes.record(by, verb, whole, after=dict(said), undo={"how": DEED}, reason=reason)


def _take_back(change: Change, by: Scope) -> None:
    """Take back the effects, newest first, or none."""
    effects = Change.objects.filter(workspace_id=by.workspace_id, cause=change).exclude(undo={})
    for effect in effects.order_by("-seq"):
        undo.take_back(effect.pk, by=by)
    whole = Several(pk=change.object_id, title=change.object_title, where=change.place())
    changes.record(by, "undid", whole, before=change.after, undo={"how": DEED}, cause=change)


undo.register(DEED, _take_back)
