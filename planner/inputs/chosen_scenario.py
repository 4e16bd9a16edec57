"""A scenario of a plan's file laid on its plan, so that the file is of what was computed."""

from planner.errors import Fault
from planner.inputs.changes.scenario import Scenario, apply_scenario, scenario_of
from planner.inputs.faults import shown
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import PlanFile, with_changes
from planner.language import mark

NO_SCENARIOS = mark("The plan has no scenarios. Leave --scenario out.")
UNKNOWN_SCENARIO = mark("The plan has no scenario of this name. It has: {names}.")


def with_scenario(plan_file: PlanFile, name: str) -> tuple[PlanFile | None, str, tuple[Fault, ...]]:
    """The file whose plan is the scenario of this name, in any case of letters; or None and why there is none.

    With it the name as the scenario has it. Every other scenario is stated anew as what differs from that plan, so that
    each still comes to the same.
    """
    chosen = next((each for each in plan_file.scenarios if each.name.casefold() == name.strip().casefold()), None)
    if chosen is None:
        names = ", ".join(scenario.name for scenario in plan_file.scenarios)
        message = UNKNOWN_SCENARIO if names else NO_SCENARIOS
        return None, name, (Fault("--scenario", message, shown(name), parameters={"names": names}),)
    plan, faults = apply_scenario(plan_file.plan, chosen)
    if plan is None:
        return None, chosen.name, faults
    others = (each for each in plan_file.scenarios if each is not chosen)
    scenarios = tuple(_stated_anew(each, plan_file.plan, plan) for each in others)
    return with_changes(plan_file, plan=plan, scenarios=scenarios), chosen.name, ()


def _stated_anew(scenario: Scenario, plan: Plan, other: Plan) -> Scenario:
    """The scenario of one plan as a scenario of another; as it stands where it does not go with its own."""
    changed, _faults = apply_scenario(plan, scenario)
    return scenario if changed is None else scenario_of(scenario.name, other, changed, scenario.about)
