"""What an input of the plan states, in words: numbers with their units, choices by their names, lists row by row."""

from typing import Any

from pages.shared.fields import places, reading
from pages.shared.fields.tax import rule_titles
from pages.shared.session import state
from pages.shared.words.company_names import named
from planner.inputs.changes.difference import Difference, rows_only_in
from planner.inputs.cited.figure import Asked
from planner.inputs.path import Path
from planner.inputs.plan.customers import Product
from planner.inputs.plan.getting_started import CostItem, RunningCost
from planner.inputs.plan.out_of_season import HOW_OFTEN, MONTHS, OutOfSeason
from planner.inputs.plan.pay_in_kind import WORTH, PayInKind
from planner.inputs.plan.schedule import Ramp
from planner.inputs.plan.team_today import MemberToday, people_in
from planner.language import date_in_words, format_month, month_name
from planner.timeline import calendar_month


def title_in_words(difference: Difference) -> str:
    """What an input is called, and which of its values is meant where it has several."""
    _ = state.speech().text
    title = _(difference.title)
    match difference.path:
        case ("exchange_rates", currency):
            return f"{title}, {currency}"
        case ("company_answers", str(company_id), str(name)):
            company = state.known_companies().get(company_id)
            figure = getattr(company.volume, name, None) if company is not None else None
            asked = state.speech().told(figure.title) if isinstance(figure, Asked) else name
            return f"{company.name if company is not None else company_id}: {asked}"
        case _:
            return title


def both_in_words(difference: Difference) -> tuple[str, str]:
    """The two values of an input; of lists of costs and products only the rows that the other does not hold."""
    before, after = difference.before, difference.after
    if isinstance(before, tuple) and isinstance(after, tuple) and _has_rows(before + after):
        one, other = rows_only_in(before, after), rows_only_in(after, before)
        if one or other:  # else the same rows stand in another order
            before, after = one, other
    return in_words(difference.path, before), in_words(difference.path, after)


def in_words(path: Path, value: Any) -> str:
    """The value of an input in words."""
    speech = state.speech()
    _ = speech.text
    choices = places.choices_of(path)
    if isinstance(value, str) and value in choices:
        return _(choices[value])
    match path, value:
        case (("tax", "rules"), str()):
            return rule_titles().get(value, value)
        case (("start_month",), str()):
            return format_month(calendar_month(value, 0), speech.language)
        case (("customers", "first_campaign"), str()):
            return date_in_words(value, speech.language)
        case (("exchange_rates" | "company_answers", *_rest), None):
            return _("not stated")
        case (("exchange_rates" | "company_answers", *_rest), _number):
            return places.in_unit(value, "number")
        case (_path, Ramp()):
            words = _("from {first} in month 1 to {last} in month {months}")
            first, last = (places.in_unit(number, "people") for number in (value.first, value.last))
            return words.format(first=first, last=last, months=value.months)
        case (_path, str()):
            return places.name_shown(value) or _(reading.LEFT_EMPTY)
        case (_path, tuple()):
            return _list(path, value)
        case _:
            return places.in_unit(value, places.unit_of(path))


def _list(path: Path, rows: tuple[Any, ...]) -> str:
    _ = state.speech().text
    if path == ("customers", "seasons") and not rows:
        return _("every month alike")
    if not rows:
        return _("nothing")
    if isinstance(rows[0], MemberToday):
        words = _("{people} people in {legs} legs")
        legs = sum(row.alike for row in rows if row.under == 0)
        return words.format(people=state.speech().number(people_in(rows)), legs=state.speech().number(legs))
    if _has_rows(rows):
        return "; ".join(map(row_in_words, rows))
    return "; ".join(places.in_unit(value, places.unit_of(path)) for value in rows)


def _has_rows(rows: tuple[Any, ...]) -> bool:
    return any(isinstance(row, CostItem | RunningCost | Product | PayInKind | OutOfSeason) for row in rows)


def row_in_words(row: Any) -> str:
    """A row of a list: its name, its amount and when, or how much of it."""
    _ = state.speech().text
    name = places.name_shown(row.name)
    match row:
        case Product():
            price, count = places.in_unit(row.retail_price, "money"), places.in_unit(row.per_order, "number")
            return _("{name}: {count} for {price} each").format(name=name, count=count, price=price)
        case PayInKind():
            said = {"name": name, "amount": places.in_unit(row.value, "money"), "when": when_in_words(row)}
            given = _("{name}: {amount}, {when}; {worth}").format(worth=_(WORTH[row.worth]), **said)
            return given if row.company is None else f"{given} ({company_called(row.company)})"
        case OutOfSeason():
            share, often = places.in_unit(row.share, "share"), _(HOW_OFTEN[row.every])
            words = _("{name}: {share} of the shelf from {month} on ({often})")
            month = month_name(list(MONTHS).index(row.month) + 1, state.language())
            return words.format(name=name, share=share, month=month, often=often[:1].lower() + often[1:])
        case _:
            amount = places.in_unit(row.amount, "money")
            if isinstance(row, RunningCost) and row.every_months == 1 and row.every_weeks is None:
                spent = _("{name}: {amount} a month").format(name=name, amount=amount)
                return ", ".join([spent, *_limits_in_words(row)])
            return _("{name}: {amount}, {when}").format(name=name, amount=amount, when=when_in_words(row))


def amount_of(row: Any) -> float:
    """The amount of money in a row of a list."""
    match row:
        case Product():
            return row.retail_price
        case PayInKind():
            return row.value
        case _:
            amount: float = row.amount
            return amount


def company_called(company_id: str) -> str:
    """A company by its name; by its id where it is not known here."""
    company = state.known_companies().get(company_id)
    return company_id if company is None else named(company)


def when_in_words(row: CostItem | RunningCost | PayInKind) -> str:
    """The months in which a cost is paid, or something comes."""
    _ = state.speech().text
    if isinstance(row, CostItem):
        return _("month {month}").format(month=row.month)
    if isinstance(row, PayInKind):
        if row.every_months is None:
            return _("month {month}").format(month=row.first_month)
        often = _("every month") if row.every_months == 1 else _("every {count} months").format(count=row.every_months)
        return ", ".join([often, *_first_and_last(row)])
    often = _("every month") if row.every_months == 1 else _("every {count} months").format(count=row.every_months)
    if row.every_weeks is not None:
        often = _("every week") if row.every_weeks == 1 else _("every {count} weeks").format(count=row.every_weeks)
    return ", ".join([often, *_limits_in_words(row)])


def _limits_in_words(row: RunningCost) -> list[str]:
    """From when and until when a cost runs, and that it is for recruiting, where that is so."""
    _ = state.speech().text
    words = _first_and_last(row)
    if row.for_recruiting:
        words.append(_("only for recruiting"))
    return words


def _first_and_last(row: RunningCost | PayInKind) -> list[str]:
    _ = state.speech().text
    words = []
    if row.first_month != 1:
        words.append(_("from month {month}").format(month=row.first_month))
    if row.last_month is not None:
        words.append(_("until month {month}").format(month=row.last_month))
    return words
