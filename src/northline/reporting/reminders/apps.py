from django.apps import AppConfig


class RemindersConfig(AppConfig):
    name = "northline.reporting.reminders"
    label = "reminders"

    def ready(self) -> None:
        from northline.core import activity, jobs
        from northline.reporting.reminders import due, sending
        from northline.reporting.reminders.models import DueNotice, Reminder

        activity.keep_private(Reminder.KIND, DueNotice.KIND)
        jobs.rounds(sending.enqueue_due)
        jobs.rounds(due.enqueue_due)
