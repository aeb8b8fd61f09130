"""Which tool a file comes from, found by its content and never by its name."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from northline.formats import TooDeep, TooLarge, Truncated, Unknown, WrongSchema
from northline.formats.feedback import aha, canny, fider, github, productboard, table, trello
from northline.formats.feedback.values import MOST_COMMENTS, MOST_ITEMS, Export, NothingHere
from northline.formats.sources import MEBIBYTE, content_of

KNOWN = "Trello, GitHub, Canny, Fider, Productboard and Aha! as JSON, Jira and any other table as CSV or XLSX"
# Fider before GitHub: both number their posts.
_READERS = (trello, canny, aha, productboard, fider, github)
_DEEPEST = 60


def read(source: bytes | Path, *, max_bytes: int = 64 * MEBIBYTE) -> Export:
    """An export of any known tool.

    Raises FormatError: TooLarge, Truncated, TooDeep, WrongSchema, Unknown, NothingHere.
    """
    content = content_of(source, max_bytes=max_bytes)
    if not content.strip():
        raise Unknown("The file is empty.")
    head = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if head == b"<":
        raise Unknown(f"This is a page or XML, no export that is read here. Known are {KNOWN}.")
    found = _of_json(_document(content)) if head in (b"{", b"[") else table.read(content)
    _refuse_too_much(found)
    return found


def _document(content: bytes) -> Any:
    try:
        said = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise WrongSchema("JSON is written in UTF-8; this file is not. Export it again.") from None
    try:
        return json.loads(said)
    except RecursionError:
        raise TooDeep("The JSON is nested more deeply than any export.") from None
    except json.JSONDecodeError as error:
        if error.pos >= len(said.rstrip()) or error.msg.startswith("Unterminated string"):
            raise Truncated("The JSON ends in the middle. Export or save it again.") from None
        raise WrongSchema(f"This is not JSON: {error.msg} in line {error.lineno}.") from None
    except ValueError:
        raise WrongSchema("The JSON holds a number longer than any.") from None


def _of_json(content: Any) -> Export:
    _refuse_deep(content)
    for reader in _READERS:
        if reader.recognised(content):
            found: Export = reader.read(content)
            return found
    raise Unknown(f"This JSON is no export of a known kind. Known are {KNOWN}.")


def _refuse_deep(content: Any) -> None:
    level, depth = [content], 0
    while level:
        depth += 1
        if depth > _DEEPEST:
            raise TooDeep("The JSON is nested more deeply than any export.")
        inner = [one for one in level if isinstance(one, dict | list)]
        level = [v for one in inner for v in (one.values() if isinstance(one, dict) else one)]


def _refuse_too_much(found: Export) -> None:
    if found.table is None and not found.items:
        raise NothingHere("The export holds not one item.")
    if len(found.items) > MOST_ITEMS:
        raise TooLarge(
            f"The export has {len(found.items):,} items; one import takes {MOST_ITEMS:,}. Split it."
        )
    if sum(len(item.comments) for item in found.items) > MOST_COMMENTS:
        raise TooLarge(f"The export has more than {MOST_COMMENTS:,} comments. Split it.")
