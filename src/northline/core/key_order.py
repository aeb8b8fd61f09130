"""Short keys in the order of their numbers: by prefix, then KEY-9 before KEY-10."""

from __future__ import annotations

from typing import Any

from django.db.models import Func, TextField


class KeyOrder(Func):
    """What stands for a short key in a sort: its prefix, then its number at a fixed width.

    Its constants are written out, for an index of an expression counts only where a query says the very same.
    """

    arity = 1
    output_field = TextField()

    def as_sqlite(self, compiler: Any, connection: Any, **_: Any) -> Any:
        return self._written(
            compiler,
            "rtrim({0}, '0123456789') || substr('00000000000' || substr({0}, length(rtrim({0}, '0123456789')) + 1), -12)",
        )

    def as_postgresql(self, compiler: Any, connection: Any, **_: Any) -> Any:
        return self._written(
            compiler,
            "rtrim({0}, '0123456789') || right('00000000000' || substr({0}, length(rtrim({0}, '0123456789')) + 1), 12)",
        )

    def _written(self, compiler: Any, template: str) -> tuple[str, list[Any]]:
        key, params = compiler.compile(self.source_expressions[0])
        return f"({template.format(key)})", list(params) * template.count("{0}")
