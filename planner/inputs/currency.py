"""A plan in another currency, and its file with it. Nothing is converted; defaults follow while no amount is stated.

The reference wage follows by itself, whatever else is stated: a wage of one country says nothing in another's money.
"""

from planner.inputs.changes.scenario import without_change
from planner.inputs.path import at, put
from planner.inputs.plan.plan import INPUTS, WAGE, Plan, default_plan
from planner.inputs.plan_file import PlanFile, with_changes

NO_AMOUNT = ("exchange_rates",)  # is money too, but of two currencies
# Where amounts of money stand in a plan, lists of costs as a whole.
AMOUNTS = tuple(path for path, declared in INPUTS.items() if declared.unit == "money" and path != NO_AMOUNT)


def in_currency(plan: Plan, currency: str, *, defaults_follow: bool = True) -> Plan:
    """The plan counted in a currency. Nothing is converted: defaults become those of the currency, or the numbers stay.

    defaults_follow: False keeps the numbers even where all of them are defaults, but for the reference wage, which is
    that of the currency until the person states one. Exchange rates are dropped, since they were stated against the
    currency that is left.
    """
    if currency == plan.currency:
        return plan
    data = plan.model_dump(mode="json") | {"currency": currency}
    put(data, NO_AMOUNT, {})
    default = default_plan(currency).model_dump(mode="json")
    if at(data, WAGE) == at(default_plan(plan.currency).model_dump(), WAGE):
        put(data, WAGE, at(default, WAGE))
    if defaults_follow and amounts_are_defaults(plan):
        for path in AMOUNTS:
            put(data, path, at(default, path))
    return Plan.model_validate(data)


def amounts_are_defaults(plan: Plan) -> bool:
    """Whether the person has stated no amount of money yet."""
    stated, default = plan.model_dump(mode="json"), default_plan(plan.currency).model_dump(mode="json")
    return all(at(stated, path) == at(default, path) for path in AMOUNTS)


def file_in_currency(file: PlanFile, currency: str) -> PlanFile:
    """The file with its plan counted in a currency. Nothing is converted.

    Default amounts become those of the currency while no amount is stated anywhere; else every number stays, in the
    plan and in its scenarios. Exchange rates are dropped in both, since they were stated against the currency left.
    """
    if currency == file.plan.currency:
        return file
    plan = in_currency(file.plan, currency, defaults_follow=not states_amounts(file))
    return with_changes(
        file, plan=plan, scenarios=tuple(without_change(scenario, NO_AMOUNT) for scenario in file.scenarios)
    )


def states_amounts(file: PlanFile) -> bool:
    """Whether the person has stated an amount of money, in the plan or in a scenario."""
    in_scenarios = any(path in AMOUNTS for scenario in file.scenarios for path in scenario.changes)
    return in_scenarios or not amounts_are_defaults(file.plan)
