"""Plans beside each other: the figures of two with the difference, in words, and running totals in one chart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from pages.shared.draw import charts
from pages.shared.draw.tables import Row, Table
from planner.analysis.answer import bounds
from planner.analysis.case import Case
from planner.analysis.company.facts import Fact, facts_of_measures
from planner.analysis.measures.milestones import CENT, Milestone
from planner.language import mark
from planner.speech import Speech

THE_STRIP = ("peak_funding_need", "payback", "result", "earnings_per_hour")
MORE = ("operating_break_even", "money_runs_out", "break_even_orders", "net_present_value")
TITLES = {"break_even_orders": mark("Orders a month that cover fees and running costs")}  # where it stands alone
WITH_CENTS = ("earnings_per_hour",)

Back = Literal["back", "not", "never_below"]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: how it is called at the head of its column and beside its line, and what it comes to."""

    title: str
    case: Case

    def speech(self, speech: Speech) -> Speech:
        """The page's language with the currency and the calendar of this side."""
        return Speech.of(speech.language, self.case.plan)


def figures_table(one: Side, other: Side, caption: str, speech: Speech, keys: tuple[str, ...] = THE_STRIP) -> Table:
    """Some measures of two plans, each with the difference from the first to the second; keys: of facts."""
    _ = speech.text
    found = [{fact.key: fact for fact in facts_of_measures(side.case.measures)} for side in (one, other)]
    unknown = [bool(side.case.projection.terms.unknown_costs) for side in (one, other)]
    titles = [one.title, other.title]
    if all(unknown):
        caption = bounds.before(caption, one.case.projection, speech)
    else:
        titles = [bounds.before(side.title, side.case.projection, speech) for side in (one, other)]
    pairs = [(found[0][key], found[1][key]) for key in keys]
    rows = [figures_row(*pair, one, other, speech) for pair in pairs if worth_showing(*pair)]
    return Table(
        caption,
        (_("Figure"), *titles, _("Difference")),
        tuple(rows),
        words=True,
    )


def worth_showing(first: Fact, second: Fact) -> bool:
    """Whether there is something to read: an hour of neither has no row."""
    return first.key != "earnings_per_hour" or first.value is not None or second.value is not None


def figures_row(first: Fact, second: Fact, one: Side, other: Side, speech: Speech) -> Row:
    """One measure of both; the difference is that of the figures shown, so that the row adds up to the eye."""
    _ = speech.text
    months = {side.case.plan.horizon_months for side in (one, other)}
    title = _(TITLES.get(first.key, first.title))
    if first.key == "result" and len(months) == 1:
        title = _("After {months}").format(months=speech.months(months.pop()))
    cells = [cell(fact, side, speech) for fact, side in ((first, one), (second, other))]
    return Row(title, (*cells, difference(first, second, one, other, speech)))


def cell(fact: Fact, side: Side, speech: Speech) -> str:
    """A measure as its column shows it, or in few words why there is none."""
    if fact.value is None:
        return without_figure(fact, side, speech)
    words = side.speech(speech)
    if fact.unit == "month":
        return words.month(int(fact.value))
    if fact.unit != "money":
        return words.number(fact.value, decimals_of(fact))
    amount = words.money(fact.value, decimals_of(fact))
    return bounds.at_least(amount, side.case.projection, speech) if fact.key == "peak_funding_need" else amount


def without_figure(fact: Fact, side: Side, speech: Speech) -> str:
    """Why a measure has no figure, in few words."""
    _ = speech.text
    match fact.key:
        case "payback" if side.case.measures.peak_funding_need < CENT:
            return _("nothing to pay back")
        case "payback" if side.case.measures.on_its_way:
            return _("on its way")
        case "payback" | "operating_break_even":
            return _("not within {months}").format(months=speech.months(side.case.plan.horizon_months))
        case "money_runs_out":
            return _("lasts to the end")
        case "break_even_orders":
            return _("no number of orders")
        case "earnings_per_hour":
            return _("no hours")
    return ""


def difference(first: Fact, second: Fact, one: Side, other: Side, speech: Speech) -> str:
    """From the first to the second; nothing where either has no figure, or they count in two currencies."""
    if first.value is None or second.value is None:
        return ""
    if first.unit == "month":
        return later(int(second.value - first.value), speech)
    decimals = decimals_of(first)
    change = round(second.value, decimals) - round(first.value, decimals)
    if first.unit != "money":
        return signed(speech.number(change, decimals), change)
    if one.case.plan.currency != other.case.plan.currency:
        return ""
    if first.key == "peak_funding_need":
        return deeper(speech.money(abs(change)), change, speech)
    return signed(speech.money(change, decimals), change)


def deeper(amount: str, change: float, speech: Speech) -> str:
    """How much deeper a hole is, or less deep; nothing where it is the same."""
    _ = speech.text
    if not change:
        return ""
    return (_("{amount} deeper") if change > 0 else _("{amount} less deep")).format(amount=amount)


def decimals_of(fact: Fact) -> int:
    """Cents where an amount is for an hour."""
    return 2 if fact.key in WITH_CENTS else 0


def signed(written: str, change: float) -> str:
    """A difference with its sign written out, plus too."""
    return f"+{written}" if change >= CENT else written


def later(months: int, speech: Speech) -> str:
    """How much later or earlier a month is."""
    _ = speech.text
    if months == 0:
        return _("the same month")
    return (_("{months} later") if months > 0 else _("{months} earlier")).format(months=speech.months(abs(months)))


def running_totals(sides: Sequence[Side], speech: Speech) -> charts.Chart:
    """Their running totals and results over the months that all of them have. They must count in one currency."""
    months = min(side.case.plan.horizon_months for side in sides)
    found = {side.title: side.case.projection.statement for side in sides}
    totals = {title: each.cumulative_cash_flow[: months + 1, 0] for title, each in found.items()}
    results = [float(each.result[months, 0]) for each in found.values()]
    said = of_the_results(dict(zip(found, results, strict=True)), months, sides, speech)
    return charts.lines_chart(totals, speech, said, results=results)


def of_the_results(results: Mapping[str, float], months: int, sides: Sequence[Side], speech: Speech) -> str:
    """The results at the end of the months that all of them have."""
    _ = speech.text
    ends = (_('"{title}" {result}').format(title=title, result=speech.money(each)) for title, each in results.items())
    said = _("If everything goes exactly as entered, the results after {months} are: {ends}.")
    return reserved(said.format(months=speech.months(months), ends="; ".join(ends)), sides, speech)


def reserved(sentence: str, sides: Sequence[Side], speech: Speech) -> str:
    """A sentence about all of them, with what is left out of any."""
    unknown = next((side for side in sides if side.case.projection.terms.unknown_costs), sides[0])
    return bounds.reserved(sentence, unknown.case.projection, speech)


def change_of_result(one: Side, other: Side, speech: Speech) -> str:
    """How much more or less is left at the end of the second than of the first."""
    _ = speech.text
    first, second = (round(side.case.measures.result) for side in (one, other))
    months = [speech.months(side.case.plan.horizon_months) for side in (one, other)]
    if one.case.plan.currency != other.case.plan.currency or months[0] != months[1]:
        text = _("After {months}, {after} is left, instead of {before} after {months_before}.")
    elif first == second:
        text = _("After {months}, {after} is left either way.")
    elif second < first:
        text = _("After {months}, {change} less is left: {after} instead of {before}.")
    else:
        text = _("After {months}, {change} more is left: {after} instead of {before}.")
    return text.format(
        months=months[1],
        months_before=months[0],
        after=other.speech(speech).money(second),
        before=one.speech(speech).money(first),
        change=speech.money(abs(second - first)),
    )


# By how it is with the first and with the second; back in both is told apart by the months.
CHANGES_OF_PAYBACK: dict[tuple[Back, Back], str] = {
    ("back", "not"): mark("Your money is not back within {months}, instead of in {before}."),
    ("back", "never_below"): mark("Your money never goes below zero, instead of being back in {before}."),
    ("not", "back"): mark("Your money is back in {after}, instead of not within {months_before}."),
    ("not", "not"): mark("Your money is not back within {months} either way."),
    ("not", "never_below"): mark("Your money never goes below zero, instead of not being back within {months_before}."),
    ("never_below", "back"): mark("Your money is back in {after}, instead of never going below zero."),
    ("never_below", "not"): mark("Your money is not back within {months}, instead of never going below zero."),
    ("never_below", "never_below"): mark("Your money never goes below zero either way."),
}


def change_of_payback(one: Side, other: Side, speech: Speech) -> str:
    """When the money is back with the second, beside the first."""
    _ = speech.text
    before, after = (side.case.measures.payback for side in (one, other))
    if before.month is not None and after.month is not None:
        if before.month == after.month:
            text = _("Your money is back in {after} either way.")
        else:
            text = _("Your money is back in {after}, {later}.")
        moved = later(after.month - before.month, speech)
    else:
        text, moved = _(CHANGES_OF_PAYBACK[back(one), back(other)]), ""
    return text.format(
        before=one.speech(speech).month(before.month or 0),
        after=other.speech(speech).month(after.month or 0),
        months=speech.months(other.case.plan.horizon_months),
        months_before=speech.months(one.case.plan.horizon_months),
        later=moved,
    )


def back(side: Side) -> Back:
    """Whether the money is back, is not, or was never out."""
    payback: Milestone = side.case.measures.payback
    if payback.month is not None:
        return "back"
    return "not" if side.case.measures.peak_funding_need >= CENT else "never_below"
