"""Mail of portals: ways in, and news for those who asked for it. Of one thing a visitor is told once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from northline.accounts import mail
from northline.core import jobs
from northline.core.models import Job
from northline.core.scope import Scope
from northline.research.portal.keys import Purpose, key_for, leaving_key
from northline.research.portal.models import ChangelogEntry, Notice, Portal, Post, Visitor
from northline.research.portal.rules import one_line

AREA = "portal"


def send_key(portal: Portal, email: str, *, key: str, purpose: Purpose) -> None:
    """Mail a key, once the transaction at hand is committed."""
    template = {"enter": "key", "follow": "follow"}[purpose]
    mail.send(
        template, area=AREA, to=email, portal=one_line(portal.title), address=_address(portal, f"?key={key}")
    )


def send_invitation(portal: Portal, email: str, *, inviter: str) -> None:
    """Ask an address into a private portal."""
    address = _address(portal, f"?key={key_for(portal, email, purpose='enter')}")
    mail.send(
        "invitation", area=AREA, to=email, portal=one_line(portal.title), inviter=inviter, address=address
    )


def tell_voters(post: Post, *, by: Scope) -> Job:
    """Tell everybody who wanted it, as a job: in the transaction that ships it."""
    return jobs.enqueue("portal.tell_voters", by=by, post=str(post.pk))


def tell_followers(entry: ChangelogEntry, *, by: Scope) -> Job:
    """Tell everybody who follows the changelog, as a job: in the transaction that publishes the entry."""
    return jobs.enqueue("portal.tell_followers", by=by, entry=str(entry.pk))


def told_of(about_ids: Iterable[UUID]) -> QuerySet[Notice]:
    return Notice.objects.filter(about_id__in=list(about_ids))


@jobs.handles("portal.tell_voters")
def _tell_voters(run: jobs.Run) -> dict[str, Any]:
    post = Post.objects.select_related("portal").get(pk=run.job.arguments["post"])
    wanted = Q(votes__post=post) | Q(posts=post) | Q(posts__merged_into=post)
    with transaction.atomic():
        run.hold()
        told = _told_now(post, Visitor.objects.filter(wanted).distinct()) if post.status == "shipped" else []
        for visitor in told:
            _send_news("shipped", post.portal, visitor, title=post.title, path=f"/{post.pk}")
    return {"told": len(told)}


@jobs.handles("portal.tell_followers")
def _tell_followers(run: jobs.Run) -> dict[str, Any]:
    entry = ChangelogEntry.objects.select_related("portal").get(pk=run.job.arguments["entry"])
    following = Visitor.objects.filter(portal=entry.portal, follows_since__isnull=False)
    with transaction.atomic():
        run.hold()
        told = _told_now(entry, following) if entry.published_at and entry.archived_at is None else []
        for visitor in told:
            _send_news("news", entry.portal, visitor, title=entry.title, path="/changelog")
    return {"told": len(told)}


def _told_now(about: Post | ChangelogEntry, visitors: QuerySet[Visitor]) -> list[Visitor]:
    """Those who may be written to and were not told yet; written down as told."""
    told = told_of([about.pk]).values("visitor")
    rows = visitors.filter(portal=about.portal, verified_at__isnull=False, unsubscribed_at=None)
    found = list(rows.exclude(pk__in=told).order_by("pk"))
    Notice.objects.bulk_create(
        Notice(workspace_id=about.workspace_id, visitor=one, about_kind=about.KIND, about_id=about.pk)
        for one in found
    )
    return found


def _send_news(template: str, portal: Portal, visitor: Visitor, *, title: str, path: str) -> None:
    leave = _address(portal, f"/unsubscribe?key={leaving_key(visitor)}")
    mail.send(
        template,
        area=AREA,
        to=visitor.email,
        headers={"List-Unsubscribe": f"<{leave}>"},
        portal=one_line(portal.title),
        title=one_line(title),
        address=_address(portal, path),
        leave=leave,
    )


def _address(portal: Portal, rest: str) -> str:
    return mail.address(portal.origin, f"/p/{portal.slug}{rest}")
