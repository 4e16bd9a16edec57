"""Changes of inputs, each as it is typed into the workbook and as the plan or the company has it."""

from dataclasses import dataclass
from typing import Any

from planner.analysis.case import Case
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan

STEPS_OF_PRICES = "What you pay of the shop price"


@dataclass(frozen=True, slots=True)
class Change:
    """cells: by their names in the workbook. lists: by title, row and column. plan: by group, what is stated otherwise.

    kit, share: the company's fee for it, and what is paid of the shop price at the first step.
    """

    title: str
    cells: dict[str, float]
    plan: dict[str, Any]
    lists: tuple[tuple[str, int, int, float | None], ...] = ()
    kit: float | None = None
    share: float | None = None

    def made(self, case: Case) -> Case:
        """The case with the change."""
        data = case.plan.model_dump(mode="json")
        for group, stated in self.plan.items():
            if isinstance(stated, list):
                data[group] = stated
            else:
                data[group] |= stated
        company = case.company.model_dump(mode="json")
        if self.kit is not None:
            company["joining"]["starter_kit_fee"]["value"] = self.kit
        if self.share is not None:
            company["prices"]["steps"][0]["wholesale_share"] = self.share
        return Case.of(Plan.model_validate(data), Company.model_validate(company))


def of_plan(title: str, group: str, **stated: float) -> Change:
    """A change of numbers in one group of the plan."""
    return Change(title, {f"{group}_{name}": value for name, value in stated.items()}, {group: stated})


DEARER = [{"name": "Phone", "amount": 47}, {"name": "Insurance", "amount": 90, "first_month": 1, "every_months": 4}]
TEN = (
    of_plan("more customers", "customers", new_a_month=6.5),
    of_plan("customers stay and buy more often", "customers", attrition=0.05, orders_per_customer=2.25),
    of_plan(
        "a dearer order, a discount, postage", "customers", retail_per_order=83.0, discount=0.15, cost_per_order=4.5
    ),
    of_plan("half of it sent direct", "stock", ship_direct_share=0.5),
    of_plan("all of it sent direct", "stock", ship_direct_share=1.0, own_use=35.0),
    of_plan("a full shelf that spoils", "stock", opening_stock=900.0, cover_months=3, shelf_life_months=3),
    of_plan("refunds", "customers", refund_share=0.08, returned_to_shelf=0.25),
    of_plan("a loan and a card", "money_and_time", loan=2500.0, loan_annual_rate=0.18, loan_months=9, own_cash=50.0),
    Change(
        "dearer running costs and another tax",
        {"tax_income_share": 0.4},
        {"tax": {"income_share": 0.4}, "running_costs": DEARER},
        (
            ("Running costs", 1, 2, 47),
            ("Running costs", 2, 3, 1),
            ("Running costs", 2, 4, 4),
            ("Running costs", 2, 5, None),
        ),
    ),
    Change(
        "a dearer kit and a smaller margin",
        {"company_starter_kit_fee": 333.0},
        {},
        ((STEPS_OF_PRICES, 1, 2, 0.85),),
        kit=333.0,
        share=0.85,
    ),
)
