"""Moderation, merging, voices of customers, and what they weigh."""

from __future__ import annotations

from typing import Any

from northline.core.models import Change, Link
from northline.research.models import Customer, Insight
from northline.research.portal.models import Post, PostComment, Vote
from tests.cast import Cast
from tests.research.portal.asking import Stranger, act, open_portal, shown


def undo_last(cast: Cast, row: Any, *, by: str = "carl") -> Any:
    change = Change.objects.filter(object_id=row.pk, cause=None).order_by("-seq")[0]
    return act(cast, "post", f"/changes/{change.pk}/undo", by=by)


def test_the_queue_holds_what_waits_and_approval_makes_an_insight_of_it(cast: Cast) -> None:
    portal = open_portal(cast)
    Stranger(portal).wish("Dark mode", text="My eyes.")
    post = Post.objects.get()
    queue = act(cast, "get", f"/portals/{portal.pk}/waiting", by="vera").json()
    assert [one["id"] for one in queue["posts"]] == [str(post.pk)]
    assert act(cast, "post", f"/posts/{post.pk}/approval", version=1).json()["state"] == "shown"
    assert Stranger(portal).titles() == ["Dark mode"]
    insight = Insight.objects.get()
    assert (insight.title, insight.standing(insight.created_at.date())) == ("Dark mode", "new")
    assert act(cast, "get", f"/portals/{portal.pk}/waiting").json()["posts"] == []
    whole = act(cast, "get", f"/posts/{post.pk}", by="vera").json()
    assert whole["insight"]["key"] == insight.key
    again = act(cast, "post", f"/posts/{post.pk}/approval", version=2)
    assert (again.status_code, again.json()["code"]) == (409, "post.shown_already")


def test_approval_is_undone_and_done_again_without_a_second_insight(cast: Cast) -> None:
    portal = open_portal(cast)
    Stranger(portal).wish()
    post = Post.objects.get()
    act(cast, "post", f"/posts/{post.pk}/approval", version=1)
    assert undo_last(cast, post).status_code == 200
    assert Stranger(portal).titles() == []
    assert act(cast, "post", f"/posts/{post.pk}/approval", version=3).status_code == 200
    assert Insight.objects.count() == 1


def test_what_was_rejected_is_shown_to_nobody_and_its_reason_to_members(cast: Cast) -> None:
    portal = open_portal(cast)
    stranger = Stranger(portal)
    stranger.wish("Buy pills")
    post = Post.objects.get()
    body = {"reason": "an advertisement"}
    assert act(cast, "post", f"/posts/{post.pk}/rejection", body, version=1).status_code == 200
    assert stranger.titles() == []
    assert stranger.get(f"/posts/{post.pk}").status_code == 404
    assert act(cast, "get", f"/posts/{post.pk}").json()["rejection"] == "an advertisement"
    assert undo_last(cast, post).status_code == 200
    assert stranger.titles() == ["Buy pills"]


def test_spam_is_put_away_with_its_evidence_until_it_is_taken_back(cast: Cast) -> None:
    portal = open_portal(cast)
    stranger = Stranger(portal)
    stranger.wish("Buy pills")
    post = Post.objects.get()
    path = f"/posts/{post.pk}"
    act(cast, "post", f"{path}/approval", version=1)

    def counted() -> tuple[int, int, int]:
        every = act(cast, "get", "/lists/post/groups").json()["total"]
        found = act(cast, "get", "/search?q=pills").json()
        return (
            every,
            len([one for one in found if one["kind"] == "post"]),
            Insight.objects.filter(archived_at=None).count(),
        )

    assert counted() == (1, 1, 1)
    marked = act(cast, "post", f"{path}/spam", version=2)
    assert (marked.status_code, marked.json()["state"]) == (200, "spam")
    assert counted() == (0, 0, 0)
    assert stranger.titles() == []
    assert stranger.get(path).status_code == 404
    assert act(cast, "get", f"/posts?portal_id={portal.pk}").json()["items"] == []
    assert [one["id"] for one in act(cast, "get", "/posts?state=spam").json()["items"]] == [str(post.pk)]
    again = act(cast, "post", f"{path}/spam", version=3)
    assert (again.status_code, again.json()["code"]) == (409, "post.spam_already")

    assert undo_last(cast, post).status_code == 200
    assert counted() == (1, 1, 1)
    assert stranger.titles() == ["Buy pills"]
    act(cast, "post", f"{path}/spam", version=4)
    taken = act(cast, "delete", f"{path}/spam", version=5)
    assert (taken.status_code, taken.json()["state"]) == (200, "pending")
    assert [one["id"] for one in act(cast, "get", f"/portals/{portal.pk}/waiting").json()["posts"]] == [
        str(post.pk)
    ]
    act(cast, "post", f"{path}/spam", version=6)
    assert act(cast, "post", f"{path}/approval", version=7).json()["state"] == "shown"
    assert counted() == (1, 1, 1)


def test_merging_moves_voices_and_comments_and_counts_everybody_once(cast: Cast) -> None:
    portal = open_portal(cast)
    into, post = shown(cast, "Dark mode"), shown(cast, "Night colours")
    both, one = Stranger(portal), Stranger(portal)
    for row in (into, post):
        both.vote(row)
    one.vote(post)
    act(cast, "post", f"/posts/{post.pk}/comments", {"text": "We like it"})
    body = {"into_id": into.pk}
    assert act(cast, "post", f"/posts/{post.pk}/merge", body, version=1).json()["state"] == "merged"
    into.refresh_from_db()
    assert (into.vote_count, into.comment_count) == (2, 1)
    assert one.titles() == ["Dark mode"]
    moved = one.get(f"/posts/{post.pk}").json()
    assert (moved["id"], moved["voted"]) == (str(into.pk), True)


def test_a_merge_is_undone_whole(cast: Cast) -> None:
    portal = open_portal(cast)
    into, post = shown(cast, "Dark mode"), shown(cast, "Night colours")
    both = Stranger(portal)
    for row in (into, post):
        both.vote(row)
    Stranger(portal).vote(post)
    act(cast, "post", f"/posts/{post.pk}/merge", {"into_id": into.pk}, version=1)
    assert undo_last(cast, post).status_code == 200
    rows = {row.title: (row.state, row.vote_count) for row in Post.objects.all()}
    assert rows == {"Dark mode": ("shown", 1), "Night colours": ("shown", 2)}


def test_a_post_is_merged_only_into_another_that_is_shown(cast: Cast) -> None:
    portal = open_portal(cast)
    post = shown(cast)
    Stranger(portal).wish("Waits")
    waiting = Post.objects.get(title="Waits")
    for into in (post, waiting):
        answer = act(cast, "post", f"/posts/{post.pk}/merge", {"into_id": into.pk}, version=1)
        assert (answer.status_code, answer.json()["code"]) == (422, "post.merge_elsewhere")


def test_a_customers_voice_weighs_with_their_value(cast: Cast) -> None:
    post = shown(cast)
    idea = cast.acme.row("idea")
    customer = cast.acme.row("customer")
    Customer.objects.filter(pk=customer.pk).update(value=300_000)
    body = {"customer_id": customer.pk}
    assert act(cast, "post", f"/posts/{post.pk}/votes", body).json()["votes"] == 1
    again = act(cast, "post", f"/posts/{post.pk}/votes", body)
    assert (again.status_code, again.json()["code"]) == (409, "vote.given_already")
    connected = act(cast, "put", f"/posts/{post.pk}/connection", {"kind": "idea", "id": idea.pk}, version=1)
    assert connected.json()["target"]["key"] == idea.key
    # A request (2) of nobody known (1) and one of a customer of 300,000 a year (3), both fresh.
    assert act(cast, "get", f"/ideas/{idea.pk}/impact").json()["score"] == 2.0 + 6.0
    assert act(cast, "delete", f"/posts/{post.pk}/votes/{customer.pk}").status_code == 204
    assert act(cast, "get", f"/ideas/{idea.pk}/impact").json()["score"] == 2.0
    assert undo_last(cast, post).status_code == 200
    assert act(cast, "get", f"/ideas/{idea.pk}/impact").json()["score"] == 8.0


def test_a_connection_is_taken_back_with_its_links(cast: Cast) -> None:
    post, idea = shown(cast), cast.acme.row("idea")
    path = f"/posts/{post.pk}/connection"
    act(cast, "put", path, {"kind": "idea", "id": idea.pk}, version=1)
    assert Link.objects.filter(type="supports", target_id=idea.pk).count() == 1
    assert undo_last(cast, post).status_code == 200
    assert not Link.objects.filter(type="supports").exists()
    half = act(cast, "put", path, {"kind": "idea"}, version=3)
    assert (half.status_code, half.json()["code"]) == (422, "post.connection_half")


def test_evidence_of_a_merged_post_supports_what_the_other_is_connected_to(cast: Cast) -> None:
    into, post, idea = shown(cast, "Dark mode"), shown(cast, "Night colours"), cast.acme.row("idea")
    act(cast, "put", f"/posts/{into.pk}/connection", {"kind": "idea", "id": idea.pk}, version=1)
    act(cast, "post", f"/posts/{post.pk}/merge", {"into_id": into.pk}, version=1)
    assert act(cast, "get", f"/ideas/{idea.pk}/impact").json()["score"] == 4.0


def test_a_post_with_a_customers_voice_is_written_in_one_step(cast: Cast) -> None:
    customer = cast.acme.row("customer")
    post = shown(cast, customer_id=customer.pk)
    assert Vote.objects.get().customer == customer
    assert {row.customer for row in Insight.objects.all()} == {None, customer}
    votes = act(cast, "get", f"/posts/{post.pk}/votes", by="vera").json()
    assert (votes[0]["customer"]["title"], votes[0]["by"]) == (customer.title, "Carl")


def test_an_official_answer_is_dated_and_public(cast: Cast) -> None:
    portal, post = open_portal(cast), shown(cast)
    answer = act(cast, "patch", f"/posts/{post.pk}", {"answer": "In spring."}, version=1).json()
    assert answer["answered_at"]
    told = Stranger(portal).get(f"/posts/{post.pk}").json()
    assert told["answer"]["text"] == "In spring."
    unknown = act(cast, "patch", f"/posts/{post.pk}", {"category": "Gossip"}, version=2)
    assert unknown.json()["code"] == "post.category_unknown"


def test_what_the_team_says_names_nobody_in_public(cast: Cast) -> None:
    portal, post = open_portal(cast), shown(cast)
    act(cast, "post", f"/posts/{post.pk}/comments", {"text": "Thank you"})
    said = Stranger(portal).get(f"/posts/{post.pk}").json()["said"][0]
    assert (said["official"], said["author"], said["text"]) == (True, "", "Thank you")
    assert PostComment.objects.get().by == cast.carl


def test_a_comment_is_judged_once(cast: Cast) -> None:
    row = cast.acme.row("post_comment")
    path = f"/posts/comments/{row.pk}/state"
    assert act(cast, "put", path, {"state": "rejected"}, version=1).status_code == 200
    again = act(cast, "put", path, {"state": "rejected"}, version=2)
    assert (again.status_code, again.json()["code"]) == (409, "post_comment.judged_already")


def test_posts_are_a_list_that_is_filtered_and_exported(cast: Cast) -> None:
    shown(cast, "Dark mode")
    Stranger(open_portal(cast)).wish("Waits")
    listed = cast.client("vera").get("/api/lists/post", {"product_id": cast.product.pk}).json()
    assert {row["title"] for row in listed["items"]} == {"Dark mode", "Waits"}
    file = cast.client("vera").get("/api/lists/post/export", {"product_id": cast.product.pk, "format": "csv"})
    assert b"Dark mode" in b"".join(file.streaming_content if file.streaming else [file.content])
