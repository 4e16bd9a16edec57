"""A plan on a company, and what it comes to."""

from dataclasses import dataclass

from planner.analysis.mean_of_runs import runs_at_once
from planner.analysis.measures.measure import Measures, measure
from planner.analysis.projected import projected, runs_of
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.projection.engine import Projection
from planner.simulation.engine import USUAL_PATHS


# Arrays have no one truth, so a case is equal to itself alone; what is found of one is forgotten with it.
@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Case:
    """A plan on a company with its projection and measures, computed when it is made: all that is said rests on one."""

    plan: Plan
    company: Company
    projection: Projection
    measures: Measures

    @classmethod
    def of(cls, plan: Plan, company: Company, runs: int = USUAL_PATHS) -> "Case":
        """The plan on the company, computed anew. The exchange rate must be there (terms.missing_rate).

        runs: how many pay is the mean of, where it is not computed on averages.
        """
        projection = projected(plan, company, runs)
        return cls(plan, company, projection, measure(plan, projection))

    @classmethod
    def at_once(cls, plan: Plan, company: Company, known: "Case | None" = None) -> "Case":
        """The same for somebody who waits: where not all runs are there or quick, pay is the mean of the first of them.

        known: what was computed before, which stays where nothing more is there by now.
        """
        same = known is not None and known.plan is plan and known.company is company
        if known is not None and same and known.runs == USUAL_PATHS:
            return known
        runs = runs_at_once(plan, company)
        return known if known is not None and same and known.runs == runs else cls.of(plan, company, runs)

    @property
    def runs(self) -> int:
        """How many runs the pay of what is laid beside it is the mean of."""
        return runs_of(self.projection)
