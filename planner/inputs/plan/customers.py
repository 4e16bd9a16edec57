"""People outside the company who buy: how many begin and stop, and what they order."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.source import LEAST_AMOUNT, Record, Text
from planner.inputs.plan.address_book import FROM_WHERE, From, customers_are_found
from planner.inputs.plan.entry import Money, Share, Turned, assumed, entry
from planner.inputs.plan.schedule import Schedule
from planner.language import mark
from planner.timeline import calendar_month, is_day, times_in

ORDERED_BY = {
    "month": mark("By the month"),
    "week": mark("By campaigns of a week"),
    "two_weeks": mark("By campaigns of two weeks"),
    "three_weeks": mark("By campaigns of three weeks"),
    "four_weeks": mark("By campaigns of four weeks"),
}
WEEKS = {"week": 1, "two_weeks": 2, "three_weeks": 3, "four_weeks": 4}


class Product(Record):
    """One product of an average order: its shop price, how many an order holds, and what differs from the company's.

    wholesale_share: of its shop price, what the distributor pays; None as the company states for all goods.
    points: the company's points for one of it; None as the company states per 100 of the shop price.
    """

    name: Text = Field(min_length=1, max_length=80)
    retail_price: float = Field(ge=LEAST_AMOUNT, le=1e6)
    per_order: float = Field(1, ge=0, le=1000)
    wholesale_share: float | None = Field(None, ge=0.01, le=1)
    points: float | None = Field(None, ge=0, le=1e6)


class Customers(Record):
    """People outside the company who buy from you."""

    new_from: From = entry(
        "schedule",
        "choice",
        mark("Where new customers come from"),
        mark("You state how many a month, or they are found among the people you know, who are soon used up."),
        assumed(mark("A number that you state, since it is the simplest.")),
        choices=FROM_WHERE,
    )
    new_a_month: Schedule = entry(
        1.0,
        "people",
        mark("New customers a month"),
        mark("How many new people start buying from you each month. One every second month is 0.5."),
        assumed(
            mark(
                "Levels off at 5 customers with the share who stop below: a judgement. The average in the United "
                "States was 6 registered customers per seller in 2021 and in 2022, by the trade body's count, which "
                "takes everybody with an agreement to buy at a discount for a customer."
            ),
            "https://dsa.org/events/news/individual-press-release/direct-selling-association-releases-data-showing-record-high-sales-and-customers-in-the-u.s.-in-2021",
            "http://laegehansen.com/index-1571.html",
        ),
        counts=lambda plan: not customers_are_found(plan),
        turned=Turned(),
        laid_with={"new_from": "schedule"},
    )
    attrition: float = entry(
        0.20,
        "share",
        mark("Customers who stop, each month"),
        mark("Attrition: of the customers you have, the share who do not come back the next month."),
        assumed(
            mark(
                "Half are gone after three months. In one company that a court looked at in 2023, "
                "half of the customers were gone after two."
            ),
            "https://behindmlm.com/companies/nerium/neora-not-a-pyramid-scheme-rules-texas-court/",
        ),
        turned=Turned(),
        ge=0,
        lt=1,
    )
    orders_per_customer: float = entry(
        1.0,
        "orders",
        mark("Orders per customer a month"),
        mark(
            "How often a customer buys. One order every second month is 0.5. Where customers order by campaign, choose "
            "so under Campaigns."
        ),
        assumed(mark("One order a month; many buy less often.")),
        counts=lambda plan: plan.customers.orders_by == "month",
        turned=Turned(),
        laid_with={"orders_by": "month"},
        ge=0,
        le=100,
    )
    orders_by: Literal["month", "week", "two_weeks", "three_weeks", "four_weeks"] = entry(
        "month",
        "choice",
        mark("Orders are counted"),
        mark(
            "Where customers order out of a catalogue that holds for some weeks, in each calendar month as many "
            "campaigns count as fall into it: of two weeks, 26 or 27 a year. Seasons count beside it."
        ),
        assumed(mark("By the month, since most people think of their customers so.")),
        choices=ORDERED_BY,
    )
    orders_per_campaign: float = entry(
        1.0,
        "orders",
        mark("Orders per customer a campaign"),
        mark("How often a customer buys in a campaign. One order in every second campaign is 0.5."),
        assumed(mark("One order a campaign; many buy less often. Without effect until you count by campaign.")),
        counts=lambda plan: plan.customers.orders_by != "month",
        turned=Turned(),
        ge=0,
        le=100,
    )
    first_campaign: str | None = entry(
        None,
        "text",
        mark("Day of the first campaign (year, month, day)"),
        mark(
            "The day on which you send in its orders; the others follow every so many weeks, and each counts in the "
            "month of its day. Of campaigns that run already, any one will do; before the first of them, nobody "
            "orders. Left empty, it is the first day of the month in which you begin to sell."
        ),
        assumed(mark("Left empty: the first day of the month after you join.")),
        counts=lambda plan: plan.customers.orders_by != "month",
    )
    retail_per_order: float = entry(
        50,
        "money",
        mark("Price of an order in the shop list"),
        mark(
            "What a customer pays for an average order at full price, VAT included. Sales tax that you add to it, and "
            "shipping, are stated apart."
        ),
        assumed(
            mark(
                "50 dollars, or a round number like it in other currencies. With the customers above that comes to "
                "about 250 dollars a month: a judgement. Sales divided by sellers were 149 dollars a month in "
                "the United States in 2015, and about 500 in 2022, when those who only buy for themselves were no "
                "longer counted as sellers."
            ),
            "https://www.directsellingnews.com/dsa-research-shows-dynamic-growth-of-channel-as-consumer-trends-and-technology-evolve/",
            "http://laegehansen.com/index-1571.html",
        ),
        turned=Turned(),
        laid_with={"products": ()},
        ge=LEAST_AMOUNT,
        le=1e6,
    )
    discount: float = entry(
        0.0,
        "share",
        mark("Discount you give"),
        mark("What you take off the full price, out of your own pocket."),
        assumed(mark("None, until you know that you need it.")),
        turned=Turned(),
        ge=0,
        lt=1,
    )
    cost_per_order: Money = entry(
        0,
        "money",
        mark("What it costs you to deliver an order"),
        mark("Postage, packing and payment fee for an order that you send or carry yourself."),
        assumed(mark("None, until you state it.")),
        turned=Turned(where_some=True, at_least=5),
    )
    charged_per_order: Money = entry(
        0,
        "money",
        mark("What you charge beside the price, an order"),
        mark(
            "Shipping or an order fee that a customer pays you beside the price of an order that you deliver. It is "
            "not given back with a refund."
        ),
        assumed(mark("Nothing, until you state it.")),
    )
    handed_on_share: Share = entry(
        1.0,
        "share",
        mark("Of that, what you hand on"),
        mark(
            "To a carrier or to the company; the rest you keep. State here what you hand on, or under delivery what it "
            "costs you, and not both."
        ),
        assumed(mark("All of it: shipping that a customer pays goes to the carrier.")),
        counts=lambda plan: plan.customers.charged_per_order > 0,
    )
    refund_share: Share = entry(
        0.0,
        "share",
        mark("Sales that are refunded"),
        mark("Of a month's sales, the share that customers get back the month after, when they return or withdraw."),
        assumed(mark("None, until you state it. 3 to 5 of 100 is often guessed; nobody has published a figure.")),
    )
    returned_to_shelf: Share = entry(
        0.5,
        "share",
        mark("Of refunded goods, what can be sold again"),
        mark("The rest is thrown away."),
        assumed(mark("Half. A judgement, and without effect until something is refunded.")),
        counts=lambda plan: plan.customers.refund_share > 0,
    )
    seasons: tuple[Annotated[float, Field(ge=0, le=100)], ...] = entry(
        (),
        "share",
        mark("Seasons"),
        mark(
            "How a calendar month compares with an average one, January first: 100 is average. They are scaled so that "
            "the year comes to the same."
        ),
        assumed(mark("None: every month is alike.")),
    )
    products: Annotated[tuple[Product, ...], Field(max_length=30)] = entry(
        (),
        "money",
        mark("What an order holds"),
        mark("Products with their shop prices, averaged into an order. Left empty, the price of an order counts."),
        assumed(mark("Empty: the price of an order is enough.")),
    )

    @property
    def order_price(self) -> float:
        """Shop price of an average order: what its products come to, or as stated where there are none."""
        held = sum(product.retail_price * product.per_order for product in self.products)
        return held if self.products else self.retail_per_order

    def campaigns_in(self, start_month: str, month: int) -> int:
        """How many campaigns fall into a month of a plan that begins in start_month; at launch none.

        Of orders that are counted by the month it is the month itself: 1.
        """
        if month < 1 or self.orders_by == "month":
            return min(month, 1)
        first = self.first_campaign
        begun = calendar_month(start_month, 1) if first is None else date.fromisoformat(first)
        return times_in(start_month, month, begun, WEEKS[self.orders_by])

    def orders_each(self, start_month: str, month: int) -> float:
        """How often a customer orders in a month of the plan, but for its season."""
        each = self.orders_per_customer if self.orders_by == "month" else self.orders_per_campaign
        return each * self.campaigns_in(start_month, month)

    @field_validator("first_campaign")
    @classmethod
    def _a_day(cls, value: str | None) -> str | None:
        if value is not None and not is_day(value):
            raise PydanticCustomError("first_campaign", "not a day")
        return value

    @field_validator("seasons")
    @classmethod
    def _twelve(cls, value: tuple[float, ...]) -> tuple[float, ...]:
        if value and (len(value) != 12 or sum(value) <= 0):
            raise PydanticCustomError("seasons", "not twelve factors")
        return value

    @field_validator("products")
    @classmethod
    def _an_order(cls, value: tuple[Product, ...]) -> tuple[Product, ...]:
        if value and sum(product.retail_price * product.per_order for product in value) < LEAST_AMOUNT:
            raise PydanticCustomError("empty_order", "an order of nothing")
        return value
