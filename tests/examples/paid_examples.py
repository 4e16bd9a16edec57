"""How each kind of printed example is paid on a team: its plan of pay, what the team bought, and what came of it.

Where the source gives rates without the points that open them, they are put at the example's very own.
"""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np

from planner.compensation.teams.of_file import team_months
from planner.compensation.teams.pay import PaidMonth, pay_team
from planner.compensation.teams.team import ROOT, Bought, Team, TeamMonths
from planner.inputs.team_file.read import read_team_file
from tests.examples.paid_on_own_sales import order_ladder, own_sales, retail, retail_base, retail_plus_tier
from tests.planner.compensation.teams_that_exist.by_hand import plan_of, receipts_add_up, team_of

Found = dict[str, Any]
LONG_AGO = -99  # a month in which whoever stands above the recruits of an example had joined already


def paid(parts: Any, sponsors: Any, *months: Any, **more: Any) -> tuple[PaidMonth, ...]:
    """Every month; receipts come to what is paid."""
    known = {each: more.pop(each) for each in ("joined", "placed_under", "side") if each in more}
    found = pay_team(plan_of(*parts, **more), team_of(sponsors, months, **known))
    assert all(map(receipts_add_up, found))
    return found


def of_ann(months: tuple[PaidMonth, ...]) -> float:
    """What Ann, who stands at the top, is paid in the last month."""
    return float(months[-1].pay[0])


def first_line(*amounts: Any) -> tuple[dict[str, str | None], dict[str, Any]]:
    """Ann and so many recruits of hers, and what each of these buys."""
    names = [f"r{number}" for number in range(len(amounts))]
    return {"Ann": None, **dict.fromkeys(names, "Ann")}, dict(zip(names, amounts, strict=True))


def line(*amounts: float) -> tuple[dict[str, str | None], dict[str, Any]]:
    """Ann and one member on each level below her."""
    names = ["Ann", *(f"level {number}" for number in range(1, len(amounts) + 1))]
    return dict(zip(names, [None, *names], strict=False)), dict(zip(names[1:], amounts, strict=True))


def differential(given: Any) -> Found:
    """Ann's rate on her group, less what each leg takes; a leg of a stated difference stands 7 points below hers."""
    own, legs = given.get("own_bv", 0), given["legs"]
    rate = given.get("rate", 0.21)
    taken = {leg["bv"]: leg["rate"] if "rate" in leg else rate - leg["difference"] for leg in legs}
    least = min(taken)  # legs of several sizes are on one rate
    asked = {least: taken[least], own + sum(leg["bv"] for leg in legs): rate}
    if "own_bv" not in given:
        asked = {least: taken[least], least + 1: rate}
        own = 1
    ranks = [{"name": f"{low}", "group_volume": low, "rate": each} for low, each in sorted(asked.items())]
    team, month = first_line(*(leg["bv"] for leg in legs))
    (month_paid,) = paid([{"rule": "stairstep"}], team, month | {"Ann": own}, ranks=ranks)
    net = of_ann((month_paid,))
    on_legs = [float((rows.amount).sum()) for _, rows in month_paid.receipt(0) if rows.step]
    retail = own * given.get("retail_rate", 0)
    paid_down = float(month_paid.pay.sum()) - net
    return {
        "net": net,
        "leg": on_legs[0],
        "pool": net + paid_down,
        "paid_down": paid_down,
        "retail": retail,
        "total": net + retail,
    }


def stairstep(given: Any) -> Found:
    """Ann is on the third step with 300 of her own; a leg of 100 is on the first, of 200 on the second, and so on."""
    steps = range(1, given["own_rank"] + 1)
    ranks = [{"name": f"{each}", "group_volume": 100 * each, "rate": given["step"] * each} for each in steps]
    found = {}
    for each in steps:
        team, month = first_line(100 * each)
        (month_paid,) = paid([{"rule": "stairstep"}], team, month | {"Ann": 300}, ranks=ranks)
        rows = {rows.step: float(rows.amount.sum()) for _, rows in month_paid.receipt(0)}
        found["own_sales"], found[f"rank{each}"] = rows[0] / 300, rows.get(1, 0.0) / (100 * each)
    return found


def stairstep_condition(given: Any) -> Found:
    """Cy below Ann broke away; Ann, with 2 of the 4 points of her own, has no rank and no share of Cy's group."""
    parts = [{"rule": "leadership", "rates": (0.06,)}]
    more = {"ranks": [{"name": "Manager", "group_volume": 120}], "breakaway": {"rank": "Manager"}}
    team, month = line(given["group_cc"] - given["own_cc"] - 150, 150)
    (month_paid,) = paid(
        parts, team, month | {"Ann": given["own_cc"]}, minimum_personal_volume=given["need_own"], **more
    )
    return {"recognized": bool(month_paid.month.rank[0]), "leadership_bonus": bool(of_ann((month_paid,)))}


def unit(volume: Any, rate: float, least: float = 0) -> float:
    part = {"rule": "unit", "unit": "everyone", "pays": "whole", "threshold": "reached"}
    return of_ann(paid([part | {"brackets": [{"from_volume": least, "rate": rate}]}], *first_line(volume)))


def threshold_bonus(given: Any) -> Found:
    """A rate on a unit from so many points on."""
    points = given.get("pv", given.get("volume"))
    bought = {"points": points, "value": given.get("bv", points)}
    return {"bonus": unit(bought, given["rate"], given.get("threshold_pv", given.get("threshold")))}


def generation(given: Any) -> Found:
    """Either three generations of a leader each, or a unit and own recruits, who are all of it."""
    if "generations" in given:
        part = {"rule": "generations", "rates": given["rates"], "ends_rank": "Lead"}
        team, month = line(*given["generations"])
        ranks = [{"name": "Lead", "personal_volume": 1_000}]
        (month_paid,) = paid([part], team, month | {"Ann": 1_000}, ranks=ranks)
        rows = [float(rows.amount.sum()) for _, rows in month_paid.receipt(0)]
        return {"pay": rows, "total": of_ann((month_paid,))}
    assert given["unit_wholesale"] == given["own_recruits_wholesale"]
    of_unit = {"rule": "generations", "rates": (given["unit_rate"],), "ends_rank": "Lead", "starts": "own_group"}
    parts = [of_unit, {"rule": "unilevel", "rates": (given["team_rate"],)}]
    team, month = first_line(*[given["unit_wholesale"] / 10] * 10)
    (month_paid,) = paid(parts, team, month, ranks=[{"name": "Lead", "group_volume": 5_000}])
    by_part = [float(part.amount[0]) for part in month_paid.parts]
    return {"unit": by_part[0], "team": by_part[1], "total": of_ann((month_paid,))}


def team_commission(given: Any) -> Found:
    """A rate from so many active recruits on."""
    part = {"rule": "active_recruits", "steps": [{"recruits": given["active"], "rate": given["rate"]}]}
    each = given["team_wholesale"] / given["active"]
    team, month = first_line(*[each] * given["active"])
    return {"pay": of_ann(paid([part], team, month | {"Ann": each}, minimum_personal_volume=each))}


def unilevel(given: Any) -> Found:
    """Full levels, or points on each of a line; or a rank's rates."""
    if "widths" in given:
        people = np.cumprod(given["widths"])
        names = [["Ann"], *([f"{level} {each}" for each in range(count)] for level, count in enumerate(people))]
        sponsors: dict[str, str | None] = {"Ann": None}
        for above, below in pairwise(names):
            sponsors |= {name: above[place // (len(below) // len(above))] for place, name in enumerate(below)}
        month = dict.fromkeys(sponsors, given["volume"])
        (month_paid,) = pay_team(plan_of({"rule": "unilevel", "rates": given["rates"]}), team_of(sponsors, [month]))
        return {"levels": on_levels(month_paid), "total": of_ann((month_paid,)), "people": len(sponsors) - 1}
    points = given.get("levels", given.get("points_per_level"))
    rates = given.get("rates", [given.get("rate")] * len(points))
    ranks = [{"name": "Builder", "personal_volume": 1}, {"name": given.get("rank", "Next"), "personal_volume": 2}]
    by_rank = [{"rank": "Builder", "rates": rates[:1]}, {"rank": given.get("rank", "Next"), "rates": rates}]
    # From a file, as the money of a point is the plan's where it states points alone.
    team, month = line(*points)
    rows = [f"{name},{sponsor or ''},2026-10,{month.get(name, 2)}" for name, sponsor in team.items()]
    table, faults = read_team_file("\n".join(["member,sponsor,month,personal_volume", *rows]).encode(), "team.csv")
    assert table is not None, faults
    plan = plan_of(
        {"rule": "unilevel", "by_rank": by_rank}, ranks=ranks, value_of_point=given.get("value_of_point", 1.0)
    )
    (month_paid,) = pay_team(plan, team_months(table, plan))
    return {"levels": on_levels(month_paid), "total": of_ann((month_paid,))}


def on_levels(month_paid: PaidMonth) -> list[float]:
    """What Ann is paid on each."""
    return [float(rows.amount.sum()) for _, rows in month_paid.receipt(0)]


def fast_start(given: Any) -> Found:
    """A share of each recruit's first order, or amounts of a package up the line."""
    if "split" in given:
        package = {"from_points": given["package"], "amounts": given["split"]}
        team = {"Ann": None, "Bo": "Ann", "Cy": "Bo", "New": "Cy"}
        month = {"New": {"points": given["package"], "joining": given["package"]}}
        joined = {"Ann": LONG_AGO, "Bo": LONG_AGO, "Cy": LONG_AGO}
        (month_paid,) = paid([{"rule": "fast_start", "packages": [package]}], team, month, joined=joined)
        assert month_paid.pay[2::-1].tolist() == given["split"]
        return {"total": float(month_paid.pay.sum())}
    part = {"rule": "fast_start", "rates": (given["rate"],)}
    orders = given.get("orders", [given.get("price")])
    team, month = first_line(*({"points": each, "joining": each, "value": given.get("cv", each)} for each in orders))
    (month_paid,) = paid([part], team, month, joined={"Ann": LONG_AGO})
    each = [float(amount) for _, rows in month_paid.receipt(0) for amount in rows.amount]
    return {"each": each, "total": of_ann((month_paid,))}


def binary(given: Any) -> Found:
    """Two sides by a rate or by the cycle, whatever is left being kept."""
    part: dict[str, Any] = {"rule": "binary", "unmatched": "kept", "remainder": "kept"}
    sides = (given["left"], given["right"]) if "left" in given else (given["strong"], given["weak"])
    each = 1.0
    if "rate" in given:
        part["rate"] = given["rate"]
    else:
        strong, weak = (given.get(side, given.get("per_cycle")) for side in ("per_strong", "per_weak"))
        part["cycle"] = {"strong": strong, "weak": weak, "pays": given["value"]}
        each = given["value"]
    team, month = first_line(*sides)
    (month_paid,) = paid([part], team, month)
    detail = next(rows for _, rows in month_paid.receipt(0)).detail
    pay = of_ann((month_paid,))
    carry = {f"carry_{side}": float(detail[f"carried_{side}"][0]) for side in ("left", "right")}
    return {"pay": pay, "cycles": pay / each, **carry}


def matrix(given: Any) -> Found:
    """Every place filled, so much for each."""
    count = sum(given["width"] ** level for level in range(1, given["depth"] + 1))
    above = np.r_[ROOT, np.arange(count) // given["width"]]
    team, _ = Team.of(range(count + 1), above)  # type: ignore[arg-type]
    nothing = np.zeros(count + 1)
    part = {"rule": "matrix", "width": given["width"], "depth": given["depth"], "amounts": [given["per_position"]]}
    months = TeamMonths(team, ("2026-01",), (Bought(nothing, nothing, nothing, nothing),))
    return {"positions": count, "pay": of_ann(pay_team(plan_of(part), months))}


def several_parts(given: Any) -> Found:
    """Only the amounts are printed: parts of so much each, every month of a year."""
    ranks = [{"name": "Director", "personal_volume": 1}]
    parts = [
        {"rule": "rank_bonus", "paid": "while_held", "amounts": [{"rank": "Director", "amount": each}]}
        for each in given["parts"]
    ]
    months = paid(parts, {"Ann": None}, *[{"Ann": 1}] * 12, ranks=ranks)
    return {"month": of_ann(months), "year": sum(float(month.pay[0]) for month in months)}


PAID: dict[str, Callable[[Any], Found]] = {
    "differential": differential,
    "stairstep": stairstep,
    "stairstep_condition": stairstep_condition,
    "threshold_bonus": threshold_bonus,
    "director_commission": lambda given: {"pay": unit(given["unit_wholesale"], given["rate"])},
    "generation": generation,
    "team_commission": team_commission,
    "unilevel": unilevel,
    "unilevel_by_rank": unilevel,
    "fast_start": fast_start,
    "binary_weak_leg": binary,
    "binary_cycle": binary,
    "matrix": matrix,
    "retail": retail,
    "retail_base": retail_base,
    "retail_plus_tier": retail_plus_tier,
    "retail_pv": lambda given: {"pay": own_sales(given["rate"], *given["pv"], base=given["fx"])},
    "order_ladder": order_ladder,
    "party": lambda given: {"week": own_sales(given["rate"], *[given["party"]] * given["per_week"])},
    "sum": several_parts,
}
