"""How a result is worded where a company has costs that it does not disclose, and which count as nothing here.

What is paid is then at least the amount shown. Nothing else is a bound, since pay that is not computed may move it
either way: it stands before those costs. What is never reached stays so.
"""

from planner.inputs.plan.plan import Plan
from planner.inputs.tax_terms import counts_tax, years_beyond
from planner.projection.engine import Projection
from planner.speech import Speech


def at_least(cost: str, projection: Projection, speech: Speech) -> str:
    """A cost, a need, the orders that cover costs, or how many lose money."""
    _ = speech.text
    if not projection.terms.unknown_costs:
        return cost
    return _("at least {amount}").format(amount=cost)


def at_most(number: str, projection: Projection, speech: Speech) -> str:
    """How many get so much, which those costs would make fewer."""
    _ = speech.text
    if not projection.terms.unknown_costs:
        return number
    return _("at most {amount}").format(amount=number)


def before(figure: str, projection: Projection, speech: Speech) -> str:
    """A result that those costs would lower, or a month that they would put later."""
    _ = speech.text
    if not projection.terms.unknown_costs:
        return figure
    return _("{figure}, before costs not disclosed").format(figure=figure)


def is_reserved(projection: Projection) -> bool:
    """Whether a result stands before costs that are not disclosed."""
    return bool(projection.terms.unknown_costs)


def reserved(sentence: str, projection: Projection, speech: Speech) -> str:
    """The same after a sentence, for all of its figures."""
    _ = speech.text
    if not projection.terms.unknown_costs:
        return sentence
    return " ".join([sentence, _("Costs not disclosed are left out.")])


def tax(plan: Plan, speech: Speech) -> str:
    """Whether tax has been taken off the figures of the plan, and off the wage that they are compared with."""
    _ = speech.text
    return _("after tax") if counts_tax(plan) else _("before tax")


def tax_counted(plan: Plan, speech: Speech) -> str:
    """Whether tax is counted; by the rules of which year, where the plan has others."""
    _ = speech.text
    if not counts_tax(plan):
        return _("before tax")
    beyond = years_beyond(plan)
    return _("tax is counted") if beyond is None else _("tax by the rules of {year}").format(year=beyond[0])


def taxed(figure: str, plan: Plan, speech: Speech) -> str:
    """A figure with that behind it."""
    return f"{figure} {tax(plan, speech)}"
