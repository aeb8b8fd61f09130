"""What is written in versions: it is changed by writing the next one, never by itself."""

from __future__ import annotations

from typing import Any, NoReturn

from northline.core.models import Editable
from northline.core.refusal import Conflict
from northline.core.scope import Scope


def stays(row: Editable, *, expected: int, by: Scope, reason: str = "", **_: Any) -> NoReturn:
    """Refuse to put away, or to take out of the archive, a part of a version. Raises Conflict `version.stays`."""
    raise Conflict(
        "version.stays",
        f"{row.key} stands as its version was written. Write the next version to change that. Nothing was changed.",
    )
