"""What differs between two versions of a document: box by box, statement by statement, word by word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Said:
    """A statement of one version; `id` is the same in the other, `nature` empty where there is none."""

    id: str
    text: str
    nature: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    change: Literal["same", "added", "removed"]
    text: str


@dataclass(frozen=True, slots=True)
class StatementDifference:
    """`nature_before` and `nature_after` are empty where the statement was not there."""

    id: str
    change: Literal["same", "edited", "added", "removed"]
    nature_before: str
    nature_after: str
    passages: list[Passage]


@dataclass(frozen=True, slots=True)
class BoxDifference:
    box: str
    changed: bool
    statements: list[StatementDifference]


def box_differences(
    boxes: Sequence[str], before: Mapping[str, Sequence[Said]], after: Mapping[str, Sequence[Said]]
) -> list[BoxDifference]:
    """Every box in the order of `boxes`; what was taken out stands behind what is there."""
    found = []
    for box in boxes:
        old = {each.id: each for each in before.get(box, ())}
        new = {each.id: each for each in after.get(box, ())}
        statements = [_statement(old.get(key), each) for key, each in new.items()]
        statements += [_statement(each, None) for key, each in old.items() if key not in new]
        changed = any(each.change != "same" for each in statements)
        found.append(BoxDifference(box, changed, statements))
    return found


def _statement(old: Said | None, new: Said | None) -> StatementDifference:
    there = new or old
    assert there is not None
    passages = word_differences(old.text if old else "", new.text if new else "")
    if old is None or new is None:
        change: Literal["same", "edited", "added", "removed"] = "removed" if new is None else "added"
    else:
        change = "same" if (old.text, old.nature) == (new.text, new.nature) else "edited"
    return StatementDifference(
        there.id, change, old.nature if old else "", new.nature if new else "", passages
    )


def word_differences(before: str, after: str) -> list[Passage]:
    """The passages that stayed, came and went, in reading order.

    >>> [(each.change, each.text) for each in word_differences("one fine day", "one day")]
    [('same', 'one '), ('removed', 'fine '), ('same', 'day')]
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    found: list[Passage] = []
    gone = come = ""
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new).get_opcodes():
        was, now = "".join(old[i1:i2]), "".join(new[j1:j2])
        # A gap between two changes is no word that stayed: the passage reads on.
        if tag != "equal" or ((gone or come) and was.isspace()):
            gone, come = gone + was, come + now
            continue
        found += _changed(gone, come)
        found.append(Passage("same", was))
        gone = come = ""
    return found + _changed(gone, come)


def _changed(gone: str, come: str) -> list[Passage]:
    return [Passage("removed", gone)] * bool(gone) + [Passage("added", come)] * bool(come)
