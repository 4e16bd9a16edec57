"""The answers to "When is my money back?" and "What must I sell?" in sentences, each with its figure and its reason."""

from planner.analysis.answer import bounds
from planner.analysis.answer.figure import figure_words
from planner.analysis.case import Case
from planner.analysis.chance.odds import Odds
from planner.analysis.company.facts import NO_SINGLE_RATE
from planner.analysis.measures import reasons
from planner.analysis.measures.measure import costs_rise
from planner.analysis.measures.milestones import CENT, Milestone
from planner.analysis.measures.price_steps import PriceSteps
from planner.speech import Speech

# A rate of return beyond these, a year, only says that hardly any money was at stake, or that nearly all is lost.
LOWEST_RATE_SHOWN, HIGHEST_RATE_SHOWN = -0.9, 10.0


def money_back(case: Case, speech: Speech) -> str:
    """When the money is back and how deep the hole is; if never, why."""
    _ = speech.text
    measures, projection = case.measures, case.projection
    months = speech.months(case.plan.horizon_months)
    if measures.peak_funding_need < CENT:
        text = _("There is nothing to get back: your money never goes below zero. After {months}, {result} is left.")
        return text.format(months=months, result=bounds.before(speech.money(measures.result), projection, speech))
    text = _("Your money is not back within {months}. At the deepest you are {hole} down, in {deepest}.")
    if measures.payback.month is not None:
        text = _("Your money is back in {back}. At the deepest you are {hole} down, in {deepest}.")
    answer = text.format(
        months=months,
        back=bounds.before(speech.month(measures.payback.month or 0), projection, speech),
        hole=bounds.at_least(speech.money(measures.peak_funding_need), projection, speech),
        deepest=speech.month(measures.peak_funding_month),
    )
    why = remarks(measures.payback, speech)
    return " ".join([answer, bounds.reserved(why, projection, speech)]) if why else answer


def in_todays_money(case: Case, odds: Odds | None, speech: Speech) -> str:
    """What the result is in today's money, beside what is paid; odds: of the runs, where their middle is shown.

    Empty where costs do not rise.
    """
    _ = speech.text
    if not costs_rise(case.plan):
        return ""
    rise, result, today = case.plan.money_and_time.cost_rise, case.measures.result, case.measures.result_today
    if odds is not None:
        result, today = odds.result.median, odds.result_today.median
    text = _("Costs rise by {rate} a year: in today's money, {result} after {months} are {today}.")
    if rise < 0:
        text = _("Costs fall by {rate} a year: in today's money, {result} after {months} are {today}.")
    said = text.format(
        rate=figure_words(abs(rise), "share", speech),
        result=speech.money(result),
        months=speech.months(case.plan.horizon_months),
        today=speech.money(today),
    )
    if rise > 0 and today <= result - CENT and today < 0:  # else it is only worth less, as anybody expects
        said = " ".join([said, _("What you pay early counts in full, and what comes in later for less.")])
    return bounds.reserved(said, case.projection, speech)


def own_money(case: Case, speech: Speech) -> str:
    """Whether own money, loan and card reach to the horizon; empty where there is none of them."""
    _ = speech.text
    measures, projection = case.measures, case.projection
    money = available_money(case, speech)
    if not money:
        return ""
    if measures.money_runs_out is None:
        end = bounds.before(speech.month(case.plan.horizon_months), projection, speech)
        return _("{money} lasts to the end, {month}.").format(money=money, month=end)
    missing = -float(projection.statement.cash_balance[:, 0].min())
    return _("{money} runs out in {month}; at the deepest, {more} more is needed.").format(
        money=money,
        month=bounds.before(speech.month(measures.money_runs_out), projection, speech),
        more=bounds.at_least(speech.money(missing), projection, speech),
    )


def start_beyond_what_there_is(case: Case, speech: Speech) -> list[str]:
    """What the start takes, where that is more than own money, loan and card."""
    _, money = speech.text, case.plan.money_and_time
    lacking = -float(case.projection.statement.cash_balance[0, 0])
    if lacking < CENT:
        return []
    have = money.own_cash + money.loan + money.card_limit
    text = _("To start you need {need} and have {have}.")
    if have > money.own_cash:
        text = _("To start you need {need} and have {have}, what you borrow counted.")
    need = bounds.at_least(speech.money(have + lacking), case.projection, speech)
    return [text.format(need=need, have=speech.money(have))]


def available_money(case: Case, speech: Speech) -> str:
    """What the plan can spend, as the subject of a sentence: own money, a loan, a card; empty where there is none."""
    _, stated = speech.text, case.plan.money_and_time
    own, loan, card = (speech.money(amount) for amount in (stated.own_cash, stated.loan, stated.card_limit))
    match (stated.own_cash >= CENT, stated.loan >= CENT, stated.card_limit >= CENT):
        case (True, False, False):
            text = _("Your own {own}")
        case (True, True, False):
            text = _("Your own {own} with the loan of {loan}")
        case (True, False, True):
            text = _("Your own {own} with up to {card} on the card")
        case (True, True, True):
            text = _("Your own {own} with the loan of {loan} and up to {card} on the card")
        case (False, True, False):
            text = _("The loan of {loan}")
        case (False, False, True):
            text = _("The card, up to {card},")
        case (False, True, True):
            text = _("The loan of {loan} with up to {card} on the card")
        case _:
            return ""
    return text.format(own=own, loan=loan, card=card)


def orders_needed(case: Case, speech: Speech) -> str:
    """How many orders a month cover the fees and running costs, against those planned."""
    _ = speech.text
    measures = case.measures
    if measures.break_even_orders is None:
        text = _("No number of orders covers your costs: an order leaves {amount} once what belongs to it is paid.")
        return text.format(amount=speech.money(measures.contribution_per_order, 2))
    if measures.break_even_orders == 0:
        text = _(
            "You have no fees or running costs to cover: each order leaves {amount} once what belongs to it is paid."
        )
        return text.format(amount=speech.money(measures.contribution_per_order, 2))
    return _(
        "To cover your fees and running costs you must sell {needed}. Your plan reaches {planned} in its last month."
    ).format(
        needed=bounds.at_least(orders_a_month(measures.break_even_orders, speech), case.projection, speech),
        planned=orders_a_month(measures.planned_orders, speech),
    )


def margin_of_safety(case: Case, speech: Speech) -> str:
    """How far orders can fall, or how many are missing; empty where no number of orders is enough or none is needed."""
    _ = speech.text
    measures = case.measures
    if not measures.break_even_orders:
        return ""
    if measures.margin_of_safety is None or measures.margin_of_safety < 0:
        text = _("The plan falls {missing} short. Only your own sales are counted here, not pay from the company.")
        missing = orders_a_month(measures.break_even_orders - measures.planned_orders, speech)
        return text.format(missing=bounds.at_least(missing, case.projection, speech))
    text = _(
        "Margin of safety: your orders can fall by {share} before sales no longer cover fees and running costs. "
        "What the start costs is not in it. Only your own sales are counted here, not pay from the company."
    )
    return text.format(share=speech.percent(measures.margin_of_safety))


def orders_a_month(orders: float, speech: Speech) -> str:
    """A number of orders with its unit, to one decimal."""
    ngettext = speech.plural
    return ngettext("{count} order a month", "{count} orders a month", round(orders, 1))


def reached(milestone: Milestone, case: Case, speech: Speech) -> str:
    """The month from which something holds, or that it does not within the plan and why."""
    _ = speech.text
    if milestone.month is not None:
        month = bounds.before(speech.month(milestone.month), case.projection, speech)
        found = _("From {month}.").format(month=month)
    elif milestone.reason == reasons.nothing_to_pay_back():
        found = ""
    else:
        found = _("Not within {months}.").format(months=speech.months(case.plan.horizon_months))
    return " ".join(filter(None, [found, remarks(milestone, speech)]))


def remarks(milestone: Milestone, speech: Speech) -> str:
    """Why something is not reached, and whether it was reached once and lost; empty where there is nothing to say."""
    _ = speech.text
    said = [speech.say(milestone.reason)] if milestone.reason else []
    if milestone.lost is not None:
        said.append(_("It was reached in {month}, and lost again.").format(month=speech.month(milestone.lost)))
    return " ".join(said)


def of_one_order(steps: PriceSteps, case: Case, speech: Speech) -> str:
    """What is left of an order after its goods, then in the pocket, then for each hour behind it."""
    _ = speech.text
    amount = {step.name: step.amount for step in steps.steps}
    if "pocket" not in amount:
        text = _(
            "Of an order of {price}, {left} is left once what belongs to it is paid. "
            "The plan has no orders in its last month, so there is nothing to share fees and running costs among."
        )
    elif steps.hours_per_order is None:
        text = _(
            "Of an order of {price}, {left} is left once what belongs to it is paid, and {pocket} once fees and "
            "running costs are shared among {orders}."
        )
    else:
        text = _(
            "Of an order of {price}, {left} is left once what belongs to it is paid, and {pocket} once fees and "
            "running costs are shared among {orders}. Behind an order stand {hours} hours, so it earns {hourly} "
            "an hour."
        )
    return text.format(
        price=speech.money(amount["shelf_price"], 2),
        left=speech.money(amount["contribution"], 2),
        pocket=speech.money(amount.get("pocket", 0.0), 2),
        orders=orders_a_month(case.measures.planned_orders, speech),
        hours=speech.number(steps.hours_per_order or 0.0, 2),
        hourly=speech.money(steps.earnings_per_hour or 0.0, 2),
    )


def as_investment(case: Case, speech: Speech) -> list[str]:
    """Value today, rate of return, and return on the money put in; a sentence each."""
    _ = speech.text
    measures = case.measures
    value = _(
        "Net present value: {value}. "
        "That is what the plan is worth today, since money in the bank would earn {rate} a year."
    )
    said = [
        value.format(
            value=bounds.before(speech.money(measures.net_present_value), case.projection, speech),
            rate=speech.percent(case.plan.money_and_time.annual_saving_rate, 1),
        ),
        rate_of_return(case, speech),
    ]
    if measures.return_on_money is not None and measures.peak_funding_need >= CENT:
        left = _("Return on the money put in: over {months}, the plan leaves {share} of the deepest hole.").format(
            months=speech.months(case.plan.horizon_months), share=speech.percent(measures.return_on_money)
        )
        said.append(left)
    return said


def rate_of_return(case: Case, speech: Speech) -> str:
    """The yearly rate that the money put in earns, or why there is none to show."""
    _ = speech.text
    found = case.measures.rate_of_return
    if found.annual is None:
        return " ".join([_("There is no internal rate of return to show."), speech.say(NO_SINGLE_RATE[found.status])])
    rate, text = speech.percent(found.annual, 1), _("Internal rate of return: the money put in earns {rate} a year.")
    if found.annual > HIGHEST_RATE_SHOWN:
        rate, text = speech.percent(HIGHEST_RATE_SHOWN), _("Internal rate of return: more than {rate} a year.")
    elif found.annual < LOWEST_RATE_SHOWN:
        rate, text = speech.percent(LOWEST_RATE_SHOWN), _("Internal rate of return: less than {rate} a year.")
    return text.format(rate=rate)
