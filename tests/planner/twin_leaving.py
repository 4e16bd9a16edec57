"""The twin's leaving: goods bought are kept by their month, the oldest go first, and terms are those of a day."""

from calendar import monthrange

from planner.inputs.cited.figure import Figure
from planner.inputs.company.buy_back import NoLimit
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.projection.inventory import Inventory
from planner.projection.statement import Statement
from tests.planner.twin_price import calendar

EVER = 10**6  # months: longer than any plan
Terms = tuple[float | None, float | None, bool]  # share and window in months, None where not known; freight is paid


def as_a_day(date: str, *, last: bool) -> tuple[int, ...]:
    parts = [int(part) for part in date.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12 if last else 1
    return year, month, parts[2] if len(parts) > 2 else monthrange(year, month)[1] if last else 1


def terms_on(company: Company, day: tuple[int, ...]) -> Terms:
    """Those of the period that began last before the day, while it goes on; else what holds without one."""
    back, began, found = company.buy_back, (0, 0, 0), None
    for each in back.other_periods:
        starts = as_a_day(each.starts, last=False) if each.starts else (0, 0, 0)
        if (each.starts or each.ends) and not each.for_some and began <= starts <= day:
            began, found = starts, each
    if found is not None and (found.ends is None or day <= as_a_day(found.ends, last=True)):
        return found.value, EVER if found.no_limit else found.window_months, bool(found.company_pays_freight)
    share, window = (each.value if isinstance(each, Figure) else None for each in (back.share, back.window_months))
    if isinstance(back.window_months, NoLimit):
        window = EVER
    return share, window, bool(back.company_pays_freight)


def twin_exit_values(plan: Plan, company: Company, goods: Inventory, statement: Statement) -> list[float]:
    """What goods given back at the end of each month bring. Goods are kept by the month of their purchase."""
    found, lots = [], [0.0] * (plan.horizon_months + 1)
    clawback = company.buy_back.clawback_share.value if company.buy_back.clawback_share else 0.0
    for month in range(plan.horizon_months + 1):
        lots[month] = float((goods.purchased + goods.qualifying - goods.used_up)[month, 0])
        left = float(goods.closing[month, 0])
        kept = []  # from the newest to the oldest, as much as is on the shelf
        for bought in reversed(lots[: month + 1]):
            kept.append(min(bought, left))
            left -= kept[-1]
        year, now = calendar(plan, month)
        share, window, paid = terms_on(company, (year, now, monthrange(year, now)[1]))
        if share is None or window is None:
            found.append(0.0)
            continue
        young, there = sum(kept[: int(window)]), float(goods.closing[month, 0])
        part = young / there if there > 0 else float(window > 0)
        cost = float(statement.closing_stock_value[month, 0]) * part
        freight = 0.0 if paid else plan.stock.return_freight_share * cost
        found.append(max((share - clawback) * plan.stock.marketable_share * cost - freight, 0.0))
    return found
