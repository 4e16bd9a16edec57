"""Unilevel pay by hand."""

import pytest

from tests.planner.compensation.months import month, paid, total
from tests.properties.situations import invented_company


def test_each_level_pays_its_own_rate_and_levels_below_the_paid_ones_nothing():
    """8 % of 1,000, 5 % of 400, 4 % of 50: 80 + 20 + 2 = 102; the fourth level is not paid."""
    company = invented_company(rates=(0.08, 0.05, 0.04))
    assert total(paid(company, month(levels=(1000, 400, 50, 9999)))) == pytest.approx(102)


def test_more_paid_levels_than_there_are_people_on():
    assert total(paid(invented_company(rates=(0.1, 0.1)), month(levels=(100,)))) == pytest.approx(10)


def test_own_volume_opens_the_pay_and_is_not_paid_itself():
    company = invented_company(rates=(0.1,), minimum=50)
    assert total(paid(company, month(own=50, levels=(100,)))) == pytest.approx(10)
    assert total(paid(company, month(own=49, levels=(100,)))) == 0
