"""Whatever is in a file, reading it ends in a plan or in a refusal with a code."""

import random
import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northline.engine import PlanError
from northline.formats import FormatError, TooDeep, TooLarge, mspdi
from northline.formats.detect import read_plan

SAMPLE = """<?xml version="1.0" encoding="UTF-8"?><Project xmlns="http://schemas.microsoft.com/project">
<Title>Shed</Title><StartDate>2026-03-02T08:00:00</StartDate><CalendarUID>1</CalendarUID><MinutesPerDay>480</MinutesPerDay>
<ExtendedAttributes><ExtendedAttribute><FieldID>188743731</FieldID><FieldName>Text1</FieldName><Alias>Northline id</Alias>
</ExtendedAttribute></ExtendedAttributes><Calendars><Calendar><UID>1</UID><Name>Std</Name><WeekDays><WeekDay><DayType>2</DayType>
<DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>08:00:00</FromTime><ToTime>16:00:00</ToTime></WorkingTime>
</WorkingTimes></WeekDay></WeekDays><Exceptions><Exception><EnteredByOccurrences>1</EnteredByOccurrences><TimePeriod>
<FromDate>2026-05-01T00:00:00</FromDate><ToDate>2030-05-01T23:59:00</ToDate></TimePeriod><Occurrences>5</Occurrences>
<Type>3</Type><Period>1</Period><DaysOfWeek>3</DaysOfWeek><MonthItem>4</MonthItem><MonthPosition>2</MonthPosition><Month>4</Month>
<MonthDay>3</MonthDay><DayWorking>0</DayWorking></Exception></Exceptions><WorkWeeks><WorkWeek><TimePeriod>
<FromDate>2026-07-01T00:00:00</FromDate><ToDate>2026-08-01T23:59:00</ToDate></TimePeriod><WeekDays><WeekDay><DayType>3</DayType>
<DayWorking>1</DayWorking></WeekDay></WeekDays></WorkWeek></WorkWeeks></Calendar></Calendars><Tasks><Task><UID>1</UID><ID>1</ID>
<Name>Base</Name><Manual>1</Manual><Type>1</Type><OutlineLevel>1</OutlineLevel><Priority>500</Priority>
<Start>2026-03-02T08:00:00</Start><Finish>2026-03-03T16:00:00</Finish><Duration>PT24H0M0S</Duration><DurationFormat>7</DurationFormat>
<ActualStart>2026-03-02T08:00:00</ActualStart><ConstraintType>4</ConstraintType><ConstraintDate>2026-03-02T08:00:00</ConstraintDate>
<LevelingDelay>48000</LevelingDelay><PercentComplete>40</PercentComplete><FixedCost>12300</FixedCost><ExtendedAttribute>
<FieldID>188743731</FieldID><Value>base</Value></ExtendedAttribute><Baseline><Number>0</Number><Start>2026-03-02T08:00:00</Start>
<Duration>PT8H0M0S</Duration><Cost>100</Cost></Baseline></Task><Task><UID>2</UID><Name>Walls</Name><OutlineLevel>2</OutlineLevel>
<Duration>PT16H0M0S</Duration><PredecessorLink><PredecessorUID>1</PredecessorUID><Type>1</Type><LinkLag>4800</LinkLag>
<LagFormat>19</LagFormat></PredecessorLink></Task></Tasks><Resources><Resource><UID>1</UID><Name>Ann</Name><Type>1</Type>
<MaxUnits>0.5</MaxUnits><CalendarUID>1</CalendarUID><StandardRate>50</StandardRate><AvailabilityPeriods><AvailabilityPeriod>
<AvailableFrom>2026-03-02T00:00:00</AvailableFrom><AvailableTo>2026-04-02T00:00:00</AvailableTo><AvailableUnits>1</AvailableUnits>
</AvailabilityPeriod></AvailabilityPeriods></Resource></Resources><Assignments><Assignment><UID>1</UID><TaskUID>1</TaskUID>
<ResourceUID>1</ResourceUID><Delay>600</Delay><Units>0.5</Units><Work>PT12H0M0S</Work><WorkContour>8</WorkContour>
<TimephasedData><Type>1</Type><Start>2026-03-02T08:00:00</Start><Finish>2026-03-02T16:00:00</Finish><Value>PT4H0M0S</Value>
</TimephasedData><TimephasedData><Type>1</Type><Start>2026-03-03T08:00:00</Start><Finish>2026-03-03T16:00:00</Finish>
<Value>PT0H0M0S</Value></TimephasedData><TimephasedData><Type>1</Type><Start>2026-03-09T08:00:00</Start>
<Finish>2026-03-09T16:00:00</Finish><Value>PT4H0M0S</Value></TimephasedData></Assignment></Assignments></Project>"""
ODD = (
    "", " ", "-1", "0", "1", "7", "99999999999999999999", "1e308", "nan", "inf", "-0.5", "PT", "P1Y", "PT9999999999H",
    "-PT8H0M0S", "NA", "0001-01-01T00:00:00", "9999-12-31T23:59:00", "2026-02-30T00:00:00", "2026-03-02",
    "2026-03-02T08:00:00+01:00", "24:00:00", "00:00:00", "²", "१", "\x85", "ø" * 300,
)  # fmt: skip
TEXT = re.compile(r">([^<>\n]+)<")
PLACES = [m.span(1) for m in TEXT.finditer(SAMPLE)]


def read_or_refuse(content: bytes) -> None:
    with suppress(FormatError, PlanError):
        mspdi.read(content)


def test_the_sample_has_what_the_fuzzing_is_to_reach() -> None:
    plan = mspdi.read(SAMPLE.encode()).project
    first = plan.tasks[0]
    assert (first.id, first.baselines[0].cost, plan.links[0].lag.amount) == ("base", 1.0, 4800)
    assert plan.calendars[0].exceptions[0].rule
    assert plan.calendars[0].weeks
    assert plan.resources[0].availability
    assert plan.assignments[0].delay == 60


@given(st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(ODD)), min_size=1, max_size=4))
@settings(max_examples=300, deadline=None)
def test_odd_values_anywhere_make_a_plan_or_a_refusal(changes: list[tuple[tuple[int, int], str]]) -> None:
    text = SAMPLE
    for (low, high), odd in sorted(dict(changes).items(), reverse=True):
        text = text[:low] + odd + text[high:]
    read_or_refuse(text.encode())


@given(st.integers(0, len(SAMPLE)))
@settings(max_examples=60, deadline=None)
def test_a_file_cut_anywhere_is_refused(length: int) -> None:
    if length < len(SAMPLE):
        with pytest.raises(FormatError):
            mspdi.read(SAMPLE.encode()[:length])


@given(st.integers(0, len(SAMPLE)), st.binary(max_size=8), st.integers(0, 40))
@settings(max_examples=150, deadline=None)
def test_bytes_overwritten_anywhere_make_a_plan_or_a_refusal(at: int, junk: bytes, gone: int) -> None:
    content = SAMPLE.encode()
    read_or_refuse(content[:at] + junk + content[at + gone :])


def test_elements_moved_repeated_or_dropped_make_a_plan_or_a_refusal() -> None:
    luck = random.Random(5)
    parts = re.findall(r"<[^>]+>|[^<]+", SAMPLE)
    leaves = [n for n, part in enumerate(parts) if part.startswith("</") and not parts[n - 1].startswith("<")]
    for _ in range(150):
        made = list(parts)
        for n in sorted(luck.sample(leaves, 6), reverse=True):
            element = made[n - 2 : n + 1]
            if luck.random() < 0.5:
                del made[n - 2 : n + 1]
            made[n - 2 : n - 2] = element if luck.random() < 0.5 else []
        read_or_refuse("".join(made).encode())


def test_real_files_with_damage_make_a_plan_or_a_refusal(datasets: Path) -> None:
    luck = random.Random(11)
    for file in sorted((datasets / "mspdi" / "mpxj").glob("*.xml")):
        content = file.read_bytes()
        if len(content) > 100_000:
            continue
        for _ in range(4):
            at = luck.randrange(len(content))
            read_or_refuse(content[:at] + luck.randbytes(3) + content[at + luck.randrange(30) :])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 100,
        b"<",
        b"{",
        b"ERMHDR",
        b"ERMHDR\t20.12\n%T",
        b"PK\x03\x04",
        b"id,name\n1,\x00",
        "id;näme\n1;ö".encode("utf-16"),
        b"\xff\xfe" + b"\xd8\x00" * 9,
        SAMPLE.encode("utf-16"),
        SAMPLE.replace("UTF-8", "nonsense").encode(),
    ],
)
def test_any_file_is_known_or_refused(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")  # without Java: what only MPXJ may know is refused at once
    with suppress(FormatError, PlanError):
        read_plan(content)


def test_depth_and_size_are_bounded() -> None:
    deep = SAMPLE.replace("<Name>Base</Name>", "<a>" * 80 + "</a>" * 80)
    with pytest.raises(TooDeep):
        mspdi.read(deep.encode())
    with pytest.raises(TooLarge):
        mspdi.read(SAMPLE.encode(), max_bytes=len(SAMPLE) // 2)
