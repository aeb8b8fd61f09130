"""Plans on pages: every row and every heading is there, and nothing leaves the paper, whatever the plan."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from northline.formats.gantt import Chart, Row, Tie, gantt_pages, gantt_picture
from northline.formats.gantt.bars import CRITICAL_DONE
from northline.formats.roadmap.paper import A4, Box, Diamond, Label, Page, Stroke
from northline.formats.roadmap.type import width

MONDAY = datetime(2026, 3, 2, 8)
moments = st.integers(-300 * 96, 900 * 96).map(lambda n: MONDAY + timedelta(minutes=15 * n))


@st.composite
def rows(draw: st.DrawFn) -> Row:
    start = draw(st.none() | moments)
    kind = draw(st.sampled_from(["task", "summary", "milestone"]))
    finish = start and start + timedelta(hours=0 if kind == "milestone" else draw(st.integers(1, 4000)))
    agreed = draw(st.none() | moments)
    return Row(
        draw(st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=80)),
        kind=kind,
        level=draw(st.integers(1, 14)),
        wbs=".".join("1" * draw(st.integers(1, 14))),
        start=start,
        finish=finish,
        percent=draw(st.sampled_from([0.0, 37.5, 100.0])),
        critical=draw(st.booleans()),
        deadline=draw(st.none() | moments),
        baseline=agreed and (agreed, agreed + timedelta(days=9)),
        note=draw(st.sampled_from(["", "Ann, Bo and everybody else who could be found"])),
        inactive=draw(st.booleans()),
    )


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    some = tuple(draw(st.lists(rows(), max_size=45)))
    ends = st.integers(0, max(len(some) - 1, 0))
    ties = st.builds(Tie, ends, ends, st.sampled_from(["FS", "SS", "FF", "SF"]))
    return Chart(
        "A plan " * draw(st.integers(1, 30)),
        today=date(2026, 5, 5),
        rows=some,
        ties=tuple(draw(st.lists(ties, max_size=60))) if some else (),
        subtitle="ATL · 2 Mar – 5 Jun · 72 % in time " * draw(st.integers(0, 8)),
        status=draw(st.none() | moments),
        deadline=draw(st.none() | moments),
    )


@given(charts(), st.sampled_from(["fit", "week", "month", "quarter"]))
@settings(max_examples=12, deadline=None)
def test_nothing_leaves_the_paper(chart: Chart, unit: str) -> None:
    for page in (*gantt_pages(chart, unit=unit), *gantt_picture(chart)):  # type: ignore[arg-type]
        wide, tall = page.size.width - page.size.margin, page.size.height - page.size.margin
        for shape in page.shapes:
            for x, y in _corners(shape):
                assert page.size.margin - 8 <= x <= wide + 8, shape
                assert page.size.margin - 1 <= y <= tall + 8, shape


def _corners(shape: object) -> list[tuple[float, float]]:
    match shape:
        case Box():
            return [(shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)]
        case Stroke():
            return [(shape.x, shape.y), (shape.to_x, shape.to_y)]
        case Diamond():
            return [(shape.x, shape.y)]
        case Label():
            long = width(shape.text, size=shape.size, bold=shape.bold)
            assert long <= shape.width + 0.5, shape
            return [(shape.x, shape.y), (shape.x + shape.width, shape.y)]
    raise AssertionError(shape)


def test_rows_and_time_go_on_over_pages_under_the_same_headings() -> None:
    some = tuple(
        Row(
            f"Task {n}",
            wbs=str(n),
            start=MONDAY + timedelta(days=7 * n),
            finish=MONDAY + timedelta(days=7 * n + 4),
        )
        for n in range(70)
    )
    chart = Chart("Long", today=MONDAY.date(), rows=some, ties=(Tie(0, 69), Tie(3, 4)))
    whole = gantt_pages(chart)
    assert [_texts(page).count("Name") for page in whole] == [1] * len(whole)
    told = [text for page in whole for text in _texts(page) if text.startswith("Task ")]
    assert told == [f"Task {n}" for n in range(70)]
    parts = gantt_pages(chart, unit="week")
    assert len(parts) % len(whole) == 0
    across = len(parts) // len(whole)
    assert across > 2
    assert [sum(f"Task {n}" in _texts(page) for page in parts) for n in (0, 69)] == [across, across]
    assert ["Duration" in _texts(page) for page in parts] == ([True] + [False] * (across - 1)) * len(whole)
    assert f"Page {len(parts)} of {len(parts)}" in _texts(parts[-1])


def test_what_is_critical_stands_out_and_links_enter_their_bars() -> None:
    def row(title: str, day: int, critical: bool) -> Row:
        start = MONDAY + timedelta(days=day)
        return Row(title, start=start, finish=start + timedelta(hours=9), critical=critical)

    chart = Chart(
        "P", MONDAY.date(), (row("a", 0, True), row("b", 7, True), row("c", 7, False)), (Tie(0, 1), Tie(0, 2))
    )
    (page,) = gantt_pages(chart, size=A4)
    edged = [shape for shape in page.shapes if isinstance(shape, Box) and shape.line == CRITICAL_DONE]
    _legend, first, second = edged
    red = [shape for shape in page.shapes if isinstance(shape, Stroke) and shape.colour == CRITICAL_DONE]
    assert min(line.x for line in red) == first.x + first.width
    assert max(line.to_x for line in red) == second.x


def _texts(page: Page) -> list[str]:
    return [shape.text for shape in page.shapes if isinstance(shape, Label)]
