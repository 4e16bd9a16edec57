"""Who said what, and what hangs on it: what is otherwise than at a typical start, with the typical figure there."""

import numpy as np

from planner.analysis.case import Case
from planner.analysis.chance.sensitivity import Trial
from planner.analysis.together.in_words import effect_in_words, moment_in_words, said_by, stake_in_words
from planner.analysis.together.moments import changes_between, moment_of, with_moment
from planner.analysis.together.stake import Stake
from planner.analysis.together.who_said import Effect, affordable_paths, otherwise, rows, who_said
from planner.export.ledger import ledger_frame
from planner.inputs.path import parse
from planner.inputs.plan.plan import Plan, default_plan
from planner.inputs.together.ledger import Said
from planner.inputs.together.talk import InputChange, Mentor, Moment
from planner.simulation.engine import simulate
from planner.speech import Speech
from tests.planner.inputs.together.test_in_the_file import DAY
from tests.plans import small_seller
from tests.properties.situations import invented_company

CUSTOMERS, STOCK, COSTS = parse("customers.new_a_month"), parse("stock.opening_stock"), parse("running_costs")
SPACE = "\N{NO-BREAK SPACE}"
ENGLISH = Speech.of("en", Plan())
PATHS = 60


def trial(lose: float) -> Trial:
    return Trial(0, lose, 0, None, 1_000)


def test_what_nobody_owns_at_a_typical_start_is_an_assumption_of_the_program():
    plan = small_seller()  # otherwise in these three
    found = {
        row.path: row for row in rows(plan, {parse("horizon_months"): Said(owner="mentor"), STOCK: Said(check=True)})
    }
    assert [path for path, row in found.items() if not row.typical] == [STOCK, CUSTOMERS, COSTS]
    assert not found[parse("horizon_months")].assumed
    assert found[parse("customers.attrition")].assumed
    assert parse("name") not in found
    assert parse("address_book.contacts") not in found  # nobody is found there in this plan
    assert not otherwise(default_plan("SEK"))


def test_each_is_tried_with_the_typical_figure_in_its_place_on_the_same_draws():
    plan, company = small_seller(horizon_months=6), invented_company(kit=50)
    found = who_said(Case.of(plan, company), PATHS)
    effects = {effect.path: effect for effect in found.effects}
    assert set(effects) == {parse("horizon_months"), STOCK, CUSTOMERS, COSTS}
    alone = simulate(small_seller(horizon_months=6, customers={"new_a_month": 1.0}), company, PATHS).outcome.result
    assert effects[CUSTOMERS].typical is not None
    assert effects[CUSTOMERS].typical.median == np.median(alone)
    assert effects[CUSTOMERS].typical.lose == (alone <= -0.005).mean()
    moved = [effect.moved for effect in found.effects]
    assert moved == sorted(moved, reverse=True)
    frame = ledger_frame(found, {CUSTOMERS: Said(owner="recruiter", day=DAY, check=True)})
    row = frame.set_index("input").loc["customers.new_a_month"]
    assert (row["figure"], row["said_by"], row["said_on"], bool(row["to_check"])) == (
        0.5,
        "recruiter",
        "2026-11-29",
        True,
    )
    assert row["lose_typical"] == effects[CUSTOMERS].typical.lose


def test_what_does_not_go_with_the_rest_has_no_effect_and_fewer_runs_are_drawn_where_time_is_short():
    assert Effect(CUSTOMERS, trial(0.2), None).moved == (0, 0)
    assert affordable_paths(small_seller(), 1e-6) == 200
    assert affordable_paths(small_seller(), 60) == 1_000


def test_an_effect_is_said_as_people_of_a_hundred():
    said = effect_in_words(Effect(CUSTOMERS, trial(0.22), trial(0.71)), "1", ENGLISH)
    assert said == "With a typical figure in its place, 1: 22 → 71 of 100 lose."
    said = effect_in_words(Effect(CUSTOMERS, trial(0.22), trial(0.221)), "1", ENGLISH)
    assert said == "With a typical figure in its place, 1, as many lose: 22 of 100."
    assert "does not go with the rest" in effect_in_words(Effect(CUSTOMERS, trial(0.2), None), "1", ENGLISH)


def test_who_said_it_is_told_with_day_words_and_the_wish_to_check():
    said = Said(owner="recruiter", day=DAY, note="on the phone", check=True)
    assert said_by(said, ENGLISH) == "the recruiter, 29 November 2026: “on the phone”; to be checked"
    assert said_by(Said(check=True), ENGLISH) == "to be checked"
    assert said_by(Said(note="heard it"), ENGLISH) == "“heard it”"
    assert said_by(Said(), ENGLISH) == ""


def test_a_visit_that_changed_something_is_a_moment_and_goes_to_the_end_of_the_log():
    before, after = small_seller(), small_seller(customers={"new_a_month": 4.0, "new_from": "address_book"})
    moment = moment_of("customers", DAY, (before, 0.51), (after, 0.18))
    assert moment == Moment(
        step="customers",
        day=DAY,
        changes=(
            InputChange(path=parse("customers.new_from"), chosen="address_book"),
            InputChange(path=CUSTOMERS, before=0.5, after=4),
        ),
        lose_before=0.51,
        lose_after=0.18,
    )
    said = moment_in_words(moment, ENGLISH)
    assert said.endswith("New customers a month 0.5 → 4: 51 → 18 of 100 lose.")
    assert moment_of("customers", DAY, (before, 0.5), (before, 0.5)) is None
    assert with_moment((), None) == ()
    assert len(with_moment((moment,) * 100, moment)) == 100


def test_costs_are_told_as_what_they_come_to_and_what_is_no_number_as_changed():
    dearer = small_seller(running_costs=[{"name": "Car", "amount": 120}], customers={"seasons": (2, *[1] * 11)})
    found = {change.path: change for change in changes_between(small_seller(), dearer)}
    assert (found[COSTS].before, found[COSTS].after) == (50, 120)
    assert found[parse("customers.seasons")].before is None


def test_the_stake_is_told_with_its_ranks_or_why_there_is_none():
    def said(found: Stake, mentor: Mentor) -> str:
        return stake_in_words(found, mentor, Plan(), ENGLISH).replace(SPACE, " ")

    ranged = Stake("computed", 36, 252, "3%", "21%", at_least=True)
    assert said(ranged, Mentor()).startswith(
        "If this plan came true, whoever recruited you would be paid 36 USD to 252 USD or more over 24 months, on what "
    )
    for low, high in ((1_487.4, 1_488.2), (1_486.6, 1_488.4)):  # told as two, they would seem to differ by something
        alike = Stake("computed", low, high, "Associate", "Diamond", at_least=True, runs=1_000)
        assert "would be paid about 1,488 USD or more over" in said(alike, Mentor())
        assert "It is as much from the lowest rank, Associate, to the highest, Diamond." in said(alike, Mentor())
    assert "would be paid at least 65 USD over" in said(Stake("computed", 65, 65, at_least=True), Mentor())
    assert "at the rank 9%" in said(Stake("computed", 108, 108, "9%", "9%"), Mentor(name="Bo", rank="9%"))
    assert said(Stake("computed", 65, 65), Mentor(name="Bo")).startswith(
        "If this plan came true, Bo would be paid 65 USD"
    )
    assert said(Stake("outside"), Mentor(name="Bo")).startswith("Bo stands outside of the company: nothing")
    assert "is not computed" in said(Stake("not_computed"), Mentor())
