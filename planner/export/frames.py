"""Tables: records become DataFrames. What is in them is data, not words.

Money is in the plan's currency, unrounded. The lines of the statement are positive magnitudes, whether money comes in
or goes out: their sign is in line_items. Column names are the names of the records.
"""

import pandas as pd

from planner.analysis.beside.comparison import Comparison
from planner.analysis.case import Case
from planner.analysis.measures.income_sources import income_by_month
from planner.analysis.measures.measure import in_todays_money
from planner.line_items import LINE_ITEMS
from planner.timeline import calendar_month

Frame = pd.DataFrame

NOT_JOINING = "not-joining"

# What is owned or owed at the end of a month, as the statement names it.
BALANCES = (
    "closing_stock_value",
    "commission_receivable",
    "margin_receivable",
    "refunds_to_come",
    "vat_owed",
    "tax_owed",
    "loan_balance",
    "card_balance",
    "cash_balance",
)


def monthly_frame(case: Case, scenario: str = "plan") -> Frame:
    """Everything that was projected, a row a month from month 0.

    scenario: what the column of that name says. Volumes are points. customers and team: people at the end of the month;
    orders, approached, recruits: of the month, your own recruits only. paid_as_rank: the company's name for the rank,
    "" without one. calendar_month: such as "2027-01". result_today: the result in today's money.
    costs_not_disclosed: how many costs of joining and staying no source gives, which count as nothing here.
    pay_mean_of_runs: how many runs the company's pay is the mean of, 0 where it is computed on averages.
    income_own_sales, income_own_buying, income_team_purchases, income_joining_orders, income_in_kind: what
    the income comes from, as it is earned; own sales negative in a month in which they leave a loss.
    """
    projection, statement = case.projection, case.projection.statement
    months = range(len(projection.personal_volume))
    columns = {
        "company": projection.terms.company,
        "scenario": scenario,
        "currency": projection.terms.currency,
        "month": months,
        "calendar_month": [f"{calendar_month(case.plan.start_month, month):%Y-%m}" for month in months],
        **{line.name: statement.lines[line.name][:, 0] for line in LINE_ITEMS},
        "operating_cash_flow": statement.operating_cash_flow[:, 0],
        "net_cash_flow": statement.net_cash_flow[:, 0],
        "cumulative_cash_flow": statement.cumulative_cash_flow[:, 0],
        "result": statement.result[:, 0],
        "result_today": in_todays_money(case.plan, statement.result)[:, 0],
        "profit": statement.profit[:, 0],
        **{name: getattr(statement, name)[:, 0] for name in BALANCES},
        "customers": projection.sales.closing_customers[:, 0],
        "orders": projection.sales.orders[:, 0],
        "approached": projection.contacts.approached[: len(months), 0],
        "recruits": projection.network.joined[:, 1, 0],
        "team": projection.network.active[:, 1:, 0].sum(axis=1),
        "personal_volume": projection.personal_volume[:, 0],
        "group_volume": projection.group_volume[:, 0],
        "paid_as_rank": [projection.terms.rank_name(int(rank)) for rank in projection.paid_as_rank[:, 0]],
        "costs_not_disclosed": len(projection.terms.unknown_costs),
        "pay_mean_of_runs": 0 if projection.given is None else projection.given.runs,
        **{f"income_{name}": amounts for name, amounts in income_by_month(projection).items()},
    }
    return pd.DataFrame(columns)


def comparison_frame(comparison: Comparison, scenario: str = "plan") -> Frame:
    """The companies one below the other, as in `monthly_frame`; last not joining, as a company of the id "not-joining".

    Of not joining only net_cash_flow, cumulative_cash_flow, result and result_today are there; the rest is empty, not
    zero. Without a reference wage it is left out.
    """
    nobody = comparison.not_joining
    frames = [monthly_frame(case, scenario) for case in comparison.cases]
    if nobody is None:
        return pd.concat(frames, ignore_index=True)
    beside = frames[0][["scenario", "currency", "month", "calendar_month"]].assign(
        company=NOT_JOINING,
        net_cash_flow=nobody.net_cash_flow,
        cumulative_cash_flow=nobody.cumulative,
        result=nobody.cumulative,
        result_today=in_todays_money(comparison.plan, nobody.cumulative[:, None])[:, 0],
    )
    return pd.concat([*frames, beside], ignore_index=True)
