"""The optimism gap: which inputs are rosier than those of about the best tenth of sellers, and the caution of it."""

from planner.analysis.cautions.caution import Caution
from planner.inputs.evidence.presets import Beyond, beyond_top_tenth, load_presets
from planner.inputs.plan.address_book import customers_are_found
from planner.inputs.plan.plan import INPUTS, Plan
from planner.inputs.plan.schedule import monthly_values
from planner.language import mark
from planner.messages import Message, Quantity


def optimism_gap(plan: Plan) -> tuple[Beyond, ...]:
    """The inputs that lie beyond, without those that have no effect since there are no customers, or no members."""
    nobody = () if _somebody_buys(plan) else ("customers",)
    return tuple(
        each
        for each in beyond_top_tenth(plan, load_presets())
        if INPUTS[each.path].idle_without(plan) and each.path[0] not in nobody
    )


def _somebody_buys(plan: Plan) -> bool:
    stated = monthly_values(plan.customers.new_a_month, plan.horizon_months)
    return customers_are_found(plan) or bool(stated.any())


def beyond_the_top_tenth(plan: Plan) -> Caution | None:
    """At least one input lies beyond; which ones, and what the figures rest on, is listed with the scenarios."""
    found = optimism_gap(plan)
    if not found:
        return None
    one = mark(
        "One of your inputs is rosier than what about one seller in ten comes near. Under Versions it stands beside "
        "that figure, with its source and who was measured."
    )
    several = mark(
        "{count} of your inputs are rosier than what about one seller in ten comes near. Under Versions they stand "
        "beside those figures, each with its source and who was measured."
    )
    return Caution(
        "beyond_top_tenth",
        (),
        Message(one if len(found) == 1 else several, {"count": Quantity(len(found), "count")}),
        Message(mark("The figures of about the top tenth, or a reason of your own for each that goes beyond them.")),
        of=tuple(each.path for each in found),
    )
