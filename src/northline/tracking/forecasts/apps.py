from django.apps import AppConfig


class ForecastsConfig(AppConfig):
    name = "northline.tracking.forecasts"
    label = "forecasts"

    def ready(self) -> None:
        from northline.core import jobs
        from northline.tracking.forecasts import recording
        from northline.tracking.forecasts.guard import actions  # noqa: F401

        jobs.rounds(recording.enqueue_due)
