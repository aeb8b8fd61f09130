"""An open share is changed without a new address."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from northline.core.models import Change
from northline.reporting.audiences.actions import address
from northline.reporting.models import Share
from tests.cast import Cast
from tests.reporting.test_shares import opened, read


def edit(cast: Cast, made: dict[str, Any], *, by: str = "pia", **body: Any) -> Any:
    headers = {"if-match": f'"{made["version"]}"'}
    return cast.client(by).patch(f"/api/shares/{made['id']}", body, headers=headers)


def take_back(cast: Cast) -> Any:
    change = Change.objects.filter(object_kind="share").order_by("-seq")[0]
    return cast.client("pia").post(f"/api/changes/{change.pk}/undo")


def test_a_share_is_renamed_shows_more_and_is_framed_elsewhere_until_that_is_taken_back(cast: Cast) -> None:
    cast.acme.row("initiative")
    made, token = opened(cast, framed_by=["https://wiki.example"])
    until = timezone.now() + timedelta(days=3)
    asked = {
        "title": "For all",
        "fields": ["window", "status"],
        "framed_by": ["https://Docs.example/"],
        "expires_at": until.isoformat(),
    }

    answer = edit(cast, made, **asked)

    now = answer.json()
    assert (now["version"], now["title"], now["fields"]) == (2, "For all", ["status", "window"])
    assert now["framed_by"] == ["https://docs.example"]
    assert read(cast, token).json()["fields"] == ["status", "window"]
    assert edit(cast, made, title="Late").status_code == 412
    assert edit(cast, now, framed_by=["ftp://x"]).json()["code"] == "share.site_unreadable"
    assert edit(cast, now, fields=["salary"]).json()["code"] == "share.field_unknown"
    assert edit(cast, now, expires_at="2020-01-01T00:00:00Z").json()["code"] == "share.expired_already"
    assert take_back(cast).status_code == 200
    shown = next(
        one for one in cast.client("pia").get("/api/shares").json()["items"] if one["id"] == made["id"]
    )
    told = ("title", "fields", "framed_by", "expires_at")
    assert {name: shown[name] for name in told} == {name: made[name] for name in told}
    assert take_back(cast).status_code == 200
    assert read(cast, token).json()["title"] == "For all"


def test_another_password_asks_everybody_anew_and_is_told_nowhere(cast: Cast) -> None:
    made, token = opened(cast, password="open sesame")
    unlock = f"/api/public/shares/{token}/unlock"
    ticket = cast.client("").post(unlock, {"password": "open sesame"}).json()["ticket"]
    assert read(cast, token, ticket).status_code == 200

    changed = edit(cast, made, password="another word").json()

    assert read(cast, token, ticket).status_code == 401
    assert cast.client("").post(unlock, {"password": "another word"}).status_code == 200
    told = cast.client("pia").get("/api/changes").content.decode()
    assert "another word" not in told
    assert "pbkdf2" not in told
    assert "argon2" not in told
    # Not even the hash of the former one is kept, so that nothing sets it back.
    kept = str(list(Change.objects.filter(object_kind="share").values_list("undo", "before", "after")))
    assert Share.objects.get().password_hash not in kept
    assert "$" not in kept
    refused = take_back(cast)
    assert (refused.status_code, refused.json()["code"]) == (409, "share.password_forgotten")
    assert cast.client("").post(unlock, {"password": "another word"}).status_code == 200
    assert edit(cast, changed, password=None).json()["has_password"] is False
    assert read(cast, token).status_code == 200


def test_a_share_is_given_to_an_audience_and_a_frozen_one_shows_what_it_showed(cast: Cast) -> None:
    board = address(cast.product, title="Board", group="executives", chosen={}, by=cast.acme.scope)
    made, token = opened(cast)
    given = edit(cast, made, audience_id=str(board.pk)).json()
    assert given["audience"]["title"] == "Board"
    assert set(read(cast, token).json()["fields"]) == set(board.fields)
    other = cast.client("ada").post("/api/products", {"title": "Other"}).json()["id"]
    body = {"product_id": other, "title": "Theirs", "group": "sales"}
    theirs = cast.client("ada").post("/api/audiences", body).json()["id"]
    assert edit(cast, given, by="ada", audience_id=theirs).json()["code"] == "share.other_product"
    kept, _ = opened(cast, frozen=True)
    assert edit(cast, kept, fields=["window"]).json()["code"] == "share.frozen_stays"
    assert edit(cast, kept, title="Kept").status_code == 200
    cast.client("pia").delete(f"/api/shares/{made['id']}")
    assert edit(cast, given, title="Over").json()["code"] == "share.closed_already"
