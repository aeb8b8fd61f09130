"""Check-ins and what stakeholders were told, as lists: they are read, filtered and exported, and never edited."""

from __future__ import annotations

from decimal import Decimal

from northline.core import editing
from northline.core.listing import queries
from northline.strategy.actions import check_in
from northline.strategy.stakeholders.actions import ask_for_sign_off, register_stakeholder, tell
from northline.strategy.stakeholders.documents import of_vision
from tests.core.listing.asking import asked, bulk, titles


def seen(cast):
    """Two check-ins of a key result, the second with a note."""
    result, by = cast.acme.row("key_result"), cast.scope("carl")
    first = check_in(result, value=Decimal(2), confidence=40, note="", by=by)
    return first, check_in(result, value=Decimal(5), confidence=80, note="The pilots helped", by=by)


def told(cast):
    """Of two stakeholders, one told twice and one once."""
    vision, by = cast.acme.row("vision"), cast.scope("pia")
    people = [
        register_stakeholder(cast.product, fields={"title": name, "organisation": home}, by=by)
        for name, home in (("Ruth", "Board"), ("Olaf", "Depot"))
    ]
    for person, summary, channel in (
        (people[0], "The first draft", "mail"),
        (people[0], "The costs", "board meeting"),
        (people[1], "Where it leads", "mail"),
    ):
        tell(person, summary=summary, channel=channel, version_id=vision.pk, by=by)
    return people


def signed(cast):
    """Ruth first objects to the vision, then agrees; Olaf has a reservation."""
    vision, by = cast.acme.row("vision"), cast.scope("pia")
    people = [
        register_stakeholder(cast.product, fields={"title": name, "member_id": member.pk}, by=by)
        for name, member in (("Ruth", cast.carl), ("Olaf", cast.vera))
    ]
    ask_for_sign_off(of_vision(vision), material=[], by=by)
    for who, word, text in (
        ("carl", "objection", "Too dear"),
        ("carl", "agree", ""),
        ("vera", "reservation", "The dates"),
    ):
        page = cast.client(who).get(f"/api/visions/{vision.pk}/sign-off").json()
        body = {"word": word, "text": text, "content_hash": page["content_hash"]}
        answer = cast.client(who).post(f"/api/visions/{vision.pk}/verdict", body)
        assert answer.status_code == 201, answer.json()
    return people


def values(cast, kind, name, **query):
    return [item["fields"][name] for item in asked(cast, kind, **query).json()["items"]]


def test_check_ins_are_searched_filtered_grouped_and_exported(cast, django_assert_num_queries):
    seen(cast)
    assert values(cast, "check_in", "value") == [5, 2]
    assert values(cast, "check_in", "value", sort="title,value") == [2, 5]
    assert values(cast, "check_in", "value", q="pilots") == [5]
    assert values(cast, "check_in", "value", q="A key_result -pilots") == [2]
    assert values(cast, "check_in", "value", where=[["confidence", "at_most", 50]]) == [2]
    result = str(cast.acme.row("key_result").pk)
    assert len(values(cast, "check_in", "value", where=[["key_result", "is", result]])) == 2
    groups = asked(cast, "check_in", part="/groups", by="by").json()["items"]
    assert [(group["label"], group["count"]) for group in groups] == [("Carl", 2)]
    file = asked(cast, "check_in", part="/export", columns="title,value,confidence,note", sort="value")
    assert file.content.decode("utf-8-sig").splitlines() == [
        "Key result,Value,Confidence,Note",
        "A key_result,2,40,",
        "A key_result,5,80,The pilots helped",
    ]
    scope = cast.scope("vera")
    with django_assert_num_queries(1):
        queries.page(scope, "check_in", queries.Asked(product_id=cast.product.pk))


def test_tellings_are_searched_filtered_grouped_and_exported(cast, django_assert_num_queries):
    told(cast)
    assert titles(cast, "telling") == ["Olaf", "Ruth", "Ruth"]
    assert titles(cast, "telling", q="costs") == titles(cast, "telling", q="draft") == ["Ruth"]
    assert titles(cast, "telling", where=[["organisation", "is", "Depot"]]) == ["Olaf"]
    groups = asked(cast, "telling", part="/groups", by="channel").json()["items"]
    assert {(group["label"], group["count"]) for group in groups} == {("mail", 2), ("board meeting", 1)}
    file = asked(cast, "telling", part="/export", columns="title,summary,channel,version_seen", sort="title")
    assert "Olaf,Where it leads,mail,1" in file.content.decode().splitlines()
    scope = cast.scope("vera")
    with django_assert_num_queries(1):
        queries.page(scope, "telling", queries.Asked(product_id=cast.product.pk))


def test_verdicts_are_searched_filtered_grouped_and_exported(cast, django_assert_num_queries):
    signed(cast)
    assert values(cast, "verdict", "word", sort="created_at") == ["objection", "agree", "reservation"]
    assert titles(cast, "verdict", q="dates") == ["Olaf"]
    assert values(cast, "verdict", "word", where=[["stands", "is", True]], sort="title") == [
        "reservation",
        "agree",
    ]
    assert titles(cast, "verdict", where=[["word", "is", "objection"]]) == ["Ruth"]
    assert titles(cast, "verdict", where=[["document_kind", "is", "canvas_version"]]) == []
    vision = cast.acme.row("vision").title
    groups = asked(cast, "verdict", part="/groups", by="document").json()["items"]
    assert [(group["label"], group["count"]) for group in groups] == [(vision, 3)]
    file = asked(cast, "verdict", part="/export", columns="title,word,text,stands", sort="created_at")
    assert file.content.decode("utf-8-sig").splitlines()[:2] == [
        "Stakeholder,Says,Why,Stands",
        "Ruth,Objection,Too dear,no",
    ]
    scope = cast.scope("vera")
    with django_assert_num_queries(1):
        queries.page(scope, "verdict", queries.Asked(product_id=cast.product.pk))


def test_they_are_put_away_with_what_they_are_part_of(cast):
    seen(cast)
    result, (ruth, _) = cast.acme.row("key_result"), told(cast)
    result.refresh_from_db()
    editing.archive(result, expected=result.version, by=cast.acme.scope)
    editing.archive(ruth, expected=ruth.version, by=cast.acme.scope)
    assert (values(cast, "check_in", "value"), titles(cast, "telling")) == ([], ["Olaf"])
    assert values(cast, "check_in", "value", archived=True) == [5, 2]


def test_what_was_seen_is_neither_edited_nor_put_away(cast):
    first, _ = seen(cast)
    item = [{"id": first.pk, "version": 1}]
    for body, code in (
        ({"fields": {"value": 9}}, "list.not_editable"),
        ({"archived": True}, "list.not_archivable"),
    ):
        answer = bulk(cast, "check_in", item, by="ada", **body)
        assert (answer.status_code, answer.json()["code"]) == (422, code)
    described = asked(cast, "check_in", part="/fields", who="ada").json()
    assert described["can"]["archive"] is False
    assert not [field["name"] for field in described["fields"] if field["writes"]]


def test_a_view_of_check_ins_is_saved(cast):
    config = {
        "where": [["confidence", "at_most", 50]],
        "q": "",
        "sort": "value",
        "group": "",
        "columns": ["title"],
    }
    body = {"title": "Unsure", "product_id": cast.product.pk, "config": config}
    answer = cast.client("carl").post("/api/lists/check_in/views", body)
    assert answer.status_code == 201, answer.json()
