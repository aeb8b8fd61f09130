"""The usual gates of a project, to start from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from northline.tracking.gates.rules import Measure

TemplateName = Literal["classic", "light"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A criterion of a template."""

    text: str
    measure: Measure = "person"
    threshold: float | None = None
    must: bool = True


@dataclass(frozen=True, slots=True)
class Usual:
    title: str
    purpose: str
    criteria: tuple[Asked, ...]


_CHARTER = Asked("The charter is signed by both sides", "charter_signed")
_BASELINE = Asked("A baseline is set", "baseline_set")
_NO_SEVERE = Asked("No critical or high issue is open", "severe_issues", 0)

TEMPLATES: dict[TemplateName, tuple[Usual, ...]] = {
    "classic": (
        Usual(
            "Start",
            "Is it worth a plan?",
            (
                _CHARTER,
                Asked("Who sponsors the project is named"),
                Asked("The benefit is put into figures", must=False),
            ),
        ),
        Usual(
            "Plan",
            "Is the plan good enough to commit to?",
            (
                _BASELINE,
                Asked("The check of the plan finds little", "findings", 5),
                Asked("The deadline is likely", "chance", 80),
                Asked("The greatest risks have responses"),
            ),
        ),
        Usual(
            "Build",
            "Is what was built ready to be handed over?",
            (
                Asked("Most of the work is done", "work_done", 90),
                _NO_SEVERE,
                Asked("Those who will use it have tried it"),
            ),
        ),
        Usual(
            "Close",
            "May the project end?",
            (
                Asked("All of the work is done", "work_done", 100),
                _NO_SEVERE,
                Asked("Whoever asked for it has accepted it"),
                Asked("What was learned is written down", must=False),
            ),
        ),
    ),
    "light": (
        Usual("Ready to start", "May the work begin?", (_CHARTER, _BASELINE)),
        Usual(
            "Ready to release",
            "May it go out?",
            (
                Asked("Most of the work is done", "work_done", 95),
                _NO_SEVERE,
                Asked("It was tried by somebody who did not build it"),
            ),
        ),
    ),
}
