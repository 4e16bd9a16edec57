"""The stop rule as a calendar file, read back with a reader of calendar files."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from icalendar import Calendar

from planner.export.calendar import stop_rule_calendar
from planner.inputs.plan.plan import Plan
from planner.language import Language
from planner.speech import Speech

WRITTEN = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


def entries(language: Language = "en", **chance: Any) -> list[Any]:
    plan = Plan.model_validate(
        {"name": "Anna, her plan; with \\ and a line", "start_month": "2026-12", "horizon_months": 18, "chance": chance}
    )
    data = stop_rule_calendar(plan, Speech.of(language, plan), WRITTEN)
    assert b"\r\n" in data
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    return list(Calendar.from_ical(data).walk("VEVENT"))


def test_the_review_stands_on_the_first_day_after_its_month() -> None:
    """Month 6 of a plan that starts in December 2026 is June 2027."""
    [event] = entries(review_month=6)
    assert event.decoded("dtstart") == date(2027, 7, 1)
    assert event.decoded("dtend") == date(2027, 7, 2)
    assert str(event["summary"]) == "Anna, her plan; with \\ and a line: did the last three months cost me money?"


def test_the_limit_is_looked_at_after_every_trading_month() -> None:
    [event] = entries(most_to_lose=1500)
    assert event.decoded("dtstart") == date(2027, 2, 1)  # month 1 is January
    assert (event["rrule"]["FREQ"], event["rrule"]["COUNT"]) == (["MONTHLY"], [18])
    assert "1,500\N{NO-BREAK SPACE}USD" in str(event["description"])


def test_both_and_none() -> None:
    assert len(entries(most_to_lose=500, review_month=3)) == 2
    assert entries() == []
    assert entries(review_month=19) == []  # after the end of the plan


def test_another_rule_of_the_plan_takes_the_place_of_the_first() -> None:
    first, other = (str(entries(review_month=month)[0]["uid"]) for month in (6, 7))
    assert first == other != str(entries(most_to_lose=500)[0]["uid"])


@pytest.mark.parametrize("language", ["en", "sv"])
def test_it_speaks_the_language_of_the_page(language: Language) -> None:
    [event] = entries(language, most_to_lose=1500)
    assert ("lost more" in str(event["summary"])) == (language == "en")
