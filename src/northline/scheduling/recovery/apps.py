from django.apps import AppConfig


class RecoveryConfig(AppConfig):
    name = "northline.scheduling.recovery"
    label = "recovery"

    def ready(self) -> None:
        # They register their job.
        from northline.scheduling.recovery import actions  # noqa: F401
