"""What a share's reader is told to have changed since they last looked: of a live roadmap, of what they are shown."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from northline.accounts.models import Member
from northline.core.models import Change
from northline.core.richtext import of_text
from northline.reporting.audiences.sight import USUAL
from northline.reporting.models import Share
from northline.roadmap.models import Lane
from tests.cast import Cast
from tests.reporting.digests.test_digests import MARKERS, WINDOW, initiative, revised
from tests.reporting.test_audiences import _shared as shared
from tests.reporting.test_audiences import addressed

pytestmark = pytest.mark.django_db
LONG_AGO = "2020-01-01T00:00:00Z"


def news(cast: Cast, token: str, since: str = LONG_AGO) -> Any:
    return cast.client("").get(f"/api/public/shares/{token}/news", {"since": since})


def test_a_reader_is_told_what_changed_since_they_last_looked(cast: Cast) -> None:
    row = initiative(cast)
    token = shared(cast, addressed(cast, fields=["status"]))
    revised(cast, row, status="committed")
    looked = timezone.now().isoformat()

    assert [one["title"] for one in news(cast, token).json()["told"]] == [row.title]
    assert news(cast, token, looked).json()["told"] == []
    revised(cast, row, status="in_progress")
    [told] = news(cast, token, looked).json()["told"]
    assert told["lines"] == ["In progress; was committed."]


def test_nothing_is_told_of_before_the_link_was_made_or_of_what_is_to_come(cast: Cast) -> None:
    row = initiative(cast)
    revised(cast, row, status="committed")
    Change.objects.update(created_at=timezone.now() - timedelta(days=1))
    token = shared(cast, addressed(cast, fields=["status"]))

    told = news(cast, token).json()
    assert told["told"] == []
    assert datetime.fromisoformat(told["since"]) == Share.objects.get().created_at
    for far in ("9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00"):
        assert news(cast, token, far).json()["told"] == []
    assert news(cast, token, "2026-03-02T09:00:00").status_code == 422
    assert news(cast, token, "yesterday").status_code == 422


def test_a_frozen_link_has_no_news_and_a_closed_one_tells_none(cast: Cast) -> None:
    row = initiative(cast)
    audience = addressed(cast, fields=["status"])
    frozen, live = shared(cast, audience, frozen=True), shared(cast, audience)
    revised(cast, row, status="committed")

    assert news(cast, frozen).json()["told"] == []
    Share.objects.update(revoked_at=timezone.now())
    closed = news(cast, live)
    assert closed.status_code == cast.client("").get(f"/api/public/shares/{live}").status_code
    assert closed.json()["code"] == "share.closed"


def test_a_link_with_a_password_tells_only_whoever_has_it(cast: Cast) -> None:
    initiative(cast)
    body = {"view": "roadmap", "object_id": cast.product.pk, "title": "Board", "password": "correct horse"}
    address = cast.client("pia").post("/api/shares", body | {"fields": ["status"]}).json()["address"]
    assert news(cast, address.rpartition("/s/")[2]).json()["code"] == "share.password"


@pytest.mark.parametrize("group", list(USUAL))
def test_no_hidden_field_is_in_any_news(cast: Cast, group: str) -> None:
    row, lane = initiative(cast), cast.acme.row("lane")
    audience = addressed(cast, group=group)
    token = shared(cast, audience)
    Lane.objects.filter(pk=lane.pk).update(title=MARKERS["lane"])
    Member.objects.filter(pk=cast.carl.pk).update(name=MARKERS["owner"])
    changed = ("description", "goal", "metrics", "features", "lane", "owner")
    revised(
        cast, row, body=of_text(MARKERS["description"]), goal=MARKERS["goal"], metrics=[MARKERS["metrics"]],
        features=[MARKERS["features"]], lane_id=lane.pk, owner_id=cast.carl.pk, status="committed", window=WINDOW,
    )  # fmt: skip

    text = news(cast, token).content.decode()

    assert [field for field in changed if (MARKERS[field] in text) != (field in audience["fields"])] == []
    assert row.key not in text
    assert ("2027" in text) == ("window" in audience["fields"])
    if audience["precision"] != "exact":
        assert "17 February" not in text
