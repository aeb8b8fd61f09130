"""Splits of a task, found in how its assignments spread their work over time.

MSPDI has no field for a split. It shows in the timephased work of the assignments: stretches of working time with
no work between worked ones.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from northline.engine.model import Calendar, Minutes, Split, Task
from northline.formats.mspdi.records import Record
from northline.formats.mspdi.values import Fields, Warn
from northline.formats.worktime import WorkTime

REMAINING, ACTUAL = "1", "2"
EVEN = (0, 8)  # contours: evenly, and by hand as Microsoft Project marks a split


@dataclass(frozen=True, slots=True)
class Spread:
    """An assignment's work over time: stretches (start, end, work minutes), and its units."""

    stretches: tuple[tuple[datetime, datetime, int], ...]
    units: float


def spread_of(record: Record, warn: Warn) -> Spread | None:
    """How an assignment's work is spread, if with a pause in it; None for the usual, unbroken work."""
    own = Fields(record, "", warn)
    if "TimephasedData" not in record.groups or own.integer("WorkContour") not in EVEN:
        return None
    found = []
    for part in record.groups["TimephasedData"]:
        fields = Fields(part, f"Assignment {record.text.get('UID', '?')}", warn)
        if fields.text("Type") not in (REMAINING, ACTUAL) or not fields.text("Value"):
            continue  # without a value the stretch is no working time
        start, end, value = fields.moment("Start"), fields.moment("Finish"), fields.minutes("Value")
        if start is not None and end is not None and start <= end and value is not None:
            busy = any(digit in "123456789" for digit in fields.text("Value"))
            found.append((start, end, max(int(value), 1) if busy else 0))
    found.sort(key=lambda stretch: stretch[:2])
    worked = [value > 0 for _, _, value in found]
    if True not in worked:
        return None
    first, last = worked.index(True), len(worked) - worked[::-1].index(True)
    if all(worked[first:last]):
        return None
    return Spread(tuple(found[first:last]), own.number("Units", 1.0))


def splits_of(task: Task, spreads: Sequence[Spread], calendar: Calendar) -> tuple[Split, ...]:
    """The pauses that all assignments share, in working time of the task's calendar."""
    first = min(s.stretches[0][0] for s in spreads)
    last = max(s.stretches[-1][1] for s in spreads)
    if (last - first).days > 30_000:
        return ()
    time = WorkTime(None if task.elapsed_duration else calendar, first=first, last=last)
    worked = _joined([span for s in spreads for span in _worked(s, time)])
    splits: list[Split] = []
    done = 0
    for (start, end), (following, _) in pairwise(worked):
        done += time.between(start, end)
        pause = time.between(end, following)
        if 0 < done < task.duration and pause > 0 and _rests(spreads, end, following):
            splits.append(Split(Minutes(done), Minutes(pause)))
    return tuple(splits)


def _worked(spread: Spread, time: WorkTime) -> list[tuple[datetime, datetime]]:
    """The spans with work. A stretch beside a pause may be worked in part; the work then lies away from the pause."""
    spans = []
    parts = spread.stretches
    for number, (start, end, value) in enumerate(parts):
        if value <= 0:
            continue
        length = time.between(start, end)
        needs = round(value / spread.units) if spread.units > 0 else length
        before = number > 0 and parts[number - 1][2] <= 0
        behind = number + 1 < len(parts) and parts[number + 1][2] <= 0
        if needs < length and behind:
            end = time.after(start, needs) or end  # noqa: PLW2901  the rest of the stretch is pause
        elif needs < length and before:
            start = time.opens(time.after(start, length - needs) or start)  # noqa: PLW2901
        spans.append((start, end))
    return spans


def _joined(spans: list[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    made: list[tuple[datetime, datetime]] = []
    for start, end in sorted(spans):
        if made and start <= made[-1][1] + timedelta(minutes=1):
            made[-1] = (made[-1][0], max(made[-1][1], end))
        else:
            made.append((start, end))
    return made


def _rests(spreads: Sequence[Spread], start: datetime, end: datetime) -> bool:
    """Whether some assignment says that no work is done between two moments; a holiday says nothing."""
    return any(v <= 0 and a < end and b > start for s in spreads for a, b, v in s.stretches)


def with_splits(
    tasks: Mapping[str, Task],
    spreads: Mapping[str, list[Spread]],
    calendars: Mapping[str, Calendar],
    usual: str,
) -> dict[str, tuple[Split, ...]]:
    """The splits of all tasks that have some, by task id."""
    made = {}
    for uid, own in spreads.items():
        task = tasks.get(uid)
        if task is not None and (splits := splits_of(task, own, calendars[task.calendar or usual])):
            made[uid] = splits
    return made
