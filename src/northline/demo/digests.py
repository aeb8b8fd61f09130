"""Digests of stakeholders: two that are on, with what went out, and one that waits to be read first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from northline.core.scope import nameless
from northline.core.wording import exactly
from northline.demo.content.digests import DIGESTS, Arranged
from northline.demo.making import Making
from northline.reporting.digests import actions
from northline.reporting.digests.models import Digest, DigestIssue
from northline.strategy.stakeholders import actions as register
from northline.strategy.stakeholders.models import Telling

ORIGIN = "http://127.0.0.1:8000"


def remember(making: Making) -> None:
    for told in DIGESTS:
        making.past.ago(26, _arrange(making, told))
        for ago, news in told.sent:
            making.past.ago(ago, _sent(making, told, ago, news))


def _arrange(making: Making, told: Arranged) -> Callable[[], None]:
    def deed() -> None:
        by, person = making.by("priya"), making.rows["stakeholder", told.place]
        fields = {"email": told.email, "frequency": told.frequency, "weekday": told.weekday}
        audience = making.rows["audience", told.audience]
        row = making.keep(
            "digest", told.place, actions.arrange(person, audience=audience, fields=fields, by=by)
        )
        if told.on:
            actions.switch_on(row, expected=row.version, origin=ORIGIN, by=by)
            Digest.objects.filter(pk=row.pk).update(begun_at=making.past.now - timedelta(days=26))

    return deed


def _sent(making: Making, told: Arranged, ago: int, news: int) -> Callable[[], None]:
    """One that left by itself, or did not for want of news."""

    def deed() -> None:
        row: Digest = making.rows["digest", told.place]
        until = making.past.now - timedelta(days=ago)
        subject = f"{making.product.title}: what is new since {exactly((until - timedelta(days=7)).date())}"
        DigestIssue.objects.create(
            workspace_id=row.workspace_id,
            digest=row,
            day=until.date(),
            state=DigestIssue.State.SENT if news else DigestIssue.State.QUIET,
            since=until - timedelta(days=7),
            until=until,
            subject=subject if news else "",
            news=news,
            created_at=until,
        )
        if news:
            summary = f"{subject} ({news} things)"
            by = nameless(row.workspace_id)
            telling = register.tell(
                row.stakeholder, summary=summary, channel="digest", version_id=None, by=by
            )
            Telling.objects.filter(pk=telling.pk).update(created_at=until)

    return deed
