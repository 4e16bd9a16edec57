"""Where the income comes from: a sentence, a picture and a table, beside the same plan with nobody recruited."""

from dataclasses import replace

from pages.shared.draw import charts, specs
from pages.shared.draw.charts import Chart
from pages.shared.draw.tables import Row, Table
from pages.shared.runs import keeper, many_runs
from planner.analysis.answer.over_runs import of_the_middle
from planner.analysis.beside.comparison import TODAY_STAYS
from planner.analysis.case import Case
from planner.analysis.cautions.pay import mean_in_short
from planner.analysis.chance.middle import Middle
from planner.analysis.measures.income_sources import SOURCES, IncomeSources, Source, income_sources
from planner.analysis.measures.milestones import CENT
from planner.language import currency_unit
from planner.speech import Speech


def show_income(case: Case, speech: Speech, middle: Middle | None = None) -> None:
    """The sources over the horizon, exactly as entered; with the middle of the case's runs, of these."""
    _ = speech.text
    alone = many_runs.with_nobody_recruited(case)
    if middle is None:
        chart = income_chart(income_sources(case.projection), income_sources(alone.projection), case, speech)
        if mean := mean_in_short(case.projection):
            chart = replace(chart, sentence=f"{chart.sentence} {speech.say(mean)}")
    else:
        beside = keeper.answer(many_runs.runs_of(alone, _("The plan with nobody recruited")))
        chart = income_chart(middle.income, beside.odds.middle.income if beside else None, case, speech)
        said, caption = (of_the_middle(text, middle, speech) for text in (chart.sentence, chart.table.caption))
        chart = replace(chart, sentence=said, table=replace(chart.table, caption=caption))
    charts.show(chart, "cash_flow_income")


def income_chart(income: IncomeSources, alone: IncomeSources | None, case: Case, speech: Speech) -> Chart:
    """The sources as bars with their amounts and shares.

    alone: of the same plan with nobody recruited; None while its runs are not there.
    """
    _ = speech.text
    shown = [(name, amount) for name, amount in income.by_source.items() if abs(amount) >= CENT]
    unit = currency_unit(speech.currency, speech.language)

    def label(name: Source, amount: float) -> str:
        share, source, of_it = income.shares[name], _(SOURCES[name]), speech.money(amount)
        if share is None:
            return _("{source}: {amount}").format(source=source, amount=of_it)
        return _("{source}: {amount}, {share}").format(source=source, amount=of_it, share=speech.percent(share))

    return Chart(
        specs.money_by_line(speech.language, unit),
        {
            "place": list(range(len(shown))),
            "direction": ["in" if amount > 0 else "out" for _name, amount in shown],
            "title": [_(SOURCES[name]) for name, _amount in shown],
            "label": [label(name, amount) for name, amount in shown],
            "total": [abs(amount) for _name, amount in shown],
        },
        sentence(income, alone, case, speech),
        income_table(income, alone, case, speech),
    )


def sentence(income: IncomeSources, alone: IncomeSources | None, case: Case, speech: Speech) -> str:
    """How much of the income is of each kind, how much of it customers pay, and what is left without recruits."""
    _ = speech.text
    said = of_each_kind(income, speech.months(case.plan.horizon_months), speech)
    if alone is None or income.came_in < CENT:
        return said
    beside = _("With nobody recruited the income comes to {alone}.").format(alone=speech.money(alone.total))
    stays = _(TODAY_STAYS) if case.plan.team.today else ""
    return " ".join(filter(None, (said, beside, stays)))


def of_each_kind(income: IncomeSources, months: str, speech: Speech) -> str:
    """The income and its parts, or that there is none; a loss on own sales first."""
    _ = speech.text
    loss = speech.money(-income.retail_profit) if income.retail_profit <= -CENT else None
    given = income.pay + income.in_kind
    if income.came_in < CENT and loss is None:
        return _("Over {months} there is no income: sales leave nothing, and the company pays nothing.").format(
            months=months
        )
    if income.came_in < CENT:
        words = _(
            "Over {months} there is no income: your own sales to customers leave a loss of {loss} before running costs "
            "and fees, and the company pays nothing."
        )
        return words.format(months=months, loss=loss)
    said = _of_sources(income, speech, loss=loss is not None).format(
        months=months,
        total=speech.money(income.total)
        if loss is None
        else speech.comes_to(income.total, (income.retail_profit, given)),
        loss=loss,
        pay=speech.money(income.pay),
        given=speech.money(given),
        **{name: speech.percent(share or 0.0) for name, share in income.shares.items()},
    )
    return f"{said} {_of_customers(income, speech)}"


def _of_sources(income: IncomeSources, speech: Speech, *, loss: bool) -> str:
    """What the income comes of, as a text with its places; loss: whether own sales leave one."""
    _ = speech.text
    if income.in_kind < CENT and not loss:
        return _(
            "Over {months} the income comes to {total}, before running costs and fees: {own_sales} of it is from your "
            "own sales to customers, {own_buying} pay on your own buying, {team_purchases} pay on what the team buys "
            "and {joining_orders} pay on first orders of those who join."
        )
    if income.in_kind < CENT:
        return _(
            "Over {months} the income comes to {total}, before running costs and fees: your own sales to customers "
            "leave a loss of {loss}, and the company pays {pay}. {own_buying} of that is pay on your own buying, "
            "{team_purchases} on what the team buys and {joining_orders} on first orders of those who join."
        )
    if not loss:
        return _(
            "Over {months} the income comes to {total}, before running costs and fees: {own_sales} of it is from your "
            "own sales to customers, {own_buying} pay on your own buying, {team_purchases} pay on what the team buys, "
            "{joining_orders} pay on first orders of those who join and {in_kind} product credit that you pay for "
            "goods with, which is no cash."
        )
    return _(
        "Over {months} the income comes to {total}, before running costs and fees: your own sales to customers leave "
        "a loss of {loss}, and the company gives {given}. {own_buying} of that is pay on your own buying, "
        "{team_purchases} on what the team buys, {joining_orders} on first orders of those who join and {in_kind} "
        "product credit that you pay for goods with, which is no cash."
    )


def _of_customers(income: IncomeSources, speech: Speech) -> str:
    """How much of what comes in as money customers outside the company pay."""
    _ = speech.text
    if income.in_money < CENT:
        return _("Nothing comes in as money.")
    customers = speech.percent(income.from_customers / income.in_money)
    if income.in_kind < CENT:
        return _("{customers} of it leads back to customers outside the company.").format(customers=customers)
    words = _(
        "Of what comes in as money, {customers} leads back to customers outside the company. What the credit rests on "
        "is not known."
    )
    return words.format(customers=customers)


def income_table(income: IncomeSources, alone: IncomeSources | None, case: Case, speech: Speech) -> Table:
    """Each source with its share, the part that customers outside bought, and the amount with nobody recruited."""
    _ = speech.text
    sold, beside = income.leading_to_customers, {} if alone is None else alone.by_source

    def cells(amount: float, share: float | None, customers: float | None, without: float | None) -> tuple[str, ...]:
        last = () if without is None else (speech.number(without),)
        bought = _("not known") if customers is None else speech.number(customers)
        return speech.number(amount), "" if share is None else speech.percent(share), bought, *last

    rows = [
        Row(_(SOURCES[name]), cells(amount, income.shares[name], sold[name], beside.get(name)))
        for name, amount in income.by_source.items()
        if name != "in_kind" or amount
    ]
    whole = 1.0 if income.retail_profit > -CENT and income.came_in >= CENT else None
    total = cells(income.total, whole, income.from_customers, None if alone is None else alone.total)
    columns = (_("Source"), _("Amount"), _("Share"), _("Of it from customers outside"))
    unit = currency_unit(speech.currency, speech.language)
    months = speech.months(case.plan.horizon_months)
    return Table(
        _("Where the income comes from over {months}, {unit}").format(months=months, unit=unit),
        columns if alone is None else (*columns, _("With nobody recruited")),
        (*rows, Row(_("In all"), total, total=True)),
        whole=True,
        stacked=True,
    )
