from django.apps import AppConfig


class StrategyConfig(AppConfig):
    name = "northline.strategy"
    label = "strategy"

    def ready(self) -> None:
        from northline.core import kinds
        from northline.strategy import schemas
        from northline.strategy.models import KeyResult, Objective, Vision

        kinds.register(kinds.Kind("vision", Vision, edits="steer", show=schemas.show_vision))
        kinds.register(kinds.Kind("objective", Objective, edits="steer", show=schemas.show_objective))
        kinds.register(kinds.Kind("key_result", KeyResult, edits="steer", show=schemas.show_key_result))
        kinds.register_link("serves", source="opportunity", target="objective", reason="source")
