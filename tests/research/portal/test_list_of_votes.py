"""Voices for all posts as a list: whose they are, and many taken away at once."""

from __future__ import annotations

import pytest

from northline.core.listing import queries
from northline.research.portal.models import Post, Visitor, Vote
from northline.research.portal.voting import cast_vote
from tests.core.listing.asking import asked, bulk, titles

SECRET = "ruth@example.com"


@pytest.fixture
def voted(cast):
    """A post with a customer's voice and a visitor's."""
    post = cast.acme.row("voted_post")
    ruth = Visitor.objects.create(
        workspace=cast.acme.workspace, portal=post.portal, name="Ruth", email=SECRET
    )
    cast_vote(post, visitor=ruth)
    return post


def items(voted):
    return [{"id": row.pk, "version": 1} for row in Vote.objects.filter(post=voted).order_by("created_at")]


def test_votes_are_searched_filtered_grouped_and_exported(cast, voted, django_assert_num_queries):
    assert titles(cast, "vote") == ["A voted post", "A voted post"]
    assert titles(cast, "vote", q="ruth") == ["A voted post"]
    for where, count in (
        (["whose", "is", "visitor"], 1),
        (["verified", "is", True], 0),
        (["customer", "is", str(cast.acme.row("customer").pk)], 1),
        (["status", "is", "shipped"], 0),
    ):
        assert len(titles(cast, "vote", where=[where])) == count
    groups = asked(cast, "vote", part="/groups", by="whose").json()["items"]
    assert [(group["label"], group["count"]) for group in groups] == [("Customer", 1), ("Visitor", 1)]
    file = asked(cast, "vote", part="/export", columns="title,whose,visitor", sort="-whose")
    assert file.content.decode("utf-8-sig").splitlines() == [
        "Post,Whose,Visitor",
        "A voted post,Visitor,Ruth",
        "A voted post,Customer,",
    ]
    scope = cast.scope("vera")
    with django_assert_num_queries(1):
        queries.page(scope, "vote", queries.Asked(product_id=cast.product.pk))


def test_the_address_of_who_voted_is_nowhere_in_the_list(cast, voted):
    told = asked(cast, "vote", who="ada").content.decode()
    told += asked(cast, "vote", part="/export", format="csv", who="ada").content.decode()
    assert "Ruth" in told
    assert SECRET not in told
    assert titles(cast, "vote", who="ada", q=SECRET) == []


def test_many_are_taken_away_at_once_and_given_back(cast, voted):
    chosen = items(voted)
    assert bulk(cast, "vote", chosen, by="carl", removed=True, dry_run=True).json()["changed"] == 2
    assert Post.objects.get(pk=voted.pk).vote_count == 2
    done = bulk(cast, "vote", chosen, by="carl", removed=True, reason="Paid for").json()
    assert (done["changed"], Post.objects.get(pk=voted.pk).vote_count) == (2, 0)
    assert cast.client("carl").post(f"/api/changes/{done['change']}/undo").status_code == 200
    assert Post.objects.get(pk=voted.pk).vote_count == 2
    assert titles(cast, "vote", q="ruth") == ["A voted post"]
    assert bulk(cast, "vote", chosen, by="carl", removed=True).status_code == 404


def test_a_single_voice_is_taken_away_again_after_undo(cast, voted):
    (last,) = items(voted)[1:]
    change = bulk(cast, "vote", [last], by="carl", removed=True).json()["change"]
    back = cast.client("carl").post(f"/api/changes/{change}/undo").json()
    assert cast.client("carl").post(f"/api/changes/{back['id']}/undo").status_code == 200
    assert Vote.objects.filter(visitor__name="Ruth").count() == 0


def test_who_does_not_contribute_takes_none_away(cast, voted):
    assert bulk(cast, "vote", items(voted), by="vera", removed=True).status_code == 403
    assert bulk(cast, "vote", items(voted), by="carl", fields={"whose": "visitor"}).status_code == 422
    assert bulk(cast, "vote", items(voted), by="carl", archived=True).json()["code"] == "list.not_archivable"
    row = cast.acme.row("check_in")
    answer = bulk(cast, "check_in", [{"id": row.pk, "version": 1}], by="ada", removed=True)
    assert (answer.status_code, answer.json()["code"]) == (422, "list.not_removable")
