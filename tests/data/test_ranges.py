"""The ranges that are shipped: cited or marked as judgements, in both languages, and possible on every plan."""

import re
from datetime import date

import pytest

from planner.inputs.changes.one_figure import LISTS, with_figure
from planner.inputs.changes.scenario import CHANGEABLE
from planner.inputs.cited.figure import Words
from planner.inputs.company.edited import plain_numbers
from planner.inputs.evidence.ranges import Range, RangeEnd, ends, load_ranges
from planner.inputs.path import Path, written
from planner.inputs.plan.chance import SPREADS, Chance
from planner.inputs.plan.plan import CURRENCIES, default_plan
from tests.data.test_companies import records
from tests.data.test_sample_plans import PATHS, opened

LOADED = load_ranges()
by_range = pytest.mark.parametrize(("path", "stated"), LOADED.ranges.items(), ids=map(written, LOADED.ranges))
ENDS = [
    pytest.param(path, end, id=f"{written(path)}-{name}")
    for path, stated in LOADED.ranges.items()
    for name, end in (("low", stated.low), ("high", stated.high))
]


def test_the_ranges_have_no_fault_and_are_about_inputs_of_a_plan():
    assert LOADED.faults == ()
    assert set(LOADED.ranges) <= set(CHANGEABLE)
    assert {("chance", name) for name in SPREADS} <= set(LOADED.ranges)
    assert set(LISTS) <= set(LOADED.ranges)


@pytest.mark.parametrize(("path", "end"), ENDS)
def test_an_end_is_cited_or_a_judgement(path: Path, end: RangeEnd):
    if end.source is None:
        assert end.kind == "judgement"
        assert (end.year, end.who, end.costs_included, end.zero_earners_included) == (None,) * 4
        return
    assert end.source in LOADED.sources
    assert end.who is not None
    assert end.read == date(2026, 11, 23) if end.year == "undated" else 2010 <= int(end.year or 0) <= 2026
    assert (end.costs_included is not None) == (path == ("running_costs",))


def test_only_what_was_measured_is_called_published():
    published = {
        (path, name): end.value
        for path, stated in LOADED.ranges.items()
        for name, end in (("low", stated.low), ("high", stated.high))
        if end.kind == "published"
    }
    assert published == {
        (("team", "annual_attrition"), "low"): 0.433,
        (("team", "annual_attrition"), "high"): 0.8,
        (("running_costs",), "high"): 134,
    }
    assert 134 * 12 == 1608


def test_every_source_is_used_and_has_an_address():
    used = {end.source for stated in LOADED.ranges.values() for end in (stated.low, stated.high)}
    assert used - {None} == set(LOADED.sources)
    addresses = [source.address for source in LOADED.sources.values()]
    assert len(set(addresses)) == len(addresses)
    assert None not in addresses


def test_spreads_run_from_half_of_the_default_to_half_as_much_again():
    for name in SPREADS:
        stated, default = LOADED.ranges["chance", name], getattr(Chance(), name)
        assert (stated.low.value, stated.high.value) == pytest.approx((default / 2, default * 1.5))


@pytest.mark.parametrize("stated", LOADED.ranges.values(), ids=map(written, LOADED.ranges))
def test_every_text_says_the_same_figures_in_both_languages_in_a_neutral_tone(stated: Range):
    for text in (record for record in records(stated) if isinstance(record, Words)):
        assert plain_numbers(text.en, ",", ".") == plain_numbers(text.sv, "[ \N{NO-BREAK SPACE}]", ","), text
        assert text.en != text.sv
        for words in (text.en, text.sv):
            assert words == words.strip()
            assert not re.search("!|  ", words)


@by_range
def test_both_ends_are_possible_on_every_plan_and_the_low_one_is_lower(path: Path, stated: Range):
    for plan in (*map(default_plan, CURRENCIES), *(opened(each).plan for each in PATHS)):
        span = ends(plan, path, stated)
        if span is None:
            continue
        assert span[0] < span[1]
        assert all(with_figure(plan, path, end) is not None for end in span)
