"""Sessions in the database, each knowing its person, as Django's documentation describes for custom stores."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore


class SessionStore(DatabaseStore):
    @classmethod
    def get_model_class(cls) -> Any:
        from northline.accounts.models import Session  # noqa: PLC0415 - models are not ready at import

        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        row = super().create_model_instance(data)
        person_id = data.get(SESSION_KEY)
        row.person_id = UUID(person_id) if person_id else None
        row.address = str(data.get("address", ""))[:64]
        row.agent = str(data.get("agent", ""))[:300]
        # A rotated key keeps the name by which its person knows the session.
        if known := data.get("public_id"):
            row.public_id = UUID(known)
        return row
