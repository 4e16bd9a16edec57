"""A plan on a company, and what it comes to."""

from dataclasses import dataclass

from planner.analysis.measures.measure import Measures, measure
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.projection.engine import Projection, project


# Arrays have no one truth, so a case is equal to itself alone; what is found of one is forgotten with it.
@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Case:
    """A plan on a company with its projection and measures, computed when it is made: all that is said rests on one."""

    plan: Plan
    company: Company
    projection: Projection
    measures: Measures

    @classmethod
    def of(cls, plan: Plan, company: Company) -> "Case":
        """The plan on the company, computed anew. The exchange rate must be there (terms.missing_rate)."""
        projection = project(plan, company)
        return cls(plan, company, projection, measure(plan, projection))
