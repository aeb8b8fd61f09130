"""Share links: only what they name, only while they are open."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from northline.core.richtext import of_text
from northline.reporting.models import Share
from northline.roadmap.models import Initiative
from tests.cast import Cast

SECRET = "zanzibar-marker"


def opened(cast: Cast, **body: Any) -> tuple[dict[str, Any], str]:
    asked = {
        "view": "roadmap",
        "object_id": cast.product.pk,
        "title": "For the board",
        "fields": ["status"],
    } | body
    answer = cast.client("pia").post("/api/shares", asked)
    assert answer.status_code == 201, answer.content
    made = answer.json()
    return made, made["address"].rpartition("/s/")[2]


def read(cast: Cast, token: str, ticket: str = "") -> Any:
    headers = {"northline-share-ticket": ticket} if ticket else {}
    return cast.client("").get(f"/api/public/shares/{token}", headers=headers)


def test_a_share_opens_without_signing_in_and_closes_at_once(cast: Cast) -> None:
    cast.acme.row("initiative")
    made, token = opened(cast)
    assert read(cast, token).json()["roadmap"]["initiatives"][0]["title"] == "A initiative"

    cast.client("pia").delete(f"/api/shares/{made['id']}")

    closed = read(cast, token)
    assert closed.status_code == 404
    assert closed.json()["code"] == "share.closed"


def test_a_share_shows_only_the_fields_it_names(cast: Cast) -> None:
    initiative = cast.acme.row("initiative")
    Initiative.objects.filter(pk=initiative.pk).update(body=of_text(SECRET))
    _, token = opened(cast, fields=["status"])

    shown = read(cast, token)

    assert SECRET not in shown.content.decode()
    assert set(shown.json()["roadmap"]["initiatives"][0]) == {"id", "title", "status"}


def test_a_shared_timeline_names_nobody_and_only_its_fields(cast: Cast) -> None:
    item = cast.acme.row("work_item")
    _, token = opened(cast, view="timeline", object_id=item.project_id, fields=["dates"])

    timeline = read(cast, token).json()["timeline"]

    assert set(timeline["items"][0]) == {
        "id", "title", "type", "outline_level", "parent_id", "wbs", "start", "finish",
    }  # fmt: skip
    assert timeline["links"] == []
    assert timeline["forecast"] is None


def test_a_field_that_the_view_has_not_is_refused(cast: Cast) -> None:
    body = {"view": "roadmap", "object_id": cast.product.pk, "title": "x", "fields": ["rates"]}

    answer = cast.client("pia").post("/api/shares", body)

    assert answer.status_code == 422
    assert answer.json()["code"] == "share.field_unknown"
    assert not Share.objects.exists()


def test_the_token_and_the_password_are_kept_as_hashes_only(cast: Cast) -> None:
    _, token = opened(cast, password="sesame-1")
    row = Share.objects.get()

    assert token not in row.token_hash
    assert "sesame-1" not in row.password_hash


def test_a_share_with_a_password_opens_with_its_ticket(cast: Cast) -> None:
    _, token = opened(cast, password="sesame-1")
    assert read(cast, token).json()["code"] == "share.password"

    unlock = cast.client("").post(f"/api/public/shares/{token}/unlock", {"password": "sesame-1"})

    assert read(cast, token, unlock.json()["ticket"]).status_code == 200


def test_a_ticket_of_one_share_opens_no_other(cast: Cast) -> None:
    _, first = opened(cast, password="sesame-1")
    _, second = opened(cast, password="sesame-1")
    ticket = (
        cast.client("").post(f"/api/public/shares/{first}/unlock", {"password": "sesame-1"}).json()["ticket"]
    )

    assert read(cast, second, ticket).status_code == 401


def test_guessing_a_share_password_is_rationed(cast: Cast) -> None:
    _, token = opened(cast, password="sesame-1")
    guess = {"password": "wrong"}

    answers = [
        cast.client("").post(f"/api/public/shares/{token}/unlock", guess).status_code for _ in range(11)
    ]

    assert answers[:10] == [401] * 10
    assert answers[10] == 429


def test_an_expired_share_is_closed(cast: Cast) -> None:
    _, token = opened(cast, expires_at=(timezone.now() + timedelta(hours=1)).isoformat())
    Share.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    assert read(cast, token).status_code == 404


@pytest.mark.parametrize("who", ["vera", "carl", "stan"])
def test_who_may_not_plan_may_not_share(cast: Cast, who: str) -> None:
    body = {"view": "roadmap", "object_id": cast.product.pk, "title": "x", "fields": []}

    assert cast.client(who).post("/api/shares", body).status_code == 403
    assert not Share.objects.exists()


def test_links_are_told_a_page_at_a_time(cast: Cast) -> None:
    made = [opened(cast, title=f"Link {number}")[0]["id"] for number in range(3)]
    first = cast.client("pia").get("/api/shares", {"limit": 2}).json()
    second = cast.client("pia").get("/api/shares", {"limit": 2, "cursor": first["next"]}).json()
    assert [one["id"] for one in first["items"] + second["items"]] == made[::-1]
    assert second["next"] is None
