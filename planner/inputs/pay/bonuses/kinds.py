"""The kinds of pay of this folder, as a list of a pay plan's parts takes them."""

from typing import Annotated

from pydantic import Tag

from planner.inputs.pay.bonuses.fast_start import FastStart
from planner.inputs.pay.bonuses.own_sales import OwnSales

AnyBonus = Annotated[OwnSales, Tag("form:own_sales")] | Annotated[FastStart, Tag("form:fast_start")]
