"""Plan files ↔ plain values. One package per format; what they share is here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from northline.engine.model import Minutes, Project
from northline.engine.model.quick import quickly_made
from northline.formats.uncertainty import NOTHING_UNCERTAIN, Uncertainty

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


class MissingTool(FormatError):
    """The file can be read only with a tool that is not installed here."""

    code = "format.missing_tool"


class ToolFailed(FormatError):
    """The tool that reads this kind of file gave up, or took more time or memory than it may."""

    code = "format.tool_failed"


class BadField(FormatError):
    """A field that holds what it cannot hold; the message names the row and the field."""

    code = "format.bad_field"


class NewerVersion(FormatError):
    """A file of Northline's own that a later version wrote."""

    code = "format.newer_version"


class Unknown(FormatError):
    """A file of no kind that is read here, or a name whose suffix says no kind that is written."""

    code = "format.unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One entry of a custom field's list of values."""

    id: str
    value: str = ""
    parent: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomField:
    """A field that the plan's author defined: `id` is the file's own number for it, `outline` a code with
    levels."""

    id: str
    name: str = ""
    alias: str = ""
    outline: bool = False
    choices: tuple[Choice, ...] = ()
    extra: Mapping[str, str] = field(default_factory=dict)


@quickly_made
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDetails:
    """What a file says about a task that does not move dates; `stored` are the dates that its author's tool
    saved.

    Costs are in the file's currency units, work in minutes, percentages 0 to 100. `custom` holds the values of custom
    fields by the field's id, `item_type` is the name of its type of work, `consulted` and `informed` are the names of those asked before and told after, `extra` what the format says in its own words and Northline only hands on.
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
    item_type: str = ""
    consulted: tuple[str, ...] = ()
    informed: tuple[str, ...] = ()
    stored: Mapping[str, datetime] = field(default_factory=dict)
    custom: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceDetails:
    """What a file says about a resource beside its capacity, calendar and rates."""

    row: int = 0
    notes: str = ""
    custom: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentDetails:
    """What a file says about an assignment that does not move dates; `work` in minutes, None if unknown."""

    work: Minutes | None = None
    notes: str = ""
    custom: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedPlan:
    """A plan read from a file: the project, details by task id, and a sentence for all that was not carried
    over.

    `resources` are details by resource id, `assignments` run beside `project.assignments` or are empty, `about` is
    what the file says of itself (author, title and the like), `fields` its custom fields, `uncertainty` its risks.
    """

    project: Project
    details: Mapping[str, TaskDetails]
    warnings: tuple[str, ...] = ()
    resources: Mapping[str, ResourceDetails] = field(default_factory=dict)
    assignments: tuple[AssignmentDetails, ...] = ()
    about: Mapping[str, str] = field(default_factory=dict)
    fields: tuple[CustomField, ...] = ()
    uncertainty: Uncertainty = NOTHING_UNCERTAIN
