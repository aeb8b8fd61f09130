"""A digest as a mail: text and HTML with the same words, and the address that ends it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core import signing
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from northline.accounts.mail import address
from northline.core.wording import exactly
from northline.reporting.digests.models import Digest, DigestIssue
from northline.reporting.digests.news import News, news_of

_SALT = "northline.digest"
_HEADINGS = (
    ("roadmap", "On the roadmap"),
    ("promises", "What you were promised"),
    ("updates", "What you follow"),
    ("decisions", "Where your word is asked for"),
)


@dataclass(frozen=True, slots=True)
class Letter:
    """`news` counts what it tells; without any it is not sent."""

    to: str
    subject: str
    text: str
    html: str
    news: int


def letter_of(digest: Digest, *, since: datetime, unsubscribe: str = "") -> Letter:
    """The digest of what is new since then, as it would be sent now."""
    news = news_of(digest, since=since)
    words = {
        "digest": digest,
        "name": digest.stakeholder.title,
        "product": digest.product.title,
        "since": exactly(since.date()),
        "sections": _sections(digest, news),
        "arranged_by": digest.begun_by.name if digest.begun_by else "",
        "unsubscribe": unsubscribe,
    }
    return Letter(
        to=address_of(digest),
        # A subject is one line.
        subject=" ".join(f"{digest.product.title}: what is new since {words['since']}".split())[:300],
        text=_rendered("txt", words).strip() + "\n",
        html=_rendered("html", words),
        news=news.count(),
    )


def _sections(digest: Digest, news: News) -> list[dict[str, Any]]:
    base = address(digest.origin, f"/{digest.workspace.slug}")
    return [
        {
            "heading": heading,
            "items": [
                {"title": told.title, "lines": told.lines, "address": told.path and base + told.path}
                for told in getattr(news, part)
            ],
        }
        for part, heading in _HEADINGS
        if getattr(news, part)
    ]


def _rendered(ending: str, words: dict[str, Any]) -> str:
    return render_to_string(f"reporting/mail/digest.{ending}", words)


def address_of(digest: Digest) -> str:
    """Where it goes: the address given, else the member's own; empty where there is neither."""
    member = digest.stakeholder.member
    return digest.email or (member.person.email if member else "")


def send(letter: Letter, *, issue: DigestIssue, unsubscribe: str) -> None:
    """Hand the mail over. The same issue has the same Message-ID, however often it is handed over."""
    headers = {
        "Message-ID": f"<digest-{issue.pk}@northline>",
        "Auto-Submitted": "auto-generated",
        # RFC 8058: a click in the mail program is enough.
        "List-Unsubscribe": f"<{unsubscribe}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    mail = EmailMultiAlternatives(letter.subject, letter.text, to=[letter.to], headers=headers)
    mail.attach_alternative(letter.html, "text/html")
    mail.send()


def page_address(digest: Digest) -> str:
    """Where a reader ends their digest, or takes that back, without signing in."""
    return address(digest.origin, f"/unsubscribe/{token_of(digest)}")


def click_address(digest: Digest) -> str:
    """What a mail program asks when its reader unsubscribes."""
    return address(digest.origin, f"/api/public/digests/by-token/{token_of(digest)}/unsubscription")


def token_of(digest: Digest) -> str:
    return signing.dumps(str(digest.pk), salt=_SALT)


def digest_of(token: str) -> UUID | None:
    """The digest that a signed token names; None for any other text."""
    try:
        return UUID(signing.loads(token, salt=_SALT))
    except (signing.BadSignature, ValueError):
        return None
