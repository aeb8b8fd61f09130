"""Northline's own JSON: all that a plan holds, nothing lost. Described in `docs/formats.md`."""

from pathlib import Path
from typing import Any

import orjson

from northline.formats import ImportedPlan, NewerVersion, TooDeep, Truncated, WrongSchema
from northline.formats.codec import decoded, encoded
from northline.formats.sources import MEBIBYTE, content_of

MARK = "northline.plan"
VERSION = 1


def write(plan: ImportedPlan) -> bytes:
    """A plan as UTF-8 JSON: `{"format": "northline.plan", "version": 1, "plan": {…}}`.

    >>> from datetime import datetime
    >>> from northline.engine.model import Project, standard_calendar
    >>> shed = Project(id="p", name="Shed", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),))
    >>> read(write(ImportedPlan(project=shed, details={}))).project == shed
    True
    """
    document = {"format": MARK, "version": VERSION, "plan": encoded(plan)}
    return orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def read(source: bytes | Path, *, max_bytes: int = 256 * MEBIBYTE) -> ImportedPlan:
    """A plan from Northline's own JSON.

    Raises FormatError (TooLarge, TooDeep, Truncated, WrongSchema, NewerVersion, BadField), and PlanError where the values make
    no plan.
    """
    content = content_of(source, max_bytes=max_bytes)
    document = _document(content)
    if not isinstance(document, dict) or document.get("format") != MARK:
        raise WrongSchema(f"The file is JSON, but no plan of Northline's: its format is not {MARK!r}.")
    version = document.get("version")
    if type(version) is not int or version < 1:
        raise WrongSchema("The file does not say which version of the format it has.")
    if version > VERSION:
        raise NewerVersion(f"The file has version {version} of the format; this Northline reads {VERSION}.")
    return decoded(ImportedPlan, document.get("plan"), where="plan")


def _document(content: bytes) -> Any:
    try:
        return orjson.loads(content)
    except orjson.JSONDecodeError as error:
        if content.strip() and error.pos >= len(content.decode(errors="replace")):
            raise Truncated("The JSON ends in the middle. Copy or save it again.") from None
        if "depth" in str(error):
            raise TooDeep("The JSON is nested more deeply than any plan.") from None
        raise WrongSchema(f"This is not JSON: {error}.") from None
