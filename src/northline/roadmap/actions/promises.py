"""The verbs of the ledger: promise, keep, break, renegotiate."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from northline.core import changes, editing
from northline.core.refusal import Conflict, Refusal
from northline.core.scope import Scope
from northline.research.access import customer
from northline.roadmap import outlook
from northline.roadmap.models import Initiative, Promise, PromiseOutcome


@transaction.atomic
def promise(initiative: Initiative, *, fields: Mapping[str, Any], by: Scope) -> Promise:
    """Write down what was promised, with the chance that the plan gives it at this moment. `fields` as in PromiseIn."""
    if fields.get("customer_id"):
        customer(by, fields["customer_id"])
    row = Promise(
        workspace_id=by.workspace_id,
        product_id=initiative.product_id,
        initiative=initiative,
        title=f"{initiative.title} for {fields['promised_to']}"[:300],
        chance=outlook.chance_of(by, initiative.pk, by=fields["due"]),
        made_by_id=by.member_id,
        **fields,
    )
    return editing.create(row, prefix=Promise.PREFIX, by=by, verb="promised")


def revise_promise(
    row: Promise, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = ""
) -> Promise:
    """Change fields of one's own of a promise; nothing else of it is edited."""
    return editing.revise(row, expected=expected, fields=fields, by=by, reason=reason)


@transaction.atomic
def settle(row: Promise, *, expected: int, verdict: str, due: date | None, reason: str, by: Scope) -> Promise:
    """Record what became of a promise; renegotiated, it stays open until `due`, with the chance of that day.

    Raises Conflict `promise.settled`, Refusal `promise.new_day_missing` or `promise.reason_missing`.
    """
    if row.state != Promise.State.OPEN:
        raise Conflict("promise.settled", f"{row.key} was {row.state} already. Nothing was changed.")
    if verdict == PromiseOutcome.Verdict.RENEGOTIATED and due is None:
        raise Refusal("promise.new_day_missing", "Say by which day it is promised now. Nothing was changed.")
    if verdict != PromiseOutcome.Verdict.KEPT and not reason:
        raise Refusal(
            "promise.reason_missing", "Say why. Whoever was promised will ask. Nothing was changed."
        )
    return _settled(row, expected, verdict, due, reason, by)


def _settled(row: Promise, expected: int, verdict: str, due: date | None, reason: str, by: Scope) -> Promise:
    again = verdict == PromiseOutcome.Verdict.RENEGOTIATED and due is not None
    was = {"state": row.state, "due": row.due.isoformat()}
    now_due = due if again and due else row.due
    chance = outlook.chance_of(by, row.initiative_id, by=now_due)
    outcome = {"verdict": verdict, "was_due": row.due, "due": now_due, "chance": chance, "reason": reason}
    state = Promise.State.OPEN if again else verdict
    editing.swap(row, expected=expected, fields={"state": state, "due": now_due})
    PromiseOutcome.objects.create(workspace_id=by.workspace_id, promise=row, by_id=by.member_id, **outcome)
    after = {"state": row.state, "due": row.due.isoformat()}
    changes.record(by, verdict, row, before=was, after=after, reason=reason)
    return row
