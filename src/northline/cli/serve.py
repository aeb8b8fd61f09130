"""`northline serve`: the server, with a job worker in the same process unless told otherwise."""

from __future__ import annotations

import threading
from typing import Annotated

import typer

from northline.config.boot import boot, migrate, start_workers

SECONDS_FOR_KERNELS = 5


def command(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65535)] = 8000,
    workers: Annotated[
        int, typer.Option(help="Job workers in this process; 0 where `northline worker` runs.", min=0)
    ] = 1,
    skip_migrate: Annotated[
        bool, typer.Option("--skip-migrate", help="Leave the database as it is.")
    ] = False,
) -> None:
    """Serve Northline; the first start prints a one-time set-up address."""
    boot()
    if not skip_migrate:
        migrate()
    from northline.accounts.actions import first_address

    origin = f"http://{host}:{port}"
    if (address := first_address(origin)) is not None:
        typer.echo(f"\nNobody is here yet. Set Northline up, once, at:\n\n    {address}\n")
    run(host=host, port=port, workers=workers)


def run(*, host: str, port: int, workers: int) -> None:
    """Serve until interrupted."""
    import uvicorn

    # Loading compiled kernels takes a second, which the first who ask would wait for; compiling them, where nothing
    # did so before, a quarter of a minute, beside which one is answered already.
    warming = threading.Thread(target=_warm, name="warm", daemon=True)
    warming.start()
    warming.join(timeout=SECONDS_FOR_KERNELS)
    running = start_workers(workers)
    try:
        uvicorn.run(
            "northline.config.asgi:application",
            host=host,
            port=port,
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=3,
        )
    finally:
        for worker, _ in running:
            worker.stop()
        for _, thread in running:
            thread.join(timeout=5)


def _warm() -> None:
    from northline.engine.warm import warm

    warm()
