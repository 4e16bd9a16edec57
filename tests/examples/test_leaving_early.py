"""Members who leave in their first three months, and those who stay on after them.

A fifth leave in each of the first three months, 48.8 of 100 in all: 1 - 0.8 ** 3. A tenth leave in each of the nine
months after: of 100, 51.2 * 0.9 ** 9 = 19.8 are there a year later.
"""

import numpy as np
import pytest

from planner.projection.engine import project
from tests.examples.by_month import EVERYBODY, by_month, line, nearly
from tests.properties.situations import bare_plan, invented_company

LEAVING = {"first_months_attrition": 1 - 0.8**3, "annual_attrition": 1 - 0.8**3 * 0.9**9}
TEAM = {"people_within_reach": EVERYBODY, **LEAVING}


def test_a_hundred_recruits():
    """100, 80, 64, 51.2 after three months, then a tenth less each month: 46.08, 41.472."""
    plan = bare_plan(horizon_months=13, team={**TEAM, "recruits_a_month": (100, 0)})
    network = project(plan, invented_company()).network
    assert by_month(network.frontline)[:7] == nearly(0, 100, 80, 64, 51.2, 46.08, 41.472)
    assert network.frontline[13, 0] == pytest.approx(19.8, abs=0.05)


def test_a_hundred_recruits_a_month():
    """Each month's recruits leave by their own age: 100, 180, 244, 295.2, then 46.08 more, then 41.472 more."""
    plan = bare_plan(horizon_months=6, team={**TEAM, "recruits_a_month": 100})
    network = project(plan, invented_company()).network
    assert by_month(network.frontline) == nearly(0, 100, 180, 244, 295.2, 341.28, 382.752)


def test_recruits_of_recruits():
    """100 join in month 1 and everybody recruits a tenth of a person a month.

    month  level 1  level 2                   level 3
    1      100      0                         0
    2      80       10                        0
    3      64       10 * 80 % + 8 = 16        1
    4      51.2     16 * 80 % + 6.4 = 19.2    1 * 80 % + 1.6 = 2.4
    """
    plan = bare_plan(horizon_months=4, team={**TEAM, "recruits_a_month": (100, 0), "duplication": 0.1})
    active = project(plan, invented_company()).network.active
    expected = np.array([[0, 0, 0], [100, 0, 0], [80, 10, 0], [64, 16, 1], [51.2, 19.2, 2.4]])
    assert active[:, 1:4, 0] == pytest.approx(expected, rel=1e-6)


def test_those_who_left_are_passed_over():
    """The same where the company counts active people only: whoever stands below somebody who leaves moves up.

    month 2  80 stay on level 1. Of the 10 new on level 2, a fifth have lost whom they joined: 2 move up.
    month 3  82 * 80 % = 65.6 stay on level 1; 8 * 80 % = 6.4 and 8.2 new on level 2, of whom a fifth, 2.92, move up;
             0.8 new on level 3: 64 % keep both above, 32 % lose one, 4 % both: 0.512, 0.256 and 0.032.
    """
    plan = bare_plan(horizon_months=3, team={**TEAM, "recruits_a_month": (100, 0), "duplication": 0.1})
    active = project(plan, invented_company(rates=(0.05,), compression=True)).network.active
    third = [65.6 + 2.92 + 0.032, 14.6 - 2.92 + 0.256, 0.512]
    expected = np.array([[0, 0, 0], [100, 0, 0], [82, 8, 0], third])
    assert active[:, 1:4, 0] == pytest.approx(expected, rel=1e-6)


def test_pay_follows_those_who_are_there():
    """100 a month each at 10 %, from the month after joining: 100, 80, 64, 51.2 and 46.08 people buy."""
    plan = bare_plan(horizon_months=6, team={**TEAM, "recruits_a_month": (100, 0), "member_monthly_purchases": 100})
    result = project(plan, invented_company(rates=(0.1,)))
    assert line(result, "commission_earned") == nearly(0, 0, 1000, 800, 640, 512, 460.8)


def test_a_leg_of_one_dies_out_as_its_head_leaves():
    """Nobody recruits below: a leg is its head, there with 0.8, 0.64, 0.512 and 0.4608."""
    plan = bare_plan(horizon_months=4, team={**TEAM, "recruits_a_month": (1, 0)})
    assert by_month(project(plan, invented_company()).network.alive) == nearly(1, 0.8, 0.64, 0.512, 0.4608)
