"""In which month a plan needs more people than there are, by hand."""

import gc
import weakref

import pytest

from planner.analysis.case import Case
from planner.analysis.cautions.of_people import needed_in, needed_people, populations
from planner.analysis.chance.rarity import rarity
from planner.inputs.evidence.industry import load_evidence
from tests.properties.situations import bare_plan, invented_company

THREE_EACH = {"recruits_a_month": 3, "duplication": 3, "annual_attrition": 0, "people_within_reach": 1e10}


def months(**team: float) -> list[int | None]:
    return [found.month for found in needed_people(bare_plan(team=team))]


def test_three_recruits_each_every_month() -> None:
    # Whoever acts and the distributor bring three each: of n below come 4 n + 3, so after m months 4 ** m - 1.
    below, month, expected = 0, 0, []
    for place in (10.6e6, 340e6, 8.1e9):
        while below <= place:
            below, month = 4 * below + 3, month + 1
        expected.append(month)
    assert expected == [12, 15, 17]
    assert months(**THREE_EACH) == expected


def test_what_was_found_of_a_plan_is_forgotten_with_it() -> None:
    """Its session has ended: neither the case nor its plan is anywhere, though they were asked for twice."""
    case = Case.of(bare_plan(team=THREE_EACH), invented_company())
    assert needed_in(case) is needed_in(case)
    rarity(case)
    plan = weakref.ref(case.plan)
    of_case = weakref.ref(case)
    del case
    gc.collect()
    assert (of_case(), plan()) == (None, None)


def test_the_people_within_reach_do_not_hold_it_back() -> None:
    assert months(**THREE_EACH | {"people_within_reach": 500}) == [12, 15, 17]


def test_a_plan_that_needs_fewer() -> None:
    # One a month for 120 months and nobody else recruits: 120.
    assert months(recruits_a_month=1) == [None, None, None]
    assert months() == [None, None, None]


def test_each_place_names_its_source() -> None:
    evidence, faults = load_evidence()
    assert (evidence is not None, faults) == (True, ())
    assert [place.rounded for place in populations()] == [10.6e6, 340e6, 8.1e9]
    for place in populations():
        assert (evidence.sources[place.source].address or "").startswith("https://")
        assert isinstance(place.year, int)
        assert 2020 <= place.year <= 2026
        assert place.value == pytest.approx(place.rounded, rel=0.005)
