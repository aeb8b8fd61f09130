from django.apps import AppConfig


class LevellingConfig(AppConfig):
    name = "northline.scheduling.levelling"
    label = "levelling"

    def ready(self) -> None:
        # They register their jobs, and listen for calendars and people that change.
        from northline.scheduling import anew  # noqa: F401
        from northline.scheduling.levelling import actions  # noqa: F401
