from django.apps import AppConfig


class GatesConfig(AppConfig):
    name = "northline.tracking.gates"
    label = "gates"

    def ready(self) -> None:
        from northline.core import kinds, undo
        from northline.core.fulltext import sources
        from northline.tracking.gates import actions, lists, schemas
        from northline.tracking.gates.models import Gate

        kinds.register(kinds.Kind(Gate.KIND, Gate, edits="plan", show=schemas.show_gate))
        sources.register(Gate.KIND, texts=("purpose",))
        undo.register(actions.CHECKED, actions.uncheck)
        undo.register(actions.SETTLED, actions.unsettle)
        lists.register_all()
