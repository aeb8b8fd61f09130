"""No row of another workspace, and none that a member may not see, appears through any list."""

from __future__ import annotations

import json

import pytest

from northline.core.kinds import kind_named
from northline.core.listing.listings import all_listings
from tests.core.listing.asking import asked, bulk

KINDS = [listing.kind for listing in all_listings()]
# A row of the kind in both workspaces.
pytestmark = pytest.mark.on_stage(scene=lambda kind: ((("acme", kind),), (("beyond", kind),)))
MARK = "xyzzy"


# What a record that has no name of its own is named by.
WHOLE = {
    "check_in": "key_result",
    "telling": "stakeholder",
    "verdict": "stakeholder",
    "highlight": "insight",
    "vote": "post",
    "post_comment": "post",
}


def named(row):
    """What bears the row's name: itself, or what it is part of."""
    if row.KIND == "comment":
        return kind_named(row.object_kind).model._default_manager.get(pk=row.object_id)
    if row.KIND in ("score", "kano_answer", "standing"):
        return kind_named(row.scorecard.about).model._default_manager.get(pk=row.subject_id)
    return getattr(row, WHOLE[row.KIND]) if row.KIND in WHOLE else row


@pytest.fixture
def both(cast, kind):
    """A row of the kind in both workspaces, the stranger's marked in its title."""
    cast.acme.row(kind)
    theirs = named(cast.beyond.row(kind))
    type(theirs).objects.filter(pk=theirs.pk).update(title=f"{MARK} {kind}")
    return cast


def everything(cast, kind, who, **query):
    """All that a list tells: its page, every group and every file."""
    fields = asked(cast, kind, part="/fields", who=who).json()["fields"]
    told = [asked(cast, kind, part=part, who=who, **query).content for part in ("", "/ids")]
    told += [
        asked(cast, kind, part="/groups", by=field["name"], who=who, **query).content
        for field in fields
        if field["groupable"]
    ]
    for format in ("csv", "json"):
        answer = asked(cast, kind, part="/export", format=format, who=who, **query)
        told.append(b"".join(answer.streaming_content) if answer.streaming else answer.content)
    return b"".join(told).decode()


@pytest.mark.parametrize("kind", KINDS)
def test_no_filter_finds_a_strangers_row(both, kind):
    theirs = both.beyond.row(kind)
    wheres = [
        [],
        [["title", "contains", MARK]],
        [["key", "is", getattr(named(theirs), "key", "")]],
        [{"any": [["title", "contains", MARK], ["title", "not_contains", MARK]]}],
    ]
    if hasattr(theirs, "product_id"):
        of_product = kind not in ("project", "share")
        wheres.append([["product", "is", str(theirs.product_id)]] if of_product else [])
    for where in wheres:
        # Groups and files are of the same rows as the page: all that is told is looked at where nothing narrows them.
        told = (
            asked(both, kind, who="ada", where=where).content.decode()
            if where
            else everything(both, kind, "ada")
        )
        assert MARK not in told.replace(json.dumps(where), "")
        assert str(theirs.pk) not in told
    if hasattr(theirs, "product_id"):
        assert str(theirs.pk) not in everything(both, kind, "ada", product_id=theirs.product_id)


@pytest.mark.parametrize("kind", KINDS)
def test_no_bulk_edit_touches_a_strangers_row(both, kind):
    theirs, ours = both.beyond.row(kind), both.acme.row(kind)
    item = {"id": str(theirs.pk), "version": getattr(theirs, "version", 1)}
    own = {"id": str(ours.pk), "version": getattr(ours, "version", 1)}
    for body in ({"fields": {"title": "Mine"}}, {"archived": True}):
        # What a kind does not let be edited in bulk is refused before anybody's row is looked for.
        allowed = bulk(both, kind, [own], by="ada", dry_run=True, **body).status_code
        for dry_run in (True, False):
            answer = bulk(both, kind, [item], by="ada", dry_run=dry_run, **body)
            assert answer.status_code == (404 if allowed == 200 else allowed)
    kept = named(theirs)
    kept.refresh_from_db()
    assert (kept.title, getattr(kept, "archived_at", None)) == (f"{MARK} {kind}", None)


@pytest.mark.parametrize("kind", KINDS)
def test_a_stakeholder_sees_only_what_somebody_gave(both, kind):
    from northline.accounts.models import RoleGrant

    RoleGrant.objects.filter(member=both.stan).delete()
    mine = both.acme.row(kind)
    told = everything(both, kind, "stan")
    assert str(mine.pk) not in told
    item = {"id": str(mine.pk), "version": getattr(mine, "version", 1)}
    # What is never put away is refused before anybody's row is looked for.
    asked_by_ada = bulk(both, kind, [item], by="ada", dry_run=True, archived=True).status_code
    refused = asked_by_ada if asked_by_ada == 422 else 404
    assert bulk(both, kind, [item], by="stan", archived=True).status_code == refused
