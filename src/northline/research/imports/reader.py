"""Read an export from standard input and write it as JSON: run in a sandbox, without Django.

Answers `{"export": …}` or `{"refused": {"code", "detail"}}`.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from northline.formats import FormatError
from northline.formats.codec import encoded
from northline.formats.feedback import read


def main() -> None:
    """Standard input to standard output; the first argument is the most bytes."""
    try:
        found = read(sys.stdin.buffer.read(), max_bytes=int(sys.argv[1]))
        answer: dict[str, Any] = {"export": encoded(found)}
    except FormatError as error:
        answer = {"refused": {"code": error.code, "detail": error.message[:1000]}}
    json.dump(answer, sys.stdout, ensure_ascii=True, separators=(",", ":"))


if __name__ == "__main__":
    main()
