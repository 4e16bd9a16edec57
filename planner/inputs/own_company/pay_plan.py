"""The pay plan of a company of one's own: what a form of it begins with, and the company with it."""

from collections.abc import Mapping

from planner.inputs.company.company import Company
from planner.inputs.own_company.assumed import ask_what_pay_needs, no_longer_ask, not_stated
from planner.inputs.own_company.own_company import Checked, settled, tables_of
from planner.inputs.own_company.pay_draft import Tables, tables_of_plan
from planner.inputs.path import put
from planner.inputs.pay.of_company import pay_plan_of
from planner.inputs.pay.pay_plan import PayPlan

PLAN = ("pay", "plan")
OTHER_RULES = ("unilevel", "stairstep", "steps_without_points")  # of a plan's months, where no pay plan is stated
REPEATED = ("minimum_personal_volume", "minimum_sales", "activity_window")  # which a pay plan says too


def first_tables(company: Company, answers: Mapping[str, float]) -> Tables:
    """What a form shows at first: the plan as it is stated, else what the rules of its months say, else nothing."""
    stated = company.pay.plan or pay_plan_of(company, answers)
    return {} if stated is None else tables_of_plan(stated)


def with_pay_plan(company: Company, plan: PayPlan) -> Checked:
    """The company with this pay plan, or None and what does not fit the rest of it.

    It pays everything from then on: rules of months and ranks beside it go, and so does what the company says otherwise
    of what keeps somebody active. What pay on it needs and nobody stated is assumed in the open.
    """
    tables = tables_of(company)
    pay = tables["pay"]
    put(tables, PLAN, plan.model_dump(mode="json", exclude_none=True))
    for name in OTHER_RULES:
        pay.pop(name, None)
    tables.pop("ranks", None)
    for name in REPEATED:
        said = (pay.get(name) or {}).get("value")
        if said not in (None, getattr(plan, name)):
            _no_longer(pay, name)
    ask_what_pay_needs(tables)
    return settled(tables)


def _no_longer(pay: Tables, name: str) -> None:
    """Takes back what the company says where its pay plan says otherwise."""
    if name == "minimum_personal_volume":
        pay[name] = not_stated()
    else:
        pay.pop(name)


def without_pay_plan(company: Company, base: Company | None) -> Checked:
    """The company with the rules of pay that it began with; of one that the person added with none."""
    tables, published = tables_of(company), tables_of(base) if base is not None else {}
    for name in ("plan", *OTHER_RULES, *(REPEATED if base is not None else ())):
        tables["pay"].pop(name, None)
        if (said := published.get("pay", {}).get(name)) is not None:
            tables["pay"][name] = said
    tables.pop("ranks", None)
    if "ranks" in published:
        tables["ranks"] = published["ranks"]
    if base is not None:
        no_longer_ask(tables, published)
    return settled(tables, published.get("sources"))


def with_points_arising(company: Company, arises_on: str) -> Checked:
    """The company whose points arise on "purchases" or on "sales"."""
    tables = tables_of(company)
    put(tables, ("volume", "arises_on"), arises_on)
    return settled(tables)
