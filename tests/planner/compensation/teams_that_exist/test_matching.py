"""Matching on teams that exist: every field by pencil, and the slow twin at random."""

import numpy as np
import pytest

from planner.compensation.teams.pay import pay_team
from tests.planner.compensation.teams_that_exist.by_hand import pay_of, plan_of, receipts_add_up, team_of
from tests.planner.compensation.teams_that_exist.random_teams import (
    SEEDS,
    draw_frame,
    draw_placement,
    draw_team,
    names_of,
)
from tests.planner.compensation.teams_that_exist.twin_matching import pay_slowly

LINE = {"Ann": None, "Bo": "Ann", "Cy": "Bo", "Di": "Cy", "Ed": "Di"}
MONTH = {"Bo": 100, "Cy": 200, "Di": 400, "Ed": 800}
LEVEL = {"rule": "unilevel", "rates": [0.1]}
# Of level 1 Ann earns 10, Bo 20, Cy 40 and Di 80.


def matching(**more):
    return {"rule": "matching", "of": [1], "rates": [0.5, 0.1], **more}


def matched(part, months=({},), sponsors=LINE, first=LEVEL, **more):
    """What each is paid of matching, a part after the first, which is paid on everybody's goods."""
    plan = plan_of({"pays_on_inactive": True} | first if first is LEVEL else first, part, **more)
    last = pay_team(plan, team_of(sponsors, [MONTH | each for each in months]))[-1]
    assert receipts_add_up(last)
    amounts = zip(last.month.team.members, last.parts[-1].amount, strict=True)
    return {name: round(float(amount), 8) for name, amount in amounts if amount}


def test_a_share_of_what_each_level_earns():
    """Ann 10 of Bo's 20 and 4 of Cy's 40; Bo 20 and 8; Cy 40 of Di's 80."""
    assert matched(matching()) == {"Ann": 14.0, "Bo": 28.0, "Cy": 40.0}
    assert matched(matching(rates=[0.5])) == {"Ann": 10.0, "Bo": 20.0, "Cy": 40.0}


def test_on_itself():
    """Cy 40; Bo half of 40 + 40 and 8, 48; Ann half of 20 + 48 and a tenth of 40 + 40."""
    assert matched(matching(on_itself=True)) == {"Ann": 42.0, "Bo": 48.0, "Cy": 40.0}


def test_of_two_parts_and_of_one_of_them():
    own = {"rule": "unilevel", "rates": [0.2]}
    months = team_of(LINE, [MONTH])
    for of, times in (([1], 1), ([2], 2), ([1, 2], 3)):
        last = pay_team(plan_of(LEVEL, own, matching(of=of, rates=[0.5])), months)[-1]
        assert last.parts[2].amount.tolist() == pytest.approx([10 * times, 20 * times, 40 * times, 0, 0])


def test_matching_of_a_matching_before_it():
    """The first pays Ann 10, Bo 20 and Cy 40; of these the second pays half again."""
    last = pay_team(plan_of(LEVEL, matching(rates=[0.5]), matching(of=[2], rates=[0.5])), team_of(LINE, [MONTH]))[-1]
    assert last.parts[2].amount.tolist() == pytest.approx([10, 20, 0, 0, 0])


COMPRESSED = [
    # Cy buys for less than 150 and is not active: earns nothing, and is a level only with "none".
    ("none", {"Bo": 0.1 * 80}),
    ("standard", {"Bo": 0.5 * 80, "Ann": 0.5 * 10 + 0.1 * 80}),
    ("dynamic", {"Bo": 0.5 * 80, "Ann": 0.5 * 10 + 0.1 * 80}),
]


@pytest.mark.parametrize(("compression", "expected"), COMPRESSED)
def test_compression(compression, expected):
    months = ({"Ann": 150, "Bo": 150, "Cy": 100},)
    found = matched(matching(compression=compression), months, minimum_personal_volume=150)
    assert found == {"Ann": 0.5 * 10.0, **expected}


def test_rates_by_rank_and_the_lowest_rank_that_is_paid():
    ranks = [{"name": "One", "personal_volume": 100}, {"name": "Two", "personal_volume": 200}]
    by_rank = [{"rank": "Two", "rates": [0.25]}]
    assert matched(matching(by_rank=by_rank), ranks=ranks) == {"Ann": 14.0, "Bo": 28.0, "Cy": 20.0}
    assert matched(matching(from_rank="Two"), ranks=ranks) == {"Cy": 40.0}


def test_generations_by_rank():
    """Cy and Di are leaders: generation 1 of Ann is Cy's group, 40, her second Di's 80; of Bo the same; of Cy Di's."""
    part = matching(ends_rank="Lead")
    months = ({"Ed": 800, "Di": 400, "Cy": 200},)
    lead = [{"name": "Lead", "personal_volume": 200, "leg_count": 1, "leg_volume": 800}]
    assert matched(part, months, ranks=lead) == {"Ann": 20.0 + 8.0, "Bo": 20.0 + 8.0, "Cy": 40.0}
    own_group = matching(ends_rank="Lead", starts="own_group", leader_volume="in_above")
    # Down to and with the next leader: Ann half of Bo's 20 and Cy's 40, a tenth of Di's 80.
    assert matched(own_group, months, ranks=lead) == {"Ann": 30.0 + 8.0, "Bo": 20.0 + 8.0, "Cy": 40.0}


def test_amounts_in_cents():
    """Bo earns 1.005, paid as 1.01; Ann half of it."""
    line = {"Ann": None, "Bo": "Ann", "Cy": "Bo"}
    months = team_of(line, [{"Cy": 10.05}])
    for amounts, expected in (("exact", 0.5025), ("cents", 0.505)):
        last = pay_team(plan_of(LEVEL, matching(amounts=amounts, rates=[0.5])), months)[-1]
        assert last.parts[1].amount[0] == pytest.approx(expected, abs=1e-12)


def test_before_or_after_the_cap_of_what_is_matched():
    """Bo's two legs match 300, 30 of money, of which the cap leaves 12."""
    tree = {"Ann": None, "Bo": "Ann", "Cy": "Bo", "Di": "Bo"}
    for capped, expected in (("after", 6.0), ("before", 15.0)):
        legs = {"rule": "binary", "rate": 0.1, "cap_money": 12}
        plan = plan_of(legs, matching(capped=capped, rates=[0.5]))
        assert pay_of(plan, team_of(tree, [{"Cy": 300, "Di": 400}]))["Ann"] == expected


def test_its_own_cap():
    """Bo's 28 and Cy's 40 are cut to 20; on itself Cy has 40 and 30, Bo 20 and 30: Ann would have 32."""
    assert matched(matching(cap_money=20)) == {"Ann": 14.0, "Bo": 20.0, "Cy": 20.0}
    assert matched(matching(cap_money=30, on_itself=True)) == {"Ann": 30.0, "Bo": 30.0, "Cy": 30.0}
    plan = plan_of(LEVEL, matching(cap_money=20), matching(of=[2], capped="before", rates=[0.5]))
    last = pay_team(plan, team_of(LINE, [MONTH]))[-1]
    assert last.parts[2].amount.tolist() == pytest.approx([14, 20, 0, 0, 0])


def test_caps_and_gates_of_the_plan():
    """Bo's 20 and Di's 80 of the first part are capped at 15; a cap on all pay is none that matching sees."""
    half = matching(rates=[0.5])
    assert matched(half, caps=[{"most": 15, "parts": [1]}]) == {"Ann": 7.5, "Bo": 7.5, "Cy": 7.5}
    assert matched(half | {"capped": "before"}, caps=[{"most": 15, "parts": [1]}]) == {
        "Ann": 10.0,
        "Bo": 20.0,
        "Cy": 40.0,
    }
    last = pay_team(plan_of(LEVEL, half, caps=[{"most": 15}]), team_of(LINE, [MONTH]))[-1]
    assert last.parts[1].amount.tolist() == pytest.approx([10, 20, 40, 0, 0])
    # Cy alone has a customer: nobody but him is paid the first part, and nobody but Bo matches anything of it.
    gate = {"gate": "customers", "least": 1, "parts": [1]}
    months = ({"Cy": {"points": 200, "customers": 1}},)
    assert matched(half, months, gates=[gate]) == {"Bo": 20.0}
    both = matched(half | {"on_itself": True}, months, gates=[gate | {"parts": [2]}])
    assert both == {"Cy": 40.0}  # nobody else is paid; of Bo's closed 40 nothing would reach Ann either
    open_to_ann = ({"Cy": {"points": 200, "customers": 1}, "Ann": {"points": 0, "customers": 1}},)
    assert matched(half | {"on_itself": True}, open_to_ann, gates=[gate | {"parts": [2]}]) == {"Ann": 10.0, "Cy": 40.0}


OPTIONS = {
    "of": ([1], [2], [1, 2], [2, 1]),
    "compression": ("none", "standard", "dynamic"),
    "amounts": ("exact", "cents"),
    "capped": ("after", "before"),
    "on_itself": (True, False),
    "cap_money": (None, None, 1.0, 5.0),
}
OF_GENERATIONS = {
    "deeper": ("nothing", "last_rate"),
    "starts": ("first_leader", "own_group"),
    "leader_volume": ("in_own", "in_above", "left_out"),
    "unqualified": ("ends", "counts", "skipped"),
}

CAPS = [
    (),
    (),
    ({"most": 3, "parts": (1,)},),
    ({"most": 5, "parts": (1, 2)},),
    ({"most": 5},),
    ({"most": 2, "parts": (3,)},),
]
GATES = [(), (), *(({"gate": "customers", "least": 2, "parts": parts},) for parts in ((1,), (2,), (3,), ()))]


@pytest.mark.random
def test_as_the_slow_twin_pays():
    paying = 0
    for seed in SEEDS:
        random = np.random.default_rng(seed)
        frame = draw_frame(random)
        names = names_of(frame)
        part = {name: values[random.integers(len(values))] for name, values in OPTIONS.items()}
        part["rates"] = [float(random.choice((0.5, 0.2))) for _ in range(random.integers(1, 4))]
        if names and random.random() < 0.5:
            part |= {name: str(random.choice(values)) for name, values in OF_GENERATIONS.items()}
            part |= {"ends_rank": str(random.choice(names)), "compression": "none"}
        if names and random.random() < 0.3:
            part["by_rank"] = [{"rank": str(random.choice(names)), "rates": [0.3, 0.1]}]
        if names and random.random() < 0.2:
            part["from_rank"] = str(random.choice(names))
        frame["caps"] = CAPS[random.integers(len(CAPS))]
        frame["gates"] = GATES[random.integers(len(GATES))]
        legs = {"rule": "binary", "rate": 0.2, "unmatched": "kept", "cap_money": 7, "capped": "kept"}
        plan = plan_of({"rule": "unilevel", "rates": [0.1, 0.033]}, legs, {"rule": "matching", **part}, **frame)
        months = draw_team(random, months=int(random.integers(1, 3)), titles=names)
        for each in pay_team(plan, draw_placement(random, months, places=2)):
            expected = pay_slowly(plan.parts[2], each.month, each.parts)
            assert np.abs(each.parts[2].gross - expected).max() < 1e-9, part
            assert receipts_add_up(each)
            paying += bool(each.parts[2].amount.any())
    assert paying > len(SEEDS) / 2
