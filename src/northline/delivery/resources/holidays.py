"""The countries whose public holidays a calendar can take."""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def countries() -> list[dict[str, Any]]:
    """Code, name and regions of every country that is known, by name.

    >>> next(one for one in countries() if one["code"] == "AT")["name"]
    'Austria'
    """
    import holidays  # noqa: PLC0415  heavy, and only needed here
    from holidays.registry import COUNTRIES  # noqa: PLC0415

    names = {codes[1]: codes[0] for codes in COUNTRIES.values()}
    found = [
        {"code": code, "name": _spaced(names.get(code, code)), "regions": sorted(regions)}
        for code, regions in holidays.list_supported_countries(include_aliases=False).items()
        if len(code) == 2
    ]
    return sorted(found, key=lambda country: str(country["name"]))


def _spaced(name: str) -> str:
    """The library's class name as words.

    >>> _spaced("NewZealand")
    'New Zealand'
    """
    return "".join(f" {letter}" if letter.isupper() and at else letter for at, letter in enumerate(name))
