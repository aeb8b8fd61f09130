"""The verbs of launches: plan, check off, decide, release, look back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northline.accounts.access import active_colleague
from northline.core import changes, editing, events
from northline.core.models import Change, Link, fields_of
from northline.core.refusal import Conflict, Refusal
from northline.core.scope import Scope
from northline.products.models import Product
from northline.roadmap import access
from northline.roadmap.models import (
    Initiative,
    Launch,
    LaunchDecision,
    LaunchItem,
    LaunchStep,
    LaunchTemplate,
    OutcomeReview,
)
from northline.roadmap.queries.goals import objectives_of
from northline.strategy.models import KeyResult

REVIEW_AFTER = (30, 60, 90)


@transaction.atomic
def plan_launch(
    product: Product,
    *,
    fields: Mapping[str, Any],
    initiative_ids: Sequence[UUID],
    template: LaunchTemplate | None,
    by: Scope,
) -> Launch:
    """Plan a launch of these initiatives, with the checklist of a template. `fields` as in LaunchIn."""
    if fields.get("owner_id"):
        active_colleague(by, fields["owner_id"])
    held = _held(product, initiative_ids, by)
    row = Launch(workspace_id=by.workspace_id, product=product, **fields)
    row = editing.create(row, prefix=Launch.PREFIX, by=by)
    LaunchItem.objects.bulk_create([LaunchItem(launch=row, initiative=one) for one in held])
    cause = Change.objects.filter(object_id=row.pk).order_by("-seq").first()
    for step in template.steps if template else ():
        given = {"title": step["title"], "offset_days": step["offset_days"]}
        add_step(row, fields=given, by=by, cause=cause)
    return row


@transaction.atomic
def revise_launch(
    row: Launch,
    *,
    expected: int,
    fields: Mapping[str, Any],
    initiative_ids: Sequence[UUID] | None = None,
    by: Scope,
    reason: str = "",
) -> Launch:
    """Change what a launch is about and when it is: the due days of its checklist move along.

    Raises Conflict `launch.happened` where the day or what was released would change afterwards.
    """
    if row.launched_on and (initiative_ids is not None or "day" in fields):
        raise Conflict("launch.happened", f"{row.key} happened on {row.launched_on}. Nothing was changed.")
    if fields.get("owner_id"):
        active_colleague(by, fields["owner_id"])
    if initiative_ids is None:
        verb = "rescheduled" if fields.get("day", row.day) != row.day else "edited"
        return editing.revise(row, expected=expected, fields=fields, by=by, verb=verb, reason=reason)
    return _with_items(row, expected, fields, _held(row.product, initiative_ids, by), by)


def _with_items(
    row: Launch, expected: int, fields: Mapping[str, Any], items: Sequence[Initiative], by: Scope
) -> Launch:
    was, before = (
        row.initiatives.order_by("key"),
        editing.differences(row, fields, expected=row.version, by=by),
    )
    keys = {"before": [one.key for one in was], "after": sorted(one.key for one in items)}
    editing.swap(row, expected=expected, fields=before[1])
    LaunchItem.objects.filter(launch=row).delete()
    LaunchItem.objects.bulk_create([LaunchItem(launch=row, initiative=one) for one in items])
    after = fields_of(row, before[1]) | {"initiatives": keys["after"]}
    changes.record(by, "edited", row, before=before[0] | {"initiatives": keys["before"]}, after=after)
    return row


def _held(product: Product, initiative_ids: Iterable[UUID], by: Scope) -> list[Initiative]:
    found = []
    for initiative_id in dict.fromkeys(initiative_ids):
        row = access.initiative(by, initiative_id)
        if row.product_id != product.pk:
            raise Conflict(
                "launch.other_product", f"{row.key} belongs to another product. Nothing was changed."
            )
        found.append(row)
    return found


@transaction.atomic
def add_step(
    launch: Launch, *, fields: Mapping[str, Any], by: Scope, cause: Change | None = None
) -> LaunchStep:
    """Add a point to a launch's checklist. `fields` as in LaunchStepIn."""
    if fields.get("owner_id"):
        active_colleague(by, fields["owner_id"])
    row = LaunchStep(workspace_id=by.workspace_id, product_id=launch.product_id, launch=launch, **fields)
    return editing.create(row, prefix=LaunchStep.PREFIX, by=by, cause=cause)


@transaction.atomic
def revise_step(
    row: LaunchStep, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = ""
) -> LaunchStep:
    """Change a point of the checklist, or check it off or open it again with `done`."""
    given, verb = dict(fields), "edited"
    if given.get("owner_id"):
        active_colleague(by, given["owner_id"])
    if (done := given.pop("done", None)) is not None and done != bool(row.done_on):
        given["done_on"] = timezone.localdate() if done else None
        given["done_by_id"] = by.member_id if done else None
        verb = "checked_off" if done else "reopened"
    return editing.revise(row, expected=expected, fields=given, by=by, verb=verb, reason=reason)


@transaction.atomic
def decide(row: Launch, *, verdict: str, reason: str, by: Scope) -> LaunchDecision:
    """Record go or no go.

    Raises Refusal `launch.reason_missing` for a no, or a go over open points, that gives no reason; Conflict
    `launch.happened`.
    """
    if row.launched_on:
        raise Conflict("launch.happened", f"{row.key} happened on {row.launched_on}. Nothing was changed.")
    open_steps = LaunchStep.objects.filter(launch=row, archived_at=None, done_on=None).count()
    if not reason and (verdict == LaunchDecision.Verdict.NO_GO or open_steps):
        why = (
            f"{open_steps} points of its checklist are open" if verdict == "go" else "no is no without a why"
        )
        raise Refusal("launch.reason_missing", f"Say why: {why}. Nothing was changed.")
    made = LaunchDecision.objects.create(
        workspace_id=by.workspace_id,
        launch=row,
        verdict=verdict,
        reason=reason,
        open_steps=open_steps,
        by_id=by.member_id,
    )
    changes.record(by, verdict, row, after={"verdict": verdict, "open_steps": open_steps}, reason=reason)
    return made


@transaction.atomic
def release(row: Launch, *, expected: int, on: date, by: Scope) -> Launch:
    """The launch happened on this day: its outcome is looked at 30, 60 and 90 days later.

    Raises Conflict `launch.no_go` without a go as the last word, `launch.happened`.
    """
    if row.launched_on:
        raise Conflict("launch.happened", f"{row.key} happened on {row.launched_on}. Nothing was changed.")
    last = LaunchDecision.objects.filter(launch=row).order_by("-created_at", "-pk").first()
    if last is None or last.verdict != LaunchDecision.Verdict.GO:
        raise Conflict("launch.no_go", f"{row.key} has no go. Decide that first. Nothing was changed.")
    editing.swap(row, expected=expected, fields={"launched_on": on})
    # What went out cannot be taken back, so there is no undo.
    cause = changes.record(by, "launched", row, after={"launched_on": on.isoformat()})
    for initiative in row.initiatives.order_by("key"):
        key_result = _key_result_of(initiative)
        for days in REVIEW_AFTER:
            _await_review(row, initiative, key_result, days, by, cause)
    _tell_released(row, by, cause)
    return row


def _tell_released(launch: Launch, by: Scope, change: Change) -> None:
    """Below, nobody knows launches: what was released is told by ids, of initiatives and of the ideas they deliver."""
    initiatives = list(launch.initiatives.values_list("pk", flat=True))
    delivered = Link.objects.filter(
        workspace_id=by.workspace_id, type="delivers", source_id__in=initiatives, target_kind="idea"
    )
    events.emit(
        "released",
        change_id=change.pk,
        member_id=by.member_id,
        title=f"{launch.key} {launch.title}",
        object_ids=[*initiatives, *delivered.values_list("target_id", flat=True)],
    )


def _await_review(
    launch: Launch,
    initiative: Initiative,
    key_result: KeyResult | None,
    days: int,
    by: Scope,
    cause: Change | None,
) -> None:
    assert launch.launched_on
    row = OutcomeReview(
        workspace_id=by.workspace_id,
        product_id=launch.product_id,
        launch=launch,
        initiative=initiative,
        title=f"{initiative.title}, {days} days on"[:300],
        after_days=days,
        due=launch.launched_on + timedelta(days=days),
        key_result=key_result,
    )
    row.key = changes.next_key(by.workspace_id, OutcomeReview.PREFIX)
    row.save(force_insert=True)
    changes.record(by, "created", row, after={"title": row.title}, cause=cause)


def _key_result_of(initiative: Initiative) -> KeyResult | None:
    """The first key result of an objective that the initiative advances."""
    rows = KeyResult.objects.filter(objective_id__in=objectives_of(initiative), archived_at=None)
    return rows.order_by("created_at", "pk").first()


@transaction.atomic
def conclude(
    row: OutcomeReview, *, expected: int, verdict: str, findings: str, key_result: KeyResult | None, by: Scope
) -> OutcomeReview:
    """Decide after looking: keep, iterate or stop; where the key result stands is written down with it."""
    fields = {
        "verdict": verdict,
        "findings": findings,
        "key_result_id": key_result.pk if key_result else None,
        "reading": str(key_result.current.normalize())
        if key_result and key_result.current is not None
        else "",
        "decided_on": timezone.localdate(),
        "decided_by_id": by.member_id,
    }
    return editing.revise(row, expected=expected, fields=fields, by=by, verb="concluded")
