"""`northline worker`: a job worker of its own; any number, on any number of machines."""

from __future__ import annotations

import signal

from northline.config.boot import boot


def command() -> None:
    """Take jobs until interrupted."""
    boot()
    from northline.core.jobs import Worker

    worker = Worker()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: worker.stop())
    worker.run()
