"""The ASGI application."""

from __future__ import annotations

import os
from importlib import import_module

from django.conf import settings
from django.core.asgi import get_asgi_application

from northline.config.boot import settle

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "northline.config.settings")
application = get_asgi_application()
# Addresses are loaded by the first request otherwise.
import_module(settings.ROOT_URLCONF)
settle()
