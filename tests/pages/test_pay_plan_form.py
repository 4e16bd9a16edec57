"""The form of a pay plan of one's own, kind by kind, and the brochure's own example below it."""

import re
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts.my_company.pay_plan.sections import kinds_of_parts
from planner.inputs.company.company import Company
from planner.inputs.own_company.new import Answers, new_company
from planner.inputs.own_company.pay_plan import with_pay_plan
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.plan_file import PlanFile
from tests.pages.conftest import OpenApp, run, said
from tests.plans import small_seller

PAGE = "pages/my_company.py"


def a_company() -> Company:
    company, faults = new_company(Answers("Brochure", "USD", 0.75, None), 2026, ())
    assert company is not None, faults
    return company


@pytest.fixture
def form(open_app: OpenApp) -> AppTest:
    """The page with a company of which nothing of the pay is stated yet."""
    company = a_company()
    return open_app("en", PAGE, PlanFile(company=company.id, plan=small_seller("USD"), own_companies=(company,)))


def plan(app: AppTest) -> PayPlan | None:
    found: PlanFile = app.session_state["plan_file"]
    return found.own_companies[0].pay.plan


def section(app: AppTest, name: str) -> AppTest:
    [pills] = [each for each in app.pills if str(each.key).startswith("part:own_pay_section")]
    pills.set_value(name)
    return run(app)


def click(app: AppTest, label: str, number: int = 0) -> AppTest:
    [each for each in app.button if each.label == label][number].click()
    return run(app)


def place(elements: Any, path: str) -> Any:
    """The one field of a place of the plan."""
    [found] = [each for each in elements if re.split("[@~]", str(each.key))[0].endswith(f".{path}")]
    return found


def write(app: AppTest, path: str, text: str) -> AppTest:
    place(app.text_input, path).set_value(text)
    return run(app)


def words(app: AppTest) -> str:
    return "\n".join(map(said, [*app.markdown, *app.caption, *app.warning, *app.error, *app.success]))


def stated(app: AppTest) -> PayPlan:
    found = plan(app)
    assert found is not None
    return found


def choose(app: AppTest, elements: Any, path: str, value: Any) -> AppTest:
    place(elements, path).set_value(value)
    return run(app)


def test_a_plan_typed_from_nothing_and_brought_to_what_its_brochure_prints(form: AppTest) -> None:
    """Bo buys nothing, so that Cy's 360 are level 2: 18. The brochure has 36, as where Bo is no level: 10 % of 360."""
    app = write(section(form, "active"), "minimum_personal_volume", "50")
    assert stated(app).minimum_personal_volume == 50
    app = click(section(app, "parts"), "Add this part")
    assert "1 thing is still to be stated." in words(app)
    assert stated(app).parts == ()
    app = write(app, "parts.0.rates", "10; 5")
    assert stated(app).parts[0].rates == (0.1, 0.05)
    app = click(app, "Add an example")
    app = write(app, "proofs.0.team.0.personal_volume", "50")
    app = write(app, "proofs.0.team.1.member", "Bo")
    app = click(app, "Add a member")
    app = choose(app, app.selectbox, "proofs.0.team.2.sponsor", "Bo")
    app = write(app, "proofs.0.team.2.personal_volume", "360")
    assert stated(app).proofs == ()
    app = write(app, "proofs.0.printed.0.pay", "36.00")
    assert stated(app).proofs[0].printed[0].pay == 36
    assert stated(app).proofs[0].printed[0].to == 0.01
    assert "Pay by level: Who is not active: Somebody who is not active is no level to those below" in words(app)
    app = click(app, "Take this reading")
    assert stated(app).parts[0].compression == "standard"
    assert "Paid as it is printed." in words(app)
    assert "Pays what its brochure prints: 1 of 1" in words(app)
    assert stated(app).parts[0].source == "yours"


def test_points_that_arise_on_sales(form: AppTest) -> None:
    [field] = [each for each in section(form, "active").radio if "own-pay-arises" in str(each.key)]
    field.set_value("sales")
    app = run(form)
    file: PlanFile = app.session_state["plan_file"]
    assert file.own_companies[0].volume.arises_on == "sales"
    assert file.own_companies[0].pay.plan is None


def test_nothing_typed_is_lost_and_the_company_pays_as_before_until_it_fits(form: AppTest) -> None:
    app = click(section(form, "parts"), "Add this part")
    app = write(app, "parts.0.rates", "10; 5")
    app = write(app, "parts.0.rates", "ten")
    assert place(app.text_input, "parts.0.rates").value == "ten"
    assert "Rate of each level, level 1 first: found ten." in words(app)
    assert stated(app).parts[0].rates == (0.1, 0.05)
    app = write(app, "parts.0.rates", "120")
    assert "found 120. This is too high. State 100% or less." in words(app)
    assert stated(app).parts[0].rates == (0.1, 0.05)
    app = section(section(app, "ranks"), "parts")
    assert place(app.text_input, "parts.0.rates").value == "120"
    app = write(app, "parts.0.rates", "12")
    assert stated(app).parts[0].rates == (0.12,)


def test_ranks_and_parts_from_nothing_are_moved_named_otherwise_and_taken_away(form: AppTest) -> None:
    app = click(section(form, "ranks"), "Add a rank")
    app = write(app, "ranks.0.group_volume", "200")
    app = write(app, "ranks.0.rate", "3")
    app = click(app, "Add a rank")
    assert "asks for nothing more than the one before it" in words(app)
    app = write(app, "ranks.1.group_volume", "600")
    app = write(app, "ranks.1.rate", "6 %")
    app = write(app, "ranks.1.name", "Six")
    assert stated(app).rank_names == ("Rank 1", "Six")
    app = choose(section(app, "parts"), app.selectbox, "yours-brochure", "rank_bonus")
    app = click(app, "Add this part")
    app = click(app, "Add a row")
    app = choose(app, app.selectbox, "parts.0.amounts.0.rank", "Six")
    app = write(app, "parts.0.amounts.0.amount", "500")
    app = choose(app, app.selectbox, "yours-brochure", "stairstep")
    app = click(app, "Add this part")
    assert [each.rule for each in stated(app).parts] == ["rank_bonus", "stairstep"]
    app = click(app, "Move up")
    assert [each.rule for each in stated(app).parts] == ["stairstep", "rank_bonus"]
    app = write(section(app, "ranks"), "ranks.1.name", "Gold")
    assert stated(app).parts[1].ranks_named() == ("Gold",)
    app = click(section(app, "parts"), "Remove")
    assert [each.rule for each in stated(app).parts] == ["rank_bonus"]


RANKS = [{"name": "Low", "group_volume": 10, "rate": 0.05}, {"name": "High", "group_volume": 90, "rate": 0.1}]
BRACKETS = [{"from_volume": 0, "rate": 0.1}]
EVERY_KIND: list[dict[str, Any]] = [
    {"rule": "unilevel", "by_rank": [{"rank": "Low", "rates": [0.1, 0.05]}]},
    {"rule": "stairstep"},
    {"rule": "binary", "cycle": {"strong": 200, "weak": 100, "pays": 14}},
    {"rule": "matrix", "width": 3, "depth": 2, "amounts": [1]},
    {"rule": "matching", "of": [1, 3], "rates": [0.1]},
    {"rule": "leadership", "rates": [0.04]},
    {"rule": "generations", "rates": [0.06], "ends_rank": "High"},
    {"rule": "unit", "leader_rank": "High", "brackets": BRACKETS},
    {"rule": "active_recruits", "steps": [{"recruits": 1, "rate": 0.04}]},
    {"rule": "own_sales", "brackets": BRACKETS},
    {"rule": "fast_start", "packages": [{"from_points": 9, "amounts": [20, 60]}]},
    {"rule": "rank_bonus", "amounts": [{"rank": "High", "amount": 375}]},
    {"rule": "pool", "tiers": [{"rank": "High", "rate": 0.02}]},
    {"rule": "pass_up", "passed": [1, 2], "amounts": [500]},
    {"rule": "customer_bonus", "steps": [{"customers": 3, "amount": 20}]},
]
OVER_IT = {
    "gates": [{"gate": "sold_share", "least": 0.7, "parts": [1]}],
    "caps": [{"most": 2500, "by_rank": [{"rank": "High", "most": 9000}]}],
    "payout_cap": {"share": 0.42},
    "rounding": {},
}


@pytest.mark.parametrize("language", ["en", "sv"])
def test_every_kind_has_its_form_and_showing_it_changes_nothing(open_app: OpenApp, language: str) -> None:
    stated_plan = PayPlan.model_validate(
        {"ranks": RANKS, "breakaway": {"rank": "High"}, "parts": EVERY_KIND, **OVER_IT}
    )
    company, faults = with_pay_plan(a_company(), stated_plan)
    assert company is not None, faults
    file = PlanFile(company=company.id, plan=small_seller("USD"), own_companies=(company,))
    app = open_app(language, PAGE, file)
    for name in ("active", "ranks", "parts", "limits"):
        app = section(app, name)
        assert not app.error
    assert plan(app) == stated_plan
    assert len(kinds_of_parts()) == len(EVERY_KIND)
