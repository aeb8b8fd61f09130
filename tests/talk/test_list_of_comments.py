"""What people said as a list: of objects that the member may read, settled many at once."""

from __future__ import annotations

import pytest

from northline.accounts.actions.roles import give
from northline.accounts.models import RoleGrant
from northline.core import editing
from northline.core.fulltext import finding
from northline.core.listing import queries
from northline.core.richtext import of_text
from northline.talk.actions import remove, say
from northline.talk.models import Comment
from tests.core.listing.asking import asked, bulk


@pytest.fixture
def talk(cast):
    """A thread with an answer about an idea, and one about a project."""
    idea, project = cast.acme.row("idea"), cast.acme.row("project")
    thread = say(idea, body=of_text("Is it viable?"), by=cast.scope("carl"))
    answer = say(idea, body=of_text("It pays for itself"), parent=thread, by=cast.scope("pia"))
    other = say(project, body=of_text("When does it start?"), by=cast.scope("piet"))
    return thread, answer, other


def words(cast, **query):
    return [item["fields"]["words"] for item in asked(cast, "comment", **query).json()["items"]]


def versions(*rows):
    return [{"id": row.pk, "version": row.version} for row in rows]


def test_comments_are_searched_filtered_grouped_and_exported(cast, talk, django_assert_num_queries):
    idea, product = cast.acme.row("idea"), str(cast.product.pk)
    assert words(cast, sort="created_at") == ["Is it viable?", "It pays for itself", "When does it start?"]
    assert words(cast, q="pays") == ["It pays for itself"]
    assert words(cast, q=idea.title, sort="created_at") == ["Is it viable?", "It pays for itself"]
    for where, found in (
        ([["about", "is", "project"]], ["When does it start?"]),
        ([["answers", "is", True]], ["It pays for itself"]),
        ([["by", "is", str(cast.carl.pk)]], ["Is it viable?"]),
        ([["product", "is", product], ["key", "is", idea.key], ["answers", "is", False]], ["Is it viable?"]),
        ([["resolved", "is", True]], []),
    ):
        assert words(cast, where=where) == found
    assert len(words(cast, product_id=product)) == 3
    assert words(cast, where=[["product", "empty"]]) == []
    groups = asked(cast, "comment", part="/groups", by="about").json()["items"]
    assert [(group["label"], group["count"]) for group in groups] == [("idea", 2), ("project", 1)]
    file = asked(cast, "comment", part="/export", columns="title,words,by", sort="created_at")
    assert file.content.decode("utf-8-sig").splitlines()[:2] == [
        "About,Said,By",
        f"{idea.title},Is it viable?,Carl",
    ]
    item = asked(cast, "comment", q="viable").json()["items"][0]
    assert item["part_of"] == {"kind": "idea", "id": str(idea.pk), "key": idea.key, "title": idea.title}
    scope = cast.scope("vera")
    with django_assert_num_queries(1):
        queries.page(scope, "comment", queries.Asked())


def test_what_was_removed_or_put_away_is_in_no_list(cast, talk):
    *_, other = talk
    remove(other, cast.acme.row("project"), expected=1, by=cast.scope("piet"))
    assert words(cast, sort="created_at") == ["Is it viable?", "It pays for itself"]
    idea = cast.acme.row("idea")
    editing.archive(idea, expected=idea.version, by=cast.acme.scope)
    assert words(cast) == []
    assert len(words(cast, archived=True)) == 2


def test_what_is_said_of_something_is_told_to_those_alone_who_may_read_it(cast, talk):
    """Stan of what he was given; of a digest whoever steers the product."""
    RoleGrant.objects.filter(member=cast.stan).delete()
    digest = cast.acme.row("digest")
    say(digest, body=of_text("Mind the tone"), by=cast.scope("pia"))
    assert "Mind the tone" in words(cast, who="pia")
    for who in ("carl", "vera", "stan"):
        assert "Mind the tone" not in words(cast, who=who)
        assert finding.found(cast.scope(who), "tone") == []
    assert words(cast, who="stan") == []
    give("viewer", cast.stan, on=cast.acme.row("project"), by=cast.acme.scope)
    assert words(cast, who="stan") == ["When does it start?"]


def test_many_threads_are_settled_at_once_and_opened_again(cast, talk):
    thread, answer, other = talk
    by = {"by": "ada"}
    tried = bulk(
        cast, "comment", versions(thread, other), fields={"resolved": True}, dry_run=True, **by
    ).json()
    assert (tried["changed"], Comment.objects.filter(resolved_at__isnull=False).count()) == (2, 0)
    done = bulk(cast, "comment", versions(thread, other), fields={"resolved": True}, **by).json()
    assert len(words(cast, where=[["resolved", "is", True]])) == 3
    again = versions(*Comment.objects.filter(parent=None))
    assert bulk(cast, "comment", again, fields={"resolved": True}, **by).json()["changed"] == 0
    assert cast.client("ada").post(f"/api/changes/{done['change']}/undo").status_code == 200
    assert words(cast, where=[["resolved", "is", True]]) == []
    refused = bulk(cast, "comment", versions(answer), fields={"resolved": True}, **by).json()
    assert refused["code"] == "comment.not_a_thread"


def test_who_neither_began_a_thread_nor_contributes_settles_none(cast, talk):
    thread, _, _ = talk
    assert bulk(cast, "comment", versions(thread), by="vera", fields={"resolved": True}).status_code == 403
    assert bulk(cast, "comment", versions(thread), by="ada", fields={"words": "Mine"}).status_code == 422
    assert bulk(cast, "comment", versions(thread), by="ada", removed=True).status_code == 422
    stale = [{"id": thread.pk, "version": 9}]
    assert bulk(cast, "comment", stale, by="ada", fields={"resolved": True}).status_code == 412
