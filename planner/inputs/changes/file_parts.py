"""In what two files of plans differ: inputs by their paths, and all else that a file holds by its name."""

from planner.inputs.changes.difference import differing_inputs
from planner.inputs.path import written
from planner.inputs.plan_file import PlanFile
from planner.language import mark

# What a file holds beside the inputs of the plan.
PARTS: dict[str, str] = {
    "company": mark("the company"),
    "compared": mark("the companies compared"),
    "scenarios": mark("scenarios"),
    "own_companies": mark("companies of your own"),
    "known": mark("what you know for sure"),
    "ledger": mark("who said what"),
    "told": mark("what was said of a company"),
    "notes": mark("notes"),
    "talk": mark("the talk"),
}


def differing_parts(before: PlanFile, after: PlanFile) -> tuple[str, ...]:
    """Every input that differs, as a path, then every other part of the file that does, by its name."""
    inputs = (written(difference.path) for difference in differing_inputs(before.plan, after.plan))
    parts = (name for name in PARTS if getattr(before, name) != getattr(after, name))
    return (*inputs, *parts)
