"""A company's published figures and rules in words."""

from planner.analysis import figure_text
from planner.analysis.wording import Speech
from planner.inputs.figure import Cited, Figure, Unit, Words
from planner.inputs.pay_rules import Prices, Rank, Ranks, Stairstep, Unilevel
from planner.language import format_percent


def in_its_language(words: Words, speech: Speech) -> str:
    """A text of a company's file in the page's language."""
    return words.sv if speech.language == "sv" else words.en


def figure_in_words(value: float, unit: Unit, speech: Speech) -> str:
    """A figure with its unit; speech in the currency of the company."""
    return figure_text.figure_in_words(value, unit, speech)


def rule_in_words(entry: Cited, speech: Speech) -> tuple[str, ...]:
    """What a figure or a rule says, a line each; speech in the currency of the company."""
    match entry:
        case Figure():
            return (figure_in_words(entry.value, entry.unit, speech),)
        case Prices():
            return price_steps(entry, speech)
        case Unilevel():
            return level_rates(entry, speech)
        case Stairstep():
            return differential(entry, speech)
        case Ranks():
            return tuple(rank_conditions(row, speech) for row in entry.rows)
    raise TypeError(f"no words for {type(entry).__name__}")


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


def level_rates(unilevel: Unilevel, speech: Speech) -> tuple[str, ...]:
    """The rate of each level on one line, and where there are several, what happens if somebody leaves."""
    _ = speech.text
    rates = (
        _("level {level}: {share}").format(level=level, share=format_percent(rate, speech.language, None))
        for level, rate in enumerate(unilevel.rates, start=1)
    )
    one_line = " · ".join(rates)
    if len(unilevel.rates) == 1:
        return (one_line,)
    if unilevel.compression:
        return (one_line, _("Those who left are passed over when levels are counted."))
    return (one_line, _("Those who left still count as a level."))


def differential(stairstep: Stairstep, speech: Speech) -> tuple[str, ...]:
    """How pay by steps is counted, and what breakaway does."""
    _ = speech.text
    rule = _("The rate of your rank on the whole group, less what each leg's own rate takes.")
    return (rule, _("A leg at the top rate no longer counts in your group.")) if stairstep.breakaway else (rule,)


def rank_conditions(row: Rank, speech: Speech) -> str:
    """A rank with what it asks for in a month, and its rate where it has one, as a list on one line."""
    _, number = speech.text, speech.number
    own = _("{points} own points").format(points=number(row.personal_volume))
    group = _("{points} points in the group").format(points=number(row.group_volume))
    legs = _("{legs} legs of {points} points each").format(legs=row.leg_count, points=number(row.leg_volume))
    frontline = _("{people} active recruits of your own").format(people=row.frontline)
    rate = _("pays {share}").format(share=format_percent(row.rate or 0.0, speech.language, None))
    conditions = (
        (own, row.personal_volume),
        (group, row.group_volume),
        (legs, row.leg_count),
        (frontline, row.frontline),
        (rate, row.rate),
    )
    return " · ".join([row.name, *(text for text, amount in conditions if amount)])
