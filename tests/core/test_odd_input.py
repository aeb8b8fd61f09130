"""Odd input is refused by name, never met with a breakdown, and never spoils what others read."""

from __future__ import annotations

import pytest
from django.db import connection


def note(cast, **fields):
    carl = cast.client("carl")
    carl.raise_request_exception = False
    return carl.post("/api/insights", {"product_id": cast.product.pk, "title": "x"} | fields)


def test_half_a_character_in_a_title_is_refused(cast):
    assert note(cast, title="a\ud800").status_code == 422


@pytest.mark.xfail(strict=True, reason="core.richtext lets lone surrogates through: 500 instead of 422")
@pytest.mark.parametrize(
    "body",
    [
        "a\ud800",
        {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "a\ud800"}]}]},
    ],
)
def test_half_a_character_in_a_body_is_refused(cast, body):
    assert note(cast, body=body).status_code == 422


@pytest.mark.xfail(
    strict=True, reason="core.schemas and core.richtext let NUL through: PostgreSQL answers 500"
)
@pytest.mark.parametrize("field", ["title", "body"])
def test_a_null_character_is_refused(cast, field):
    assert note(cast, **{field: "a\0b"}).status_code == 422


def test_a_search_for_a_null_character_breaks_nothing(cast, request):
    if connection.vendor == "postgresql":
        request.applymarker(
            pytest.mark.xfail(strict=True, reason="a query parameter with NUL reaches PostgreSQL: 500")
        )
    vera = cast.client("vera")
    vera.raise_request_exception = False
    assert vera.get("/api/insights", {"q": "a\0"}).status_code < 500


@pytest.mark.xfail(
    strict=True, reason="core.richtext.of_text counts no blocks: the row is kept and breaks every list"
)
def test_a_body_of_too_many_paragraphs_spoils_no_list(cast):
    note(cast, body="a\n\n" * 6_000)
    vera = cast.client("vera")
    vera.raise_request_exception = False
    assert vera.get("/api/insights").status_code == 200


@pytest.mark.xfail(strict=True, reason="core.edge has _path and does not call it: the path reads body.title")
def test_a_refused_field_is_named_as_the_form_names_it(cast):
    assert [field["path"] for field in note(cast, title="").json()["fields"]] == ["title"]
