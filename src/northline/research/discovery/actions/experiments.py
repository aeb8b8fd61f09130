"""Planning, running and finishing experiments, and taking up what they say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from northline.accounts.access import active_colleague
from northline.core import changes, editing, undo
from northline.core.models import Change
from northline.core.refusal import Conflict, Refusal
from northline.core.richtext import plain_text
from northline.core.scope import Scope
from northline.research.discovery import access
from northline.research.discovery.actions.assumptions import assume
from northline.research.discovery.models import Assumption, Experiment, Weighing
from northline.research.discovery.rules import risks
from northline.research.models import Idea

WEIGHED = "discovery_weighed"
# What is to be shown, and by what, may not follow from what was seen.
FIXED = ("hypothesis", "metric", "unit", "comparison", "threshold", "method")


@transaction.atomic
def plan_experiment(idea: Idea, *, risk: str, fields: Mapping[str, Any], by: Scope) -> Experiment:
    """Plan a test of one risk of an idea; its assumption is written down with it where there is none yet."""
    said = _checked(fields, by)
    row = Experiment(workspace_id=by.workspace_id, product_id=idea.product_id, **said)
    _check_days(row, {})
    there = Assumption.objects.select_related("idea").filter(idea=idea, risk=risk, archived_at=None).first()
    row.assumption = there or assume(idea, risk=risk, fields={}, by=by)
    made = editing.create(row, prefix=Experiment.PREFIX, by=by)
    if there is None:
        _hang_below(made, row.assumption)
    return made


def _hang_below(made: Experiment, assumption: Assumption) -> None:
    """The assumption came with the experiment: one deed, and undoing it leaves what must be true written down."""
    cause = Change.objects.filter(object_id=made.pk).order_by("-seq").first()
    Change.objects.filter(object_id=assumption.pk, version=assumption.version).update(cause=cause, undo={})


def revise_experiment(
    row: Experiment, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = ""
) -> Experiment:
    """Change an experiment.

    Raises Refusal `experiment.fixed` for what was fixed when it started, `experiment.not_measured` for a measure of
    one that is not done and `experiment.weighed` for one whose result somebody acted on.
    """
    with transaction.atomic():
        said = _checked(fields, by)
        _check_days(row, said)
        _check_fixed(row, said)
        _check_measure(row, said)
        return editing.revise(row, expected=expected, fields=said, by=by, reason=reason)


def start(row: Experiment, *, expected: int, on: date | None, by: Scope) -> Experiment:
    """Begin. Raises Conflict `experiment.not_planned` and Refusal `experiment.needs_threshold`."""
    if row.state != "planned":
        raise Conflict(
            "experiment.not_planned",
            f"{row.key} is {row.state}: only what is planned starts. Nothing was changed.",
        )
    if row.threshold is None or not row.metric:
        raise Refusal(
            "experiment.needs_threshold",
            "Say first what is measured and what would confirm it: a metric and its threshold. Nothing was changed.",
        )
    fields: dict[str, Any] = {"state": "running", "starts_on": on or timezone.localdate()}
    if row.ends_on is not None and row.ends_on < fields["starts_on"]:
        fields["ends_on"] = None
    return editing.revise(row, expected=expected, fields=fields, by=by, verb="started")


def finish(
    row: Experiment, *, expected: int, measured: Decimal, learning: str, on: date | None, by: Scope
) -> Experiment:
    """Note what was measured; the verdict follows from the threshold. Raises Conflict `experiment.not_running`."""
    if row.state != "running":
        raise Conflict(
            "experiment.not_running",
            f"{row.key} is {row.state}: only what is running is finished. Nothing was changed.",
        )
    ends = on or timezone.localdate()
    _check_days(row, {"ends_on": ends})
    fields = {"state": "done", "measured": measured, "learning": learning, "ends_on": ends}
    return editing.revise(row, expected=expected, fields=fields, by=by, verb="finished")


def stop(row: Experiment, *, expected: int, learning: str, by: Scope) -> Experiment:
    """Give it up without a result. Raises Conflict `experiment.over` for one that is done or stopped."""
    if row.state not in ("planned", "running"):
        raise Conflict("experiment.over", f"{row.key} is {row.state} already. Nothing was changed.")
    fields: dict[str, Any] = {"state": "stopped", "learning": learning}
    if row.state == "running":
        fields["ends_on"] = max(timezone.localdate(), row.starts_on or date.min)
    return editing.revise(row, expected=expected, fields=fields, by=by, verb="stopped", reason=learning)


@transaction.atomic
def weigh(row: Experiment, *, expected: int, accept: bool, confidence: int | None, by: Scope) -> Experiment:
    """Take up the result, at the proposed confidence or another one, or set it aside.

    Raises Conflict `experiment.not_done` and `experiment.weighed`.
    """
    held = Assumption.objects.select_for_update().get(pk=row.assumption_id)
    editing.swap(row, expected=expected, fields={})
    row = access.experiment(by, row.pk)
    word = _verdict_to_weigh(row)
    after = None
    if accept:
        after = risks.proposed_confidence(held.confidence, verdict=word) if confidence is None else confidence
    Weighing.objects.create(
        workspace_id=by.workspace_id, experiment=row, by_id=by.member_id, before=held.confidence, after=after
    )
    change = changes.record(
        by,
        "took up" if accept else "set aside",
        row,
        before={"confidence": held.confidence},
        after={"confidence": after if accept else held.confidence, "verdict": word},
        undo={"how": WEIGHED, "version": row.version},
    )
    if after is not None:
        editing.revise(held, expected=held.version, fields={"confidence": after}, by=by, cause=change)
    return access.experiment(by, row.pk)


def _verdict_to_weigh(row: Experiment) -> str:
    if row.result is None:
        raise Conflict(
            "experiment.not_done", f"{row.key} has no result yet. Finish it first. Nothing was changed."
        )
    if hasattr(row, "weighing"):
        raise Conflict("experiment.weighed", f"What {row.key} says was weighed already. Nothing was changed.")
    return row.result


def _take_back_weighing(change: Change, by: Scope) -> None:
    row = access.experiment(by, change.object_id, right="contribute")
    editing.swap(row, expected=change.undo["version"], fields={})
    for effect in Change.objects.filter(workspace_id=by.workspace_id, cause=change, undone_by=None):
        undo.take_back(effect.pk, by=by)
    Weighing.objects.filter(experiment=row).delete()
    changes.record(by, "undid", row, before=change.after, after=change.before, cause=change)


undo.register(WEIGHED, _take_back_weighing)


def _checked(fields: Mapping[str, Any], by: Scope) -> dict[str, Any]:
    if fields.get("owner_id"):
        active_colleague(by, fields["owner_id"])
    said = dict(fields)
    if said.get("body") is not None:
        said["words"] = plain_text(said["body"])
    return said


def _check_days(row: Experiment, said: Mapping[str, Any]) -> None:
    starts, ends = said.get("starts_on", row.starts_on), said.get("ends_on", row.ends_on)
    if starts and ends and ends < starts:
        raise Refusal(
            "experiment.ends_first",
            f"It would end ({ends}) before it starts ({starts}). Nothing was changed.",
        )


def _check_fixed(row: Experiment, said: Mapping[str, Any]) -> None:
    moved = [name for name in FIXED if name in said and said[name] != getattr(row, name)]
    if row.state != "planned" and moved:
        raise Refusal(
            "experiment.fixed",
            f"{row.key} is {row.state}, and what it is measured by was fixed when it started: "
            f"{', '.join(moved)}. Plan another experiment instead. Nothing was changed.",
            fields=moved,
        )


def _check_measure(row: Experiment, said: Mapping[str, Any]) -> None:
    if "measured" not in said or said["measured"] == row.measured:
        return
    if row.state != "done":
        raise Refusal(
            "experiment.not_measured",
            f"{row.key} is {row.state}. Finish it with what was measured. Nothing was changed.",
        )
    if hasattr(row, "weighing"):
        raise Refusal(
            "experiment.weighed",
            f"What {row.key} says was weighed already. Undo that first. Nothing was changed.",
        )
