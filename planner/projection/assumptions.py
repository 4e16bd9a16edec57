"""The plan as arrays: one number or one row a month for every scenario, the scenario axis last."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from planner.inputs.plan.team import Placing
from planner.inputs.plan.team_today import TeamToday
from planner.inputs.tax_terms import TaxTerms

Array = NDArray[np.float64]

FIRST_MONTHS = 3  # of a member, in which the share who leave may be another than later


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What a projection rests on, ready for many scenarios at once.

    Every array ends with the scenario axis, of length 1 where all scenarios share the value: to vary an input, put
    an array of the number of scenarios in its place (dataclasses.replace). By month: new_customers,
    orders_per_customer, recruits and season, shape (horizon + cover + 1, scenarios), since the forecast that stock
    is ordered from looks past the horizon; out_of_season, startup_costs, contingency, operating_expenses as paid
    and operating_expenses_spread over the months they cover, price_level and cost_level, what shop prices and costs
    have risen to from 1 at launch, (horizon + 1, scenarios). Rates are monthly fractions unless named annual. Money
    is that of the launch, so that goods at shop price are a number of goods; start-up costs, contingency, operating
    expenses and what parties cost are as paid. What is not an array is the same in every scenario.

    new_customers and recruits count only where they are not found in the address book. party_customers,
    party_recruits and party_orders: those that come of parties beside them, by month as these. host_credit: of the
    latter at shop price, the goods that hosts get. party_costs: the part of operating_expenses that parties cost,
    (horizon + 1, 1). orders_per_customer: at launch none. out_of_season: of the goods on the shelf when a month
    begins, the share that can no longer be sold from then on. season: of the calendar month, 12 months average 1.
    product_wholesale and product_points: what the products of an order with figures of their own bring to its
    wholesale share and to its points per unit of shop price; wholesale_by_company and points_by_company: the weight
    of the company's own figures in the rest (1 where there are no products). startup_costs carry their month.
    today: the people below when the plan starts; today_counted: of what they buy, what pay is counted on.
    purchase_spread: standard deviation over mean of what one member buys in a month. member_attrition: of members
    three months after they joined; early_attrition: until then. scenarios: how many there are.
    """

    horizon: int
    cover_months: int
    start_month: str
    customers_from_book: bool
    recruits_from_book: bool
    shelf_life_months: int | None
    buys_to_qualify: Literal["never", "always", "while_it_pays"]
    placing: Placing
    loan_months: int
    tax: TaxTerms
    today: TeamToday
    contacts: Array
    share_approached: Array
    cold_a_month: Array
    become_customers: Array
    become_recruits: Array
    new_customers: Array
    customer_attrition: Array
    orders_per_customer: Array
    season: Array
    party_customers: Array
    party_recruits: Array
    party_orders: Array
    host_credit: Array
    party_costs: Array
    retail_per_order: Array
    discount: Array
    cost_per_order: Array
    charged_per_order: Array
    handed_on_share: Array
    sales_tax_rate: Array
    refund_share: Array
    returned_to_shelf: Array
    product_wholesale: Array
    wholesale_by_company: Array
    product_points: Array
    points_by_company: Array
    ship_direct_share: Array
    recruits: Array
    duplication: Array
    recruit_at_once: Array
    today_counted: Array
    early_attrition: Array
    member_attrition: Array
    member_monthly_purchases: Array
    member_resold_share: Array
    member_joining_order: Array
    purchase_spread: Array
    people_within_reach: Array
    startup_costs: Array
    contingency: Array
    opening_stock: Array
    minimum_order: Array
    standing_order: Array
    standing_order_from: Array
    own_use: Array
    own_use_anyway: Array
    samples: Array
    freight_share: Array
    spoilage_share: Array
    out_of_season: Array
    share_lost: Array
    operating_expenses: Array
    operating_expenses_spread: Array
    own_cash: Array
    loan: Array
    loan_annual_rate: Array
    card_limit: Array
    card_annual_rate: Array
    price_level: Array
    cost_level: Array
    scenarios: int = field(init=False)

    def __post_init__(self) -> None:
        given = (getattr(self, name) for name in _GIVEN)
        columns = {value.shape[-1] for value in given if isinstance(value, np.ndarray)}
        object.__setattr__(self, "scenarios", int(np.broadcast_shapes(*((number,) for number in columns))[0]))

    def arrays(self) -> dict[str, Array]:
        """What may differ between scenarios, by name."""
        given = ((name, getattr(self, name)) for name in _GIVEN)
        return {name: value for name, value in given if isinstance(value, np.ndarray)}

    def shared(self) -> tuple[Any, ...]:
        """What all scenarios share by its nature; assumptions with the same can stand beside each other."""
        given = (getattr(self, name) for name in _GIVEN)
        newcomers_recruit = bool(self.recruit_at_once.any())  # then other figures are the mean of runs
        each = (value.shape[:-1] if isinstance(value, np.ndarray) else value for value in given)
        return (newcomers_recruit, *each)

    def repeated(self, times: int) -> "Assumptions":
        """Each scenario so many times, beside each other."""
        given: dict[str, Any] = {
            name: np.repeat(value, times, axis=-1) for name, value in self.arrays().items() if value.shape[-1] > 1
        }
        given["own_cash"] = np.repeat(np.broadcast_to(self.own_cash, self.scenarios), times)  # tells how many there are
        return replace(self, **given)

    def distinct(self, names: Collection[str]) -> "tuple[Assumptions, NDArray[np.intp] | None]":
        """The first of all scenarios that are alike in these arrays; which of them each scenario is like.

        None in place of that where no two are alike, and all are there.
        """
        values = [value for name, value in self.arrays().items() if name in names and value.shape[-1] > 1]
        found: dict[bytes, int] = {}
        like = [
            found.setdefault(b"".join(value[..., each].tobytes() for value in values), len(found))
            for each in range(self.scenarios)
        ]
        if len(found) == self.scenarios:
            return self, None
        return self.columns([like.index(number) for number in range(len(found))]), np.array(like)

    def columns(self, chosen: Sequence[int]) -> "Assumptions":
        """Some of the scenarios."""
        given: dict[str, Any] = {
            name: value.take(chosen, axis=-1) for name, value in self.arrays().items() if value.shape[-1] > 1
        }
        given["own_cash"] = np.broadcast_to(self.own_cash, self.scenarios).take(chosen)
        return replace(self, **given)

    @classmethod
    def beside(cls, each: "Sequence[Assumptions]") -> "Assumptions":
        """A scenario for each, in their order, as their `shared` allows; a number that they all have stays one."""
        stated = [one.arrays() for one in each]
        columns: dict[str, Any] = {}
        for name, first in stated[0].items():
            values = [one[name] for one in stated]
            digits = first.tobytes()  # of the same shape, since `shared` is: to compare numbers takes ten times as long
            same = name != "own_cash" and all(value.tobytes() == digits for value in values)
            columns[name] = first if same else np.concatenate(values, axis=-1)
        return replace(each[0], **columns)


_GIVEN = tuple(each.name for each in fields(Assumptions) if each.init)
