"""The verbs that every line of a register shares: note it, revise it. Each records one change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.utils import timezone

from northline.accounts.access import active_colleague
from northline.core import editing
from northline.core.models import Change
from northline.core.refusal import Refusal
from northline.core.scope import Scope
from northline.delivery.models import Project
from northline.tracking.raid.actions.checks import check_risk
from northline.tracking.raid.models import Decision, Entry, Issue, ProjectAssumption, Risk

T = TypeVar("T", bound=Entry)
_PEOPLE = ("owner_id", "decided_by_id")


def note(
    model: type[T], project: Project, *, fields: Mapping[str, Any], by: Scope, cause: Change | None = None
) -> T:
    """Take a line up into the project's register.

    Raises NotFound for people and tasks of elsewhere, and what `revise` raises.
    """
    row = model(workspace_id=by.workspace_id, project=project)
    stored = _checked(row, fields, by=by)
    for name, value in stored.items():
        setattr(row, name, value)
    return editing.create(row, prefix=model.PREFIX, by=by, cause=cause)


def revise(
    row: T,
    *,
    expected: int,
    fields: Mapping[str, Any],
    by: Scope,
    reason: str = "",
    cause: Change | None = None,
) -> T:
    """Change a line.

    Raises Refusal `risk.impact_rises`, `risk.strategy_does_not_fit`, `risk.occurs_by_its_deed` and
    `register.says_no_why` where a status takes words that are missing.
    """
    stored = _checked(row, fields, by=by, reason=reason)
    return editing.revise(row, expected=expected, fields=stored, by=by, reason=reason, cause=cause)


def _checked(row: Entry, fields: Mapping[str, Any], *, by: Scope, reason: str = "") -> dict[str, Any]:
    """The fields as they are stored, if the row may become so."""
    stored = dict(fields)
    for name in _PEOPLE:
        if stored.get(name) and stored[name] != getattr(row, name):
            active_colleague(by, stored[name])
    check = _CHECKS.get(type(row))
    if check:
        check(row, stored, reason)
    return stored


def _check_issue(row: Any, fields: dict[str, Any], reason: str) -> None:
    _words(row, fields, reason, status="resolved", words="resolution", say="how it was resolved")


def _check_assumption(row: Any, fields: dict[str, Any], reason: str) -> None:
    _words(row, fields, reason, status="false", words="finding", say="what showed that it does not hold")


def _check_decision(row: Any, fields: dict[str, Any], reason: str) -> None:
    _words(row, fields, reason, status="decided", words="outcome", say="what was decided")
    decided = fields.get("status", row.status) == "decided"
    if decided and fields.get("decided_on", row.decided_on) is None:
        fields["decided_on"] = timezone.localdate()


def _check_risk(row: Any, fields: dict[str, Any], reason: str) -> None:
    _words(row, fields, reason, status="closed", words="status_reason", say="why it is closed")
    check_risk(row, fields)


def _words(row: Any, fields: dict[str, Any], reason: str, *, status: str, words: str, say: str) -> None:
    """A status that takes words has them: said now, said before, or given as the reason of many edits."""
    if fields.get("status", row.status) != status or fields.get(words, getattr(row, words)):
        return
    if not reason:
        raise Refusal("register.says_no_why", f"Say {say}. Nothing was changed.", field=words)
    fields[words] = reason


_CHECKS: dict[type[Entry], Callable[[Any, dict[str, Any], str], None]] = {
    Decision: _check_decision,
    Issue: _check_issue,
    ProjectAssumption: _check_assumption,
    Risk: _check_risk,
}
