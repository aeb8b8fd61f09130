"""Which sites may show a share within their own pages. Everything else of Northline lets itself be framed by nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django.db.models import Q
from django.utils import timezone

from northline.accounts.mail import address
from northline.core.http import POLICY
from northline.core.refusal import Refusal
from northline.reporting.models import Share
from northline.reporting.shares.actions import hashed

_HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")
_LOCAL = frozenset({"localhost", "127.0.0.1"})
_UNFRAMED = "frame-ancestors 'none'"


def origins_of(said: Iterable[str]) -> list[str]:
    """The sites as origins, each once. Raises Refusal `share.site_unreadable`.

    >>> origins_of(["https://Wiki.example/", "https://wiki.example:8443"])
    ['https://wiki.example', 'https://wiki.example:8443']
    """
    return sorted({_origin(text) for text in said})


def _origin(text: str) -> str:
    try:
        parts = urlsplit(text.strip())
        host, port = (parts.hostname or "").encode("idna").decode(), parts.port
    except ValueError:
        raise _unreadable(text) from None
    plain = parts.path in ("", "/") and not (parts.query or parts.fragment or parts.username)
    secure = parts.scheme == "https" or (parts.scheme == "http" and host in _LOCAL)
    if not (plain and secure and _HOST.fullmatch(host)):
        raise _unreadable(text)
    return f"{parts.scheme}://{host}" + (f":{port}" if port else "")


def _unreadable(text: str) -> Refusal:
    return Refusal(
        "share.site_unreadable",
        f"“{text[:60]}” is no site that may show it. Say https://wiki.example.com, without a path. "
        "Nothing was shared.",
    )


def policy_of(token: str) -> str:
    """The content security policy of the page at a share's address."""
    ended = Q(expires_at__isnull=False, expires_at__lte=timezone.now())
    rows = Share.objects.filter(token_hash=hashed(token), revoked_at=None).exclude(ended)
    sites: list[str] = rows.values_list("framed_by", flat=True).first() or []
    return POLICY.replace(_UNFRAMED, f"frame-ancestors {' '.join(sites)}") if sites else POLICY


def address_of(request: Any, token: str) -> str:
    """Where a share is read: under the public address where one is set, else under the one that was asked."""
    return address(f"{request.scheme}://{request.get_host()}", f"/s/{token}")
