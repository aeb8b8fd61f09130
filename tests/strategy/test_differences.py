"""What differs between two versions of a vision or a canvas."""

from __future__ import annotations

import pytest

from northline.strategy.differences import Said, box_differences, word_differences
from tests.strategy.canvases.test_canvases import boxes_of, canvas, draw, first
from tests.strategy.canvases.test_canvases import write as write_canvas
from tests.strategy.test_visions import write

__all__ = ["canvas", "first"]


def passages(before, after):
    return [(each.change, each.text) for each in word_differences(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("", "", []),
        ("", "All new", [("added", "All new")]),
        ("All old", "", [("removed", "All old")]),
        ("same", "same", [("same", "same")]),
        ("ten vans", "ten trucks", [("same", "ten "), ("removed", "vans"), ("added", "trucks")]),
        ("a b c d", "a x y d", [("same", "a "), ("removed", "b c"), ("added", "x y"), ("same", " d")]),
        ("fast, good", "fast good", [("same", "fast"), ("removed", ","), ("same", " good")]),
    ],
)
def test_words_stay_come_and_go(before, after, expected):
    assert passages(before, after) == expected


@pytest.mark.parametrize(
    ("before", "after"), [("one two three", "three two one"), ("a a a", "a a"), ("", "x\n\ny")]
)
def test_what_stayed_and_went_is_the_one_text_and_what_stayed_and_came_the_other(before, after):
    found = word_differences(before, after)
    assert "".join(each.text for each in found if each.change != "added") == before
    assert "".join(each.text for each in found if each.change != "removed") == after


def test_a_statement_that_only_became_a_fact_is_edited():
    old, new = [Said("1", "Rain", "assumption")], [Said("1", "Rain", "fact")]
    (box,) = box_differences(["threats"], {"threats": old}, {"threats": new})
    (found,) = box.statements
    assert (found.change, found.nature_before, found.nature_after) == ("edited", "assumption", "fact")
    assert box.changed


def test_two_visions_are_compared_word_by_word(cast):
    old = write(cast, based_on=None).json()
    new = write(cast, based_on=1, statement="Honest plans", needs="").json()
    found = cast.client("stan").get(f"/api/visions/{new['id']}/differences", {"since": old["id"]}).json()
    assert (found["before"], found["after"]) == (1, 2)
    boxes = {each["box"]: each for each in found["boxes"]}
    assert [name for name, each in boxes.items() if each["changed"]] == ["statement", "needs"]
    assert [(each["change"], each["text"]) for each in boxes["statement"]["statements"][0]["passages"]] == [
        ("same", "Honest "),
        ("removed", "dates"),
        ("added", "plans"),
    ]
    assert boxes["needs"]["statements"][0]["change"] == "removed"


def test_two_versions_of_a_canvas_are_compared_statement_by_statement(cast, canvas, first):
    rain = boxes_of(first)["threats"][0]["id"]
    boxes = {"threats": [{"text": "Wind"}, {"id": rain, "text": "Much rain"}]}
    second = write_canvas(cast, canvas, boxes, based_on=1).json()
    address = f"/api/canvas-versions/{second['id']}/differences"
    found = cast.client("vera").get(address, {"since": first["id"]}).json()
    threats = {each["box"]: each for each in found["boxes"]}["threats"]["statements"]
    assert [each["change"] for each in threats] == ["added", "edited", "removed"]
    # The other way round, what was added was removed.
    back = cast.client("vera").get(f"/api/canvas-versions/{first['id']}/differences", {"since": second["id"]})
    assert (back.json()["before"], back.json()["after"]) == (2, 1)


def test_versions_of_different_documents_are_not_compared(cast, first):
    other = write_canvas(cast, draw(cast).json(), {}).json()
    address = f"/api/canvas-versions/{first['id']}/differences"
    assert cast.client("vera").get(address, {"since": other["id"]}).status_code == 404
