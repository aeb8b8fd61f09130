"""Share links, digests and audiences as lists: only what the member manages, and nothing that opens a link."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from northline.core.listing import queries
from northline.reporting.models import Audience, Digest, Share
from northline.reporting.shares.actions import close_share
from northline.reporting.shares.public import count_visit
from tests.cast import Cast
from tests.core.listing.asking import asked, bulk, titles
from tests.reporting.test_shares import opened


def shared(cast: Cast) -> dict[str, Share]:
    """Four links: an open one, one with a password for an audience, one that has ended and one that is closed."""
    audience = str(cast.acme.row("audience").pk)
    secret = {"audience_id": audience, "password": "correct horse", "framed_by": ["https://wiki.example.com"]}
    opened(cast)
    opened(cast, title="For readers", **secret)
    opened(cast, title="For the fair", frozen=True)
    opened(cast, title="For sales")
    yesterday = timezone.now() - timedelta(days=1)
    Share.objects.filter(title="For the fair").update(expires_at=yesterday)
    close_share(Share.objects.get(title="For sales"), by=cast.scope("pia"))
    return {row.title: row for row in Share.objects.all()}


def test_links_are_searched_filtered_grouped_and_exported(cast: Cast, django_assert_num_queries: Any) -> None:
    made = shared(cast)
    for _ in range(3):
        count_visit(made["For readers"])
    pia: dict[str, Any] = {"who": "pia"}
    assert titles(cast, "share", sort="title", **pia) == [
        "For readers", "For sales", "For the board", "For the fair",
    ]  # fmt: skip
    assert titles(cast, "share", q="board", **pia) == ["For the board"]
    for where, found in (
        (["state", "is", "ended"], "For the fair"),
        (["state", "is", "closed"], "For sales"),
        (["frozen", "is", True], "For the fair"),
        (["password", "is", True], "For readers"),
        (["sites", "contains", "https://wiki.example.com"], "For readers"),
        (["audience", "is", str(cast.acme.row("audience").pk)], "For readers"),
        (["looks", "at_least", 3], "For readers"),
    ):
        assert titles(cast, "share", where=[where], **pia) == [found]
    groups = asked(cast, "share", part="/groups", by="state", **pia).json()["items"]
    assert [(group["value"], group["count"]) for group in groups] == [
        ("open", 2),
        ("ended", 1),
        ("closed", 1),
    ]
    file = asked(cast, "share", part="/export", columns="title,of,looks", sort="-looks,title", **pia)
    assert file.content.decode("utf-8-sig").splitlines()[1] == "For readers,Atlas,3"
    scope = cast.scope("pia")
    with django_assert_num_queries(1):
        queries.page(scope, "share", queries.Asked())


def test_links_are_found_by_the_product_that_they_are_of(cast: Cast) -> None:
    shared(cast)
    opened(cast, view="timeline", object_id=cast.acme.row("project").pk, title="The plan", fields=["dates"])
    atlas = str(cast.product.pk)
    pia: dict[str, Any] = {"who": "pia", "sort": "title"}
    every = titles(cast, "share", **pia)
    assert "The plan" in every
    assert titles(cast, "share", where=[["product", "is", atlas]], **pia) == every
    assert titles(cast, "share", product_id=atlas, **pia) == every
    assert titles(cast, "share", where=[["product", "is_not", atlas]], **pia) == []
    (group,) = asked(cast, "share", part="/groups", by="product", who="pia").json()["items"]
    assert (group["label"], group["count"]) == (cast.product.title, len(every))
    file = asked(cast, "share", part="/export", columns="title,product", sort="product,title", who="pia")
    assert f"The plan,{cast.product.key} Atlas" in file.content.decode()


def test_many_links_end_are_closed_and_addressed_at_once_and_taken_back(cast: Cast) -> None:
    made = shared(cast)
    board, readers, fair, sales = (
        {"id": made[name].pk, "version": made[name].version}
        for name in ("For the board", "For readers", "For the fair", "For sales")
    )
    later = (timezone.now() + timedelta(days=9)).isoformat()
    tried = bulk(cast, "share", [board, readers], fields={"expires_at": later}, dry_run=True).json()
    assert (tried["changed"], tried["refused"]) == (2, 0)
    assert Share.objects.filter(expires_at__isnull=False).count() == 1
    done = bulk(
        cast, "share", [board, readers], fields={"expires_at": later}, reason="The fair is over"
    ).json()
    assert Share.objects.filter(expires_at__isnull=False).count() == 3
    assert cast.client("pia").post(f"/api/changes/{done['change']}/undo").status_code == 200
    assert Share.objects.filter(expires_at__isnull=False).count() == 1

    now = [
        {"id": row.pk, "version": row.version}
        for row in Share.objects.filter(title__in=["For the board", "For readers"])
    ]
    audience = cast.acme.row("audience").pk
    tried = bulk(cast, "share", [*now, fair], fields={"audience_id": str(audience)}, dry_run=True).json()
    assert [one["refusal"] and one["refusal"]["code"] for one in tried["items"]][2] == "share.frozen_stays"
    done = bulk(cast, "share", now, fields={"audience_id": str(audience)}).json()
    assert (done["changed"], Share.objects.filter(audience=audience).count()) == (1, 2)

    now = [{"id": row.pk, "version": row.version} for row in Share.objects.filter(revoked_at=None)]
    done = bulk(cast, "share", now, fields={"closed": True}).json()
    assert (done["changed"], Share.objects.filter(revoked_at=None).count()) == (3, 0)
    assert bulk(cast, "share", [sales], fields={"closed": True}).json()["code"] == "share.closed_already"
    assert cast.client("pia").post(f"/api/changes/{done['change']}/undo").status_code == 200
    assert sorted(Share.objects.filter(revoked_at=None).values_list("title", flat=True)) == [
        "For readers", "For the board", "For the fair",
    ]  # fmt: skip


def test_links_are_changed_at_once_by_those_alone_who_manage_them(cast: Cast) -> None:
    row = shared(cast)["For the board"]
    item = [{"id": row.pk, "version": row.version}]
    assert bulk(cast, "share", item, by="carl", fields={"closed": True}).status_code == 404
    assert bulk(cast, "share", [item[0] | {"version": 9}], fields={"closed": True}).status_code == 412
    for nothing in ({"password": "sesame"}, {"framed_by": []}, {"closed": False}):
        assert bulk(cast, "share", item, fields=nothing).status_code == 422
    row.refresh_from_db()
    assert row.revoked_at is None


def test_nothing_that_opens_a_link_is_in_its_list(cast: Cast) -> None:
    made = shared(cast)
    told = asked(cast, "share", who="pia").content.decode()
    for format in ("csv", "json"):
        file = asked(cast, "share", part="/export", format=format, who="pia")
        told += (b"".join(file.streaming_content) if file.streaming else file.content).decode()
    for row in made.values():
        assert row.title in told
        assert row.token_hash not in told
    assert made["For readers"].password_hash not in told


def test_links_and_digests_are_listed_for_those_alone_who_manage_them(cast: Cast) -> None:
    shared(cast)
    cast.acme.row("digest")
    seen = {
        who: (len(titles(cast, "share", who=who)), len(titles(cast, "digest", who=who)))
        for who in ("ada", "adam", "pia", "piet", "carl", "vera", "stan", "nora")
    }
    assert seen == {
        "ada": (4, 1),
        "adam": (4, 1),
        "pia": (4, 1),
        "piet": (4, 0),
        "carl": (0, 0),
        "vera": (0, 0),
        "stan": (0, 0),
        "nora": (0, 0),
    }


def test_a_field_of_ones_own_names_no_digest_to_those_who_may_not_know_it(cast: Cast) -> None:
    row, idea = cast.acme.row("digest"), cast.acme.row("idea")
    body = {"object_kind": "idea", "title": "Told by", "type": "reference", "of": "digest"}
    assert cast.client("ada").post("/api/custom-fields", body).status_code == 201
    type(idea).objects.filter(pk=idea.pk).update(custom={"told_by": str(row.pk)})
    for who, name in (("pia", row.title), ("carl", "")):
        item = asked(cast, "idea", who=who).json()["items"][0]
        assert item["fields"]["custom.told_by"]["title"] == name


def test_digests_are_searched_filtered_and_edited_many_at_once(cast: Cast) -> None:
    row = cast.acme.row("digest")
    pia: dict[str, Any] = {"who": "pia"}
    assert titles(cast, "digest", q=row.title, **pia) == [row.title]
    assert titles(cast, "digest", where=[["on", "is", True]], **pia) == []
    item = asked(cast, "digest", where=[["to", "is", "stake@holder.example"]], **pia).json()["items"][0]
    assert (item["fields"]["stakeholder"]["id"], item["fields"]["on"]) == (str(row.stakeholder_id), False)
    answer = bulk(cast, "digest", [item], by="pia", fields={"frequency": "monthly"})
    assert answer.json()["changed"] == 1
    assert Digest.objects.get(pk=row.pk).frequency == "monthly"
    assert bulk(cast, "digest", [item], by="piet", fields={"frequency": "daily"}).status_code == 404


def test_audiences_are_searched_filtered_and_edited_many_at_once(cast: Cast) -> None:
    row = cast.acme.row("audience")
    assert titles(cast, "audience", q="board") == titles(cast, "audience") == ["The board"]
    assert titles(cast, "audience", where=[["sees", "contains", "forecast"]]) == ["The board"]
    assert titles(cast, "audience", where=[["group", "is", "sales"]]) == []
    item = {"id": row.pk, "version": row.version}
    wanted = {"precision": "quarter", "fields": {"remove": ["forecast"]}}
    assert bulk(cast, "audience", [item], fields=wanted).json()["changed"] == 1
    now = Audience.objects.get(pk=row.pk)
    assert (now.precision, "forecast" in now.fields, "goal" in now.fields) == ("quarter", False, True)
    assert bulk(cast, "audience", [item], by="carl", fields=wanted).status_code == 403
