"""Points are worth different money by country; a country that the plan does not list is refused."""

import pytest

from planner.analysis.team.otherwise import had_been_active
from planner.analysis.team.paid import Payer, TeamPaid, pay_table
from planner.errors import Fault
from planner.inputs.team_file.read import read_team_file
from tests.planner.compensation.teams_that_exist.by_hand import plan_of

LEVELS = {"rule": "unilevel", "rates": [0.1]}
WORTH = [{"country": "Sweden", "value_of_point": 9.5}, {"country": "Norway", "value_of_point": 10.0}]
TEAM = """member,sponsor,month,personal_volume,country,value
Ann,,2026-01,10,Sweden,
Bo,Ann,2026-01,100,Sweden,
Cy,Ann,2026-01,100,Norway,
Di,Ann,2026-01,100,,
Ed,Ann,2026-01,100,Norway,50
Bo,Ann,2026-02,20,,
"""


def read(text):
    table, faults = read_team_file(text.encode(), "team.csv")
    assert faults == ()
    assert table is not None
    return table


def paid_by(text, month=None, **more):
    return pay_table(read(text), Payer("The plan", "SEK", plan_of(LEVELS, **more)), month)


def test_points_become_money_by_the_country_of_whoever_bought():
    """Bo 950, Cy 1,000, Di, whose country is not said, 200 at the plan's 2, and Ed 50 as stated: 10 % for Ann. In the
    month after Bo's 20 at 9.50, since a country is said once.
    """
    found = paid_by(TEAM, countries=WORTH, value_of_point=2.0)
    assert isinstance(found, TeamPaid)
    assert [float(month.pay[0]) for month in found.months] == pytest.approx([95 + 100 + 20 + 5, 19])


def test_what_is_lacking_is_worth_what_it_is_in_the_country():
    """Ann has 10 of 30 points: 20 more are 190 of goods."""
    found = paid_by(TEAM, month="2026-01", countries=WORTH, minimum_personal_volume=30.0)
    assert isinstance(found, TeamPaid)
    more = had_been_active(found, 0)
    assert more is not None
    assert (more.points, more.value) == (20, 190)


def test_a_country_that_the_plan_does_not_list():
    found = paid_by(TEAM.replace("Norway", "Norge"), countries=WORTH)
    assert isinstance(found, Fault)
    assert (found.path, found.found) == ("country", "Norge")
    assert isinstance(paid_by(TEAM), TeamPaid)


def test_two_countries_of_one_member():
    table, faults = read_team_file(TEAM.replace("02,20,,", "02,20,Norway,").encode(), "team.csv")
    assert table is None
    assert [(fault.path, fault.found) for fault in faults] == [("country", "Norway")]
