from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "northline.reporting.notifications"
    label = "notifications"

    def ready(self) -> None:
        from northline.core import jobs
        from northline.reporting.notifications import sending

        jobs.rounds(sending.enqueue_due)
