"""A plan begins in the years of a historic company, in its own calendar month."""

import pytest

from planner.inputs.company.catalog import load_catalog
from planner.inputs.own_years import in_own_years
from planner.inputs.plan.plan import Plan

COMPANIES = load_catalog().companies


@pytest.mark.parametrize(
    ("start", "months", "begins"),
    [
        ("2027-01", 24, "2016-01"),  # January 2016 to December 2017, the last of the years 2014 to 2017
        ("2027-01", 12, "2017-01"),
        ("2027-06", 24, "2015-06"),  # to May 2017: a year later it would end in May 2018
        ("2027-06", 7, "2017-06"),  # to December 2017
        ("2027-01", 120, "2014-01"),  # longer than the years: from the first of them
        ("1999-03", 24, "2015-03"),
        ("2017-11", 24, "2017-11"),  # in them already
    ],
)
def test_on_a_company_of_2014_to_2017(start, months, begins):
    plan = Plan.model_validate({"start_month": start, "horizon_months": months})
    moved = in_own_years(plan, COMPANIES["lularoe-us-2017"])
    assert moved.start_month == begins
    assert moved == plan.model_copy(update={"start_month": begins})


def test_on_a_company_of_today_it_stays():
    assert in_own_years(Plan(), COMPANIES["scentsy-us"]) == Plan()
