"""Public holidays of countries and their regions as calendar exceptions, by the `holidays` library."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from northline.engine.errors import BadValue
from northline.engine.model import Calendar, CalendarException, Week, WorkInterval, standard_calendar

MOST_YEARS = 200


def country_holidays(
    country: str,
    *,
    first_year: int,
    last_year: int,
    region: str | None = None,
    language: str | None = None,
    week: Week | None = None,
) -> tuple[CalendarException, ...]:
    """The public holidays of a country (ISO 3166-1 code) or a region of it, in order of date.

    Where the library knows half days, the first half of that weekday's hours in `week` (by default a standard
    one) stays working time. Raises BadValue for a country, region or language that it does not know, telling
    those that it does.

    >>> for day in country_holidays("DE", region="BY", first_year=2026, last_year=2026, language="en_US")[:2]:
    ...     print(day.first, day.name)
    2026-01-01 New Year's Day
    2026-01-06 Epiphany
    """
    if not first_year <= last_year < first_year + MOST_YEARS:
        raise BadValue(f"Holidays from {first_year} to {last_year}. Ask for at most {MOST_YEARS} years.")
    hours = standard_calendar().week if week is None else week
    return tuple(_exceptions(_Country(country, region, language), range(first_year, last_year + 1), hours))


def with_holidays(
    calendar: Calendar,
    country: str,
    *,
    first_year: int,
    last_year: int,
    region: str | None = None,
    language: str | None = None,
) -> Calendar:
    """A calendar with a country's holidays added after its own exceptions, which therefore win.

    >>> with_holidays(standard_calendar(), "AT", first_year=2026, last_year=2026).exceptions[0].first
    datetime.date(2026, 1, 1)
    """
    days = country_holidays(
        country,
        first_year=first_year,
        last_year=last_year,
        region=region,
        language=language,
        week=calendar.week,
    )
    return replace(calendar, exceptions=calendar.exceptions + days)


class _Country:
    """One country or region as the library knows it, checked."""

    def __init__(self, country: str, region: str | None, language: str | None) -> None:
        import holidays  # noqa: PLC0415  heavy, and only needed here

        known = holidays.list_supported_countries(include_aliases=True)
        self.code = country.strip().upper()
        if self.code not in known:
            short = ", ".join(sorted(c for c in known if len(c) == 2))
            raise BadValue(f"No holidays are known for country {country!r}. Known are {short}.")
        self._of = holidays.country_holidays
        self.sort = getattr(holidays, self.code)
        self.region = self._region(region)
        self.language = self._language(language)

    def days(self, category: str, year: int) -> dict[date, str]:
        """The holidays of one category in one year, by date."""
        if category not in self.sort.supported_categories:
            return {}
        found = self._of(
            self.code, subdiv=self.region, years=[year], language=self.language, categories=[category]
        )
        return dict(found)

    def _region(self, region: str | None) -> str | None:
        if region is None:
            return None
        known = {*self.sort.subdivisions, *getattr(self.sort, "subdivisions_aliases", {})}
        for name in (region.strip(), region.strip().upper()):
            if name in known:
                return name
        way_out = f"Known are {', '.join(self.sort.subdivisions)}." if known else "Leave the region out."
        raise BadValue(f"{self.code} has no region {region!r}. {way_out}")

    def _language(self, language: str | None) -> str | None:
        if language is None or language in self.sort.supported_languages:
            return language
        known = ", ".join(self.sort.supported_languages) or "no other than its own"
        raise BadValue(f"Holidays of {self.code} have no names in {language!r}. Known: {known}.")


def _exceptions(country: _Country, years: range, week: Week) -> Iterator[CalendarException]:
    for year in years:
        whole = country.days("public", year)
        halves = {day: name for day, name in country.days("half_day", year).items() if day not in whole}
        for day in sorted({**whole, **halves}):
            if day in whole:
                yield CalendarException(day, day, name=whole[day])
            else:
                yield CalendarException(day, day, _first_half(week[day.weekday()]), name=halves[day])


def _first_half(intervals: tuple[WorkInterval, ...]) -> tuple[WorkInterval, ...]:
    """The first half of a day's working time; none stays none."""
    left = sum(i.end_minute - i.start_minute for i in intervals) // 2
    kept = []
    for interval in intervals:
        end = min(interval.end_minute, interval.start_minute + left)
        if end > interval.start_minute:
            kept.append(WorkInterval(interval.start_minute, end))
            left -= end - interval.start_minute
    return tuple(kept)
