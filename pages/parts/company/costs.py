"""The picture of what joining and staying in cost before anything is sold: at the start, then month after month."""

from itertools import groupby

from pages.parts.company.answer import DECIMALS
from pages.shared.draw import specs
from pages.shared.draw.charts import Chart
from pages.shared.draw.named_bars import named_bars
from pages.shared.draw.tables import Row, Table
from planner.analysis.company.citation import own_or
from planner.analysis.company.in_words import figure_in_words
from planner.analysis.company.joining_cost import JoiningCost
from planner.inputs.company.company import Company
from planner.speech import Speech


def costs_chart(company: Company, found: JoiningCost, speech: Speech) -> Chart:
    """A bar for the start and one for each run of months in which the same is charged, from the first year's costs."""
    _, start, *later = speech.text, *found.by_month
    said: list[tuple[str, float]] = []
    if start or found.start_whole:
        words = _("At the start: {amount}") if found.start_whole else _("At the start: at least {amount}")
        said.append((words.format(amount=_amount(start, speech)), start))
    for amount, months in groupby(enumerate(later, start=1), key=lambda each: round(each[1], DECIMALS)):
        (first, _first), *others = months
        last = others[-1][0] if others else first
        words = _("Month {first}: {amount}") if first == last else _("Months {first} to {last}: {amount} a month")
        said.append((words.format(first=first, last=last, amount=_amount(amount, speech)), amount))
    labels = [label for label, _length in said]
    return Chart(
        named_bars(speech.language, specs.MONEY_OUT, of_people=False),
        {"place": list(range(len(said))), "length": [amount for _label, amount in said], "label": labels},
        _sentence(company, found, labels, speech),
        _table(found, speech),
    )


def _sentence(company: Company, found: JoiningCost, labels: list[str], speech: Speech) -> str:
    _ = speech.text
    first, *others = labels
    charges = "; ".join((first, *(label[:1].lower() + label[1:] for label in others)))
    said = _("What the company charges in the first year, before you sell anything. {charges}.").format(charges=charges)
    if found.year_whole:
        return said
    rest = own_or(company, _("What you have not stated is not in it."), _("What is not disclosed is not in it."))
    return f"{said} {rest}"


def _table(found: JoiningCost, speech: Speech) -> Table:
    _ = speech.text
    rows = [
        Row(_("At the start") if month == 0 else _("Month {first}").format(first=month), (_amount(amount, speech),))
        for month, amount in enumerate(found.by_month)
    ]
    rows.append(Row(_("The first year"), (_amount(found.first_year, speech),), total=True))
    return Table(_("What is charged before you sell anything"), (_("Month"), _("Charged")), tuple(rows))


def _amount(amount: float, speech: Speech) -> str:
    return figure_in_words(round(amount, DECIMALS), "money", speech)
