"""Addresses: the API, the live stream, health, and the web client for everything else."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.urls import ResolverMatch, URLResolver, path, re_path

from northline.config import web
from northline.config.api import api
from northline.research.portal.public.feed import changelog_feed


class Operations(URLResolver):
    """The API's addresses. A request is compared with those alone that begin with the same word, in the same order."""

    def __init__(self, whole: URLResolver) -> None:
        super().__init__(
            whole.pattern, whole.urlconf_name, app_name=whole.app_name, namespace=whole.namespace
        )
        together: dict[str, list[Any]] = defaultdict(list)
        for one in self.url_patterns:
            word = str(one.pattern).partition("/")[0]
            assert "<" not in word, one
            together[word].append(one)
        self._beginning = {word: self._of(held) for word, held in together.items()}
        self._no_other = self._of([])

    def _of(self, addresses: list[Any]) -> URLResolver:
        return URLResolver(self.pattern, addresses, app_name=self.app_name, namespace=self.namespace)

    def resolve(self, path: Any) -> ResolverMatch:
        word = str(path).removeprefix(str(self.pattern)).partition("/")[0]
        return self._beginning.get(word, self._no_other).resolve(path)


urlpatterns = [
    path("api/events", web.events),
    Operations(path("api/", api.urls)),
    path("healthz", web.healthy),
    path("readyz", web.ready),
    path("p/<str:slug>/changelog.atom", changelog_feed),
    re_path(r"^(?!api/|static/).*$", web.client),
]
handler404 = "northline.config.web.missing"
handler500 = "northline.config.web.broken"
