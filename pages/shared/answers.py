"""The answers to "When is my money back?" and "What must I sell?" in sentences, each with its figure and its reason."""

from pages.shared.state import Current
from planner.analysis import reasons
from planner.analysis.facts import NO_SINGLE_RATE
from planner.analysis.milestones import CENT, Milestone
from planner.analysis.price_steps import PriceSteps
from planner.analysis.wording import Speech

HIGHEST_RATE_SHOWN = 10.0  # 1,000 % a year: above that a rate only says that little money was at stake


def money_back(current: Current, speech: Speech) -> str:
    """When the money is back and how deep the hole is; if never, why."""
    _ = speech.text
    measures, months = current.measures, speech.months(current.plan.horizon_months)
    total = at_most(speech.money(measures.total), current, speech)
    if measures.peak_funding_need < CENT:
        text = _("There is nothing to get back: your money never goes below zero. After {months} it stands at {total}.")
        return with_reservation(text.format(months=months, total=total), current, speech)
    text = _("Your money is not back within {months}. At the deepest you are {hole} down, in {deepest}.")
    if measures.payback.month is not None:
        text = _("Your money is back in {back}. At the deepest you are {hole} down, in {deepest}.")
    answer = text.format(
        months=months,
        back=at_the_earliest(measures.payback.month or 0, current, speech),
        hole=at_least(speech.money(measures.peak_funding_need), current, speech),
        deepest=speech.month(measures.peak_funding_month),
    )
    return " ".join([answer, *remarks(measures.payback, speech)])


def orders_needed(current: Current, speech: Speech) -> str:
    """How many orders a month cover the fees and running costs, against those planned."""
    _ = speech.text
    measures = current.measures
    if measures.break_even_orders is None:
        text = _("No number of orders covers your costs: an order leaves {amount} once its goods are paid.")
        return text.format(amount=speech.money(measures.contribution_per_order, 2))
    if measures.break_even_orders == 0:
        text = _("You have no fees or running costs to cover: each order leaves {amount} once its goods are paid.")
        answer = text.format(amount=speech.money(measures.contribution_per_order, 2))
        return with_reservation(answer, current, speech)
    return _("To cover your fees and running costs you must sell {needed}. Your plan reaches {planned}.").format(
        needed=at_least(orders_a_month(measures.break_even_orders, speech), current, speech),
        planned=orders_a_month(measures.planned_orders, speech),
    )


def margin_of_safety(current: Current, speech: Speech) -> str:
    """How far orders can fall, or how many are missing; empty where no number of orders is enough or none is needed."""
    _ = speech.text
    measures = current.measures
    if not measures.break_even_orders:
        return ""
    if measures.margin_of_safety is None or measures.margin_of_safety < 0:
        text = _("The plan falls {missing} short. Only your own sales are counted here, not pay from the company.")
        missing = orders_a_month(measures.break_even_orders - measures.planned_orders, speech)
        return text.format(missing=at_least(missing, current, speech))
    text = _(
        "Margin of safety: your orders can fall by {share} before sales no longer cover the costs. "
        "Only your own sales are counted here, not pay from the company."
    )
    return text.format(share=at_most(speech.percent(measures.margin_of_safety), current, speech))


def orders_a_month(orders: float, speech: Speech) -> str:
    """A number of orders with its unit, to one decimal."""
    ngettext = speech.plural
    return ngettext("{count} order a month", "{count} orders a month", round(orders, 1))


def reached(milestone: Milestone, current: Current, speech: Speech) -> str:
    """The month from which something holds, or that it never does and why."""
    _ = speech.text
    if milestone.month is not None:
        found = _("From {month}.").format(month=at_the_earliest(milestone.month, current, speech))
    elif milestone.reason == reasons.nothing_to_pay_back():
        found = ""
    else:
        found = _("Never within {months}.").format(months=speech.months(current.plan.horizon_months))
    return " ".join(filter(None, [found, *remarks(milestone, speech)]))


def remarks(milestone: Milestone, speech: Speech) -> list[str]:
    """Why something is not reached, and whether it was reached once and lost; a sentence each."""
    _ = speech.text
    said = [speech.say(milestone.reason)] if milestone.reason else []
    if milestone.lost is not None:
        said.append(_("It was reached in {month}, and lost again.").format(month=speech.month(milestone.lost)))
    return said


def of_one_order(steps: PriceSteps, current: Current, speech: Speech) -> str:
    """What is left of an order after its goods, then in the pocket, then for each hour behind it."""
    _ = speech.text
    amount = {step.name: step.amount for step in steps.steps}
    if "pocket" not in amount:
        text = _(
            "Of an order of {price}, {left} is left once its goods are paid. "
            "The plan has no orders in its last month, so there is nothing to share fees and running costs among."
        )
    elif steps.hours_per_order is None:
        text = _(
            "Of an order of {price}, {left} is left once its goods are paid, and {pocket} once fees and running costs "
            "are shared among {orders}."
        )
    else:
        text = _(
            "Of an order of {price}, {left} is left once its goods are paid, and {pocket} once fees and running costs "
            "are shared among {orders}. Behind an order stand {hours} hours, so it earns {hourly} an hour."
        )
    return text.format(
        price=speech.money(amount["shelf_price"], 2),
        left=speech.money(amount["contribution"], 2),
        pocket=at_most(speech.money(amount.get("pocket", 0.0), 2), current, speech),
        orders=orders_a_month(current.measures.planned_orders, speech),
        hours=speech.number(steps.hours_per_order or 0.0, 1),
        hourly=at_most(speech.money(steps.earnings_per_hour or 0.0, 2), current, speech),
    )


def as_investment(current: Current, speech: Speech) -> list[str]:
    """Value today, rate of return, and return on the money put in; a sentence each."""
    _ = speech.text
    measures = current.measures
    value = _(
        "Net present value: {value}. "
        "That is what the plan is worth today, since money in the bank would earn {rate} a year."
    )
    said = [
        value.format(
            value=at_most(speech.money(measures.net_present_value), current, speech),
            rate=speech.percent(current.plan.money_and_time.annual_saving_rate, 1),
        ),
        rate_of_return(current, speech),
    ]
    if measures.return_on_money is not None and measures.peak_funding_need >= CENT:
        said.append(
            _("Return on the money put in: over {months}, the plan leaves {share} of the deepest hole.").format(
                months=speech.months(current.plan.horizon_months),
                share=at_most(speech.percent(measures.return_on_money), current, speech),
            )
        )
    return said


def rate_of_return(current: Current, speech: Speech) -> str:
    """The yearly rate that the money put in earns, or why there is none to show."""
    _ = speech.text
    found = current.measures.rate_of_return
    if found.annual is None:
        return f"{_('There is no internal rate of return to show.')} {speech.say(NO_SINGLE_RATE[found.status])}"
    if found.annual > HIGHEST_RATE_SHOWN:
        text = _("Internal rate of return: above {rate} a year. So little money is at stake that the rate says little.")
        return text.format(rate=speech.percent(HIGHEST_RATE_SHOWN))
    text = _("Internal rate of return: the money put in earns {rate} a year.")
    return text.format(rate=at_most(speech.percent(found.annual, 1), current, speech))


def with_reservation(sentence: str, current: Current, speech: Speech) -> str:
    """The sentence, and where it holds, that costs which the company does not disclose are left out of it."""
    _ = speech.text
    if not current.projection.terms.unknown_costs:
        return sentence
    return f"{sentence} {_('Costs that the company does not disclose are left out.')}"


def at_least(figure: str, current: Current, speech: Speech) -> str:
    """A cost or a need; a lower bound where the company has costs that are not disclosed."""
    return speech.text("at least {amount}").format(amount=figure) if current.projection.terms.unknown_costs else figure


def at_most(figure: str, current: Current, speech: Speech) -> str:
    """What is left; an upper bound where the company has costs that are not disclosed."""
    _ = speech.text
    return _("at most {amount}").format(amount=figure) if current.projection.terms.unknown_costs else figure


def at_the_earliest(month: int, current: Current, speech: Speech) -> str:
    """A month in which something is reached; it may be later where the company has costs that are not disclosed."""
    _ = speech.text
    text = _("{month} at the earliest") if current.projection.terms.unknown_costs else "{month}"
    return text.format(month=speech.month(month))
