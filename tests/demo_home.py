"""A data folder with the demo workspace, made once a day for one state of the sources and copied for each who asks."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parent.parent
SOURCES, PLACE = ROOT / "src" / "northline", ROOT / ".cache" / "demo"


def furnish(home: Path) -> None:
    """Fill a folder with the demo's data, as `northline demo` leaves it."""
    PLACE.mkdir(parents=True, exist_ok=True)
    kept = PLACE / _sources()
    with (PLACE / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            for old in PLACE.glob("*/"):
                shutil.rmtree(old)
            fresh = PLACE / "part"
            _make(fresh)
            fresh.replace(kept)
    shutil.copytree(kept, home, dirs_exist_ok=True)


def _make(home: Path) -> None:
    environment = os.environ | {"NORTHLINE_HOME": str(home), "NORTHLINE_LOG_FORMAT": "text"}
    environment.pop("NORTHLINE_DATABASE", None)
    home.mkdir()
    command = [str(Path(sys.executable).parent / "northline"), "demo", "--prepare"]
    subprocess.run(command, env=environment, check=True, timeout=600)


def _sources() -> str:
    """A name for today and these very sources: the demo's past ends today."""
    digest = hashlib.sha256(date.today().isoformat().encode())
    for file in sorted(SOURCES.rglob("*.py")):
        digest.update(file.relative_to(SOURCES).as_posix().encode() + file.read_bytes())
    return digest.hexdigest()[:16]
