"""Jobs to be done, and the comparison of a product with its competitors."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

import pytest
from django.utils import timezone
from openpyxl import load_workbook

from northline.core.models import Change
from northline.research.market.rules import scores
from tests.research.discovery.telling import undo, version


def add(cast, path, by="carl", **fields):
    answer = cast.client(by).post(f"/api/{path}", {"product_id": str(cast.product.pk)} | fields)
    assert answer.status_code == 201, answer.content
    return answer.json()


def rate(cast, criterion, competitor=None, *, by="carl", version=0, **fields):
    body = {"competitor_id": competitor and competitor["id"], "version": version} | fields
    return cast.client(by).put(f"/api/criteria/{criterion['id']}/rating", body)


def comparison(cast, by="vera"):
    return cast.client(by).get(f"/api/products/{cast.product.pk}/comparison").json()


def columns(cast):
    return {one["competitor_id"]: (one["score"], one["rated"]) for one in comparison(cast)["columns"]}


def test_jobs_are_ranked_by_what_they_are_worth_and_told_how_they_are_served(cast):
    """Of Ulwick's example: importance 9.5 and satisfaction 3.2 make 15.8."""
    figures = {
        "Re-plan": (9.5, 3.2),
        "Explain": (8, 3),
        "Print": (4, 9),
        "Sign": (9, 9),
        "Guess": (None, 5),
        "Edge": (9.1, 3.2),
    }
    for title, (importance, satisfaction) in figures.items():
        add(cast, "jobs-to-be-done", title=title, importance=importance, satisfaction=satisfaction)
    found = cast.client("vera").get("/api/lists/job_to_be_done").json()["items"]
    assert [(one["title"], one["opportunity_score"], one["job_class"]) for one in found] == [
        ("Re-plan", 15.8, "extreme"),
        ("Edge", 15.0, "high"),
        ("Explain", 13.0, "high"),
        ("Sign", 9.0, "served"),
        ("Print", 4.0, "overserved"),
        ("Guess", None, None),
    ]
    for one in found:
        assert one["fields"]["opportunity_score"] == pytest.approx(one["opportunity_score"])
        assert one["fields"]["job_class"] == one["job_class"]
    sure = found[0]
    edited = cast.client("carl").patch(
        f"/api/jobs-to-be-done/{sure['id']}", {"importance": 2.0}, headers=version(sure)
    )
    assert edited.json()["job_class"] == "overserved"
    for wrong in (0.9, 10.1, 5.55):
        answer = cast.client("carl").patch(
            f"/api/jobs-to-be-done/{sure['id']}", {"importance": wrong}, headers=version(edited.json())
        )
        assert answer.status_code == 422


def test_a_comparison_weighs_ratings_and_says_what_they_rest_on_and_how_old_that_is(cast):
    speed, price = (add(cast, "criteria", title=title, weight=w) for title, w in (("Speed", 5), ("Price", 1)))
    rival = add(cast, "competitors", title="Routely", website="https://routely.example")
    assert columns(cast) == {None: (None, 0), rival["id"]: (None, 0)}
    rate(cast, speed, score=4)
    rate(cast, price, score=1)
    answer = rate(
        cast, speed, rival, score=2, note="Ten a minute", source="https://routely.example/docs"
    ).json()
    assert (answer["score"], answer["checked_on"], answer["stale"]) == (2, str(timezone.localdate()), False)
    assert columns(cast) == {None: (3.5, 2), rival["id"]: (2.0, 1)}
    old = timezone.localdate() - timedelta(days=scores.STALE_AFTER_DAYS + 1)
    again = rate(cast, speed, rival, version=1, checked_on=str(old)).json()
    assert (again["note"], again["stale"]) == ("Ten a minute", True)
    late = rate(cast, speed, rival, version=1, score=5)
    assert (late.status_code, late.json()["code"]) == (412, "version.stale")
    for wrong in ({"score": 6}, {"source": "javascript:alert(1)"}):
        assert rate(cast, speed, rival, version=2, **wrong).status_code == 422
    cleared = rate(cast, speed, rival, version=2, score=None).json()
    assert (cleared["score"], cleared["stale"]) == (None, False)


def test_ratings_are_taken_back_one_after_the_other(cast):
    speed, rival = add(cast, "criteria", title="Speed"), add(cast, "competitors", title="Routely")
    for number, score in enumerate((1, 2, 3)):
        rate(cast, speed, rival, version=number, score=score)
    told = list(Change.objects.filter(verb="rated").order_by("-seq"))
    assert [change.object_title for change in told] == ["Routely"] * 3
    assert undo(cast, told[1]).json()["code"] == "undo.changed_since"
    for change, left in zip(told, (2, 1, None), strict=True):
        assert undo(cast, change).status_code == 200
        assert comparison(cast)["ratings"][0]["score"] == left


def test_what_is_archived_or_of_another_product_is_not_compared(cast):
    speed, rival = add(cast, "criteria", title="Speed"), add(cast, "competitors", title="Routely")
    other = cast.client("ada").post("/api/products", {"title": "Other"}).json()
    strange = add(cast, "competitors", by="ada", title="Strange", product_id=other["id"])
    answer = rate(cast, speed, strange, by="ada", score=1)
    assert (answer.status_code, answer.json()["code"]) == (422, "competitor.other_product")
    rate(cast, speed, rival, score=5)
    cast.client("carl").post(f"/api/competitors/{rival['id']}/archival", {}, headers=version(rival))
    found = comparison(cast)
    assert (found["competitors"], found["ratings"]) == ([], [])
    gone = rate(cast, speed, rival, version=1, score=1)
    assert (gone.status_code, gone.json()["code"]) == (409, "comparison.archived")


def test_a_comparison_is_exported_and_read_in_few_queries(cast, django_assert_num_queries):
    speed, rival = add(cast, "criteria", title="=Speed", weight=4), add(cast, "competitors", title="Routely")
    rate(cast, speed, rival, score=3, note="Fast", checked_on="2026-01-31")
    client, here = cast.client("vera"), f"/api/products/{cast.product.pk}/comparison"
    content = b"".join(client.get(f"{here}/export?format=csv")).decode("utf-8-sig")
    head, row, total = csv.reader(io.StringIO(content))
    assert head[:4] == ["Criterion", "Weight", "Atlas", "Routely"]
    assert dict(zip(head, row, strict=True))["Routely: note"] == "Fast"
    assert (row[0], row[3], total[0], total[3]) == ("'=Speed", "3", "Weighted score", "3")
    book = load_workbook(io.BytesIO(b"".join(client.get(f"{here}/export?format=xlsx"))))
    values = [[cell.value for cell in line] for line in book.active.iter_rows()]
    assert values[1][3] == 3
    assert values[1][head.index("Routely: looked at on")].date() == date(2026, 1, 31)
    assert client.get(f"{here}/export?format=pdf").json()["code"] == "list.unknown_format"
    for number in range(5):
        add(cast, "criteria", title=f"More {number}")
        add(cast, "competitors", title=f"More {number}")
    client.get(here)
    with django_assert_num_queries(8):
        client.get(here)


def test_every_kind_of_the_market_is_found_by_its_words(cast):
    add(cast, "personas", title="Dispatcher", pains="Phones all morning")
    add(cast, "jobs-to-be-done", title="Re-plan", situation="a van breaks down")
    add(cast, "competitors", title="Routely", positioning="Routes for couriers")
    add(cast, "criteria", title="Speed", description="Seconds to a plan")
    for q, kind in (
        ("phones", "persona"),
        ("breaks", "job_to_be_done"),
        ("couriers", "competitor"),
        ("seconds", "criterion"),
    ):
        found = cast.client("vera").get(f"/api/search?q={q}").json()
        assert [one["kind"] for one in found] == [kind]
