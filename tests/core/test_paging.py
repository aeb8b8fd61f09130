"""Pages neither skip nor repeat, and a page address is ours or refused."""

from __future__ import annotations

import base64
import json

import pytest
from django.utils import timezone

from northline.core import paging
from northline.research.models import Insight


def insights(cast, how_many):
    at = timezone.now()
    for number in range(how_many):
        cast.client("carl").post("/api/insights", {"product_id": cast.product.pk, "title": f"{number}"})
    # All at one moment: only the id tells them apart.
    Insight.objects.update(created_at=at)


def all_pages(rows, *, limit, order):
    read, cursor = [], None
    while True:
        found = paging.page(rows, lambda row: row.title, cursor=cursor, limit=limit, order=order)
        assert len(found["items"]) <= limit
        read += found["items"]
        cursor = found["next"]
        if cursor is None:
            return read


@pytest.mark.parametrize("order", ["-created_at", "created_at", "title", "-title"])
@pytest.mark.parametrize("limit", [1, 2, 7, 8])
def test_pages_neither_skip_nor_repeat(cast, order, limit):
    insights(cast, 7)
    read = all_pages(Insight.objects.all(), limit=limit, order=order)
    assert sorted(read) == [str(number) for number in range(7)]
    if "title" in order:
        assert read == sorted(read, reverse=order.startswith("-"))


def test_what_is_added_meanwhile_moves_no_later_page(cast):
    insights(cast, 4)
    carl = cast.client("carl")
    first = carl.get("/api/insights", {"limit": 2}).json()
    carl.post("/api/insights", {"product_id": cast.product.pk, "title": "new"})
    rest = carl.get("/api/insights", {"limit": 50, "cursor": first["next"]}).json()
    assert sorted(row["title"] for row in first["items"] + rest["items"]) == ["0", "1", "2", "3"]


@pytest.mark.parametrize(("limit", "found"), [(0, 1), (-5, 1), (3, 3), (10**6, 4)])
def test_a_page_has_at_least_one_row_and_a_ceiling(cast, limit, found):
    insights(cast, 4)
    assert len(cast.client("vera").get("/api/insights", {"limit": limit}).json()["items"]) == found


def made_up(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode()


def asked_with(cast, cursor):
    cast.acme.row("insight")
    browser = cast.client("vera")
    browser.raise_request_exception = False
    answer = browser.get("/api/insights", {"cursor": cursor})
    return answer.status_code, answer.json()["code"]


@pytest.mark.parametrize("cursor", ["nonsense", "%%%", "é", made_up(5), made_up([1])])
def test_a_made_up_page_address_is_refused(cast, cursor):
    assert asked_with(cast, cursor) == (422, "cursor.unreadable")


@pytest.mark.parametrize("value", [["yesterday", "me"], [{}, []], [None, None]])
def test_a_page_address_with_made_up_values_is_refused(cast, value):
    assert asked_with(cast, made_up(value)) == (422, "cursor.unreadable")
