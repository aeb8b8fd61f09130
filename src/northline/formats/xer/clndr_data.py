"""The field `clndr_data`: a calendar as nested brackets, `(0||name(key|value|…)(child child …))`.

Weekdays are numbered from Sunday = 1, exceptions are days since 30 December 1899, hours are `s|08:00|f|12:00`.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from northline.engine.model import MINUTES_A_DAY, WorkInterval

Hours = list[tuple[int, int]]  # from minute, to minute; past 1440 where they cross midnight
DAY_ZERO = date(1899, 12, 30)
DAYS = range(1, 400_000)
_OPEN = re.compile(r"\(\d*\|\|([^()|]*)\(([^()]*)\)\(")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?([AP]M)?")


@dataclass(slots=True)
class Node:
    """One pair of brackets."""

    name: str = ""
    says: str = ""
    children: list["Node"] = field(default_factory=list)

    def child(self, name: str) -> "Node | None":
        """The first child of that name."""
        return next((c for c in self.children if c.name == name), None)


@dataclass(slots=True)
class Told:
    """What a calendar says: hours by weekday (Monday = 0) and by day."""

    week: dict[int, Hours] = field(default_factory=dict)
    days: dict[date, Hours] = field(default_factory=dict)
    whole: bool = True


def told_by(text: str) -> Told:
    """A calendar's hours; `whole` is false where some of the text made no sense."""
    root = _tree(text)
    if root is None:
        return Told(whole=False)
    told = Told()
    data = root.child("CalendarData") or root
    for node in (data.child("DaysOfWeek") or Node()).children:
        if node.name.isdecimal() and 1 <= int(node.name) <= 7:
            told.week[(int(node.name) - 2) % 7] = _hours(node, told)
    for node in (data.child("Exceptions") or Node()).children:
        serial = _pairs(node.says).get("d", "")
        if serial.isascii() and serial.isdecimal() and len(serial) < 7 and int(serial) in DAYS:
            told.days.setdefault(DAY_ZERO + timedelta(days=int(serial)), _hours(node, told))
        else:
            told.whole = False
    return told


def _tree(text: str) -> Node | None:
    """The brackets as a tree, None where they do not match; no recursion, so that no depth does harm."""
    # P6 lays the text out with blanks, and older versions with the character 127 for line breaks.
    text = re.sub(r"[\s\x7f]+", "", text)
    root = Node()
    path, at = [root], 0
    while at < len(text):
        opened = _OPEN.match(text, at)
        if opened:
            node = Node(opened[1], opened[2])
            path[-1].children.append(node)
            path.append(node)
            at = opened.end()
        elif len(path) > 1 and text.startswith("))", at):
            path.pop()
            at += 2
        else:
            return None
    return root if len(path) == 1 else None


def _pairs(says: str) -> dict[str, str]:
    words = says.split("|")
    return dict(zip(words[::2], words[1::2], strict=False))


def _hours(node: Node, told: Told) -> Hours:
    found: Hours = []
    for child in node.children:
        pairs = _pairs(child.says)
        start, end = (_minute(pairs.get(key, "")) for key in ("s", "f"))
        if start is None or end is None:
            told.whole = False
            continue
        found.append((start, end if end > start else end + MINUTES_A_DAY))
    return found


def _minute(clock: str) -> int | None:
    match = _CLOCK.fullmatch(clock.upper())
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2])
    if match[3]:
        hour = hour % 12 + (12 if match[3] == "PM" else 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None


def text_of(week: Sequence[Iterable[WorkInterval]], days: Mapping[date, Iterable[WorkInterval]]) -> str:
    """A week (Monday first) and exceptional days as `clndr_data`.

    >>> text_of([()] * 7, {})[:46]
    '(0||CalendarData()((0||DaysOfWeek()((0||1()())'
    """
    by_day = "".join(f"(0||{n}()({_intervals(week[(n - 2) % 7])}))" for n in range(1, 8))
    odd = "".join(
        f"(0||{row}(d|{(day - DAY_ZERO).days})({_intervals(intervals)}))"
        for row, (day, intervals) in enumerate(sorted(days.items()))
    )
    view = "(0||VIEW(ShowTotal|N)())"
    return f"(0||CalendarData()((0||DaysOfWeek()({by_day})){view}(0||Exceptions()({odd}))))"


def _intervals(intervals: Iterable[WorkInterval]) -> str:
    return "".join(
        f"(0||{row}(s|{_clock(i.start_minute)}|f|{_clock(i.end_minute)})())"
        for row, i in enumerate(intervals)
    )


def _clock(minute: int) -> str:
    minute %= MINUTES_A_DAY  # midnight at the end of a day is 00:00
    return f"{minute // 60:02}:{minute % 60:02}"
