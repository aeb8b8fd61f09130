"""Plan files ↔ plain values. One package per format; what they share is here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from northline.engine.model import Minutes, Project

NONE_YET = Minutes(0)


class FormatError(ValueError):
    """A file that cannot be read; `code` is stable, `message` says what is wrong and what to do."""

    code = "format.invalid"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class Truncated(FormatError):
    """The file ends before it is complete."""

    code = "format.truncated"


class NotXml(FormatError):
    """The bytes are not well-formed XML."""

    code = "format.not_xml"


class WrongSchema(FormatError):
    """Well-formed, but not this kind of file: another root element or namespace."""

    code = "format.wrong_schema"


class TooDeep(FormatError):
    """Elements nested more deeply than any plan needs."""

    code = "format.too_deep"


class HasDoctype(FormatError):
    """The file declares a document type or entities, which plans never need and attacks do."""

    code = "format.doctype"


class TooLarge(FormatError):
    """The file is larger than the limit given."""

    code = "format.too_large"


class NotAPlan(FormatError):
    """The right kind of file, without what makes a plan: no start date, no usable calendar."""

    code = "format.not_a_plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDetails:
    """What a file says about a task that does not move dates; `stored` are the dates that its author's tool
    saved.

    Costs are in the file's currency units, work in minutes, percentages 0 to 100.
    """

    row: int = 0
    wbs: str = ""
    outline_number: str = ""
    outline_level: int = 0
    notes: str = ""
    percent_complete: float = 0.0
    percent_work_complete: float = 0.0
    work: Minutes = NONE_YET
    actual_work: Minutes = NONE_YET
    cost: float = 0.0
    actual_cost: float = 0.0
    fixed_cost: float = 0.0
    summary: bool = False
    stored: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPlan:
    """A plan read from a file: the project, details by task id, and a sentence for all that was not carried
    over."""

    project: Project
    details: Mapping[str, TaskDetails]
    warnings: tuple[str, ...] = ()
