"""A plan in another currency: its default amounts follow, amounts that the person stated stay as they are."""

from planner.inputs.path import at, put
from planner.inputs.plan.plan import INPUTS, Plan, default_plan

NO_AMOUNT = ("exchange_rates",)  # is money too, but of two currencies
# Where amounts of money stand in a plan, lists of costs as a whole.
AMOUNTS = tuple(path for path, declared in INPUTS.items() if declared.unit == "money" and path != NO_AMOUNT)


def in_currency(plan: Plan, currency: str, *, defaults_follow: bool = True) -> Plan:
    """The plan counted in a currency. Nothing is converted: defaults become those of the currency, or the numbers stay.

    defaults_follow: False keeps the numbers even where all of them are defaults. Exchange rates are dropped, since they
    were stated against the currency that is left.
    """
    if currency == plan.currency:
        return plan
    data = plan.model_dump(mode="json") | {"currency": currency}
    put(data, NO_AMOUNT, {})
    if defaults_follow and amounts_are_defaults(plan):
        default = default_plan(currency).model_dump(mode="json")
        for path in AMOUNTS:
            put(data, path, at(default, path))
    return Plan.model_validate(data)


def amounts_are_defaults(plan: Plan) -> bool:
    """Whether the person has stated no amount of money yet."""
    stated, default = plan.model_dump(mode="json"), default_plan(plan.currency).model_dump(mode="json")
    return all(at(stated, path) == at(default, path) for path in AMOUNTS)
