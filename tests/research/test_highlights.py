"""Highlights: passages of insights, marked for what they speak for, found again after edits, weighed in the impact."""

from __future__ import annotations

import pytest

from northline.core.models import Change, Link
from northline.core.richtext import of_text
from northline.research.highlights import queries
from northline.research.highlights.passages import Passage, find, passage_at, text_of, units
from northline.research.models import Highlight, Insight

TEXT = "Dana calls six drivers. 🙂 It takes forty minutes.\n\nThen it takes forty minutes again."


@pytest.fixture
def insight(cast):
    row = cast.acme.row("insight")
    Insight.objects.update(body=of_text(TEXT), evidence="request")
    row.refresh_from_db()
    return row


@pytest.fixture
def need(cast):
    return cast.acme.row("opportunity")


def mark(cast, insight, target, quote, *, by="carl", **more):
    body = {"quote": quote, "target_kind": target.KIND, "target_id": target.pk} | more
    return cast.client(by).post(f"/api/insights/{insight.pk}/highlights", body)


def edit(cast, insight, text):
    insight.refresh_from_db()
    headers = {"if-match": f'"{insight.version}"'}
    answer = cast.client("carl").patch(f"/api/insights/{insight.pk}", {"body": text}, headers=headers)
    assert answer.status_code == 200


def marked(cast, insight, by="vera"):
    return cast.client(by).get(f"/api/insights/{insight.pk}/highlights").json()


def quotes(cast, need, by="vera"):
    return cast.client(by).get(f"/api/opportunities/{need.pk}/highlights").json()


def impact(cast, need):
    return cast.client("vera").get(f"/api/opportunities/{need.pk}/impact").json()["score"]


def undo(cast, by="carl"):
    change = cast.client(by).get("/api/me/last-change").json()
    return cast.client(by).post(f"/api/changes/{change['id']}/undo")


def shown(row):
    """What a browser would mark: its strings count UTF-16 units."""
    text = text_of(of_text(TEXT)).encode("utf-16-le")
    return text[2 * row["start"] : 2 * row["end"]].decode("utf-16-le")


def test_a_passage_is_marked_linked_and_quoted_in_one_change(cast, insight, need):
    before = Change.objects.count()
    answer = mark(cast, insight, need, "Dana calls six drivers", importance=5)
    assert (answer.status_code, shown(answer.json())) == (201, "Dana calls six drivers")
    assert Link.objects.filter(type="supports", source_id=insight.pk, target_id=need.pk).count() == 1
    [quote] = quotes(cast, need)
    assert (quote["quote"], quote["importance"]) == ("Dana calls six drivers", 5)
    assert (quote["insight"]["key"], quote["target"]["key"], quote["by"]["name"]) == (
        insight.key,
        need.key,
        "Carl",
    )
    assert Change.objects.count() == before + 1


def test_a_passage_after_a_wide_character_is_counted_as_browsers_count(cast, insight, need):
    found = mark(cast, insight, need, "It takes forty").json()
    assert shown(found) == "It takes forty"


def test_of_two_passages_that_read_the_same_the_words_around_tell_which(cast, insight, need):
    found = mark(cast, insight, need, "takes forty minutes", before="Then it ", after=" again").json()
    assert found["start"] > mark(cast, insight, need, "takes forty minutes").json()["start"]


def test_a_selection_across_paragraphs_is_one_passage(cast, insight, need):
    found = mark(cast, insight, need, "forty minutes.\n\nThen it").json()
    assert (found["quote"], shown(found)) == ("forty minutes. Then it", "forty minutes.\nThen it")


def test_a_passage_moves_with_the_text_around_it(cast, insight, need):
    mark(cast, insight, need, "takes forty minutes", before="Then it ", after=" again")
    edit(cast, insight, "First of all: " + TEXT.replace("Dana", "She"))
    [row] = marked(cast, insight)
    insight.refresh_from_db()
    start = text_of(insight.body).rindex("takes forty")
    assert row["start"] == units(text_of(insight.body)[:start])


def test_of_a_passage_that_is_gone_the_quote_stays(cast, insight, need):
    mark(cast, insight, need, "six drivers", importance=5)
    edit(cast, insight, "Nobody calls anybody any more.")
    for rows in (marked(cast, insight), quotes(cast, need)):
        assert [(row["quote"], row["start"], row["end"]) for row in rows] == [("six drivers", None, None)]
    assert impact(cast, need) == pytest.approx(2 * 5 / 3)


@pytest.mark.parametrize(
    ("quote", "code"), [("seven drivers", "highlight.not_in_text"), ("DANA CALLS", "highlight.not_in_text")]
)
def test_words_that_do_not_stand_in_the_text_are_refused(cast, insight, need, quote, code):
    answer = mark(cast, insight, need, quote)
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert not Highlight.objects.exists()
    assert not Link.objects.exists()


def test_a_passage_is_marked_once_for_each_target(cast, insight, need):
    mark(cast, insight, need, "six drivers")
    again = mark(cast, insight, need, "six  drivers")
    assert (again.status_code, again.json()["code"]) == (409, "highlight.exists")
    assert mark(cast, insight, cast.acme.row("idea"), "six drivers").status_code == 201
    assert [row["target"]["kind"] for row in marked(cast, insight)] == ["opportunity", "idea"]


def test_the_most_important_passage_weighs_in_the_impact(cast, insight, need):
    assert mark(cast, insight, need, "six drivers", importance=1).status_code == 201
    assert impact(cast, need) == pytest.approx(2 / 3)
    mark(cast, insight, need, "forty minutes", importance=4)
    assert impact(cast, need) == pytest.approx(8 / 3)
    listed = cast.client("vera").get("/api/lists/opportunity").json()["items"][0]["fields"]["impact"]
    assert listed == pytest.approx(8 / 3)
    [part] = cast.client("vera").get(f"/api/opportunities/{need.pk}/impact").json()["parts"]
    assert part["importance"] == pytest.approx(4 / 3)


def test_a_passage_is_weighed_anew_and_undo_weighs_it_as_before(cast, insight, need):
    row = mark(cast, insight, need, "six drivers").json()
    path, headers = f"/api/highlights/{row['id']}", {"if-match": '"1"'}
    answer = cast.client("carl").patch(path, {"importance": 5}, headers=headers)
    assert (answer.json()["importance"], answer.json()["version"]) == (5, 2)
    assert undo(cast).status_code == 200
    assert [row["importance"] for row in marked(cast, insight)] == [3]


def test_undo_of_marking_takes_the_passage_and_the_link_that_it_brought(cast, insight, need):
    mark(cast, insight, need, "six drivers", importance=5)
    assert undo(cast).status_code == 200
    assert (marked(cast, insight), quotes(cast, need), impact(cast, need)) == ([], [], 0)
    assert not Link.objects.exists()


def test_undo_of_marking_leaves_a_link_that_stood_before(cast, insight, need):
    link = cast.acme.row("link")
    mark(cast, insight, need, "six drivers")
    undo(cast)
    assert list(Link.objects.values_list("pk", flat=True)) == [link.pk]


def test_a_passage_that_was_let_go_comes_back_by_undo(cast, insight, need):
    row = mark(cast, insight, need, "six drivers", importance=4).json()
    gone = cast.client("carl").delete(f"/api/highlights/{row['id']}", headers={"if-match": '"1"'})
    assert (gone.status_code, marked(cast, insight)) == (204, [])
    assert Link.objects.count() == 1
    assert undo(cast).status_code == 200
    [back] = marked(cast, insight)
    assert back == row


def test_passages_count_only_as_long_as_the_link_stands(cast, insight, need):
    mark(cast, insight, need, "six drivers")
    link = Link.objects.get()
    cast.client("carl").delete(f"/api/links/{link.pk}")
    assert (marked(cast, insight), quotes(cast, need)) == ([], [])
    undo(cast)
    assert len(quotes(cast, need)) == 1


def test_a_passage_of_a_cut_link_may_be_marked_again(cast, insight, need):
    mark(cast, insight, need, "six drivers", importance=2)
    cast.client("carl").delete(f"/api/links/{Link.objects.get().pk}")
    assert mark(cast, insight, need, "six drivers", importance=5).status_code == 201
    assert [row["importance"] for row in quotes(cast, need)] == [5]


def test_quotes_come_most_important_first_and_without_archived_insights(cast, insight, need):
    mark(cast, insight, need, "six drivers", importance=2)
    mark(cast, insight, need, "forty minutes", importance=5)
    assert [row["quote"] for row in quotes(cast, need)] == ["forty minutes", "six drivers"]
    insight.refresh_from_db()
    cast.client("carl").post(
        f"/api/insights/{insight.pk}/archival", headers={"if-match": f'"{insight.version}"'}
    )
    assert quotes(cast, need) == []


@pytest.mark.parametrize("how_many", [1, 4])
def test_the_quotes_are_two_queries_however_many(cast, insight, need, how_many, django_assert_num_queries):
    for quote in ("six drivers", "Dana", "forty", "Then")[:how_many]:
        mark(cast, insight, need, quote)
    vera = cast.scope("vera")
    with django_assert_num_queries(2):
        assert len(queries.quotes_for(need, by=vera)) == how_many
    with django_assert_num_queries(2):
        assert len(queries.marked_in(insight, by=vera)) == how_many


def test_words_that_repeat_are_found_where_most_around_them_is_as_it_was():
    text = "a b. Late again. c d. Late again. e f."
    passage = passage_at(text, (22, 33))
    assert passage.quote == "Late again."
    assert find("x a b. Late again. c d! Late again. e f.", passage) == (24, 35)
    assert find("late again", passage) is None
    assert find(text, Passage("  ", before="", after="")) is None
