"""Does the title of an opportunity name a solution? Stated heuristics, not a judgement: they are shown and dismissed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Reason = Literal["starts_with_building", "asks_for_a_thing", "names_software"]

# What a team does; people who need something do other things.
BUILDING = re.compile(
    r"add|automate|build|create|deploy|design|develop|enable|extend|implement|improve|integrate|introduce|launch|"
    r"migrate|offer|provide|redesign|refactor|release|replace|rewrite|ship|support",
    re.IGNORECASE,
)
SOFTWARE = re.compile(
    r"ai|(api|app|banner|bot|button|chatbot|checkbox|dashboard|dropdown|feature|filter|form|integration|login|menu|"
    r"module|notification|page|plugin|popup|portal|report|screen|setting|shortcut|sidebar|tab|tool|tooltip|wizard|"
    r"webhook|widget)s?|checkboxes",
    re.IGNORECASE,
)
# Whoever says one of these tells of a need, even where software is named.
NEEDING = re.compile(
    r"\b(cannot|can't|can not|don't|doesn't|hard|difficult|slow|unsure|afraid|lose|losing|lost|waste|worry|"
    r"struggle|struggling|wait|waiting|forget|confus\w+|miss|missing|too (many|much|long|late)|without)\b",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"\b(needs?|wants?|would like|should have|must have)\s+(an?|the|more)\s+(?P<rest>.+)", re.I
)
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Why a title looks like a solution, and the word that gave it away, as it was written."""

    reason: Reason
    word: str


def solution_in(title: str) -> Suspicion | None:
    """What makes the title sound like a solution, or None.

    It starts with what a team does (“Add …”); somebody needs or wants a piece of software (“Planners need a
    dashboard”); or it names software and says nothing of a difficulty.

    >>> solution_in("Add a dashboard")
    Suspicion(reason='starts_with_building', word='Add')
    >>> solution_in("I cannot find the report I need") is None
    True
    """
    words = _WORD.findall(title.replace("’", "'"))
    if not words:
        return None
    if BUILDING.fullmatch(words[0]):
        return Suspicion("starts_with_building", words[0])
    asked = _ASKING.search(title)
    if asked and (thing := _software_in(_WORD.findall(asked["rest"])[:4])):
        return Suspicion("asks_for_a_thing", thing)
    if NEEDING.search(title.replace("’", "'")):
        return None
    thing = _software_in(words)
    return Suspicion("names_software", thing) if thing else None


def _software_in(words: list[str]) -> str | None:
    return next((word for word in words if SOFTWARE.fullmatch(word)), None)
