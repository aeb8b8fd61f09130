"""PSPLIB's `.sm` and `.mm` files (Kolisch and Sprecher, 1996) → problems over integer time."""

from __future__ import annotations

import re
from pathlib import Path

from northline.engine.levelling.rcpsp.model import Activity, Mode, Problem
from northline.formats import FormatError, Truncated, WrongSchema

LARGEST = 1_000_000
# Sections of a file: the heading and the lines below it that are headings themselves.
SECTIONS = {"precedence": "PRECEDENCE RELATIONS", "requests": "REQUESTS/DURATIONS", "there": "AVAILABILITIES"}


class Malformed(FormatError):
    """A line that does not hold the figures that its section promises."""

    code = "format.malformed"


def recognised(head: bytes) -> bool:
    """Whether the beginning of a file is PSPLIB's.

    >>> recognised(b"jobs (incl. supersource/sink ):  32"), recognised(b"<Project>")
    (True, False)
    """
    return re.search(rb"(?mi)^\s*jobs\s*\(incl\. *supersource", head) is not None


def read(file: Path) -> Problem:
    """Read a file; raises FormatError for what is no such file, PlanError for an impossible problem."""
    return parse(file.read_text(encoding="latin-1"))


def parse(text: str) -> Problem:
    """The problem in the text of a file; ids are its job numbers, and modes keep their order."""
    if not recognised(text.encode("latin-1", "replace")):
        raise WrongSchema("This is no PSPLIB file: it does not say how many jobs there are.")
    jobs = _figure(text, r"jobs\s*\(incl\. *supersource/sink *\)")
    renewable, consumable = _figure(text, r"- *renewable"), _figure(text, r"- *nonrenewable")
    if _figure(text, r"- *doubly constrained"):
        raise Malformed("Doubly constrained resources are not read. Give a renewable and a nonrenewable one.")
    followers = _successors(_section(text, "precedence"), jobs)
    modes = _modes(_section(text, "requests"), followers, renewable, consumable)
    there = _section(text, "there")
    if len(there) != 1 or len(there[0]) != renewable + consumable:
        raise Malformed(f"Availabilities: {renewable + consumable} figures are expected on one line.")
    return Problem(
        tuple(Activity(str(job), tuple(modes[job]), followers[job][1]) for job in followers),
        capacities=there[0][:renewable],
        stocks=there[0][renewable:],
    )


def _figure(text: str, label: str) -> int:
    found = re.search(rf"(?mi)^\s*{label}\s*:\s*(\d+)", text)
    if found is None:
        raise Malformed(f"The figure after “{re.sub(r'[^a-z ]', '', label)}” is missing.")
    figure = int(found[1])
    if figure > LARGEST:
        raise Malformed(f"{figure} jobs or resources are more than {LARGEST:,}.")
    return figure


def _section(text: str, name: str) -> list[tuple[int, ...]]:
    _, heading, rest = text.partition(SECTIONS[name])
    if not heading:
        raise Truncated(f"The section “{SECTIONS[name]}” is missing.")
    # A row of asterisks ends a section; letters and dashes are its headings.
    body = re.split(r"(?m)^\*{5,}", rest)[0].splitlines()[1:]
    lines = [line for line in body if line.strip() and not re.search(r"[A-Za-z]|---", line)]
    try:
        return [tuple(int(word) for word in line.split()) for line in lines]
    except ValueError:
        raise Malformed(f"Section “{SECTIONS[name]}”: whole numbers are expected.") from None


def _successors(rows: list[tuple[int, ...]], jobs: int) -> dict[int, tuple[int, tuple[str, ...]]]:
    """By job: how many modes it has, and its successors."""
    found: dict[int, tuple[int, tuple[str, ...]]] = {}
    for row in rows:
        if len(row) < 3 or len(row) != 3 + row[2] or row[0] in found:
            raise Malformed(f"Precedence relations: the line of job {row[0]} does not add up.")
        found[row[0]] = row[1], tuple(str(job) for job in row[3:])
    if len(found) != jobs:
        raise Truncated(f"{jobs} jobs are announced, {len(found)} have precedence relations.")
    return found


def _modes(
    rows: list[tuple[int, ...]],
    followers: dict[int, tuple[int, tuple[str, ...]]],
    renewable: int,
    consumable: int,
) -> dict[int, list[Mode]]:
    """By job its modes: a line begins with the job's number only for the first of them."""
    found: dict[int, list[Mode]] = {job: [] for job in followers}
    width = 2 + renewable + consumable
    job = None
    for row in rows:
        if len(row) == width + 1:
            job, row = row[0], row[1:]  # noqa: PLW2901
        if len(row) != width or job not in found or row[0] != len(found[job]) + 1:
            raise Malformed(f"Requests: the line after job {job} does not add up.")
        found[job].append(Mode(row[1], row[2 : 2 + renewable], row[2 + renewable :]))
    for job, (count, _) in followers.items():
        if len(found[job]) != count:
            raise Truncated(f"Job {job} announces {count} modes and has {len(found[job])}.")
    return found
