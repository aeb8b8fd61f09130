"""What has been read of an MSPDI file so far."""

from dataclasses import dataclass, field

from northline.engine.model import Assignment, Link, Resource, Task
from northline.formats import AssignmentDetails, CustomField, ResourceDetails, TaskDetails
from northline.formats.mspdi.handed_on import custom_field
from northline.formats.mspdi.own_fields import OwnFields, own_fields
from northline.formats.mspdi.records import Record
from northline.formats.mspdi.resources import NOBODY, read_assignment, read_resource
from northline.formats.mspdi.splits import Spread, spread_of
from northline.formats.mspdi.tasks import Outline, read_links, read_task
from northline.formats.mspdi.values import Fields
from northline.formats.renaming import Names

MOST_WARNINGS = 200


@dataclass(slots=True)
class Reading:
    """Tasks, resources and assignments become values as soon as they come by, so that little is held twice."""

    calendar_records: list[Record] = field(default_factory=list)
    fields: list[CustomField] = field(default_factory=list)
    tasks: dict[str, Task] = field(default_factory=dict)
    details: dict[str, TaskDetails] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    resources: dict[str, tuple[Resource, ResourceDetails]] = field(default_factory=dict)
    assignments: list[tuple[Assignment, AssignmentDetails]] = field(default_factory=list)
    spreads: dict[str, list[Spread]] = field(default_factory=dict)
    notes: dict[str, None] = field(default_factory=dict)
    names: Names = field(default_factory=Names)
    _own: OwnFields | None = None
    _late: list[Record] = field(default_factory=list)
    _outline: Outline = field(default_factory=lambda: Outline([]))

    def take(self, tag: str, record: Record) -> None:
        """Enter one record of the file."""
        if tag == "Task":
            self._task(record)
        elif tag == "Assignment":
            self._assignment(record)
        elif tag == "Resource":
            self._resource(record)
        elif tag == "Calendar":
            self.calendar_records.append(record)
        else:
            self.fields.append(custom_field(record, outline=tag == "OutlineCode"))

    def finish(self) -> None:
        """Enter what had to wait for the end of the file."""
        self._own_fields()
        for record in self._late:
            self._assign(self._named("Assignment", record))

    def warn(self, sentence: str) -> None:
        """Keep a sentence about what was left out."""
        if len(self.notes) < MOST_WARNINGS:
            self.notes[sentence] = None

    def _task(self, record: Record) -> None:
        fields = self._named("Task", record)
        uid = fields.text("UID")
        if fields.flag("IsNull"):
            return
        if not uid or uid in self.details:
            name = fields.text("Name")
            self.warn(f"Task “{name}” has {'a repeated' if uid else 'no'} UID and was left out.")
            return
        task, details, given = read_task(fields, self._outline, self._own_fields(), self.warn)
        if given:
            self.names.tasks[uid] = given
        self.tasks[uid], self.details[uid] = task, details
        self.links += read_links(record, self.warn)

    def _resource(self, record: Record) -> None:
        fields = self._named("Resource", record)
        uid = fields.text("UID")
        if fields.flag("IsNull") or not uid:
            return
        if uid in self.resources:
            self.warn(f"{fields.who} comes twice; the first one was kept.")
            return
        resource, details, given = read_resource(fields, self._own_fields(), self.warn)
        self.resources[uid] = resource, details
        if given:
            self.names.resources[uid] = given

    def _assignment(self, record: Record) -> None:
        fields = self._named("Assignment", record)
        spread = spread_of(record, self.warn)
        if spread is not None:
            self.spreads.setdefault(fields.text("TaskUID"), []).append(spread)
        if fields.text("ResourceUID") in (NOBODY, ""):
            return
        if self.tasks and self.resources:
            self._assign(fields)
        else:
            self._late.append(record)  # the file names assignments before what they assign

    def _assign(self, fields: Fields) -> None:
        made = read_assignment(fields, self.tasks, self.resources, self.warn)
        if made is not None:
            self.assignments.append(made)

    def _named(self, noun: str, record: Record) -> Fields:
        return Fields(record, f"{noun} {record.text.get('UID', '?').strip()}", self.warn)

    def _own_fields(self) -> OwnFields:
        """Our own fields among the file's; its definitions come before whatever uses them."""
        if self._own is None:
            self._own, self.fields = own_fields(self.fields)
            self.names.calendars.update(self._own.calendars)
        return self._own
