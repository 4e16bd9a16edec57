"""Plans at the ends of what can be stated, and what must be on no page whatever the plan: a value without words."""

import re
from typing import Any

from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.plan_file import PlanFile

# A value that no words were found for, or a place in a sentence that was never filled. "None, until you state it." at
# the beginning of a line is prose.
UNSAID = re.compile(
    r"(?!^None(?:[.,:]| but))\b(NaN|nan|None|null|[Ii]nfinity|inf|undefined|Traceback|NaT)\b|\{\w*\}", re.MULTILINE
)


def unsaid_in(text: str) -> list[str]:
    """What no person wrote: each place in the text with the words around it."""
    return [text[max(0, place.start() - 40) : place.end() + 20] for place in UNSAID.finditer(text)]


def extreme(**groups: Any) -> PlanFile:
    data = default_plan("USD").model_dump()
    for name, stated in groups.items():
        data[name] = {**data[name], **stated} if isinstance(stated, dict) else stated
    return PlanFile(company="scentsy-us", compared=("scentsy-us", "young-living-us"), plan=Plan.model_validate(data))


EXTREMES = {
    "nothing happens": extreme(
        customers={"new_a_month": 0},
        stock={"opening_stock": 0, "cover_months": 0},
        money_and_time={"hours_a_week": 0, "own_cash": 0, "annual_saving_rate": 0},
        running_costs=(),
        horizon_months=1,
    ),
    "the pitch for ten years": extreme(
        stock={"opening_stock": 5},
        customers={"new_a_month": 1000, "attrition": 0, "orders_per_customer": 100, "retail_per_order": 1_000_000},
        team={"recruits_a_month": 100, "duplication": 10, "annual_attrition": 0, "people_within_reach": 1e10},
        horizon_months=120,
    ),
    "a house full of goods": extreme(
        stock={"opening_stock": 1e9, "cover_months": 24},
        customers={"discount": 0.99},
        money_and_time={"hours_a_week": 168, "reference_wage": 1e5, "annual_saving_rate": 1},
    ),
}
