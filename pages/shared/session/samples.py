"""The sample plans that come with the program."""

from functools import cache

from planner.inputs.cited.file import SAMPLE_DATA
from planner.inputs.plan_file import PlanFile, read_plan_file


@cache
def sample_plans() -> dict[str, PlanFile]:
    """By the name that each gives itself, in the order of their files' names."""
    files = (read_plan_file(path.read_bytes(), path.name)[0] for path in sorted((SAMPLE_DATA / "plans").glob("*.json")))
    return {file.plan.name: file for file in files if file is not None}
