from django.apps import AppConfig


class ChangeRequestsConfig(AppConfig):
    name = "northline.tracking.change_requests"
    label = "change_requests"

    def ready(self) -> None:
        from northline.core import kinds
        from northline.core.fulltext import sources
        from northline.tracking.change_requests import lists, schemas
        from northline.tracking.change_requests.models import ChangeRequest

        kinds.register(
            kinds.Kind(
                ChangeRequest.KIND, ChangeRequest, edits="contribute", show=schemas.show_change_request
            )
        )
        sources.register(ChangeRequest.KIND, texts=("reason", "proposal"))
        lists.register_all()
