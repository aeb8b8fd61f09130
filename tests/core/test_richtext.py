"""Only what the editor knows passes, on write and again on read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northline.core.richtext import EMPTY, MAX_NODES, MAX_TEXT, cleaned, plain_text

TYPES = st.sampled_from(["doc", "paragraph", "text", "heading", "link", "script", "image", "bulletList"])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | TYPES,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["type", "text", "content", "marks", "attrs", "href", "onclick"]),
            inner,
            max_size=5,
        )
    ),
    max_leaves=30,
)


def doc(*content):
    return {"type": "doc", "content": list(content)}


def words(text, *marks):
    return {"type": "paragraph", "content": [{"type": "text", "text": text, "marks": list(marks)}]}


@pytest.mark.parametrize("given_", [None, "", {}, {"type": "doc"}, {"type": "doc", "content": []}])
def test_nothing_is_an_empty_document(given_):
    assert cleaned(given_) == EMPTY


@pytest.mark.parametrize("given_", [5, [1], {"type": "paragraph"}, {"type": ["doc"]}, True])
def test_what_is_no_document_is_refused(given_):
    with pytest.raises(ValueError, match="document"):
        cleaned(given_)


@pytest.mark.parametrize("kind", ["script", "iframe", "image", "html", "", None, 5, ["text"]])
def test_an_unknown_block_is_left_out(kind):
    assert cleaned(doc({"type": kind, "content": []}, words("stays"))) == doc(
        {"type": "paragraph", "content": [{"type": "text", "text": "stays"}]}
    )


def test_an_unknown_attribute_or_mark_is_left_out():
    given_ = doc(
        {
            "type": "heading",
            "attrs": {"level": 2, "onclick": "x()"},
            "content": [{"type": "text", "text": "H"}],
        }
    )
    assert cleaned(given_)["content"][0]["attrs"] == {"level": 2}
    assert "marks" not in cleaned(doc(words("x", {"type": "blink"})))["content"][0]["content"][0]


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//evil.example",
        "http://[",
        "",
        None,
        5,
    ],
)
def test_a_link_to_anything_but_web_and_mail_is_left_out_and_its_words_stay(href):
    found = cleaned(doc(words("here", {"type": "link", "attrs": {"href": href}})))
    assert found == doc({"type": "paragraph", "content": [{"type": "text", "text": "here"}]})


@pytest.mark.parametrize("href", ["https://a.example/x?y#z", "http://a.example", "mailto:a@b.example"])
def test_a_link_to_web_or_mail_stays(href):
    mark = {"type": "link", "attrs": {"href": href}}
    assert cleaned(doc(words("here", mark)))["content"][0]["content"][0]["marks"] == [mark]


def test_a_document_too_deep_too_long_or_too_many_is_refused():
    deep = words("x")
    for _ in range(30):
        deep = {"type": "blockquote", "content": [deep]}
    for given_ in (
        doc(deep),
        doc(words("x" * (MAX_TEXT + 1))),
        doc(*[words("x")] * MAX_NODES),
        "x" * (MAX_TEXT + 1),
    ):
        with pytest.raises(ValueError, match="limited"):
            cleaned(given_)


def test_text_is_paragraphs_and_gives_its_words_back():
    assert plain_text(cleaned("One\n\nTwo")) == "One\nTwo"


@given(JSON)
def test_what_was_cleaned_stays_as_it_is(value):
    try:
        once = cleaned(value)
    except ValueError:
        return
    assert cleaned(once) == once
    assert isinstance(plain_text(once), str)


def test_whatever_was_accepted_can_be_read_again():
    for text in ("a\n\n" * (MAX_NODES + 1), "a\n\n" * 30_000):
        try:
            accepted = cleaned(text)
        except ValueError:
            continue
        assert cleaned(accepted) == accepted


def test_a_document_inside_a_document_is_left_out():
    assert cleaned(doc(doc(words("x")))) == EMPTY
