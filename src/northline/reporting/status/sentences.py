"""A draft's sentences as they are kept, and what people make of them. Plain values in, plain values out.

Each is a mapping of `id`, `section`, `text`, `drafted` (what the data said, empty for one's own), `evidence`,
`removed`, and `moved_on`: the data says something else now than when the sentence was rewritten.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from itertools import count
from typing import Any

from northline.core.refusal import Refusal
from northline.reporting.status.values import SECTIONS, Evidence, Sentence

Kept = dict[str, Any]


def kept(sentence: Sentence) -> Kept:
    """A sentence as it is kept, ready for JSON."""
    return {
        "id": sentence.id,
        "section": sentence.section,
        "text": sentence.text,
        "drafted": sentence.text,
        "evidence": [shown_evidence(one) for one in sentence.evidence],
        "removed": False,
        "moved_on": False,
    }


def shown_evidence(one: Evidence) -> dict[str, Any]:
    return asdict(one) | {"known_at": one.known_at.isoformat()}


def is_own(sentence: Mapping[str, Any]) -> bool:
    return not sentence["drafted"]


def is_edited(sentence: Mapping[str, Any]) -> bool:
    return bool(sentence["drafted"]) and sentence["text"] != sentence["drafted"]


def edited(held: Sequence[Kept], said: Iterable[Mapping[str, Any]]) -> list[Kept]:
    """The sentences as somebody put them: all that stay, in their order; one without an `id` is their own.

    Drafted ones that are left out are kept as removed, own ones are gone. Raises Refusal
    `status_report.unknown_sentence`, `status_report.empty_sentence`.
    """
    known = {one["id"]: one for one in held}
    numbers = (f"own-{number}" for number in count(1) if f"own-{number}" not in known)
    made: list[Kept] = []
    for one in said:
        if not one["text"]:
            raise Refusal(
                "status_report.empty_sentence",
                "A sentence says nothing. Write it, or leave it out. Nothing was changed.",
            )
        if one["id"] is None:
            made.append(_own(next(numbers), one))
        elif one["id"] in known:
            before = known.pop(one["id"])
            moved_on = before["moved_on"] and one["text"] == before["text"]
            made.append(before | {"text": one["text"], "removed": False, "moved_on": moved_on})
        else:
            raise Refusal(
                "status_report.unknown_sentence",
                f"The report has no sentence {one['id']}. Read it again. Nothing was changed.",
            )
    left = [one | {"removed": True} for one in known.values() if not is_own(one)]
    return _by_section([*made, *left])


def _own(id: str, said: Mapping[str, Any]) -> Kept:
    return {
        "id": id,
        "section": said["section"],
        "text": said["text"],
        "drafted": "",
        "evidence": [],
        "removed": False,
        "moved_on": False,
    }


def redrafted(held: Sequence[Kept], fresh: Sequence[Kept]) -> list[Kept]:
    """What the data says now under what people said: rewritten, removed and own sentences stay as they are.

    One that was rewritten is marked where the data has moved on; what the data says no more goes, unless it was rewritten.
    """
    known = {one["id"]: one for one in held}
    made: list[Kept] = []
    for one in fresh:
        before = known.pop(one["id"], None)
        if before is None:
            made.append(one)
        elif is_edited(before):
            moved_on = before["moved_on"] or before["drafted"] != one["drafted"]
            made.append(one | {"text": before["text"], "removed": before["removed"], "moved_on": moved_on})
        else:
            made.append(one | {"removed": before["removed"]})
    stay = [
        one if is_own(one) else one | {"moved_on": True}
        for one in known.values()
        if is_own(one) or is_edited(one)
    ]
    return _by_section([*made, *stay])


def published(held: Sequence[Kept]) -> list[Kept]:
    """What the readers get: what was not removed."""
    return [one | {"moved_on": False} for one in held if not one["removed"]]


def _by_section(sentences: list[Kept]) -> list[Kept]:
    return sorted(sentences, key=lambda one: SECTIONS.index(one["section"]))
