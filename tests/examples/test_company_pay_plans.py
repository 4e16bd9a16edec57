"""How the companies of the catalogue pay a team, by pencil, and the examples that they print.

Each team is told as its recruits under Ann; amounts are points, whose money is the company's figure or what is assumed
of it in the file: a dollar at Monat, Mary Kay, Herbalife, doTERRA and Nature's Sunshine, 7.50 kroner at Eqology.
"""

from typing import Any

import pytest

from planner.analysis.team.paid import payer_of
from planner.analysis.team.proven.run import ProofRun, run_proofs
from planner.compensation.teams.pay import pay_team
from planner.errors import Fault
from planner.inputs.company.catalog import load_catalog
from planner.inputs.pay.of_company import pay_plan_of
from tests.planner.compensation.teams_that_exist.by_hand import receipts_add_up, team_of

COMPANIES = load_catalog().companies
LEFT, RIGHT = 0, 1


def pay_of_ann(company_id: str, team: dict[str, Any], *months: dict[str, Any], **more: Any) -> float:
    """In the last month. team: who recruited whom; months: what each bought, of whoever is named."""
    plan = pay_plan_of(COMPANIES[company_id], {})
    assert plan is not None
    found = pay_team(plan, team_of({"Ann": None, **team}, months, **more))
    assert all(map(receipts_add_up, found))
    return float(found[-1].pay[found[-1].month.team.members.index("Ann")])


THREE = {"Bo": "Ann", "Cy": "Ann", "Di": "Ann"}


def test_monat_pays_deeper_levels_to_higher_ranks():
    """Ann has 500 points, three active lines and 1,800 in all: Managing Market Partner, 10 % of 900 and 3 % of 400.

    With 300 points less in the group she has 1,100 of the 1,200 that it asks for, and is paid 7 % on her recruits.
    """
    team = THREE | {"Ed": "Bo"}
    month = {"Ann": 500, "Bo": 300, "Cy": 300, "Di": 300, "Ed": 400}
    assert pay_of_ann("monat-us", team, month) == pytest.approx(102)
    assert pay_of_ann("monat-us", team, month | {"Ed": 100, "Ann": 400, "Di": 0}) == pytest.approx(0.07 * 600)


def test_mary_kays_rate_follows_the_number_of_active_recruits_and_their_orders():
    """Two: 4 %. Three of 600: 8 % of 1,800, of 590: 6 %, of 300: 4 %. Five: 9 %, 13 % with 600 of her own."""

    def paid(own: float, *orders: float) -> float:
        names = [f"r{number}" for number in range(len(orders))]
        return pay_of_ann(
            "mary-kay-us", dict.fromkeys(names, "Ann"), {"Ann": own, **dict(zip(names, orders, strict=True))}
        )

    assert paid(225, 1_000, 1_000) == pytest.approx(80)
    assert paid(225, 600, 600, 600) == pytest.approx(144)
    assert paid(225, 590, 590, 590) == pytest.approx(0.06 * 1_770)
    assert paid(225, 300, 300, 300) == pytest.approx(36)
    assert paid(225, *[225] * 5) == pytest.approx(0.09 * 1_125)
    assert paid(600, *[225] * 5) == pytest.approx(0.13 * 1_125)
    assert paid(224, *[225] * 5) == 0


def test_mary_kays_director_is_paid_on_the_unit_too_and_nobody_becomes_one_in_a_plan():
    """The unit is 4,000 + 2,000: 23 % of 6,000, and 4 % of the 4,000 of her one active recruit."""
    team, month = {"Bo": "Ann", "Cy": "Bo"}, {"Ann": 225, "Bo": 4_000, "Cy": 2_000}
    assert pay_of_ann("mary-kay-us", team, month) == pytest.approx(160)
    assert pay_of_ann("mary-kay-us", team, month, title={"Ann": "Sales Director"}) == pytest.approx(160 + 1_380)


def test_herbalifes_royalty_goes_by_the_points_of_ones_own_group():
    """Ann was a supervisor in the first month, as Bo and Cy below her were; in the second she has 1,200 with Di's.

    Her rate is 2 % on Bo's 3,000 and on Cy's 600, two levels of supervisors; Di, who is none, is in her own group. With
    499 she has no rate, with 2,500 five per cent.
    """
    team = {"Bo": "Ann", "Cy": "Bo", "Di": "Ann"}
    first = {"Ann": 4_000, "Bo": 4_000, "Cy": 4_000, "Di": 0}
    second = {"Ann": 700, "Bo": 3_000, "Cy": 600, "Di": 500}
    assert pay_of_ann("herbalife-us", team, first, second) == pytest.approx(0.02 * 3_600)
    assert pay_of_ann("herbalife-us", team, first, second | {"Ann": 0, "Di": 499}) == 0
    assert pay_of_ann("herbalife-us", team, first, second | {"Ann": 2_000}) == pytest.approx(0.05 * 3_600)
    assert pay_of_ann("herbalife-us", team, second) == 0  # nobody was a supervisor yet


def test_forevers_steps_are_kept_and_managers_break_away():
    """Each counts for 1 here. Ann had 25 case credits once and is a Supervisor: 8 % of her own 4.

    Bo below her is an Assistant Supervisor with 5 %: 3 % of his 10. Where Bo is not active, with 3, it is 8 %.
    """
    months = [{"Ann": 25, "Bo": 2}, {"Ann": 4, "Bo": 10}]
    assert pay_of_ann("forever-gb", {"Bo": "Ann"}, *months) == pytest.approx(0.08 * 4 + 0.03 * 10)
    months[1]["Bo"] = 3
    assert pay_of_ann("forever-gb", {"Bo": "Ann"}, *months) == pytest.approx(0.08 * 4 + 0.08 * 3)


def test_forevers_leadership_asks_for_twelve_of_ones_own():
    """Ann and Bo are Managers: nothing of the volume bonus on Bo's 130, 6 % of it with 12 of her own, none with 11."""
    months = [{"Ann": 120, "Bo": 120}, {"Ann": 12, "Bo": 130}]
    assert pay_of_ann("forever-gb", {"Bo": "Ann"}, *months) == pytest.approx(0.18 * 12 + 0.06 * 130)
    months[1]["Ann"] = 11
    assert pay_of_ann("forever-gb", {"Bo": "Ann"}, *months) == pytest.approx(0.18 * 11)


def test_doterras_ranks_open_levels():
    """With 50 of her own 2 % of Bo's 100; as a Manager, 100 and 500 in all, 2 % and 3 % of Cy's 300 below him."""
    team, month = {"Bo": "Ann", "Cy": "Bo"}, {"Ann": 50, "Bo": 100, "Cy": 300}
    long_ago = dict.fromkeys(("Ann", "Bo", "Cy"), -99)
    assert pay_of_ann("doterra-us", team, month, joined=long_ago) == pytest.approx(2)
    assert pay_of_ann("doterra-us", team, month | {"Ann": 100}, joined=long_ago) == pytest.approx(2 + 9)


def test_doterras_fast_start_is_paid_in_place_of_levels():
    """Bo joins and orders 200: 20 % to Ann with 100 of her own, nothing with 50; in the third month 2 %."""
    orders = [{"Ann": 100, "Bo": 200}] * 3
    joined = {"Bo": 0, "Ann": -99}
    assert pay_of_ann("doterra-us", {"Bo": "Ann"}, *orders[:1], joined=joined) == pytest.approx(40)
    assert pay_of_ann("doterra-us", {"Bo": "Ann"}, {"Ann": 50, "Bo": 200}, joined=joined) == 0
    assert pay_of_ann("doterra-us", {"Bo": "Ann"}, *orders, joined=joined) == pytest.approx(4)


def test_eqologys_old_plan_passes_over_who_is_not_active():
    """Cy with 480 in the group is no active partner: Ann's 5 % of 300 and 180 is 24 points, at 7.50 kroner."""
    team, month = {"Bo": "Ann", "Cy": "Bo"}, {"Ann": 300, "Bo": 300, "Cy": 180}
    money = {name: {"points": points, "value": 7.5 * points} for name, points in month.items()}
    assert pay_of_ann("eqology-no", team, money) == pytest.approx(0.05 * 480 * 7.5)


def test_natures_sunshines_scale():
    """1,800 in all are 27 %: on her own 500, less 18 % on Bo's 700 with Ed's, less 12 % on Cy's and Di's 300."""
    month = {"Ann": 500, "Bo": 300, "Cy": 300, "Di": 300, "Ed": 400}
    expected = 0.27 * 500 + (0.27 - 0.18) * 700 + (0.27 - 0.12) * 600
    assert pay_of_ann("natures-sunshine-us", THREE | {"Ed": "Bo"}, month) == pytest.approx(expected)


def test_amways_leadership_needs_a_group_of_ones_own_at_the_top_rate():
    """8,000 of her own are 25 %, and a leg of 8,000 has broken away: 6 % of its 24,000; with 7,000 of her own none."""

    def month(own: float) -> dict[str, Any]:
        return {"Ann": {"points": own, "value": 3 * own}, "Bo": {"points": 8_000, "value": 24_000}}

    assert pay_of_ann("amway-us", {"Bo": "Ann"}, month(8_000)) == pytest.approx(0.25 * 24_000 + 0.06 * 24_000)
    assert pay_of_ann("amway-us", {"Bo": "Ann"}, month(7_000)) == pytest.approx(0.23 * 21_000)


def test_two_legs_of_usana_and_of_vemma():
    """USANA: 20 % of 400, and the 200 over are matched in the next month. Vemma: one cycle of 360 and 180 pays 20."""
    team, side = {"Li": "Ann", "Re": "Ann"}, {"Li": LEFT, "Re": RIGHT}
    months = [{"Ann": 100, "Li": 400, "Re": 600}, {"Ann": 100, "Li": 300, "Re": 100}]
    assert pay_of_ann("usana-us", team, months[0], side=side) == pytest.approx(80)
    assert pay_of_ann("usana-us", team, *months, side=side) == pytest.approx(60)
    cycle = {"Ann": 60, "Li": 359, "Re": 250}
    assert pay_of_ann("vemma-us-2015", team, cycle, side=side) == 0
    assert pay_of_ann("vemma-us-2015", team, cycle | {"Li": 360}, side=side) == pytest.approx(20)
    assert pay_of_ann("vemma-us-2015", team, cycle | {"Li": 360, "Ann": 59}, side=side) == 0


def test_every_printed_example_agrees():
    """All that are in the catalogue, to the digit that is printed."""
    found: dict[str, list[bool]] = {}
    for company in COMPANIES.values():
        payer = payer_of(company, {})
        if isinstance(payer, Fault):
            continue
        for run in run_proofs(payer):
            assert isinstance(run, ProofRun), company.id
            assert run.proof.source in company.sources
            found.setdefault(company.id, []).append(run.agrees)
    assert found == {
        "amway-us": [True] * 3,
        "avon-us-2015": [True],
        "forever-gb": [True] * 2,
        "mary-kay-us": [True] * 2,
        "usana-us": [True] * 2,
        "vemma-us-2015": [True],
        "young-living-us": [True],
    }


def test_every_part_of_a_plan_names_a_source_of_its_file():
    for company in COMPANIES.values():
        plan = company.pay.plan
        for part in plan.parts if plan else ():
            assert part.source in company.sources, (company.id, part.name)
            assert part.year is not None
            assert part.name is not None
