"""What people say about objects: threads, edits, removal, reactions, and who may do what."""

from __future__ import annotations

from typing import Any

import pytest

from northline.core import undo
from northline.core.models import Change
from northline.core.richtext import of_text
from northline.research.models import Insight
from northline.talk import actions, queries
from northline.talk.models import Comment
from tests.cast import Cast


@pytest.fixture
def insight(cast: Cast) -> Insight:
    row: Insight = cast.acme.row("insight")
    return row


def say(cast: Cast, by: str, text: Any, about: Any, parent: Comment | None = None) -> Comment:
    body = of_text(text) if isinstance(text, str) else text
    return actions.say(about, body=body, parent=parent, by=cast.scope(by))


def words(answer: Any) -> str:
    return "".join(
        node["text"] for block in answer["body"]["content"] for node in block["content"] if "text" in node
    )


def test_a_viewer_may_comment_and_the_answer_stands_in_the_thread(cast: Cast, insight: Insight) -> None:
    address = f"/api/objects/insight/{insight.pk}/comments"
    said = cast.client("stan").post(address, {"body": "Is that so?"}).json()
    cast.client("pia").post(address, {"body": "It is.", "parent_id": said["id"]})

    [thread] = cast.client("vera").get(address).json()["items"]

    assert (words(thread), [words(reply) for reply in thread["replies"]]) == ("Is that so?", ["It is."])
    assert thread["by"]["name"] == "Stan"
    assert thread["can"] == {"edit": False, "remove": False, "resolve": False}


def test_threads_are_one_level_deep_and_stay_on_their_object(cast: Cast, insight: Insight) -> None:
    root = say(cast, "pia", "One", insight)
    answer = say(cast, "carl", "Two", insight, parent=root)
    other = cast.acme.row("idea")
    client = cast.client("pia")

    for about, parent in ((insight, answer), (other, root)):
        address = f"/api/objects/{about.KIND}/{about.pk}/comments"
        refused = client.post(address, {"body": "Three", "parent_id": str(parent.pk)})
        assert (refused.status_code, refused.json()["code"]) == (422, "comment.other_object")
    assert Comment.objects.count() == 2


@pytest.mark.parametrize("body", ["", "   ", {"type": "doc", "content": [{"type": "script"}]}])
def test_a_comment_needs_words(cast: Cast, insight: Insight, body: Any) -> None:
    refused = cast.client("pia").post(f"/api/objects/insight/{insight.pk}/comments", {"body": body})

    assert (refused.status_code, refused.json()["code"]) == (422, "comment.empty")


def test_what_a_comment_carries_is_cleaned_on_write_and_on_read(cast: Cast, insight: Insight) -> None:
    mark = {"type": "link", "attrs": {"href": "javascript:alert(1)"}}
    doc = {
        "type": "doc",
        "content": [
            {"type": "paragraph", "content": [{"type": "text", "text": "Look", "marks": [mark]}]},
            {"type": "iframe", "attrs": {"src": "x"}},
        ],
    }
    address = f"/api/objects/insight/{insight.pk}/comments"
    said = cast.client("pia").post(address, {"body": doc}).json()
    assert "javascript" not in str(said)

    Comment.objects.filter(pk=said["id"]).update(body=doc)
    assert "javascript" not in cast.client("pia").get(address).content.decode()


def test_only_the_author_edits_and_what_was_said_is_kept(cast: Cast, insight: Insight) -> None:
    row = say(cast, "carl", "Frist", insight)
    address = f"/api/comments/{row.pk}"
    change = {"body": "First"}

    assert cast.client("ada").patch(address, change, headers={"If-Match": '"1"'}).status_code == 403
    assert cast.client("carl").patch(address, change).status_code == 428
    edited = cast.client("carl").patch(address, change, headers={"If-Match": '"1"'}).json()
    late = cast.client("carl").patch(address, {"body": "Third"}, headers={"If-Match": '"1"'})

    assert (words(edited), edited["version"], edited["edited_at"] is not None) == ("First", 2, True)
    assert late.status_code == 412
    assert words(late.json()["current"]) == "First"
    [earlier] = cast.client("vera").get(f"{address}/history").json()
    assert words(earlier) == "Frist"


def test_a_removed_comment_keeps_its_place_and_shows_its_words_to_nobody(
    cast: Cast, insight: Insight
) -> None:
    root = say(cast, "carl", "A secret marzipan", insight)
    say(cast, "pia", "Please take that out", insight, parent=root)
    actions.reword(root, insight, body=of_text("Still marzipan"), expected=1, by=cast.scope("carl"))

    removed = cast.client("adam").post(f"/api/comments/{root.pk}/removal", headers={"If-Match": '"2"'})

    assert removed.json()["removed"]
    client = cast.client("pia")
    for address in (
        f"/api/objects/insight/{insight.pk}/activity",
        f"/api/objects/insight/{insight.pk}/comments",
        f"/api/comments/{root.pk}/history",
        f"/api/changes?kind=insight&id={insight.pk}",
        "/api/search?q=marzipan",
        "/api/inbox",
    ):
        assert "marzipan" not in client.get(address).content.decode(), address
    [thread] = client.get(f"/api/objects/insight/{insight.pk}/comments").json()["items"]
    assert [words(reply) for reply in thread["replies"]] == ["Please take that out"]
    back = cast.client("carl").delete(f"/api/comments/{root.pk}/removal", headers={"If-Match": '"3"'})
    assert words(back.json()) == "Still marzipan"


def test_a_thread_is_resolved_and_opened_again(cast: Cast, insight: Insight) -> None:
    root = say(cast, "stan", "Open question", insight)
    address = f"/api/comments/{root.pk}/resolution"

    assert cast.client("vera").post(address, headers={"If-Match": '"1"'}).status_code == 403
    resolved = cast.client("carl").post(address, headers={"If-Match": '"1"'}).json()
    assert resolved["resolved"]["by"]["name"] == "Carl"
    again = cast.client("carl").post(address, headers={"If-Match": '"2"'})
    assert (again.status_code, again.json()["code"]) == (409, "comment.resolved_already")
    reopened = cast.client("stan").delete(address, headers={"If-Match": '"2"'}).json()
    assert reopened["resolved"] is None


def test_one_sign_of_each_kind_for_each_member(cast: Cast, insight: Insight) -> None:
    row = say(cast, "carl", "Ship it", insight)
    for name in ("pia", "pia", "stan"):
        answer = cast.client(name).put(f"/api/comments/{row.pk}/reactions/agree").json()

    assert answer["reactions"] == [{"sign": "agree", "count": 2, "mine": True, "names": ["Pia", "Stan"]}]
    assert Change.objects.filter(verb="reacted").count() == 2
    assert cast.client("pia").put(f"/api/comments/{row.pk}/reactions/rocket").status_code in (404, 422)
    answer = cast.client("stan").delete(f"/api/comments/{row.pk}/reactions/agree").json()
    assert [one["count"] for one in answer["reactions"]] == [1]


def test_every_deed_of_talk_can_be_taken_back(cast: Cast, insight: Insight) -> None:
    scope = cast.scope("carl")
    row = say(cast, "carl", "One", insight)

    def undone() -> Comment:
        change = undo.last_of(scope)
        assert change is not None
        undo.take_back(change.pk, by=scope)
        row.refresh_from_db()
        return row

    actions.reword(row, insight, body=of_text("Two"), expected=1, by=scope)
    assert undone().words == "One"
    actions.resolve(row, insight, done=True, expected=row.version, by=scope)
    assert undone().resolved_at is None
    actions.react(row, insight, sign="agree", on=True, by=scope)
    assert not undone().reactions.exists()
    actions.remove(row, insight, expected=row.version, by=scope)
    assert undone().removed_at is None
    fresh = say(cast, "carl", "Oops", insight)
    change = undo.last_of(scope)
    assert change is not None
    undo.take_back(change.pk, by=scope)
    fresh.refresh_from_db()
    assert fresh.removed_at is not None


def test_the_activity_tells_changes_and_threads_in_one_stream(cast: Cast, insight: Insight) -> None:
    root = say(cast, "carl", "One", insight)
    say(cast, "pia", "Two", insight, parent=root)
    actions.react(root, insight, sign="look", on=True, by=cast.scope("stan"))

    items = cast.client("vera").get(f"/api/objects/insight/{insight.pk}/activity").json()["items"]

    assert [item["change"]["verb"] for item in items] == ["commented", "created"]
    assert [words(reply) for reply in items[0]["thread"]["replies"]] == ["Two"]
    assert items[0]["thread"]["reactions"][0]["sign"] == "look"
    assert items[1]["thread"] is None


def test_the_number_of_queries_does_not_grow_with_the_talk(
    cast: Cast, insight: Insight, django_assert_num_queries: Any
) -> None:
    for number in range(4):
        root = say(cast, "carl", f"Thread {number}", insight)
        say(cast, "pia", "Yes", insight, parent=root)
        actions.react(root, insight, sign="agree", on=True, by=cast.scope("stan"))
    scope = cast.scope("vera")

    with django_assert_num_queries(4):
        assert len(queries.stream(scope, insight, cursor=None, limit=30)["items"]) == 5
    with django_assert_num_queries(4):
        assert len(queries.threads(scope, insight, cursor=None, limit=30)["items"]) == 4


def test_comments_are_found_as_part_of_what_they_are_about(cast: Cast, insight: Insight) -> None:
    root = say(cast, "carl", "The quokka jumps", insight)
    client = cast.client("vera")

    [item] = client.get("/api/search?q=quokka").json()
    assert (item["id"], item["remark_id"]) == (str(insight.pk), str(root.pk))
    assert {"text": "quokka", "hit": True} in item["excerpt"]
    assert [row["id"] for row in client.get("/api/insights?q=quokka").json()["items"]] == [str(insight.pk)]
    assert cast.client("nora").get("/api/search?q=quokka").json() == []

    actions.reword(root, insight, body=of_text("The wombat digs"), expected=1, by=cast.scope("carl"))
    assert client.get("/api/search?q=quokka").json() == []
    assert len(client.get("/api/search?q=wombat").json()) == 1
    cast.client("pia").post(f"/api/insights/{insight.pk}/archival", headers={"If-Match": '"1"'})
    assert client.get("/api/search?q=wombat").json() == []


def test_a_comment_can_not_be_talked_about_itself(cast: Cast, insight: Insight) -> None:
    root = say(cast, "carl", "One", insight)

    refused = cast.client("carl").post(f"/api/objects/comment/{root.pk}/comments", {"body": "Meta"})

    assert refused.status_code == 404
