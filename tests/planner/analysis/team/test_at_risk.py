"""Who is about to lose a rank, held against a pencil: the next month, nothing more bought, one leg, what is nearest."""

from dataclasses import replace

import numpy as np

from planner.analysis.team.at_risk import (
    AtRisk,
    at_risk,
    at_risk_in_words,
    lost_with_a_leg,
    nearest,
    one_in_words,
    takes_in_words,
)
from planner.analysis.team.paid import Payer, TeamPaid, pay_table
from planner.compensation.teams.pay import pay_team
from planner.compensation.teams.team import ROOT
from planner.export.team import team_record
from planner.inputs.team_file.read import read_team_file
from planner.speech import Speech
from tests.planner.compensation.teams_that_exist.by_hand import plan_of
from tests.planner.compensation.teams_that_exist.random_teams import draw_frame, draw_team

ENGLISH = Speech("en", "USD", "2026-01")
HEAD = "member,sponsor,joined,month,personal_volume,joining_order\n"
LEVELS = {"rule": "unilevel", "rates": (0.1,)}


def paid_by(text: str, **plan) -> TeamPaid:
    table, faults = read_team_file((HEAD + text).encode(), "team.csv")
    assert faults == ()
    assert table is not None
    found = pay_table(table, Payer("The plan", "USD", plan_of(LEVELS, **plan)))
    assert isinstance(found, TeamPaid)
    return found


def told(found: AtRisk, paid: TeamPaid) -> dict[str, str]:
    """What takes it from each, in the order of the list."""
    members = [paid.members[each] for each in found.members.tolist()]
    return {name: takes_in_words(found, place, paid, ENGLISH) for place, name in enumerate(members)}


def test_an_order_at_joining_does_not_come_twice_and_one_leg_may_be_enough():
    """Ann's 540 are 100 of her own, 300 with Bo, whose 200 of Cy are no first order, and 140 of Di, 60 of them her
    first order: 480 without these. Bo's 300 of 250 hang on Cy's leg. Di has no rank and nothing is asked to be active.
    """
    text = "Ann,,2025-01,2026-01,100,0\nBo,Ann,2025-01,2026-01,100,0\nCy,Bo,2025-01,2026-01,200,0\n"
    text += "Di,Ann,2026-01,2026-01,140,60\n"
    ranks = [{"name": "Silver", "group_volume": 250}, {"name": "Gold", "group_volume": 500, "frontline": 2}]
    paid = paid_by(text, ranks=ranks)
    found = at_risk(paid)
    assert told(found, paid) == {
        "Ann": "Silver in the next month, if it is like this one",
        "Bo": "lost with the leg of Cy",
    }
    assert [float(each) for each in found.spare] == [0.0, 300 / 250 - 1]
    assert one_in_words(found, 0, paid, ENGLISH) == (
        "Ann, Gold: Silver in the next month, if it is like this one; active personal recruits: to spare 0 (2 of 2)"
    )
    assert at_risk_in_words(found, paid, ENGLISH).startswith(
        "2 members have a rank or are active. Of them 1 would lose it if the next month is like this one, 1 would lose "
        "the rank with one leg. Nearest to it: Ann, Gold: "
    )
    assert [(row["member"], row["lost_by"], row["leg"]) for row in team_record(paid, ENGLISH)["at_risk"]] == [
        ("Ann", "next_month", ""),
        ("Bo", "leg", "Cy"),
    ]


def test_the_second_largest_leg_and_legs_that_are_counted():
    """Outside Bo's 500 Ann has 100 of her own, 150 of Cy's leg and 50 of Di's: 300 of 200, but 150 without Cy's. Eve
    asks for two legs of 100 and has three, of which one may go; of two none may.
    """
    text = "Ann,,,2026-01,100,0\nBo,Ann,,2026-01,500,0\nCy,Ann,,2026-01,150,0\nDi,Ann,,2026-01,50,0\n"
    paid = paid_by(text, ranks=[{"name": "One", "outside_largest_leg": 200}])
    assert told(at_risk(paid), paid)["Ann"] == "lost with the leg of Cy"
    paid = paid_by(text, ranks=[{"name": "One", "outside_largest_leg": 150}])
    assert told(at_risk(paid), paid)["Ann"] == ""
    for asked, lost in ((2, "lost with one of the legs that count"), (1, "")):
        paid = paid_by(text, ranks=[{"name": "One", "leg_count": asked, "leg_volume": 100}])
        assert told(at_risk(paid), paid)["Ann"] == lost
        assert nearest(paid, 0).had == 2


def test_groups_that_broke_away_are_in_no_leg_of_what_is_counted():
    """Bo broke away with 500: Ann's group is 250 without them, and the largest of her legs is Cy's 150."""
    text = "Ann,,,2026-01,100,0\nBo,Ann,,2026-01,500,0\nCy,Ann,,2026-01,150,0\n"
    ranks = [{"name": "One", "group_volume": 200}, {"name": "Two", "group_volume": 500}]
    paid = paid_by(text, ranks=ranks, breakaway={"rank": "Two"})
    found = told(at_risk(paid), paid)
    assert found == {"Ann": "lost with the leg of Cy", "Bo": ""}
    paid = paid_by(text, ranks=ranks, breakaway={"rank": "Two", "ranks_by": "total"})
    assert told(at_risk(paid), paid)["Ann"] == "lost with the leg of Bo"


def test_who_falls_out_of_a_window_of_several_months_if_nothing_more_is_bought():
    """The best of three months counts. Ann bought in January alone, which April no longer sees, and nothing in March
    that could come again; Bo in February and March, Cy in February, Di in January and March, and April sees these.
    """
    months = ("2026-01", "2026-02", "2026-03")
    bought = {"Ann": (60, 0, 0), "Bo": (0, 50, 50), "Cy": (0, 70, 0), "Di": (50, 0, 80)}
    text = "".join(
        f"{name},{'' if name == 'Ann' else 'Ann'},2025-01,{month},{points},0\n"
        for name, amounts in bought.items()
        for month, points in zip(months, amounts, strict=True)
    )
    paid = paid_by(text, minimum_personal_volume=50, activity_window="one_of_three")
    found = at_risk(paid)
    assert told(found, paid) == {
        "Ann": "not active in the next month, if it is like this one",
        "Bo": "",
        "Cy": "",
        "Di": "",
    }
    assert list(found.spare.round(9)) == [0.2, 0.0, 0.4, 0.6]
    paid = paid_by(text, minimum_personal_volume=100, activity_window="twelve_months")
    assert told(at_risk(paid), paid) == {"Bo": "", "Di": ""}
    assert at_risk_in_words(at_risk(paid), paid, ENGLISH).startswith("2 members are active. None of them would lose it")


def test_who_falls_out_of_a_year_if_nothing_more_is_bought():
    """Ten a month are 120 in twelve, of 115: the same again keeps it, nothing leaves 110. Bo's 130 leave 120."""
    months = [f"2026-{number:02d}" for number in range(1, 13)]
    text = "".join(
        f"Ann,,2024-01,{month},10,0\nBo,Ann,2024-01,{month},{10 + 10 * (month == months[5])},0\n" for month in months
    )
    paid = paid_by(text, minimum_personal_volume=115, activity_window="twelve_months")
    found = at_risk(paid)
    assert told(found, paid) == {"Ann": "not active in the next month, if nothing more is bought", "Bo": ""}
    assert "1 would be active no longer if they buy nothing more" in at_risk_in_words(found, paid, ENGLISH)


def test_a_rank_for_life_is_not_lost_and_one_that_follows_it_is():
    """Ann's 550 keep Lead whatever comes; Royal asks for 520 in the month after Lead, and goes with Bo's leg."""
    text = "Ann,,,2026-01,100,0\nBo,Ann,,2026-01,450,0\n"
    lead = {"name": "Lead", "group_volume": 500, "kept": "for_life"}
    paid = paid_by(text, ranks=[lead])
    assert told(at_risk(paid), paid) == {"Ann": ""}
    assert nearest(paid, 0) is None
    paid = paid_by(text, ranks=[lead, {"name": "Royal", "group_volume": 520, "after": "Lead"}])
    assert told(at_risk(paid), paid) == {"Ann": "lost with the leg of Bo"}
    assert nearest(paid, 0).asked == 520
    ranks = [lead | {"kept": "no", "frontline": 1}, {"name": "Royal", "personal_volume": 10, "after": "Lead"}]
    paid = paid_by(text, ranks=ranks)
    assert told(at_risk(paid), paid)["Ann"] == "lost with the leg of Bo"
    assert nearest(paid, 0).what == "frontline"


def test_nobody_has_anything_to_lose_without_ranks_and_conditions():
    paid = paid_by("Ann,,,2026-01,100,0\n")
    assert len(at_risk(paid).members) == 0
    assert at_risk_in_words(at_risk(paid), paid, ENGLISH) == ""


def without_leg(months, head):
    """The same month in which nobody below a head, nor the head, has bought anything or is there."""
    gone, above = [head], months.team.above.tolist()
    for each in gone:
        gone += [place for place, sponsor in enumerate(above) if sponsor == each]
    joined, points = months.team.joined.copy(), months.bought[0].points.copy()
    joined[gone], points[gone] = 1_000, 0.0
    bought = (replace(months.bought[0], points=points),)
    return replace(months, team=replace(months.team, joined=joined), bought=bought)


def test_a_rank_that_one_leg_takes_is_lost_once_a_leg_is_gone_and_no_other_is():
    """On teams at random each leg of everyone is taken away in turn, and the month is ranked anew."""
    lost_ones = 0
    for seed in range(60):
        random = np.random.default_rng(seed)
        frame = draw_frame(random)
        for rank in frame["ranks"]:
            rank |= {
                "outside_largest_leg": float(random.choice((0.0, 30.0))),
                "active_legs": int(random.integers(0, 2)),
            }
            rank |= {"leg_count": int(random.integers(0, 2)), "leg_volume": 40.0}
        plan = plan_of(LEVELS, **frame)
        months = draw_team(random, months=1)
        (month,) = pay_team(plan, months)
        paid = TeamPaid(Payer("The plan", "USD", plan), None, months, (month,), 0)  # type: ignore[arg-type]
        found, leg = lost_with_a_leg(paid)
        rank, above = month.month.rank, months.team.above
        for member in range(len(above)):
            heads = np.flatnonzero(above == member).tolist()
            after = {head: pay_team(plan, without_leg(months, head))[0].month.rank[member] for head in heads}
            assert found[member] == any(each < rank[member] for each in after.values()), (seed, member)
            if found[member] and leg[member] != ROOT:
                assert after[int(leg[member])] < rank[member], (seed, member)
            lost_ones += bool(found[member])
    assert lost_ones > 20
