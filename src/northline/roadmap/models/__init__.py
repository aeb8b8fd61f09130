"""The tables of the roadmap."""

from northline.roadmap.models.items import Initiative, InitiativeDependency, Lane, Milestone
from northline.roadmap.models.launches import (
    Launch,
    LaunchDecision,
    LaunchItem,
    LaunchStep,
    LaunchTemplate,
    OutcomeReview,
)
from northline.roadmap.models.moments import RoadmapPolicy, Snapshot
from northline.roadmap.models.promises import Promise, PromiseOutcome
from northline.roadmap.models.responsibilities import Holder, Responsibility

__all__ = [
    "Holder",
    "Initiative",
    "InitiativeDependency",
    "Lane",
    "Launch",
    "LaunchDecision",
    "LaunchItem",
    "LaunchStep",
    "LaunchTemplate",
    "Milestone",
    "OutcomeReview",
    "Promise",
    "PromiseOutcome",
    "Responsibility",
    "RoadmapPolicy",
    "Snapshot",
]
