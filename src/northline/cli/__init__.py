"""The `northline` command. Each command is a module of its own, listed in COMMANDS and imported when it is
used."""

import sys
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

# Command name → the module whose function `command` runs it, or whose `group` holds its own commands, and the line
# that --help shows.
COMMANDS: dict[str, tuple[str, str]] = {
    "serve": ("northline.cli.serve", "The server; the first start prints a one-time set-up address."),
    "demo": ("northline.cli.demo", "The same on loopback with a ready demo workspace."),
    "worker": ("northline.cli.worker", "A job worker of its own."),
    "user": (
        "northline.cli.users",
        "Who may sign in: list, add, deactivate, reset a password, make an owner.",
    ),
    "token": ("northline.cli.tokens", "API tokens: list, create, revoke."),
    "import": (
        "northline.cli.importing",
        "A plan becomes a project, an export comes into Discover; tells first what would be made.",
    ),
    "export": ("northline.cli.exporting", "A project, a roadmap or a list as a file."),
    "backup": ("northline.cli.backup", "All data as one file, while the server runs."),
    "restore": ("northline.cli.restore", "What backup wrote, verified, all or nothing."),
    "schedule": ("northline.cli.schedule", "Read a plan, compute it, print it."),
    "level": ("northline.cli.level", "Spread the work within the resources."),
    "convert": (
        "northline.cli.convert",
        "Between plan formats, with the list of what could not be carried over.",
    ),
    "forecast": ("northline.cli.forecast", "The chance of every finish date."),
    "flow": ("northline.cli.forecast_flow", "When items will be done, from what was finished so far."),
    "recover": ("northline.cli.recover", "Ways back to a deadline, each one simulated."),
    "earned-value": ("northline.cli.earned_value", "What was planned, earned and spent by a date."),
    "lint": ("northline.cli.lint", "Plan quality findings: the DCMA 14 points, breakdown and logic."),
    "explain": ("northline.cli.explain", "Why a date is where it is, and what would move it."),
}


def refuse(reason: str) -> NoReturn:
    """End the command with a reason on standard error, nothing on standard output, and exit code 1."""
    typer.echo(f"northline: {reason}", err=True)
    raise typer.Exit(1)


class LazyGroup(TyperGroup):
    """Knows its commands by name and loads a module only to run or explain its command."""

    def list_commands(self, ctx: Any) -> list[str]:
        """All command names, in the order of COMMANDS."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Load one command."""
        if cmd_name not in COMMANDS:
            return None
        from importlib import import_module

        module = import_module(COMMANDS[cmd_name][0])
        if hasattr(module, "group"):
            return typer.main.get_command(module.group)
        single = typer.Typer(add_completion=False, rich_markup_mode=None)
        single.command(name=cmd_name)(module.command)
        return typer.main.get_command(single)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


app = typer.Typer(
    cls=LazyGroup,
    name="northline",
    help="Northline: from the first piece of evidence to the finished task.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def _northline() -> None:
    """Northline: from the first piece of evidence to the finished task."""


def main() -> None:
    """Run the command line; exits 0 on success, 1 on a refusal, 2 on wrong usage."""
    sys.exit(app())
