"""Companies whose team is paid by a pay plan, made from others."""

from planner.inputs.company.company import Company
from planner.inputs.pay.of_company import pay_plan_of
from planner.inputs.pay.pay_plan import PayPlan


def paid_by(company: Company, plan: PayPlan) -> Company:
    """The company with this pay plan in place of all rules that it has."""
    data = company.model_dump()
    rules = dict.fromkeys(("unilevel", "stairstep", "steps_without_points", "minimum_sales", "activity_window"))
    nothing = {"not_found": {"en": "Said by the pay plan.", "sv": "Sägs av ersättningsplanen."}}
    data["pay"] |= {**rules, "minimum_personal_volume": nothing, "plan": plan.model_dump()}
    return Company.model_validate({**data, "ranks": None})


def by_its_own_rules(company: Company) -> Company | None:
    """The company with its rules of a plan's months as a pay plan; None where it has none."""
    plan = pay_plan_of(company, {})
    return None if plan is None else paid_by(company, plan)
