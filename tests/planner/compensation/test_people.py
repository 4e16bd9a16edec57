"""Real people paid by hand: small teams of one month, each member's rank, and what a differential leaves."""

import numpy as np
import pytest

from planner.compensation.people import ROOT, summed
from planner.compensation.team_of_people import TeamOfPeople
from planner.inputs.terms import resolve_terms
from tests.planner.compensation.months import EUROPEAN_STEPS, month, paid, steps, total
from tests.planner.compensation.teams import GivenMonths, pay_of, ranks_of, team
from tests.properties.situations import bare_plan, invented_company

DIFFERENTIAL = invented_company(breakaway=False, ranks=steps(*EUROPEAN_STEPS))


def test_people_are_paid_as_the_printed_legs():
    """The legs of 200 and of 10,000 of test_stairstep, the latter one of 100 above one of 9,900: 105 + 36."""
    people = team((ROOT, 200), (ROOT, 100), (1, 9_900))
    assert ranks_of(DIFFERENTIAL, people) == [1, 7, 6]  # 200: 3 %; 10,000: 21 %; 9,900: 18 %
    assert total(pay_of(DIFFERENTIAL, people, 500)) == pytest.approx(105 + 36)
    assert total(pay_of(DIFFERENTIAL, people, 500)) == pytest.approx(
        total(paid(DIFFERENTIAL, month(own=500, legs=(200, 10_000))))
    )


def test_who_does_not_qualify_leaves_only_their_own_goods_to_the_one_above():
    """Every rank asks for 100 own points. The head of the leg has 50 and no rank, the member below has 12 %.

    Of 500 + 50 + 2,400 = 2,950 the distributor has 12 %: 500 * 12 % = 60, 50 * 12 % = 6, and nothing on the 2,400.
    By the leg's volume alone, 2,450 are 12 % too, and it would bring nothing.
    """
    company = invented_company(breakaway=False, ranks=steps(*EUROPEAN_STEPS, personal_volume=100))
    people = team((ROOT, 50), (0, 2_400))
    assert ranks_of(company, people) == [0, 4]
    assert total(pay_of(company, people, 500)) == pytest.approx(66)
    assert total(paid(company, month(own=500, legs=(2_450,)))) == pytest.approx(60)


def test_a_member_who_breaks_away_takes_their_volume_out_of_every_group_above():
    """The member with 10,000 has 21 % and passes nothing up: the head's group is 100, without a rank.

    The distributor's is 500 + 100 = 600, 6 %: 500 * 6 % + 100 * 6 % = 36.
    """
    company = invented_company(breakaway=True, ranks=steps(*EUROPEAN_STEPS))
    people = team((ROOT, 100), (0, 10_000))
    assert ranks_of(company, people) == [0, 7]
    pay = pay_of(company, people, 500)
    assert pay.group_volume[0] == 600
    assert total(pay) == pytest.approx(36)


def test_a_rank_that_asks_for_legs_counts_the_legs_of_that_member():
    """The second rank asks for two legs of 300: one member has legs of 300 and 350, the other one of 650."""
    rows = (
        {"name": "One", "group_volume": 100, "rate": 0.05},
        {"name": "Two", "group_volume": 500, "rate": 0.10, "leg_count": 2, "leg_volume": 300},
    )
    company = invented_company(breakaway=False, ranks=rows)
    people = team((ROOT, 10), (ROOT, 10), (0, 300), (0, 350), (1, 650))
    assert ranks_of(company, people) == [2, 1, 1, 1, 1]
    # The distributor: legs of 660 and 660, 10 %: on the first, whose head has 10 %, nothing; on the second 660 * 5 %.
    assert total(pay_of(company, people, 0)) == pytest.approx(33)


def test_personal_recruits_are_those_whose_own_recruiter_is_the_next_above():
    """Two active personal recruits are asked for. The recruiter of the third member has left, so they are nobody's."""
    rows = ({"name": "One", "group_volume": 1, "rate": 0.1, "frontline": 2},)
    company = invented_company(breakaway=False, ranks=rows)
    people = team((ROOT, 10), (0, 10), (0, 10), generation=(1, 2, 3))
    assert ranks_of(company, people) == [0, 0, 0]
    assert ranks_of(company, team((ROOT, 10), (0, 10), (0, 10))) == [1, 0, 0]


def test_levels_are_counted_over_those_who_act_only_where_the_company_compresses():
    """The member of the second generation stands on level 1, since their recruiter has left: 10 % or 5 % of 200."""
    people = team((ROOT, 100), (ROOT, 200), generation=(1, 2))
    for compression, expected in ((True, 0.10 * 300), (False, 0.10 * 100 + 0.05 * 200)):
        company = invented_company(rates=(0.10, 0.05), compression=compression)
        assert total(pay_of(company, people, 0)) == pytest.approx(expected)


def test_first_orders_are_told_apart():
    people = team((ROOT, 100), (0, 200), first_orders=(0, 150))
    company = invented_company(rates=(0.10, 0.05), compression=True)
    pay = pay_of(company, people, 0)
    assert (pay.on_team[0], pay.on_joining[0]) == (pytest.approx(20), pytest.approx(7.5))
    # 300 in the group are 3 %; the head has 3 % as well.
    assert total(pay_of(DIFFERENTIAL, people, 0)) == 0
    # 700 are 6 %; the head's 300 are 3 %, the member's 200 too, so 3 % of the leg is left, of the first order too.
    pay = pay_of(DIFFERENTIAL, people, 400)
    assert (pay.on_team[0], pay.on_joining[0]) == (pytest.approx(0.03 * 300), pytest.approx(0.03 * 150))


def test_nobody_below_is_nothing():
    nobody = np.zeros(0, dtype=int)
    none = GivenMonths(2, 1, nobody, nobody, nobody, nobody, nobody * 1.0, None, (), nobody * 1.0, nobody)
    volumes = TeamOfPeople(none, resolve_terms(DIFFERENTIAL, bare_plan()))(1)
    assert volumes.legs.count.shape == (0, 2)
    assert volumes.counted is None
    assert not volumes.frontline.any()


def test_what_everyone_below_has_is_summed_to_the_top():
    assert list(summed(team((ROOT, 1), (0, 2), (0, 4), (2, 8)), np.array([1.0, 2, 4, 8]))) == [15, 2, 12, 8]
