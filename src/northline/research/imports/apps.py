from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "northline.research.imports"
    label = "research_imports"

    def ready(self) -> None:
        from northline.core import undo
        from northline.research.imports import importing, undoing  # noqa: F401 - importing registers its jobs

        undo.register(undoing.HOW, undoing.take_back)
