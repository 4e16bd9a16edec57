"""The dates of a plan as a calendar file, read back with a reader of calendar files."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from icalendar import Calendar

from planner.analysis.case import Case
from planner.export.calendar import has_dates, plan_calendar
from planner.inputs.company.catalog import load_catalog
from planner.inputs.path import parse
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import PlanFile
from planner.inputs.together.ledger import Said
from planner.inputs.together.talk import Talk
from planner.language import Language
from planner.speech import Speech

NAME = "Anna, her plan; with \\ and a line"
WRITTEN = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


def entries(
    language: Language = "en",
    talk: Talk | None = None,
    name: str = NAME,
    start: str = "2026-12",
    dates: str | None = "a1",
    **chance: Any,
) -> list[Any]:
    plan = Plan.model_validate({"name": name, "start_month": start, "horizon_months": 18, "chance": chance})
    case = Case.of(plan, load_catalog().companies["example-company"])
    ledger = {parse("customers.attrition"): Said(check=True)}
    file = PlanFile(plan=plan, talk=(talk or Talk()).model_copy(update={"dates": dates}), ledger=ledger)
    data = plan_calendar(case, file, Speech.of(language, plan), WRITTEN)
    assert b"\r\n" in data
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    found = list(Calendar.from_ical(data).walk("VEVENT"))
    assert has_dates(plan, file.talk) == bool(found)
    return found


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


def uid(**of: Any) -> str:
    [event] = entries(**of)
    return str(event["uid"])


def test_what_is_changed_in_a_plan_takes_the_place_of_what_the_calendar_had_of_it() -> None:
    first = uid(review_month=6)
    assert first == uid(review_month=7) == uid(review_month=6, start="2027-03")
    assert first != uid(most_to_lose=500)


def test_plans_of_two_people_have_no_entry_in_common() -> None:
    """Neither where they begin alike under one name, nor where one was made of the other and named anew; nor do plans
    that nothing tells from each other.
    """
    of_plans = (
        uid(review_month=6, **of) for of in ({}, {"dates": "b2"}, {"name": "Bo"}, {"dates": None}, {"dates": None})
    )
    assert len(set(of_plans)) == 5


@pytest.mark.parametrize("language", ["en", "sv"])
def test_it_speaks_the_language_of_the_page(language: Language) -> None:
    [event] = entries(language, most_to_lose=1500)
    assert ("lost more" in str(event["summary"])) == (language == "en")
    [unnamed] = entries(language, name="My plan", most_to_lose=1500)
    assert str(unnamed["summary"]).startswith("My plan: " if language == "en" else "Min plan: ")


def test_the_next_talk_has_what_the_plan_should_have_come_to_by_then() -> None:
    """The start, in December: the kit at 49, samples at 100 and 10 % on top, and goods for 150, so 309 out, and back
    comes nothing in that month; customers begin with January.
    """
    talk = Talk(next_talk=date(2026, 12, 20), until_then="Ask three; = nothing, bought\nyet")
    [event] = entries(talk=talk)
    assert event.decoded("dtstart") == date(2026, 12, 20)
    assert str(event["summary"]) == "Anna, her plan; with \\ and a line: we talk again"
    said = str(event["description"]).replace("\N{NO-BREAK SPACE}", " ").replace("\N{MINUS SIGN}", "-")
    assert said.startswith("-309 USD is where the plan stands by then, after 0 months, with 0 customers")
    assert "All money in less all money out until then: -309 USD." in said
    assert "To be checked: Customers who stop, each month." in said
    assert "Until then: Ask three; = nothing, bought\nyet" in said
    assert said.endswith("no promise of earnings.")


def test_a_talk_before_the_start_is_told_and_one_on_another_day_takes_its_place() -> None:
    [early] = entries(talk=Talk(next_talk=date(2026, 11, 30)))
    assert "you meet again before that" in str(early["description"])
    [late] = entries(talk=Talk(next_talk=date(2031, 1, 1)))
    assert early["uid"] == late["uid"]
    assert "after 18 months" in str(late["description"])
    assert len(entries("sv", talk=Talk(next_talk=date(2027, 2, 1)), most_to_lose=300, review_month=2)) == 3
