"""What strangers write, how often, and what becomes of it."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from northline.core.models import Change
from northline.research.models import Insight
from northline.research.portal.models import Portal, Post, PostComment, Visitor, Vote
from tests.cast import Cast
from tests.research.portal.asking import Stranger, act, open_portal, shown


def test_a_strangers_wish_waits_and_only_its_writer_sees_it(cast: Cast) -> None:
    portal = open_portal(cast)
    stranger = Stranger(portal)
    answer = stranger.wish("Dark mode", text="My eyes.\r\n\r\n\r\nPlease.", category="Maps", name="Gil")
    assert (answer.status_code, answer.json()["state"]) == (201, "pending")
    mine = stranger.get("/posts").json()["items"][0]
    assert (mine["title"], mine["text"], mine["pending"], mine["mine"]) == (
        "Dark mode",
        "My eyes.\n\nPlease.",
        True,
        True,
    )
    assert (mine["author"], mine["votes"], mine["voted"]) == ("Gil", 1, True)
    assert Stranger(portal).titles() == []
    assert not Insight.objects.exists()
    change = Change.objects.filter(object_kind="post").get()
    assert (change.by_id, change.by_name, change.verb) == (None, "Portal visitor", "posted")


def test_without_moderation_a_wish_is_shown_and_is_an_insight_at_once(cast: Cast) -> None:
    portal = open_portal(cast, moderated=False)
    Stranger(portal).wish("Dark mode", text="My eyes.")
    assert Stranger(portal).titles() == ["Dark mode"]
    insight = Insight.objects.get()
    assert (insight.title, insight.words, insight.state, insight.evidence, insight.tags) == (
        "Dark mode",
        "My eyes.",
        "new",
        "request",
        ["portal"],
    )


def test_where_nobody_writes_unnamed_a_proved_address_may(cast: Cast) -> None:
    portal = open_portal(cast, anonymous=False, moderated=False)
    stranger = Stranger(portal)
    assert (stranger.wish().status_code, stranger.wish().json()["code"]) == (401, "portal.sign_in_first")
    stranger.prove("gil@x.example")
    assert stranger.wish().status_code == 201
    assert Post.objects.get().author == Visitor.objects.get(email="gil@x.example")


@pytest.mark.parametrize(
    "broken",
    [
        {"title": " "},
        {"title": "\u202e\u200b"},
        {"title": "x" * 151},
        {"text": "x" * 5_001},
        {"name": "x" * 81},
        {"state": "shown"},
        {"status": "shipped"},
        {"author_id": "0" * 32},
    ],
)
def test_what_a_wish_cannot_be_is_refused(cast: Cast, broken: dict[str, Any]) -> None:
    answer = Stranger(open_portal(cast)).wish(**{"title": "Fine"} | broken)
    assert (answer.status_code, answer.json()["code"]) == (422, "input.invalid")
    assert not Post.objects.exists()
    assert not Visitor.objects.exists()


def test_an_unknown_category_and_many_links_are_refused(cast: Cast) -> None:
    stranger = Stranger(open_portal(cast))
    assert stranger.wish(category="Gossip").json()["code"] == "portal.category_unknown"
    spam = "https://a.example www.b.example hxxp://c.example"
    assert stranger.wish(text=spam).json()["code"] == "portal.too_many_links"
    assert not Post.objects.exists()


def test_text_is_cleaned_on_write_and_on_read(cast: Cast) -> None:
    portal = open_portal(cast, moderated=False)
    stranger = Stranger(portal)
    stranger.wish(
        "Pay\u202e\u0007 load\n<script>", text="a\u200b\u2066b\ud83d\ude00\n\n\n\nc", name="E\u202eve"
    )
    post = Post.objects.get()
    assert (post.title, post.words) == ("Pay load <script>", "ab\U0001f600\n\nc")
    Post.objects.update(words="late\u202e override", answer="an\u0007swer")
    told = stranger.get("/posts").json()["items"][0]
    assert (told["text"], told["answer"]["text"], told["author"]) == ("late override", "answer", "Eve")


def test_half_characters_and_nul_break_nothing(cast: Cast) -> None:
    portal = open_portal(cast, moderated=False)
    stranger = Stranger(portal)
    raw = b'{"title": "a\\u0000b \\ud800 c"}'
    answer = stranger.browser.post(stranger.at("/posts"), raw)
    assert answer.status_code in (201, 422)
    assert stranger.get("/posts", q="\0%00").status_code == 200
    assert stranger.browser.get("/api/public/portals/%00").status_code == 404


def test_a_machine_that_fills_the_trap_hears_yes_and_leaves_nothing(cast: Cast) -> None:
    portal = open_portal(cast, moderated=False)
    answer = Stranger(portal).wish(website="https://spam.example")
    assert (answer.status_code, answer.json()) == (201, {"id": None, "state": "pending"})
    assert not Post.objects.exists()
    assert not Visitor.objects.exists()


def test_wishes_are_rationed_by_browser_and_by_address(cast: Cast) -> None:
    portal = open_portal(cast)
    one = Stranger(portal)
    assert [one.wish(f"Wish {n}").status_code for n in range(8)] == [201] * 7 + [429]
    others = [Stranger(portal).wish().status_code for n in range(6)]
    assert others[-1] == 429
    assert Stranger(portal).get("/posts").status_code == 200


def test_a_visitor_votes_once_and_takes_it_back(cast: Cast) -> None:
    portal = open_portal(cast)
    post = shown(cast)
    one, other = Stranger(portal), Stranger(portal)
    assert one.vote(post).json() == {"votes": 1, "voted": True}
    assert one.vote(post).json() == {"votes": 1, "voted": True}
    assert other.vote(post).json()["votes"] == 2
    assert one.delete(f"/posts/{post.pk}/vote").json() == {"votes": 1, "voted": False}
    assert one.get(f"/posts/{post.pk}").json()["voted"] is False


def test_who_proves_an_address_later_keeps_what_the_browser_did_and_counts_once(cast: Cast) -> None:
    portal = open_portal(cast, moderated=False)
    first, second = shown(cast, "First"), shown(cast, "Second")
    known = Stranger(portal)
    known.prove("gil@x.example")
    known.vote(first)
    phone = Stranger(portal)
    phone.vote(first)
    phone.vote(second)
    phone.wish("Third", name="Gil")
    phone.prove("gil@x.example")
    assert {post.title: post.vote_count for post in Post.objects.all()} == {
        "First": 1,
        "Second": 1,
        "Third": 1,
    }
    person = Visitor.objects.get()
    assert (person.email, person.name, Vote.objects.filter(visitor=person).count()) == (
        "gil@x.example",
        "Gil",
        3,
    )


def test_a_forged_cookie_is_a_stranger(cast: Cast) -> None:
    portal = open_portal(cast)
    post = shown(cast)
    one = Stranger(portal)
    one.vote(post)
    one.browser.cookies["northline_visit"] = one.browser.cookies["northline_visit"].value[:-2] + "xx"
    assert one.get(f"/posts/{post.pk}").json()["voted"] is False


def test_switches_turn_votes_and_comments_off(cast: Cast) -> None:
    portal = open_portal(cast, voting=False, commenting=False)
    post = shown(cast)
    stranger = Stranger(portal)
    assert stranger.vote(post).json()["code"] == "portal.no_votes"
    answer = stranger.post(f"/posts/{post.pk}/comments", {"text": "Yes"})
    assert (answer.status_code, answer.json()["code"]) == (409, "portal.no_comments")


def test_a_comment_waits_for_a_moderator(cast: Cast) -> None:
    portal = open_portal(cast)
    post = shown(cast)
    stranger = Stranger(portal)
    said = stranger.post(f"/posts/{post.pk}/comments", {"text": "We need this daily", "name": "Gil"}).json()
    assert said["state"] == "pending"
    assert Stranger(portal).get(f"/posts/{post.pk}").json()["said"] == []
    assert stranger.get(f"/posts/{post.pk}").json()["said"][0]["pending"] is True
    row = PostComment.objects.get()
    assert "daily" not in str(list(Change.objects.values("before", "after", "undo")))
    assert (
        act(cast, "put", f"/posts/comments/{row.pk}/state", {"state": "shown"}, version=1).status_code == 200
    )
    told = Stranger(portal).get(f"/posts/{post.pk}").json()
    assert (told["comments"], told["said"][0]["text"], told["said"][0]["author"]) == (
        1,
        "We need this daily",
        "Gil",
    )
    change = Change.objects.order_by("-seq")[0]
    assert act(cast, "post", f"/changes/{change.pk}/undo").status_code == 200
    assert Stranger(portal).get(f"/posts/{post.pk}").json()["said"] == []


def test_posts_are_sorted_filtered_and_found(cast: Cast) -> None:
    portal = open_portal(cast)
    old, middle, new = (shown(cast, title) for title in ("Old export", "Middle", "New exports of maps"))
    for voter in (Stranger(portal), Stranger(portal)):
        voter.vote(old)
    Vote.objects.update(created_at=portal.created_at.replace(year=2020))
    Stranger(portal).vote(middle)
    stranger = Stranger(portal)
    assert stranger.titles() == ["Old export", "Middle", "New exports of maps"]
    assert stranger.titles(sort="new") == ["New exports of maps", "Middle", "Old export"]
    assert stranger.titles(sort="trending")[0] == "Middle"
    assert sorted(stranger.titles(q="export")) == ["New exports of maps", "Old export"]
    act(cast, "patch", f"/posts/{new.pk}", {"status": "planned", "category": "Maps"}, version=1)
    assert stranger.titles(status="planned") == stranger.titles(category="Maps") == ["New exports of maps"]


def test_typing_brings_up_what_may_say_the_same(cast: Cast) -> None:
    portal = open_portal(cast)
    post = shown(cast, "Export routes as PDF", text="For the drivers")
    shown(cast, "Night colours")
    Stranger(portal).wish("Export routes as a PDF file, secretly")
    found = Stranger(portal).get("/suggestions", q="export the route as pdf").json()
    assert [one["id"] for one in found] == [str(post.pk)]
    assert Stranger(portal).get("/suggestions", q="").json() == []


def test_a_member_on_the_public_page_needs_no_moderator(cast: Cast) -> None:
    portal = open_portal(cast, anonymous=False)
    member = Stranger(portal, cast.client("vera"))
    assert member.wish("From the team").json()["state"] == "shown"
    assert member.get().json()["visitor"]["member"] is True
    assert Stranger(portal).get("/posts").json()["items"][0]["author"] == "Vera"


def test_a_list_takes_the_same_number_of_queries_however_long(cast: Cast) -> None:
    portal = open_portal(cast)
    stranger = Stranger(portal)
    stranger.vote(shown(cast, "Export one"))

    def count(**query: Any) -> int:
        with CaptureQueriesContext(connection) as seen:
            assert stranger.get("/posts", **query).status_code == 200
        return len(seen)

    before, searched = count(), count(q="export")
    for n in range(12):
        shown(cast, f"Export {n}")
    assert (count(), count(q="export")) == (before, searched)
    assert before <= 4
    assert Portal.objects.count() == 1
