"""The roadmap as text: what the YAML may say. Left out means empty; what has no key is new; a key that is left out
is archived. Rich descriptions are no part of it and stay as they are."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from northline.core.schemas import Custom, In, Line, Text, Title
from northline.roadmap.schemas.items import Colour, Horizon, Lines, Status, Weeks, WindowIn
from northline.strategy.themes.schemas import Shares

Key = Annotated[str, StringConstraints(max_length=24)]
MOST = 5_000


class LaneText(In):
    key: Key = ""
    title: Title
    colour: Colour = ""


class ThemeText(In):
    """`owner` is a member's name; `shares` are per cents of all effort by period."""

    key: Key = ""
    title: Title
    colour: Colour = ""
    owner: Line = ""
    shares: Shares = {}


class InitiativeText(In):
    """`lane`, `theme`, `parent` and `waits_for` name others by key, new ones by title; `objectives` are those of the
    product that it advances, `owner` is a member's name. `custom` holds values by the names of their fields; people
    are told by name, other objects by id.
    """

    key: Key = ""
    title: Title
    status: Status = "idea"
    horizon: Horizon | None = None
    window: WindowIn | None = None
    lane: Line = ""
    theme: Line = ""
    objectives: Annotated[list[Line], Field(max_length=100)] = []
    owner: Line = ""
    parent: Line = ""
    waits_for: Annotated[list[Line], Field(max_length=200)] = []
    parked: bool = False
    goal: Line = ""
    features: Lines = []
    metrics: Lines = []
    effort_weeks: Weeks | None = None
    colour: Colour = ""
    no_review_reason: Line = ""
    custom: Custom = {}


class MilestoneText(In):
    key: Key = ""
    title: Title
    day: date
    lane: Line = ""
    note: Text = ""
    custom: Custom = {}


class RoadmapText(In):
    """Without a part on themes, the themes stay as they are."""

    roadmap: Line = ""
    themes: Annotated[list[ThemeText], Field(max_length=MOST)] | None = None
    lanes: Annotated[list[LaneText], Field(max_length=MOST)] = []
    initiatives: Annotated[list[InitiativeText], Field(max_length=MOST)] = []
    milestones: Annotated[list[MilestoneText], Field(max_length=MOST)] = []
