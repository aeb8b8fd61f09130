"""YAML from people, read without surprises: only plain values, no aliases, no double keys, within limits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import yaml

from northline.core.refusal import Refusal

MOST_DEPTH = 12
WIDTH = 110
# Letters first, nothing that YAML reads as more than text, no blank at the end.
_LETTERS = "A-Za-zÀ-ɏͰ-ϿЀ-ӿ"
_PLAIN_TEXT = re.compile(f"[{_LETTERS}](?:[{_LETTERS}0-9 ,./()+_-]*[{_LETTERS}0-9,./()+_-])?")
_NO_TEXT = frozenset({"yes", "no", "true", "false", "on", "off", "null", "y", "n"})
_UNICODE_LINE_ENDS = re.compile("[\x85\u2028\u2029]")


class _Plain(yaml.SafeLoader):
    """Refuses what plain data does not need: aliases can make a small file huge, double keys hide each other."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise _problem(self._mark(), "Aliases are not read; write it out.")
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise _problem(self._mark(), "That is nested too deeply.")
        node: yaml.Node | None = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def _mark(self) -> yaml.Mark | None:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        return event.start_mark if event else None

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[Any] = set()
        for key, _ in node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else None
            if name is None or name in seen:
                raise _problem(
                    key.start_mark, f"“{name or 'a list'}” cannot be a name here, or is there twice."
                )
            seen.add(name)
        return super().construct_mapping(node, deep=deep)


def load(text: str) -> Any:
    """The plain value of a YAML text.

    Raises Refusal `text.unreadable` with the line.

    >>> load("lanes: [{title: Trust}]")
    {'lanes': [{'title': 'Trust'}]}
    """
    try:
        return yaml.load(text, Loader=_Plain)  # noqa: S506 - a safe loader, narrowed
    except yaml.MarkedYAMLError as error:
        raise _problem(error.problem_mark or error.context_mark, error.problem or "") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise Refusal(
            "text.unreadable", f"That is no YAML: {str(error)[:200]}. Nothing was changed."
        ) from error


def dump(value: Mapping[str, Any]) -> str:
    """The value as YAML in the order it has, readable in a review.

    What fits on its line is laid out here, which takes a tenth of the library's time; the library writes the rest.

    >>> print(dump({"lanes": [{"key": "LANE-1", "title": "Trust: first"}], "seq": 7}), end="")
    lanes:
    - key: LANE-1
      title: 'Trust: first'
    seq: 7
    """
    lines: list[str] = []
    for name, held in value.items():
        if type(held) is list and held and _is_plain(name):
            lines.append(f"{name}:\n")
            lines += [_laid_out([item]) for item in held]
        else:
            lines.append(_laid_out({name: held}))
    return "".join(lines) or _by_library(value)


class _NeedsLibrary(Exception):
    """A name that is no plain word, or a scalar of several lines or longer than one."""


def _laid_out(value: Mapping[str, Any] | list[Any]) -> str:
    try:
        return "".join(_block(value, ""))
    except _NeedsLibrary:
        return _by_library(value)


def _block(value: Mapping[str, Any] | list[Any], pad: str) -> list[str]:
    """The lines of a mapping or list that is not empty."""
    lines: list[str] = []
    if isinstance(value, list):
        for held in value:
            if isinstance(held, dict | list) and held:
                first, *rest = _block(held, f"{pad}  ")
                lines += [f"{pad}- {first[len(pad) + 2 :]}", *rest]
            else:
                lines.append(_line(f"{pad}- {_scalar(held)}\n"))
        return lines
    for name, held in value.items():
        if isinstance(held, dict | list) and held:
            lines.append(_line(f"{pad}{_name(name)}:\n"))
            # A list stands as far to the left as its name.
            lines += _block(held, pad if isinstance(held, list) else f"{pad}  ")
        else:
            lines.append(_line(f"{pad}{_name(name)}: {_scalar(held)}\n"))
    return lines


def _line(text: str) -> str:
    if len(text) > WIDTH:
        raise _NeedsLibrary
    return text


def _is_plain(text: str) -> bool:
    return _PLAIN_TEXT.fullmatch(text) is not None and text.lower() not in _NO_TEXT


@lru_cache(maxsize=256)
def _name(text: str) -> str:
    if not _is_plain(text):
        raise _NeedsLibrary
    return text


def _scalar(value: Any) -> str:
    if type(value) is str:
        return value if _is_plain(value) else _quoted(value)
    if type(value) is float:
        return str(_NUMBERS.represent_float(value).value)
    if isinstance(value, list | dict):
        return "[]" if isinstance(value, list) else "{}"
    return _quoted(value)


@lru_cache(maxsize=4096, typed=True)
def _quoted(value: Any) -> str:
    """Any scalar, as the library writes it on one line."""
    text = _by_library([value], width=1_000_000)[2:-1]
    if "\n" in text:
        raise _NeedsLibrary
    return text


def _by_library(value: Any, *, width: int = WIDTH) -> str:
    return str(yaml.dump(value, Dumper=_Careful, sort_keys=False, allow_unicode=True, width=width))


class _Careful(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Escapes the line ends that only Unicode has: unescaped ones come back as spaces."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = '"' if _UNICODE_LINE_ENDS.search(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Careful.add_representer(str, _text)
_NUMBERS = yaml.representer.SafeRepresenter()


def _problem(mark: yaml.Mark | None, problem: str) -> Refusal:
    line = mark.line + 1 if mark else None
    where = f" in line {line}" if line else ""
    return Refusal(
        "text.unreadable", f"The text cannot be read{where}: {problem[:200]} Nothing was changed.", line=line
    )
