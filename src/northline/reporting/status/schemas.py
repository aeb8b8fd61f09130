"""What requests and answers of status reports look like."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from django.utils import timezone
from pydantic import AwareDatetime, Field

from northline.core.schemas import (
    Custom,
    In,
    ObjectOut,
    Out,
    Page,
    Patch,
    Ref,
    Text,
    Title,
    Who,
    object_fields,
    ref,
    who,
)
from northline.core.scope import Scope
from northline.reporting.status import sentences
from northline.reporting.status.access import superseded_by
from northline.reporting.status.comparing import Compared, compared
from northline.reporting.status.models import StatusReport
from northline.reporting.status.values import OLD, Section, State

MOST_SENTENCES = 200
Said = Literal["on_track", "at_risk", "off_track"]


class StatusDraftIn(In):
    project_id: UUID


class StatusSentenceIn(In):
    """A sentence of the draft by its `id`, or, without one, one's own, for which `section` counts."""

    id: Annotated[str, Field(max_length=60)] | None = None
    section: Section = "summary"
    text: Text


class StatusReportPatch(Patch):
    """`sentences` are all that stay, in their order: drafted ones that are left out are removed.

    `health` says something else than the data propose, with its reason; empty, the proposal holds again.
    """

    title: Title | None = None
    health: Said | Literal[""] | None = None
    health_reason: Text | None = None
    sentences: Annotated[list[StatusSentenceIn], Field(max_length=MOST_SENTENCES)] | None = None
    custom: Custom | None = None


class EvidenceOut(Ref):
    """What a sentence rests on: of kind `forecast`, `progress` and `earned_value` the id is the project's.

    `known_at` is when it was last written or computed; `old`: so long before the report that it says little.
    """

    id: str  # type: ignore[assignment]
    known_at: datetime
    old: bool


class StatusSentenceOut(Out):
    """`drafted` is what the data said, empty for an own sentence; `moved_on`: they say something else since it was rewritten."""

    id: str
    section: Section
    text: str
    drafted: str
    edited: bool
    own: bool
    removed: bool
    moved_on: bool
    evidence: list[EvidenceOut]


class StatusReasonOut(Out):
    code: str
    state: State
    text: str
    evidence: list[EvidenceOut]


class StatusFiguresOut(Out):
    """Shares and chances 0 to 1; dates as the plan had them when the report was drawn."""

    share: float
    items: int
    items_done: int
    chance: float | None
    finish: date | None
    p80: date | None
    deadline: date | None


class MovedMilestoneOut(Out):
    id: str
    key: str
    title: str
    was: date | None
    now: date | None
    days: int | None
    state: Literal["new", "gone", "later", "earlier", "reached"]


class StatusComparedOut(Out):
    """Beside the last report: points of progress and of the chance, calendar days that dates are later."""

    report: Ref
    since: date
    days: int
    was_health: State
    share: int
    items_done: int
    items: int
    chance: int | None
    finish: int | None
    p80: int | None
    milestones: list[MovedMilestoneOut]
    new_threats: list[str]
    gone_threats: list[str]


class StatusReportOut(ObjectOut):
    """`said` is the health that readers are told: `health`, or where that is empty the `proposed` one.

    `moved_on`: the plan was changed since a draft was drawn from it.
    """

    project: Ref
    state: Literal["draft", "published"]
    as_of: datetime
    moved_on: bool
    proposed: State
    reasons: list[StatusReasonOut]
    health: Said | Literal[""]
    health_reason: str
    said: State
    figures: StatusFiguresOut
    compared: StatusComparedOut | None
    sentences: list[StatusSentenceOut]
    drafted_by: Who | None
    published_by: Who | None
    published_at: datetime | None
    superseded_by: Ref | None


class StatusLineOut(ObjectOut):
    """A report in a list, without its sentences."""

    project: Ref
    state: Literal["draft", "published"]
    as_of: datetime
    said: State
    chance: float | None
    share: float
    drafted_by: Who | None
    published_by: Who | None
    published_at: datetime | None


class StatusReportsOut(Page[StatusLineOut]):
    can: dict[str, bool]


class StatusReaderOut(Out):
    """Somebody whom the report can be sent to; not `reachable` without an address, or where they want no mail."""

    kind: Literal["stakeholder", "member"]
    id: UUID
    name: str
    reachable: bool
    state: Literal["", "waiting", "handed_over", "sent"]
    sent_at: datetime | None


class StatusMailing(In):
    stakeholder_ids: Annotated[list[UUID], Field(max_length=200)] = []
    member_ids: Annotated[list[UUID], Field(max_length=200)] = []


class StatusShareIn(In):
    """What the link is called, and whether it asks for a password and ends."""

    title: Title
    password: Annotated[str, Field(min_length=4, max_length=200)] | None = None
    expires_at: AwareDatetime | None = None


def show_status_report(row: StatusReport, scope: Scope) -> dict[str, Any]:
    """A report with its sentences; one query for the report after it."""
    is_draft = row.state == StatusReport.State.DRAFT
    later = superseded_by(row)
    now = row.published_at or timezone.now()
    names = ("state", "as_of", "proposed", "health", "health_reason", "said", "published_at")
    return (
        object_fields(row, can=_can(row, scope))
        | {name: getattr(row, name) for name in names}
        | {
            "project": ref(row.project),
            "moved_on": is_draft and row.project.plan_version != row.plan_version,
            "reasons": [one | {"evidence": _evidence(one, now)} for one in row.reasons],
            "figures": {name: row.figures[name] for name in StatusFiguresOut.model_fields},
            "compared": _compared(row),
            "sentences": [_sentence(one, now) for one in row.sentences],
            "drafted_by": who(row.drafted_by),
            "published_by": who(row.published_by),
            "superseded_by": later and ref(later),
        }
    )


def show_status_line(row: StatusReport, scope: Scope) -> dict[str, Any]:
    names = ("state", "as_of", "said", "published_at")
    return (
        object_fields(row, can=_can(row, scope))
        | {name: getattr(row, name) for name in names}
        | {name: row.figures[name] for name in ("chance", "share")}
        | {
            "project": ref(row.project),
            "drafted_by": who(row.drafted_by),
            "published_by": who(row.published_by),
        }
    )


def _can(row: StatusReport, scope: Scope) -> dict[str, bool]:
    plans, is_draft = scope.may("plan", row.place()), row.state == StatusReport.State.DRAFT
    live = row.archived_at is None
    return {
        "edit": plans and is_draft,
        "publish": plans and is_draft and live,
        "archive": plans and is_draft,
        "send": plans and not is_draft,
    }


def _sentence(one: dict[str, Any], now: datetime) -> dict[str, Any]:
    extra = {"own": sentences.is_own(one), "edited": sentences.is_edited(one)}
    return one | extra | {"evidence": _evidence(one, now)}


def _evidence(one: dict[str, Any], now: datetime) -> list[dict[str, Any]]:
    return [each | {"old": now - datetime.fromisoformat(each["known_at"]) > OLD} for each in one["evidence"]]


def _compared(row: StatusReport) -> dict[str, Any] | None:
    if row.previous is None:
        return None
    found: Compared = compared(row.previous.figures, row.figures)
    names = [name for name in StatusComparedOut.model_fields if name not in ("report", "was_health")]
    return {name: getattr(found, name) for name in names} | {
        "report": ref(row.previous),
        "was_health": row.previous.said,
    }
