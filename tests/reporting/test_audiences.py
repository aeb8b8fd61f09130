"""Audiences: what readers are not to see is in nothing that they get, in whatever shape they get it."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from northline.accounts.models import Member
from northline.core.links import link
from northline.core.richtext import of_text
from northline.reporting.audiences.sight import FIELDS, USUAL, Sight, first_told, last_told, told_window
from northline.reporting.audiences.view import roadmap_for
from northline.reporting.models import Audience, ShareVisit
from northline.roadmap.models import Initiative, InitiativeDependency, Lane, Milestone
from northline.strategy.models import Theme
from tests.cast import Cast

# A word for each field that no other text holds.
MARKERS = {field: f"marker{field}zz" for field in FIELDS["roadmap"]}
EXACT = date(2027, 2, 17)
FORMATS = ("pdf", "png", "svg", "pptx", "ics", "csv", "json")


def marked(cast: Cast) -> Initiative:
    """An initiative with a marker in every field that has words."""
    home = cast.acme
    lane = home.row("lane")
    Lane.objects.filter(pk=lane.pk).update(title=MARKERS["lane"])
    row: Initiative = home.row("initiative")
    Member.objects.filter(pk=cast.carl.pk).update(name=MARKERS["owner"])
    theme, container = home.row("theme"), home.row("container")
    Theme.objects.filter(pk=theme.pk).update(title=MARKERS["theme"])
    Initiative.objects.filter(pk=row.pk).update(
        lane=lane, theme=theme, parent=container, body=of_text(MARKERS["description"]), owner=cast.carl, goal=MARKERS["goal"],
        metrics=[MARKERS["metrics"]], features=[MARKERS["features"]], effort_weeks=7.25, status="committed",
        horizon="next", window_start=EXACT, window_finish=EXACT + timedelta(days=20), window_precision="day",
    )  # fmt: skip
    mark = home.row("milestone")
    Milestone.objects.filter(pk=mark.pk).update(title=MARKERS["milestones"], day=EXACT)
    home.row("initiative_dependency")
    return row


def addressed(cast: Cast, **chosen: Any) -> dict[str, Any]:
    body = {"product_id": cast.product.pk, "title": "Readers", "group": "other"} | chosen
    answer = cast.client("pia").post("/api/audiences", body)
    assert answer.status_code == 201, answer.content
    return answer.json()


def exported(cast: Cast, format: str, **asked: Any) -> bytes:
    answer = cast.client("vera").get(
        f"/api/products/{cast.product.pk}/roadmap/file", {"format": format, **asked}
    )
    assert answer.status_code == 200, answer.content
    return bytes(answer.content)


def words_in(content: bytes, format: str) -> str:
    """The text of a file, as far as it is text."""
    if format == "pptx":
        slides = Presentation(io.BytesIO(content)).slides
        return " ".join(s.text_frame.text for slide in slides for s in slide.shapes if s.has_text_frame)
    return content.decode("utf-8", errors="replace")


def test_a_group_gets_what_such_readers_usually_get(cast: Cast) -> None:
    customers = addressed(cast, group="customers")

    assert customers["fields"] == ["description", "horizon"]
    assert customers["precision"] == "quarter"
    assert customers["layout"] == "horizons"
    assert addressed(cast, group="executives")["layout"] == "timeline"


@pytest.mark.parametrize("group", list(USUAL))
def test_no_hidden_field_is_in_any_file_share_or_answer(cast: Cast, group: str) -> None:
    marked(cast)
    audience = addressed(cast, group=group)
    hidden = [MARKERS[field] for field in FIELDS["roadmap"] - set(audience["fields"])]
    shared = _shared(cast, audience)

    texts = [words_in(exported(cast, kind, audience_id=audience["id"]), kind) for kind in FORMATS]
    texts.append(cast.client("vera").get(f"/api/audiences/{audience['id']}/roadmap").content.decode())
    texts.append(cast.client("").get(f"/api/public/shares/{shared}").content.decode())
    texts += [
        words_in(cast.client("").get(f"/api/public/shares/{shared}/file", {"format": kind}).content, kind)
        for kind in FORMATS
    ]

    assert not [word for word in hidden for text in texts if word in text]


def test_what_is_shown_is_in_the_files(cast: Cast) -> None:
    marked(cast)
    audience = addressed(cast, fields=sorted(FIELDS["roadmap"]))

    told = json.dumps(cast.client("vera").get(f"/api/audiences/{audience['id']}/roadmap").json())
    rows = words_in(exported(cast, "csv", audience_id=audience["id"]), "csv")
    slides = words_in(exported(cast, "pptx", audience_id=audience["id"]), "pptx")

    for field in ("lane", "owner", "goal", "metrics", "features", "description", "theme"):
        assert MARKERS[field] in told
        assert MARKERS[field] in rows
    assert MARKERS["lane"] in slides
    assert MARKERS["milestones"] in slides
    assert "7.25" in rows


def test_readers_who_are_told_quarters_find_no_day(cast: Cast) -> None:
    marked(cast)
    audience = addressed(cast, fields=["window", "milestones", "forecast"], precision="quarter")

    told = cast.client("vera").get(f"/api/audiences/{audience['id']}/roadmap").json()

    window = told["initiatives"][0]["window"]
    assert window == {"start": "2027-01-01", "finish": "2027-03-31", "precision": "quarter"}
    assert told["milestones"][0]["day"] == "2027-03-31"
    assert EXACT.isoformat() not in json.dumps(told)
    assert EXACT.strftime("%Y%m%d") not in words_in(exported(cast, "ics", audience_id=audience["id"]), "ics")


def test_initiatives_in_other_states_are_not_there_nor_what_waits_for_them(cast: Cast) -> None:
    row = marked(cast)
    audience = addressed(cast, fields=["dependencies"], statuses=["committed"])

    told = cast.client("vera").get(f"/api/audiences/{audience['id']}/roadmap").json()

    assert [each["id"] for each in told["initiatives"]] == [str(row.pk)]
    assert InitiativeDependency.objects.exists()
    assert told["dependencies"] == []


def test_what_lies_in_no_horizon_is_drawn_beside_those_that_do(cast: Cast) -> None:
    row = marked(cast)
    Initiative.objects.filter(pk=row.pk).update(title="Nowhere yet", horizon="")
    audience = addressed(cast, fields=["horizon", "description"], layout="timeline")

    shared = cast.client("").get(f"/api/public/shares/{_shared(cast, audience)}").json()

    assert shared["layout"] == "horizons"  # a line of time would show nothing
    assert "Nowhere yet" in words_in(exported(cast, "pptx", audience_id=audience["id"]), "pptx")


def test_what_is_parked_is_in_no_share_file_or_answer(cast: Cast) -> None:
    row = marked(cast)
    Initiative.objects.filter(pk=row.pk).update(title="markerparkedzz", parked=True)
    audience = addressed(cast, fields=sorted(FIELDS["roadmap"]))
    shared = _shared(cast, audience)

    texts = [words_in(exported(cast, kind, audience_id=audience["id"]), kind) for kind in FORMATS]
    texts.append(cast.client("vera").get(f"/api/audiences/{audience['id']}/roadmap").content.decode())
    texts.append(cast.client("").get(f"/api/public/shares/{shared}").content.decode())

    assert not [text for text in texts if "markerparkedzz" in text]
    Initiative.objects.filter(pk=row.pk).update(parked=False)
    assert "markerparkedzz" in cast.client("").get(f"/api/public/shares/{shared}").content.decode()


def test_a_change_of_the_audience_changes_what_its_shares_show_at_once(cast: Cast) -> None:
    marked(cast)
    audience = addressed(cast, fields=["goal"])
    token = _shared(cast, audience)
    assert MARKERS["goal"] in cast.client("").get(f"/api/public/shares/{token}").content.decode()

    patch = {"fields": ["status"]}
    headers = {"if-match": f'"{audience["version"]}"'}
    answer = cast.client("pia").patch(f"/api/audiences/{audience['id']}", patch, headers=headers)

    assert answer.status_code == 200, answer.content
    assert MARKERS["goal"] not in cast.client("").get(f"/api/public/shares/{token}").content.decode()


def test_a_frozen_share_goes_on_showing_what_was_there(cast: Cast) -> None:
    row = marked(cast)
    token = _shared(cast, addressed(cast, fields=["status"]), frozen=True)

    Initiative.objects.filter(pk=row.pk).update(title="Renamed since", status="done")

    shown = cast.client("").get(f"/api/public/shares/{token}").json()
    assert shown["frozen_at"] is not None
    told = {each["id"]: each for each in shown["roadmap"]["initiatives"]}
    assert told[str(row.pk)]["title"] == "A initiative"
    assert told[str(row.pk)]["status"] == "committed"


def test_looks_at_a_share_are_counted_by_day_and_told_to_who_opened_it(cast: Cast) -> None:
    token = _shared(cast, addressed(cast))
    for _ in range(3):
        assert cast.client("").post(f"/api/public/shares/{token}/looks").status_code == 204
    cast.client("").get(f"/api/public/shares/{token}")

    [share] = cast.client("pia").get("/api/shares").json()["items"]

    assert (share["looks"], share["last_look"]) == (3, timezone.now().date().isoformat())
    assert ShareVisit.objects.count() == 1


def _customised(cast: Cast, row: Initiative, type: str, value: Any, **more: Any) -> str:
    """The name of a new field of initiatives, and the row with a value in it."""
    body = {
        "object_kind": "initiative",
        "product_id": cast.product.pk,
        "title": "Segment",
        "type": type,
    } | more
    name: str = cast.client("pia").post("/api/custom-fields", body).json()["name"]
    Initiative.objects.filter(pk=row.pk).update(custom={name: value})
    return f"custom.{name}"


def test_a_field_of_ones_own_colours_shares_files_and_slides_with_a_legend(cast: Cast) -> None:
    row = marked(cast)
    options = [{"label": "Small"}, {"label": "Markerlargezz"}]
    field = _customised(cast, row, "choice", "markerlargezz", options=options)
    audience = addressed(cast, fields=["lane", "window", field], colour=field)
    token = _shared(cast, audience)

    told = cast.client("").get(f"/api/public/shares/{token}").json()["roadmap"]
    svg = words_in(exported(cast, "svg", audience_id=audience["id"]), "svg")
    presented = json.loads(exported(cast, "json", audience_id=audience["id"]))

    colours = {each["id"]: each["colour"] for each in told["initiatives"]}
    assert told["colours"]["label"] == "Segment"
    assert [entry["label"] for entry in told["colours"]["entries"]] == ["Small", "Markerlargezz", "None"]
    assert colours[str(row.pk)] == "#2b8a7e"
    assert "Markerlargezz" in svg
    assert "#2b8a7e" in svg
    assert presented["colours"] == told["colours"]
    assert {each["id"]: each["custom"] for each in told["initiatives"]}[str(row.pk)] == {
        "Segment": "Markerlargezz"
    }
    assert "Markerlargezz" in words_in(exported(cast, "csv", audience_id=audience["id"]), "csv")


@pytest.mark.parametrize("colour", ["owner", "theme", "container", "chance", "effort", "period", "custom"])
def test_a_field_that_is_not_shown_colours_nothing_wherever_it_is_asked_for(cast: Cast, colour: str) -> None:
    row = marked(cast)
    own = _customised(cast, row, "choice", "markersecretzz", options=[{"label": "Markersecretzz"}])
    field = own if colour == "custom" else colour
    audience = addressed(cast, fields=["lane", "status"], colour=field)
    shared = _shared(cast, audience)

    texts = [
        words_in(exported(cast, kind, audience_id=audience["id"], colour=asked), kind)
        for kind in ("svg", "pptx", "json", "csv")
        for asked in ("", field)
    ]
    texts.append(cast.client("").get(f"/api/public/shares/{shared}").content.decode())
    texts.append(cast.client("vera").get(f"/api/audiences/{audience['id']}/roadmap").content.decode())

    told = json.loads(texts[-1])
    assert "colours" not in told
    assert not any("colour" in each for each in told["initiatives"])
    hidden = [MARKERS["owner"], MARKERS["theme"], "Markersecretzz", "arkersecretzz"]
    assert not [word for word in hidden for text in texts if word in text]


def test_a_share_without_an_audience_is_coloured_by_what_it_shows(cast: Cast) -> None:
    row = marked(cast)
    body = {"view": "roadmap", "object_id": cast.product.pk, "title": "Board", "fields": ["window", "effort"]}

    def told(colour: str) -> dict[str, Any]:
        made = cast.client("pia").post("/api/shares", body | {"colour": colour})
        assert made.status_code == 201, made.content
        token = made.json()["address"].rsplit("/", 1)[1]
        return cast.client("").get(f"/api/public/shares/{token}").json()["roadmap"]

    assert told("effort")["colours"]["entries"][0] == {"label": "7.25", "colour": "#327cb0"}
    assert {each["id"]: each["colour"] for each in told("effort")["initiatives"]}[str(row.pk)] == "#327cb0"
    assert "colours" not in told("owner")
    unknown = cast.client("pia").post("/api/shares", body | {"colour": "custom.nowhere"})
    assert (unknown.status_code, unknown.json()["code"]) == (422, "roadmap.no_colours")


def test_an_audience_of_another_product_is_refused(cast: Cast) -> None:
    other = cast.client("ada").post("/api/products", {"title": "Another"}).json()
    audience = addressed(cast)
    body = {"view": "roadmap", "object_id": other["id"], "title": "x", "audience_id": audience["id"]}

    shared = cast.client("ada").post("/api/shares", body)
    file = cast.client("ada").get(
        f"/api/products/{other['id']}/roadmap/file", {"audience_id": audience["id"]}
    )

    assert (shared.status_code, shared.json()["code"]) == (422, "share.other_product")
    assert (file.status_code, file.json()["code"]) == (422, "audience.other_product")


def test_a_field_that_a_roadmap_has_not_is_refused(cast: Cast) -> None:
    body = {"product_id": cast.product.pk, "title": "x", "group": "sales", "fields": ["rates"]}

    answer = cast.client("pia").post("/api/audiences", body)

    assert (answer.status_code, answer.json()["code"]) == (422, "audience.field_unknown")
    assert not Audience.objects.exists()


def test_a_formula_in_a_title_is_text_in_the_table(cast: Cast) -> None:
    row = cast.acme.row("initiative")
    Initiative.objects.filter(pk=row.pk).update(title="=HYPERLINK(1)")

    assert "'=HYPERLINK(1)" in words_in(exported(cast, "csv"), "csv")


def test_a_long_roadmap_makes_its_pictures_a_page_each(cast: Cast) -> None:
    lane = cast.acme.row("lane")
    first = cast.acme.row("initiative")
    Initiative.objects.filter(pk=first.pk).update(lane=lane)
    for at in range(30):
        copy = Initiative.objects.get(pk=first.pk)
        copy.pk, copy.key, copy._state.adding = None, f"INI-9{at}", True
        copy.id = Audience().id
        copy.window_start, copy.window_finish, copy.window_precision = EXACT, EXACT, "day"
        copy.save()

    with zipfile.ZipFile(io.BytesIO(exported(cast, "svg"))) as archive:
        assert archive.namelist()[:2] == ["page-1.svg", "page-2.svg"]


@pytest.mark.parametrize("how_many", [1, 12])
def test_reading_costs_the_same_however_long_the_roadmap(
    cast: Cast, how_many: int, django_assert_num_queries: Any
) -> None:
    first = marked(cast)
    for at in range(how_many):
        copy = Initiative.objects.get(pk=first.pk)
        copy.pk, copy.key, copy._state.adding = None, f"INI-8{at}", True
        copy.id = Audience().id
        copy.save()
    with django_assert_num_queries(6):
        roadmap_for(cast.product, Sight(fields=FIELDS["roadmap"]))


def test_the_chance_is_told_without_its_project(cast: Cast) -> None:
    row, project = marked(cast), cast.acme.row("project")
    link("realises", project, target=row, by=cast.acme.scope)
    audience = addressed(cast, fields=["forecast"], precision="month")

    told = cast.client("vera").get(f"/api/audiences/{audience['id']}/roadmap").content.decode()

    assert str(project.pk) not in told


@given(
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    st.integers(0, 900),
    st.sampled_from(["exact", "month", "quarter"]),
)
def test_a_told_window_holds_the_real_one(start: date, days: int, precision: Any) -> None:
    finish = start + timedelta(days=days)
    first, last = told_window(start, finish, precision)
    assert first <= start <= finish <= last
    assert first_told(first, precision) == first
    assert last_told(last, precision) == last
    if precision != "exact":
        assert first.day == 1
        assert (last + timedelta(days=1)).day == 1


def _shared(cast: Cast, audience: dict[str, Any], *, frozen: bool = False) -> str:
    body = {"view": "roadmap", "object_id": cast.product.pk, "title": "For readers"}
    body |= {"audience_id": audience["id"], "frozen": frozen}
    answer = cast.client("pia").post("/api/shares", body)
    assert answer.status_code == 201, answer.content
    return str(answer.json()["address"].rpartition("/s/")[2])
