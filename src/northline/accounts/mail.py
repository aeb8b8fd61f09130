"""The post room. Mail leaves after the commit and beside the request, so that neither a rollback sends it nor
the time it takes tells whether somebody is known here."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import structlog
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string

log = structlog.get_logger("northline.mail")
_post_room = ThreadPoolExecutor(max_workers=2, thread_name_prefix="mail")


def send(
    template: str, *, to: str, area: str = "accounts", headers: dict[str, str] | None = None, **words: Any
) -> None:
    """Send a mail once the transaction at hand is committed. Its template's first line is its subject."""

    def deliver() -> None:
        try:
            text = render_to_string(f"{area}/mail/{template}.txt", words)
            subject, _, body = text.partition("\n")
            subject = " ".join(subject.split())
            EmailMessage(subject=subject, body=body.strip() + "\n", to=[to], headers=headers).send()
        except Exception:
            # Whoever waits for it asks again; nothing in the database depends on it.
            log.exception("mail_failed", template=template)

    transaction.on_commit(lambda: later(deliver))


def later(deliver: Callable[[], None]) -> None:
    """Do it beside the request."""
    _post_room.submit(deliver)


def address(origin: str, path: str) -> str:
    """An address for a mail: under the public address where one is set, else under the one that was asked."""
    return (settings.PUBLIC_ADDRESS or origin).rstrip("/") + path
