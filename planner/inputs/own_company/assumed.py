"""What pay needs of a company of one's own and the person has not stated: assumed in the open, with the reason."""

from collections.abc import Mapping
from typing import Any

from planner.inputs.own_company.places import LEVELS, PRICES, RANKS

Tables = dict[str, Any]

NO_POINTS = {
    "assumed": 100,
    "unit": "points",
    "title": {"en": "Points per 100 at shop price", "sv": "Poäng per 100 i listpris"},
    "reason": {
        "en": "You have not stated it. Until you do, each unit of money at shop price counts as one point.",
        "sv": "Du har inte angett det. Tills du gör det räknas varje krona eller annan penningenhet i listpris som en "
        "poäng.",
    },
}
VALUE_REASON = {
    "en": "You have not stated it. Until you do, pay is counted on what you pay for the goods.",
    "sv": "Du har inte angett det. Tills du gör det räknas ersättningen på vad du betalar för varorna.",
}
POINTS, VALUE = "points_per_100_retail", "commissionable_per_100_retail"
# Where a change may bring a rule that needs more than is known, or change what is assumed.
NEEDED_FOR_PAY = (
    PRICES,
    LEVELS,
    RANKS,
    "pay.minimum_personal_volume",
    f"volume.{POINTS}",
    f"volume.{VALUE}",
)


def ask_what_pay_needs(tables: Tables) -> None:
    """Points, where a rule counts them, and what rates are applied on: assumed in the open until they are stated."""
    volume = tables["volume"]
    if _counts_points(tables) and "not_found" in volume[POINTS]:
        volume[POINTS] = NO_POINTS
    if (_pays(tables) and "not_found" in volume[VALUE]) or volume[VALUE].get("reason") == VALUE_REASON:
        volume[VALUE] = value_of_pay(tables["prices"])


def no_longer_ask(tables: Tables, published: Tables) -> None:
    """Takes back what was assumed for a rule that is gone, where nothing was published either."""
    for key, reason, needed in (
        (POINTS, NO_POINTS["reason"], _counts_points(tables)),
        (VALUE, VALUE_REASON, _pays(tables)),
    ):
        before = published["volume"][key]
        if not needed and tables["volume"][key].get("reason") == reason and "not_found" in before:
            tables["volume"][key] = before


def _counts_points(tables: Tables) -> bool:
    minimum: float = tables["pay"]["minimum_personal_volume"].get("value", 0)
    return "ranks" in tables or minimum > 0


def _pays(tables: Tables) -> bool:
    return "unilevel" in tables["pay"] or "stairstep" in tables["pay"]


def value_of_pay(prices: Mapping[str, Any]) -> Tables:
    """What rates are applied on, assumed: what the seller pays for the goods."""
    share = prices["assumed"] if "assumed" in prices else prices["steps"][0]["wholesale_share"]
    return {
        "assumed": round(100 * share, 4),
        "unit": "money",
        "title": {
            "en": "Value that pay is counted on, per 100 at shop price",
            "sv": "Värdet som ersättningen räknas på, per 100 i listpris",
        },
        "reason": VALUE_REASON,
    }
