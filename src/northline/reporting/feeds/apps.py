from django.apps import AppConfig


class FeedsConfig(AppConfig):
    name = "northline.reporting.feeds"
    label = "feeds"
