"""Structured logs: one JSON object a line, or plain text for a person at a terminal."""

from __future__ import annotations

import logging
import sys

import structlog


def set_up_logs(*, form: str = "json", level: str = "INFO") -> None:
    """Send our log and everybody else's through the same processors. `form` is "json" or "text"."""
    shared: list[structlog.types.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    last: structlog.types.Processor = (
        structlog.processors.JSONRenderer()
        if form == "json"
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
        )
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.PositionalArgumentsFormatter(), _prepared],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    finish: list[structlog.types.Processor] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta]
    if form == "json":
        finish.append(structlog.processors.format_exc_info)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=[*finish, last])
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    # Refusals are answers, not trouble; our own line tells their status.
    logging.getLogger("django.request").setLevel(logging.ERROR)
    for noisy in ("uvicorn.access", "numba", "asyncio"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


_prepared = structlog.stdlib.ProcessorFormatter.wrap_for_formatter
