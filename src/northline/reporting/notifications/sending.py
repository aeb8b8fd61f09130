"""Messages leave by the job queue: one mail with all that is new, never in quiet hours, and none twice."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F, OuterRef, Q, Subquery
from django.template.loader import render_to_string
from django.utils import timezone

from northline.accounts.authentication import scope_of_member
from northline.accounts.mail import address
from northline.core import jobs
from northline.core.models import Counter
from northline.core.scope import nameless
from northline.reporting.inbox import messages
from northline.reporting.notifications import rules
from northline.reporting.notifications.models import NotificationSettings

MOST = 500
# So many messages are told in a mail; the rest is counted.
TOLD = 30
WHY = {
    "role": "Your role changed.",
    "reminder": "You asked to be reminded.",
    "due": "It is yours, and due soon.",
    "mentioned": "You were mentioned.",
    "answered": "You were answered.",
    "reacted": "Somebody reacted to your comment.",
    "asked": "You are asked.",
    "given": "It was given to you.",
    "deputy": "You stand in for whoever holds it.",
    "relieved": "You no longer stand in for anybody there.",
    "owner": "You own it.",
    "owned": "You owned it until then.",
    "watching": "You follow it.",
    "worked_on": "You worked on it.",
    "manages": "You manage it.",
}


def enqueue_due() -> int:
    """Put in the queue what is due; answers how much. Any number of workers may do so at once. One query if nothing is."""
    now = timezone.now()
    newest = Counter.objects.filter(workspace_id=OuterRef("workspace_id"), name="changes").values("value")
    due = (
        NotificationSettings.objects.filter(
            next_at__lte=now, member__suspended_at=None, member__person__is_active=True
        )
        .select_related("member")
        .annotate(newest=Subquery(newest))
        .filter(Q(mail=NotificationSettings.Mail.DAILY) | Q(newest__gt=F("mailed_seq")))
        .order_by("next_at")
    )
    return sum(_enqueue(row, row.newest or 0, now) for row in due[:MOST])


@transaction.atomic
def _enqueue(row: NotificationSettings, newest: int, now: datetime) -> bool:
    """Mail of the day waits for the next where nothing is new; that of what just happened is not asked for then."""
    daily, quiet = row.mail == NotificationSettings.Mail.DAILY, row.quiet()
    later, news = quiet.until(now), newest > row.mailed_seq
    after = later or rules.next_due(now, daily=daily, quiet=quiet)
    mine = NotificationSettings.objects.filter(pk=row.pk, next_at=row.next_at)
    if not mine.update(next_at=after) or later or not news:
        return False
    by = nameless(row.workspace_id)
    jobs.enqueue("send_notifications", by=by, settings=str(row.pk), since=row.mailed_seq, until=newest)
    return True


@jobs.handles("send_notifications")
def send_notifications(run: jobs.Run) -> dict[str, Any]:
    """Mail what is new and was not looked at, unless it was handed over before."""
    since, until = run.job.arguments["since"], run.job.arguments["until"]
    mine = NotificationSettings.objects.filter(pk=run.job.arguments["settings"])
    with transaction.atomic():
        run.hold()
        if not mine.filter(mailed_seq=since).exclude(mail="off").update(mailed_seq=until):
            return {"messages": 0}
    row = mine.select_related("member__person", "workspace").get()
    seen = max(since, row.member.inbox_seen)
    told = messages(scope_of_member(row.member), after=seen, until=until)
    if told:
        try:
            _letter(row, told).send()
        except Exception:
            mine.filter(mailed_seq=until).update(mailed_seq=since)
            raise
    return {"messages": len(told)}


def _letter(row: NotificationSettings, told: list[dict[str, Any]]) -> EmailMessage:
    base = address(row.origin, f"/{row.workspace.slug}")
    first = told[0]
    about = _about(first)
    what = f"{_who(first)} {_did(first)} {about['title'] or about['key']}"
    words = {
        "name": row.member.name,
        "workspace": row.workspace.name,
        "messages": [_line(one, base) for one in told[:TOLD]],
        "left_off": max(0, len(told) - TOLD),
        "inbox": f"{base}/inbox",
        "settings": f"{base}/settings/notifications",
    }
    subject = what if len(told) == 1 else f"{row.workspace.name}: {len(told)} new messages"
    body = render_to_string("reporting/mail/notifications.txt", words).strip() + "\n"
    headers = {"Auto-Submitted": "auto-generated"}
    return EmailMessage(" ".join(subject.split())[:300], body, to=[row.member.person.email], headers=headers)


def _line(one: dict[str, Any], base: str) -> dict[str, str]:
    about, touched = _about(one), one["touched"]
    also = one["also"] + sum(each["more"] for each in touched) + len(touched[1:])
    more = f", and {also} more with it" if also else ""
    return {
        "title": f"{about['key']} {about['title']}".strip(),
        "did": f"{_who(one)} {_did(one)}{more}.",
        "said": one["excerpt"] or one["reason"],
        "why": WHY[one["why"]],
        "address": f"{base}/o/{about['kind']}/{about['key']}" if about["key"] else f"{base}/inbox",
    }


def _about(one: dict[str, Any]) -> dict[str, Any]:
    """What a message names: the first of what concerns the member, else the object of the change."""
    return next(iter(one["touched"]), one)


def _who(one: dict[str, Any]) -> str:
    return one["by"]["name"] if one["by"] else "Northline"


def _did(one: dict[str, Any]) -> str:
    return str(one["verb"]).replace("_", " ")
