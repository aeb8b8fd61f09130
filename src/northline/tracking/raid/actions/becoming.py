"""What a line of the register turns into: a risk that occurred, an assumption that does not hold. One deed, one undo."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from northline.core import editing, links
from northline.core.deeds import deed
from northline.core.refusal import Conflict
from northline.core.scope import Scope
from northline.tracking.raid.actions.entries import note, revise
from northline.tracking.raid.models import Entry, Issue, ProjectAssumption, Risk

BECAME = "became"


def occur(risk: Risk, *, expected: int, said: Mapping[str, Any], by: Scope) -> tuple[Risk, Issue]:
    """The risk happened: it is an issue from now on, linked to where it came from.

    Raises Conflict `risk.occurred_already`, NotFound for an owner of elsewhere.
    """
    if risk.status == Risk.Status.OCCURRED:
        raise Conflict("risk.occurred_already", f"{risk.key} occurred already. Nothing was changed.")
    told = {"title": risk.title, "key": risk.key}
    with deed(
        risk.title, place=risk.place(), verb="occurred", by=by, said=told, reason=said["reason"]
    ) as whole:
        fields = {"status": Risk.Status.OCCURRED.value, "status_reason": said["reason"] or risk.status_reason}
        editing.revise(risk, expected=expected, fields=fields, by=by, reason=said["reason"], cause=whole)
        issue = note(
            Issue,
            risk.project,
            fields={
                "title": said["title"] or risk.title,
                "description": _story(risk),
                "severity": said["severity"],
                "due": said["due"],
                "owner_id": said["owner_id"] or risk.owner_id,
            },
            by=by,
            cause=whole,
        )
        links.link(BECAME, risk, target=issue, by=by, cause=whole)
    return risk, issue


def _story(risk: Risk) -> str:
    return "\n\n".join(part for part in (risk.event, risk.effect) if part)


def disprove(
    assumption: ProjectAssumption, *, expected: int, said: Mapping[str, Any], by: Scope
) -> tuple[ProjectAssumption, Entry | None]:
    """The assumption does not hold; where wanted, it is a risk or an issue from now on.

    Raises Conflict `assumption.disproved_already`.
    """
    if assumption.status == ProjectAssumption.Status.FALSE:
        raise Conflict(
            "assumption.disproved_already", f"{assumption.key} is false already. Nothing was changed."
        )
    told = {"title": assumption.title, "key": assumption.key}
    fields = {"status": ProjectAssumption.Status.FALSE.value, "finding": said["finding"]}
    with deed(assumption.title, place=assumption.place(), verb="disproved", by=by, said=told) as whole:
        revise(assumption, expected=expected, fields=fields, by=by, cause=whole)
        if said["becomes"] is None:
            return assumption, None
        kind: type[Entry] = Risk if said["becomes"] == Risk.KIND else Issue
        words = "cause" if kind is Risk else "description"
        made = note(
            kind,
            assumption.project,
            fields={
                "title": said["title"] or assumption.title,
                words: said["finding"],
                "owner_id": assumption.owner_id,
            },
            by=by,
            cause=whole,
        )
        links.link(BECAME, assumption, target=made, by=by, cause=whole)
    return assumption, made
