"""What a rank asks for, one condition at a time."""

from tests.planner.compensation.months import month, paid
from tests.properties.situations import invented_company

RANKS = invented_company(
    ranks=(
        {"name": "Own", "personal_volume": 60, "group_volume": 100},
        {"name": "Legs", "group_volume": 200, "leg_count": 2, "leg_volume": 80},
        {"name": "Front", "group_volume": 300, "frontline": 4},
    )
)


def rank(**volumes):
    return int(paid(RANKS, month(**volumes)).rank[0])


def test_own_and_group_volume_are_both_asked_for():
    assert rank(own=60, legs=(40,)) == 1
    assert rank(own=59, legs=(41,)) == 0
    assert rank(own=60, legs=(39,)) == 0


def test_legs_must_be_enough_and_large_enough():
    assert rank(own=40, legs=(80, 80)) == 2
    assert rank(own=40, legs=(79, 81)) == 0  # one leg only is large enough, and 40 of one's own are no 60
    assert rank(own=60, legs=(160,)) == 1  # one leg of 160 is not two of 80


def test_frontline_recruits_are_counted():
    assert rank(own=60, legs=(240,), frontline=4) == 3
    assert rank(own=60, legs=(240,), frontline=3) == 1


def test_a_higher_rank_asks_only_for_what_its_own_row_says():
    assert rank(own=0, legs=(300,), frontline=4) == 3
