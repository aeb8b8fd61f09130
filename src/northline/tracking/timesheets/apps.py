from django.apps import AppConfig


class TimesheetsConfig(AppConfig):
    name = "northline.tracking.timesheets"
    label = "timesheets"

    def ready(self) -> None:
        from northline.core import jobs, kinds, undo
        from northline.scheduling import taken
        from northline.tracking.timesheets import access, actions, lists, remaining, reminding, schemas
        from northline.tracking.timesheets.models import TimeEntry, Timesheet

        for model, show, door in (
            (Timesheet, schemas.show_timesheet, access.sheet),
            (TimeEntry, schemas.show_entry, access.entry),
        ):
            kinds.register(
                kinds.Kind(model.KIND, model, edits="contribute", show=show, searchable=False, door=door)
            )
        lists.register_all()
        taken.tell_hours(remaining.spent_in)
        jobs.rounds(reminding.enqueue_due)
        undo.check(Timesheet.KIND, lambda row, _values, _by: actions.refuse_closed(row))
        undo.register(actions.REPORTED, actions.hours_back)
        undo.register(actions.JUDGED, actions.verdicts_back)
