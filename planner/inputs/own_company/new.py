"""A new company from a few answers; everything else is "not stated" until the person states it."""

from collections.abc import Collection
from dataclasses import dataclass

from planner.inputs.cited.figure import YOURS
from planner.inputs.own_company.assumed import not_stated, value_of_pay
from planner.inputs.own_company.file import bare_id
from planner.inputs.own_company.own_company import Checked, free_id, settled, your_documents
from planner.inputs.own_company.stating import Tables
from planner.language import in_every_language, mark


@dataclass(frozen=True, slots=True)
class Answers:
    """What is asked about a new company.

    wholesale_share: what you pay of the shop price. starter_kit_fee: what joining costs, and monthly_order what must be
    bought a month, in currency; None where it is not known. rates: on what those below you buy, level 1 first; empty
    where nothing is paid.
    """

    name: str
    currency: str
    wholesale_share: float
    starter_kit_fee: float | None
    rates: tuple[float, ...] = ()
    monthly_order: float | None = None


def new_company(answers: Answers, year: int, taken_ids: Collection[str]) -> Checked:
    """The company of the answers, or None and what is wrong with them."""
    cited: Tables = {"kind": YOURS, "source": YOURS, "grade": YOURS, "year": year}

    def stated(value: float | None, unit: str) -> Tables:
        return not_stated() if value is None else {"value": value, "unit": unit, **cited}

    prices = {"steps": [{"lifetime_points": 0, "wholesale_share": answers.wholesale_share}], **cited}
    pay: Tables = {"payout_lag_months": not_stated(), "minimum_personal_volume": not_stated()}
    if answers.rates:
        pay["unilevel"] = {"rates": list(answers.rates), "compression": False, **cited}
    return settled(
        {
            "id": free_id(bare_id(answers.name), taken_ids)[0],
            "name": answers.name,
            "market": in_every_language(mark("prices in {currency}"), currency=answers.currency),
            "currency": answers.currency,
            "status": "active",
            "yours": True,
            "about": in_every_language(mark("Entered by you from your own documents.")),
            "joining": {
                "starter_kit_fee": stated(answers.starter_kit_fee, "money"),
                "minimum_opening_stock": not_stated(),
                "renewal_fee": not_stated(),
                "website_fee": not_stated(),
            },
            "prices": prices,
            "activity": {
                "standing_order": stated(answers.monthly_order, "money_a_month"),
                "standing_order_ends": not_stated(),
            },
            "volume": {
                "arises_on": "purchases",
                "points_per_100_retail": not_stated(),
                "commissionable_per_100_retail": value_of_pay(prices) if answers.rates else not_stated(),
            },
            "pay": pay,
            "buy_back": {"share": not_stated(), "window_months": not_stated()},
            "sources": {YOURS: your_documents()},
        }
    )
