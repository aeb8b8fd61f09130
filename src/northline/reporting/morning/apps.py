from django.apps import AppConfig


class MorningConfig(AppConfig):
    name = "northline.reporting.morning"
    label = "morning"
