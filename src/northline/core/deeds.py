"""Several steps as one deed: one change that causes the others, and one undo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from northline.core import changes, undo
from northline.core.ids import uuid7
from northline.core.models import Change
from northline.core.scope import Place, Scope

# The steps are those that name the change as their cause, or those that it names.
DEED, STEPS = "deed", "several"


@dataclass(frozen=True, slots=True)
class Several:
    """What the change of several steps is about, in the place that all of their objects share."""

    KIND = "several"

    pk: UUID
    title: str
    where: Place

    def place(self) -> Place:
        return self.where


@contextmanager
def deed(
    title: str, *, place: Place, verb: str, by: Scope, said: Mapping[str, Any], reason: str = ""
) -> Iterator[Change]:
    """A change that every change within names as its cause, and that is undone as one."""
    with transaction.atomic():
        whole = Several(pk=uuid7(), title=title, where=place)
        yield changes.record(by, verb, whole, after=dict(said), undo={"how": DEED}, reason=reason)


def undone_by_steps(steps: Iterable[Change]) -> dict[str, Any]:
    """The `undo` of a change that takes these steps back, or of one whose steps cannot all be taken back."""
    found = list(steps)
    if not all(step.undo for step in found):
        return {}
    return {"how": STEPS, "steps": [str(step.pk) for step in found]}


def _take_back_deed(change: Change, by: Scope) -> None:
    effects = Change.objects.filter(workspace_id=by.workspace_id, cause=change).exclude(undo={})
    _take_back(change, list(effects.order_by("seq").values_list("pk", flat=True)), by)


def _take_back_steps(change: Change, by: Scope) -> None:
    _take_back(change, [UUID(step) for step in change.undo["steps"]], by)


def _take_back(change: Change, steps: list[UUID], by: Scope) -> None:
    """Every step backwards, or none; what that did is itself taken back step by step."""
    taken = [undo.take_back(step, by=by) for step in reversed(steps)]
    whole = Several(pk=change.object_id, title=change.object_title, where=change.place())
    changes.record(by, "undid", whole, before=change.after, undo=undone_by_steps(taken), cause=change)


undo.register(DEED, _take_back_deed)
undo.register(STEPS, _take_back_steps)
