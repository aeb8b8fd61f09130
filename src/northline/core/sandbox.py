"""Run one of our modules on a stranger's bytes in a process of its own, with little memory, time and no secrets."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import northline

MEBIBYTE = 1024 * 1024
LOOK_EVERY = 0.2
# The limits are set before anything is imported; the child can lower them, never raise them.
_FIRST = """
import resource as r, sys
memory, cpu, output, root, module = sys.argv[1:6]
for name, most in (("RLIMIT_AS", memory), ("RLIMIT_CPU", cpu), ("RLIMIT_FSIZE", output), ("RLIMIT_CORE", 0)):
    r.setrlimit(getattr(r, name), (int(most), int(most)))
sys.path.insert(0, root)
sys.argv = [module, *sys.argv[6:]]
import runpy
runpy.run_module(module, run_name="__main__")
"""


class Overrun(Exception):
    """The process used more memory, time or output than it was given, or died."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the process may use: bytes of address space and output, seconds of processor and of wall time."""

    memory: int = 2048 * MEBIBYTE
    output: int = 256 * MEBIBYTE
    cpu_seconds: int = 60
    wall_seconds: float = 120.0


def run(
    module: str,
    *arguments: str,
    source: Path,
    into: Path,
    limits: Limits = Limits(),
    tick: Callable[[], None] = lambda: None,
) -> None:
    """Run `python -m module` with `source` as standard input and `into` as standard output.

    `tick` is called a few times a second; what it raises ends the process. Raises Overrun.
    """
    root = str(Path(northline.__file__).resolve().parent.parent)
    given = (limits.memory, limits.cpu_seconds, limits.output, root, module, *arguments)
    with source.open("rb") as reads, into.open("wb") as writes:
        process = subprocess.Popen(  # noqa: S603 - our interpreter and our module
            [sys.executable, "-I", "-c", _FIRST, *map(str, given)],
            stdin=reads,
            stdout=writes,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            cwd="/",
            start_new_session=True,
        )
        try:
            code = _awaited(process, until=time.monotonic() + limits.wall_seconds, tick=tick)
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
    if code != 0:
        raise Overrun(f"{module} ended with {code}")


def _awaited(process: subprocess.Popen[bytes], *, until: float, tick: Callable[[], None]) -> int:
    while True:
        try:
            return process.wait(timeout=LOOK_EVERY)
        except subprocess.TimeoutExpired:
            if time.monotonic() > until:
                raise Overrun("it took too long") from None
            tick()


def _environment() -> dict[str, str]:
    """Nothing of ours: neither secrets nor the database's address. One thread keeps numpy's memory small."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LD_LIBRARY_PATH") if name in os.environ}
    return kept | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "NORTHLINE_JIT": "off"}
