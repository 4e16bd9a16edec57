"""The statement comes to the same by month, quarter and year."""

import numpy as np
import pytest

from planner.export.frames import monthly_frame
from planner.export.statement import MONTHS_IN, bounds_of, title_of_period, view_statement
from planner.line_items import CASH_LINES
from planner.projection.engine import project
from planner.speech import Speech
from tests.planner.export.test_frames import busy, two_orders
from tests.properties.situations import invented_company


def test_a_statement_of_two_orders_by_year() -> None:
    found = view_statement(project(two_orders(), invented_company(kit=50, steps=((0, 0.6),))), "year", "cash")
    assert found.periods == (title_of_period(0, 0), title_of_period(1, 2))
    assert found.left == pytest.approx((-160, 40))
    assert found.so_far == pytest.approx((-160, -120))
    assert {line.line.name: line.amounts for line in found.lines}["revenue"] == pytest.approx((0, 200))


@pytest.mark.parametrize(
    ("months", "quarters", "years"),
    [
        (1, [(0, 0), (1, 1)], [(0, 0), (1, 1)]),
        (3, [(0, 0), (1, 3)], [(0, 0), (1, 3)]),
        (12, [(0, 0), (1, 3), (4, 6), (7, 9), (10, 12)], [(0, 0), (1, 12)]),
        (14, [(0, 0), (1, 3), (4, 6), (7, 9), (10, 12), (13, 14)], [(0, 0), (1, 12), (13, 14)]),
    ],
)
def test_the_last_period_may_be_cut_short(months: int, quarters: list[object], years: list[object]) -> None:
    assert bounds_of(months, "quarter") == quarters
    assert bounds_of(months, "year") == years
    assert len(bounds_of(months, "month")) == months + 1


@pytest.mark.parametrize("months", [1, 13, 26])
def test_every_period_comes_to_the_same(months: int) -> None:
    case = busy(months)
    by_month = monthly_frame(case)
    for period in MONTHS_IN:
        found = view_statement(case.projection, period, "cash")
        for line in found.lines:
            assert line.total == pytest.approx(line.line.cash * by_month[line.line.name].sum())
        assert sum(found.left) == pytest.approx(by_month["net_cash_flow"].sum())
        # The running total at the end of a period is the sum of all flows up to it.
        assert found.so_far == pytest.approx(np.cumsum(found.left))
        assert found.so_far[-1] == by_month["cumulative_cash_flow"].iloc[-1]


def test_the_lines_with_their_signs_come_to_the_net() -> None:
    found = view_statement(busy(26).projection, "quarter", "cash")
    assert {line.line for line in found.lines} == set(CASH_LINES)  # nothing in this plan is trivially zero
    assert np.sum([line.amounts for line in found.lines], axis=0) == pytest.approx(found.left)


@pytest.mark.parametrize(
    ("period", "english"),
    [((0, 0), "Start"), ((1, 1), "Month 1"), ((13, 14), "Months 13 to 14"), ((1, 12), "Months 1 to 12")],
)
def test_a_period_in_words(period: tuple[int, int], english: str) -> None:
    assert Speech("en", "USD", "2027-01").say(title_of_period(*period)) == english
