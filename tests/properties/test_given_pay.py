"""Pay that is given by month in place of what is computed: all else follows from it as it always does."""

from hypothesis import given
from hypothesis import strategies as st

from planner.analysis.case import Case
from planner.analysis.measures.measure import measure
from planner.inputs.terms import resolve_terms
from planner.projection.engine import project, project_scenarios
from planner.projection.plan_assumptions import plan_assumptions
from tests.planner.analysis.origin.test_tree import assert_follows, assert_said, cell, everything_in, origins
from tests.properties.given_pay import drawn_pay, first_months, of_scenario
from tests.properties.months_of_workbook import assert_the_workbook_has_the_months
from tests.properties.random_plans import plans, plans_under_rules
from tests.properties.situations import companies
from tests.properties.test_invariances import assert_equal, changed
from tests.properties.test_twin import as_the_twin_names_it, differences
from tests.random_cases import tried

SEEDS = st.integers(0, 10**6)


@tried(24)
@given(plans(longest=40) | plans_under_rules(longest=40), companies(), SEEDS)
def test_engine_and_twin_agree(plan, company, seed):
    assert differences(plan, company, drawn_pay(seed, plan.horizon_months)) == []


@tried(15)
@given(plans(longest=40), companies(), SEEDS, st.integers(1, 40))
def test_a_shorter_look_ahead_is_the_beginning_of_a_longer_one(plan, company, seed, longer_by):
    longer = changed(plan, horizon_months=plan.horizon_months + longer_by)
    pay = drawn_pay(seed, longer.horizon_months)
    short = as_the_twin_names_it(project(plan, company, first_months(pay, plan.horizon_months)))
    long = as_the_twin_names_it(project(longer, company, pay))
    assert_equal(short, {name: long[name][: len(array)] for name, array in short.items()}, close=1e-12)


@tried(15)
@given(plans(longest=30), companies(), SEEDS)
def test_each_scenario_has_the_pay_that_it_is_given(plan, company, seed):
    """One plan three times, each time with other pay, or with one for all of them."""
    assumptions, terms = plan_assumptions(plan), resolve_terms(company, plan)
    pay = drawn_pay(seed, plan.horizon_months, 3)
    together = project_scenarios(assumptions.repeated(3), terms, pay)
    shared = project_scenarios(assumptions.repeated(3), terms, of_scenario(pay, 1))
    for index in range(3):
        alone = as_the_twin_names_it(project(plan, company, of_scenario(pay, index)))
        assert_equal(alone, as_the_twin_names_it(together, index), close=1e-12)
    assert_equal(as_the_twin_names_it(shared, 2), as_the_twin_names_it(together, 1), close=1e-12)


@tried(15)
@given(plans(longest=30), companies(), SEEDS)
def test_what_was_computed_may_be_given_back(plan, company, seed):
    """The projection's own pay and goods, handed to it as if they were means: nothing changes."""
    computed = project(plan, company)
    before = drawn_pay(seed, plan.horizon_months)
    back = type(before)(
        bought=computed.inventory.qualifying,
        on_own=computed.commission_on_own,
        on_team=computed.commission_on_team,
        on_joining=computed.commission_on_joining,
        group_volume=computed.group_volume,
        active=computed.active.astype(float),
        rank=computed.paid_as_rank.astype(float),
        runs=1,
        asked=1,
        seed=1,
    )
    assert_equal(as_the_twin_names_it(computed), as_the_twin_names_it(project(plan, company, back)))


@tried(8)
@given(plans(longest=40) | plans_under_rules(longest=40), companies(), SEEDS, st.data())
def test_every_cell_follows_and_ends_in_the_number_of_runs(plan, company, seed, data):
    projection = project(plan, company, drawn_pay(seed, plan.horizon_months))
    case = Case(plan, company, projection, measure(plan, projection))
    for month in {1, plan.horizon_months, data.draw(st.integers(0, plan.horizon_months))}:
        found = origins(case, month)
        for name, tree in found.items():
            assert tree.value.value == cell(projection, name, month)
        assert_follows(projection, *found.values())
        assert_said(*found.values())
        if projection.terms.pays_in(month):
            ends = [each for each in everything_in(found["commission_earned"]) if not each.parts]
            assert [each.input_path for each in ends] == [("chance", "seed")]
            assert ends[0].formula.parameters["runs"].value == 1_000


@tried(5)
@given(plan=plans(longest=14) | plans_under_rules(longest=14), company=companies(), seed=SEEDS)
def test_the_workbook_has_it_as_values(plan, company, seed):
    plan = plan.model_copy(update={"exchange_rates": {"SEK": 0.1, **plan.exchange_rates, "EUR": 1.1, "USD": 0.9}})
    projection = project(plan, company, drawn_pay(seed, plan.horizon_months))
    case = Case(plan, company, projection, measure(plan, projection))
    assert_the_workbook_has_the_months(case)
