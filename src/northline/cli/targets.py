"""Files that commands write."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from northline.cli import refuse


def free(target: Path, *, force: bool) -> None:
    """Refuse to write over a file that is there, or into no folder."""
    if target.exists() and not force:
        refuse(f"{target}: a file is there already. Nothing was written; --force writes over it.")
    if not target.parent.is_dir():
        refuse(f"{target.parent}: there is no such folder. Make it first.")


def write_whole(target: Path, content: bytes) -> None:
    """All or nothing: a file beside the target takes its place once it is whole."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        beside.chmod(0o644)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
