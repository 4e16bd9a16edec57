"""The dates of a plan as a calendar file (iCalendar, RFC 5545), which any calendar opens: when to look, and at what.

The next talk with what the plan should have come to by then, and the stop rule's dates.
"""

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from uuid import uuid4

from icalendar import Calendar, Event

from planner.analysis.answer.cell import money
from planner.analysis.case import Case
from planner.analysis.together.steps import month_of, until_then
from planner.export.about import NO_PROMISE
from planner.inputs.plan.plan import DEFAULT_NAMES, INPUTS, Plan
from planner.inputs.plan_file import PlanFile
from planner.inputs.together.talk import Talk
from planner.speech import Speech
from planner.timeline import calendar_month

PRODUCT = "-//Joinwise//dates of a plan//EN"


def has_dates(plan: Plan, talk: Talk) -> bool:
    """Whether there is anything to write into a calendar."""
    review = plan.chance.review_month
    within = review is not None and review <= plan.horizon_months
    return within or plan.chance.most_to_lose is not None or talk.next_talk is not None


def plan_calendar(case: Case, file: PlanFile, speech: Speech, written: datetime) -> bytes:
    """The dates of a plan as a file; written: when, with its time zone. file: of the plan, with its talk.

    The limit is looked at on the first day after each trading month, the review on the first day after its month. The
    entries of a plan stay the same whatever is changed in it but its name, so that a calendar that opens them again
    replaces them; no other plan has them, nor has one that was made of this and given another name.
    """
    plan = case.plan
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    known_by = file.talk.dates or uuid4().hex
    rule = sha256(f"{known_by} {plan.name}".encode()).hexdigest()[:16]
    events = {
        "talk": talk_event(case, file, speech),
        "limit": limit_event(plan, speech),
        "review": review_event(plan, speech),
    }
    for name, event in events.items():
        if event is not None:
            event.add("uid", f"{rule}-{name}@joinwise")
            event.add("dtstamp", written.astimezone(UTC))
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def talk_event(case: Case, file: PlanFile, speech: Speech) -> Event | None:
    """The next talk, with what should be there by then, what was agreed, and what is to be checked; None without one.

    The figures are those of the month that the day falls into, if everything goes exactly as entered.
    """
    day, _ = file.talk.next_talk, speech.text
    if day is None:
        return None
    expected = until_then(case, day, speech)
    lines = [f"{expected.figure} {expected.words}"]
    month = min(month_of(case.plan, day), case.plan.horizon_months)
    if month >= 0:
        in_all = float(case.projection.statement.cumulative_cash_flow[month, 0])
        text = _("All money in less all money out until then: {amount}.")
        lines.append(text.format(amount=money(in_all, speech)))
    checks = [_(INPUTS[path].title) for path, said in file.ledger.items() if said.check]
    if checks:
        lines.append(_("To be checked: {inputs}.").format(inputs="; ".join(checks)))
    if file.talk.until_then:
        lines.append(_("Until then: {words}").format(words=file.talk.until_then))
    lines.append(_(NO_PROMISE))
    return all_day(day, _("{plan}: we talk again"), "\n".join(lines), named(case.plan, speech))


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
        named(plan, speech),
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
        named(plan, speech),
    )


def named(plan: Plan, speech: Speech) -> str:
    """The plan's name, in the language of the page while it is still the program's, without what no calendar shows."""
    name = speech.text(plan.name) if plan.name in DEFAULT_NAMES else plan.name
    return "".join(character for character in name if character.isprintable())


def all_day(day: date, title: str, text: str, name: str, **figures: str) -> Event:
    """An entry for a whole day. name: of the plan."""
    event = Event()
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", title.format(plan=name, **figures))
    event.add("description", text.format(**figures) if figures else text)
    event.add("transp", "TRANSPARENT")  # the day stays free
    return event


def day_after(plan: Plan, month: int) -> date:
    """The first day after a month of the plan."""
    return calendar_month(plan.start_month, month + 1)
