"""A plan beside its scenarios and other versions: each laid on it, which inputs differ, what each of them did alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from planner.analysis.case import Case
from planner.errors import Fault
from planner.inputs.changes.difference import Difference, differing_inputs, with_input_of
from planner.inputs.changes.scenario import Scenario, apply_scenario, scenario_of
from planner.inputs.company.company import Company
from planner.inputs.exchange_rates import missing_rate
from planner.inputs.path import Path
from planner.inputs.plan.plan import INPUTS, Plan

WITHOUT_EFFECT = ("name",)
# What is known about the world and not part of what a person plans: it stays as it is when a plan is put back.
FACTS = ("exchange_rates", "company_answers")


@dataclass(frozen=True, slots=True)
class Effect:
    """What one changed input did alone.

    difference: the input; None for the company. change: the result of the later version less what it would be with
    this one input as before, in the plan's currency; None where the input cannot be put back alone, since the other
    inputs do not allow its old value.
    """

    difference: Difference | None
    change: float | None


def effects(before: Case, after: Case) -> tuple[Effect, ...]:
    """What each input that differs did alone: put back one at a time, the rest as in `after`. They do not add up.

    The largest first, those that cannot be put back alone last; the name is left out, since nothing rests on it. Both
    plans must be in one currency: ValueError otherwise.
    """
    if before.plan.currency != after.plan.currency:
        raise ValueError("two currencies have no difference")
    result = after.measures.result

    def effect(difference: Difference | None, without: Case | None) -> Effect:
        return Effect(difference, None if without is None else result - without.measures.result)

    found = [
        effect(difference, put_back(before, after, difference))
        for difference in differing_inputs(before.plan, after.plan)
        if difference.path[0] not in WITHOUT_EFFECT
    ]
    if before.company.id != after.company.id:
        found.append(effect(None, if_computable(after.plan, before.company, after.runs)))
    return tuple(sorted(found, key=lambda each: -1.0 if each.change is None else abs(each.change), reverse=True))


def put_back(before: Case, after: Case, difference: Difference) -> Case | None:
    """The later version with one input as it was before; None where no such plan can be computed."""
    plan, _faults = with_input_of(after.plan, before.plan, difference.path)
    return None if plan is None else if_computable(plan, after.company, after.runs)


def if_computable(plan: Plan, company: Company, runs: int) -> Case | None:
    """The plan on a company; None where the rate between their currencies is missing. runs: as of `Case.of`."""
    return None if missing_rate(company, plan) else Case.of(plan, company, runs)


@dataclass(frozen=True, slots=True)
class InputRow:
    """An input that not all of the plans state alike. values: of the plan itself, then of each other in their order."""

    difference: Difference
    values: tuple[Any, ...]


def laid_on(plan: Plan, company: Company, scenario: Scenario) -> tuple[Plan | None, tuple[Fault, ...]]:
    """The plan with the scenario's changes, to be computed on the company; or None and why it cannot be."""
    changed, faults = apply_scenario(plan, scenario)
    fault = missing_rate(company, changed) if changed is not None else None
    return (None, (fault,)) if fault else (changed, faults)


def differing_rows(plan: Plan, others: Sequence[Plan]) -> tuple[InputRow, ...]:
    """The inputs in which any of the others differs from the plan, in the order in which the plan declares them."""
    differences = [{each.path: each for each in differing_inputs(plan, other)} for other in others]
    first = {path: each for found in reversed(differences) for path, each in found.items()}
    return tuple(
        InputRow(first[path], (first[path].before, *(_after(first[path], found.get(path)) for found in differences)))
        for path in sorted(first, key=_place)
    )


def changes_since(name: str, before: Plan, now: Plan) -> tuple[Scenario, Plan]:
    """What was changed since an earlier version of the plan, as a scenario; and the plan with those changes undone.

    Facts about the world stay as they are known now, in both. The two must count in one currency: ValueError otherwise.
    """
    if before.currency != now.currency:
        raise ValueError("two currencies have no scenario in common")
    kept = {field: getattr(now, field) for field in ("name", *FACTS)}
    earlier = Plan.model_validate(before.model_dump() | kept)
    return scenario_of(name, earlier, now), earlier


def _after(difference: Difference, found: Difference | None) -> Any:
    return difference.before if found is None else found.after


def _place(path: Path) -> tuple[int, Path]:
    """By the input that holds the path, then by the names within it."""
    held = next(path[:depth] for depth in (2, 1) if path[:depth] in INPUTS)
    return list(INPUTS).index(held), path[len(held) :]
