"""A plan's file in another currency: the plan as plan_currency says, and the scenarios with it."""

from planner.inputs.changes.scenario import without_change
from planner.inputs.plan.currency import AMOUNTS, NO_AMOUNT, amounts_are_defaults, in_currency
from planner.inputs.plan_file import PlanFile, with_changes


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
