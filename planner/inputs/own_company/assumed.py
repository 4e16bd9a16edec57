"""What a person has not stated of a company of their own; what pay needs of it is assumed in the open, with reason."""

from collections.abc import Mapping
from typing import Any

from planner.inputs.own_company.places import LEVELS, PRICES, RANKS
from planner.language import in_every_language, mark

Tables = dict[str, Any]

NOT_STATED = mark("Not stated by you.")
POINTS_REASON = mark("You have not stated it. Until you do, each unit of money at shop price counts as one point.")
VALUE_REASON = mark("You have not stated it. Until you do, pay is counted on what you pay for the goods.")
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


def not_stated() -> Tables:
    """What stands where a person has stated nothing yet."""
    return {"not_found": in_every_language(NOT_STATED)}


def is_not_stated(entry: Any) -> bool:
    """Known by the English text, which stays the same when a translation is mended."""
    return isinstance(entry, dict) and entry.get("not_found", {}).get("en") == NOT_STATED


def ask_what_pay_needs(tables: Tables) -> None:
    """Points, where a rule counts them, and what rates are applied on: assumed in the open until they are stated."""
    volume = tables["volume"]
    if _counts_points(tables) and "not_found" in volume[POINTS]:
        volume[POINTS] = {
            "assumed": 100,
            "unit": "points",
            "title": in_every_language(mark("Points per 100 at shop price")),
            "reason": in_every_language(POINTS_REASON),
        }
    if (_pays(tables) and "not_found" in volume[VALUE]) or _assumed_for(volume[VALUE], VALUE_REASON):
        volume[VALUE] = value_of_pay(tables["prices"])


def no_longer_ask(tables: Tables, published: Tables) -> None:
    """Takes back what was assumed for a rule that is gone, where nothing was published either."""
    for key, reason, needed in (
        (POINTS, POINTS_REASON, _counts_points(tables)),
        (VALUE, VALUE_REASON, _pays(tables)),
    ):
        before = published["volume"][key]
        if not needed and _assumed_for(tables["volume"][key], reason) and "not_found" in before:
            tables["volume"][key] = before


def _assumed_for(entry: Tables, reason: str) -> bool:
    """Known by the English text, which stays the same when a translation is mended."""
    return "reason" in entry and bool(entry["reason"]["en"] == reason)


def _counts_points(tables: Tables) -> bool:
    minimum: float = tables["pay"]["minimum_personal_volume"].get("value", 0)
    return "ranks" in tables or minimum > 0


def _pays(tables: Tables) -> bool:
    """Whether rates are applied on what is told of goods; a plan that says what a point is worth tells it itself."""
    pay, plan = tables["pay"], tables["pay"].get("plan", {})
    by_rate = any(map(_takes_a_rate, plan.get("parts", ())))
    return "unilevel" in pay or "stairstep" in pay or (by_rate and plan.get("value_of_point", 1) == 1)


def _takes_a_rate(part: Tables) -> bool:
    """Whether the part of a pay plan is a share of what goods count for; cycles and ranks bring amounts of money."""
    return part["rule"] != "rank_bonus" and "cycle" not in part


def value_of_pay(prices: Mapping[str, Any]) -> Tables:
    """What rates are applied on, assumed: what the seller pays for the goods; the shop price of a table without steps,
    which is refused when the company is read.
    """
    steps = prices.get("steps") or [{"wholesale_share": 1.0}]
    share = prices["assumed"] if "assumed" in prices else steps[0]["wholesale_share"]
    return {
        "assumed": round(100 * share, 4),
        "unit": "money",
        "title": in_every_language(mark("Value that pay is counted on, per 100 at shop price")),
        "reason": in_every_language(VALUE_REASON),
    }
