from django.apps import AppConfig


class ForecastsConfig(AppConfig):
    name = "northline.tracking.forecasts"
    label = "forecasts"

    def ready(self) -> None:
        from northline.core import jobs
        from northline.scheduling.chances import register_recorded
        from northline.tracking.forecasts import queries, recording
        from northline.tracking.forecasts.guard import actions  # noqa: F401

        register_recorded(queries.recorded_chances)
        jobs.rounds(recording.enqueue_due)
