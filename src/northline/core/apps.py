from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "northline.core"
    label = "core"
