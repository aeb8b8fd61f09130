"""Write the API document that the server would serve."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from northline.config.boot import boot


def main(target: str) -> None:
    boot(level="ERROR")
    from northline.config.api import api

    document = api.get_openapi_schema()
    Path(target).write_text(json.dumps(document, indent=1, ensure_ascii=False, default=str) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
