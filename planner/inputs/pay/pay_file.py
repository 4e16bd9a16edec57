"""A pay plan in a file of its own: TOML, for whoever has a brochure and no company file (docs/plan-files.md)."""

from itertools import pairwise

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from planner.errors import Fault
from planner.inputs.cited.file import read_tables
from planner.inputs.cited.source import Name
from planner.inputs.faults import checked
from planner.inputs.pay.pay_plan import PayPlan


class PayFile(PayPlan):
    """A pay plan with a name, and the currency in which it pays."""

    name: Name
    currency: str

    @model_validator(mode="after")
    def _rates_rise(self) -> "PayFile":
        rates = [rank.rate for rank in self.ranks if rank.rate is not None]
        for first, then in pairwise(rates):
            if then < first:
                raise PydanticCustomError("rates_fall", "a lower rate", {"key": "ranks", "found": f"{then:g}"})
        return self

    @model_validator(mode="after")
    def _sales_in_money(self) -> "PayFile":
        if self.minimum_sales and self.points_per_100_retail is None:
            raise PydanticCustomError("missing", "points of 100 at shop price", {"key": "points_per_100_retail"})
        return self


def read_pay_file(data: bytes, name: str) -> tuple[PayFile | None, tuple[Fault, ...]]:
    """The pay plan that the bytes of the file `name` state, or None and everything wrong with it. Never raises."""
    tables = read_tables(data, name)
    if isinstance(tables, Fault):
        return None, (tables,)
    return checked(PayFile, tables, name)
