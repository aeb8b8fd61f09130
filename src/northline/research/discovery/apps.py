from django.apps import AppConfig


class DiscoveryConfig(AppConfig):
    name = "northline.research.discovery"
    label = "discovery"

    def ready(self) -> None:
        from northline.core import kinds
        from northline.core.fulltext import sources
        from northline.research.discovery import access, lists
        from northline.research.discovery.actions import branches  # noqa: F401 - tells undo of its verbs
        from northline.research.discovery.models import Assumption, Experiment
        from northline.research.discovery.schemas.objects import show_assumption, show_experiment

        kinds.register(
            kinds.Kind(
                "assumption",
                Assumption,
                edits="contribute",
                show=show_assumption,
                door=lambda scope, row_id, right: access.assumption(scope, row_id, right=right),
            )
        )
        kinds.register(
            kinds.Kind(
                "experiment",
                Experiment,
                edits="contribute",
                show=show_experiment,
                door=lambda scope, row_id, right: access.experiment(scope, row_id, right=right),
            )
        )
        sources.register("assumption", texts=("next_test", "threshold"))
        sources.register("experiment", texts=("hypothesis", "metric", "learning"), labels=("audience",))
        lists.register_all()
        kinds.register_link("supports", source="insight", target="assumption", reason="source")
        kinds.register_link("contradicts", source="insight", target="assumption", reason="source")
        kinds.register_link("serves", source="opportunity", target="key_result", reason="source")
