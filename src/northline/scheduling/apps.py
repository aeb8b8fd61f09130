from django.apps import AppConfig


class SchedulingConfig(AppConfig):
    name = "northline.scheduling"
    label = "scheduling"

    def ready(self) -> None:
        from northline.core import events, kinds, undo
        from northline.core.fulltext import sources
        from northline.roadmap import outlook
        from northline.scheduling import actions, effort, foretelling, lists, taken
        from northline.scheduling.baselines.actions import keep_imported
        from northline.scheduling.baselines.schemas import show_baseline
        from northline.scheduling.exports import actions as exports
        from northline.scheduling.models import Baseline, PlanTemplate, Scenario
        from northline.scheduling.outlook import outlooks_of
        from northline.scheduling.scenarios import actions as scenarios
        from northline.scheduling.scenarios import merging
        from northline.scheduling.scenarios.schemas import show_scenario
        from northline.scheduling.templates.access import template
        from northline.scheduling.templates.lists import register_list
        from northline.scheduling.templates.schemas import show_template
        from northline.scheduling.theming import effort_by_theme
        from northline.strategy.scoring import told
        from northline.strategy.themes.told import tell_effort

        told.tell_order("initiative", effort.waits_for)
        told.tell_work("initiative", effort.work_of)
        told.tell_work("idea", effort.work_of_ideas)
        told.tell_taken("initiative", taken.taken_by)
        told.tell_taken("idea", taken.taken_by_ideas)
        told.tell_capacity(effort.capacity_of)
        tell_effort(effort_by_theme)
        undo.register("plan", actions.take_back)
        undo.register("scenario", merging.take_back)
        undo.register("scenario_edits", scenarios.take_back)
        kinds.register(kinds.Kind("baseline", Baseline, edits="plan", show=show_baseline, searchable=False))
        kinds.register(
            kinds.Kind(
                "plan_template",
                PlanTemplate,
                edits="plan",
                show=show_template,
                door=template,
                searchable=False,
            )
        )
        kinds.register(kinds.Kind("scenario", Scenario, edits="plan", show=show_scenario, searchable=False))
        sources.register("baseline", texts=("note",))
        sources.register("scenario", texts=("note",))
        lists.register_all()
        foretelling.register_all()
        exports.register()
        register_list()
        sources.register("plan_template", texts=("note",))
        events.on("plan_imported")(keep_imported)
        outlook.register(outlooks_of)
