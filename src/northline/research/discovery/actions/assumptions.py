"""Writing down what must be true, and how sure one is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from northline.accounts.access import active_colleague
from northline.core import changes, editing
from northline.core.models import Change
from northline.core.refusal import Conflict, Refusal
from northline.core.scope import Scope
from northline.research.discovery.models import Assumption, Experiment
from northline.research.models import Idea

_QUESTIONS = {
    "valuable": "People want it: {}",
    "usable": "People can use it: {}",
    "feasible": "We can build and run it: {}",
    "viable": "It works for the business: {}",
}


@transaction.atomic
def assume(
    idea: Idea, *, risk: str, fields: Mapping[str, Any], by: Scope, cause: Change | None = None
) -> Assumption:
    """Write down what must be true of one risk of an idea, once.

    Raises Conflict `assumption.exists`. One that was put away comes back with what is said now.
    """
    # Two at once would both find none.
    Idea.objects.select_for_update().get(pk=idea.pk)
    said = _checked(fields, by)
    row = Assumption.objects.select_related("idea").filter(idea=idea, risk=risk).first()
    if row is not None:
        return _again(row, idea, said, by, cause)
    row = Assumption(
        workspace_id=by.workspace_id,
        product_id=idea.product_id,
        idea=idea,
        risk=risk,
        **_titled(idea, risk, said),
    )
    return editing.create(row, prefix=Assumption.PREFIX, by=by, cause=cause)


def revise_assumption(
    row: Assumption, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = ""
) -> Assumption:
    """Change an assumption.

    Raises Refusal `assumption.threshold_after_results` where a result is there and nobody says why the threshold
    changes.
    """
    with transaction.atomic():
        said = _checked(fields, by)
        if "threshold" in said and said["threshold"] != row.threshold:
            _check_threshold(row, reason)
        return editing.revise(row, expected=expected, fields=said, by=by, reason=reason)


def _checked(fields: Mapping[str, Any], by: Scope) -> dict[str, Any]:
    if fields.get("owner_id"):
        active_colleague(by, fields["owner_id"])
    said = dict(fields)
    if "threshold" in said:
        said["threshold_set_on"] = timezone.localdate() if said["threshold"] else None
    return said


def _titled(idea: Idea, risk: str, said: dict[str, Any]) -> dict[str, Any]:
    return said | {"title": said.get("title") or _QUESTIONS[risk].format(idea.title)[:300]}


def _again(row: Assumption, idea: Idea, said: dict[str, Any], by: Scope, cause: Change | None) -> Assumption:
    if row.archived_at is None:
        raise Conflict(
            "assumption.exists",
            f"{row.key} says already what must be true of that risk. Change it instead. Nothing was changed.",
            assumption=str(row.pk),
        )
    fields = _titled(idea, row.risk, said) | {"archived_at": None}
    editing.swap(row, expected=row.version, fields=fields)
    undo = {"how": "archive", "version": row.version}
    changes.record(by, "created", row, after={"title": row.title}, undo=undo, cause=cause)
    return row


def _check_threshold(row: Assumption, reason: str) -> None:
    results = Experiment.objects.filter(assumption=row, state="done", archived_at=None)
    first = results.order_by("ends_on", "pk").first()
    if first is not None and not reason:
        raise Refusal(
            "assumption.threshold_after_results",
            f"{first.key} has measured this already: a threshold that moves after its result proves nothing. "
            "Say why it changes. Nothing was changed.",
            experiment=str(first.pk),
        )
