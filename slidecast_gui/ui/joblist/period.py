"""The spans of time by which past jobs can be filtered."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from PySide6.QtCore import QLocale


class Period(StrEnum):
    """Up to now, from the beginning of a day, a week, a month or a year, as the presenter's calendar has them."""

    ANY = "any"
    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"

    def since(self, moment: datetime) -> datetime | None:
        """When it began, seen from `moment` in the presenter's own time; None for any time."""
        today = moment.astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        match self:
            case Period.ANY:
                return None
            case Period.TODAY:
                return _at_midnight(today)
            case Period.WEEK:
                passed = (today.isoweekday() - QLocale().firstDayOfWeek().value) % 7
                return _at_midnight(today - timedelta(days=passed))
            case Period.MONTH:
                return _at_midnight(today.replace(day=1))
            case Period.YEAR:
                return _at_midnight(today.replace(month=1, day=1))


def _at_midnight(day: datetime) -> datetime:
    """The same day where clocks may have been changed since."""
    return day.replace(tzinfo=None).astimezone()
