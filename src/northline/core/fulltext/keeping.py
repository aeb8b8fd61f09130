"""Keep the index in step: whatever is written to a searched table is written to the index in the same transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.db.models.signals import post_delete, post_save

from northline.core import kinds, written
from northline.core.fulltext import index, sources
from northline.core.fulltext.models import Entry
from northline.core.fulltext.sources import Remarks, Source, words_of

BATCH = 500
_FIELDS = ("workspace", "kind", "object_id", "product_id", "project_id", "archived")
_WORDS = ("key", "title", "labels", "words")
_MOVES = frozenset({"archived_at", "product", "product_id", "project", "project_id", "key", "title"})


def listen() -> None:
    """Hear of every write."""
    written.read_by(put, concern=_concerns)
    post_save.connect(_saved, dispatch_uid="fulltext")
    post_delete.connect(_deleted, dispatch_uid="fulltext")


def put(model: type[models.Model], ids: list[UUID], columns: frozenset[str] | None = None) -> None:
    """Write the entries of these rows anew, of their remarks, and of rows that are found by their names."""
    for batch in _batches(ids):
        if remarks := sources.all_remarks().get(model):
            _put_remarks(remarks, batch)
        if source := sources.all_sources().get(model):
            _put_rows(source, batch)
            if columns is None or columns & _MOVES:
                _move_remarks(batch)
    if columns is None or "title" in columns:
        _put_followers(model, ids)


@transaction.atomic
def rebuild() -> int:
    """Make the whole index anew; answers how many entries it has."""
    index.clear()
    Entry.objects.all().delete()
    for model in [*sources.all_sources(), *sources.all_remarks()]:
        _put_new(model, list(model._default_manager.values_list("pk", flat=True)))
    return Entry.objects.count()


@transaction.atomic
def catch_up() -> None:
    """Write the entries of rows that have none: after an upgrade that searches more than the one before."""
    lack = ~models.Exists(Entry.objects.filter(row_id=models.OuterRef("pk")))
    for model in sources.all_sources():
        _put_new(model, list(model._default_manager.filter(lack).values_list("pk", flat=True)))
    for model, remarks in sources.all_remarks().items():
        _put_new(model, [row_id for row_id, *_ in remarks.rows().filter(lack)])


def _concerns(model: type[models.Model], columns: frozenset[str]) -> bool:
    source, remarks = sources.all_sources().get(model), sources.all_remarks().get(model)
    return bool(
        (source and columns & source.columns)
        or (remarks and columns & remarks.columns)
        or ("title" in columns and any(_followers_of(model)))
    )


def _saved(sender: type[models.Model], instance: models.Model, created: bool, **_: Any) -> None:
    if sender in sources.all_sources() or sender in sources.all_remarks():
        if created:
            _put_new(sender, [instance.pk])
        else:
            put(sender, [instance.pk])


def _deleted(sender: type[models.Model], instance: models.Model, **_: Any) -> None:
    if sender in sources.all_sources():
        _forget(Entry.objects.filter(object_id=instance.pk))
    elif sender in sources.all_remarks():
        _forget(Entry.objects.filter(row_id=instance.pk))


def _put_new(model: type[models.Model], ids: list[UUID]) -> None:
    """Rows just made, or just searched, are followed by none and talked about by none."""
    put(model, ids, frozenset({"words"}))


def _put_rows(source: Source, ids: list[UUID], *, lock: bool = False) -> None:
    rows = source.model._default_manager.filter(pk__in=ids).order_by("pk")
    refers = {path.rpartition("__")[0] for path in source.labels} - {""}
    if refers:
        rows = rows.select_related(*refers)
    if lock:
        # An edit of such a row at the same time must be seen, or must see what is written here.
        rows = rows.select_for_update(of=("self",))
    _store([_entry(row, labels=source.labels, texts=source.texts) for row in rows])


def _entry(row: Any, *, labels: tuple[str, ...] = (), texts: tuple[str, ...] = ()) -> Entry:
    place = row.place()
    return Entry(
        workspace_id=row.workspace_id,
        row_id=row.pk,
        kind=row.KIND,
        object_id=row.pk,
        product_id=place.product_id,
        project_id=place.project_id,
        archived=row.archived_at is not None,
        key=row.key,
        title=row.title,
        labels=words_of(row, labels),
        words=words_of(row, texts),
    )


def _put_remarks(remarks: Remarks, ids: list[UUID]) -> None:
    found = list(remarks.rows().filter(pk__in=ids))
    about: dict[str, set[UUID]] = {}
    for _, kind, object_id, _ in found:
        about.setdefault(kind, set()).add(object_id)
    objects = {
        row.pk: row
        for kind, of_kind in about.items()
        for row in kinds.kind_named(kind).model._default_manager.filter(pk__in=of_kind)
    }
    entries = []
    for row_id, _, object_id, words in found:
        if (row := objects.get(object_id)) is not None:
            entry = _entry(row)
            entry.row_id, entry.words = row_id, words[: sources.MOST_CHARACTERS]
            entries.append(entry)
    _forget(Entry.objects.filter(row_id__in=set(ids) - {entry.row_id for entry in entries}))
    _store(entries)


def _move_remarks(object_ids: list[UUID]) -> None:
    """What was said about an object goes with it, into the archive or elsewhere."""
    about = Entry.objects.filter(object_id__in=object_ids).exclude(row_id=models.F("object_id"))
    ids = list(about.values_list("row_id", flat=True))
    for model, remarks in sources.all_remarks().items() if ids else ():
        mine = list(model._default_manager.filter(pk__in=ids).values_list("pk", flat=True))
        for batch in _batches(mine):
            _put_remarks(remarks, batch)


def _put_followers(model: type[models.Model], ids: list[UUID]) -> None:
    for source, name in _followers_of(model):
        following = source.model._default_manager.filter(**{f"{name}__in": ids})
        for batch in _batches(list(following.values_list("pk", flat=True))):
            _put_rows(source, batch, lock=True)


def _followers_of(model: type[models.Model]) -> Iterator[tuple[Source, str]]:
    """The sources that are found by the title of a row of this model, and their column that refers to it."""
    for source in sources.all_sources().values():
        for path in source.labels:
            name, _, column = path.partition("__")
            if column == "title" and source.model._meta.get_field(name).related_model is model:
                yield source, name


def _store(entries: list[Entry]) -> None:
    if not entries:
        return
    stored = Entry.objects.bulk_create(
        entries, update_conflicts=True, unique_fields=["row_id"], update_fields=[*_FIELDS, *_WORDS]
    )
    index.put(stored)


def _forget(entries: models.QuerySet[Entry]) -> None:
    ids = list(entries.values_list("pk", flat=True))
    if ids:
        index.drop(ids)
        Entry.objects.filter(pk__in=ids).delete()


def _batches(ids: Iterable[UUID]) -> Iterator[list[UUID]]:
    whole = list(ids)
    for start in range(0, len(whole), BATCH):
        yield whole[start : start + BATCH]
