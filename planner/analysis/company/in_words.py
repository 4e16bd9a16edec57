"""What a file of cited figures says, in words for screen, shell and paper: figures, rules of price and pay, periods."""

from dataclasses import replace
from math import inf

from planner.analysis.company.readings import reading_of
from planner.inputs.cited.figure import Cited, Figure, Rule
from planner.inputs.company.buy_back import NO_LIMIT, BuyBackPeriod, NoLimit
from planner.inputs.company.company import Margin
from planner.inputs.company.disclosure import Counted
from planner.inputs.company.orders import FreightTable
from planner.inputs.company.pay_rules import Choice, Rank, Ranks, Stairstep, StepsWithoutPoints, Unilevel
from planner.inputs.company.prices import Prices
from planner.inputs.company.record import Disclosure, Stated
from planner.language import date_in_words, format_percent, mark
from planner.speech import Speech

MARGINS = {
    "retail": mark("{share} of the shop price"),
    "cost": mark("{share} on top of what you pay"),
    "order": mark("{share} of the shop price of the order"),
    "earn_base": mark("{share} of a value below the shop price, which the company states for each product"),
    "commissionable": mark("{share} of the value that pay is counted on"),
}
COUNTED: dict[Counted, str] = {
    "before_expenses": mark("before their expenses"),
    "after_expenses": mark("after their expenses"),
    "not_said": mark("not said whether before or after their expenses"),
}
UNITS: dict[str, str] = {
    "money_a_month": mark("{amount} a month"),
    "money_a_year": mark("{amount} a year"),
    "money_a_week": mark("{amount} a week"),
    "money_a_payment": mark("{amount} in one payment"),
    "hours_a_week": mark("{amount} hours a week"),
    "points": mark("{amount} points"),
    "levels": mark("{amount} levels"),
    "people": mark("{amount} people"),
    "points_a_month": mark("{amount} points a month"),
    "days": mark("{amount} days"),
    "countries": mark("{amount} countries"),
}
ONE: dict[str, str] = {
    "points": mark("{amount} point"),
    "levels": mark("{amount} level"),
    "people": mark("{amount} person"),
    "points_a_month": mark("{amount} point a month"),
    "days": mark("{amount} day"),
    "countries": mark("{amount} country"),
}
BASE_UNKNOWN = mark("The source does not say what this base is of the shop price.")
PASSED_OVER = mark("Those who left, or are not active in the month, are passed over when levels are counted.")
STILL_COUNT = mark("Those who left, or are not active in the month, still count as a level.")
NOT_PAID_ON = mark("Nothing is paid on what members buy who are not active in the month.")
DIFFERENTIAL = mark("The rate of your rank on the whole group, less what each leg's own rate takes.")
BREAKAWAY = mark("A leg at the top rate no longer counts in your group.")
LISTED = " · "


def figure_in_words(value: float, unit: str, speech: Speech) -> str:
    """A figure with its unit; speech in the currency of the figure."""
    decimals = 0 if float(value).is_integer() else 2
    if value == inf:
        return speech.text(NO_LIMIT)
    if unit == "year":
        return str(int(value))
    if unit == "share":
        return format_percent(value, speech.language, None)
    if unit == "months":
        return speech.months(value)
    if unit == "month":
        return speech.text(mark("month {number}")).format(number=int(value))
    amount = speech.money(value, decimals) if unit.startswith("money") else speech.number(value, decimals)
    units = UNITS | ONE if value == 1 else UNITS
    return speech.text(units.get(unit, "{amount}")).format(amount=amount)


def period_in_words(written: str, speech: Speech) -> str:
    """A period as a company's file has it, "2017" or "2017-06/2017-09"."""
    _ = speech.text
    first, _slash, last = written.partition("/")
    if not last:
        return date_in_words(first, speech.language)
    words = _("{first} to {last}")
    return words.format(first=date_in_words(first, speech.language), last=date_in_words(last, speech.language))


def rule_in_words(entry: Cited, speech: Speech) -> tuple[str, ...]:
    """What a figure or a rule says, a line each; speech in the currency of the company."""
    match entry:
        case Stated():
            return stated_in_words(entry, speech)
        case Figure():
            return (figure_in_words(entry.value, entry.unit, speech),)
        case Rule():
            return (speech.told(entry.text),)
        case Prices():
            return price_steps(entry, speech)
        case Choice() | NoLimit():
            return (speech.text(reading_of(entry)),)
        case FreightTable():
            return freight_steps(entry, speech)
        case Unilevel():
            return level_rates(entry, speech)
        case Stairstep() | StepsWithoutPoints():
            return differential(entry, speech)
        case Ranks():
            return tuple(rank_conditions(row, speech) for row in entry.rows)
    raise TypeError(f"no words for {type(entry).__name__}")


def stated_in_words(entry: Stated, speech: Speech) -> tuple[str, ...]:
    """The figure that a sentence of the file holds, in its own currency where it has one."""
    _, speech = speech.text, in_currency(entry.currency, speech)
    if isinstance(entry, Margin):
        return margin_in_words(entry, speech)
    figure = figure_in_words(entry.value, entry.unit, speech)
    if isinstance(entry, Disclosure) and entry.share_above is not None:
        share = format_percent(entry.share_above, speech.language, None)
        return (figure, _("At most {share} received that or more.").format(share=share))
    if isinstance(entry, BuyBackPeriod):
        return (figure, *dates_in_words(entry, speech), *returns_in_words(entry, speech).values())
    return (figure,)


def in_currency(currency: str | None, speech: Speech) -> Speech:
    """The speech with amounts in a currency; as it was where none is named."""
    return replace(speech, currency=currency or speech.currency)


def margin_in_words(margin: Margin, speech: Speech) -> tuple[str, ...]:
    """The share with its base, and what it is of the shop price where that follows."""
    _ = speech.text
    words = _(MARGINS[margin.base]).format(share=format_percent(margin.value, speech.language, None))
    if margin.from_order:
        amount = figure_in_words(margin.from_order, "money", speech)
        words = _("{share}, on orders from {amount}").format(share=words, amount=amount)
    if margin.of_retail is None:
        return (words, _(BASE_UNKNOWN))
    kept = 100 * margin.of_retail
    amount = speech.number(kept, 0 if round(kept, 2).is_integer() else 2)
    return (words, _("Kept of every 100 at shop price: {amount}").format(amount=amount))


def dates_in_words(period: BuyBackPeriod, speech: Speech) -> tuple[str, ...]:
    """From when to when terms held, as far as the file says."""
    _ = speech.text
    starts, ends = (date and date_in_words(date, speech.language) for date in (period.starts, period.ends))
    if starts and ends:
        return (_("from {start} to {end}").format(start=starts, end=ends),)
    if starts:
        return (_("from {start}").format(start=starts),)
    return (_("until {end}").format(end=ends),) if ends else ()


def returns_in_words(period: BuyBackPeriod, speech: Speech) -> dict[str, str]:
    """For how long, whose freight and for whom, as far as the file says, by the key of its file."""
    _, said = speech.text, {}
    if period.window_months is not None:
        said["window_months"] = _("within {window}").format(window=speech.months(period.window_months))
    if period.no_limit:
        said["no_limit"] = _(NO_LIMIT)
    if period.company_pays_freight is not None:
        pays = _(mark("the company pays the freight")), _(mark("you pay the freight"))
        said["company_pays_freight"] = pays[0 if period.company_pays_freight else 1]
    if period.for_some:
        said["for_some"] = _("for some only, so that no plan is counted with it")
    return said


def price_steps(prices: Prices, speech: Speech) -> tuple[str, ...]:
    """What you pay, from the first goods and after each threshold."""
    _ = speech.text
    first, *later = (format_percent(step.wholesale_share, speech.language, None) for step in prices.steps)
    thresholds = (speech.number(step.lifetime_points) for step in prices.steps[1:])
    return (
        _("{share} of the shop price").format(share=first),
        *(
            _("{share} of the shop price once you have {points} points since joining").format(
                share=share, points=points
            )
            for share, points in zip(later, thresholds, strict=True)
        ),
    )


def freight_steps(table: FreightTable, speech: Speech) -> tuple[str, ...]:
    """The freight of an order, by what its goods cost."""
    words = speech.text(mark("{amount} for an order from {cost}"))

    def money(value: float) -> str:
        return figure_in_words(value, "money", speech)

    return tuple(words.format(amount=money(step.amount), cost=money(step.from_cost)) for step in table.steps)


def level_rates(unilevel: Unilevel, speech: Speech) -> tuple[str, ...]:
    """The rate of each level on one line, and where there are several, what happens if somebody leaves."""
    _ = speech.text
    rates = LISTED.join(
        _("level {level}: {share}").format(level=level, share=format_percent(rate, speech.language, None))
        for level, rate in enumerate(unilevel.rates, start=1)
    )
    lines = [rates] if rates else []
    if len(unilevel.rates) + len(unilevel.missing) > 1:
        lines.append(_(PASSED_OVER if unilevel.compression else STILL_COUNT))
    if not unilevel.pays_on_inactive:
        lines.append(_(NOT_PAID_ON))
    return tuple(lines)


def differential(steps: Stairstep | StepsWithoutPoints, speech: Speech) -> tuple[str, ...]:
    """How pay by steps is counted, at which rates where these have no ranks, and what breakaway does."""
    _ = speech.text
    lines = [_(DIFFERENTIAL)]
    if isinstance(steps, StepsWithoutPoints):
        lines.insert(0, LISTED.join(format_percent(rate, speech.language, None) for rate in steps.rates))
    if steps.breakaway:
        lines.append(_(BREAKAWAY))
    return tuple(lines)


def rank_conditions(row: Rank, speech: Speech) -> str:
    """A rank with what it asks for in a month, and its rate where it has one, as a list on one line."""
    _, number = speech.text, speech.number
    own = _("{points} own points").format(points=number(row.personal_volume))
    group = _("{points} points in the group").format(points=number(row.group_volume))
    so_many = speech.plural("{count} leg", "{count} legs", row.leg_count)
    legs = _("{legs} of {points} points each").format(legs=so_many, points=number(row.leg_volume))
    frontline = speech.plural(
        "{count} active recruit of your own", "{count} active recruits of your own", row.frontline
    )
    rate = _("pays {share}").format(share=format_percent(row.rate or 0.0, speech.language, None))
    conditions = (
        (own, row.personal_volume),
        (group, row.group_volume),
        (legs, row.leg_count),
        (frontline, row.frontline),
        (rate, row.rate),
    )
    return LISTED.join([row.name, *(text for text, amount in conditions if amount)])
