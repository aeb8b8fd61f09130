"""The changelog: drafts, the public page, the feed, and who follows."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from northline.research.portal.models import ChangelogEntry, Visitor
from tests.cast import Cast
from tests.research.portal.asking import Stranger, act, address_in, mails_now, open_portal, shown
from tests.research.portal.test_closing_the_loop import work

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def entry(cast: Cast, title: str = "Maps at night", **fields: Any) -> ChangelogEntry:
    body = {"portal_id": cast.acme.row("portal").pk, "title": title, "day": "2026-03-02"} | fields
    answer = act(cast, "post", "/changelog", body, by="pia")
    assert answer.status_code == 201, answer.content
    return ChangelogEntry.objects.get(pk=answer.json()["id"])


def publish(cast: Cast, row: ChangelogEntry, version: int = 1) -> Any:
    return act(cast, "post", f"/changelog/{row.pk}/publication", by="pia", version=version)


def test_a_draft_is_seen_by_members_alone_until_it_is_published(cast: Cast) -> None:
    portal, post = open_portal(cast), shown(cast, "Dark mode")
    initiative = cast.acme.row("initiative")
    row = entry(cast, words="Easy on the eyes.", post_ids=[post.pk], initiative_ids=[initiative.pk])
    assert Stranger(portal).get("/changelog").json() == {"items": [], "more": False}
    assert publish(cast, row).status_code == 200
    told = Stranger(portal).get("/changelog").json()["items"][0]
    assert (told["title"], told["text"], told["sort"], told["day"]) == (
        "Maps at night",
        "Easy on the eyes.",
        "new",
        "2026-03-02",
    )
    assert [one["title"] for one in told["posts"]] == ["Dark mode"]
    assert publish(cast, row, 2).json()["code"] == "changelog.published_already"
    assert act(cast, "delete", f"/changelog/{row.pk}/publication", by="pia", version=2).status_code == 200
    assert Stranger(portal).get("/changelog").json()["items"] == []


def test_entries_are_searched_filtered_and_changed_in_a_list(cast: Cast) -> None:
    night = entry(cast, "Maps at night", words="Easier on the eyes", sort="improved")
    entry(cast, "Stops by voice")
    pia = cast.client("pia")

    def listed(**asked: Any) -> list[str]:
        return [one["title"] for one in pia.get("/api/lists/changelog_entry", asked).json()["items"]]

    assert listed(q="eyes") == listed(where='[["sort", "is", "improved"]]') == ["Maps at night"]
    wanted = {"items": [{"id": str(night.pk), "version": 1}], "fields": {"sort": "new"}}
    assert pia.post("/api/lists/changelog_entry/bulk", wanted).json()["changed"] == 1
    assert sorted(listed(where='[["sort", "is", "new"]]')) == ["Maps at night", "Stops by voice"]
    assert cast.client("carl").post("/api/lists/changelog_entry/bulk", wanted).status_code == 403


def test_entries_are_found_by_the_search_by_those_who_read_the_product(cast: Cast) -> None:
    row = entry(cast, "Maps at night", words="Easier on the quokka")
    found = cast.client("vera").get("/api/search?q=quokka").json()
    assert [(one["kind"], one["id"], one["remark_id"]) for one in found] == [
        ("changelog_entry", str(row.pk), None)
    ]
    act(cast, "patch", f"/changelog/{row.pk}", {"words": "Easier on the wombat"}, by="pia", version=1)
    assert cast.client("vera").get("/api/search?q=quokka").json() == []
    cast.members["stan"].grants.all().delete()
    for who, hits in (("vera", 1), ("stan", 0), ("nora", 0)):
        assert len(cast.client(who).get("/api/search?q=wombat").json()) == hits
    act(cast, "post", f"/changelog/{row.pk}/archival", by="pia", version=2)
    assert cast.client("vera").get("/api/search?q=wombat").json() == []


def test_an_entry_names_only_posts_and_initiatives_of_its_own_workspace(cast: Cast) -> None:
    portal = open_portal(cast)
    body = {"portal_id": portal.pk, "title": "x", "day": "2026-03-02"}
    for name, kind in (("post_ids", "post"), ("initiative_ids", "initiative")):
        foreign = {name: [cast.beyond.row(kind).pk]}
        assert act(cast, "post", "/changelog", body | foreign, by="pia").status_code == 404
    assert not ChangelogEntry.objects.exists()


def test_a_post_that_is_not_shown_is_not_named(cast: Cast) -> None:
    portal, post = open_portal(cast), shown(cast, "Withdrawn")
    row = entry(cast, post_ids=[post.pk])
    publish(cast, row)
    act(cast, "post", f"/posts/{post.pk}/rejection", {}, version=1)
    assert Stranger(portal).get("/changelog").json()["items"][0]["posts"] == []


def test_the_feed_is_atom_with_published_entries_and_escaped_text(cast: Cast) -> None:
    portal = open_portal(cast, intro="What is new")
    publish(cast, entry(cast, "A <b>bold</b> step", words="1 < 2 <script>", sort="fixed"))
    entry(cast, "A draft")
    answer = cast.client("").get(f"/p/{portal.slug}/changelog.atom")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    feed = ElementTree.fromstring(answer.content)
    entries = feed.findall("a:entry", ATOM)
    assert [one.findtext("a:title", "", ATOM) for one in entries] == ["A <b>bold</b> step"]
    assert entries[0].findtext("a:summary", "", ATOM) == "<p>1 &lt; 2 &lt;script&gt;</p>"
    assert [one.get("term") for one in entries[0].findall("a:category", ATOM)] == ["fixed"]


def test_the_feed_of_a_private_or_closed_portal_is_closed(cast: Cast) -> None:
    portal = open_portal(cast, access="private")
    assert cast.client("").get(f"/p/{portal.slug}/changelog.atom").status_code == 401
    assert cast.client("vera").get(f"/p/{portal.slug}/changelog.atom").status_code == 200
    assert cast.client("").get("/p/never-was/changelog.atom").status_code == 404


def test_who_follows_said_yes_by_mail_and_is_told_once(lasting_cast: Cast, monkeypatch: Any) -> None:
    cast = lasting_cast
    portal, outbox = open_portal(cast), mails_now(monkeypatch)
    reader = Stranger(portal)
    assert reader.post("/following", {"email": "Gil@x.example"}).status_code == 204
    assert not Visitor.objects.filter(follows_since__isnull=False).exists()
    key = address_in(outbox.pop().body).partition("?key=")[2]
    assert reader.post("/entry", {"key": key}).json()["visitor"]["follows"] is True
    row = entry(cast)
    publish(cast, row)
    work()
    assert [(one.to, "Maps at night" in one.subject) for one in outbox] == [(["gil@x.example"], True)]
    act(cast, "delete", f"/changelog/{row.pk}/publication", by="pia", version=2)
    publish(cast, row, 3)
    work()
    assert len(outbox) == 1
    assert reader.delete("/following").status_code == 204
    publish(cast, entry(cast, "Second"))
    work()
    assert len(outbox) == 1


def test_a_proved_address_follows_at_once_and_its_own_only(lasting_cast: Cast, monkeypatch: Any) -> None:
    portal, outbox = open_portal(lasting_cast), mails_now(monkeypatch)
    reader = Stranger(portal)
    reader.prove("gil@x.example")
    reader.post("/following", {"email": "gil@x.example"})
    assert reader.get().json()["visitor"]["follows"] is True
    reader.post("/following", {"email": "eve@x.example"})
    assert [one.to for one in outbox] == [["eve@x.example"]]
    assert not Visitor.objects.filter(email="eve@x.example").exists()


def test_following_is_rationed(cast: Cast) -> None:
    portal = open_portal(cast)
    answers = [Stranger(portal).post("/following", {"email": "gil@x.example"}).status_code for _ in range(5)]
    assert answers == [204] * 4 + [429]
