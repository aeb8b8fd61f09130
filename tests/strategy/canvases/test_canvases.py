"""Canvases: a page of boxes whose versions are written one from another, and whose statements go on through them."""

from __future__ import annotations

import pytest

from northline.core.models import Change
from northline.strategy.models import CanvasVersion, Statement


def draw(cast, *, by="pia", template="swot", title="Where we stand"):
    body = {"product_id": cast.product.pk, "title": title, "template": template}
    return cast.client(by).post("/api/canvases", body)


def write(cast, canvas, boxes, *, based_on=None, by="pia", note=""):
    body = {"boxes": boxes, "based_on": based_on, "note": note}
    return cast.client(by).post(f"/api/canvases/{canvas['id']}/versions", body)


def boxes_of(version):
    return {box["box"]: box["statements"] for box in version["boxes"]}


@pytest.fixture
def canvas(cast):
    return draw(cast).json()


@pytest.fixture
def first(cast, canvas):
    boxes = {"threats": [{"text": "Rain"}, {"text": "Snow", "nature": "fact"}]}
    return write(cast, canvas, boxes, note="A start").json()


@pytest.mark.parametrize(
    ("template", "boxes"),
    [("lean_canvas", 9), ("business_model", 9), ("swot", 4), ("value_proposition", 6), ("positioning", 6)],
)
def test_a_canvas_has_the_boxes_of_its_template(cast, template, boxes):
    answer = draw(cast, template=template)
    assert answer.status_code == 201
    assert (answer.json()["key"], len(answer.json()["boxes"])) == ("CAN-1", boxes)


def test_the_first_version_holds_what_was_written(cast, canvas, first):
    assert (first["number"], first["note"], first["created_by"]["name"]) == (1, "A start", "Pia")
    said = boxes_of(first)["threats"]
    assert [(each["key"], each["text"], each["nature"]) for each in said] == [
        ("ST-1", "Rain", "assumption"),
        ("ST-2", "Snow", "fact"),
    ]
    assert list(boxes_of(first)) == canvas["boxes"]
    read = cast.client("vera").get(f"/api/canvas-versions/{first['id']}").json()
    assert read == first


def test_a_statement_goes_on_through_versions_wherever_it_stands(cast, canvas, first):
    rain, snow = (each["id"] for each in boxes_of(first)["threats"])
    boxes = {
        "weaknesses": [{"id": rain, "text": "Much rain", "nature": "fact"}],
        "threats": [{"text": "Wind"}],
    }
    second = write(cast, canvas, boxes, based_on=1).json()
    assert boxes_of(second)["weaknesses"][0]["id"] == rain
    row = Statement.objects.get(pk=rain)
    assert (row.title, row.box, row.nature, row.version) == ("Much rain", "weaknesses", "fact", 2)
    assert Statement.objects.get(pk=snow).archived_at is not None
    # The first version still says what it said.
    assert boxes_of(cast.client("vera").get(f"/api/canvas-versions/{first['id']}").json()) == boxes_of(first)


def test_what_was_taken_out_can_be_written_in_again(cast, canvas, first):
    rain = boxes_of(first)["threats"][0]["id"]
    write(cast, canvas, {}, based_on=1)
    assert write(cast, canvas, {"threats": [{"id": rain, "text": "Rain"}]}, based_on=2).status_code == 201
    assert Statement.objects.get(pk=rain).archived_at is None


@pytest.mark.parametrize("based_on", [None, 2])
def test_a_version_not_written_from_the_newest_is_stale_and_answers_the_newest(cast, canvas, first, based_on):
    answer = write(cast, canvas, {}, based_on=based_on)
    assert (answer.status_code, answer.json()["code"]) == (412, "version.stale")
    assert answer.json()["current"]["number"] == 1
    assert CanvasVersion.objects.count() == 1


def test_versions_are_listed_newest_first(cast, canvas, first):
    write(cast, canvas, {}, based_on=1)
    found = cast.client("stan").get(f"/api/canvases/{canvas['id']}/versions", {"limit": 1}).json()
    assert [each["number"] for each in found["items"]] == [2]
    rest = cast.client("stan").get(
        f"/api/canvases/{canvas['id']}/versions", {"limit": 1, "cursor": found["next"]}
    )
    assert [each["number"] for each in rest.json()["items"]] == [1]


def test_a_version_is_one_change_that_tells_what_differs_and_is_never_undone(cast, canvas, first):
    seen = Change.objects.count()
    rain = boxes_of(first)["threats"][0]["id"]
    write(cast, canvas, {"threats": [{"id": rain, "text": "Rain"}]}, based_on=1, note="Snow is gone")
    change = Change.objects.order_by("-seq")[0]
    assert Change.objects.count() == seen + 1
    assert (change.object_kind, change.verb, change.reason) == ("canvas", "wrote", "Snow is gone")
    assert (change.before, change.after) == ({"threats": "Rain\nSnow"}, {"threats": "Rain", "number": 2})
    answer = cast.client("pia").post(f"/api/changes/{change.pk}/undo")
    assert (answer.status_code, answer.json()["code"]) == (409, "undo.impossible")


def test_a_box_that_the_template_lacks_is_refused(cast, canvas):
    answer = write(cast, canvas, {"channels": [{"text": "x"}]})
    assert (answer.status_code, answer.json()["code"]) == (422, "canvas.no_such_box")
    assert "strengths" in answer.json()["detail"]


def test_a_statement_stands_in_one_place(cast, canvas, first):
    rain = {"id": boxes_of(first)["threats"][0]["id"], "text": "Rain"}
    answer = write(cast, canvas, {"threats": [rain], "weaknesses": [rain]}, based_on=1)
    assert answer.json()["code"] == "canvas.statement_twice"


def test_a_statement_of_another_canvas_is_not_found_and_nothing_is_written(cast, first):
    other = draw(cast).json()
    rain = boxes_of(first)["threats"][0]["id"]
    answer = write(cast, other, {"strengths": [{"text": "New"}], "threats": [{"id": rain, "text": "Rain"}]})
    assert answer.status_code == 404
    assert Statement.objects.count() == 2


def test_nothing_is_written_on_an_archived_canvas(cast, canvas, first):
    cast.client("pia").post(f"/api/canvases/{canvas['id']}/archival", headers={"if-match": '"1"'})
    assert write(cast, canvas, {}, based_on=1).json()["code"] == "canvas.archived"


def test_drawing_and_renaming_are_undone(cast, canvas):
    pia = cast.client("pia")
    pia.patch(f"/api/canvases/{canvas['id']}", {"title": "Other"}, headers={"if-match": '"1"'})
    renamed, drawn = Change.objects.order_by("-seq")[:2]
    assert pia.post(f"/api/changes/{renamed.pk}/undo").status_code == 200
    assert pia.get(f"/api/canvases/{canvas['id']}").json()["title"] == "Where we stand"
    assert drawn.undo == {"how": "archive", "version": 1}


def test_a_canvas_and_its_statements_are_found_and_talked_about(cast, canvas, first):
    hits = cast.client("vera").get("/api/search", {"q": "Rain"}).json()
    assert [(hit["kind"], hit["title"]) for hit in hits] == [("statement", "Rain")]
    say = {
        "body": {
            "type": "doc",
            "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Hm"}]}],
        }
    }
    for kind, key in (("canvas", canvas["id"]), ("statement", boxes_of(first)["threats"][0]["id"])):
        assert cast.client("vera").post(f"/api/objects/{kind}/{key}/comments", say).status_code == 201


@pytest.mark.parametrize("name", ["piet", "carl", "vera", "stan"])
def test_only_who_steers_draws_and_writes(cast, canvas, name):
    assert draw(cast, by=name).status_code == 403
    assert write(cast, canvas, {}, by=name).status_code == 403


def test_a_version_is_written_once(cast):
    version = cast.acme.row("canvas_version")
    version.note = "Other"
    with pytest.raises(AssertionError):
        version.save()
