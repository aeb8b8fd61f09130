"""What the public answers say: a whitelist of fields, and no trace of anything inside."""

from __future__ import annotations

from typing import Any

import pytest

from northline.core.richtext import of_text
from northline.research.models import Customer, Idea, Insight
from northline.research.portal.models import ChangelogEntry, PortalGuest, Post, PostComment, Visitor
from northline.roadmap.models import Initiative
from northline.talk.actions import say
from tests.cast import Cast
from tests.research.portal.asking import Stranger, act, open_portal, shown
from tests.research.portal.test_changelog import entry, publish

MARK = "zanzibar"


def marked(what: str) -> str:
    return f"{MARK} {what}"


@pytest.fixture
def portal(cast: Cast) -> Any:
    """A portal in which everything that is not public carries the mark."""
    portal = open_portal(cast)
    for kind, model in (("idea", Idea), ("initiative", Initiative), ("customer", Customer)):
        model.objects.filter(pk=cast.acme.row(kind).pk).update(title=marked(kind))
    post = shown(cast, "Dark mode", customer_id=cast.acme.row("customer").pk, text="My eyes")
    act(
        cast,
        "put",
        f"/posts/{post.pk}/connection",
        {"kind": "idea", "id": cast.acme.row("idea").pk},
        version=1,
    )
    say(post, body=of_text(marked("talk among members")), by=cast.scope("carl"))
    Insight.objects.update(title=marked("insight"), body=of_text(MARK), words=MARK, tags=[MARK])
    act(cast, "post", f"/posts/{post.pk}/comments", {"text": "Thank you"})
    voter = Stranger(portal)
    voter.prove(f"{MARK}@x.example")
    voter.vote(post)
    voter.wish(marked("waiting"), text=MARK, name=MARK)
    rejected = shown(cast, marked("rejected"))
    act(cast, "post", f"/posts/{rejected.pk}/rejection", {"reason": MARK}, version=1)
    merged = shown(cast, marked("merged"), text=MARK)
    act(cast, "post", f"/posts/{merged.pk}/merge", {"into_id": post.pk}, version=1)
    PostComment.objects.create(workspace=portal.workspace, post=post, words=marked("comment waiting"))
    PostComment.objects.create(
        workspace=portal.workspace, post=post, words=marked("comment rejected"), state="rejected"
    )
    PortalGuest.objects.create(workspace=portal.workspace, portal=portal, email=f"{MARK}@guest.example")
    publish(cast, entry(cast, post_ids=[post.pk], initiative_ids=[cast.acme.row("initiative").pk]))
    entry(cast, marked("draft"), words=MARK)
    type(cast.product).objects.filter(pk=cast.product.pk).update(title=marked("product"))
    type(portal.workspace).objects.filter(pk=portal.workspace_id).update(name=marked("workspace"))
    for member in cast.members.values():
        type(member).objects.filter(pk=member.pk).update(name=marked("member"))
    return portal


def answers(portal: Any) -> dict[str, Any]:
    """Every public read, as a stranger gets it."""
    stranger = Stranger(portal)
    found = {
        path: stranger.get(path)
        for path in ("", "/posts", "/changelog", *(f"/posts/{row.pk}" for row in Post.objects.all()))
    }
    for sort in ("new", "trending"):
        found[sort] = stranger.get("/posts", sort=sort)
    for q in (MARK, "dark eyes", f"dark {MARK}"):
        found[f"search {q}"] = stranger.get("/posts", q=q)
        found[f"suggest {q}"] = stranger.get("/suggestions", q=q)
    found["feed"] = stranger.browser.get(f"/p/{portal.slug}/changelog.atom")
    found["vote"] = stranger.vote(Post.objects.get(title="Dark mode"))
    return found


def test_no_public_answer_tells_anything_from_inside(portal: Any) -> None:
    told = {path: answer.content.decode().lower() for path, answer in answers(portal).items()}
    assert {path for path, text in told.items() if MARK in text} == set()
    assert "dark mode" in told["/posts"]
    assert "thank you" in "".join(told.values())


def test_words_that_members_say_among_themselves_find_no_post(portal: Any) -> None:
    stranger = Stranger(portal)
    assert stranger.titles(q="dark mode") == ["Dark mode"]
    assert stranger.titles(q="talk among members") == []
    assert stranger.get("/suggestions", q=f"{MARK} talk members").json() == []


def test_public_answers_have_these_fields_and_no_others(portal: Any) -> None:
    stranger = Stranger(portal)
    assert set(stranger.get().json()) == {
        "slug", "title", "intro", "access", "categories", "statuses", "anonymous", "moderated", "voting",
        "commenting", "passphrase", "visitor",
    }  # fmt: skip
    post = {
        "id", "title", "text", "category", "status", "pending", "votes", "comments", "voted", "mine", "author",
        "at", "answer",
    }  # fmt: skip
    listed = stranger.get("/posts").json()["items"]
    assert [set(one) for one in listed] == [post]
    page = stranger.get(f"/posts/{listed[0]['id']}").json()
    assert set(page) == post | {"said"}
    assert [set(one) for one in page["said"]] == [{"id", "text", "author", "official", "pending", "at"}]
    news = stranger.get("/changelog").json()["items"]
    assert [set(one) for one in news] == [{"id", "title", "text", "sort", "day", "posts"}]
    assert [set(one) for one in news[0]["posts"]] == [{"id", "title", "votes", "status"}]


def test_members_are_told_no_visitors_address(cast: Cast, portal: Any) -> None:
    post = Post.objects.get(title="Dark mode")
    address = Visitor.objects.get(email__gt="").email
    for path in (f"/posts/{post.pk}", f"/posts/{post.pk}/votes", f"/portals/{portal.pk}/waiting", "/posts"):
        assert address not in act(cast, "get", path, by="vera").content.decode()
    assert ChangelogEntry.objects.count() == 2
