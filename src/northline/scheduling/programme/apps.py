from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "northline.scheduling.programme"
    label = "programme"

    def ready(self) -> None:
        from northline.core import undo
        from northline.scheduling.programme import actions, following  # noqa: F401 - the latter listens and has a job

        undo.register("cross_link", actions.take_back)
