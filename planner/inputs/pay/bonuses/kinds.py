"""The kinds of pay of this folder, as a list of a pay plan's parts takes them."""

from typing import Annotated

from pydantic import Tag

from planner.inputs.pay.bonuses.customer_bonus import CustomerBonus
from planner.inputs.pay.bonuses.fast_start import FastStart
from planner.inputs.pay.bonuses.own_sales import OwnSales
from planner.inputs.pay.bonuses.pass_up import PassUp
from planner.inputs.pay.bonuses.pool import Pool
from planner.inputs.pay.bonuses.rank_bonus import RankBonus

AnyBonus = (
    Annotated[OwnSales, Tag("form:own_sales")]
    | Annotated[FastStart, Tag("form:fast_start")]
    | Annotated[RankBonus, Tag("form:rank_bonus")]
    | Annotated[Pool, Tag("form:pool")]
    | Annotated[PassUp, Tag("form:pass_up")]
    | Annotated[CustomerBonus, Tag("form:customer_bonus")]
)
