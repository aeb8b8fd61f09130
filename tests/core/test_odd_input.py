"""Odd input is refused by name, never met with a breakdown, and never spoils what others read."""

from __future__ import annotations

import pytest


def note(cast, **fields):
    carl = cast.client("carl")
    carl.raise_request_exception = False
    return carl.post("/api/insights", {"product_id": cast.product.pk, "title": "x"} | fields)


def test_half_a_character_in_a_title_is_refused(cast):
    assert note(cast, title="a\ud800").status_code == 422


@pytest.mark.parametrize(
    "body",
    [
        "a\ud800",
        {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "a\ud800"}]}]},
    ],
)
def test_half_a_character_in_a_body_is_refused(cast, body):
    assert note(cast, body=body).status_code == 422


@pytest.mark.parametrize("field", ["title", "body"])
def test_a_null_character_is_refused(cast, field):
    assert note(cast, **{field: "a\0b"}).status_code == 422


def test_a_search_for_a_null_character_breaks_nothing(cast):
    vera = cast.client("vera")
    vera.raise_request_exception = False
    assert vera.get("/api/insights", {"q": "a\0"}).status_code < 500


def test_a_body_of_too_many_paragraphs_spoils_no_list(cast):
    note(cast, body="a\n\n" * 6_000)
    vera = cast.client("vera")
    vera.raise_request_exception = False
    assert vera.get("/api/insights").status_code == 200


def test_a_refused_field_is_named_as_the_form_names_it(cast):
    assert [field["path"] for field in note(cast, title="").json()["fields"]] == ["title"]


@pytest.mark.parametrize("odd", ["\0", "\ud800"])
def test_a_link_with_an_unwritable_address_is_refused(cast, odd):
    mark = {"type": "link", "attrs": {"href": f"https://north.example/{odd}"}}
    words = {"type": "text", "text": "here", "marks": [mark]}
    body = {"type": "doc", "content": [{"type": "paragraph", "content": [words]}]}

    assert note(cast, body=body).status_code == 422


def test_a_tag_with_a_null_character_is_refused(cast):
    assert note(cast, tags=["a\0b"]).status_code == 422


def test_a_key_with_a_null_character_is_not_found(cast):
    vera = cast.client("vera")
    vera.raise_request_exception = False
    assert vera.get("/api/objects/insight/INS-1%00").status_code == 404


def test_a_number_too_large_to_answer_spoils_no_list(cast):
    heading = {"type": "heading", "attrs": {"level": 10**30}, "content": [{"type": "text", "text": "a"}]}
    vera = cast.client("vera")
    vera.raise_request_exception = False

    note(cast, body={"type": "doc", "content": [heading]})

    assert vera.get("/api/insights").status_code == 200


def test_half_a_character_in_the_type_of_a_link_is_refused(cast):
    ends = {name: {"kind": name, "id": cast.acme.row(name).pk} for name in ("insight", "idea")}
    carl = cast.client("carl")
    carl.raise_request_exception = False
    body = {"type": "\ud800", "source": ends["insight"], "target": ends["idea"]}
    assert carl.post("/api/links", body).status_code == 422


@pytest.mark.parametrize("field", ["name", "locale"])
def test_a_null_character_about_oneself_is_refused(cast, field):
    vera = cast.client("vera")
    vera.raise_request_exception = False
    assert vera.generic("PATCH", "/api/me", {field: "a\0b"}).status_code == 422
