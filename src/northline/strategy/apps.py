from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate

_MADE_STATEMENTS = "0007_statements_of_the_vision"


class StrategyConfig(AppConfig):
    name = "northline.strategy"
    label = "strategy"

    def ready(self) -> None:
        from northline.core import kinds
        from northline.core.fulltext import sources
        from northline.strategy import lists, models, schemas
        from northline.strategy.canvases import queries
        from northline.strategy.canvases import schemas as canvases
        from northline.strategy.scoring import rounds  # noqa: F401 - scoring tells undo how scores are set back
        from northline.strategy.scoring import shown as scoring
        from northline.strategy.stakeholders import (
            actions,  # noqa: F401 - the register tells undo what it would refuse
        )
        from northline.strategy.stakeholders.schemas import show_stakeholder
        from northline.strategy.themes.schemas import show_theme

        kinds.register(kinds.Kind("vision", models.Vision, edits="steer", show=schemas.show_vision))
        kinds.register(kinds.Kind("objective", models.Objective, edits="steer", show=schemas.show_objective))
        kinds.register(
            kinds.Kind("key_result", models.KeyResult, edits="steer", show=schemas.show_key_result)
        )
        kinds.register(kinds.Kind("canvas", models.Canvas, edits="steer", show=canvases.show_canvas))
        kinds.register(kinds.Kind("statement", models.Statement, edits="steer", show=canvases.show_statement))
        kinds.register(
            kinds.Kind(
                "canvas_version",
                models.CanvasVersion,
                edits="steer",
                show=canvases.show_version,
                searchable=False,
            )
        )
        kinds.register(kinds.Kind("theme", models.Theme, edits="steer", show=show_theme))
        kinds.register(kinds.Kind("scorecard", models.Scorecard, edits="steer", show=scoring.show_scorecard))
        kinds.register(
            kinds.Kind("score", models.Score, edits="contribute", show=scoring.show_score, searchable=False)
        )
        kinds.register(kinds.Kind("stakeholder", models.Stakeholder, edits="steer", show=show_stakeholder))
        sources.register(
            "vision", texts=("statement", "target_group", "needs", "product_text", "business_goals", "note")
        )
        sources.register("check_in", texts=("note",))
        sources.register("score", texts=("words",))
        sources.register("kano_answer", texts=("respondent",))
        sources.register("telling", texts=("summary",))
        sources.register("verdict", texts=("text",))
        lists.register_all()
        kinds.register_link("serves", source="opportunity", target="objective", reason="source")
        for evidence in ("insight", "experiment"):
            for word in (queries.FOR, queries.AGAINST):
                kinds.register_link(word, source=evidence, target="statement", reason="source")
        post_migrate.connect(_search_statements, sender=self)


def _search_statements(using: str, plan: Iterable[tuple[Any, bool]] = (), **_: Any) -> None:
    """Make the statements found that the migration made of the visions' texts: it writes past the index."""
    from northline.core.fulltext import keeping
    from northline.strategy.models import Statement

    done = {(each.app_label, each.name) for each, backwards in plan if not backwards}
    if ("strategy", _MADE_STATEMENTS) in done:
        made = Statement.objects.using(using).filter(canvas=None)
        keeping.put(Statement, list(made.values_list("pk", flat=True)))
