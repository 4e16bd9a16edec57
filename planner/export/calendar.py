"""The stop rule as a calendar file (iCalendar, RFC 5545), which any calendar opens: when to look, and at what."""

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from icalendar import Calendar, Event

from planner.inputs.plan.plan import Plan
from planner.speech import Speech
from planner.timeline import calendar_month

PRODUCT = "-//Joinwise//stop rule//EN"


def stop_rule_calendar(plan: Plan, speech: Speech, written: datetime) -> bytes:
    """The dates of the plan's stop rule as a file; written: when, with its time zone.

    The limit is looked at on the first day after each trading month, the review on the first day after its month. A
    plan of the same name and start has the same entries, so that a calendar that opens another rule replaces them.
    """
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    rule = sha256(f"{plan.name} {plan.start_month}".encode()).hexdigest()[:16]
    for name, event in (("limit", limit_event(plan, speech)), ("review", review_event(plan, speech))):
        if event is not None:
            event.add("uid", f"{rule}-{name}@joinwise")
            event.add("dtstamp", written.astimezone(UTC))
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def limit_event(plan: Plan, speech: Speech) -> Event | None:
    """A look at the limit after every trading month; None without a limit."""
    most = plan.chance.most_to_lose
    if most is None:
        return None
    _ = speech.text
    event = all_day(
        day_after(plan, 1),
        _("{plan}: have I lost more than {amount}?"),
        _(
            "Add up all that you paid in since you joined, and all that you got back, with pay that is still to come "
            "and less tax that you owe. If you are further down than {amount}, your own rule says: stop."
        ),
        plan,
        amount=speech.money(most),
    )
    event.add("rrule", {"freq": "monthly", "count": plan.horizon_months})
    return event


def review_event(plan: Plan, speech: Speech) -> Event | None:
    """The review; None without one within the plan."""
    month = plan.chance.review_month
    if month is None or month > plan.horizon_months:
        return None
    _ = speech.text
    return all_day(
        day_after(plan, month),
        _("{plan}: did the last three months cost me money?"),
        _(
            "Add up what you paid and what you earned in the last three months. If they cost you money together, your "
            "own rule says: stop."
        ),
        plan,
    )


def all_day(day: date, title: str, text: str, plan: Plan, **figures: str) -> Event:
    """An entry for a whole day."""
    event = Event()
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    name = "".join(character for character in plan.name if character.isprintable())
    event.add("summary", title.format(plan=name, **figures))
    event.add("description", text.format(**figures))
    event.add("transp", "TRANSPARENT")  # the day stays free
    return event


def day_after(plan: Plan, month: int) -> date:
    """The first day after a month of the plan."""
    return calendar_month(plan.start_month, month + 1)
