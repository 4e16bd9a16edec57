"""The inputs of the plan in groups, in the order of life, one group at a time."""

from dataclasses import dataclass

from planner.inputs.path import Path
from planner.inputs.plan.chance import SPREADS
from planner.language import mark

COMPANY = "company"


@dataclass(frozen=True, slots=True)
class Fold:
    """Fields of a group that few change, under a heading that says what they are about."""

    title: str
    paths: tuple[Path, ...]
    opened: bool = False  # at first, where its fields are the question that is left


@dataclass(frozen=True, slots=True)
class Group:
    """What is shown of a group, and what is folded since few need to change it."""

    title: str
    shown: tuple[Path, ...]
    folds: tuple[Fold, ...] = ()


def _in(group: str, *names: str) -> tuple[Path, ...]:
    return tuple((group, name) for name in names)


GROUPS = {
    COMPANY: Group(
        mark("The company"),
        (("name",), ("currency",)),
        (Fold(mark("What it gives you beside money"), (("pay_in_kind",),)),),
    ),
    "getting_started": Group(mark("Getting started"), _in("getting_started", "items", "contingency_share")),
    "stock": Group(
        mark("Stock"),
        _in("stock", "opening_stock", "cover_months", "ship_direct_share"),
        (
            Fold(mark("What you use and give away"), _in("stock", "own_use", "own_use_anyway", "samples")),
            Fold(
                mark("Freight, loss and age"),
                _in("stock", "freight_share", "spoilage_share", "shelf_life_months", "share_lost"),
            ),
            Fold(mark("Seasons that end, and lines that are dropped"), _in("stock", "out_of_season")),
            Fold(
                mark("Orders and buying to be paid"),
                _in(
                    "stock",
                    "minimum_order",
                    "standing_order",
                    "standing_order_from",
                    "demanded_order",
                    "buys_to_qualify",
                ),
            ),
            Fold(mark("When you stop"), _in("stock", "marketable_share", "return_freight_share")),
        ),
    ),
    "customers": Group(
        mark("Customers"),
        _in(
            "customers",
            "new_from",
            "new_a_month",
            "orders_per_customer",
            "orders_per_campaign",
            "retail_per_order",
        ),
        (
            Fold(
                mark("The people you know"),
                _in(
                    "address_book",
                    "contacts",
                    "share_approached",
                    "cold_a_month",
                    "become_customers",
                ),
                opened=True,
            ),
            Fold(
                mark("Parties and shows"),
                _in(
                    "parties",
                    "a_month",
                    "orders_each",
                    "host_credit",
                    "cost_each",
                    "hours_each",
                    "become_customers",
                    "become_recruits",
                ),
            ),
            Fold(mark("Who stops, and discount"), _in("customers", "attrition", "discount")),
            Fold(
                mark("Delivery, shipping and refunds"),
                _in(
                    "customers",
                    "cost_per_order",
                    "charged_per_order",
                    "handed_on_share",
                    "refund_share",
                    "returned_to_shelf",
                ),
            ),
            Fold(
                mark("Campaigns, and seasons of the year"), _in("customers", "orders_by", "first_campaign", "seasons")
            ),
            Fold(mark("Products of an order"), _in("customers", "products")),
        ),
    ),
    "team": Group(
        mark("Team"),
        (
            *_in("team", "recruits_from", "recruits_a_month"),
            ("address_book", "become_recruits"),
            ("team", "member_monthly_purchases"),
        ),
        (
            Fold(mark("A team that is there already"), _in("team", "today")),
            Fold(
                mark("Who recruits and who leaves"),
                _in(
                    "team",
                    "duplication",
                    "recruit_at_once",
                    "annual_attrition",
                    "first_months_attrition",
                    "placing",
                ),
            ),
            Fold(
                mark("What members buy, and how far it can go"),
                _in("team", "member_joining_order", "member_resold_share", "people_within_reach"),
            ),
        ),
    ),
    "running_costs": Group(mark("Running costs"), (("running_costs",),)),
    "money_and_time": Group(
        mark("Money and time"),
        _in("money_and_time", "own_cash", "hours_a_week", "reference_wage"),
        (
            Fold(
                mark("Loan and card"),
                _in("money_and_time", "loan", "loan_annual_rate", "loan_months", "card_limit", "card_annual_rate"),
            ),
            Fold(
                mark("What your hours go to"),
                _in("money_and_time", "recruiting_hours_share", "meeting_hours_share", "paperwork_hours_share"),
            ),
            Fold(
                mark("Prices that rise"),
                _in("money_and_time", "shop_price_rise", "cost_rise", "wage_rise"),
            ),
            Fold(
                mark("Start, months to look ahead, savings"),
                (("start_month",), ("horizon_months",), ("money_and_time", "annual_saving_rate")),
            ),
        ),
    ),
    "tax": Group(
        mark("Tax and VAT"),
        _in("tax", "rules", "income_share"),
        (
            Fold(mark("Losses and deductions"), _in("tax", "losses", "activity", "income_deduction")),
            Fold(mark("Sales tax"), _in("tax", "sales_tax_rate")),
            Fold(
                mark("VAT"),
                _in(
                    "tax",
                    "vat_registered",
                    "vat_goods",
                    "vat_rate",
                    "vat_rate_on_costs",
                    "vat_threshold",
                    "vat_sales_before",
                ),
            ),
        ),
    ),
    "chance": Group(
        mark("Chance"),
        _in("chance", "when_money_runs_out", "quits", "most_to_lose", "review_month", "seed"),
        (Fold(mark("How unevenly things go"), _in("chance", *SPREADS)),),
    ),
}
