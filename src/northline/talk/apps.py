from django.apps import AppConfig


class TalkConfig(AppConfig):
    name = "northline.talk"
    label = "talk"

    def ready(self) -> None:
        from northline.core import kinds, undo
        from northline.core.fulltext import sources
        from northline.talk import actions, lists, queries
        from northline.talk.models import Comment

        kinds.register(kinds.Kind("comment", Comment, edits="read", show=queries.show_one, searchable=False))
        sources.register_remarks(
            sources.Remarks(Comment, columns=frozenset({"words", "removed_at"}), rows=queries.to_be_found)
        )
        sources.register("comment", texts=("words",))
        lists.register_all()
        undo.register("talk", actions.take_back)
