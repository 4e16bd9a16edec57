"""Where the income comes from: a sentence, a picture and a table, beside the same plan with nobody recruited."""

from pages.shared.draw import charts, specs
from pages.shared.draw.charts import Chart
from pages.shared.draw.tables import Row, Table
from planner.analysis.beside.comparison import without_recruits
from planner.analysis.case import Case
from planner.analysis.measures.income_sources import SOURCES, IncomeSources, income_sources
from planner.analysis.measures.milestones import CENT
from planner.language import currency_unit
from planner.speech import Speech


def show_income(case: Case, speech: Speech) -> None:
    """The four sources over the horizon, exactly as entered."""
    alone = Case.of(without_recruits(case.plan), case.company)
    chart = income_chart(income_sources(case.projection), income_sources(alone.projection), case, speech)
    charts.show(chart, "cash_flow_income")


def income_chart(income: IncomeSources, alone: IncomeSources, case: Case, speech: Speech) -> Chart:
    """The sources as bars with their amounts and shares. alone: of the same plan with nobody recruited."""
    _ = speech.text
    shown = [(name, amount) for name, amount in income.by_source.items() if amount >= CENT]
    unit = currency_unit(speech.currency, speech.language)
    label = _("{source}: {amount}, {share} of the income")
    return Chart(
        specs.money_by_line(speech.language, unit),
        {
            "place": list(range(len(shown))),
            "direction": ["in"] * len(shown),
            "title": [_(SOURCES[name]) for name, _amount in shown],
            "label": [
                label.format(
                    source=_(SOURCES[name]), amount=speech.money(amount), share=speech.percent(amount / income.total)
                )
                for name, amount in shown
            ],
            "total": [amount for _name, amount in shown],
        },
        sentence(income, alone, case, speech),
        income_table(income, alone, case, speech),
    )


def sentence(income: IncomeSources, alone: IncomeSources, case: Case, speech: Speech) -> str:
    """How much of the income is of each kind, how much of it customers pay, and what is left without recruits."""
    _ = speech.text
    months = speech.months(case.plan.horizon_months)
    if income.total < CENT:
        return _("Over {months} there is no income: sales leave nothing, and the company pays nothing.").format(
            months=months
        )
    shares = {name: speech.percent(amount / income.total) for name, amount in income.by_source.items()}
    said = _(
        "Over {months} the income comes to {total}, before running costs and fees: {own_sales} of it is from your own "
        "sales to customers, {own_buying} pay on your own buying, {team_purchases} pay on what the team buys and "
        "{joining_orders} pay on first orders of those who join. {customers} of it leads back to customers outside the "
        "company. With nobody recruited the income comes to {alone}."
    )
    return said.format(
        months=months,
        total=speech.money(income.total),
        customers=speech.percent(income.from_customers / income.total),
        alone=speech.money(alone.total),
        **shares,
    )


def income_table(income: IncomeSources, alone: IncomeSources, case: Case, speech: Speech) -> Table:
    """Each source with its share, the part that customers outside bought, and the amount with nobody recruited."""
    _ = speech.text
    sold, beside = income.leading_to_customers, alone.by_source

    def cells(amount: float, customers: float, without: float) -> tuple[str, ...]:
        share = speech.percent(amount / income.total) if income.total >= CENT else ""
        return speech.number(amount), share, speech.number(customers), speech.number(without)

    rows = [Row(_(SOURCES[name]), cells(amount, sold[name], beside[name])) for name, amount in income.by_source.items()]
    total = cells(income.total, income.from_customers, alone.total)
    unit = currency_unit(speech.currency, speech.language)
    months = speech.months(case.plan.horizon_months)
    return Table(
        _("Where the income comes from over {months}, {unit}").format(months=months, unit=unit),
        (_("Source"), _("Amount"), _("Share"), _("Of it from customers outside"), _("With nobody recruited")),
        (*rows, Row(_("In all"), total, total=True)),
        whole=True,
        stacked=True,
    )
