"""Embedding: a share is framed by the sites it names, everything else by nobody."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from northline.reporting.models import Share, ShareVisit
from tests.cast import Cast
from tests.reporting.test_shares import opened

SITE = "https://wiki.example"


@pytest.fixture(autouse=True)
def client_is_built(settings: Any, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html>")
    settings.WEB_CLIENT = tmp_path


def page(cast: Cast, path: str) -> Any:
    answer = cast.client("").get(path)
    assert answer.status_code == 200
    return answer


def test_a_share_lets_the_sites_it_names_frame_it(cast: Cast) -> None:
    made, token = opened(cast, framed_by=["https://Wiki.example/", "http://localhost:8080"])

    answer = page(cast, f"/s/{token}")

    assert made["framed_by"] == ["http://localhost:8080", SITE]
    assert answer["Content-Security-Policy"].endswith(f"frame-ancestors http://localhost:8080 {SITE}")
    assert "X-Frame-Options" not in answer


@pytest.mark.parametrize("path", ["/", "/s/no-such-token", "/acme/roadmap"])
def test_everything_else_is_framed_by_nobody(cast: Cast, path: str) -> None:
    opened(cast, framed_by=[SITE])

    answer = page(cast, path)

    assert answer["Content-Security-Policy"].endswith("frame-ancestors 'none'")
    assert answer["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("field", ["revoked_at", "expires_at"])
def test_a_share_that_is_over_is_framed_by_nobody(cast: Cast, field: str) -> None:
    made, token = opened(cast, framed_by=[SITE])
    Share.objects.filter(pk=made["id"]).update(**{field: timezone.now()})

    assert page(cast, f"/s/{token}")["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(
    "site",
    [
        "*",
        "https://*.example",
        "http://wiki.example",
        "https://wiki.example/page",
        "https://a b",
        "https://wiki.example; script-src *",
        "https://user@wiki.example",
        "https://wiki.example:port",
        "javascript:alert(1)",
    ],
)
def test_what_is_no_site_is_refused(cast: Cast, site: str) -> None:
    body = {"view": "roadmap", "object_id": cast.product.pk, "title": "x", "framed_by": [site]}

    answer = cast.client("pia").post("/api/shares", body)

    assert (answer.status_code, answer.json()["code"]) == (422, "share.site_unreadable")
    assert not Share.objects.exists()


def test_looks_are_told_by_day_the_latest_first(cast: Cast) -> None:
    made, _ = opened(cast)
    for day, count in (("2026-03-02", 2), ("2026-03-04", 5)):
        ShareVisit.objects.create(workspace=cast.acme.workspace, share_id=made["id"], day=day, count=count)

    assert cast.client("pia").get(f"/api/shares/{made['id']}/looks").json() == [
        {"day": "2026-03-04", "count": 5},
        {"day": "2026-03-02", "count": 2},
    ]
