"""How rare a plan is, in words, and what in it nobody has or does: the same on screen, in a file and in a shell."""

from planner.analysis.case import Case
from planner.analysis.chance.effort import (
    HOURS_AWAKE,
    hours_a_week,
    outgrown,
    too_few_minutes,
    too_few_minutes_of_a_recruit,
)
from planner.analysis.chance.rarity import Rarity, rarity
from planner.analysis.company.in_words import period_in_words
from planner.analysis.measures.gross_pay import YEAR
from planner.inputs.company.disclosure import Counted, OwnSales
from planner.language import mark
from planner.speech import Speech

COUNTED: dict[Counted, str] = {
    "before_expenses": mark("before expenses"),
    "after_expenses": mark("after expenses"),
    "not_said": mark("not said whether before or after expenses"),
}
OWN_SALES: dict[OwnSales, str] = {
    "counted": mark("what is earned on own sales counted"),
    "not_counted": mark("commission alone"),
    "not_said": "",
}


def how_rare(case: Case, speech: Speech, *, in_short: bool = False) -> str:
    """Between how many of 100 were paid less than the plan's first year, of whom and when; or why it cannot be said.

    in_short: under a headline, where whom exactly the record counts is told in how_bounds_are_found().
    """
    _ = speech.text
    found = rarity(case)
    if found is None:
        if case.plan.horizon_months < YEAR:
            return _(
                "How rare this plan is cannot be said: it is shorter than the year that sellers' pay is published for."
            )
        return _("How rare this plan is cannot be said: no published record of pay can be held against it.")
    count = of_100(found, speech)
    when = of_whom_and_when(found, speech, in_short=in_short)
    if found.nothing and in_short:
        text = _("{who}, {count} were paid nothing by it, as this plan is in its first full year ({when}).")
    elif found.nothing:
        text = _(
            "{who}, {count} were paid nothing, as this plan is in its first full year; what it earns on goods that it "
            "sells on is no pay from the company ({when})."
        )
    elif found.table.per == "month":
        text = _(
            "{who}, {count} were paid less than this plan in an average month of its first year as entered, {amount} "
            "({when})."
        )
    else:
        text = _("{who}, {count} were paid less than this plan's first full year as entered, {amount} ({when}).")
    who = _("Of 100 of this company's sellers") if found.own else _("Of 100 sellers of another company")
    cents = (
        2 if 0 < found.amount < 1 else 0
    )  # the mean of many runs may be some cents: nobody is paid less than nothing
    return text.format(who=who, count=count, amount=speech.money(found.amount, cents), when=when)


def how_bounds_are_found(case: Case, speech: Speech) -> list[str]:
    """Whom the table counts, how many of 100 were paid less, and of which pay of the plan; nothing without a table."""
    found = rarity(case)
    if found is None:
        return []
    _ = speech.text
    said = [_("The record of pay: {when}.").format(when=of_whom_and_when(found, speech))]
    if found.nothing:
        said.append(_("What a plan earns on goods that it sells on is no pay from the company."))
    text = _(
        "How rare the plan is: its first year is taken exactly as entered, and of each group in the published table no "
        "more than its figures allow; nothing between them is guessed. Of a group with a median, half were paid less "
        "than that; of a group that was paid 10 on average, at most one in ten was paid 100 or more."
    )
    return [" ".join((*said, text))]


def how_rare_then(case: Case, what: str, speech: Speech) -> str:
    """The same of a plan that was changed to reach a goal, and what in it nobody has or does. what: was changed."""
    _ = speech.text
    said = " ".join([how_rare(case, speech), *beyond_what_is_known(case, speech)])
    return _("With {what}: {rare}").format(what=what, rare=said)


def rare_in_short(case: Case, speech: Speech) -> str:
    """How many of 100 were paid less, for a table of several plans."""
    _ = speech.text
    found = rarity(case)
    if found is None:
        return _("no record says")
    count = of_100(found, speech)
    if found.nothing:
        count = _("{count} were paid nothing, as it is").format(count=count)
    return count if found.own else f"{count} ({speech.told(found.table.title)})"


def of_100(found: Rarity, speech: Speech) -> str:
    """The bounds as people of 100: one number only where the table gives one."""
    _ = speech.text
    least, most = round(100 * found.bounds.least), round(100 * found.bounds.most)
    if least >= 100:
        return _("more than 99")
    if least == most:
        return str(least)
    if most >= 100:
        return _("at least {least}").format(least=least)
    if least <= 0:
        return _("at most {most}").format(most=most)
    return _("between {least} and {most}").format(least=least, most=most)


def of_whom_and_when(found: Rarity, speech: Speech, *, in_short: bool = False) -> str:
    """Whom the table counts, where and when, and what is in its amounts; in short whose it is, when, and expenses."""
    _, table = speech.text, found.table
    title = "" if found.own else speech.told(table.title)
    if in_short:
        whose = title or period_in_words(table.period, speech)  # the title of another company's names it and the year
        return f"{whose}, {_(COUNTED[table.counted])}"
    basis = (_(OWN_SALES[table.own_sales]), _(COUNTED[table.counted]))
    counted = (speech.told(table.of_whom), speech.told(table.market), period_in_words(table.period, speech))
    return ", ".join(filter(None, (title, *counted, *basis)))


def beyond_what_is_known(case: Case, speech: Speech) -> list[str]:
    """What stands in the headline itself: pay above all that the company has published, and effort that nobody has."""
    _ = speech.text
    found = rarity(case)
    said = []
    if found is not None and found.highest is not None:
        text = _(
            "Its first year is paid {amount}, above the highest that this company has published for any group, {most}."
        )
        if found.table.per == "month":
            text = _(
                "An average month of its first year is paid {amount}, above the highest that this company has "
                "published for any group, {most}."
            )
        said.append(text.format(amount=speech.money(found.amount), most=speech.money(found.highest)))
    return [*said, *effort_that_nobody_has(case, speech)]


def effort_that_nobody_has(case: Case, speech: Speech) -> list[str]:
    """More hours than there are or less time than a customer takes, and more members than there are people."""
    return [*_hours_that_nobody_has(case, speech), *_members_that_are_not_there(case, speech)]


def _members_that_are_not_there(case: Case, speech: Speech) -> list[str]:
    """The largest of those places."""
    _ = speech.text
    text = _("By {month} it would need more members than people live in {place}.")
    last = outgrown(case)[-1:]
    return [text.format(month=speech.month(each.month or 0), place=speech.told(each.place.place)) for each in last]


def _hours_that_nobody_has(case: Case, speech: Speech) -> list[str]:
    _, hours = speech.text, hours_a_week(case)
    if hours > HOURS_AWAKE:
        return [_("It takes {hours} hours a week: nobody has them.").format(hours=speech.number(hours))]
    for minutes, text in (
        (
            too_few_minutes(case),
            _("In its busiest month {minutes} minutes are left for each customer: nobody sells so fast."),
        ),
        (
            too_few_minutes_of_a_recruit(case),
            _("In its busiest month {minutes} minutes are left for each person you recruit: nobody recruits so fast."),
        ),
    ):
        if minutes is not None:
            return [text.format(minutes=speech.number(minutes, 1))]
    return []
