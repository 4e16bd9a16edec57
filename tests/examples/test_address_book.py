"""An address book is used up: the people one knows are asked once, and soon few are left."""

import pytest

from planner.projection.engine import project
from tests.examples.by_month import EVERYBODY, by_month, nearly
from tests.properties.situations import bare_plan, invented_company

BOOK = {"contacts": 150, "share_approached": 0.2, "become_customers": 0.1, "become_recruits": 0.03}


def from_the_book(months: int, **stated: float):
    plan = bare_plan(
        horizon_months=months,
        address_book={**BOOK, **stated},
        customers={"new_from": "address_book"},
        team={"recruits_from": "address_book", "people_within_reach": EVERYBODY},
    )
    return project(plan, invented_company())


def test_150_contacts():
    """A fifth of those left are asked each month; 10 of 100 buy and 3 of 100 join. Nobody stops and nobody leaves.

    month  asked            left   customers          recruits
    1      150 / 5 = 30     120    3                  0.9
    2      120 / 5 = 24     96     3 + 2.4 = 5.4      0.72
    3      96 / 5 = 19.2    76.8   5.4 + 1.92 = 7.32  0.576
    """
    result = from_the_book(3)
    assert by_month(result.contacts.approached) == nearly(0, 30, 24, 19.2)
    assert by_month(result.contacts.remaining) == nearly(150, 120, 96, 76.8)
    assert by_month(result.sales.new_customers) == nearly(0, 3, 2.4, 1.92)
    assert by_month(result.sales.closing_customers) == nearly(0, 3, 5.4, 7.32)
    assert result.network.joined[:, 1, 0].tolist() == nearly(0, 0.9, 0.72, 0.576)


def test_it_never_holds_more_than_four_and_a_half_recruits():
    """150 * 3 % = 4.5. By month 12, 4.5 * (1 - 0.8 ** 12) = 4.5 * 0.93128 = 4.19; after ten years nearly 4.5."""
    joined = from_the_book(120).network.joined[:, 1, 0].cumsum()
    assert joined[12] == pytest.approx(4.19, abs=0.005)
    assert joined.max() < 4.5
    assert joined[120] == pytest.approx(4.5)


def test_strangers_do_not_use_it_up():
    """5 cold contacts a month are asked beside the fifth of those left: 30 + 5, 24 + 5, 19.2 + 5."""
    result = from_the_book(3, cold_a_month=5)
    assert by_month(result.contacts.approached) == nearly(0, 35, 29, 24.2)
    assert by_month(result.contacts.remaining) == nearly(150, 120, 96, 76.8)
    assert by_month(result.sales.new_customers) == nearly(0, 3.5, 2.9, 2.42)


def test_everybody_is_asked_in_the_first_month():
    result = from_the_book(3, share_approached=1)
    assert by_month(result.contacts.approached) == nearly(0, 150, 0, 0)
    assert result.network.joined[:, 1, 0].tolist() == nearly(0, 4.5, 0, 0)
