"""Files of risks, factors and durations beside a plan: JSON with everything, or a table with one row an impact."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson

from northline.formats import BadField, NewerVersion, Truncated, WrongSchema
from northline.formats.codec import decoded
from northline.formats.sources import MEBIBYTE, content_of
from northline.formats.tables.files import csv_rows
from northline.formats.uncertainty import Uncertainty

MARK, VERSION = "northline.risks", 1
FIGURES = ("low", "likely", "high", "mean", "deviation", "p10", "p90")
COLUMNS = ("kind", "id", "name", "probability", "cost", "task", "unit", "shape", *FIGURES, "values")


def read(source: bytes | Path, *, max_bytes: int = 16 * MEBIBYTE) -> Uncertainty:
    """What such a file says. Raises FormatError (TooLarge, Truncated, WrongSchema, NewerVersion, BadField).

    >>> read(b"id,probability,task,likely\\nstorm,20%,roof,960\\n").risks[0].impacts[0].likely
    960.0
    """
    content = content_of(source, max_bytes=max_bytes)
    if content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"{":
        return _from_json(content)
    return _from_table(csv_rows(content))


def _from_json(content: bytes) -> Uncertainty:
    try:
        document = orjson.loads(content.removeprefix(b"\xef\xbb\xbf"))
    except orjson.JSONDecodeError as error:
        if error.pos >= len(content.decode(errors="replace")):
            raise Truncated("The JSON ends in the middle. Copy or save it again.") from None
        raise WrongSchema(f"This is not JSON: {error}.") from None
    mark, version = document.pop("format", MARK), document.pop("version", VERSION)
    if mark != MARK or type(version) is not int or version < 1:
        raise WrongSchema(f"The file is JSON, but no list of risks: its format is not {MARK!r}.")
    if version > VERSION:
        raise NewerVersion(f"The file has version {version} of the format; this Northline reads {VERSION}.")
    return decoded(Uncertainty, document, where="risks file")


def _from_table(rows: Sequence[Sequence[object]]) -> Uncertainty:
    """Rows are risks unless `kind` says factor or duration; those of one id make one risk or factor."""
    place = next((i for i, row in enumerate(rows) if any(str(c).strip() for c in row)), None)
    if place is None:
        raise WrongSchema("The file is empty.")
    names = [str(cell).strip().lower() for cell in rows[place]]
    odd = [n for n in names if n and n not in COLUMNS]
    if odd or "task" not in names:
        wrong = f"the column {odd[0][:40]!r} is not known" if odd else "there is no column 'task'"
        raise WrongSchema(f"This is no table of risks: {wrong}. Columns are {', '.join(COLUMNS)}.")
    made: dict[str, dict[str, Any]] = {"risks": {}, "factors": {}, "durations": {}}
    for number, row in enumerate(rows[place + 1 :], place + 2):
        cells = {n: str(c).strip() for n, c in zip(names, row, strict=False) if n and str(c).strip()}
        if cells:
            _add(made, cells, f"row {number}")
    return decoded(Uncertainty, {kind: list(found.values()) for kind, found in made.items()}, where="table")


def _add(made: dict[str, dict[str, Any]], cells: dict[str, str], where: str) -> None:
    kind = cells.pop("kind", "risk").lower()
    if kind == "risk":
        _add_risk(made["risks"], cells, where)
    elif kind == "factor":
        name = _text(cells, "id" if "id" in cells else "name", where)
        cells.pop("name", None)
        task = _text(cells, "task", where)
        known = made["factors"].setdefault(name, {"name": name, "tasks": [], "spread": None})
        known["tasks"].append(task)
        if cells or known["spread"] is None:
            known["spread"] = {"unit": "percent"} | _range(cells, where)
    elif kind == "duration":
        task = _text(cells, "task", where)
        cells.pop("name", None)
        if task in made["durations"]:
            raise BadField(f"{where}: the duration of task {task} is given twice. Keep one of them.")
        made["durations"][task] = {"task": task, "duration": _range(cells, where)}
    else:
        raise BadField(f"{where}, kind needs risk, factor or duration, not {kind[:40]!r}.")


def _add_risk(risks: dict[str, Any], cells: dict[str, str], where: str) -> None:
    name = _text(cells, "id", where)
    known = risks.setdefault(name, {"id": name, "impacts": []})
    for field in ("name", "probability", "cost"):
        if field in cells:
            text = cells.pop(field)
            value = text if field == "name" else _number(text, f"{where}, {field}")
            if known.setdefault(field, value) != value:
                raise BadField(f"{where}: risk {name} has another {field} further up. Give it once.")
    if "task" in cells:
        impact: dict[str, Any] = {"task": cells.pop("task")}
        impact |= {f: cells.pop(f) for f in ("unit",) if f in cells}
        impact |= {f: _number(cells.pop(f), f"{where}, {f}") for f in ("low", "likely", "high") if f in cells}
        known["impacts"].append(impact)
    if cells:
        raise BadField(f"{where}: a risk has no {min(cells)}.")


def _range(cells: dict[str, str], where: str) -> dict[str, Any]:
    made: dict[str, Any] = {f: cells.pop(f) for f in ("unit", "shape") if f in cells}
    made |= {f: _number(cells.pop(f), f"{where}, {f}") for f in FIGURES if f in cells}
    if "values" in cells:
        parts = cells.pop("values").replace(";", " ").split()
        made["values"] = [_number(part, f"{where}, values") for part in parts]
    if cells:
        raise BadField(f"{where}: {min(cells)} says nothing here.")
    return made


def _text(cells: dict[str, str], field: str, where: str) -> str:
    if field not in cells:
        raise BadField(f"{where}: the cell {field!r} is empty.")
    return cells.pop(field)


def _number(text: str, where: str) -> float:
    percent = text.endswith("%") and where.endswith("probability")
    try:
        figure = float((text[:-1] if percent else text).replace(",", "."))
    except ValueError:
        raise BadField(f"{where} needs a number, not {text[:40]!r}.") from None
    return figure / 100 if percent else figure
