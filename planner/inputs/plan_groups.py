"""The groups of the plan, in the order of life: getting started, stock, customers, team, running costs, money and time.

Title, help, unit, bounds, default and the basis of the default are declared on the field and nowhere else. Money is in
the plan's currency, nominal. Shares are fractions. Bounds refuse the impossible only.
"""

from typing import Annotated

from pydantic import Field

from planner.inputs.entry import MOST_MONEY, Money, assumed, entry, published
from planner.inputs.schedule import Schedule
from planner.inputs.source import Record
from planner.language import mark


class CostItem(Record):
    """One thing bought to get started, paid at launch (month 0)."""

    name: str = Field(min_length=1, max_length=80)
    amount: Money


class RunningCost(Record):
    """A cost paid in `first_month` and every `every_months` months from there; it covers the months until the next."""

    name: str = Field(min_length=1, max_length=80)
    amount: Money
    first_month: int = Field(1, ge=1, le=120)
    every_months: int = Field(1, ge=1, le=120)


class GettingStarted(Record):
    """What it takes to begin, beside what the company itself charges."""

    items: Annotated[tuple[CostItem, ...], Field(max_length=30)] = entry(
        (CostItem(name=mark("Samples, printed matter, first meeting"), amount=100),),
        "money",
        mark("Start-up costs"),
        mark("What you buy to get going, beside the company's own kit: samples, equipment, training, a first event."),
        assumed(mark("A modest start. Replace it with your own list.")),
    )
    contingency_share: float = entry(
        0.10,
        "share",
        mark("Set aside for surprises"),
        mark("Added on top of your start-up costs, since something is always forgotten."),
        assumed(mark("Ten per cent is a common habit in small budgets.")),
        ge=0,
        le=1,
    )


class Stock(Record):
    """Goods bought before they are sold."""

    opening_stock: float = entry(
        200,
        "money",
        mark("Goods you buy at the start"),
        mark("What you pay the company for your first goods. If the company demands more, its figure is used."),
        assumed(mark("A first small order. Ask what your recruiter expects you to buy.")),
        ge=0,
        le=MOST_MONEY,
    )
    cover_months: int = entry(
        1,
        "months",
        mark("Months of sales kept in stock"),
        mark("How far ahead you buy. 0 means that you buy each month what you sell that month."),
        assumed(mark("One month ahead, so that a customer need not wait.")),
        ge=0,
        le=24,
    )


class Customers(Record):
    """People outside the company who buy from you."""

    new_a_month: Schedule = entry(
        0.5,
        "people",
        mark("New customers a month"),
        mark("How many new people start buying from you each month. One every second month is 0.5."),
        assumed(
            mark(
                "Levels off at 2.5 customers with the share who stop below: a judgement. The average in the "
                "United States was 6 registered customers per seller in 2021 and 2022 (trade body's figures)."
            ),
            "https://www.directsellingnews.com/dsa-research-shows-dynamic-growth-of-channel-as-consumer-trends-and-technology-evolve/",
        ),
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
        ge=0,
        lt=1,
    )
    orders_per_customer: float = entry(
        1.0,
        "orders",
        mark("Orders per customer a month"),
        mark("How often a customer buys. One order every second month is 0.5."),
        assumed(mark("One order a month; many buy less often.")),
        ge=0,
        le=100,
    )
    retail_per_order: float = entry(
        50,
        "money",
        mark("Price of an order in the shop list"),
        mark("What a customer pays for an average order at full price, tax included."),
        assumed(
            mark(
                "50 dollars, or a round number like it in other currencies. With the customers above that is about "
                "125 dollars a month. Sales divided by sellers were 149 dollars a month in the United States in 2015, "
                "and about 500 in 2022, when those who only buy for themselves were no longer counted as sellers."
            ),
            "https://www.directsellingnews.com/dsa-research-shows-dynamic-growth-of-channel-as-consumer-trends-and-technology-evolve/",
        ),
        gt=0,
        le=1e6,
    )
    discount: float = entry(
        0.0,
        "share",
        mark("Discount you give"),
        mark("What you take off the full price, out of your own pocket."),
        assumed(mark("None, until you know that you need it.")),
        ge=0,
        lt=1,
    )


class Team(Record):
    """People who join the company through you, and through them (your downline)."""

    recruits_a_month: Schedule = entry(
        0.0,
        "people",
        mark("People you recruit a month"),
        mark("Recruits: people who join the company through you. One every second month is 0.5."),
        published(
            mark(
                "Nobody: 71 of 100 members of Herbalife in the United States in 2012 had never recruited anyone, "
                "so the typical number in any month is 0."
            ),
            "http://kiddynamitesworld.com/herbalife-updates-and-clarifies-its-statement-of-compensation/",
        ),
    )
    duplication: float = entry(
        0.02,
        "people",
        mark("People each member recruits a month"),
        mark("Duplication: how many people each active member below you recruits in a month, on average."),
        assumed(mark("One in fifty recruits somebody in a month; most members never recruit anyone.")),
        ge=0,
        le=10,
    )
    annual_attrition: float = entry(
        0.60,
        "share",
        mark("Members who leave within 12 months"),
        mark("Attrition: of those who join below you, the share who are gone a year later."),
        assumed(
            mark(
                "60 of 100. Published figures run from 43 (a year's turnover of all sellers in the United States, "
                "2018, those who stay long among them) to 80 (of those who join an MLM company in January, gone by "
                "December, by one consultant's count)."
            ),
            "https://www2.directsellingnews.com/finders-keepers-onboarding/",
            "https://launchsmart.com/?p=122",
        ),
        ge=0,
        lt=1,
    )
    member_monthly_purchases: float = entry(
        80,
        "money",
        mark("What a member below you buys a month"),
        mark("At shop prices, for own use and for customers together. Your pay rests on it."),
        assumed(mark("About what several companies ask a member to buy to be paid at all.")),
        ge=0,
        le=1e6,
    )
    people_within_reach: float = entry(
        20_000,
        "people",
        mark("People within reach"),
        mark("Everyone whom you and those below you could ever recruit. A team cannot outgrow it."),
        assumed(mark("A small town. Recruiting slows as it fills.")),
        ge=1,
        le=1e10,
    )


class MoneyAndTime(Record):
    """Own money, own hours, and what both could do elsewhere."""

    own_cash: float = entry(
        1000,
        "money",
        mark("Money you can put in"),
        mark("What you can spend on this without borrowing."),
        assumed(mark("A round figure. Replace it with your own.")),
        ge=0,
        le=MOST_MONEY,
    )
    hours_a_week: float = entry(
        6,
        "hours",
        mark("Hours you work a week"),
        mark("All of them: selling, messages, meetings, travel, training."),
        assumed(mark("Five to eight is a judgement; surveys only say that most spend under thirty.")),
        ge=0,
        le=168,
    )
    reference_wage: float = entry(
        7.25,
        "money",
        mark("What an hour could earn elsewhere"),
        mark("The reference wage: what you would be paid for an hour of other work, after tax."),
        assumed(
            mark(
                "7.25 dollars is the federal minimum wage of the United States, before tax. In other currencies it is "
                "the same number or a round multiple of it, and says little. Replace it with a wage you could get."
            ),
            "https://www.smallbizlabs.com/2017/04/direct-selling-industry-continues-to-grow.html",
        ),
        ge=0,
        le=1e5,
    )
    annual_saving_rate: float = entry(
        0.02,
        "share",
        mark("Interest on savings, a year"),
        mark("What your money would earn in the bank. Later money is worth less by this much."),
        assumed(mark("A round figure; see what your own bank pays.")),
        ge=0,
        le=1,
    )
