"""Portals: who opens one, what it shows, and who may enter."""

from __future__ import annotations

from typing import Any

import pytest

from northline.core.models import Change
from northline.research.portal.models import Portal, PortalGuest, Visitor
from tests.cast import Cast
from tests.research.portal.asking import Stranger, act, address_in, mails_now, open_portal, shown


def test_a_product_manager_opens_one_portal_of_a_product(cast: Cast) -> None:
    body = {"product_id": cast.product.pk, "title": "Atlas: ideas & wishes"}
    made = act(cast, "post", "/portals", body, by="pia")
    assert (made.status_code, made.json()["slug"]) == (201, "atlas-ideas-wishes")
    again = act(cast, "post", "/portals", body, by="pia")
    assert (again.status_code, again.json()["code"]) == (409, "portal.there_already")


def test_two_portals_never_share_an_address(cast: Cast) -> None:
    theirs = cast.beyond.row("portal")
    body = {"product_id": cast.product.pk, "title": "x", "slug": theirs.slug}
    assert act(cast, "post", "/portals", body, by="pia").json()["code"] == "portal.slug_taken"
    mine = open_portal(cast)
    answer = act(cast, "patch", f"/portals/{mine.pk}", {"slug": theirs.slug}, by="pia", version=1)
    assert answer.json()["code"] == "portal.slug_taken"
    mine.refresh_from_db()
    assert mine.version == 1


@pytest.mark.parametrize(
    "broken",
    [
        {"slug": "Not Good"},
        {"slug": "a--b"},
        {"access": "secret"},
        {"categories": [""]},
        {"categories": ["x" * 61]},
        {"status_names": {"gossip": "x"}},
        {"title": "\u202e \u200b"},
        {"intro": "x" * 2_001},
        {"passphrase": "x"},
    ],
)
def test_what_a_portal_cannot_be_is_refused(cast: Cast, broken: dict[str, Any]) -> None:
    portal = open_portal(cast)
    answer = act(cast, "patch", f"/portals/{portal.pk}", broken, by="pia", version=1)
    assert (answer.status_code, answer.json()["code"]) == (422, "input.invalid")
    portal.refresh_from_db()
    assert portal.version == 1


def test_how_a_portal_works_is_changed_and_set_back(cast: Cast) -> None:
    portal = open_portal(cast)
    body = {"access": "submit_only", "status_names": {"planned": "Coming"}, "anonymous": False}
    assert act(cast, "patch", f"/portals/{portal.pk}", body, by="pia", version=1).status_code == 200
    told = Stranger(portal).get().json()
    assert (told["access"], told["statuses"]["planned"], told["statuses"]["shipped"]) == (
        "submit_only",
        "Coming",
        "",
    )
    change = Change.objects.filter(object_id=portal.pk).order_by("-seq")[0]
    assert act(cast, "post", f"/changes/{change.pk}/undo", by="pia").status_code == 200
    assert Stranger(portal).get().json()["access"] == "public"


def test_a_closed_portal_is_not_found_and_neither_is_that_of_a_product_put_away(cast: Cast) -> None:
    portal = open_portal(cast)
    stranger = Stranger(portal)
    assert act(cast, "post", f"/portals/{portal.pk}/archival", by="pia", version=1).status_code == 200
    nowhere = stranger.browser.get("/api/public/portals/never-was")
    closed = stranger.get()
    assert (closed.status_code, closed.json()["detail"]) == (404, nowhere.json()["detail"])
    assert stranger.wish().status_code == 404
    assert act(cast, "delete", f"/portals/{portal.pk}/archival", by="pia", version=2).status_code == 200
    assert stranger.get().status_code == 200
    type(cast.product).objects.filter(pk=cast.product.pk).update(archived_at=portal.created_at)
    assert stranger.get().status_code == 404


def test_a_private_portal_tells_strangers_only_the_ways_in(cast: Cast) -> None:
    portal = open_portal(cast, access="private", title="Hush")
    post = shown(cast)
    stranger = Stranger(portal)
    for path in ("", "/posts", "/suggestions", f"/posts/{post.pk}", "/changelog"):
        answer = stranger.get(path)
        assert (answer.status_code, answer.json()["code"], answer.json()["ways"]) == (
            401,
            "portal.locked",
            ["email"],
        )
        assert "Hush" not in answer.content.decode()
    assert stranger.wish().status_code == 401
    assert stranger.vote(post).status_code == 401


@pytest.mark.parametrize(("name", "status"), [("vera", 200), ("stan", 200), ("nora", 401), ("", 401)])
def test_members_who_may_read_the_product_enter_a_private_portal(cast: Cast, name: str, status: int) -> None:
    portal = open_portal(cast, access="private")
    assert Stranger(portal, cast.client(name)).get().status_code == status


def test_an_invited_address_comes_in_by_its_mail_and_once(lasting_cast: Cast, monkeypatch: Any) -> None:
    portal = open_portal(lasting_cast, access="private")
    outbox = mails_now(monkeypatch)
    body = {"email": "Gwen@x.example"}
    assert act(lasting_cast, "post", f"/portals/{portal.pk}/guests", body, by="pia").status_code == 201
    assert [one.to for one in outbox] == [["gwen@x.example"]]
    key = address_in(outbox[0].body).partition("?key=")[2]
    stranger = Stranger(portal)
    assert stranger.post("/entry", {"key": key}).status_code == 200
    assert stranger.get().json()["visitor"]["email"] == "gwen@x.example"
    again = Stranger(portal).post("/entry", {"key": key})
    assert (again.status_code, again.json()["code"]) == (410, "portal.key_over")
    guest = PortalGuest.objects.get()
    assert act(lasting_cast, "delete", f"/portals/guests/{guest.pk}", by="pia").status_code == 204
    assert stranger.get().status_code == 401


def test_whether_an_address_is_invited_is_told_to_nobody(lasting_cast: Cast, monkeypatch: Any) -> None:
    portal = open_portal(lasting_cast, access="private")
    outbox = mails_now(monkeypatch)
    PortalGuest.objects.create(workspace=portal.workspace, portal=portal, email="gwen@x.example")
    answers = [
        Stranger(portal).post("/keys", {"email": email}) for email in ("gwen@x.example", "eve@x.example")
    ]
    assert [(one.status_code, one.content) for one in answers] == [(204, answers[0].content)] * 2
    assert [one.to for one in outbox] == [["gwen@x.example"]]


def test_a_key_of_another_portal_opens_nothing(cast: Cast) -> None:
    theirs = cast.beyond.row("portal")
    mine = open_portal(cast)
    answer = Stranger(mine).post("/entry", {"key": Stranger(theirs).at()})
    assert answer.json()["code"] == "portal.key_over"
    foreign = Stranger(theirs)
    foreign.prove("eve@x.example")
    Visitor.objects.filter(email="eve@x.example").update(name="Eve")
    value = foreign.browser.cookies["northline_visit"].value
    here = Stranger(mine)
    here.browser.cookies["northline_visit"] = value
    assert here.get().json()["visitor"] == {
        "name": "",
        "email": "",
        "verified": False,
        "member": False,
        "follows": False,
    }


def test_a_passphrase_lets_in_and_a_new_one_locks_out(cast: Cast) -> None:
    portal = open_portal(cast, access="private")
    path = f"/portals/{portal.pk}/passphrase"
    assert act(cast, "put", path, {"passphrase": "short"}, by="pia", version=1).json()["code"] == (
        "portal.passphrase_short"
    )
    assert act(cast, "put", path, {"passphrase": "open sesame"}, by="pia", version=1).json()["passphrase"]
    stranger = Stranger(portal)
    assert stranger.get().json()["ways"] == ["email", "passphrase"]
    assert (
        stranger.post("/unlock", {"passphrase": "open says me"}).json()["code"] == "portal.wrong_passphrase"
    )
    assert stranger.post("/unlock", {"passphrase": "open sesame"}).status_code == 200
    assert stranger.get("/posts").status_code == 200
    act(cast, "put", path, {"passphrase": "another one"}, by="pia", version=2)
    assert stranger.get("/posts").status_code == 401
    told = str(list(Change.objects.values("before", "after", "undo")))
    assert "sesame" not in told
    assert "another one" not in told
    assert "sesame" not in Portal.objects.get(pk=portal.pk).passphrase_hash


def test_guessing_a_passphrase_is_rationed(cast: Cast) -> None:
    portal = open_portal(cast, access="private")
    answers = [Stranger(portal).post("/unlock", {"passphrase": "x"}).status_code for _ in range(11)]
    assert answers == [401] * 10 + [429]


def test_where_posts_are_only_taken_in_nobody_sees_others(cast: Cast) -> None:
    portal = open_portal(cast, access="submit_only", moderated=False)
    theirs = shown(cast, "Theirs, a secret wish")
    stranger = Stranger(portal)
    assert stranger.wish("Mine").status_code == 201
    assert stranger.titles() == ["Mine"]
    assert stranger.titles(q="secret") == []
    assert stranger.get("/suggestions", q="a secret wish").json() == []
    assert stranger.get(f"/posts/{theirs.pk}").status_code == 404
    assert stranger.vote(theirs).status_code == 404
    assert Stranger(portal).titles() == []
