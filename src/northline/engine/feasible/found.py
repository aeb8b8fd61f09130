"""What a check finds."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Violation:
    """One broken rule: its stable `code`, the task (empty where none is alone to blame), and a sentence.

    `resource` and `at` say who is overloaded and from when, where the rule is about a resource.
    """

    code: str
    task: str
    message: str
    resource: str | None = None
    at: datetime | None = None
