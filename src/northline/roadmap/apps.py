from django.apps import AppConfig


class RoadmapConfig(AppConfig):
    name = "northline.roadmap"
    label = "roadmap"
