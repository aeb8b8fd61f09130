"""One tree of refusals. Each says what, why and what next, with a stable code; the edge turns it into problem+json."""

from __future__ import annotations

from typing import Any


class Refusal(Exception):
    """An answer of no. `code` is stable, `message` is for a person, `extra` is data for the client."""

    status = 422

    def __init__(self, code: str, message: str, *, status: int | None = None, **extra: Any) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.extra = extra
        if status is not None:
            self.status = status


class NotFound(Refusal):
    """There is nothing here for this person: it may not exist, or it may be a stranger's."""

    status = 404

    def __init__(self, what: str = "object") -> None:
        super().__init__("object.not_found", f"There is no such {what.replace('_', ' ')} here.")


class NotAllowed(Refusal):
    """The person may see the thing and may not do this to it."""

    status = 403

    def __init__(self, needs: str) -> None:
        super().__init__("right.missing", f"You may not do this here: it takes {needs}.", needs=needs)


class SignInFirst(Refusal):
    status = 401

    def __init__(self) -> None:
        super().__init__("session.required", "Sign in to continue. Nothing was changed.")


class Conflict(Refusal):
    status = 409


class Stale(Refusal):
    """Someone else changed the row first; `current` is how it stands now."""

    status = 412

    def __init__(self, current: Any = None) -> None:
        super().__init__(
            "version.stale",
            "Someone changed this since you opened it. Your edit was not saved; look at the current state and repeat it.",
            current=current,
        )


class VersionMissing(Refusal):
    status = 428

    def __init__(self) -> None:
        super().__init__(
            "version.missing",
            "Say which version you are changing, in the If-Match header. Nothing was changed.",
        )
