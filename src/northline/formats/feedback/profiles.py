"""What the columns of known exports hold: each tool's headings, and words that any table may use.

Headings: Jira's issue navigator, Export CSV (all fields); Fider's Export, posts.csv; Canny's board export; Aha!'s list
report of features, epics or ideas; Productboard's notes and features CSV; GitHub's `gh issue list` as CSV.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

# What a column may be said to hold. "keep": its words go to the end of the text; "skip": it is left out and named.
FIELDS = (
    "id", "title", "text", "type", "group", "state", "labels", "author", "customer", "created", "closed",
    "votes", "parent", "url", "comment", "keep", "skip",
)  # fmt: skip
# Only these may stand in more than one column.
SEVERAL = frozenset({"labels", "comment", "keep", "skip"})

Profile = Mapping[str, str]
_JIRA: Profile = {
    "issue key": "id", "summary": "title", "description": "text", "issue type": "type",
    "project name": "group", "project key": "keep", "status": "state", "labels": "labels",
    "component/s": "labels", "components": "labels", "reporter": "author", "created": "created",
    "resolved": "closed", "votes": "votes", "comment": "comment", "comments": "comment",
    "parent": "keep", "parent key": "parent", "epic link": "keep", "custom field (epic link)": "parent",
}  # fmt: skip
_FIDER: Profile = {
    "number": "id", "title": "title", "description": "text", "created_at": "created",
    "created_by": "author", "votes_count": "votes", "total_votes": "votes", "status": "state",
    "tags": "labels",
}  # fmt: skip
_CANNY: Profile = {
    "title": "title", "details": "text", "board": "group", "category": "labels", "tags": "labels",
    "status": "state", "votes": "votes", "score": "votes", "author": "author", "company": "customer",
    "created": "created", "url": "url", "id": "id", "post id": "id",
}  # fmt: skip
_AHA_FEATURES: Profile = {
    "feature reference #": "id", "feature name": "title", "feature description": "text",
    "feature status": "state", "feature type": "type", "release name": "group", "feature tags": "labels",
    "feature created date": "created", "feature done on": "closed", "created by": "author",
    "feature url": "url", "master feature reference #": "parent", "epic reference #": "parent",
}  # fmt: skip
_AHA_EPICS: Profile = {
    "epic reference #": "id", "epic name": "title", "epic description": "text", "epic status": "state",
    "epic type": "type", "release name": "group", "epic tags": "labels", "epic created date": "created",
    "epic done on": "closed", "created by": "author", "epic url": "url",
}  # fmt: skip
# Epics were called so before.
_AHA_MASTER_FEATURES: Profile = {
    heading.replace("epic ", "master feature "): field for heading, field in _AHA_EPICS.items()
}
_AHA_IDEAS: Profile = {
    "idea reference #": "id", "idea name": "title", "idea description": "text", "idea status": "state",
    "idea categories": "labels", "idea tags": "labels", "idea votes": "votes",
    "idea created date": "created", "created by": "author", "organization name": "customer",
    "idea url": "url", "idea portal name": "group",
}  # fmt: skip
_PB_NOTES: Profile = {
    "note title": "title", "note content": "text", "title": "title", "content": "text", "text": "text",
    "note id": "id", "id": "id", "tags": "labels", "company": "customer", "company name": "customer",
    "person": "author", "user email": "author", "state": "state", "created at": "created", "created": "created",
    "display_url": "url", "url": "url", "source": "keep", "owner": "keep",
}  # fmt: skip
_PB_FEATURES: Profile = {
    "feature name": "title", "feature description": "text", "feature id": "id", "feature uuid": "id",
    "feature type": "type", "feature status": "state", "product": "group", "component": "group",
    "tags": "labels", "parent id": "parent", "created at": "created", "url": "url",
}  # fmt: skip
_GITHUB: Profile = {
    "number": "id", "title": "title", "body": "text", "state": "state", "labels": "labels",
    "author": "author", "createdat": "created", "created_at": "created", "closedat": "closed",
    "closed_at": "closed", "url": "url", "html_url": "url", "milestone": "group",
}  # fmt: skip
# A tool, the headings that only its export has together, and what its columns hold.
KNOWN: Sequence[tuple[str, frozenset[str], Profile]] = (
    ("jira", frozenset({"issue key", "summary"}), _JIRA),
    ("fider", frozenset({"number", "title", "votes_count"}), _FIDER),
    # As earlier releases of Fider head them.
    ("fider", frozenset({"number", "title", "total_votes"}), _FIDER),
    ("aha", frozenset({"feature reference #", "feature name"}), _AHA_FEATURES),
    ("aha", frozenset({"idea reference #", "idea name"}), _AHA_IDEAS),
    # A list of features names their epics as well.
    ("aha", frozenset({"epic reference #", "epic name"}), _AHA_EPICS),
    ("aha", frozenset({"master feature reference #", "master feature name"}), _AHA_MASTER_FEATURES),
    ("productboard", frozenset({"note title", "note content"}), _PB_NOTES),
    ("productboard", frozenset({"feature name", "feature status", "component"}), _PB_FEATURES),
    ("productboard", frozenset({"title", "content", "company", "tags"}), _PB_NOTES),
    ("canny", frozenset({"title", "details", "board", "status"}), _CANNY),
    ("github", frozenset({"number", "title", "body", "state"}), _GITHUB),
)
_ANY: Profile = {
    "id": "id", "key": "id", "number": "id", "external id": "id", "reference": "id", "source id": "id",
    "title": "title", "name": "title", "summary": "title", "subject": "title", "headline": "title",
    "description": "text", "body": "text", "text": "text", "details": "text", "content": "text",
    "notes": "text", "feedback": "text", "message": "text", "quote": "text",
    "type": "type", "kind": "type", "list": "group", "board": "group", "project": "group", "group": "group",
    "column": "group", "state": "state", "status": "state", "stage": "state",
    "labels": "labels", "label": "labels", "tags": "labels", "tag": "labels", "category": "labels",
    "topics": "labels", "author": "author", "reporter": "author", "created by": "author", "from": "author",
    "customer": "customer", "company": "customer", "account": "customer", "organisation": "customer",
    "organization": "customer", "created": "created", "created at": "created", "created date": "created",
    "date": "created", "closed": "closed", "closed at": "closed", "resolved": "closed",
    "finished date": "closed", "votes": "votes", "score": "votes", "upvotes": "votes", "parent": "parent",
    "parent id": "parent", "url": "url", "link": "url", "comment": "comment", "comments": "comment",
}  # fmt: skip


def guessed(headings: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """The tool that a table comes from, and what each column holds; `table` where the headings are nobody's.

    >>> guessed(["Issue key", "Summary", "Sprint"])
    ('jira', ('id', 'title', 'keep'))
    >>> guessed(["created_date", "Name"])
    ('table', ('created', 'title'))
    """
    plain = [heading.strip().lower() for heading in headings]
    for system, needs, profile in KNOWN:
        if needs <= set(plain):
            return system, _once([profile.get(heading, "keep") for heading in plain])
    return "table", _once([_ANY.get(heading.replace("_", " "), "keep") for heading in plain])


def _once(columns: list[str]) -> tuple[str, ...]:
    """The first column of its kind holds it; a second one is kept as words."""
    seen: set[str] = set()
    made = []
    for column in columns:
        made.append("keep" if column in seen and column not in SEVERAL else column)
        seen.add(column)
    return tuple(made)
