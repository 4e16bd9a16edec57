"""The comparison in words: its tables, and what keeps a company from looking better than it is known to be."""

from pages.shared.draw.tables import Row, Table
from pages.shared.words.company_names import told_apart
from planner.analysis.answer import bounds
from planner.analysis.beside.comparison import COMPARED_MEASURES, Comparison, NotJoining
from planner.analysis.case import Case
from planner.analysis.company import facts
from planner.analysis.company.coverage import pay_standing
from planner.analysis.company.facts import Fact
from planner.analysis.measures.measure import average_wage, costs_rise, in_todays_money, monthly_hours
from planner.analysis.measures.milestones import CENT
from planner.inputs.plan.plan import Plan
from planner.language import format_percent, mark
from planner.speech import Speech

REACHED = ("payback", "operating_break_even")


def names_of(comparison: Comparison, speech: Speech) -> tuple[str, ...]:
    """A short name for each company, told apart from the others."""
    return told_apart([case.company for case in comparison.cases], speech)


def column_titles(comparison: Comparison, speech: Speech) -> tuple[str, ...]:
    """The names, with what is historic marked, and whose pay is not known, so that no figure is read as if it were."""
    _ = speech.text
    titles = []
    for name, case in zip(names_of(comparison, speech), comparison.cases, strict=True):
        remarks = ", ".join(_(remark) for remark in _remarks(case))
        titles.append(_("{company} ({remarks})").format(company=name, remarks=remarks) if remarks else name)
    return tuple(titles)


def _remarks(case: Case) -> list[str]:
    remarks = [mark("historic")] if case.company.status == "historic" else []
    standing = pay_standing(case.company, case.projection.terms)
    if standing in ("not_computed", "waiting"):
        remarks.append(mark("margin alone"))
    elif standing == "partly":
        remarks.append(mark("without some pay"))
    return remarks


def before(figure: str, case: Case, comparison: Comparison, speech: Speech) -> str:
    """A figure of one company before costs not disclosed, unless that is said once of all of them."""
    return figure if _silent(comparison) else bounds.before(figure, case.projection, speech)


def before_all(text: str, comparison: Comparison, speech: Speech) -> str:
    """What stands over the figures of all companies, with that once, where some costs of each are not disclosed."""
    return bounds.before(text, comparison.cases[0].projection, speech) if _silent(comparison) else text


def _silent(comparison: Comparison) -> bool:
    return all(bounds.is_reserved(case.projection) for case in comparison.cases)


def measures_table(comparison: Comparison, speech: Speech) -> Table:
    """What the same plan comes to under each company, and without joining."""
    _ = speech.text
    rows, nobody = [], comparison.not_joining
    unknown = {bool(case.projection.terms.unknown_costs) for case in comparison.cases}
    alike = len(unknown) == 1  # else one is before unknown costs
    for line in comparison.differences:
        if line.key in COMPARED_MEASURES and (line.key != "result_today" or costs_rise(comparison.plan)):
            cells = [measure_cell(fact, case, speech) for fact, case in zip(line.facts, comparison.cases, strict=True)]
            same = alike and not line.differ
            title = _("{measure} (the same)").format(measure=_(line.title)) if same else _(line.title)
            beside = () if nobody is None else (not_joining_cell(line.key, comparison.plan, nobody, speech),)
            rows.append(Row(title, (*cells, *beside)))
    over = speech.months(comparison.plan.horizon_months)
    caption = before_all(_("What the same plan comes to over {months}").format(months=over), comparison, speech)
    titles, beside = column_titles(comparison, speech), () if nobody is None else (_("Not joining"),)
    pairs = zip(titles, comparison.cases, strict=True)
    companies = (before(title, case, comparison, speech) for title, case in pairs)
    columns, names = (_("Measure"), *companies, *beside), (*titles, *beside)
    return Table(caption, columns, tuple(rows), words=True, stacked=True, names=() if columns[1:] == names else names)


def measure_cell(fact: Fact, case: Case, speech: Speech) -> str:
    """A measure in words. That costs not disclosed are left out of it stands at the head of the column."""
    if fact.value is None:
        return without_figure(fact, case, speech)
    figure = figure_of(fact, speech)
    return bounds.at_least(figure, case.projection, speech) if fact.key == "peak_funding_need" else figure


def without_figure(fact: Fact, case: Case, speech: Speech) -> str:
    """Why a measure has no figure, in few words; the whole reason stands under the table."""
    _ = speech.text
    if fact.key == "payback" and case.measures.peak_funding_need < CENT:
        return _("nothing to pay back")
    if fact.key == "payback" and case.measures.on_its_way:
        return _("on its way")
    if fact.key in REACHED:
        return _("not within {months}").format(months=speech.months(len(case.projection.personal_volume) - 1))
    if fact.reason == facts.NO_HOURS:
        return _("no hours")
    return ""


def not_joining_cell(key: str, plan: Plan, nobody: NotJoining, speech: Speech) -> str:
    """The measures that not joining has too."""
    _ = speech.text
    match key:
        case "peak_funding_need":
            return speech.money(0)
        case "payback":
            return _("nothing to pay back")
        case "result":
            return speech.money(nobody.total)
        case "result_today":
            return speech.money(float(in_todays_money(plan, nobody.cumulative[:, None])[-1, 0]))
        case "earnings_per_hour" if monthly_hours(plan) > 0:
            return speech.money(average_wage(plan) or 0.0, 2)
    return ""


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
            fewest = 1 if abs(value) >= 1 else 3  # a point may stand for goods of much more than 100
            return _("{amount} points").format(amount=speech.number(value, 0 if float(value).is_integer() else fewest))
    return speech.number(value, 0 if float(value).is_integer() else 1)
