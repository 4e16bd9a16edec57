"""The fields of pay that no level decides."""

from planner.inputs.cited.source import Record
from planner.inputs.pay.bonuses.customer_bonus import CustomerBonus, CustomerStep
from planner.inputs.pay.bonuses.fast_start import FastStart, Package
from planner.inputs.pay.bonuses.own_sales import OwnSales
from planner.inputs.pay.bonuses.pass_up import PassUp
from planner.inputs.pay.bonuses.pool import Pool, Tier
from planner.inputs.pay.bonuses.rank_bonus import AmountOfRank, RankBonus
from planner.inputs.pay.titles.kinds import COMPRESSION, MEASURED
from planner.inputs.pay.titles.title import Title, Titles
from planner.inputs.pay.titles.whole import BASE
from planner.language import mark

ORDERS = Title(mark("On which orders"), "choice")
NEEDS_ACTIVE = Title(mark("Who is not active"), "choice")
OF_A_RANK = Title(mark("Rank"), "rank")
BY_LEVEL = Title(mark("Rate of each level, level 1 first"), "shares")
AMOUNTS = Title(mark("Money for each level, level 1 first"), "amounts", mark("With semicolons between: 20; 60; 20."))

OF_BONUSES: dict[type[Record], Titles] = {
    OwnSales: {
        "volume": Title(mark("What is paid on"), "choice"),
        "reached_by": Title(mark("What decides the step"), "choice"),
        "measured_in": MEASURED,
        "by": Title(mark("Whether a month or each order decides"), "choice"),
        "base_per_value": BASE,
        "needs_active": NEEDS_ACTIVE,
    },
    FastStart: {
        "rates": BY_LEVEL,
        "packages": Title(mark("Amounts by what is ordered, in the place of rates"), "rows"),
        "orders": ORDERS,
        "months": Title(mark("Months in which a recruit is new"), "count"),
        "base_per_value": BASE,
        "compression": COMPRESSION,
        "counts_as_volume": Title(mark("Whether these orders count for all else"), "choice"),
    },
    Package: {
        "from_points": Title(mark("From so many points"), "points"),
        "amounts": AMOUNTS,
    },
    RankBonus: {
        "amounts": Title(mark("Money for a rank"), "rows"),
        "paid": Title(mark("When it is paid"), "choice"),
        "of_ranks": Title(mark("Of several ranks at a time"), "choice"),
        "over_months": Title(mark("In so many equal parts, a month each"), "count"),
        "needs": Title(mark("What each of these months asks for"), "choice"),
    },
    AmountOfRank: {"rank": OF_A_RANK, "amount": Title(mark("Amount"), "money")},
    Pool: {
        "tiers": Title(mark("Pools"), "rows"),
        "each_in": Title(mark("In which pools somebody shares"), "choice"),
        "divided": Title(mark("How a pool is divided"), "choice"),
        "company_value": Title(
            mark("What the whole company sells in a month, as pay counts it"),
            "money",
            mark("Where it is empty, what the team orders is all that is sold."),
        ),
        "base_per_value": BASE,
        "unclaimed": Title(mark("A pool in which nobody shares"), "choice"),
    },
    Tier: {
        "rank": OF_A_RANK,
        "rate": Title(mark("Share of all that is sold"), "share"),
        "elsewhere": Title(mark("Shares of people who are not in the team"), "points"),
    },
    PassUp: {
        "passed": Title(mark("Which recruits are passed up, by the order of joining"), "counts", mark("Such as 1; 2.")),
        "to": Title(mark("To whom"), "choice"),
        "rates": BY_LEVEL,
        "amounts": AMOUNTS,
        "moves": Title(mark("Who is passed up with them"), "choice"),
        "orders": ORDERS,
        "base_per_value": BASE,
        "unqualified": Title(mark("What falls to somebody who is not paid"), "choice"),
    },
    CustomerBonus: {
        "steps": Title(mark("Steps"), "rows"),
        "base_per_value": BASE,
        "needs_active": NEEDS_ACTIVE,
    },
    CustomerStep: {
        "customers": Title(mark("Outside customers who bought"), "count"),
        "volume": Title(mark("Points that they bought"), "points"),
        "amount": Title(mark("Amount"), "money", mark("Or a rate in its place.")),
        "rate": Title(mark("Rate"), "share"),
    },
}
