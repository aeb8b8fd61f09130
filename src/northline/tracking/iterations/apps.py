from django.apps import AppConfig


class IterationsConfig(AppConfig):
    name = "northline.tracking.iterations"
    label = "iterations"

    def ready(self) -> None:
        from northline.core import kinds, undo
        from northline.core.fulltext import sources
        from northline.tracking.iterations import actions, lists, schemas
        from northline.tracking.iterations.models import Iteration

        kinds.register(
            kinds.Kind("iteration", Iteration, edits="plan", show=schemas.show_iteration, searchable=False)
        )
        sources.register(Iteration.KIND, texts=("goal",))
        lists.register_all()
        undo.register(actions.COMMITTED, actions.take_back)
