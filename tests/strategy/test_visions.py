"""A vision is a line of versions, each written from the one before."""

from __future__ import annotations

import pytest

from northline.core.models import Change
from northline.strategy.models import Vision

BOARD = {
    "statement": "Honest dates",
    "target_group": "PMs",
    "needs": "trust",
    "product": "a plan",
    "business_goals": "ARR",
}


def address(cast):
    return f"/api/products/{cast.product.pk}/visions"


def write(cast, *, based_on, by="pia", **board):
    note = board.pop("note", "")
    return cast.client(by).post(
        address(cast),
        {"boxes": boxes_of(cast, BOARD | board, based_on), "note": note, "based_on": based_on},
    )


def boxes_of(cast, board, based_on):
    """One statement a box that says anything; it goes on from the one of the version before."""
    before = Vision.objects.filter(product=cast.product, number=based_on or 0).first()
    stood = {box: said[0]["id"] for box, said in (before.boxes if before else {}).items() if said}
    return {box: [{"id": stood.get(box), "text": text}] if text else [] for box, text in board.items()}


def test_the_first_version_is_number_one(cast):
    answer = write(cast, based_on=None, note="a start")
    assert answer.status_code == 201
    vision = answer.json()
    assert (vision["kind"], vision["key"], vision["title"], vision["number"]) == (
        "vision",
        "VIS-1",
        "Vision 1",
        1,
    )
    assert {name: vision[name] for name in BOARD} == BOARD
    assert vision["created_by"]["name"] == "Pia"
    assert cast.client("vera").get(f"/api/visions/{vision['id']}").json()["note"] == "a start"


def test_versions_count_on_and_are_listed_newest_first(cast):
    write(cast, based_on=None)
    write(cast, based_on=1, statement="Honest dates, always")
    listed = cast.client("stan").get(address(cast)).json()["items"]
    assert [vision["number"] for vision in listed] == [2, 1]
    assert listed[1]["statement"] == "Honest dates"


@pytest.mark.parametrize("based_on", [None, 1, 3])
def test_a_version_not_written_from_the_newest_is_stale_and_answers_the_newest(cast, based_on):
    write(cast, based_on=None)
    write(cast, based_on=1, statement="Newest")
    answer = write(cast, based_on=based_on)
    assert answer.status_code == 412
    assert answer.json()["code"] == "version.stale"
    assert answer.json()["current"]["statement"] == "Newest"
    assert Vision.objects.count() == 2


def test_a_first_version_cannot_be_based_on_another(cast):
    assert write(cast, based_on=1).status_code == 412


def test_each_product_counts_its_own_versions(cast):
    cast.beyond.row("vision")
    assert write(cast, based_on=None).json()["number"] == 1


def test_a_version_is_one_change_that_tells_both_texts_and_is_never_undone(cast):
    write(cast, based_on=None)
    seen = Change.objects.count()
    vision = write(cast, based_on=1, statement="Better").json()
    change = Change.objects.order_by("-seq")[0]
    assert Change.objects.count() == seen + 1
    assert (change.before["statement"], change.after["statement"]) == ("Honest dates", "Better")
    answer = cast.client("pia").post(f"/api/changes/{change.pk}/undo")
    assert (answer.status_code, answer.json()["code"]) == (409, "undo.impossible")
    assert Vision.objects.filter(pk=vision["id"], archived_at=None).exists()


def test_a_vision_is_written_once(cast):
    vision = cast.acme.row("vision")
    vision.statement = "Other"
    with pytest.raises(AssertionError):
        vision.save()


@pytest.mark.parametrize("name", ["piet", "carl", "vera", "stan"])
def test_only_who_steers_writes_a_vision(cast, name):
    assert write(cast, based_on=None, by=name).status_code == 403


def test_a_stranger_does_not_find_a_vision(cast):
    vision = cast.acme.row("vision")
    nora = cast.client("nora")
    assert nora.get(f"/api/visions/{vision.pk}").status_code == 404
    assert nora.get(address(cast)).status_code == 404
    assert nora.post(address(cast), {"boxes": {}}).status_code == 404
