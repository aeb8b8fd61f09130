"""Exports of other tools become plain items.

The files are made here. Names of fields and columns come from the tools' own references: Trello's, GitHub's, Canny's,
Aha!'s, Fider's and Productboard's REST APIs, `gh issue list --json`, Jira's issue navigator (Export CSV, all fields),
Fider's posts.csv and Aha!'s list reports.
"""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from openpyxl import Workbook

from northline.formats import FormatError
from northline.formats.codec import decoded, encoded
from northline.formats.feedback import Export, Item, items_of, read


def of_json(content: Any) -> Export:
    return read(json.dumps(content).encode())


def of_table(text: str, encoding: str = "utf-8") -> tuple[Export, list[Item]]:
    export = read(text.encode(encoding))
    assert export.table is not None
    return export, list(items_of(export.table, export.table.columns)[0])


BOARD = {
    "name": "Ideas",
    "lists": [{"id": "l1", "name": "Next"}, {"id": "l2", "name": "Empty"}],
    "labels": [{"id": "a", "name": "", "color": "red"}, {"id": "b", "name": "unused", "color": "blue"}],
    "members": [{"id": "m", "fullName": "Ann Lee"}],
    "cards": [
        {
            "id": "c1",
            "name": "Dark mode",
            "desc": "Eyes hurt",
            "idList": "l1",
            "labels": [{"id": "a", "name": "", "color": "red"}],
            "idMembersVoted": ["m", "x"],
            "idMembers": ["m"],
            "due": "2026-03-02",
            "closed": True,
            "badges": {"comments": 3},
            "attachments": [{"name": "a.png", "url": "https://trello.test/a.png", "isUpload": True}],
        }
    ],
    "checklists": [{"idCard": "c1", "name": "To do", "checkItems": [{"name": "Pick", "state": "complete"}]}],
    "actions": [
        {
            "id": "s2",
            "type": "commentCard",
            "date": "2026-01-02",
            "data": {"card": {"id": "c1"}, "text": "+1"},
        },
        {
            "id": "s1",
            "type": "commentCard",
            "date": "2026-01-01",
            "data": {"card": {"id": "c1"}, "text": "Yes"},
            "memberCreator": {"fullName": "Ann Lee"},
        },
        {"id": "s0", "type": "updateCard"},
    ],
}


def test_a_trello_board_keeps_cards_lists_labels_comments_and_checklists() -> None:
    export = of_json(BOARD)
    (card,) = export.items
    assert (export.system, export.name) == ("trello", "Ideas")
    assert (card.id, card.title, card.text, card.group, card.labels) == (
        "c1",
        "Dark mode",
        "Eyes hurt",
        "Next",
        ("red",),
    )
    assert [(said.author, said.text) for said in card.comments] == [("Ann Lee", "Yes"), ("", "+1")]
    assert card.checklists[0].things == (("Pick", True),)
    assert dict(card.extra) == {"Due": "2026-03-02", "Assigned to": "Ann Lee", "Archived": "yes"}
    assert (card.votes, card.links) == ("2", (("a.png", "https://trello.test/a.png"),))
    losses = {loss.what: loss for loss in export.losses}
    assert "unused" in losses["labels"].why
    assert "Empty" in losses["lists"].why
    assert losses["comments"].count == 1  # three are counted, two are in the file
    assert losses["entries of the activity log"].count == 1


def test_github_issues_leave_out_pull_requests_and_name_their_repository() -> None:
    at = "https://github.com/acme/app"
    issues = [
        {
            "number": 7,
            "title": "Slow",
            "body": "It lags",
            "state": "OPEN",
            "html_url": f"{at}/issues/7",
            "labels": [{"name": "bug"}],
            "user": {"login": "ann"},
            "comments": [{"id": 1, "body": "Same", "author": {"login": "bo"}}],
        },
        {"number": 8, "title": "Fix", "html_url": f"{at}/pull/8", "pull_request": {"url": "x"}},
    ]
    export = of_json(issues)
    (issue,) = export.items
    assert (issue.id, issue.state, issue.labels, issue.author) == ("acme/app#7", "open", ("bug",), "ann")
    assert issue.comments[0].text == "Same"
    assert [(loss.what, loss.count) for loss in export.losses] == [("pull requests", 1)]


def test_github_answers_that_only_count_comments_say_so() -> None:
    (loss,) = of_json([{"number": 1, "title": "a", "body": "b", "comments": 4}]).losses
    assert (loss.what, loss.count) == ("comments", 4)


def test_canny_posts() -> None:
    post = {
        "id": "p1",
        "title": "Export",
        "details": "As CSV",
        "status": "under review",
        "score": 12,
        "board": {"name": "Features"},
        "category": {"name": "Data"},
        "tags": [{"name": "csv"}],
        "author": {"name": "Ann", "companies": [{"name": "Acme"}]},
        "commentCount": 2,
    }
    export = of_json({"posts": [post], "hasMore": True})
    (item,) = export.items
    assert (item.votes, item.labels, item.customer, item.group) == ("12", ("Data", "csv"), "Acme", "Features")
    assert {loss.what: loss.count for loss in export.losses} == {"comments": 2, "further pages": 1}


def test_fider_posts_as_json_and_as_table() -> None:
    post = {
        "number": 3,
        "title": "Map",
        "description": "d",
        "votesCount": 5,
        "status": "planned",
        "tags": ["ux"],
    }
    (item,) = of_json([post]).items
    assert (item.id, item.votes, item.labels) == ("3", "5", ("ux",))
    # The headings that its exporter writes, and those of earlier releases.
    for votes, comments in (("votes_count", "comments_count"), ("total_votes", "total_comments")):
        export, (row,) = of_table(
            f"number,title,description,created_at,created_by,{votes},{comments},status,responded_by,responded_at,"
            "response,original_number,original_title,tags\n"
            '3,Map,d,2026-01-01T00:00:00Z,Ann,5,0,duplicate,Jo,2026-02-01T00:00:00Z,Said before,1,Maps,"ux, map"\n'
        )
        assert export.system == "fider"
        assert (row.id, row.votes, row.labels, row.author) == ("3", "5", ("ux", "map"), "Ann")
        assert (row.state, row.created) == ("duplicate", "2026-01-01T00:00:00Z")
        assert {"Said before", "Maps"} <= {words for _, words in row.extra}


def test_productboard_notes_and_features_lose_their_markup_and_not_their_words() -> None:
    note = {
        "id": "n1",
        "title": "Call",
        "content": "<p>Too <b>slow</b></p>",
        "tags": ["pain"],
        "state": "processed",
    }
    feature = {
        "id": "f1",
        "type": "subfeature",
        "name": "Speed",
        "description": "<p>Fast</p>",
        "status": {"name": "Planned"},
        "parent": {"feature": {"id": "f0"}},
        "timeframe": {"startDate": "none", "endDate": "none"},
    }
    export = of_json({"data": [note, feature]})
    first, second = export.items
    assert (export.system, first.type, first.text, first.labels) == (
        "productboard",
        "note",
        "Too slow",
        ("pain",),
    )
    assert (second.parent, second.state, second.text, second.extra) == ("f0", "Planned", "Fast", ())


def test_aha_ideas_and_features() -> None:
    idea = {
        "reference_num": "APP-I-1",
        "name": "Map",
        "description": {"body": "<p>See</p>"},
        "votes": 3,
        "workflow_status": {"name": "Shipped"},
        "categories": [{"name": "UI"}],
    }
    (item,) = of_json({"ideas": [idea], "pagination": {"total_pages": 1}}).items
    assert (item.id, item.type, item.text, item.votes, item.labels) == (
        "APP-I-1",
        "idea",
        "See",
        "3",
        ("UI",),
    )
    export, (row,) = of_table(
        "Feature reference #,Feature name,Feature status,Release name\nAPP-1,Map,Done,R1\n"
    )
    assert (export.system, row.id, row.state, row.group) == ("aha", "APP-1", "Done", "R1")


@pytest.mark.parametrize("word", ["Epic", "Master feature"])
def test_a_list_of_epics_of_aha_is_read_under_both_their_names(word: str) -> None:
    export, (row,) = of_table(
        f"{word} reference #,{word} name,Workspace name,Release name,{word} status,{word} initial estimate\n"
        "APP-E-1,Maps,App,R1,Shipped,3d\n"
    )
    assert (export.system, row.id, row.title, row.state) == ("aha", "APP-E-1", "Maps", "Shipped")
    assert ("Workspace name", "App") in row.extra


def test_the_epics_of_a_list_of_features_of_aha_are_kept_as_words() -> None:
    export, (row,) = of_table(
        "Feature reference #,Feature name,Feature status,Epic name,Epic reference #\nAPP-1,Map,Done,Maps,APP-E-1\n"
    )
    assert (export.system, row.id, row.title, row.parent) == ("aha", "APP-1", "Map", "APP-E-1")
    assert row.extra == (("Epic name", "Maps"),)


def test_jira_repeats_columns_for_labels_and_comments() -> None:
    export, (row,) = of_table(
        "Summary,Issue key,Issue Type,Status,Labels,Labels,Comment,Comment,Sprint\n"
        "Slow,APP-1,Bug,To Do,ux,speed,20/Mar/26 2:39 PM;ann;Same; here,,Sprint 4\n"
    )
    assert (export.system, row.id, row.labels) == ("jira", "APP-1", ("ux", "speed"))
    assert [(said.author, said.text) for said in row.comments] == [("ann", "Same; here")]
    assert row.extra == (("Sprint", "Sprint 4"),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_in_any_usual_encoding(encoding: str) -> None:
    _, (row,) = of_table("title;body\nGröße;Für Müller\n", encoding)
    assert (row.title, row.text) == ("Größe", "Für Müller")


def test_rows_without_an_id_are_known_by_their_title_and_their_order() -> None:
    _, rows = of_table("title,body\nSlow,a\nSlow,b\n,c\n")
    assert [row.id for row in rows] == ["Slow", "Slow (2)", ""]


def test_a_workbook_is_read_as_values_and_its_formulas_are_no_commands() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["id", "title", "body"])
    sheet.append([1, "Slow", "x"])
    sheet.append([2, "=cmd|' /C calc'!A0", "=1+1"])
    out = io.BytesIO()
    book.save(out)
    export = read(out.getvalue())
    assert export.table is not None
    items, _ = items_of(export.table, export.table.columns)
    # A formula that no program has computed yet has no value: its cell is empty.
    assert [(item.id, item.title, item.text) for item in items] == [("1", "Slow", "x"), ("2", "2", "")]


def test_what_a_table_leaves_out_by_choice_is_named() -> None:
    export, _ = of_table("title,secret\na,1\nb,\n")
    assert export.table is not None
    _, (loss,) = items_of(export.table, ("title", "skip"))
    assert (loss.what, loss.count) == ("column “secret”", 1)


@pytest.mark.parametrize("columns", [("title",), ("title", "title"), ("title", "nonsense")])
def test_columns_that_do_not_fit_are_refused(columns: tuple[str, ...]) -> None:
    export, _ = of_table("title,body\na,1\n")
    assert export.table is not None
    with pytest.raises(FormatError) as refused:
        items_of(export.table, columns)
    assert refused.value.code == "format.bad_field"


def test_an_export_survives_being_written_as_json() -> None:
    export = of_json(BOARD)
    assert decoded(Export, encoded(export), where="export") == export


WHOLE = json.dumps(BOARD).encode()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "format.unknown"),
        (b"  \n", "format.unknown"),
        (b"<html></html>", "format.unknown"),
        (b'{"hello": 1}', "format.unknown"),
        (WHOLE[: len(WHOLE) // 2], "format.truncated"),
        (b'{"cards": [tru', "format.wrong_schema"),
        (b'{"cards": "\xff"}', "format.wrong_schema"),
        (b"[" * 100_000, "format.too_deep"),
        (b'{"a":' * 70 + b"1" + b"}" * 70, "format.too_deep"),
        (b'{"cards": [], "lists": []}', "format.no_items"),
        (b"[" + b"9" * 5_000 + b"]", "format.wrong_schema"),
        (b"title,body\n", "format.no_items"),
        (b'title,body\na,"b\nc,d\n', "format.truncated"),
        (b"title\x00,body\na,b\n", "format.wrong_schema"),
        (b"PK\x03\x04 no workbook", "format.truncated"),
        (b"title\n" + b"a\n" * 20_001, "format.too_large"),
    ],
    ids=[
        "nothing", "blank", "a page", "other JSON", "half of it", "no JSON", "not UTF-8", "100,000 deep",
        "70 deep", "an empty board", "a long number", "headings only", "an open quote", "zero bytes",
        "no workbook", "too many rows",
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_in_its_own_words(content: bytes, code: str) -> None:
    with pytest.raises(FormatError) as refused:
        read(content)
    assert (refused.value.code, bool(refused.value.message)) == (code, True)


def test_a_file_above_the_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(FormatError) as refused:
        read(WHOLE, max_bytes=100)
    assert refused.value.code == "format.too_large"


ODD = [None, 3, "x", [], {}, [1], {"id": {"id": 1}}, "\ud800", "a\0b"]


@pytest.mark.parametrize("odd", ODD, ids=range(len(ODD)))
@pytest.mark.parametrize(
    "name", sorted({*BOARD["cards"][0]} | {"name", "lists", "labels", "members", "actions"})
)
def test_a_board_with_odd_values_is_read_or_refused_and_never_breaks(name: str, odd: Any) -> None:
    board = json.loads(WHOLE)
    if name in board:
        board[name] = odd
    board["cards"][0][name] = odd
    try:
        export = of_json(board)
    except FormatError:
        return
    assert decoded(Export, encoded(export), where="export") == export
