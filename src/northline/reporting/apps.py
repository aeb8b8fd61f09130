from django.apps import AppConfig


class ReportingConfig(AppConfig):
    name = "northline.reporting"
    label = "reporting"
