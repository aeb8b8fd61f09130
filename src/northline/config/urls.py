"""Addresses: the API, the live stream, health, and the web client for everything else."""

from __future__ import annotations

from django.urls import path, re_path

from northline.config import web
from northline.config.api import api
from northline.research.portal.public.feed import changelog_feed

urlpatterns = [
    path("api/events", web.events),
    path("api/", api.urls),
    path("healthz", web.healthy),
    path("readyz", web.ready),
    path("p/<str:slug>/changelog.atom", changelog_feed),
    re_path(r"^(?!api/|static/).*$", web.client),
]
handler404 = "northline.config.web.missing"
handler500 = "northline.config.web.broken"
