"""The sample plans that come with the program, and whether a plan is one that it comes with."""

from functools import cache

from pages.shared.session.known_companies import catalog
from planner.analysis.case import Case
from planner.inputs.cited.file import SAMPLE_DATA
from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.plan_file import PlanFile, read_plan_file


@cache
def sample_plans() -> dict[str, PlanFile]:
    """By the name that each gives itself, in the order of their files' names."""
    files = (read_plan_file(path.read_bytes(), path.name)[0] for path in sorted((SAMPLE_DATA / "plans").glob("*.json")))
    return {file.plan.name: file for file in files if file is not None}


def is_as_shipped(case: Case) -> bool:
    """Whether it is the default plan or a sample, on a company of the catalogue: nothing in it is of who asks."""
    company, plan = case.company, case.plan
    if catalog().companies.get(company.id) is not company:
        return False
    return is_typical(plan) or any(plan == file.plan for file in sample_plans().values())


def is_typical(plan: Plan) -> bool:
    """Whether it is the default plan; whenever it begins, since a historic company moves that into its years."""
    default = default_plan(plan.currency)
    return plan.model_copy(update={"start_month": default.start_month}) == default
