"""What strangers may write and how votes are told: decided over plain values."""

from __future__ import annotations

import re
import unicodedata

STATUSES = ("under_review", "planned", "in_progress", "shipped", "declined")
ACCESSES = ("public", "private", "submit_only")
TITLE_LENGTH, TEXT_LENGTH, COMMENT_LENGTH, NAME_LENGTH = 150, 5_000, 2_000, 80
MOST_LINKS = 2
# Votes of so many days make a post trend.
TRENDING_DAYS = 30

_LINK = re.compile(r"(?:https?:)?//\S|\bwww\.\S|\b[a-z][a-z0-9+.-]{1,15}://", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n{3,}")
_SPACES = re.compile(r"[^\S\n]+")
# Joins the parts of emoji and letters of some scripts; harmless where it joins something.
_JOINER = "\u200d"


def cleaned(text: str) -> str:
    """Plain text without what could mislead a reader: control and format characters (direction overrides,
    invisible ones), half characters; composed (NFC), with at most one blank line in a row.

    >>> cleaned("  Invoice\\u202e gpj.exe\\x00 ")
    'Invoice gpj.exe'
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(character for character in text if character in "\n\t" or _is_visible(character))
    lines = (_SPACES.sub(" ", line).strip() for line in kept.split("\n"))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip()


def one_line(text: str) -> str:
    """The same for a title or a name.

    >>> one_line("Dark\\nmode")
    'Dark mode'
    """
    return " ".join(cleaned(text).split())


def links_in(text: str) -> int:
    """How many addresses a text holds.

    >>> links_in("See https://a.example and www.b.example")
    2
    """
    return len(_LINK.findall(text))


def slug_of(title: str) -> str:
    """A title as part of an address.

    >>> slug_of("Crème & Brûlée 2")
    'creme-brulee-2'
    """
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")


def _is_visible(character: str) -> bool:
    return character == _JOINER or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"}
