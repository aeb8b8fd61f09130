from django.apps import AppConfig


class StrategyConfig(AppConfig):
    name = "northline.strategy"
    label = "strategy"

    def ready(self) -> None:
        from northline.core import kinds
        from northline.core.fulltext import sources
        from northline.strategy import lists, schemas
        from northline.strategy.models import KeyResult, Objective, Score, Scorecard, Vision
        from northline.strategy.scoring import rounds  # noqa: F401 - scoring tells undo how scores are set back
        from northline.strategy.scoring.schemas import show_score, show_scorecard
        from northline.strategy.stakeholders.models import Stakeholder
        from northline.strategy.stakeholders.schemas import show_stakeholder

        kinds.register(kinds.Kind("vision", Vision, edits="steer", show=schemas.show_vision))
        kinds.register(kinds.Kind("objective", Objective, edits="steer", show=schemas.show_objective))
        kinds.register(kinds.Kind("key_result", KeyResult, edits="steer", show=schemas.show_key_result))
        sources.register(
            "vision", texts=("statement", "target_group", "needs", "product_text", "business_goals", "note")
        )
        kinds.register(kinds.Kind("scorecard", Scorecard, edits="steer", show=show_scorecard))
        kinds.register(kinds.Kind("score", Score, edits="contribute", show=show_score, searchable=False))
        lists.register_all()
        kinds.register(kinds.Kind("scorecard", Scorecard, edits="steer", show=show_scorecard))
        kinds.register(kinds.Kind("score", Score, edits="contribute", show=show_score, searchable=False))
        kinds.register(kinds.Kind("stakeholder", Stakeholder, edits="steer", show=show_stakeholder))
        kinds.register(kinds.Kind("scorecard", Scorecard, edits="steer", show=show_scorecard))
        kinds.register(kinds.Kind("score", Score, edits="contribute", show=show_score, searchable=False))
        kinds.register(kinds.Kind("stakeholder", Stakeholder, edits="steer", show=show_stakeholder))
        kinds.register(kinds.Kind("scorecard", Scorecard, edits="steer", show=show_scorecard))
        kinds.register(kinds.Kind("score", Score, edits="contribute", show=show_score, searchable=False))
        kinds.register(kinds.Kind("stakeholder", Stakeholder, edits="steer", show=show_stakeholder))
        kinds.register_link("serves", source="opportunity", target="objective", reason="source")
