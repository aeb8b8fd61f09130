"""Ration what can be guessed: so many tries in so much time, counted in the database, so in all processes."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from django.utils import timezone

from northline.core.models import Attempt
from northline.core.refusal import Refusal


def ration(what: str, *, tries: int, within: timedelta) -> None:
    """Count one try at `what`; refuse when there were `tries` already within the time."""
    name = _hashed(what)
    since = timezone.now() - within
    Attempt.objects.filter(at__lt=timezone.now() - timedelta(days=1)).delete()
    if Attempt.objects.filter(what=name, at__gte=since).count() >= tries:
        raise Refusal(
            "rate.limited",
            f"Too many tries. Wait {int(within.total_seconds() // 60)} minutes and try again.",
            status=429,
            retry_after=int(within.total_seconds()),
        )
    Attempt.objects.create(what=name)


def forget(what: str) -> None:
    """Start counting anew, after a success."""
    Attempt.objects.filter(what=_hashed(what)).delete()


def _hashed(what: str) -> str:
    """Addresses and tokens are counted without being kept, and any length fits."""
    return hashlib.sha256(what.encode()).hexdigest()
