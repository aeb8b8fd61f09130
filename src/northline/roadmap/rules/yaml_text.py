"""YAML from people, read without surprises: only plain values, no aliases, no double keys, within limits."""

from __future__ import annotations

import re
from typing import Any

import yaml

from northline.core.refusal import Refusal

MOST_DEPTH = 12
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


def dump(value: Any) -> str:
    """The value as YAML in the order it has, readable in a review."""
    return str(yaml.dump(value, Dumper=_Careful, sort_keys=False, allow_unicode=True, width=110))


class _Careful(getattr(yaml, "CSafeDumper", yaml.SafeDumper)):  # type: ignore[misc]
    """Escapes the line ends that only Unicode has: unescaped ones come back as spaces."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = '"' if _UNICODE_LINE_ENDS.search(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Careful.add_representer(str, _text)


def _problem(mark: yaml.Mark | None, problem: str) -> Refusal:
    line = mark.line + 1 if mark else None
    where = f" in line {line}" if line else ""
    return Refusal(
        "text.unreadable", f"The text cannot be read{where}: {problem[:200]} Nothing was changed.", line=line
    )
