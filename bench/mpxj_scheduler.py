"""MPXJ's own schedulers on an MSPDI file, in a Java process of their own."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

PROGRAM = Path(__file__).parent / "mpxj" / "ScheduleFile.java"


@dataclass(frozen=True, slots=True)
class Computed:
    """Seconds that the schedule call took (file reading left out), and start and finish by task UID."""

    seconds: float
    dates: dict[str, tuple[datetime, datetime]]


class CannotRun(Exception):
    """Java, MPXJ, or a plan that its scheduler takes is missing; the message says which."""


def by_mpxj(plan: Path, *, scheduler: str = "microsoft", rounds: int = 1, limit: int = 300) -> Computed:
    """Schedule a file; `scheduler` is microsoft or primavera. Raises CannotRun."""
    found = importlib.util.find_spec("mpxj")
    if shutil.which("java") is None or found is None or found.origin is None:
        raise CannotRun("needs Java and the mpxj package")
    jars = Path(found.origin).parent / "lib" / "*"
    command = [
        "java",
        "-Xss512m",
        "-Xmx6g",
        "-cp",
        str(jars),
        str(PROGRAM),
        str(plan),
        scheduler,
        str(rounds),
    ]
    try:
        run = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired as late:
        raise CannotRun(f"no answer in {limit} s") from late
    if run.returncode:
        reasons = [line for line in run.stderr.splitlines() if "Exception" in line or "Error" in line]
        raise CannotRun((reasons or ["it failed"])[0].split(":")[-1].strip() or "it failed")
    lines = [line.split() for line in run.stdout.splitlines()]
    seconds = next(float(parts[1]) for parts in lines if parts[:1] == ["seconds"])
    rows = [parts for parts in lines if len(parts) == 3 and parts[0].isdigit() and "null" not in parts]
    dates = {p[0]: (datetime.fromisoformat(p[1]), datetime.fromisoformat(p[2])) for p in rows}
    return Computed(seconds, dates)
