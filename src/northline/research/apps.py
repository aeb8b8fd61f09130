from django.apps import AppConfig


class ResearchConfig(AppConfig):
    name = "northline.research"
    label = "research"

    def ready(self) -> None:
        from northline.core import jobs, kinds
        from northline.core.fulltext import sources
        from northline.research import access, lists, schemas
        from northline.research.highlights.queries import placed
        from northline.research.highlights.schemas import show_quote
        from northline.research.interviews import erasing
        from northline.research.models import Customer, Highlight, Idea, Insight, Opportunity

        kinds.register(
            kinds.Kind(
                "customer", Customer, edits="contribute", show=schemas.show_customer, door=access.customer
            )
        )
        kinds.register(kinds.Kind("insight", Insight, edits="contribute", show=schemas.show_insight))
        kinds.register(
            kinds.Kind("opportunity", Opportunity, edits="contribute", show=schemas.show_opportunity)
        )
        kinds.register(kinds.Kind("idea", Idea, edits="contribute", show=schemas.show_idea))
        kinds.register(
            kinds.Kind(
                "highlight",
                Highlight,
                edits="contribute",
                show=lambda row, scope: show_quote(placed(row, by=scope)),
                searchable=False,
                door=lambda scope, pk, right: access.highlight(scope, pk, right=right),
            )
        )
        sources.register("customer", labels=("segment",))
        sources.register("highlight", texts=("quote", "target_title"))
        sources.register("insight", labels=("customer__title",))
        lists.register_all()
        jobs.rounds(erasing.enqueue_due)
        kinds.register_link("supports", source="insight", target="opportunity", reason="source")
        kinds.register_link("supports", source="insight", target="idea", reason="source")
        kinds.register_link("addresses", source="idea", target="opportunity", reason="target")
