"""Who hears of what: mentions, watching, and the inbox that they feed."""

from __future__ import annotations

from typing import Any

import pytest

from northline.core import editing
from northline.products.models import Product
from northline.research.models import Insight
from northline.talk import actions
from northline.talk.models import Comment, Mention, Watch
from tests.cast import Cast


@pytest.fixture
def insight(cast: Cast) -> Insight:
    row: Insight = cast.acme.row("insight")
    return row


def calling(*members: Any, text: str = "Look, ") -> dict[str, Any]:
    named = [
        {"type": "mention", "attrs": {"id": str(getattr(one, "pk", one)), "label": "X"}} for one in members
    ]
    return {
        "type": "doc",
        "content": [{"type": "paragraph", "content": [{"type": "text", "text": text}, *named]}],
    }


def post(cast: Cast, by: str, about: Any, body: Any, **more: Any) -> Any:
    return cast.client(by).post(f"/api/objects/{about.KIND}/{about.pk}/comments", {"body": body} | more)


def inbox(cast: Cast, name: str) -> list[tuple[str, str]]:
    items = cast.client(name).get("/api/inbox").json()["items"]
    return [(item["verb"], item["why"]) for item in items]


def test_a_mentioned_member_hears_of_it_by_their_own_name(cast: Cast, insight: Insight) -> None:
    said = post(cast, "carl", insight, calling(cast.vera)).json()

    [item] = cast.client("vera").get("/api/inbox").json()["items"]
    assert (item["verb"], item["why"], item["excerpt"]) == ("commented", "mentioned", "Look, @Vera")
    assert said["body"]["content"][0]["content"][1]["attrs"] == {"id": str(cast.vera.pk), "label": "Vera"}


def test_whoever_may_not_see_the_object_is_named_and_gets_nothing(cast: Cast) -> None:
    hidden = editing.create(
        Product(workspace_id=cast.acme.workspace.pk, title="Hidden"), prefix="PROD", by=cast.scope("ada")
    )

    refused = post(cast, "ada", hidden, calling(cast.stan, cast.vera))

    assert (refused.status_code, refused.json()["code"]) == (422, "mention.cannot_see")
    assert refused.json()["members"] == ["Stan"]
    assert inbox(cast, "stan") == inbox(cast, "vera") == []
    assert not Comment.objects.exists()


@pytest.mark.parametrize("who", ["nora", "dora", "nobody", "not an id"])
def test_strangers_and_disabled_members_cannot_be_mentioned(cast: Cast, insight: Insight, who: str) -> None:
    target = cast.members.get(who, "019ad000-0000-7000-8000-000000000000" if who == "nobody" else who)

    refused = post(cast, "carl", insight, calling(target))

    assert (refused.status_code, refused.json()["code"]) == (422, "mention.unknown")
    assert not Mention.objects.exists()


def test_a_stakeholder_knows_only_who_takes_part(cast: Cast, insight: Insight) -> None:
    people = f"/api/objects/insight/{insight.pk}/people"
    assert [one["name"] for one in cast.client("stan").get(people).json()] == ["Stan"]
    assert post(cast, "stan", insight, calling(cast.vera)).json()["code"] == "mention.unknown"

    post(cast, "vera", insight, "I saw it too")

    assert [one["name"] for one in cast.client("stan").get(people).json()] == ["Stan", "Vera"]
    assert post(cast, "stan", insight, calling(cast.vera)).status_code == 201
    assert "Dora" not in [one["name"] for one in cast.client("carl").get(people).json()]
    assert [one["name"] for one in cast.client("carl").get(people + "?q=pi").json()] == ["Pia", "Piet"]


def test_an_edit_tells_only_who_was_not_mentioned_before(cast: Cast, insight: Insight) -> None:
    said = post(cast, "carl", insight, calling(cast.vera)).json()
    body = {"body": calling(cast.vera, cast.stan)}
    cast.client("carl").patch(f"/api/comments/{said['id']}", body, headers={"If-Match": '"1"'})

    assert inbox(cast, "vera") == [("commented", "mentioned")]
    assert inbox(cast, "stan") == [("reworded", "mentioned")]


def test_who_talks_follows_and_may_stop(cast: Cast, insight: Insight) -> None:
    address = f"/api/objects/insight/{insight.pk}/watch"
    client = cast.client("vera")
    assert client.get(address).json() == {"on": False, "why": None, "others": 0}
    post(cast, "vera", insight, "First")
    assert client.get(address).json()["why"] == "commented"
    post(cast, "carl", insight, "Second")
    assert inbox(cast, "vera") == [("commented", "watching")]

    client.put(address, {"on": False})
    post(cast, "carl", insight, "Third")
    post(cast, "vera", insight, "Fourth")

    assert inbox(cast, "vera") == []
    assert client.get(address).json()["on"] is False
    post(cast, "carl", insight, calling(cast.vera))
    assert inbox(cast, "vera") == [("commented", "mentioned")]


def test_whoever_made_an_object_follows_it_without_saying_so(cast: Cast, insight: Insight) -> None:
    watch = cast.client("ada").get(f"/api/objects/insight/{insight.pk}/watch").json()

    assert (watch["on"], watch["why"]) == (True, "author")
    assert not Watch.objects.exists()


def test_reactions_reach_whose_words_they_are_about_and_nobody_else(cast: Cast, insight: Insight) -> None:
    said = post(cast, "vera", insight, "Well?").json()
    post(cast, "stan", insight, "Hm", parent_id=said["id"])

    cast.client("carl").put(f"/api/comments/{said['id']}/reactions/agree")

    assert inbox(cast, "vera") == [("reacted", "reacted"), ("replied", "answered")]
    assert inbox(cast, "stan") == []


def test_what_one_request_brought_about_is_one_message(cast: Cast, insight: Insight) -> None:
    from dataclasses import replace

    scope = replace(cast.scope("ada"), request_id="one-request")
    for title in ("a", "b", "c"):
        editing.revise(insight, expected=insight.version, fields={"title": title}, by=scope)

    items = cast.client("pia").get("/api/inbox").json()["items"]

    assert [(item["verb"], item["also"]) for item in items if item["verb"] == "edited"] == [("edited", 2)]


def test_the_inbox_takes_eleven_queries(cast: Cast, insight: Insight, django_assert_num_queries: Any) -> None:
    from northline.reporting.inbox import inbox as read

    for number in range(3):
        said = post(cast, "carl", insight, calling(cast.vera, text=f"{number} ")).json()
        cast.client("carl").put(f"/api/comments/{said['id']}/reactions/agree")
    scope = cast.scope("vera")

    with django_assert_num_queries(11):
        assert len(read(scope)["items"]) == 3


def test_following_is_no_change_and_a_removed_mention_stays_told(cast: Cast, insight: Insight) -> None:
    said = post(cast, "carl", insight, calling(cast.vera)).json()
    row = Comment.objects.get(pk=said["id"])
    actions.remove(row, insight, expected=1, by=cast.scope("carl"))

    items = cast.client("vera").get("/api/inbox").json()["items"]

    assert [item["excerpt"] for item in items if item["why"] == "mentioned"] == [""]


@pytest.mark.parametrize("kind", ["initiative", "objective", "key_result", "risk", "issue"])
def test_whoever_is_given_an_object_is_told_so_once_and_follows_it(cast: Cast, kind: str) -> None:
    row = cast.acme.row(kind)
    editing.revise(row, expected=row.version, fields={"owner_id": cast.carl.pk}, by=cast.scope("ada"))
    editing.revise(row, expected=row.version, fields={"title": "Otherwise"}, by=cast.scope("ada"))

    mine = [
        (item["why"], item["touched"])
        for item in cast.client("carl").get("/api/inbox").json()["items"]
        if item["object_id"] == str(row.pk) and item["verb"] == "edited"
    ]
    assert mine == [("owner", []), ("given", [])]
    watch = cast.client("carl").get(f"/api/objects/{kind}/{row.pk}/watch").json()
    assert (watch["on"], watch["why"]) == (True, "owner")
