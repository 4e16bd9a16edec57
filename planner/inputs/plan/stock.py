"""Goods bought before they are sold: the first order, what is kept on the shelf, and what never reaches a customer."""

from typing import Annotated, Literal

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.source import Record
from planner.inputs.plan.entry import Money, Share, Turned, assumed, entry
from planner.inputs.plan.out_of_season import Rows, more_than_all
from planner.language import mark

QUALIFYING = {
    "never": mark("Never: I buy what I need"),
    "always": mark("Always, so that I am paid"),
    "while_it_pays": mark("As long as the pay is more than it costs"),
}
DEMANDED = {
    "bought": mark("I place it"),
    "refused": mark("I will not, and do without what it is asked for"),
}


class Stock(Record):
    """Goods bought before they are sold. Money is what the distributor pays for the goods, never the shop price."""

    opening_stock: Money = entry(
        0,
        "money",
        mark("Goods you buy at the start"),
        mark("What you pay the company for your first goods. If the company demands more, its figure is used."),
        assumed(mark("Nothing but what the company demands. Ask what your recruiter expects you to buy.")),
        turned=Turned(at_least=200),
    )
    cover_months: int = entry(
        1,
        "months",
        mark("Months of sales kept in stock"),
        mark("How far ahead you buy. 0 means that you buy each month what you sell that month."),
        assumed(mark("One month ahead, so that a customer need not wait.")),
        counts=lambda plan: plan.stock.ship_direct_share < 1,
        turned=Turned(),
        ge=0,
        le=24,
    )
    minimum_order: Money = entry(
        0,
        "money",
        mark("Smallest order"),
        mark("The least that an order of goods may come to. A smaller need is raised to it; no need, no order."),
        assumed(mark("None, until you know of one.")),
    )
    standing_order: Money = entry(
        0,
        "money",
        mark("Standing order a month"),
        mark("Goods that are sent and charged every month, whether you need them or not (autoship)."),
        assumed(mark("No such order. Ask if you are expected to have one, and how it is ended.")),
        turned=Turned(where_some=True, at_least=50),
    )
    standing_order_from: int = entry(
        1,
        "month",
        mark("Standing order from month"),
        mark("The first month in which it is sent and charged. Before it, nothing is."),
        assumed(mark("The first month, until you know of a later one.")),
        counts=lambda plan: plan.stock.standing_order > 0,
        ge=1,
        le=120,
    )
    demanded_order: Literal["bought", "refused"] = entry(
        "bought",
        "choice",
        mark("The order that the company asks for each month"),
        mark(
            "Some companies ask for an order of your own each month before they pay or give the discount. It is part "
            "of the plan wherever the company asks for it, never twice with what you order anyway."
        ),
        assumed(mark("What a company asks for is counted until you say that you will not.")),
        choices=DEMANDED,
    )
    buys_to_qualify: Literal["never", "always", "while_it_pays"] = entry(
        "never",
        "choice",
        mark("Do you buy extra to be paid?"),
        mark(
            "Many companies pay on a team only if you have bought or sold for enough points yourself that month. What "
            "you lack can be bought; it ends up on your shelf or in your own use."
        ),
        assumed(mark("Nothing is bought only to qualify, unless you choose it.")),
        choices=QUALIFYING,
    )
    own_use: Money = entry(
        0,
        "money",
        mark("Goods you use yourself, a month"),
        mark("At what you pay for them. They are a cost, never income."),
        assumed(mark("None, until you state it.")),
        turned=Turned(where_some=True, at_least=50),
    )
    own_use_anyway: Money = entry(
        0,
        "money",
        mark("Of that, what you would have bought anyway"),
        mark("What you would have spent on such goods elsewhere. It is shown beside the cost, never taken off it."),
        assumed(mark("None, until you state it.")),
        counts=lambda plan: plan.stock.own_use > 0,
    )
    samples: Money = entry(
        0,
        "money",
        mark("Samples and gifts, a month"),
        mark("Goods that you give away, at what you pay for them."),
        assumed(mark("None, until you state it.")),
    )
    freight_share: Share = entry(
        0.0,
        "share",
        mark("Freight on what you order"),
        mark("What it costs to have goods sent to you, as a share of what the goods cost."),
        assumed(mark("None, until you have seen an invoice.")),
    )
    spoilage_share: Share = entry(
        0.0,
        "share",
        mark("Goods lost each month"),
        mark("Of what is on the shelf when the month begins, the share that breaks, is lost or can no longer be sold."),
        assumed(mark("None: nobody has published a figure.")),
    )
    out_of_season: Annotated[Rows, Field(max_length=30)] = entry(
        (),
        "share",
        mark("Goods that go out of season or are discontinued"),
        mark(
            "Of what is on your shelf when a month begins, the share that can no longer be sold or given back: the "
            "goods of a season, of an old catalogue, or a line that the company drops. State a row for each. Rows of "
            "the same month are of different goods, so their shares add up. The first year is the plan's first twelve "
            "months."
        ),
        assumed(mark("None: ask how often the catalogue changes, and what happens to the goods that are dropped.")),
    )
    shelf_life_months: int | None = entry(
        None,
        "months",
        mark("Shelf life, in months"),
        mark("Goods older than this can no longer be sold, the oldest first. Left empty, they keep."),
        assumed(mark("Left empty: the goods keep.")),
        ge=1,
        le=120,
    )
    share_lost: Share = entry(
        0.0,
        "share",
        mark("Orders lost when the shelf is empty"),
        mark(
            "An order that you have no goods for waits until your next goods come. Of such orders, the share of those "
            "who do not wait."
        ),
        assumed(
            mark(
                "None: who orders from a seller they know is used to goods that come with the seller's next order, and "
                "more stock is then never shown as a gain. A judgement; nobody has published a figure."
            )
        ),
        counts=lambda plan: plan.stock.ship_direct_share < 1,
    )
    ship_direct_share: Share = entry(
        0.0,
        "share",
        mark("Orders that the company sends to the customer"),
        mark(
            "The customer pays the company, and your margin comes with your pay. You hold no stock for these orders. "
            "The rest you buy yourself and sell on."
        ),
        assumed(mark("None: you buy the goods yourself and sell them on.")),
        turned=Turned(),
    )
    marketable_share: Share = entry(
        0.8,
        "share",
        mark("Of unsold goods, what can be given back"),
        mark("Unopened, in date and still in the range. Companies that take goods back take only such goods."),
        assumed(mark("Four in five. A judgement: companies say what they accept, not how much of it comes back.")),
    )
    return_freight_share: Share = entry(
        0.05,
        "share",
        mark("Freight for goods you give back"),
        mark(
            "What it costs to send unsold goods back when you stop, as a share of what all of them cost you, those "
            "that are not accepted too. Without effect where the company pays for it."
        ),
        assumed(mark("5 of 100. A judgement: ask a carrier what a full box costs.")),
    )

    @field_validator("out_of_season")
    @classmethod
    def _at_most_all(cls, value: Rows) -> Rows:
        if found := more_than_all(value):
            place, total = found
            raise PydanticCustomError("out_of_season", "more than all", {"key": place, "found": f"{total:.15g}"})
        return value
