"""The roadmap as text: what the YAML may say. Left out means empty; what has no key is new; a key that is left out
is archived. Rich descriptions are no part of it and stay as they are."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from northline.core.schemas import In, Line, Text, Title
from northline.roadmap.schemas.items import Colour, Horizon, Lines, Status, Weeks, WindowIn

Key = Annotated[str, StringConstraints(max_length=24)]
MOST = 5_000


class LaneText(In):
    key: Key = ""
    title: Title
    colour: Colour = ""


class InitiativeText(In):
    """`lane`, `parent` and `waits_for` name others by key, new ones by title; `owner` is a member's name."""

    key: Key = ""
    title: Title
    status: Status = "idea"
    horizon: Horizon | None = None
    window: WindowIn | None = None
    lane: Line = ""
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


class MilestoneText(In):
    key: Key = ""
    title: Title
    day: date
    lane: Line = ""
    note: Text = ""


class RoadmapText(In):
    roadmap: Line = ""
    lanes: Annotated[list[LaneText], Field(max_length=MOST)] = []
    initiatives: Annotated[list[InitiativeText], Field(max_length=MOST)] = []
    milestones: Annotated[list[MilestoneText], Field(max_length=MOST)] = []
