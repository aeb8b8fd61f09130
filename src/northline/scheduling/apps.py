from django.apps import AppConfig


class SchedulingConfig(AppConfig):
    name = "northline.scheduling"
    label = "scheduling"

    def ready(self) -> None:
        from northline.core import undo
        from northline.scheduling import actions

        undo.register("plan", actions.take_back)
