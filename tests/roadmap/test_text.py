"""The roadmap as text: written and read back it is the same; what differs is done all or not at all."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import yaml
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from northline.core.links import link
from northline.core.listing import custom_fields
from northline.core.models import Change
from northline.core.refusal import Refusal
from northline.roadmap.actions import dependencies, initiatives
from northline.roadmap.actions.lanes import add_lane
from northline.roadmap.actions.writing import read_text
from northline.roadmap.models import Initiative
from northline.roadmap.queries.text import written
from northline.roadmap.rules import yaml_text
from northline.roadmap.schemas.text import RoadmapText
from northline.strategy.themes.actions import set_theme
from tests.roadmap.test_dependencies import add, wait, whole
from tests.roadmap.test_promises import promise

SPRING = {"start": "2026-03-01", "finish": "2026-05-31", "precision": "day"}
# Whatever a person can type into a title.
WORDS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=40
).filter(lambda text: text.strip())
CLEAN = WORDS.map(str.strip)
LISTS = st.lists(CLEAN, max_size=3)


@given(value=st.recursive(st.none() | st.booleans() | WORDS | st.dates(), st.lists, max_leaves=6))
def test_any_value_comes_back_as_it_was_written(value):
    assert yaml_text.load(yaml_text.dump({"x": value})) == {"x": value}


PLAIN = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.dates()
    | WORDS
    | st.text("ab Zäé:,-#'\"129._\n", max_size=160)
    | st.sampled_from(["no", "Y", "~", "null", "1.5", "2026-01-01", "=", "<<", "- a", "a: b", "a #b", "---"])
)


@given(
    value=st.dictionaries(
        WORDS | st.just("waits_for"),
        st.recursive(
            PLAIN, lambda parts: st.lists(parts, max_size=3) | st.dictionaries(WORDS, parts, max_size=3)
        ),
        max_size=4,
    )
)
def test_what_is_laid_out_here_is_laid_out_as_the_library_does(value):
    assert yaml_text.dump(value) == yaml.dump(
        value, Dumper=yaml_text._Careful, sort_keys=False, allow_unicode=True, width=110
    )


@pytest.mark.django_db
@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_a_roadmap_written_and_read_back_is_the_same(cast, data):
    with transaction.atomic():
        by, product = cast.scope("pia"), cast.product
        lane_rows = [
            add_lane(product, title=title, colour="", position=None, by=by)
            for title in data.draw(st.lists(CLEAN, max_size=2))
        ]
        theme_rows = [
            set_theme(
                product,
                fields={
                    "title": title,
                    "owner_id": data.draw(st.sampled_from([None, cast.pia.pk])),
                    "shares": data.draw(st.sampled_from([{}, {"2026-Q4": 30}])),
                },
                by=by,
            )
            for title in data.draw(st.lists(CLEAN, max_size=2))
        ]
        mine = [
            custom_fields.add(
                "initiative", product_id=product.pk, title=type, type=type, options=[], description="", by=by
            )
            for type in ("number", "date", "yes_no", "text", "person")
        ]
        given_values = st.fixed_dictionaries(
            {},
            optional={
                mine[0].name: st.integers(-9, 9) | st.floats(-1e6, 1e6),
                mine[1].name: st.just("2026-05-04"),
                mine[2].name: st.booleans(),
                mine[3].name: CLEAN,
                mine[4].name: st.just(str(cast.piet.pk)),
            },
        )
        rows = []
        for number in range(data.draw(st.integers(0, 4))):
            day = data.draw(st.dates(date(2026, 1, 1), date(2027, 1, 1)))
            fields = {
                "title": data.draw(CLEAN),
                "goal": data.draw(st.just("") | CLEAN),
                "features": data.draw(LISTS),
                "metrics": data.draw(LISTS),
                "effort_weeks": data.draw(st.none() | st.floats(0.1, 500)),
                "parked": data.draw(st.booleans()),
                "horizon": data.draw(st.sampled_from([None, "now", "later"])),
                "window": data.draw(
                    st.none()
                    | st.just({"start": day, "finish": day + timedelta(days=9), "precision": "month"})
                ),
                "lane_id": data.draw(st.sampled_from([None, *(lane.pk for lane in lane_rows)])),
                "parent_id": rows[-1].pk if rows and data.draw(st.booleans()) else None,
                "owner_id": data.draw(st.sampled_from([None, cast.pia.pk])),
                "theme_id": data.draw(st.sampled_from([None, *(theme.pk for theme in theme_rows)])),
                "custom": data.draw(given_values),
            }
            rows.append(initiatives.add_initiative(product, fields=fields, by=by))
            if number and data.draw(st.booleans()):
                dependencies.wait_for(rows[-1], before=rows[0], by=by)
            if data.draw(st.booleans()):
                link("advances", rows[-1], target=cast.acme.row("objective"), by=by)
        text = written(product)
        said = {"preview": False, "seq": None, "reason": "", "acknowledge": ()}
        assert read_text(product, text=text, **said, by=by) == []
        assert written(product) == text
        RoadmapText.model_validate(yaml.safe_load(text))
        transaction.set_rollback(True)


def fetch(cast):
    return cast.client("vera").get(f"/api/products/{cast.product.pk}/roadmap/text").json()


def send(cast, text, **around):
    return cast.client("pia").post(f"/api/products/{cast.product.pk}/roadmap/text", {"text": text} | around)


def changes(answer):
    return [(row["what"], row["kind"], row["title"], row["fields"]) for row in answer.json()["changes"]]


EDITED = """
lanes:
  - title: Trust
initiatives:
  - key: INI-1
    title: Kept and renamed
    status: planned
    lane: Trust
    window: {start: 2026-04-01, finish: 2026-06-30, precision: quarter}
  - title: Brand new
    waits_for: [INI-1]
    goal: Fewer calls
milestones:
  - title: Fair
    day: 2026-05-04
"""


def test_a_preview_tells_what_would_change_and_changes_nothing(cast):
    add(cast, "Kept")
    add(cast, "Left out")
    before = fetch(cast)
    answer = send(cast, EDITED)
    assert answer.json()["applied"] is False
    assert changes(answer) == [
        ("created", "lane", "Trust", []),
        ("changed", "initiative", "Kept and renamed", ["title", "lane", "window"]),
        ("created", "initiative", "Brand new", ["waits_for"]),
        ("created", "milestone", "Fair", []),
        ("archived", "initiative", "Left out", []),
    ]
    assert fetch(cast) == before


def test_what_was_previewed_is_done_as_one_deed_and_undone_as_one(cast):
    add(cast, "Kept")
    add(cast, "Left out")
    before, previewed = fetch(cast)["text"], send(cast, EDITED)
    answer = send(cast, EDITED, preview=False)
    assert changes(answer) == changes(previewed)
    found = whole(cast)
    assert {row["title"] for row in found["initiatives"]} == {"Kept and renamed", "Brand new"}
    assert (len(found["dependencies"]), found["milestones"][0]["title"]) == (1, "Fair")
    root = Change.objects.get(verb="read_roadmap_text")
    assert cast.client("pia").post(f"/api/changes/{root.pk}/undo").status_code == 200
    assert fetch(cast)["text"] == before


def test_two_that_change_places_in_their_container_do_so(cast):
    outer = add(cast, "Outer")
    add(cast, "Inner", parent_id=outer["id"])
    text = "initiatives: [{key: INI-1, title: Outer, status: planned, parent: INI-2}, {key: INI-2, title: Inner, status: planned}]"
    assert send(cast, text, preview=False).status_code == 200
    rows = {row["title"]: row for row in whole(cast)["initiatives"]}
    assert (rows["Outer"]["parent_id"], rows["Inner"]["parent_id"]) == (rows["Inner"]["id"], None)


def test_an_order_in_the_text_becomes_the_order_on_the_roadmap(cast):
    for title in "ab":
        add(cast, title)
    text = "initiatives: [{key: INI-2, title: b, status: planned}, {title: new}, {key: INI-1, title: a, status: planned}]"
    assert send(cast, text, preview=False).status_code == 200
    assert [row["title"] for row in whole(cast)["initiatives"]] == ["b", "new", "a"]


def test_an_archived_one_that_the_text_names_comes_back(cast):
    made, text = add(cast, "Back"), fetch(cast)["text"]
    cast.client("pia").post(f"/api/initiatives/{made['id']}/archival", headers={"if-match": '"1"'})
    assert changes(send(cast, text, preview=False)) == [("restored", "initiative", "Back", [])]
    assert fetch(cast)["text"] == text


def test_a_text_that_others_overtook_is_refused(cast):
    add(cast, "Kept")
    old = fetch(cast)
    add(cast, "Meanwhile")
    answer = send(cast, old["text"], preview=False, seq=old["seq"])
    assert (answer.status_code, answer.json()["code"]) == (409, "text.overtaken")
    assert Initiative.objects.filter(archived_at=None).count() == 2


def test_a_committed_window_and_a_promise_are_asked_about_when_it_is_meant(cast):
    made = add(cast, "Kept", status="committed", window=SPRING)
    promised = promise(cast, made)
    text = fetch(cast)["text"].replace("2026-05-31", "2026-09-30")
    assert changes(send(cast, text)) == [("changed", "initiative", "Kept", ["window"])]
    assert send(cast, text, preview=False).json()["code"] == "window.reason_missing"
    answer = send(cast, text, preview=False, reason="Parts are late")
    assert answer.json()["code"] == "promise.would_break"
    answer = send(cast, text, preview=False, reason="Parts are late", acknowledge=[promised["id"]])
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &x [1]\nb: *x", "text.unreadable"),
        ("lanes: [", "text.unreadable"),
        ("lanes: []\nlanes: []", "text.unreadable"),
        ("a: !!python/object/apply:os.system ['true']", "text.unreadable"),
        ("[" * 400, "text.unreadable"),
        ("{[1]: 2}", "text.unreadable"),
        ("a: 2026-13-45", "text.unreadable"),
        ("just words", "text.invalid"),
        ("surprises: []", "text.invalid"),
        ("initiatives: [{title: x, status: soon}]", "text.invalid"),
        ("initiatives: [{title: 2026}]", "text.invalid"),
        ("initiatives: [{key: INI-77, title: x}]", "text.unknown_key"),
        ("initiatives: [{key: INI-1, title: x}, {key: INI-1, title: y}]", "text.key_twice"),
        ("initiatives: [{key: INI-1, title: x, lane: Nowhere}]", "text.unknown_name"),
        ("initiatives: [{key: INI-1, title: x, owner: Nobody}]", "text.unknown_member"),
        ("initiatives: [{title: x, waits_for: [y]}, {title: y, waits_for: [x]}]", "dependency.makes_circle"),
    ],
)
def test_a_text_that_cannot_be_is_refused_whole(cast, text, code):
    add(cast, "Kept")
    before = fetch(cast)
    answer = send(cast, text, preview=False)
    assert answer.json()["code"] == code, answer.json()
    assert fetch(cast) == before


def test_a_text_beyond_the_limit_is_not_read(cast):
    answer = send(cast, "# " + "x" * 1_000_001)
    assert (answer.status_code, answer.json()["code"]) == (422, "input.invalid")


def test_what_is_unreadable_names_its_line():
    with pytest.raises(Refusal) as refused:
        yaml_text.load("lanes:\n  - title: x\n  title")
    assert refused.value.extra["line"] == 3


def test_waiting_is_written_and_read(cast):
    a, b = add(cast, "a"), add(cast, "b")
    wait(cast, b, a)
    text = fetch(cast)["text"]
    assert "waits_for:\n  - INI-1" in text
    assert changes(send(cast, text.replace("  waits_for:\n  - INI-1\n", ""), preview=False)) == [
        ("changed", "initiative", "b", ["waits_for"])
    ]
    assert whole(cast)["dependencies"] == []
