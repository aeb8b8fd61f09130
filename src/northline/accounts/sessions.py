"""Sessions in the database, each knowing its person, as Django's documentation describes for custom stores."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone

from northline.core.ids import uuid7


class SessionStore(DatabaseStore):
    @classmethod
    def get_model_class(cls) -> Any:
        from northline.accounts.models import Session  # noqa: PLC0415 - models are not ready at import

        return Session

    def cycle_key(self) -> None:
        # The row under the old key goes last, and two rows cannot have one name.
        self.pop("public_id", None)
        super().cycle_key()

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        # Kept in the session itself: Django writes a fresh row at every save.
        data.setdefault("public_id", str(uuid7()))
        data.setdefault("began_at", timezone.now().isoformat())
        row: Any = super().create_model_instance(data)
        person_id = data.get(SESSION_KEY)
        row.person_id = UUID(person_id) if person_id else None
        row.address = str(data.get("address", ""))[:64]
        row.agent = str(data.get("agent", ""))[:300]
        row.public_id = UUID(data["public_id"])
        row.began_at = datetime.fromisoformat(data["began_at"])
        return row
