"""What a company's pay rests on in a plan: what goods count, and its pay plan with that in it."""

from collections.abc import Mapping

from planner.inputs.cited.figure import Asked, Figure, NotFound
from planner.inputs.company.company import Company
from planner.inputs.company.pay_rules import Pay
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.pay.window import Window


def of_100_retail(company: Company, answers: Mapping[str, float]) -> tuple[float, float]:
    """Points, and money on which rates are applied, of goods of 100 at shop price in the company's currency.

    In a pay plan a point stands for an amount of money, so that either tells the other where it is not found.
    """
    volume, plan = company.volume, company.pay.plan
    points = known(volume.points_per_100_retail, answers.get("points_per_100_retail"))
    value = known(volume.commissionable_per_100_retail, answers.get("commissionable_per_100_retail"))
    if plan is not None and isinstance(volume.commissionable_per_100_retail, NotFound):
        value = points * plan.value_of_point
    elif plan is not None and isinstance(volume.points_per_100_retail, NotFound):
        points = value / plan.value_of_point
    return points, value


def activity_window(pay: Pay) -> Window:
    """Over which months what keeps somebody active is asked for."""
    if pay.plan is not None:
        return pay.plan.activity_window
    return pay.activity_window.value if pay.activity_window else "month"


def with_goods(plan: PayPlan | None, points: float, commissionable: float) -> PayPlan | None:
    """The company's pay plan with what goods of 100 at shop price bring, as the company says it or the person does.

    points, commissionable: of goods of 100 at shop price, 0 where nobody knows.
    """
    if plan is None or points <= 0:
        return plan
    value = commissionable / points if commissionable > 0 else plan.value_of_point
    return plan.model_copy(update={"points_per_100_retail": points, "value_of_point": value})  # both are above 0


def known(figure: Figure | Asked | NotFound | None, answer: float | None = None) -> float:
    """A figure's value, what the person answered or is assumed in its place; 0 where nobody knows."""
    if isinstance(figure, Asked):
        return figure.assumed if answer is None else answer
    return figure.value if isinstance(figure, Figure) else 0.0
