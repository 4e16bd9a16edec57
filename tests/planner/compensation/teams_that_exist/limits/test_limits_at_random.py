"""Gates, caps and rounding at random: as the twin has them, and what must hold of each whatever is drawn."""

import numpy as np
import pytest

from planner.compensation.teams.pay import pay_team
from tests.planner.compensation.teams_that_exist.bonuses.drawn_teams import by_name, draw_team
from tests.planner.compensation.teams_that_exist.by_hand import plan_of, receipts_add_up, rows_kept
from tests.planner.compensation.teams_that_exist.limits.twin_limits import cheques, is_met
from tests.random_cases import for_seeds

RANKS = [{"name": "R1", "group_volume": 50.0}, {"name": "R2", "group_volume": 300.0}]
PARTS = (
    {"rule": "own_sales", "brackets": [{"from_volume": 0.0, "rate": 0.137}], "volume": "all", "reached_by": "all"},
    {"rule": "unilevel", "rates": [0.113, 0.057]},
    {"rule": "rank_bonus", "amounts": [{"rank": "R1", "amount": 33.335}], "paid": "while_held"},
)


def some_parts(rng):
    return (np.flatnonzero(rng.random(3) < 0.4) + 1).tolist()


def draw_gate(rng):
    drawn = {"gate": str(rng.choice(["customers", "customer_volume", "sold_share", "outside_share"]))}
    drawn["parts"] = some_parts(rng)
    if drawn["gate"] == "customers":
        return drawn | {"least": int(rng.integers(1, 13))}
    if drawn["gate"] == "customer_volume":
        return drawn | {"least": float(rng.choice([10, 20, 100]))}
    drawn |= {"least": float(rng.choice([0.5, 0.7, 0.51])), "on_nothing": str(rng.choice(["met", "failed"]))}
    if drawn["gate"] == "outside_share":
        return drawn | {"of": str(rng.choice(["own", "with_downline"]))}
    of = str(rng.choice(["this_month", "last_purchase"]))
    return drawn | {"of": of, "own_use_counts": bool(rng.random() < 0.5)}


def draw_cap(rng):
    by_rank = [{"rank": name, "most": float(rng.choice([20, 50, 100]))} for name in ("R2", "R1") if rng.random() < 0.4]
    most = None if by_rank and rng.random() < 0.5 else float(rng.choice([0, 10, 33.337, 60]))
    return {"most": most, "by_rank": by_rank, "parts": some_parts(rng)}


def draw_plan(rng):
    more = {}
    if rng.random() < 0.5:
        exempt = some_parts(rng) if rng.random() < 0.5 else []
        more["payout_cap"] = {
            "share": float(rng.choice([0.05, 0.1, 0.2])),
            "base_per_value": float(rng.choice([1.0, 1.25])),
            "exempt": exempt,
            "exempt_count": bool(rng.random() < 0.5),
        }
    if rng.random() < 0.7:
        more["rounding"] = {
            "to": float(rng.choice([0.01, 0.05, 1.0])),
            "per": str(rng.choice(["line", "cheque"])),
            "when": str(rng.choice(["before_caps", "after_caps"])),
            "how": str(rng.choice(["half_up", "down"])),
        }
    gates = [draw_gate(rng) for _ in range(int(rng.integers(0, 3)))]
    caps = [draw_cap(rng) for _ in range(int(rng.integers(0, 3)))]
    return plan_of(*PARTS, ranks=RANKS, gates=gates, caps=caps, minimum_personal_volume=10.0, **more)


def lines_of(paid):
    """Every line of every receipt, with the number of its part."""
    found, paid = {}, rows_kept(paid)
    for place, name in enumerate(paid.month.team.members):
        parts = [id(part) for part in paid.parts]
        found[name] = [
            (parts.index(id(part)) + 1, float(amount)) for part, flow in paid.receipt(place) for amount in flow.amount
        ]
    return found


@for_seeds(300)
def test_twin_and_identities(seed):
    rng = np.random.default_rng(seed)
    plan = draw_plan(rng)
    drawn = draw_team(rng, months=4)
    for number, paid in enumerate(pay_team(plan, drawn.team()), start=1):
        months, ranks, lines = drawn.months[:number], by_name(paid, paid.month.rank), lines_of(paid)
        value = sum(each["value"] for each in months[-1].values())
        met = {name: [is_met(gate, months, drawn.sponsors, name) for gate in plan.gates] for name in ranks}
        assert by_name(paid, paid.pay) == pytest.approx(cheques(plan, lines, met, ranks, value), abs=1e-9)
        assert receipts_add_up(paid)
        caps_bind_exactly(plan, paid)
        payout_stays_below(plan, paid, value)
        rounding_moves_little(plan, paid, lines)


def caps_bind_exactly(plan, paid):
    """Whoever is cut has just the most of it left, and nobody who has no more than that is cut."""
    for row in paid.adjustments:
        if row.kind == "cap":
            assert row.had + row.amount == pytest.approx(np.minimum(row.had, row.asked), abs=1e-9)
    if len(plan.caps) == 1 and not plan.caps[0].parts and plan.rounding is None:
        (row,) = (each for each in paid.adjustments if each.kind == "cap")
        assert (paid.pay <= row.asked + 1e-9).all()


def payout_stays_below(plan, paid, value):
    """Where nothing is exempt and nothing rounded up afterwards, all pay is at most the published share."""
    cap, rounding = plan.payout_cap, plan.rounding
    rounded_up = rounding is not None and rounding.when == "after_caps" and rounding.how == "half_up"
    if cap is not None and not cap.exempt and not rounded_up:
        assert paid.pay.sum() <= cap.share * cap.base_per_value * value + 1e-9


def rounding_moves_little(plan, paid, lines):
    """Nobody is moved by more than half of what is paid, a line; rounded down, by less than the whole of it."""
    for row in paid.adjustments:
        if row.kind == "rounding":
            most = plan.rounding.to * (0.5 if plan.rounding.how == "half_up" else 1.0)
            for name, moved in by_name(paid, row.amount).items():
                each = len(lines[name]) if plan.rounding.per == "line" else 1
                assert abs(moved) <= most * each + 1e-9
                assert plan.rounding.how == "half_up" or moved <= 1e-9
