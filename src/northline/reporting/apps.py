from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "northline.reporting"
    label = "reporting"

    def ready(self) -> None:
        from northline.core import kinds
        from northline.reporting.audiences.schemas import show_audience
        from northline.reporting.models import Audience

        kinds.register(kinds.Kind("audience", Audience, edits="steer", show=show_audience, searchable=False))
