"""`django-admin rebuild_search`: make the search index anew from what is stored."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from northline.core.fulltext import keeping


class Command(BaseCommand):
    help = "Make the search index anew from what is stored."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{keeping.rebuild()} entries")
