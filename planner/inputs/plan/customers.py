"""People outside the company who buy: how many begin and stop, and what they order."""

from typing import Annotated

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.source import LEAST_AMOUNT, Record, Text
from planner.inputs.plan.address_book import FROM_WHERE, From, customers_are_found
from planner.inputs.plan.entry import Money, Share, Turned, assumed, entry
from planner.inputs.plan.schedule import Schedule
from planner.language import mark


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
        mark("How often a customer buys. One order every second month is 0.5."),
        assumed(mark("One order a month; many buy less often.")),
        turned=Turned(),
        ge=0,
        le=100,
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
