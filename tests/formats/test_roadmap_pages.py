"""Roadmaps on pages: nothing falls off, overlaps or is read as markup, whatever the roadmap holds."""

from __future__ import annotations

import io
import re
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.enum.text import MSO_AUTO_SIZE

from northline.formats.ical import Event, ical
from northline.formats.roadmap import (
    A4,
    SLIDE,
    Bar,
    Lane,
    Mark,
    Page,
    Roadmap,
    horizon_pages,
    pdf,
    png,
    pptx,
    svg,
    timeline_pages,
)
from northline.formats.roadmap.paper import Box, Diamond, Label, Stroke
from northline.formats.roadmap.timeline import BAR
from northline.formats.roadmap.type import fitted, width

TODAY = date(2026, 11, 28)
NASTY = '#let x = [*a*] "quoted" <b>&amp; \\ $math$ _u_ @ref ${x}'

days = st.integers(-900, 1500).map(lambda n: TODAY + timedelta(days=n))
titles = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=60
).filter(str.strip)


@st.composite
def bars(draw: st.DrawFn) -> Bar:
    start = draw(st.none() | days)
    finish = start and start + timedelta(days=draw(st.integers(0, 500)))
    likely = None
    if finish and draw(st.booleans()):
        half = finish + timedelta(days=draw(st.integers(-60, 60)))
        likely = (half, half + timedelta(days=draw(st.integers(0, 90))))
    horizon = draw(st.sampled_from(["", "now", "next", "later"]))
    return Bar(draw(titles), start, finish, "Planned", draw(st.sampled_from(["", "62 %"])), likely, horizon)


lanes = st.builds(
    Lane,
    title=titles,
    bars=st.lists(bars(), max_size=12).map(tuple),
    marks=st.lists(st.builds(Mark, titles, days), max_size=3).map(tuple),
    colour=st.sampled_from(["", "teal", "#123456", "no colour"]),
)
roadmaps = st.builds(
    Roadmap, title=titles, today=st.just(TODAY), lanes=st.lists(lanes, max_size=6).map(tuple), footer=titles
)


@settings(max_examples=20, deadline=None)
@given(roadmaps, st.sampled_from([SLIDE, A4]))
def test_nothing_falls_off_a_page(roadmap: Roadmap, size: object) -> None:
    for page in (*timeline_pages(roadmap, size=size), *horizon_pages(roadmap, size=size)):  # type: ignore[arg-type]
        for x, y in _corners(page):
            assert -0.5 <= x <= page.size.width + 0.5
            assert -0.5 <= y <= page.size.height + 0.5


@settings(max_examples=20, deadline=None)
@given(roadmaps)
def test_bars_of_a_page_never_lie_over_each_other(roadmap: Roadmap) -> None:
    for page in timeline_pages(roadmap):
        bars_here = [s for s in page.shapes if isinstance(s, Box) and s.height == BAR and s.line]
        for at, one in enumerate(bars_here):
            for other in bars_here[at + 1 :]:
                apart = (
                    one.y != other.y
                    or one.x + one.width <= other.x + 2.5
                    or other.x + other.width <= one.x + 2.5
                )
                assert apart, (one, other)


@settings(max_examples=20, deadline=None)
@given(roadmaps)
def test_every_bar_within_the_months_stands_on_one_page(roadmap: Roadmap) -> None:
    pages = timeline_pages(roadmap)
    drawn = sum(isinstance(s, Box) and s.height == BAR and bool(s.line) for p in pages for s in p.shapes)
    dated = [bar for lane in roadmap.lanes for bar in lane.bars if bar.start]
    if all(
        TODAY - timedelta(days=300) < (bar.start or TODAY)
        and (bar.finish or TODAY) < TODAY + timedelta(days=600)
        for bar in dated
    ):
        assert drawn == len(dated)


@settings(max_examples=50, deadline=None)
@given(titles, st.floats(1, 300), st.floats(4, 20), st.booleans())
def test_a_fitted_line_fits(text: str, room: float, size: float, bold: bool) -> None:
    assert width(fitted(text, room=room, size=size, bold=bold), size=size, bold=bold) <= room


def test_words_of_people_are_data_in_every_file() -> None:
    pages = timeline_pages(_one(NASTY))
    titles_of_slides = [shape.text_frame.text for shape in _slides(pages)[0].shapes if shape.has_text_frame]
    assert any(text.startswith("#let x = [*a*]") for text in titles_of_slides)
    drawn = etree.fromstring(svg(pages[0]))
    texts = [node.text for node in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert any(text and text.startswith('#let x = [*a*] "quoted" <b>') for text in texts)
    assert not list(drawn.iter("{http://www.w3.org/2000/svg}b"))
    assert pdf(pages).startswith(b"%PDF-")


def test_a_presentation_has_a_slide_a_page_of_native_shapes() -> None:
    plan = Roadmap("Long", today=TODAY, lanes=tuple(_lane(f"Lane {n}") for n in range(12)))
    pages = timeline_pages(plan)
    slides = _slides(pages)
    assert len(slides) == len(pages) > 1
    assert not [shape for slide in slides for shape in slide.shapes if shape.shape_type == 13]  # no pictures
    names = {shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame}
    assert {f"Lane {n}" for n in range(12)} <= names


def test_a_line_of_a_slide_shrinks_where_a_wider_face_stands_in() -> None:
    for shape in _slides(timeline_pages(_one("W" * 80)))[0].shapes:
        if shape.has_text_frame and shape.text_frame.text:
            frame = shape.text_frame
            assert (frame.auto_size, frame.word_wrap) == (MSO_AUTO_SIZE.TEXT_TO_FIT_SHAPE, True)
            # High enough for a line of DejaVu, which is 1.164 times its size, and too low for two.
            lines = shape.height / frame.paragraphs[0].runs[0].font.size
            assert 1.164 < lines < 2


def test_pictures_have_the_pages_shape() -> None:
    made = png(timeline_pages(_one("Late board")))
    picture = Image.open(io.BytesIO(made[0]))
    assert picture.size == (SLIDE.width * 2, SLIDE.height * 2)
    # A drawn page has the ink of its bar somewhere, an empty one has not.
    assert (0x32, 0x7C, 0xB0) in {colour for _, colour in picture.convert("RGB").getcolors(1 << 24) or []}


def test_an_empty_roadmap_is_a_page_and_not_an_error() -> None:
    plan = Roadmap("Nothing yet", today=TODAY)
    assert len(timeline_pages(plan)) == len(horizon_pages(plan)) == 1
    assert pdf(timeline_pages(plan)).startswith(b"%PDF-")


def test_a_column_too_long_for_a_page_goes_on_over_it() -> None:
    cards = tuple(Bar(f"Card {n}", horizon="later") for n in range(25))
    pages = horizon_pages(Roadmap("Much", today=TODAY, lanes=(Lane("All", cards),)))
    told = [
        s.text for page in pages for s in page.shapes if isinstance(s, Label) and s.text.startswith("Card")
    ]
    assert sorted(told) == sorted(bar.title for bar in cards)
    assert len(pages) > 1


def test_a_calendar_names_whole_days_and_keeps_its_ids() -> None:
    stamped = datetime(2026, 11, 28, 12, tzinfo=UTC)
    event = Event(
        "INI-1@harbour",
        "Fair; with, commas\nand lines",
        date(2027, 3, 9),
        date(2027, 3, 10),
        "Note",
        "https://x.example/1",
    )
    read = icalendar.Calendar.from_ical(ical("Harbour", [event], stamped=stamped))
    [found] = read.walk("VEVENT")
    assert found["summary"] == event.title
    assert (found.decoded("dtstart"), found.decoded("dtend")) == (date(2027, 3, 9), date(2027, 3, 11))
    assert (str(found["uid"]), str(found["url"])) == ("INI-1@harbour", "https://x.example/1")


@pytest.mark.parametrize("text", ["BEGIN:VALARM", "x\r\nATTACH:http://evil"])
def test_words_of_people_open_no_part_of_a_calendar(text: str) -> None:
    made = ical("Harbour", [Event("1", text, TODAY, TODAY)], stamped=datetime(2026, 1, 1, tzinfo=UTC))
    assert not re.search(rb"^(BEGIN:VALARM|ATTACH)", made, re.MULTILINE)


def _one(title: str) -> Roadmap:
    return Roadmap(
        "Harbour", today=TODAY, lanes=(Lane("Live day", (Bar(title, TODAY, TODAY + timedelta(days=300)),)),)
    )


def _lane(name: str) -> Lane:
    return Lane(name, tuple(Bar(f"{name} {n}", TODAY, TODAY + timedelta(days=100 + n)) for n in range(3)))


def _slides(pages: tuple[Page, ...]) -> list[object]:
    return list(Presentation(io.BytesIO(pptx(pages))).slides)


def _corners(page: Page) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    for shape in page.shapes:
        match shape:
            case Box():
                found += [(shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)]
            case Stroke():
                found += [(shape.x, shape.y), (shape.to_x, shape.to_y)]
            case Diamond():
                found += [(shape.x, shape.y - shape.half), (shape.x, shape.y + shape.half)]
            case Label():
                found += [
                    (shape.x, shape.y),
                    (shape.x + width(shape.text, size=shape.size, bold=shape.bold), shape.y + shape.size),
                ]
    return found
