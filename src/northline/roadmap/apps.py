from django.apps import AppConfig


class RoadmapConfig(AppConfig):
    name = "northline.roadmap"
    label = "roadmap"

    def ready(self) -> None:
        from northline.core import kinds
        from northline.roadmap import actions, schemas  # noqa: F401 - actions tell undo how lanes are taken back
        from northline.roadmap.models import Initiative, Lane

        kinds.register(kinds.Kind("lane", Lane, edits="steer", show=schemas.show_lane))
        kinds.register(kinds.Kind("initiative", Initiative, edits="steer", show=schemas.show_initiative))
        kinds.register_link("advances", source="initiative", target="objective", reason="target")
        kinds.register_link("delivers", source="initiative", target="idea", reason="target")
