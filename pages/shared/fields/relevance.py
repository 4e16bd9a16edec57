"""Which fields have an effect as the plan stands; the others are not shown."""

from collections.abc import Callable

from pages.shared.fields import places
from pages.shared.session import state
from pages.shared.session.state import Path
from planner.inputs.plan.plan import Plan


def _from_book(plan: Plan) -> bool:
    return "address_book" in (plan.customers.new_from, plan.team.recruits_from)


# When a field has an effect; one that is not named here always has.
WHEN: dict[Path, Callable[[Plan], bool]] = {
    ("stock", "cover_months"): lambda plan: plan.stock.ship_direct_share < 1,
    ("stock", "own_use_anyway"): lambda plan: plan.stock.own_use > 0,
    ("address_book", "contacts"): _from_book,
    ("address_book", "share_approached"): _from_book,
    ("address_book", "cold_a_month"): _from_book,
    ("address_book", "become_customers"): lambda plan: plan.customers.new_from == "address_book",
    ("address_book", "become_recruits"): lambda plan: plan.team.recruits_from == "address_book",
    ("customers", "new_a_month"): lambda plan: plan.customers.new_from == "schedule",
    ("customers", "returned_to_shelf"): lambda plan: plan.customers.refund_share > 0,
    ("team", "recruits_a_month"): lambda plan: plan.team.recruits_from == "schedule",
    ("money_and_time", "loan_annual_rate"): lambda plan: plan.money_and_time.loan > 0,
    ("money_and_time", "loan_months"): lambda plan: plan.money_and_time.loan > 0,
    ("money_and_time", "card_annual_rate"): lambda plan: plan.money_and_time.card_limit > 0,
    ("tax", "income_share"): lambda plan: plan.tax.rules != "none",
    ("tax", "vat_rate"): lambda plan: plan.tax.vat_registered != "never",
    ("tax", "vat_rate_on_costs"): lambda plan: plan.tax.vat_registered != "never",
    ("tax", "vat_threshold"): lambda plan: plan.tax.vat_registered != "from_start",
}


def matters(path: Path) -> bool:
    """Whether a field has an effect as the plan stands, or holds a text that awaits correction."""
    asked = WHEN.get(path)
    return asked is None or asked(state.plan_file().plan) or bool(places.unread_within(path))
