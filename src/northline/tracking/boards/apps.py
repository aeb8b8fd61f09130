from django.apps import AppConfig


class BoardsConfig(AppConfig):
    name = "northline.tracking.boards"
    label = "boards"

    def ready(self) -> None:
        from northline.tracking.boards import lists, telling

        lists.register_all()
        telling.listen()
