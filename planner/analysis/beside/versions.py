"""Two plans, or two versions of one: which inputs differ, and what each of them did alone."""

from dataclasses import dataclass

from planner.inputs.changes.difference import Difference, differing_inputs, with_input_of
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.inputs.terms import missing_rate
from planner.projection.engine import project

WITHOUT_EFFECT = ("name",)


@dataclass(frozen=True, slots=True)
class Version:
    """A plan on the company that it is laid on."""

    plan: Plan
    company: Company


@dataclass(frozen=True, slots=True)
class Effect:
    """What one changed input did alone.

    difference: the input; None for the company. change: the end result of the later version less what it would be with
    this one input as before, in the plan's currency; None where the input cannot be put back alone, since the other
    inputs do not allow its old value.
    """

    difference: Difference | None
    change: float | None


def effects(before: Version, after: Version) -> tuple[Effect, ...]:
    """What each input that differs did alone: put back one at a time, the rest as in `after`. They do not add up.

    The largest first, those that cannot be put back alone last; the name is left out, since nothing rests on it. Both
    plans must be in one currency: ValueError otherwise.
    """
    if before.plan.currency != after.plan.currency:
        raise ValueError("two currencies have no difference")
    total = total_of(after)

    def effect(difference: Difference | None, without: Version | None) -> Effect:
        return Effect(difference, None if without is None else total - total_of(without))

    found = [
        effect(difference, put_back(before, after, difference))
        for difference in differing_inputs(before.plan, after.plan)
        if difference.path[0] not in WITHOUT_EFFECT
    ]
    if before.company.id != after.company.id:
        found.append(effect(None, if_computable(after.plan, before.company)))
    return tuple(sorted(found, key=lambda each: -1.0 if each.change is None else abs(each.change), reverse=True))


def put_back(before: Version, after: Version, difference: Difference) -> Version | None:
    """The later version with one input as it was before; None where no such plan can be computed."""
    plan, _faults = with_input_of(after.plan, before.plan, difference.path)
    return None if plan is None else if_computable(plan, after.company)


def if_computable(plan: Plan, company: Company) -> Version | None:
    """The plan on a company; None where the rate between their currencies is missing."""
    return None if missing_rate(company, plan) else Version(plan, company)


def total_of(version: Version) -> float:
    """What is left at the end of a version, in its plan's currency."""
    return float(project(version.plan, version.company).statement.cumulative_cash_flow[-1, 0])
