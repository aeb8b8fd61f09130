from django.apps import AppConfig


class FulltextConfig(AppConfig):
    name = "northline.core.fulltext"
    label = "fulltext"

    def ready(self) -> None:
        from northline.core.fulltext import keeping

        keeping.listen()
