"""What must I sell? The three break-evens, an order's price step by step, what recruits and longer stays are worth."""

import streamlit as st

from pages.shared.answer.head import part
from pages.shared.answer.page import plain
from pages.shared.draw.side_by_side import Side, figures_table, signed
from pages.shared.draw.tables import Row, Table, show_table
from pages.shared.runs import many_runs
from planner.analysis.answer import answers, bounds
from planner.analysis.case import Case
from planner.analysis.measures.measure import average_wage
from planner.analysis.measures.price_steps import PriceSteps, price_steps
from planner.analysis.measures.team_worth import RECRUIT_JOINS_IN, TeamWorth, Worth, team_worth
from planner.inputs.plan.plan import Plan
from planner.language import currency_unit
from planner.speech import Speech


def show(case: Case, speech: Speech, *, reserved: bool) -> None:
    """This part of the page, under its own heading. reserved: whether it says that costs are not disclosed.

    That is said once a page: beside each of its figures it would bury them.
    """
    _ = speech.text
    part("break_even", _("What must I sell?"), answers.orders_needed(case, speech))
    st.caption(plain(_("If everything goes as you entered it")))  # what stands above is of the runs
    margin = answers.margin_of_safety(case, speech)
    if beside := bounds.reserved(margin, case.projection, speech) if reserved else margin:
        st.markdown(plain(beside.strip()))
    st.subheader(_("Three ways to break even"), anchor=False)
    show_break_evens(case, speech)
    st.subheader(_("From shelf price to your pocket"), anchor=False)
    show_one_order(case, speech)
    st.subheader(_("The same plan with nobody recruited"), anchor=False)
    show_nobody_recruited(case, speech)
    st.subheader(_("Longer stays or more recruits"), anchor=False)
    worth = team_worth(case)
    st.markdown(plain(of_longer_stays(worth, case, speech)))
    show_table(worth_table(worth, case, speech))
    st.caption(plain(_("Each alone, on top of your plan. What it takes to bring it about is not counted.")))
    with st.expander(_("What the plan is worth as an investment")):
        for sentence in answers.as_investment(case, speech):
            st.markdown(plain(sentence))


def show_break_evens(case: Case, speech: Speech) -> None:
    """The month of each of the three, with its meaning."""
    _, measures = speech.text, case.measures
    wage = bounds.taxed(speech.money(average_wage(case.plan) or 0.0, 2), case.plan, speech)
    pays_for_itself = _(
        "What comes in covers the goods, fees and running costs of the month, yearly ones spread over their months."
    )
    is_back = _("Everything that you have paid, the start included, has come in again.")
    with_hours = _("On top of that, every hour is paid at {wage}, the reference wage.").format(wage=wage)
    for title, meaning, milestone in (
        (_("A month pays for itself"), pays_for_itself, measures.operating_break_even),
        (_("Your money is back"), is_back, measures.payback),
        (_("Your money and your hours are back"), with_hours, measures.payback_with_time),
    ):
        if milestone is None:  # no reference wage
            continue
        found = answers.reached(milestone, case, speech)
        st.markdown(f"**{plain(title)}**  \n{plain(meaning)}  \n{plain(found)}")


def show_one_order(case: Case, speech: Speech) -> None:
    """What becomes of the price of one order."""
    steps = price_steps(case)
    st.markdown(plain(answers.of_one_order(steps, case, speech)))
    if average := averaged(case, speech):
        st.markdown(plain(average))
    show_table(price_table(steps, case, speech))


def show_nobody_recruited(case: Case, speech: Speech) -> None:
    """The plan beside the same one without recruits."""
    _ = speech.text
    if not case.projection.network.joined[:, 1:].any():
        st.markdown(_("Your plan recruits nobody, so its figures are already those."))
        return
    st.markdown(plain(without_recruiting(case.plan, speech)))
    alone = many_runs.with_nobody_recruited(case)
    show_table(recruits_table(case, alone, speech))


def price_table(steps: PriceSteps, case: Case, speech: Speech) -> Table:
    """What becomes of the price of one order; a step that is nothing stays, with its 0, for it is a step.

    The step before a result takes up what rounding to cents would leave between them, so that the column adds up.
    """
    _ = speech.text
    shown = [round(step.amount, 2) for step in steps.steps]
    start = 0
    for place, step in enumerate(steps.steps):
        if step.result:
            shown[place - 1] = shown[place] - sum(shown[start : place - 1])
            start = place
    caption = _(
        "One order, {unit}. Prices and orders are those of month {month}; fees and running costs are the average of a "
        "trading month at those prices"
    ).format(month=case.plan.horizon_months, unit=currency_unit(speech.currency, speech.language))
    return Table(
        bounds.before(caption, case.projection, speech),
        (_("Step"), _("Amount")),
        tuple(
            Row(_(step.title), (speech.number(amount, 2),), total=step.result)
            for step, amount in zip(steps.steps, shown, strict=True)
        ),
    )


def averaged(case: Case, speech: Speech) -> str:
    """Where some orders are delivered and others sent direct, that an order here is an average of both; else empty."""
    _ = speech.text
    direct = case.plan.stock.ship_direct_share
    if not 0 < direct < 1:
        return ""
    text = _(
        "The order is an average: of 100 orders, {direct} are sent by the company to the customer, without freight and "
        "delivery, and the rest you deliver."
    )
    return text.format(direct=speech.number(direct * 100))


def without_recruiting(plan: Plan, speech: Speech) -> str:
    """What falls away with recruiting and what stays."""
    _ = speech.text
    hours = plan.money_and_time.hours_a_week * plan.money_and_time.recruiting_hours_share
    costs = [cost for cost in plan.running_costs if cost.for_recruiting]
    if not hours and not costs:
        return _("Everything else stays as it is: your plan marks no hours and no costs as being for recruiting.")
    return _(
        "What your plan marks as being for recruiting falls away too: {hours} hours a week, and {costs} of the rows of "
        "running costs. Everything else stays as it is."
    ).format(hours=speech.number(hours, 0 if float(hours).is_integer() else 1), costs=speech.number(len(costs)))


def recruits_table(planned: Case, alone: Case, speech: Speech) -> Table:
    """The four figures of the strip with the recruits of the plan, without them, and the difference between the two."""
    _ = speech.text
    return figures_table(
        Side(_("Your plan"), planned), Side(_("Nobody recruited"), alone), _("With and without recruits"), speech
    )


def of_longer_stays(worth: TeamWorth, case: Case, speech: Speech) -> str:
    """What a longer stay is set beside, and why one of the two may bring nothing."""
    _ = speech.text
    if worth.mean_stay is None:
        said = _(
            "In your plan nobody leaves after the first three months, so stays have no average. "
            "What one more recruit changes:"
        )
    elif not worth.has_team:
        said = _("Your plan recruits nobody, so a longer stay changes nothing. What a first recruit changes:")
    else:
        said = _("What it changes if everyone below you stays about a month longer, beside one more recruit:")
    if case.projection.active[1:].any():
        return said
    unpaid = _("Your own points stay under the {points} that the company asks for, so it pays you nothing for a team.")
    if not case.projection.terms.asks_points_each_month:
        unpaid = _("You have less than the company asks for before it pays, so it pays you nothing for a team.")
    points = speech.number(case.projection.terms.own_points_asked)
    return " ".join([unpaid.format(points=points), said])


def worth_table(worth: TeamWorth, case: Case, speech: Speech) -> Table:
    """A longer stay beside one more recruit: more at the end, and more pay in the last month."""
    _ = speech.text
    months = case.plan.horizon_months
    rows = []
    if worth.longer_stay is not None and worth.mean_stay is not None and worth.longer_mean_stay is not None:
        title = _("Members stay {longer} months on average, not {stay}").format(
            longer=speech.number(worth.longer_mean_stay, 1), stay=speech.number(worth.mean_stay, 1)
        )
        rows.append(worth_row(title, worth.longer_stay, speech))
    recruit = _("One more recruit, in {month}").format(month=speech.month(RECRUIT_JOINS_IN))
    rows.append(worth_row(recruit, worth.one_more_recruit, speech))
    caption = _("What each of them changes, {unit}").format(unit=currency_unit(speech.currency, speech.language))
    columns = (
        _("What changes"),
        _("After {months}").format(months=speech.months(months)),
        _("Pay in the last month"),
    )
    return Table(caption, columns, tuple(rows), words=True)


def worth_row(title: str, worth: Worth, speech: Speech) -> Row:
    """Both changes with their signs; 0 where there is none."""
    cells = ((round(worth.result), 0), (round(worth.pay, 2), 2))
    return Row(title, tuple(signed(speech.number(amount, decimals), amount) for amount, decimals in cells))
