"""The twin's pay in kind: what the company gives in place of money, and what of it pays for goods."""

from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from tests.planner.projection.twin_downline import By_Month


def in_kind(plan: Plan, company: Company, bought: By_Month) -> dict[str, By_Month]:
    """bought: goods of each month at what is paid for them, those bought only to be paid among them.

    A row counts on the company that it names, on the person's own version of that, and on every one where it names
    none. Credit is a pot: what comes goes in, goods are paid out of it, and what is left stays.
    """
    months = plan.horizon_months + 1
    received: dict[str, By_Month] = {worth: [0.0] * months for worth in ("pays_for_goods", "bought_anyway", "nothing")}
    for row in plan.pay_in_kind:
        if row.company not in (None, company.id, company.version_of):
            continue
        last = row.first_month if row.every_months is None else row.last_month or plan.horizon_months
        for month in range(row.first_month, min(last, plan.horizon_months) + 1, row.every_months or 1):
            received[row.worth][month] += row.value
    used, pot = [], 0.0
    for month in range(months):
        pot += received["pays_for_goods"][month]
        used.append(min(pot, bought[month]))
        pot -= used[-1]
    return {
        "credit_used": used,
        "in_kind_received": [sum(each[month] for each in received.values()) for month in range(months)],
        "in_kind_anyway": received["bought_anyway"],
    }
