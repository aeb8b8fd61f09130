"""What is like an object, and what may say the same."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northline.core.fulltext import likeness, related
from northline.research import actions
from northline.research.models import Insight
from tests.cast import Cast

TOPICS = {
    "invoice": "The invoice arrives late and the accounting department cannot book it before the month closes",
    "scanner": "Warehouse staff drop the handheld scanner and its battery door breaks off on concrete",
    "login": "Single sign on fails whenever the certificate of the identity provider rolls over at night",
}


def note(cast: Cast, title: str, words: str = "", by: str = "ada") -> Insight:
    told: dict[str, Any] = {
        "title": title,
        "body": {"type": "doc", "content": []},
        "source": "other",
        "tags": [],
    }
    row = actions.note_insight(cast.product, fields=told, by=cast.scope(by))
    Insight.objects.filter(pk=row.pk).update(words=words)
    return row


@pytest.fixture
def notes(cast: Cast) -> dict[str, Insight]:
    rows = {name: note(cast, f"About the {name}", words) for name, words in TOPICS.items()}
    for number in range(6):
        note(cast, f"Note {number}", f"Nothing about anything, number {number}, in the end of the day")
    return rows


def test_what_talks_of_the_same_is_related_and_the_rest_is_not(cast: Cast, notes: dict[str, Insight]) -> None:
    idea = actions.propose_idea(
        cast.product,
        fields={"title": "Send the invoice to accounting early", "body": {"type": "doc", "content": []}},
        by=cast.scope("ada"),
    )

    told = related.related(cast.scope("vera"), notes["invoice"])

    assert [item["id"] for item in told["related"]] == [idea.pk]
    assert told["duplicates"] == []
    assert not told["related"][0]["linked"]


def test_the_same_words_in_another_order_are_a_duplicate(cast: Cast, notes: dict[str, Insight]) -> None:
    words = TOPICS["scanner"].split()
    twin = note(cast, "Scanner, about the", " ".join(reversed(words)))

    told = related.related(cast.scope("vera"), twin)

    assert [item["id"] for item in told["duplicates"]] == [notes["scanner"].pk]


def test_a_title_with_a_slip_of_the_pen_is_a_duplicate(cast: Cast, notes: dict[str, Insight]) -> None:
    one = note(cast, "Exporting the monthly report fails")
    other = note(cast, "Exporting the montly report fails!")

    assert [item["id"] for item in related.related(cast.scope("vera"), one)["duplicates"]] == [other.pk]


def test_what_may_not_be_seen_is_never_suggested(cast: Cast, notes: dict[str, Insight]) -> None:
    twin = note(cast, "About the login", TOPICS["login"])
    assert related.related(cast.scope("stan"), twin)["duplicates"]
    cast.stan.grants.all().delete()

    assert related.related(cast.scope("stan"), twin) == {"related": [], "duplicates": []}
    assert cast.client("stan").get(f"/api/objects/insight/{twin.pk}/related").status_code == 404


def test_what_is_archived_is_not_suggested(cast: Cast, notes: dict[str, Insight]) -> None:
    twin = note(cast, "About the login", TOPICS["login"])
    cast.client("ada").post(f"/api/insights/{notes['login'].pk}/archival", headers={"If-Match": '"1"'})

    assert cast.client("vera").get(f"/api/objects/insight/{twin.pk}/related").json()["duplicates"] == []


def test_it_takes_six_queries(cast: Cast, notes: dict[str, Insight], django_assert_num_queries: Any) -> None:
    twin, scope = note(cast, "About the login", TOPICS["login"]), cast.scope("vera")

    with django_assert_num_queries(6):
        assert related.related(scope, twin)["duplicates"]


@pytest.mark.parametrize("title", ["1", "x", "--", "月"])
def test_a_title_without_words_has_nothing_like_it(cast: Cast, title: str) -> None:
    assert related.related(cast.scope("vera"), note(cast, title))["duplicates"] == []


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_of_titles_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    likely = likeness.titles_alike(one, other)

    assert 0 <= likely <= 1
    assert likely == likeness.titles_alike(other, one)
    assert likeness.titles_alike(one, one) in (0.0, 1.0)


@given(st.lists(st.sampled_from(["export", "pdf", "late", "invoice"]), min_size=1, max_size=9))
def test_a_text_is_wholly_like_itself(words: list[str]) -> None:
    counts = likeness.told("", " ".join(words))
    mine = likeness.weights(counts, documents=dict.fromkeys(counts, 3), of=100)

    assert likeness.alike(mine, list(counts)) == pytest.approx(1)
    assert likeness.shared(mine, ["other"]) == 0
