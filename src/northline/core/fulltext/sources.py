"""What is searched of each kind: every registered kind by its title, key, words and tags, others as they say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from django.db import models

from northline.core import kinds
from northline.core.models import Editable
from northline.core.richtext import plain_text

# Of one row more than this is not searched.
MOST_CHARACTERS = 60_000
# Where an object stands and whether it is archived is kept beside its words.
_PLACE = frozenset({"archived_at", "product", "product_id", "project", "project_id"})


@dataclass(frozen=True, slots=True)
class Source:
    """`texts` are columns of running text or rich text; `labels` are columns of short words, or of what a row refers
    to, as `customer__title`."""

    kind: str
    model: type[Editable]
    texts: tuple[str, ...]
    labels: tuple[str, ...]

    @property
    def columns(self) -> frozenset[str]:
        """A write of any of these must be told to the index."""
        own = {"key", "title", *self.texts, *(path.partition("__")[0] for path in self.labels)}
        return frozenset(own | {f"{name}_id" for name in own}) | _PLACE


@dataclass(frozen=True, slots=True)
class Remarks:
    """Rows that say something about an object of any kind, searched as part of it, such as comments."""

    model: type[models.Model]
    columns: frozenset[str]
    # Those that are to be found, as (id, kind and id of the object, the words).
    rows: Callable[[], models.QuerySet[Any, tuple[UUID, str, UUID, str]]]


_SAID: dict[str, dict[str, tuple[str, ...]]] = {}
_REMARKS: dict[type[models.Model], Remarks] = {}


def register(kind: str, *, texts: tuple[str, ...] = (), labels: tuple[str, ...] = ()) -> None:
    """Search more of a kind than title, key, words and tags."""
    _SAID[kind] = {"texts": texts, "labels": labels}


def texts_of(kind: str) -> tuple[str, ...]:
    """The columns of running text that the kind named."""
    return _SAID.get(kind, {}).get("texts", ())


def register_remarks(remarks: Remarks) -> None:
    _REMARKS[remarks.model] = remarks


def all_sources() -> Mapping[type[models.Model], Source]:
    """Every searchable kind by its model, known anew where an area has registered more since."""
    return _sources_of(len(kinds.all_kinds()), len(_SAID))


@cache
def _sources_of(_kinds: int, _said: int) -> Mapping[type[models.Model], Source]:
    return {kind.model: _source(kind) for kind in kinds.all_kinds() if _searched(kind)}


def searched_kinds() -> list[str]:
    """The names of the kinds whose objects are found themselves."""
    return [kind.name for kind in kinds.all_kinds() if _searched(kind)]


def all_remarks() -> Mapping[type[models.Model], Remarks]:
    return _REMARKS


def words_of(row: Any, paths: tuple[str, ...]) -> str:
    """The text that stands in the columns."""
    parts = (_text(_at(row, path)) for path in paths)
    return "\n".join(part for part in parts if part)[:MOST_CHARACTERS]


def _searched(kind: kinds.Kind) -> bool:
    return kind.searchable and issubclass(kind.model, Editable)


def _source(kind: kinds.Kind) -> Source:
    assert issubclass(kind.model, Editable)
    has = {column.name for column in kind.model._meta.get_fields()}
    said = _SAID.get(kind.name, {})
    usual = ("words",) if "words" in has else ("body",) if "body" in has else ()
    tags = ("tags",) if "tags" in has else ()
    return Source(
        kind.name, kind.model, texts=usual + said.get("texts", ()), labels=tags + said.get("labels", ())
    )


def _at(row: Any, path: str) -> Any:
    for name in path.split("__"):
        row = getattr(row, name, None)
    return row


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return plain_text(value) if value.get("type") == "doc" else _text(list(value.values()))
    if isinstance(value, list):
        return "\n".join(_text(one) for one in value)
    return "" if value is None or isinstance(value, bool) else str(value)
