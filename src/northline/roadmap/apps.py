from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.apps import AppConfig

if TYPE_CHECKING:
    from northline.core.models import Editable


class RoadmapConfig(AppConfig):
    name = "northline.roadmap"
    label = "roadmap"

    def ready(self) -> None:
        from northline.core import editing, jobs, kinds
        from northline.core.fulltext import sources
        from northline.roadmap import lists, models
        from northline.roadmap.actions import dependencies, hand_overs, lanes, moments, moving, together  # noqa: F401 - they tell undo their ways
        from northline.roadmap.schemas import items, launches, promises
        from northline.roadmap.schemas import moments as shown

        told: tuple[tuple[type[Editable], Callable[..., Any]], ...] = (
            (models.Lane, items.show_lane),
            (models.Initiative, items.show_initiative),
            (models.Milestone, items.show_milestone),
            (models.Promise, promises.show_promise),
            (models.Launch, launches.show_launch),
            (models.OutcomeReview, launches.show_review),
        )
        quiet: tuple[tuple[type[Editable], Callable[..., Any]], ...] = (
            (models.LaunchTemplate, launches.show_template),
            (models.Snapshot, shown.show_snapshot),
            (models.RoadmapPolicy, shown.show_policy_object),
        )
        for model, show in (*told, *quiet):
            found = (model, show) in told
            kinds.register(kinds.Kind(model.KIND, model, edits="steer", show=show, searchable=found))
        kinds.register(
            kinds.Kind("launch_step", models.LaunchStep, edits="contribute", show=launches.show_step)
        )
        kinds.register_link("advances", source="initiative", target="objective", reason="target")
        kinds.register_link("delivers", source="initiative", target="idea", reason="target")
        sources.register("initiative", labels=("goal",))
        sources.register("milestone", texts=("note",))
        sources.register("promise", labels=("promised_to",))
        sources.register("launch", texts=("note",))
        sources.register("outcome_review", texts=("findings",))
        lists.register_all()
        jobs.rounds(hand_overs.enqueue_due)
        editing.made_beside("product", moments.expect_the_usual)
        editing.named_after("product", moments.name_after)
