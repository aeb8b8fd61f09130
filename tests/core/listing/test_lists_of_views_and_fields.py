"""Views and fields of one's own are listed themselves, to whom they are there for."""

from __future__ import annotations

from typing import Any

from northline.accounts.models import RoleGrant
from tests.cast import Cast
from tests.core.listing.asking import add_field, asked, bulk, titles


def save(cast: Cast, title: str, *, by: str, shared: bool) -> dict[str, Any]:
    body = {"title": title, "shared": shared, "config": {}}
    made: dict[str, Any] = cast.client(by).post("/api/lists/idea/views", body).json()
    return made


def test_what_somebody_keeps_to_themselves_is_in_nobody_elses_list(cast: Cast) -> None:
    save(cast, "Carl's own", by="carl", shared=False)
    save(cast, "For all", by="pia", shared=True)
    assert titles(cast, "saved_view", who="ada") == ["For all"]
    assert titles(cast, "saved_view", who="carl") == ["Carl's own", "For all"]


def test_many_views_are_shared_at_once_by_whose_they_are(cast: Cast) -> None:
    views = [save(cast, title, by="carl", shared=False) for title in ("One", "Two")]
    done = bulk(cast, "saved_view", views, by="carl", fields={"shared": True})
    assert (done.status_code, done.json()["changed"]) == (200, 2)
    [first, _] = asked(cast, "saved_view", who="vera").json()["items"]
    assert (first["fields"]["shared"], first["can"]) == (True, {"edit": False})
    refused = bulk(cast, "saved_view", [first], by="vera", fields={"title": "Mine"})
    assert refused.status_code == 403


def test_a_products_own_views_and_fields_are_in_no_list_of_who_cannot_read_it(cast: Cast) -> None:
    cast.acme.row("saved_view"), cast.acme.row("custom_field")
    add_field(cast, "Everybody's", "text")
    assert titles(cast, "custom_field", who="stan") == ["A custom_field", "Everybody's"]
    RoleGrant.objects.filter(member=cast.stan).delete()
    assert titles(cast, "custom_field", who="stan") == ["Everybody's"]
    assert titles(cast, "saved_view", who="stan") == []


def test_fields_of_many_kinds_are_described_and_put_away_at_once(cast: Cast) -> None:
    for kind in ("idea", "launch"):
        add_field(cast, "Market", "text", kind=kind)
    lines = asked(cast, "custom_field", who="ada", where=[["name", "is", "market"]]).json()["items"]
    assert [line["fields"]["on"] for line in lines] == ["idea", "launch"]
    wanted = {"description": "Where it is sold"}
    assert bulk(cast, "custom_field", lines, by="ada", fields=wanted).json()["changed"] == 2
    lines = asked(cast, "custom_field", who="ada").json()["items"]
    assert bulk(cast, "custom_field", lines, by="pia", archived=True).status_code == 403
    assert bulk(cast, "custom_field", lines, by="ada", archived=True).json()["changed"] == 2
    assert titles(cast, "custom_field", who="ada") == []
