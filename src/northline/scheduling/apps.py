from django.apps import AppConfig


class SchedulingConfig(AppConfig):
    name = "northline.scheduling"
    label = "scheduling"
