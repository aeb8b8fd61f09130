"""What was released is proposed as shipped, and who wanted it is told by mail, once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from northline.core import links
from northline.core.models import Change
from northline.research.portal.models import Notice, Post, ShippedProposal
from northline.roadmap.actions.launches import release
from tests.cast import Cast
from tests.research.portal.asking import Stranger, act, address_in, mails_now, open_portal, shown
from tests.working import work


def released(cast: Cast) -> None:
    release(cast.acme.row("ready_launch"), expected=1, on=date(2026, 3, 2), by=cast.scope("pia"))


@pytest.mark.parametrize("kind", ["initiative", "idea"])
def test_a_release_proposes_what_waits_for_it(cast: Cast, kind: str) -> None:
    portal, post, other = open_portal(cast), shown(cast), shown(cast, "Other")
    target = cast.acme.row(kind)
    if kind == "idea":
        links.link("delivers", cast.acme.row("initiative"), target=target, by=cast.scope("pia"))
    act(cast, "put", f"/posts/{post.pk}/connection", {"kind": kind, "id": target.pk}, version=1)
    cast.acme.row("ready_launch")
    before = Change.objects.filter(cause=None).count()
    released(cast)
    assert Change.objects.filter(cause=None).count() == before + 1
    queue = act(cast, "get", f"/portals/{portal.pk}/waiting", by="vera").json()
    assert [one["post"]["id"] for one in queue["proposals"]] == [str(post.pk)]
    assert "A launch" in queue["proposals"][0]["released"]
    post.refresh_from_db(), other.refresh_from_db()
    assert (post.status, other.status) == ("under_review", "under_review")
    assert act(cast, "get", f"/posts/{post.pk}").json()["proposal"].endswith("A launch")


def test_a_proposal_is_declined_and_taken_up_again(cast: Cast) -> None:
    post = cast.acme.row("proposed_post")
    path = f"/posts/{post.pk}/shipping"
    declined = act(cast, "put", path, {"shipped": False}, version=post.version)
    assert declined.json()["status"] == "under_review"
    none = act(cast, "put", path, {"shipped": True}, version=post.version + 1)
    assert (none.status_code, none.json()["code"]) == (409, "post.nothing_proposed")
    change = Change.objects.filter(object_id=post.pk).order_by("-seq")[0]
    assert act(cast, "post", f"/changes/{change.pk}/undo").status_code == 200
    assert ShippedProposal.objects.filter(post=post, settled_at=None).exists()


def test_who_wanted_it_is_told_once_when_it_ships(lasting_cast: Cast, monkeypatch: Any) -> None:
    cast = lasting_cast
    portal = open_portal(cast)
    post, merged = shown(cast, "Dark mode"), shown(cast, "Night colours")
    outbox = mails_now(monkeypatch)
    for email, wanted in (("gil@x.example", post), ("hal@x.example", merged)):
        voter = Stranger(portal)
        voter.prove(email)
        voter.vote(wanted)
    Stranger(portal).vote(post)
    act(cast, "post", f"/posts/{merged.pk}/merge", {"into_id": post.pk}, version=1)
    act(cast, "patch", f"/posts/{post.pk}", {"status": "shipped"}, version=1)
    work()
    assert sorted(one.to[0] for one in outbox) == ["gil@x.example", "hal@x.example"]
    assert "It is there: Dark mode" in outbox[0].subject
    assert address_in(outbox[0].body).endswith(f"/p/{portal.slug}/{post.pk}")
    for version, status in ((2, "planned"), (3, "shipped")):
        act(cast, "patch", f"/posts/{post.pk}", {"status": status}, version=version)
    work()
    assert len(outbox) == 2
    assert act(cast, "get", f"/posts/{post.pk}").json()["told"] == 2


def test_who_unsubscribed_or_proved_no_address_hears_nothing(lasting_cast: Cast, monkeypatch: Any) -> None:
    cast = lasting_cast
    portal, post, later = open_portal(cast), shown(cast), shown(cast, "Later")
    outbox = mails_now(monkeypatch)
    voter = Stranger(portal)
    voter.prove("gil@x.example")
    voter.vote(post)
    voter.vote(later)
    act(cast, "patch", f"/posts/{post.pk}", {"status": "shipped"}, version=1)
    work()
    leave = outbox[0].extra_headers["List-Unsubscribe"].strip("<>")
    assert leave in outbox[0].body
    key = leave.partition("?key=")[2]
    assert Stranger(portal).post("/unsubscription", {"key": key + "x"}).json()["code"] == "portal.key_over"
    assert Stranger(portal).post("/unsubscription", {"key": key}).status_code == 204
    act(cast, "patch", f"/posts/{later.pk}", {"status": "shipped"}, version=1)
    work()
    assert len(outbox) == 1
    assert Notice.objects.count() == 1


def test_agreeing_to_a_proposal_ships_the_post(cast: Cast) -> None:
    post = cast.acme.row("proposed_post")
    answer = act(cast, "put", f"/posts/{post.pk}/shipping", {"shipped": True}, version=post.version)
    assert answer.json()["status"] == "shipped"
    assert not ShippedProposal.objects.filter(settled_at=None).exists()
    assert Post.objects.get(pk=post.pk).status == "shipped"
