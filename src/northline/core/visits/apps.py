from django.apps import AppConfig


class VisitsConfig(AppConfig):
    name = "northline.core.visits"
    label = "visits"
