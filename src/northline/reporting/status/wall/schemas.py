"""What the wall's answer looks like."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from northline.core.schemas import Out, Ref, Who, ref, who
from northline.core.scope import Scope
from northline.reporting.status.values import State
from northline.reporting.status.wall.queries import Card


class WallReport(Ref):
    """The last published report of a project."""

    health: State
    published_at: datetime


class WallMilestone(Ref):
    finish: date
    late: bool


class WallThreat(Ref):
    """`score` is 1 to 25, where its impact is known."""

    score: int | None


class WallTrend(Out):
    """Against the last report: points of progress and chance, calendar days that the finish is later."""

    way: Literal["better", "worse", "same", "unknown"]
    share: int | None
    chance: int | None
    finish: int | None


class WallCard(Ref):
    """A project. `health` is that of its last report while it is fresh, afterwards `live`, which its data say now;
    `stale`: nobody reported for two weeks. Shares and chances 0 to 1."""

    product: Ref | None
    owners: list[Who]
    health: State
    live: State
    chance: float | None
    share: float
    items: int
    items_done: int
    finish: date | None
    p80: date | None
    deadline: date | None
    report: WallReport | None
    stale: bool
    draft: Ref | None
    milestone: WallMilestone | None
    threat: WallThreat | None
    trend: WallTrend
    can: dict[str, bool]


class WallOut(Out):
    today: date
    cards: list[WallCard]


def show_wall(cards: Sequence[Card], scope: Scope, *, today: date) -> dict[str, Any]:
    return {"today": today, "cards": [_card(card, scope) for card in cards]}


def _card(card: Card, scope: Scope) -> dict[str, Any]:
    row, plans = card.project, scope.may("plan", card.project.place())
    names = ("health", "live", "chance", "share", "finish", "p80", "stale")
    return (
        ref(row)
        | {name: getattr(card, name) for name in names}
        | {
            "product": row.product and ref(row.product),
            "owners": [who(one) for one in card.owners],
            "items": card.totals.items,
            "items_done": card.totals.items_done,
            "deadline": row.deadline and date.fromisoformat(row.deadline[:10]),
            "report": card.report
            and ref(card.report) | {"health": card.report.said, "published_at": card.report.published_at},
            # Drafts are for whoever writes them.
            "draft": ref(card.draft) if card.draft and plans else None,
            "milestone": _milestone(card),
            "threat": card.threat and _threat(card),
            "trend": card.trend,
            "can": {"draft": plans},
        }
    )


def _milestone(card: Card) -> dict[str, Any] | None:
    item, due = card.milestone, card.due
    if item is None or due is None:
        return None
    return ref(item) | {"finish": due, "late": bool(item.deadline and item.deadline[:10] < due.isoformat())}


def _threat(card: Card) -> dict[str, Any]:
    assert card.threat is not None
    source = card.threat.source
    named = {"kind": source.kind, "id": UUID(source.id), "key": source.key, "title": source.title}
    return named | {"score": card.threat.score}
