"""The benchmarks' plans as files that other schedulers read."""

from __future__ import annotations

from pathlib import Path

from northline.engine import Calendar, ConstraintKind, LagUnit, LinkKind, Project

KINDS = {LinkKind.FF: 0, LinkKind.FS: 1, LinkKind.SF: 2, LinkKind.SS: 3}
CONSTRAINTS = {kind: number for number, kind in enumerate(ConstraintKind)} | {
    ConstraintKind.ASAP: 0, ConstraintKind.ALAP: 1, ConstraintKind.MSO: 2, ConstraintKind.MFO: 3,
    ConstraintKind.SNET: 4, ConstraintKind.SNLT: 5, ConstraintKind.FNET: 6, ConstraintKind.FNLT: 7,
}  # fmt: skip


def write_mspdi(project: Project, file: Path) -> None:
    """The plan as MSPDI, calendars without their exceptions."""
    numbers = {t.id: n for n, t in enumerate(project.tasks, 1)}
    calendars = {c.id: n for n, c in enumerate(project.calendars, 1)}
    links: dict[str, list[str]] = {}
    for link in project.links:
        unit = {LagUnit.WORKING: 7, LagUnit.ELAPSED: 8, LagUnit.PERCENT: 19}[link.lag.unit]
        amount = link.lag.amount if link.lag.unit is LagUnit.PERCENT else link.lag.amount * 10
        links.setdefault(link.after, []).append(
            f"<PredecessorLink><PredecessorUID>{numbers[link.before]}</PredecessorUID><Type>{KINDS[link.kind]}</Type>"
            f"<LinkLag>{amount}</LinkLag><LagFormat>{unit}</LagFormat></PredecessorLink>"
        )
    parents = {t.parent for t in project.tasks}
    with file.open("w", encoding="utf-8") as out:
        out.write('<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project">')
        out.write(
            f"<StartDate>{project.start.isoformat()}</StartDate><CalendarUID>1</CalendarUID><Calendars>"
        )
        out.writelines(_calendar(c, calendars[c.id]) for c in project.calendars)
        out.write("</Calendars><Tasks>")
        for t in project.tasks:
            hours, minutes = divmod(t.duration, 60)
            at = f"<ConstraintDate>{t.constraint.at.isoformat()}</ConstraintDate>" if t.constraint.at else ""
            out.write(
                f"<Task><UID>{numbers[t.id]}</UID><ID>{numbers[t.id]}</ID><Name>{t.name}</Name>"
                f"<OutlineLevel>{2 if t.parent else 1}</OutlineLevel><Summary>{int(t.id in parents)}</Summary>"
                f"<Duration>PT{hours}H{minutes}M0S</Duration><DurationFormat>5</DurationFormat>"
                f"<CalendarUID>{calendars[t.calendar] if t.calendar else -1}</CalendarUID>"
                f"<ConstraintType>{CONSTRAINTS[t.constraint.kind]}</ConstraintType>{at}{''.join(links.get(t.id, ()))}</Task>"
            )
        out.write("</Tasks></Project>")


def _calendar(calendar: Calendar, number: int) -> str:
    days = []
    for day, hours in enumerate(calendar.week):
        times = "".join(
            f"<WorkingTime><FromTime>{_clock(i.start_minute)}</FromTime><ToTime>{_clock(i.end_minute % 1440)}</ToTime></WorkingTime>"
            for i in hours
        )
        worked = f"<WorkingTimes>{times}</WorkingTimes>" if times else ""
        days.append(
            f"<WeekDay><DayType>{(day + 1) % 7 + 1}</DayType><DayWorking>{int(bool(times))}</DayWorking>{worked}</WeekDay>"
        )
    return (
        f"<Calendar><UID>{number}</UID><Name>{calendar.name}</Name><IsBaseCalendar>1</IsBaseCalendar>"
        f"<WeekDays>{''.join(days)}</WeekDays></Calendar>"
    )


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}:00"


def write_tjp(project: Project, file: Path) -> None:
    """The leaf tasks on one calendar with their FS and SS links without lag, as TaskJuggler's own language."""
    parents = {t.parent for t in project.tasks}
    held: dict[str, list[str]] = {}
    for link in project.links:
        if link.kind in (LinkKind.FS, LinkKind.SS):
            mark = " { onstart }" if link.kind is LinkKind.SS else ""
            held.setdefault(link.after, []).append(f"!{link.before}{mark}")
    lines = [
        f'project bench "bench" {project.start:%Y-%m-%d-%H:%M} +20y {{ timezone "UTC" timingresolution 60min }}'
    ]
    for t in project.tasks:
        if t.id in parents:
            continue
        body = [f"length {max(1, t.duration // 60)}h"] if t.duration else ["milestone"]
        body += (
            [f"depends {', '.join(held[t.id])}"]
            if t.id in held
            else [f"start {project.start:%Y-%m-%d-%H:%M}"]
        )
        lines.append(f'task {t.id} "{t.id}" {{ {" ".join(body)} }}')
    lines.append('taskreport "out" { formats csv columns id, start, end }')
    file.write_text("\n".join(lines) + "\n")
