"""The scope of a request beside Django's own `scope` of an ASGI connection."""

from __future__ import annotations

from django.test import AsyncRequestFactory

from northline.accounts.authentication import Scoped
from tests.cast import Cast


def test_a_request_over_asgi_still_knows_its_own_address(cast: Cast) -> None:
    """Invitations, resets and shares write addresses into what they answer."""
    request = AsyncRequestFactory().get("/api/members", secure=True)
    request.user = cast.ada.person
    request.session = {}  # type: ignore[assignment]

    assert Scoped().authenticate(request, None) is not None

    assert request.build_absolute_uri("/") == "https://testserver/"
