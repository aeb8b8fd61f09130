from django.apps import AppConfig


class StrategyConfig(AppConfig):
    name = "northline.strategy"
    label = "strategy"

    def ready(self) -> None:
        from northline.core import kinds
        from northline.core.fulltext import sources
        from northline.strategy import schemas
        from northline.strategy.models import KeyResult, Objective, Vision

        kinds.register(kinds.Kind("vision", Vision, edits="steer", show=schemas.show_vision))
        kinds.register(kinds.Kind("objective", Objective, edits="steer", show=schemas.show_objective))
        kinds.register(kinds.Kind("key_result", KeyResult, edits="steer", show=schemas.show_key_result))
        sources.register(
            "vision", texts=("statement", "target_group", "needs", "product_text", "business_goals", "note")
        )
        kinds.register_link("serves", source="opportunity", target="objective", reason="source")
