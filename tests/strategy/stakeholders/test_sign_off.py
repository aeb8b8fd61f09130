"""Sign-off: to one version by its content; asked again only for what materially changed."""

from __future__ import annotations

import pytest

from northline.core.models import Change
from northline.strategy.stakeholders.rules import Party, alignment, changed_boxes, content_hash, is_asked
from tests.strategy.stakeholders.test_register import register
from tests.strategy.test_visions import write


def put_up(cast, vision, *, by="pia", **body):
    return cast.client(by).post(f"/api/visions/{vision['id']}/sign-off", body)


def say(cast, vision, name, word="agree", *, text="", content=None):
    content = content or sign_off(cast, vision)["content_hash"]
    body = {"word": word, "text": text, "content_hash": content}
    return cast.client(name).post(f"/api/visions/{vision['id']}/verdict", body)


def sign_off(cast, vision, by="vera"):
    return cast.client(by).get(f"/api/visions/{vision['id']}/sign-off").json()


def people(cast, vision):
    return {each["name"]: each for each in sign_off(cast, vision)["people"]}


@pytest.fixture
def vision(cast):
    register(cast, title="Stan", member_id=cast.stan.pk, boxes=["business_goals"])
    register(cast, title="Vera", member_id=cast.vera.pk, boxes=["needs"])
    register(cast, title="Somebody outside")
    return write(cast, based_on=None).json()


def test_those_who_are_members_are_asked_and_it_is_in_their_inbox(cast, vision):
    found = put_up(cast, vision).json()
    assert {each["name"]: each["asked"] for each in found["people"]} == {"Stan": True, "Vera": True}
    assert found["alignment"] == 0
    inbox = cast.client("stan").get("/api/inbox").json()["items"]
    assert [(item["verb"], item["why"]) for item in inbox] == [("asked to sign", "asked")]
    assert sign_off(cast, vision, by="stan")["mine"]
    assert not sign_off(cast, vision, by="carl")["mine"]


def test_verdicts_make_the_alignment_and_a_later_one_replaces_ones_own(cast, vision):
    put_up(cast, vision)
    assert say(cast, vision, "stan", "objection", text="Too dear").status_code == 201
    assert sign_off(cast, vision)["alignment"] == 0
    say(cast, vision, "stan", "reservation", text="If it pays by June")
    say(cast, vision, "vera")
    found = sign_off(cast, vision)
    assert (found["alignment"], found["people"][0]["verdict"]["text"]) == (1, "If it pays by June")
    assert not sign_off(cast, vision, by="stan")["mine"]


def test_a_reservation_and_an_objection_say_why(cast, vision):
    put_up(cast, vision)
    for word in ("reservation", "objection"):
        assert say(cast, vision, "stan", word).json()["code"] == "verdict.needs_words"


def test_other_content_is_not_signed(cast, vision):
    put_up(cast, vision)
    assert say(cast, vision, "stan", content="0" * 64).json()["code"] == "sign_off.other_content"


def test_who_is_not_asked_does_not_sign(cast, vision):
    assert say(cast, vision, "stan", content="x").json()["code"] == "sign_off.not_asked"
    put_up(cast, vision)
    assert say(cast, vision, "carl").json()["code"] == "sign_off.not_asked"


def test_a_new_version_asks_only_those_whose_boxes_changed(cast, vision):
    put_up(cast, vision)
    say(cast, vision, "stan")
    say(cast, vision, "vera", "reservation", text="Mind the night shift")
    second = write(cast, based_on=1, needs="Other needs").json()
    put_up(cast, second)
    found = people(cast, second)
    assert not found["Stan"]["asked"]
    assert found["Stan"]["verdict"]["version"] == 1
    assert found["Vera"]["asked"]
    assert found["Vera"]["verdict"] is None
    assert found["Vera"]["earlier"]["text"] == "Mind the night shift"
    assert sign_off(cast, second)["alignment"] == 0.5


def test_a_changed_box_marked_material_asks_everybody(cast, vision):
    put_up(cast, vision)
    say(cast, vision, "stan")
    say(cast, vision, "vera")
    second = write(cast, based_on=1, needs="Other needs").json()
    put_up(cast, second, material=["needs"])
    assert all(each["asked"] for each in people(cast, second).values())


def test_what_changed_and_changed_back_is_not_asked_about(cast, vision):
    put_up(cast, vision)
    say(cast, vision, "vera")
    write(cast, based_on=1, needs="Other needs")
    third = write(cast, based_on=2).json()
    put_up(cast, third)
    assert not people(cast, third)["Vera"]["asked"]


def test_a_version_is_put_up_once_and_only_the_newest(cast, vision):
    second = write(cast, based_on=1, needs="x").json()
    assert put_up(cast, vision).json()["code"] == "sign_off.older"
    put_up(cast, second)
    assert put_up(cast, second).json()["code"] == "sign_off.asked"


def test_without_anybody_who_could_sign_nothing_is_put_up(cast):
    only = write(cast, based_on=None).json()
    assert put_up(cast, only).json()["code"] == "sign_off.nobody"


def test_a_verdict_is_one_change_with_its_words_and_is_not_undone(cast, vision):
    put_up(cast, vision)
    say(cast, vision, "stan", "objection", text="Too dear")
    change = Change.objects.order_by("-seq")[0]
    assert (change.verb, change.reason) == ("objected to", "Too dear")
    assert cast.client("stan").post(f"/api/changes/{change.pk}/undo").json()["code"] == "undo.impossible"


def test_a_hash_tells_content_not_order():
    assert content_hash({"a": "1", "b": "2"}) == content_hash({"b": "2", "a": "1"})
    assert content_hash({"a": "1"}) != content_hash({"a": "2"})


def test_a_missing_box_is_an_empty_one():
    assert changed_boxes({"a": "x"}, {"a": "x", "b": ""}) == set()
    assert changed_boxes({"a": "x"}, {"a": "y"}) == {"a"}


@pytest.mark.parametrize(
    ("concern", "answered", "changed", "material", "expected"),
    [
        (set(), False, set(), (), True),
        (set(), True, {"needs"}, (), True),
        (set(), True, set(), ("needs",), False),
        ({"product"}, True, {"needs"}, (), False),
        ({"product"}, True, {"needs"}, ("needs",), True),
        ({"product"}, True, {"product"}, (), True),
    ],
)
def test_who_is_asked(concern, answered, changed, material, expected):
    party = Party(frozenset(concern), answered, frozenset(changed))
    assert is_asked(party, material=material) == expected


def test_nobody_asked_is_no_alignment():
    assert alignment([]) is None
    assert alignment(["agree", None]) == 0.5
