"""What pay can come to at most by the rates that a plan publishes, and where it comes to just that."""

import numpy as np
import pytest

from planner.compensation.teams.pay import pay_team
from tests.planner.compensation.teams_that_exist.by_hand import plan_of
from tests.planner.compensation.teams_that_exist.drawn_plans import draw_part
from tests.planner.compensation.teams_that_exist.random_teams import draw_frame, draw_placement, draw_team, names_of
from tests.random_cases import for_seeds


def drawn(seed, months=1, placed=False):
    random = np.random.default_rng(seed)
    frame = draw_frame(random, rates=True)
    frame.setdefault("breakaway", {"rank": str(random.choice(names_of(frame)))})
    team = draw_team(random, months=months, titles=names_of(frame))
    return random, frame, draw_placement(random, team, places=2) if placed else team


def on_each_source(paid):
    """What all are paid on what one member bought, a place each, in shares of it."""
    value = paid.month.all_bought.value
    total = np.zeros(len(value))
    for each in paid.parts[0].flows():
        np.add.at(total, each.source, each.amount)
    return np.divide(total, value, out=np.zeros_like(value), where=value > 0)


@for_seeds(25)
def test_a_differential_pays_the_top_rate_on_all_that_is_sold_less_breakage(seed):
    """Everybody is active and ranks go by the group alone, so that nobody below has a higher rate than the top."""
    random, frame, months = drawn(seed)
    ranks = [
        {"name": rank["name"], "group_volume": rank["group_volume"], "rate": rank["rate"]} for rank in frame["ranks"]
    ]
    plan = plan_of({"rule": "stairstep", "own": "paid"}, ranks=ranks)
    (paid,) = pay_team(plan, months)
    everything = paid.month.bought.points.sum()
    top = max([0.0, *(rank["rate"] for rank in ranks if everything >= rank["group_volume"])])
    assert paid.month.active.all()
    assert paid.pay.sum() == pytest.approx(top * paid.month.bought.value.sum())
    assert (on_each_source(paid) <= top + 1e-12).all()
    part = draw_part(random, "stairstep", names_of(frame), taken="by_chain", without_rank=0.0)
    (paid,) = pay_team(plan_of(part, **frame), months)
    assert (on_each_source(paid) <= max(rank["rate"] for rank in frame["ranks"]) + 1e-12).all()


TABLE = [0.2, 0.1, 0.05]
ONCE_A_LEVEL = {
    "unilevel": {"rates": TABLE},
    "matrix": {"rates": TABLE, "amounts": None},
    "fast_start": {"rates": TABLE, "packages": (), "base_per_value": 1.0},
    "pass_up": {"rates": TABLE, "amounts": None},
    "leadership": {"rates": TABLE, "deeper": "nothing", "guarantee": "none", "from_rank": None},
    "active_recruits": {"from_rank": None},
}


@pytest.mark.parametrize("rule", ONCE_A_LEVEL)
@for_seeds(25)
def test_no_order_is_paid_more_often_than_rates_are_stated(rule, seed):
    random, frame, months = drawn(seed)
    part = draw_part(random, rule, names_of(frame), **ONCE_A_LEVEL[rule])
    (paid,) = pay_team(plan_of(part, **frame), months)
    most = 0.1 if rule == "active_recruits" else sum(TABLE)
    twice = TABLE[0] if part.get("own_goods") == "as_level_1" else 0.0  # level 1 on one's own and for the sponsor
    assert (on_each_source(paid) <= most + twice + 1e-12).all()
    seen = set()
    for each in paid.parts[0].flows():
        for earner, source in zip(each.earner.tolist(), each.source.tolist(), strict=True):
            level = 0 if earner == source else each.step
            assert (level, source) not in seen
            seen.add((level, source))


@for_seeds(25)
def test_a_unit_is_paid_once_and_one_bracket_a_volume(seed):
    """Leaders alone are paid, and a unit ends at the next leader: nobody is in two, but leaders in their own beside."""
    random, frame, months = drawn(seed)
    leader = names_of(frame)[0]
    fixed = {
        "unit": "until_leader",
        "leader_rank": leader,
        "from_rank": leader,
        "brackets": [{"from_volume": 0, "rate": 0.3}],
    }
    part = draw_part(random, "unit", names_of(frame), **fixed)
    (paid,) = pay_team(plan_of(part, **frame), months)
    both = part["own_goods"] == "paid" and part["next_leaders_goods"]
    shares = on_each_source(paid)
    lead = paid.month.rank > 0
    assert (shares[~lead] <= 0.3 + 1e-12).all()
    assert (shares[lead] <= (0.6 if both else 0.3) + 1e-12).all()


@for_seeds(25)
def test_own_sales_pay_between_no_rate_and_the_highest(seed):
    random, frame, months = drawn(seed)
    part = draw_part(random, "own_sales", names_of(frame))
    (paid,) = pay_team(plan_of(part, **frame), months)
    highest = max(bracket["rate"] for bracket in part["brackets"])
    assert (paid.pay >= 0).all()
    assert (paid.pay <= highest * paid.month.bought.value + 1e-9).all()


@for_seeds(25)
def test_a_pool_is_divided_to_the_last_cent_or_kept(seed):
    random, frame, months = drawn(seed)
    part = draw_part(random, "pool", names_of(frame), from_rank=None)
    (paid,) = pay_team(plan_of(part, **frame), months)
    money = {tier["rank"]: tier["rate"] * paid.month.bought.value.sum() for tier in part["tiers"]}
    came_to = {number: each.amount.sum() for number, each in ((each.step, each) for each in paid.parts[0].flows())}
    if part["unclaimed"] == "kept":
        for number, amount in came_to.items():
            assert amount == pytest.approx(money[part["tiers"][number - 1]["rank"]])
    lowest = min(names_of(frame).index(name) for name in money) + 1
    shares = {"equally": 1.0 + 0 * paid.month.bought.points, "own_points": paid.month.bought.points}
    some = shares.get(part["divided"], paid.month.stands.group)[paid.month.rank >= lowest].sum() > 0
    if part["unclaimed"] == "passed_down" and some and part["each_in"] == "all":
        assert paid.pay.sum() == pytest.approx(sum(money.values()))
    assert paid.pay.sum() <= sum(money.values()) + 1e-9


@for_seeds(25)
def test_two_legs_never_pay_more_than_half_of_what_came_in_below(seed):
    """At 1:1 each point of the weak side takes one of the strong, in whichever month it came in."""
    random, frame, months = drawn(seed, months=4, placed=True)
    fixed = {
        "rate": 0.1,
        "blocks": (),
        "cycle": None,
        "strong_to_weak": "1:1",
        "rate_on": "weak",
        "own_volume": "nowhere",
    }
    part = draw_part(random, "binary", names_of(frame), **fixed, counts="points")
    paid = pay_team(plan_of(part, **frame), months)
    so_far = np.cumsum([each.pay for each in paid], axis=0)
    came_in = np.cumsum([each.points.sum() - each.points for each in months.bought], axis=0)
    assert (so_far <= 0.1 * came_in / 2 + 1e-9).all()


@for_seeds(25)
def test_an_amount_for_a_rank_that_is_paid_once_is_paid_once(seed):
    random, frame, months = drawn(seed, months=6)
    part = draw_part(random, "rank_bonus", names_of(frame), paid="once", over_months=2, of_ranks="each")
    paid = pay_team(plan_of(part, **frame), months)
    for row, steps in zip(part["amounts"], range(1, 9), strict=False):
        total = np.zeros(len(months.team))
        for each in paid:
            for rows in each.parts[0].flows():
                if rows.step == steps:
                    np.add.at(total, rows.earner, rows.amount)
        assert (total <= row["amount"] + 1e-9).all()
        if part["needs"] == "nothing" and "from_rank" not in part:
            reached = paid[-2].month.title >= names_of(frame).index(row["rank"]) + 1
            came_in = paid[0].month.title_before >= names_of(frame).index(row["rank"]) + 1
            assert total[reached & ~came_in] == pytest.approx(row["amount"])
            assert (total[came_in] == 0).all()
