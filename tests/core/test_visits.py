"""The view log, and what changed since one last looked."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from northline.core import editing
from northline.core.visits import looking
from northline.core.visits.models import Seen
from tests.cast import Cast


def back(cast: Cast, **delta: int) -> None:
    """As if every look had been so long ago."""
    for seen in Seen.objects.all():
        Seen.objects.filter(pk=seen.pk).update(at=seen.at - timedelta(**delta))


def rename(cast: Cast, row: Any, title: str, by: str) -> None:
    row.refresh_from_db()
    editing.revise(row, expected=row.version, fields={"title": title}, by=cast.scope(by))


def test_since_tells_what_others_changed_between_two_looks(cast: Cast) -> None:
    insight = cast.acme.row("insight")
    client, address = cast.client("pia"), f"/api/products/{cast.product.pk}/since?view=roadmap"
    visit = f"/api/objects/product/{cast.product.pk}/visit"
    client.post(visit, {"view": "roadmap"})
    assert client.get(address).json() == {"since": None, "total": 0, "changes": []}
    rename(cast, insight, "By another", "carl")
    rename(cast, insight, "By myself", "pia")
    back(cast, hours=2)

    client.post(visit, {"view": "roadmap"})

    told = client.get(address).json()
    assert [change["after"]["title"] for change in told["changes"]] == ["By another"]
    assert (told["total"], told["since"] is not None) == (1, True)
    # Reloading within the same look leaves the news standing.
    client.post(visit, {"view": "roadmap"})
    assert client.get(address).json()["total"] == 1
    back(cast, hours=2)
    client.post(visit, {"view": "roadmap"})
    assert client.get(address).json()["total"] == 0


def test_one_object_and_one_view_are_apart_from_the_others(cast: Cast) -> None:
    insight, idea, scope = cast.acme.row("insight"), cast.acme.row("idea"), cast.scope("vera")
    looking.look(insight, by=scope)
    looking.look(cast.product, view="roadmap", by=scope)
    rename(cast, insight, "New", "carl")
    rename(cast, idea, "New too", "carl")
    back(cast, hours=1)
    looking.look(insight, by=scope)
    looking.look(cast.product, view="board", by=scope)

    assert [change["kind"] for change in looking.since(scope, insight)["changes"]] == ["insight"]
    assert looking.since(scope, cast.product, view="board")["since"] is None


def test_what_a_member_may_not_see_is_no_news(cast: Cast) -> None:
    stan, insight = cast.scope("stan"), cast.acme.row("insight")
    looking.look(insight, by=stan)
    back(cast, hours=1)
    looking.look(insight, by=stan)
    rename(cast, insight, "New", "carl")
    assert looking.news(stan, insight, after=0).count() > 0
    cast.stan.grants.all().delete()

    assert looking.news(cast.scope("stan"), insight, after=0).count() == 0


def test_who_looked_is_told_to_contributors(cast: Cast) -> None:
    insight = cast.acme.row("insight")
    for name in ("stan", "vera"):
        cast.client(name).post(f"/api/objects/insight/{insight.pk}/visit", {})

    looked = cast.client("carl").get(f"/api/objects/insight/{insight.pk}/visits").json()

    assert [one["by"]["name"] for one in looked] == ["Vera", "Stan"]


def test_the_log_is_bounded(cast: Cast, monkeypatch: Any) -> None:
    monkeypatch.setattr(looking, "MOST_KEPT", 2)
    scope = cast.scope("vera")
    for kind in ("insight", "idea", "opportunity"):
        looking.look(cast.acme.row(kind), by=scope)

    assert set(Seen.objects.values_list("object_kind", flat=True)) == {"idea", "opportunity"}


def test_since_takes_two_queries(cast: Cast, django_assert_num_queries: Any) -> None:
    scope, insight = cast.scope("vera"), cast.acme.row("insight")
    looking.look(insight, by=scope)
    rename(cast, insight, "New", "carl")
    back(cast, hours=1)
    looking.look(insight, by=scope)

    with django_assert_num_queries(2):
        assert looking.since(scope, insight)["total"] == 1
