"""Frozen values with many fields, which plans hold by the hundred thousand."""

from dataclasses import MISSING, Field, fields
from typing import Any, TypeVar

T = TypeVar("T")


def quickly_made(kind: type[T]) -> type[T]:
    """Give a frozen dataclass with slots, made by keywords, an `__init__` that takes a third of the time.

    The usual one calls `object.__setattr__` for every field. Here the new object is of an open class with the same
    slots until its fields are set, so that plain assignments fill it.
    """
    # The interpreter takes the short way only where both are the usual ones.
    usual = {"__slots__": (), "__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
    opened = type(f"_Open{kind.__name__}", (kind,), usual)
    names: dict[str, Any] = {"_set": object.__setattr__, "_opened": opened, "_absent": object()}
    own: tuple[Field[Any], ...] = fields(kind)  # type: ignore[arg-type]
    for field in own:
        made_each_time = field.default_factory is not MISSING
        names[f"_default_{field.name}"] = names["_absent"] if made_each_time else field.default
        names[f"_make_{field.name}"] = field.default_factory
    lines = [
        f"def __init__(self, *, {', '.join(map(_argument, own))}):",
        " kind = self.__class__",
        " _set(self, '__class__', _opened)",
        *(f" self.{field.name} = {_value(field)}" for field in own),
        " self.__class__ = kind",
        *([" self.__post_init__()"] if hasattr(kind, "__post_init__") else []),
    ]
    exec("\n".join(lines), names)  # noqa: S102  only names of fields enter the text, as in dataclasses itself
    made = names["__init__"]
    made.__qualname__, made.__annotations__ = (
        f"{kind.__name__}.__init__",
        vars(kind)["__init__"].__annotations__,
    )
    setattr(kind, "__init__", made)  # noqa: B010  mypy knows that the class has one
    return kind


def _argument(field: Field[Any]) -> str:
    required = field.default is MISSING and field.default_factory is MISSING
    return field.name if required else f"{field.name}=_default_{field.name}"


def _value(field: Field[Any]) -> str:
    if field.default_factory is MISSING:
        return field.name
    return f"_make_{field.name}() if {field.name} is _absent else {field.name}"
