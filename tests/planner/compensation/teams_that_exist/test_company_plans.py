"""A company whose file states no pay plan: its rules of a plan's months, made into parts, pay a team the same."""

import numpy as np
import pytest

from planner.compensation.teams.pay import pay_team
from planner.compensation.teams.team import ROOT, Bought, Team, TeamMonths
from planner.inputs.cited.figure import Asked
from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company
from planner.inputs.pay.of_company import pay_plan_of
from tests.companies_by_months import BY_MONTHS
from tests.planner.compensation.months import total
from tests.planner.compensation.teams import pay_of, team
from tests.planner.compensation.teams_that_exist.random_teams import POINTS
from tests.properties.situations import invented_company
from tests.random_cases import for_seeds


def random_company(random):
    """Ranks that rise, with a differential or levels or both, with and without activity and breaking away."""
    rows, group, rate = [], 0.0, 0.0
    for number in range(int(random.integers(1, 5))):
        group += float(random.choice((20.0, 50.0, 100.0, 200.0)))
        rate += float(random.choice((0.0, 0.03, 0.05)))
        row = {"name": f"R{number + 1}", "group_volume": group, "rate": rate}
        if random.random() < 0.4:
            row["personal_volume"] = float(random.choice((10.0, 30.0)))
        if random.random() < 0.3:
            row |= {"leg_count": 1 + int(random.integers(2)), "leg_volume": float(random.choice((20.0, 100.0)))}
        if random.random() < 0.3:
            row["frontline"] = int(random.integers(1, 3))
        rows.append(row)
    return invented_company(
        points=float(random.choice((100.0, 50.0))),
        commissionable=float(random.choice((100.0, 80.0))),
        minimum=float(random.choice((0.0, 20.0))),
        rates=((0.1, 0.05), (0.1, 0.0, 0.05), ())[int(random.integers(3))],
        compression=bool(random.random() < 0.5),
        pays_on_inactive=bool(random.random() < 0.5),
        breakaway=bool(random.random() < 0.5),
        ranks=tuple(rows),
    )


@for_seeds(300)
def test_a_team_is_paid_as_the_months_of_a_plan_are(seed):
    random = np.random.default_rng(seed)
    company = random_company(random)
    count = int(random.integers(2, 16))
    above = [ROOT, *sorted(int(random.integers(0, place)) for place in range(1, count))]  # generation by generation
    goods = random.choice(POINTS, count)
    people = team(*((upper - 1 if upper else ROOT, goods[place]) for place, upper in enumerate(above) if place))
    expected = total(pay_of(company, people, float(goods[0])))

    plan = pay_plan_of(company, {})
    points = goods * company.volume.points_per_100_retail.value / 100
    nothing = np.zeros(count)
    exists, place = Team.of([str(each) for each in range(count)], np.array(above, dtype=np.int64))
    bought = Bought(*(column[np.argsort(place)] for column in (points, points * plan.value_of_point, nothing, nothing)))
    (month,) = pay_team(plan, TeamMonths(exists, ("2026-01",), (bought,)))
    assert month.pay[place[0]] == pytest.approx(expected, abs=1e-9)


def test_what_a_person_answered_goes_before_what_is_assumed():
    """Of points that no source states."""
    for company in load_catalog().companies.values():
        asked, plan = company.volume.points_per_100_retail, pay_plan_of(company, {"points_per_100_retail": 12.5})
        if isinstance(asked, Asked) and plan is not None and company.pay.plan is None:
            assert plan.points_per_100_retail == 12.5
            assert pay_plan_of(company, {}).points_per_100_retail == asked.assumed


def test_what_goods_bring_is_the_companys_figure_in_a_stated_plan_too():
    """80 points and 60 of value for 100 at shop price: 0.75 a point, whatever the plan says; 40 points as answered."""
    part = {"rule": "unilevel", "rates": [0.1]}
    data = invented_company(points=80.0, commissionable=60.0).model_dump(mode="json", exclude_none=True)
    company = Company.model_validate(data | {"pay": data["pay"] | {"plan": {"parts": [part]}}})
    plan = pay_plan_of(company, {})
    assert (plan.points_per_100_retail, plan.value_of_point) == (80, 0.75)
    assert plan.parts == company.pay.plan.parts
    told = {"assumed": 80, "unit": "points", "title": {"en": "P", "sv": "P"}, "reason": {"en": "a", "sv": "b"}}
    volume = company.volume.model_dump(mode="json", exclude_none=True) | {"points_per_100_retail": told}
    asked = Company.model_validate(company.model_dump(mode="json", exclude_none=True) | {"volume": volume})
    assert pay_plan_of(asked, {"points_per_100_retail": 40.0}).value_of_point == 1.5


def test_every_company_with_a_stairstep_has_the_part():
    companies = load_catalog().companies.values()
    with_steps = [each for each in companies if each.pay.stairstep is not None and each.pay.plan is None]
    assert with_steps
    for company in with_steps:
        plan = pay_plan_of(company, {})
        assert [part.rule for part in plan.parts][-1] == "stairstep"
        if company.pay.stairstep.breakaway:
            top = max(rank.rate for rank in plan.ranks)
            assert plan.breakaway.rank == next(rank.name for rank in plan.ranks if rank.rate == top)
        else:
            assert plan.breakaway is None


EXECUTIVE = 3  # the rank from which on all five levels are open
LONG_AGO = 40  # the month that is paid, where everybody joined in month 0


@for_seeds(60)
def test_a_pay_plan_in_the_place_of_the_rules_of_months_pays_what_both_pay_to_the_digit(seed):
    """Amway's monthly bonus, and Young Living's levels of whoever has all of them open, on people who are not new."""
    random = np.random.default_rng(seed)
    count = 40
    above = [ROOT, *sorted(int(random.integers(0, max(1, place // 2))) for place in range(1, count))]
    people, place_of = Team.of([str(each) for each in range(count)], np.array(above, dtype=np.int64))
    points, nothing = random.choice((0.0, 60.0, 150.0, 700.0, 4000.0, 11000.0), count), np.zeros(count)
    points[place_of[0]] = 700.0  # whoever stands at the top is active
    for name, company in BY_MONTHS.items():
        rules = pay_plan_of(company, {}), pay_plan_of(load_catalog().companies[name], {})
        bought = Bought(points, points * rules[0].value_of_point, nothing, nothing)
        months = TeamMonths(people, ("2026-01",), (bought,))
        ((was,), (now,)) = (pay_team(plan, months, LONG_AGO) for plan in rules)
        assert rules[0].ranks == rules[1].ranks
        both = np.ones(count, dtype=bool) if name == "amway-eu" else now.month.stands.rank >= EXECUTIVE
        assert both.any()
        assert (was.left[0][both] == now.left[0][both]).all()
