"""The comparison in words: its tables, and what keeps a company from looking better than it is known to be."""

from collections.abc import Mapping

from pages.shared import bounds
from pages.shared.tables import Row, Table
from planner.analysis import facts
from planner.analysis.comparison import COMPARED_MEASURES, Compared, Comparison, Difference
from planner.analysis.facts import Fact
from planner.analysis.milestones import CENT
from planner.analysis.wording import Speech
from planner.language import format_percent

REACHED = ("payback", "operating_break_even")


def column_titles(comparison: Comparison, speech: Speech) -> tuple[str, ...]:
    """A short name for each company, with its market where two have the same; what is historic is marked."""
    _ = speech.text
    names = [row.company.name for row in comparison.rows]
    titles = []
    for company in (row.company for row in comparison.rows):
        market = company.market.sv if speech.language == "sv" else company.market.en
        title = company.name if names.count(company.name) == 1 else f"{company.name}, {market}"
        titles.append(_("{company} (historic)").format(company=title) if company.status == "historic" else title)
    return tuple(titles)


def measures_table(comparison: Comparison, speech: Speech) -> Table:
    """What the same plan comes to under each company, and without joining."""
    _ = speech.text
    rows = []
    alike = len({bool(row.unknown_costs) for row in comparison.rows}) == 1  # else one is before unknown costs
    for line in comparison.differences:
        if line.key in COMPARED_MEASURES:
            cells = [measure_cell(fact, row, speech) for fact, row in zip(line.facts, comparison.rows, strict=True)]
            same = alike and not line.differ
            title = _("{measure} (the same)").format(measure=_(line.title)) if same else _(line.title)
            rows.append(Row(title, (*cells, not_joining_cell(line.key, comparison, speech))))
    caption = _("What the same plan comes to over {months}").format(
        months=speech.months(comparison.plan.horizon_months)
    )
    titles = zip(column_titles(comparison, speech), comparison.rows, strict=True)
    companies = (bounds.before(title, row.projection, speech) for title, row in titles)
    return Table(caption, (_("Measure"), *companies, _("Not joining")), tuple(rows), words=True)


def terms_tables(comparison: Comparison, speech: Speech) -> tuple[Table, Table]:
    """The companies' terms: those in which they differ, then those in which they are alike."""
    _ = speech.text
    lines = [line for line in comparison.differences if line.key not in COMPARED_MEASURES]
    columns = (_("Term"), *column_titles(comparison, speech))

    answers = comparison.plan.company_answers

    def table(caption: str, chosen: list[Difference]) -> Table:
        rows = ((line.title, zip(line.facts, comparison.rows, strict=True)) for line in chosen)
        return Table(
            caption,
            columns,
            tuple(
                Row(_(title), tuple(term_cell(fact, row, answers, speech) for fact, row in pairs))
                for title, pairs in rows
            ),
            words=True,
        )

    return (
        table(_("Terms in which they differ"), [line for line in lines if line.differ]),
        table(_("Terms in which they are alike"), [line for line in lines if not line.differ]),
    )


def measure_cell(fact: Fact, row: Compared, speech: Speech) -> str:
    """A measure in words. That costs not disclosed are left out of it stands at the head of the column."""
    if fact.value is None:
        return without_figure(fact, row, speech)
    figure = figure_of(fact, speech)
    return bounds.at_least(figure, row.projection, speech) if fact.key == "peak_funding_need" else figure


def without_figure(fact: Fact, row: Compared, speech: Speech) -> str:
    """Why a measure has no figure, in few words; the whole reason stands under the table."""
    _ = speech.text
    if fact.key == "payback" and row.measures.peak_funding_need < CENT:
        return _("nothing to pay back")
    if fact.key in REACHED:
        return _("not within {months}").format(months=speech.months(len(row.projection.personal_volume) - 1))
    if fact.reason == facts.NO_HOURS:
        return _("no hours")
    return ""


def not_joining_cell(key: str, comparison: Comparison, speech: Speech) -> str:
    """The measures that not joining has too."""
    _ = speech.text
    nobody, plan = comparison.not_joining, comparison.plan
    match key:
        case "peak_funding_need":
            return speech.money(0)
        case "payback":
            return _("nothing to pay back")
        case "total":
            return speech.money(nobody.total)
        case "earnings_per_hour" if plan.money_and_time.hours_a_week > 0:
            return speech.money(plan.money_and_time.reference_wage, 2)
    return ""


def term_cell(fact: Fact, row: Compared, answers: Mapping[str, Mapping[str, float]], speech: Speech) -> str:
    """A term in words: not disclosed, assumed, or as the person answered. answers: of the plan, by company."""
    _ = speech.text
    if fact.value is None:
        return speech.say(facts.NOT_DISCLOSED)
    figure = figure_of(fact, speech)
    if not fact.assumed:
        return figure
    answered = fact.key in answers.get(row.company.id, {})
    return (_("{figure} (your answer)") if answered else _("{figure} (assumed)")).format(figure=figure)


def figure_of(fact: Fact, speech: Speech) -> str:
    """A figure with its unit, cents where it has them and is small, or is for an hour."""
    _ = speech.text
    value = fact.value or 0.0
    match fact.unit:
        case "money":
            small = fact.key == "earnings_per_hour" or (abs(value) < 100 and abs(value - round(value)) >= CENT)
            return speech.money(value, 2 if small else 0)
        case "month":
            return speech.month(int(value))
        case "months":
            return speech.months(value)
        case "share":
            return format_percent(round(value, 4), speech.language, None)
        case "points":
            return _("{amount} points").format(amount=speech.number(value, 0 if float(value).is_integer() else 1))
    return speech.number(value, 0 if float(value).is_integer() else 1)
