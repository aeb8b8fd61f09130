from django.apps import AppConfig


class RaciConfig(AppConfig):
    name = "northline.delivery.raci"
    label = "raci"

    def ready(self) -> None:
        from northline.core import undo
        from northline.delivery.raci import actions

        undo.register(actions.HOW, actions.take_back)
