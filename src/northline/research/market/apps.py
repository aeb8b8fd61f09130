from django.apps import AppConfig


class MarketConfig(AppConfig):
    name = "northline.research.market"
    label = "market"

    def ready(self) -> None:
        from northline.core import kinds
        from northline.core.fulltext import sources
        from northline.research.market import access, lists
        from northline.research.market.actions import ratings  # noqa: F401 - tells undo of its verb
        from northline.research.market.models import Competitor, Criterion, JobToBeDone, Persona
        from northline.research.market.schemas import objects

        kinds.register(
            kinds.Kind("persona", Persona, edits="contribute", show=objects.show_persona, door=access.persona)
        )
        kinds.register(kinds.Kind("job_to_be_done", JobToBeDone, edits="contribute", show=objects.show_job))
        kinds.register(kinds.Kind("competitor", Competitor, edits="contribute", show=objects.show_competitor))
        kinds.register(kinds.Kind("criterion", Criterion, edits="contribute", show=objects.show_criterion))
        sources.register("persona", texts=("goals", "pains", "quote"), labels=("role", "segments"))
        sources.register("job_to_be_done", texts=("situation", "outcome"))
        sources.register("competitor", texts=("positioning", "strengths", "weaknesses"), labels=("pricing",))
        sources.register("criterion", texts=("description",))
        lists.register_all()
        # Upwards from an insight one meets whose voice it is, upwards from an opportunity the job and who has it.
        kinds.register_link("speaks_for", source="insight", target="persona", reason="target")
        kinds.register_link("speaks_for", source="experiment", target="persona", reason="target")
        kinds.register_link("fits", source="customer", target="persona", reason="target")
        kinds.register_link("done_by", source="job_to_be_done", target="persona", reason="target")
        kinds.register_link("helps_with", source="opportunity", target="job_to_be_done", reason="target")
        kinds.register_link("mentions", source="insight", target="competitor", reason="source")
