"""A version of a canvas is signed as one of the vision is."""

from __future__ import annotations

import pytest

from tests.strategy.canvases.test_canvases import boxes_of, canvas, first, write
from tests.strategy.stakeholders.test_register import listed, register

__all__ = ["canvas", "first"]


def put_up(cast, version, **body):
    return cast.client("pia").post(f"/api/canvas-versions/{version['id']}/sign-off", body)


def sign_off(cast, version, by="vera"):
    return cast.client(by).get(f"/api/canvas-versions/{version['id']}/sign-off").json()


def say(cast, version, name, word="agree", text="", content=None):
    body = {"word": word, "text": text, "content_hash": content or version["content_hash"]}
    return cast.client(name).post(f"/api/canvas-versions/{version['id']}/verdict", body)


@pytest.fixture
def people(cast):
    register(cast, title="Stan", member_id=cast.stan.pk, boxes=["needs"])


@pytest.mark.usefixtures("people")
def test_a_version_is_put_up_signed_and_shown(cast, first):
    assert sign_off(cast, first) is None
    found = put_up(cast, first).json()
    assert (found["number"], found["content_hash"]) == (1, first["content_hash"])
    inbox = cast.client("stan").get("/api/inbox").json()["items"]
    assert [(item["verb"], item["kind"]) for item in inbox] == [("asked to sign", "canvas")]
    assert say(cast, first, "stan").json()["alignment"] == 1


@pytest.mark.usefixtures("people")
def test_a_word_on_a_canvas_is_none_on_the_vision(cast, first):
    put_up(cast, first)
    say(cast, first, "stan", "objection", text="No")
    assert listed(cast)[0]["last_verdict"] is None


@pytest.mark.usefixtures("people")
def test_who_answered_is_asked_again_only_where_something_changed(cast, canvas, first):
    put_up(cast, first)
    say(cast, first, "stan")
    rain, snow = boxes_of(first)["threats"]
    same = {
        "threats": [
            {"id": each["id"], "text": each["text"], "nature": each["nature"]} for each in (rain, snow)
        ]
    }
    second = write(cast, canvas, same, based_on=1, note="Only the note").json()
    assert second["content_hash"] == first["content_hash"]
    assert not put_up(cast, second).json()["people"][0]["asked"]
    # An assumption that became a fact is other content.
    same["threats"][0]["nature"] = "fact"
    third = write(cast, canvas, same, based_on=2).json()
    assert put_up(cast, third).json()["people"][0]["asked"]


@pytest.mark.usefixtures("people")
def test_only_the_newest_is_put_up_once_and_by_its_own_boxes(cast, canvas, first):
    assert put_up(cast, first, material=["needs"]).json()["code"] == "sign_off.no_such_box"
    second = write(cast, canvas, {}, based_on=1).json()
    assert put_up(cast, first).json()["code"] == "sign_off.older"
    put_up(cast, second, material=["threats"])
    assert put_up(cast, second).json()["code"] == "sign_off.asked"
    assert say(cast, second, "stan", content="0" * 64).json()["code"] == "sign_off.other_content"
