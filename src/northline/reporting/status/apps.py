from django.apps import AppConfig


class StatusConfig(AppConfig):
    name = "northline.reporting.status"
    label = "status"

    def ready(self) -> None:
        from northline.core import kinds, undo
        from northline.reporting.status import access, actions, lists, mailing, schemas  # noqa: F401  (mailing registers its job)
        from northline.reporting.status.models import StatusReport

        kinds.register(
            kinds.Kind(
                StatusReport.KIND,
                StatusReport,
                edits="plan",
                show=schemas.show_status_report,
                searchable=False,
                door=access.open_report,
            )
        )
        undo.check(StatusReport.KIND, actions.check_undo)
        lists.register_all()
