"""Two plans, or two versions of one: which inputs differ, and what each of them did alone."""

from dataclasses import dataclass

from planner.analysis.case import Case
from planner.inputs.changes.difference import Difference, differing_inputs, with_input_of
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.inputs.terms import missing_rate

WITHOUT_EFFECT = ("name",)


@dataclass(frozen=True, slots=True)
class Effect:
    """What one changed input did alone.

    difference: the input; None for the company. change: the end result of the later version less what it would be with
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
    total = after.measures.total

    def effect(difference: Difference | None, without: Case | None) -> Effect:
        return Effect(difference, None if without is None else total - without.measures.total)

    found = [
        effect(difference, put_back(before, after, difference))
        for difference in differing_inputs(before.plan, after.plan)
        if difference.path[0] not in WITHOUT_EFFECT
    ]
    if before.company.id != after.company.id:
        found.append(effect(None, if_computable(after.plan, before.company)))
    return tuple(sorted(found, key=lambda each: -1.0 if each.change is None else abs(each.change), reverse=True))


def put_back(before: Case, after: Case, difference: Difference) -> Case | None:
    """The later version with one input as it was before; None where no such plan can be computed."""
    plan, _faults = with_input_of(after.plan, before.plan, difference.path)
    return None if plan is None else if_computable(plan, after.company)


def if_computable(plan: Plan, company: Company) -> Case | None:
    """The plan on a company; None where the rate between their currencies is missing."""
    return None if missing_rate(company, plan) else Case.of(plan, company)
