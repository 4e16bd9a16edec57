"""Rates of return by hand: one, none, several, or flows that are no investment."""

import numpy as np
import pytest

from planner.analysis.measures.rate_of_return import RateOfReturn, Status, find_rate_of_return, present_value

REFERENCE = [-6000, -800, -400, 200, 400, 500, 600, 700, 700, 700, 700, 700, 2200]


def rate_of(*flows: float) -> RateOfReturn:
    return find_rate_of_return(np.array(flows, dtype=float))


@pytest.mark.parametrize(
    ("flows", "annual"),
    [
        ((-100, 110), 1.1**12 - 1),  # 10 % in a month
        ((-1000, *[0] * 11, 1100), 0.10),  # 10 % in a year
        ((-1000, *[0] * 23, 810), -0.10),  # 0.9 * 0.9 in two years
        ((-100, 50, 50), 0.0),  # the money back and no more
        ((-100, -110, 242), 1.1**12 - 1),  # 10 % in a month: -100 - 110 / 1.1 + 242 / 1.21 = -100 - 100 + 200
    ],
)
def test_a_single_rate(flows: tuple[float, ...], annual: float) -> None:
    found = rate_of(*flows)
    assert found.status is Status.ONE
    assert found.annual == pytest.approx(annual, abs=1e-9)


def test_the_reference_case() -> None:
    annual = rate_of(*REFERENCE).annual
    assert annual is not None
    assert round(annual * 100, 2) == 3.85
    monthly = (1 + annual) ** (1 / 12) - 1
    assert round(monthly * 100, 3) == 0.315
    assert sum(flow / (1 + monthly) ** month for month, flow in enumerate(REFERENCE)) == pytest.approx(0, abs=1e-8)


def test_the_flows_that_numpy_financial_gets_wrong() -> None:
    # numpy-financial 1.0 answers -99.98 % a month (its issue 44); LibreOffice and pyxirr say +100.4 %.
    flows = (-1678.87, 771.96, 1814.05, 3520.30, 3552.95, 3584.99, 4789.91, -1)
    found = rate_of(*flows)
    assert found.status is Status.ONE
    assert found.annual == pytest.approx((1 + 1.00426) ** 12 - 1, rel=1e-4)


def test_several_rates_are_not_shown() -> None:
    # 10 %: -1000 + 2272.73 - 1272.73 = 0, and 40 %: -1000 + 1785.71 - 785.71 = 0
    assert rate_of(-1000, 2500, -1540) == RateOfReturn(Status.SEVERAL, None)
    # 25 % twice, a point of the grid: -1000 + 2000 - 1000; the value only touches zero
    assert rate_of(-1000, 2500, -1562.5).status is not Status.ONE


@pytest.mark.parametrize(
    ("flows", "status"),
    [
        ((-1000, 3000, -2500), Status.NONE),  # at best, at 66.7 %, still -100
        ((-100, 40), Status.NONE),  # -60 % a month is below what is searched
        ((-0.01, 100), Status.NONE),  # +999,900 % is above
        ((0, 10, 20), Status.NEVER_PAID_IN),
        ((0, 0, 0), Status.NEVER_PAID_IN),
        ((-100, -10, 0), Status.NEVER_PAID_OUT),
        ((-1e-13, 100), Status.NEVER_PAID_IN),  # rounding is not money
        ((100, 1e-13, -100, -1e-13), Status.PAID_OUT_FIRST),
        ((100, -110), Status.PAID_OUT_FIRST),  # 10 % is what the money cost: the plan loses 10
    ],
)
def test_no_rate(flows: tuple[float, ...], status: Status) -> None:
    assert rate_of(*flows) == RateOfReturn(status, None)


@pytest.mark.parametrize("scale", [1e-9, 1e15])
def test_the_size_of_the_money_does_not_matter(scale: float) -> None:
    assert rate_of(*(flow * scale for flow in REFERENCE)).annual == pytest.approx(rate_of(*REFERENCE).annual, rel=1e-9)


def test_present_value_by_hand() -> None:
    # 0 %: the sum; 100 %: -100 + 50 / 2 + 100 / 4 = -50
    values = present_value(np.array([-100.0, 50.0, 100.0]), np.array([0.0, 1.0]))
    assert values.tolist() == pytest.approx([50, -50])


def test_ten_years_of_flows_stay_in_range() -> None:
    # 120 months at -50 % a month would be 2 ** 120: large, not infinite.
    assert rate_of(-1000, *[20] * 120).status is Status.ONE
    assert rate_of(*[-20] * 120, 1).status is Status.NONE
