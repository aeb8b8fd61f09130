"""What reporting's requests and answers look like."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field, StringConstraints

from northline.core.api import ChangeOut
from northline.core.schemas import In, Line, Out, Patch, Ref, Title, Who
from northline.reporting.models import Share


class NodeOut(Out):
    kind: str
    id: UUID
    key: str
    title: str
    status: str
    archived: bool
    side: Literal["why", "focus", "how"]


class EdgeOut(Out):
    """`type` reads from `source` to `target`; `reason` is the one of the two that is the other's why."""

    type: str
    source: UUID
    target: UUID
    reason: UUID
    consequence: UUID


class FocusOut(Out):
    kind: str
    id: UUID


class ThroughlineOut(Out):
    focus: FocusOut
    nodes: list[NodeOut]
    edges: list[EdgeOut]
    truncated: bool


class GapItem(Out):
    kind: str
    id: UUID
    key: str
    title: str


class GapsOut(Out):
    """What breaks a rule: `total` of the `checked` objects, the newest of them told in `items`."""

    rule: str
    checked: int
    total: int
    items: list[GapItem]


class RunOut(Out):
    """A run of plain text; `hit` where it is what was looked for."""

    text: str
    hit: bool


class FoundOut(Out):
    """What was found in a comment or an update has its id; the excerpt is of that then."""

    kind: str
    id: UUID
    key: str
    title: str
    marked: list[RunOut]
    excerpt: list[RunOut]
    remark_id: UUID | None


class NewsItem(ChangeOut):
    """`also` counts what the same deed changed besides, and how often the same was done again within the hour."""

    also: int


class DueLine(Ref):
    """Something of one's own, and the day on which it is due.

    Of an initiative an update is due; `since` is the day since which nobody said how it goes.
    """

    on: date
    since: date | None = None


class InboxItem(NewsItem):
    """`excerpt` are the first words of a comment, or the note of a reminder; `due` what a message tells to be due.

    Of a reminder kind, id, key and title are of what it reminds of; it keeps its own, without key and title, where that
    may not be seen any more.
    """

    why: str
    unseen: bool
    excerpt: str
    due: list[DueLine]


class HomeItem(Out):
    kind: str
    id: UUID
    key: str
    title: str
    status: str
    detail: dict[str, Any]


class InboxOut(Out):
    """`updates_due` are the member's initiatives of which nobody said for long how they go."""

    items: list[InboxItem]
    unseen: int
    updates_due: list[HomeItem]


class Seen(In):
    seq: Annotated[int, Field(ge=0)]


class HomeOut(Out):
    initiatives: list[HomeItem]
    projects: list[HomeItem]
    charters: list[HomeItem]
    updates_due: list[HomeItem]
    changes: list[NewsItem]


class ShareIn(In):
    view: Literal["roadmap", "timeline"]
    object_id: UUID
    title: Title
    fields: list[Line] = []
    # Whose sight is shown, now and later; the fields above then count for nothing.
    audience_id: UUID | None = None
    frozen: bool = False
    # The field that a roadmap is coloured by; counts for nothing where an audience is named.
    colour: Annotated[str, StringConstraints(max_length=60)] = ""
    # Sites whose pages may show it, as https://wiki.example.com; none: no page may.
    framed_by: Annotated[list[Line], Field(max_length=20)] = []
    password: Annotated[str, StringConstraints(min_length=4, max_length=200)] | None = None
    expires_at: AwareDatetime | None = None


class SharePatch(Patch):
    """What is left out stays; a null takes the password, the end or the audience away."""

    NULLABLE: ClassVar = frozenset({"audience_id", "password", "expires_at"})

    title: Title | None = None
    fields: list[Line] | None = None
    audience_id: UUID | None = None
    colour: Annotated[str, StringConstraints(max_length=60)] | None = None
    framed_by: Annotated[list[Line], Field(max_length=20)] | None = None
    password: Annotated[str, StringConstraints(min_length=4, max_length=200)] | None = None
    expires_at: AwareDatetime | None = None


class ShareRow(Patch):
    """What is changed of many shares at once; `closed` closes them."""

    NULLABLE: ClassVar = frozenset({"audience_id", "expires_at"})

    title: Title | None = None
    audience_id: UUID | None = None
    expires_at: AwareDatetime | None = None
    closed: Literal[True] | None = None


class ShareOut(Out):
    """A share as its managers see it; `version` is what an edit names."""

    id: UUID
    version: int
    view: str
    title: str
    object_id: UUID
    fields: list[str]
    colour: str
    audience: Ref | None
    frozen: bool
    framed_by: list[str]
    looks: int
    last_look: date | None
    has_password: bool
    expires_at: datetime | None
    revoked_at: datetime | None
    created_at: datetime
    created_by: Who


class ShareMade(ShareOut):
    """The address is told this once; only its hash is kept."""

    address: str


class LooksOut(Out):
    """How often a share was opened on a day. Who it was is not kept."""

    day: date
    count: int


class SharedChange(Out):
    """What changed of one thing, in sentences."""

    title: str
    lines: list[str]


class SharedNewsOut(Out):
    """What changed for the readers of a share; `since` is not before the share was opened."""

    since: datetime
    told: list[SharedChange]


class Unlock(In):
    password: Annotated[str, StringConstraints(max_length=200)]


class Ticket(Out):
    ticket: str


class SharedOut(Out):
    """What a reader of a share gets: only the fields that the share names."""

    view: str
    title: str
    subject: str
    fields: list[str]
    layout: str
    frozen_at: datetime | None
    roadmap: dict[str, Any] | None = None
    timeline: dict[str, Any] | None = None
    status: dict[str, Any] | None = None
    shown_at: datetime


def show_share(row: Share) -> dict[str, Any]:
    return {
        "id": row.pk,
        "version": row.version,
        "view": row.view,
        "title": row.title,
        "object_id": row.product_id or row.project_id,
        "fields": sorted(row.sight().fields),
        "colour": row.sight().colour,
        "audience": row.audience
        and {
            "kind": row.audience.KIND,
            "id": row.audience.pk,
            "key": row.audience.key,
            "title": row.audience.title,
        },
        "frozen": row.frozen is not None,
        "framed_by": row.framed_by,
        "looks": getattr(row, "looks", 0),
        "last_look": getattr(row, "last_look", None),
        "has_password": bool(row.password_hash),
        "expires_at": row.expires_at,
        "revoked_at": row.revoked_at,
        "created_at": row.created_at,
        "created_by": row.created_by,
    }
