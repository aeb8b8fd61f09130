"""A Trello board: the JSON of Menu, Print, export and share, Export as JSON.

Names are those of Trello's REST API for boards, cards, actions and checklists. No card, list, comment or label is lost:
what no card carries is named in the losses.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from northline.formats.feedback.values import Checklist, Export, Item, Loss, Said
from northline.formats.feedback.words import extras, many, of, text


def recognised(content: Any) -> bool:
    """Whether the JSON is a board."""
    return isinstance(content, dict) and isinstance(content.get("cards"), list) and "lists" in content


def read(board: dict[str, Any]) -> Export:
    """The cards of a board; a card's id is Trello's own."""
    lists = {of(one, "id"): one for one in many(board.get("lists"))}
    people = {of(one, "id"): of(one, "fullName") or of(one, "username") for one in many(board.get("members"))}
    comments, checklists = _comments(board), _checklists(board)
    items = tuple(
        _item(row, card, lists, people, comments, checklists)
        for row, card in enumerate(many(board.get("cards")), start=1)
    )
    return Export(system="trello", name=of(board, "name"), items=items, losses=tuple(_losses(board, items)))


def _item(
    row: int,
    card: dict[str, Any],
    lists: dict[str, Any],
    people: dict[str, str],
    comments: dict[str, list[Said]],
    checklists: dict[str, list[Checklist]],
) -> Item:
    own, column = of(card, "id"), lists.get(of(card, "idList"), {})
    voters = card.get("idMembersVoted")
    members = [people.get(text(one), text(one)) for one in _list(card.get("idMembers"))]
    return Item(
        row=row,
        id=own,
        title=of(card, "name"),
        text=of(card, "desc"),
        type="card",
        group=of(column, "name"),
        state=of(column, "name"),
        labels=tuple(dict.fromkeys(_label(one) for one in many(card.get("labels")))),
        author=people.get(of(card, "idMemberCreator"), ""),
        votes=str(len(voters)) if isinstance(voters, list) and voters else "",
        url=of(card, "shortUrl") or of(card, "url"),
        comments=tuple(comments.get(own, ())),
        checklists=tuple(checklists.get(own, ())),
        links=tuple((of(one, "name"), of(one, "url")) for one in many(card.get("attachments"))),
        extra=extras(
            Due=of(card, "due"),
            Start=of(card, "start"),
            Done=of(card, "dateCompleted"),
            Last_activity=of(card, "dateLastActivity"),
            Assigned_to=", ".join(members),
            Archived="yes" if card.get("closed") is True else "",
            List_archived="yes" if column.get("closed") is True else "",
        )
        + _custom(card),
    )


def _custom(card: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Values of custom fields, by their field's id: the name is on the board only where the power-up is."""
    found = []
    for one in many(card.get("customFieldItems")):
        value = one.get("value")
        said = next((text(v) for v in value.values()), "") if isinstance(value, dict) else of(one, "idValue")
        found.append((f"Custom field {of(one, 'idCustomField')}", said))
    return tuple(found)


def _label(label: dict[str, Any]) -> str:
    """A label without a name is known by its colour."""
    return of(label, "name") or of(label, "color") or "label"


def _comments(board: dict[str, Any]) -> dict[str, list[Said]]:
    """Comments by card, oldest first; Trello has them the other way round."""
    found: dict[str, list[Said]] = defaultdict(list)
    for action in reversed(many(board.get("actions"))):
        if of(action, "type") in ("commentCard", "copyCommentCard"):
            author = of(action, "memberCreator", "fullName") or of(action, "memberCreator", "username")
            said = Said(
                id=of(action, "id"), text=of(action, "data", "text"), author=author, at=of(action, "date")
            )
            found[of(action, "data", "card", "id")].append(said)
    return found


def _checklists(board: dict[str, Any]) -> dict[str, list[Checklist]]:
    found: dict[str, list[Checklist]] = defaultdict(list)
    for one in many(board.get("checklists")):
        things = tuple(
            (of(item, "name"), of(item, "state") == "complete") for item in many(one.get("checkItems"))
        )
        found[of(one, "idCard")].append(Checklist(name=of(one, "name"), things=things))
    return found


def _losses(board: dict[str, Any], items: tuple[Item, ...]) -> list[Loss]:
    found = [*_unused(board, items), *_missing(board, items)]
    history = [
        a for a in many(board.get("actions")) if of(a, "type") not in ("commentCard", "copyCommentCard")
    ]
    if history:
        why = "Who moved and edited what is the board's history, not what a card says."
        found.append(Loss(what="entries of the activity log", count=len(history), why=why))
    files = sum(
        a.get("isUpload") is True for c in many(board.get("cards")) for a in many(c.get("attachments"))
    )
    if files:
        why = "The export holds their addresses, not the files; the addresses are kept as links."
        found.append(Loss(what="uploaded files", count=files, why=why))
    return found


def _unused(board: dict[str, Any], items: tuple[Item, ...]) -> list[Loss]:
    """Lists and labels that no card carries would otherwise vanish without a word."""
    used = {label for item in items for label in item.labels}
    labels = [name for one in many(board.get("labels")) if (name := _label(one)) not in used]
    filled = {of(card, "idList") for card in many(board.get("cards"))}
    lists = [of(one, "name") for one in many(board.get("lists")) if of(one, "id") not in filled]
    found = []
    if labels:
        why = f"No card carries them: {', '.join(labels)}."
        found.append(Loss(what="labels", count=len(labels), why=why))
    if lists:
        found.append(Loss(what="lists", count=len(lists), why=f"They hold no card: {', '.join(lists)}."))
    return found


def _missing(board: dict[str, Any], items: tuple[Item, ...]) -> list[Loss]:
    """Trello exports the last thousand actions only: older comments are counted on the card and not there."""
    told = sum(int(of(card, "badges", "comments") or 0) for card in many(board.get("cards")) if _counts(card))
    held = sum(len(item.comments) for item in items)
    known = {item.id for item in items}
    stray = sum(len(said) for card, said in _comments(board).items() if card not in known)
    found = []
    if told > held:
        why = "The cards count them, the file does not hold them: Trello exports the last 1,000 actions only."
        found.append(Loss(what="comments", count=told - held, why=why))
    if stray:
        found.append(
            Loss(what="comments", count=stray, why="Their cards were deleted and are not in the file.")
        )
    return found


def _counts(card: dict[str, Any]) -> bool:
    return of(card, "badges", "comments").isdecimal()


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
