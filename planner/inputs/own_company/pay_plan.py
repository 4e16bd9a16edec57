"""The pay plan of a company of one's own: what a form of it begins with, and the company with it."""

from collections.abc import Mapping

from planner.inputs.company.company import Company
from planner.inputs.own_company.own_company import Checked, settled, tables_of
from planner.inputs.own_company.pay_draft import Tables, tables_of_plan
from planner.inputs.path import put
from planner.inputs.pay.of_company import pay_plan_of
from planner.inputs.pay.pay_plan import PayPlan

PLAN = ("pay", "plan")


def first_tables(company: Company, answers: Mapping[str, float]) -> Tables:
    """What a form shows at first: the plan as it is stated, else what the rules of its months say, else nothing."""
    stated = company.pay.plan or pay_plan_of(company, answers)
    return {} if stated is None else tables_of_plan(stated)


def with_pay_plan(company: Company, plan: PayPlan) -> Checked:
    """The company with this pay plan, or None and what does not fit the rest of it."""
    tables = tables_of(company)
    put(tables, PLAN, plan.model_dump(mode="json", exclude_none=True))
    return settled(tables)


def without_pay_plan(company: Company, base: Company | None) -> Checked:
    """The company with the pay plan that it began with, or none."""
    tables = tables_of(company)
    tables["pay"].pop("plan", None)
    if base is None or base.pay.plan is None:
        return settled(tables)
    put(tables, PLAN, base.pay.plan.model_dump(mode="json", exclude_none=True))
    return settled(tables, tables_of(base)["sources"])


def with_points_arising(company: Company, arises_on: str) -> Checked:
    """The company whose points arise on "purchases" or on "sales"."""
    tables = tables_of(company)
    put(tables, ("volume", "arises_on"), arises_on)
    return settled(tables)
