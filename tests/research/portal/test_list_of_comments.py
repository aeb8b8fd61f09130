"""What visitors say is one list, judged many at once."""

from __future__ import annotations

from typing import Any

from northline.research.portal.models import PostComment, Visitor
from tests.cast import Cast
from tests.core.listing.asking import asked, bulk


def said(cast: Cast, words: str) -> PostComment:
    portal, post = cast.acme.row("portal"), cast.acme.row("post")
    visitor, _ = Visitor.objects.get_or_create(
        workspace=portal.workspace, portal=portal, name="Gil", email="gil@customer.example"
    )
    return PostComment.objects.create(workspace=portal.workspace, post=post, author=visitor, words=words)


def lines(cast: Cast, **query: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = asked(cast, "post_comment", **query).json()["items"]
    return found


def states() -> set[str]:
    return set(PostComment.objects.values_list("state", flat=True))


def test_comments_are_found_by_their_words_and_by_who_wrote_them(cast: Cast) -> None:
    said(cast, "We need this daily")
    said(cast, "Buy pills")
    assert [one["words"] for one in lines(cast, q="daily")] == ["We need this daily"]
    assert len(lines(cast, q="gil")) == 2
    assert "gil@customer.example" not in str(lines(cast))


def test_many_are_marked_as_spam_at_once_and_put_back_by_one_undo(cast: Cast) -> None:
    for words in ("Buy pills", "Buy more pills"):
        said(cast, words)
    done = bulk(cast, "post_comment", lines(cast), by="carl", fields={"state": "spam"})
    assert (done.status_code, done.json()["changed"], states()) == (200, 2, {"spam"})
    assert cast.client("carl").post(f"/api/changes/{done.json()['change']}/undo").status_code == 200
    assert states() == {"pending"}


def test_those_that_stand_like_that_already_are_no_hindrance(cast: Cast) -> None:
    first, second = said(cast, "One"), said(cast, "Two")
    PostComment.objects.filter(pk=first.pk).update(state="shown")
    done = bulk(cast, "post_comment", lines(cast), fields={"state": "shown"})
    assert (done.status_code, states()) == (200, {"shown"})
    second.post.refresh_from_db()
    assert second.post.comment_count == 2


def test_who_judges_what_somebody_judged_since_is_told(cast: Cast) -> None:
    said(cast, "One")
    seen = lines(cast)
    bulk(cast, "post_comment", seen, fields={"state": "shown"})
    for state in ("spam", "shown"):
        assert bulk(cast, "post_comment", seen, fields={"state": state}).status_code == 412


def test_a_viewer_judges_nothing(cast: Cast) -> None:
    said(cast, "One")
    assert bulk(cast, "post_comment", lines(cast), by="vera", fields={"state": "spam"}).status_code == 403
