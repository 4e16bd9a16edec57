"""How a company pays a team, told from its plan: on its page, once; and of a plan's file on the page of a team."""

import tomllib

import pytest
from streamlit.testing.v1 import AppTest

from planner.inputs.company.catalog import load_catalog
from planner.inputs.own_company.own_company import own_copy
from planner.inputs.own_company.pay_plan import with_pay_plan
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.plan.plan import default_plan
from planner.inputs.plan_file import PlanFile
from tests.levels_without_rates import levels_without_rates
from tests.pages.test_company import Read, read, row, said_label, table, words
from tests.pages.test_team import ten
from tests.plans import small_seller

__all__ = ["read"]  # the fixture

FOLD = "How a team is paid"
SALE = "Of every 100\u00a0USD that Gil orders, as the company counts goods"
PAID = "What each is paid in the month, USD"


def folds(app: AppTest) -> list[str]:
    return [said_label(each) for each in app.expander]


def test_the_plan_its_ranks_a_small_team_and_one_sale(read: Read) -> None:
    """6, 5, 4 and 3 % on four levels: of Gil's orders Dan has 6, Bo 5 and Ada 4, so that 85 are left.

    Everybody orders 100 points, Bo and Gil 200: Ada has 6 % of 300, 5 % of 300 and 4 % of 200, which is 41.
    """
    app = read("example-company")
    assert folds(app).count(FOLD) == 1
    page = words(app)
    assert "Somebody is active in a month in which they have 60 points of their own." in page
    assert "level 1: 6%, level 2: 5%, level 3: 4%, level 4: 3%." in page
    assert ">500</span>" in row(app, "What each rank asks for in a month", "Bronze")
    assert ">41.00<" in row(app, PAID, "Ada")
    sale = table(app, SALE)
    for share in ("Dan: Pay by level, level 1, 6%", "Bo: Pay by level, level 2, 5%", "Ada: Pay by level, level 3, 4%"):
        assert share in sale, share
    assert ">85.00<" in row(app, SALE, "Left to the company")


@pytest.mark.parametrize("company", ["amway-us", "young-living-us", "example-company"])
def test_nothing_of_it_stands_twice(read: Read, company: str) -> None:
    app = read(company)
    assert "Pay by level: " not in words(app)
    assert words(app).count("<caption>What each rank asks for in a month") == 1
    assert "What each rank asks for in a month" not in folds(app)


def test_a_difference_is_told_with_both_rates(read: Read) -> None:
    sale = table(read("scentsy-us"), SALE)
    assert "Ada: Difference between steps, 2%, own rate 4%, taken by those below 2%" in sale


def test_parts_that_are_not_computed_are_named_beside_it(read: Read) -> None:
    page = words(read("young-living-us"))
    assert "Not computed here, and so in none of this: Leadership pay on generations and Starter kit bonus." in page
    assert "Pay that is not computed here comes out of it too." in page


PROOFS = """
minimum_personal_volume = 50
[[parts]]
rule = "unilevel"
rates = [0.1, 0.05]
[[proofs]]
title = { en = "Page 4", sv = "Sidan 4" }
team = [{ member = "Ann", personal_volume = 50 }, { member = "Bo", sponsor = "Ann", personal_volume = 300 }]
printed = [{ member = "Ann", pay = 30 }]
[[proofs]]
title = { en = "Page 5", sv = "Sidan 5" }
team = [
    { member = "Ann", personal_volume = 50 },
    { member = "Bo", sponsor = "Ann" },
    { member = "Cy", sponsor = "Bo", personal_volume = 1000 },
]
printed = [{ member = "Ann", pay = 100 }]
"""


def test_what_its_brochure_prints_stands_beside_ours(read: Read) -> None:
    """10 % of 300 is 30. Bo buys nothing, so that Cy's 1,000 are level 2: 50, where the brochure has 100."""
    base = own_copy(load_catalog().companies["example-company"], ())
    company, faults = with_pay_plan(base, PayPlan.model_validate(tomllib.loads(PROOFS)))
    assert company is not None, faults
    file = PlanFile(company=company.id, plan=small_seller(company.currency), own_companies=(company,))
    app = read(company.id, file=file)
    page = words(app)
    assert "it pays 1 of 2 so." in page
    assert "Page 4: as printed" in folds(app)
    assert "Page 5: printed 100.00 USD, 50.00 USD by these rules" in [
        each.replace("\u00a0", " ") for each in folds(app)
    ]
    assert "Bo, 300 points: 10% of 300.00 USD is 30.00 USD" in page


@pytest.mark.parametrize("company", ["zinzino-se", "nu-skin-us", "lr-eu"])
def test_no_fold_where_nothing_is_computed(read: Read, company: str) -> None:
    assert FOLD not in folds(read(company))


def test_once_a_rate_is_answered_it_is_told_as_that(read: Read) -> None:
    own = levels_without_rates()
    plan = default_plan("USD").model_copy(update={"company_answers": {own.id: {"level_1": 0.05}}})
    app = read(own.id, file=PlanFile(company=own.id, plan=plan, own_companies=(own,)))
    assert FOLD in folds(app)
    assert "level 1: 5% (your answer), level 2: not disclosed, level 3: not disclosed." in words(app)
    assert "Dan: Pay by level, level 1, 5%" in table(app, SALE)


def test_in_swedish(read: Read) -> None:
    app = read("amway-us", "sv")
    assert "Hur ett team får betalt" in folds(app)
    assert "Kvar hos företaget" in words(app)


def test_a_plan_in_a_file_is_told_on_the_page_of_a_team() -> None:
    app = ten()
    assert "The plan “Ten” in words" in folds(app)
    page = words(app)
    assert "Somebody is active in a month in which they have 50 points of their own." in page
    assert "A share of what recruits order, and their recruits below them: level 1: 10%." in page
    assert "Dan: Pay by level, level 1, 10%" in page
