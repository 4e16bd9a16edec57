"""A new company from five answers; everything else is "not stated" until the person states it."""

from collections.abc import Collection
from dataclasses import dataclass

from planner.inputs.cited.figure import YOURS
from planner.inputs.own_company.assumed import value_of_pay
from planner.inputs.own_company.file import bare_id
from planner.inputs.own_company.own_company import NOT_STATED, YOUR_DOCUMENTS, Checked, Tables, free_id, settled


@dataclass(frozen=True, slots=True)
class Answers:
    """What is asked about a new company.

    wholesale_share: what you pay of the shop price. starter_kit_fee: what joining costs, in currency. rates: on what
    those below you buy, level 1 first; empty where nothing is paid.
    """

    name: str
    currency: str
    wholesale_share: float
    starter_kit_fee: float
    rates: tuple[float, ...] = ()


def new_company(answers: Answers, year: int, taken_ids: Collection[str]) -> Checked:
    """The company of the answers, or None and what is wrong with them."""
    cited: Tables = {"kind": YOURS, "source": YOURS, "grade": YOURS, "year": year}
    prices = {"steps": [{"lifetime_points": 0, "wholesale_share": answers.wholesale_share}], **cited}
    pay: Tables = {"payout_lag_months": NOT_STATED, "minimum_personal_volume": NOT_STATED}
    if answers.rates:
        pay["unilevel"] = {"rates": list(answers.rates), "compression": False, **cited}
    return settled(
        {
            "id": free_id(bare_id(answers.name), taken_ids)[0],
            "name": answers.name,
            "market": {"en": f"prices in {answers.currency}", "sv": f"priser i {answers.currency}"},
            "currency": answers.currency,
            "status": "active",
            "yours": True,
            "about": {
                "en": "Entered by you from your own documents.",
                "sv": "Inlagt av dig från dina egna handlingar.",
            },
            "joining": {
                "starter_kit_fee": {"value": answers.starter_kit_fee, "unit": "money", **cited},
                "minimum_opening_stock": NOT_STATED,
                "renewal_fee": NOT_STATED,
                "website_fee": NOT_STATED,
            },
            "prices": prices,
            "activity": {"standing_order": NOT_STATED, "standing_order_ends": NOT_STATED},
            "volume": {
                "arises_on": "purchases",
                "points_per_100_retail": NOT_STATED,
                "commissionable_per_100_retail": value_of_pay(prices) if answers.rates else NOT_STATED,
            },
            "pay": pay,
            "buy_back": {"share": NOT_STATED, "window_months": NOT_STATED},
            "sources": {YOURS: YOUR_DOCUMENTS},
        }
    )
