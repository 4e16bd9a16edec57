"""What somebody said of a figure of a company counts where it is chosen, beside the published one, which comes back."""

from math import inf

from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company
from planner.inputs.own_company.places import value_at
from planner.inputs.terms import resolve_terms
from planner.inputs.together.counted import as_published, as_told, counts
from planner.inputs.together.ledger import Told
from tests.properties.situations import bare_plan

BASE = load_catalog().companies["example-company"]
KIT = "joining.starter_kit_fee"
TOLD = Told(company=BASE.id, place=KIT, value=99, owner="recruiter")


def chosen(company: Company, told: Told = TOLD) -> Company:
    own, faults = as_told(company, told, "the recruiter", 2026, ())
    assert own is not None, faults
    return own


def test_the_kit_of_49_is_99_where_the_recruiter_is_followed_and_49_again_where_not():
    own = chosen(BASE)
    assert (value_at(BASE, KIT), value_at(own, KIT)) == (49, 99)
    assert (own.yours, own.version_of) == (True, BASE.id)
    assert resolve_terms(own, bare_plan()).starter_kit_fee == 99
    assert (counts(TOLD, BASE), counts(TOLD, own)) == (False, True)
    again, faults = as_published(own, BASE, TOLD)
    assert faults == ()
    assert again is not None
    assert value_at(again, KIT) == 49
    assert not counts(TOLD, again)


def test_a_second_figure_goes_into_the_same_version():
    renewal = Told(company=BASE.id, place="joining.renewal_fee", value=0, owner="mentor")
    own = chosen(chosen(BASE), renewal)
    assert (counts(TOLD, own), counts(renewal, own)) == (True, True)
    assert own.id == chosen(BASE).id


def test_that_goods_can_always_be_returned_counts_in_the_place_of_a_number_of_months():
    place = "buy_back.window_months"
    always = Told(company=BASE.id, place=place, no_limit=True, owner="recruiter")
    own = chosen(BASE, always)
    assert own.buy_back.longest == inf
    assert counts(always, own)
    again, faults = as_published(own, BASE, always)
    assert faults == ()
    assert again is not None
    assert value_at(again, place) == value_at(BASE, place) != inf


def test_what_does_not_fit_is_refused_in_words():
    share = Told(company=BASE.id, place="buy_back.share", value=90, owner="recruiter")
    own, faults = as_told(BASE, share, "", 2026, ())
    assert own is None
    assert faults


def test_what_is_told_of_another_company_does_not_count_here():
    assert not counts(TOLD.model_copy(update={"company": "amway-eu"}), chosen(BASE))
