"""A pay plan in a file of its own: TOML, for whoever has a brochure and no company file (docs/plan-files.md)."""

from itertools import pairwise

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from planner.errors import Fault
from planner.inputs.cited.file import read_tables
from planner.inputs.cited.source import Name
from planner.inputs.faults import checked
from planner.inputs.pay.pay_plan import PayPlan


def with_rising_rates(plan: PayPlan) -> PayPlan:
    """A plan that somebody states, in a file of its own or of a company; refused where a rank's rate falls."""
    rates = [rank.rate for rank in plan.ranks if rank.rate is not None]
    for first, then in pairwise(rates):
        if then < first:
            raise PydanticCustomError("rates_fall", "a lower rate", {"key": "ranks", "found": f"{then:g}"})
    return plan


def refuse_sales_without_points(plan: PayPlan, key: str = "points_per_100_retail") -> None:
    """Sales that a plan asks for in money want the points of goods. key: where these are to be stated."""
    if plan.minimum_sales and plan.points_per_100_retail is None:
        raise PydanticCustomError("missing", "points of 100 at shop price", {"key": key})


class PayFile(PayPlan):
    """A pay plan with a name, and the currency in which it pays."""

    name: Name
    currency: str

    @model_validator(mode="after")
    def _as_stated(self) -> "PayFile":
        with_rising_rates(self)
        refuse_sales_without_points(self)
        return self


def read_pay_file(data: bytes, name: str) -> tuple[PayFile | None, tuple[Fault, ...]]:
    """The pay plan that the bytes of the file `name` state, or None and everything wrong with it. Never raises."""
    tables = read_tables(data, name)
    if isinstance(tables, Fault):
        return None, (tables,)
    return checked(PayFile, tables, name)
