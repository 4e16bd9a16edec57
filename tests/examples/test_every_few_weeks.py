"""By pencil: what is paid every week or two weeks is paid as often as it falls into each calendar month."""

from planner.projection.engine import project
from tests.examples.by_month import by_month
from tests.properties.situations import bare_plan, invented_company


def paid(start_month: str, months: int, **cost: object) -> list[float]:
    plan = bare_plan(start_month=start_month, horizon_months=months, running_costs=[{"name": "x", "amount": 10} | cost])
    return by_month(project(plan, invented_company()).statement.lines["operating_expenses"])


def test_every_second_week_from_new_year_on() -> None:
    """1, 15 and 29 January; 12 and 26 February, March too; 9 and 23 April; in 2027 27 times, last on 31 December."""
    assert paid("2026-12", 4, every_weeks=2) == [0, 30, 20, 20, 20]
    assert sum(paid("2026-12", 12, every_weeks=2)) == 270


def test_how_often_hangs_on_the_days_of_the_year() -> None:
    """Every four weeks 14 times in the 365 days from February 2027 on; every two 27 times in 366 from March on."""
    assert sum(paid("2027-01", 12, every_weeks=4)) == 140
    assert sum(paid("2027-02", 12, every_weeks=2)) == 270


def test_every_week_within_its_months() -> None:
    """From February to March 2027: 1, 8, 15 and 22 February, then 1, 8, 15, 22 and 29 March."""
    assert paid("2027-01", 4, every_weeks=1, last_month=2) == [0, 40, 50, 0, 0]
