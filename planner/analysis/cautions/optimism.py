"""The optimism gap: inputs rosier than those of about the best tenth of sellers; a caution of what a plan comes to."""

from planner.analysis.case import Case
from planner.analysis.cautions.caution import Caution
from planner.analysis.chance.rarity import Rarity, rarity
from planner.analysis.measures.gross_pay import YEAR
from planner.analysis.measures.milestones import CENT
from planner.inputs.evidence.presets import TOP_TENTH, Beyond, beyond_top_tenth, load_presets, with_preset
from planner.inputs.plan.address_book import customers_are_found
from planner.inputs.plan.parties import Parties, parties_are_planned
from planner.inputs.plan.plan import INPUTS, Plan
from planner.inputs.plan.schedule import monthly_values
from planner.language import mark
from planner.messages import Message, Quantity
from planner.projection.contacts import project_contacts
from planner.projection.plan_assumptions import plan_assumptions
from planner.projection.sales import Sales, project_sales


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
    return customers_are_found(plan) or bool(stated.any()) or parties_are_planned(plan)


def beyond_the_top_tenth(case: Case) -> Caution | None:
    """More is earned than by nine in ten, by a published table; where none tells, more is sold than by about as many.

    Which inputs are rosier than those of about the best tenth is listed with the scenarios, and moves nothing here.
    """
    found = rarity(case)
    if found is not None and not found.nothing and found.own:
        return _of_pay(case, found) if found.of_the_top_tenth else None
    return _of_sales(case)


def _of_pay(case: Case, found: Rarity) -> Caution:
    paid = {"share": Quantity(found.bounds.least, "share"), "pay": Quantity(found.amount, "money")}
    text = mark(
        "By a table that the company has published, at least {share} of those counted were paid less than this plan's "
        "first year, {pay}. Under Versions the inputs that are rosier than what about one seller in ten comes near "
        "stand beside that figure, each with its source and who was measured."
    )
    if found.table.per == "month":
        text = mark(
            "By a table that the company has published, at least {share} of those counted were paid less than this "
            "plan in an average month of its first year, {pay}. Under Versions the inputs that are rosier than what "
            "about one seller in ten comes near stand beside that figure, each with its source and who was measured."
        )
    return _caution(case, Message(text, paid))


def _of_sales(case: Case) -> Caution | None:
    best = with_preset(case.plan, load_presets(), TOP_TENTH)
    if best is None:
        return None
    best = best.model_copy(update={"parties": Parties()})  # what one in ten sells, however they do
    sold, most = sold_in_a_year(case.plan, case.projection.sales), sold_in_a_year(best, sales_of(best))
    if sold <= most + CENT:
        return None
    text = mark(
        "This plan sells for {sold} in its first year, at shop prices. About one seller in ten comes near {most}. "
        "Under Versions the inputs that are rosier stand beside it, each with its source and who was measured."
    )
    return _caution(case, Message(text, {"sold": Quantity(sold, "money"), "most": Quantity(most, "money")}))


def _caution(case: Case, message: Message) -> Caution:
    rosier = tuple(each.path for each in optimism_gap(case.plan))
    change = mark("The figures of about the top tenth, or a reason of your own for each that goes beyond them.")
    return Caution("beyond_top_tenth", (), message, Message(change), of=rosier or (("customers", "new_a_month"),))


def sales_of(plan: Plan) -> Sales:
    """What customers order under the plan, which is the same at every company."""
    given = plan_assumptions(plan)
    return project_sales(given, project_contacts(given).new_customers)


def sold_in_a_year(plan: Plan, sales: Sales) -> float:
    """What customers are sold in the first year, at shop prices, in the plan's currency."""
    return float(sales.orders[1 : YEAR + 1, 0].sum()) * plan.customers.order_price
