"""The verbs of gates: set one up, or the usual ones; revise, check, decide, settle a condition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from northline.accounts.access import active_colleague
from northline.core import changes, editing
from northline.core.deeds import deed
from northline.core.ids import uuid7
from northline.core.models import Change
from northline.core.refusal import Conflict, NotAllowed, NotFound, Refusal
from northline.core.scope import Scope
from northline.delivery.access import refuse_archived
from northline.delivery.models import Project
from northline.tracking.gates import access, rules
from northline.tracking.gates.measuring import measured
from northline.tracking.gates.models import Gate, GateDecision
from northline.tracking.gates.templates import TEMPLATES, TemplateName

ASKED = "gave a condition"
# How checks and settled conditions are taken back: by whoever may give them, who need not plan.
CHECKED, SETTLED = "gate_check", "gate_condition"
MOST = 30


@transaction.atomic
def set_up(project: Project, *, fields: Mapping[str, Any], by: Scope, cause: Change | None = None) -> Gate:
    """Put a gate after the others. Raises Conflict `project.archived`, `gate.too_many`, NotFound."""
    refuse_archived(project)
    mine = Gate.objects.filter(project=project)
    if mine.filter(archived_at=None).count() >= MOST:
        raise Conflict("gate.too_many", f"{project.key} has {MOST} gates. Archive one first.")
    last = mine.order_by().aggregate(last=Max("position"))["last"]
    position = 0 if last is None else last + 1
    row = Gate(
        workspace_id=by.workspace_id, project=project, position=position, **_checked(project, fields, [], by)
    )
    return access.again(editing.create(row, prefix=Gate.PREFIX, by=by, verb="set up", cause=cause))


@transaction.atomic
def set_up_usual(project: Project, *, template: TemplateName, by: Scope) -> list[Gate]:
    """Put the gates of a template after those that there are: one deed, one undo."""
    title = f"The usual gates of {project.title}"[:300]
    with deed(title, place=project.place(), verb="set up", by=by, said={"template": template}) as whole:
        return [
            set_up(
                project,
                fields={
                    "title": usual.title,
                    "purpose": usual.purpose,
                    "criteria": [
                        {"id": None, "text": one.text, "measure": one.measure, "must": one.must,
                         "threshold": one.threshold}
                        for one in usual.criteria
                    ],
                },
                by=by,
                cause=whole,
            )
            for usual in TEMPLATES[template]
        ]  # fmt: skip


@transaction.atomic
def revise_gate(row: Gate, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = "") -> Gate:
    """Change what a gate asks, when, and who decides. A criterion keeps its check while it says the same."""
    access.refuse_archived(row, to="change it")
    fields = _checked(row.project, fields, rules.criteria_of(row.criteria), by)
    editing.revise(row, expected=expected, fields=fields, by=by, reason=reason)
    return access.again(row)


def _checked(
    project: Project, fields: Mapping[str, Any], before: Sequence[rules.Criterion], by: Scope
) -> dict[str, Any]:
    """The fields as they are stored. Raises NotFound, Refusal `gate.threshold`."""
    said = dict(fields)
    if said.get("milestone_id"):
        access.milestone(project.pk, said["milestone_id"])
    if said.get("owner_id"):
        active_colleague(by, said["owner_id"])
    if "criteria" in said:
        given = [rules.Criterion(**{**one, "id": one.get("id") or str(uuid7())}) for one in said["criteria"]]
        for one in given:
            measured = one.measure in rules.AT_LEAST | rules.AT_MOST
            if measured != (one.threshold is not None):
                raise Refusal(
                    "gate.threshold", f"“{one.text}” {'needs a' if measured else 'has no'} threshold."
                )
        said["criteria"] = [one.plain() for one in rules.kept_checks(given, before)]
    return said


@transaction.atomic
def check(
    row: Gate,
    criterion_id: str,
    *,
    met: bool,
    note: str,
    expected: int,
    by: Scope,
    cause: Change | None = None,
) -> Gate:
    """Say whether a criterion is met. Raises NotFound, Refusal `gate.is_measured`, Stale."""
    access.refuse_archived(row, to="check it")
    criteria = rules.criteria_of(row.criteria)
    place = _place(criteria, criterion_id, what="criterion")
    was = criteria[place]
    if was.measure != "person":
        raise Refusal("gate.is_measured", f"“{was.text}” is measured. Change the data, not the mark.")
    name, day = (by.name, timezone.localdate().isoformat()) if met else ("", "")
    criteria[place] = replace(was, met=met, note=note, checked_by=name, checked_on=day)
    editing.swap(row, expected=expected, fields={"criteria": [each.plain() for each in criteria]})
    back = {"criterion": was.id, "met": was.met, "note": was.note, "version": row.version}
    changes.record(
        by,
        "checked" if met else "unchecked",
        row,
        before={"criterion": was.text, "met": was.met},
        after={"criterion": was.text, "met": met},
        undo={"how": CHECKED, **back},
        reason=note,
        cause=cause,
    )
    return access.again(row)


def uncheck(change: Change, by: Scope) -> None:
    """Take a check back, as far as nothing of the gate was changed since."""
    said = change.undo
    row = access.gate(by, change.object_id, right="contribute")
    check(
        row,
        said["criterion"],
        met=said["met"],
        note=said["note"],
        expected=said["version"],
        by=by,
        cause=change,
    )


def _place(rows: Sequence[Any], wanted: str, *, what: str) -> int:
    found = next((place for place, one in enumerate(rows) if one.id == wanted), None)
    if found is None:
        raise NotFound(what)
    return found


@transaction.atomic
def decide(
    row: Gate,
    *,
    verdict: rules.VerdictName,
    note: str,
    conditions: Sequence[Mapping[str, Any]],
    expected: int,
    by: Scope,
) -> Gate:
    """Let the project go on, with conditions or without, hold it, or stop it; the newest decision counts.

    Raises NotAllowed unless one decides at this gate, Refusal `gate.*`, NotFound, Stale.
    """
    access.refuse_archived(row, to="decide")
    if not may_decide(row, by):
        raise NotAllowed("being the one who decides at this gate")
    criteria = rules.criteria_of(row.criteria)
    data = measured(row.project, {one.measure for one in criteria})
    unmet = [one for one in criteria if not rules.is_met(one, data)]
    must = [one.text for one in unmet if one.must]
    wrong = rules.refusal_of(
        verdict, unmet=must, note=note, conditions=len(conditions), earlier=_earlier_open(row)
    )
    if wrong:
        raise Refusal(wrong[0], f"{wrong[1]} Nothing was changed.")
    for one in conditions:
        active_colleague(by, one["owner_id"])
    kept = [
        rules.Condition(str(uuid7()), one["text"], str(one["owner_id"]), one["due"].isoformat()).plain()
        for one in conditions
    ]
    fields = {"state": verdict, "decided_at": timezone.now(), "conditions": kept}
    before = row.state
    editing.swap(row, expected=expected, fields=fields)
    GateDecision.objects.create(
        workspace_id=row.workspace_id, gate=row, verdict=verdict, by_id=by.member_id, note=note,
        met=len(criteria) - len(unmet), open=[one.text for one in unmet], conditions=kept,
    )  # fmt: skip
    # Others act on it, so it is not undone: the next decision says otherwise.
    said = changes.record(by, "decided", row, before={"state": before}, after={"state": verdict}, reason=note)
    for one in conditions:
        changes.record(by, ASKED, row, after={"to": str(one["owner_id"]), "text": one["text"]}, cause=said)
    return access.again(row)


def may_decide(row: Gate, by: Scope) -> bool:
    """Whoever is named to decide, or where nobody is, whoever may plan the project."""
    if row.owner_id is not None:
        return bool(row.owner_id == by.member_id)
    return by.may("plan", row.place())


def _earlier_open(row: Gate) -> str:
    before = Gate.objects.filter(project_id=row.project_id, position__lt=row.position, archived_at=None)
    waiting = [one for one in before.order_by("position") if not rules.is_passed(one.state)]
    return f"{waiting[0].key} “{waiting[0].title}”" if waiting else ""


@transaction.atomic
def settle(
    row: Gate, condition_id: str, *, met: bool, expected: int, by: Scope, cause: Change | None = None
) -> Gate:
    """Say that a condition of the last decision is met, or not yet. Raises NotFound, NotAllowed, Stale."""
    access.refuse_archived(row, to="settle a condition")
    conditions = rules.conditions_of(row.conditions)
    place = _place(conditions, condition_id, what="condition")
    was = conditions[place]
    if str(by.member_id) != was.owner_id:
        by.require("plan", row.place(), what=Gate.KIND)
    conditions[place] = replace(was, met_on=timezone.localdate().isoformat() if met else "")
    editing.swap(row, expected=expected, fields={"conditions": [one.plain() for one in conditions]})
    changes.record(
        by,
        "met a condition of" if met else "reopened a condition of",
        row,
        before={"condition": was.text, "met": bool(was.met_on)},
        after={"condition": was.text, "met": met},
        undo={
            "how": SETTLED,
            "condition": was.id,
            "met": bool(was.met_on),
            "version": row.version,
        },
        cause=cause,
    )
    return access.again(row)


def unsettle(change: Change, by: Scope) -> None:
    """Take back what was said of a condition, as far as nothing of the gate was changed since."""
    said = change.undo
    row = access.gate(by, change.object_id)
    settle(row, said["condition"], met=said["met"], expected=said["version"], by=by, cause=change)
