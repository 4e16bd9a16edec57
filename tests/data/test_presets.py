"""The presets that are shipped: cited or marked as judgements, in both languages, and possible on every plan."""

import re
from datetime import date

import pytest

from planner.inputs.changes.scenario import CHANGEABLE, apply_scenario
from planner.inputs.cited.figure import Words
from planner.inputs.company.edited import plain_numbers
from planner.inputs.evidence.presets import Preset, PresetFigure, load_presets, preset_scenario
from planner.inputs.path import Path, written
from planner.inputs.plan.plan import CURRENCIES, Plan, default_plan
from tests.data.test_companies import records
from tests.data.test_sample_plans import PATHS, opened

LOADED = load_presets()
PRESETS = LOADED.presets
by_preset = pytest.mark.parametrize("preset", PRESETS.values(), ids=PRESETS)
FIGURES = [
    pytest.param(path, figure, id=f"{key}-{written(path)}")
    for key, preset in PRESETS.items()
    for path, figure in preset.figures.items()
]


def test_the_presets_promised_are_there_without_a_fault():
    assert LOADED.faults == ()
    assert list(PRESETS) == ["typical", "top_tenth", "pitch"]
    assert [preset.name.en for preset in PRESETS.values()] == [
        "Most sellers",
        "About the top tenth",
        "The recruiter's pitch",
    ]
    assert set(LOADED.rosier) == {path for preset in PRESETS.values() for path in preset.figures}
    assert set(LOADED.rosier) <= set(CHANGEABLE)


@pytest.mark.parametrize(("path", "figure"), FIGURES)
def test_a_figure_is_cited_or_a_judgement(path: Path, figure: PresetFigure):
    if figure.source is None:
        assert figure.kind == "judgement"
        assert (figure.year, figure.who, figure.costs_included, figure.zero_earners_included) == (None,) * 4
        return
    assert figure.source in LOADED.sources
    assert figure.who is not None
    assert figure.read == date(2026, 11, 23) if figure.year == "undated" else 2010 <= int(figure.year or 0) <= 2026
    of_money = path in {("customers", "retail_per_order"), ("running_costs",)}
    assert (figure.costs_included is not None) == of_money
    about_customers = path == ("customers", "attrition")
    assert (figure.zero_earners_included is not None) != about_customers


def test_only_what_was_measured_is_called_published():
    published = [(key, path) for key, preset in PRESETS.items() for path, figure in preset.figures.items()
                 if figure.kind == "published"]  # fmt: skip
    assert published == []  # what one blog says of one company in 2012 is leant on, and no figure of a plan
    assert all(figure.source is None for figure in PRESETS["pitch"].figures.values())


def test_every_source_is_used_and_has_an_address():
    used = {figure.source for preset in PRESETS.values() for figure in preset.figures.values()}
    assert used - {None} == set(LOADED.sources)
    addresses = [source.address for source in LOADED.sources.values()]
    assert len(set(addresses)) == len(addresses)
    assert None not in addresses


@by_preset
def test_every_text_says_the_same_figures_in_both_languages_in_a_neutral_tone(preset: Preset):
    for text in (record for record in records(preset) if isinstance(record, Words)):
        assert plain_numbers(text.en, ",", ".") == plain_numbers(text.sv, "[ \N{NO-BREAK SPACE}]", ","), text
        assert text.en != text.sv
        for words in (text.en, text.sv):
            assert words == words.strip()
            assert not re.search("!|  ", words)
    assert len(preset.name.en) <= 60 >= len(preset.name.sv)
    assert len(preset.about.en) <= 500 >= len(preset.about.sv)


@by_preset
def test_a_preset_can_be_laid_on_every_plan(preset: Preset):
    for plan in (*map(default_plan, CURRENCIES), *(opened(path).plan for path in PATHS)):
        changed, faults = apply_scenario(plan, preset_scenario(preset, plan))
        assert faults == ()
        assert changed is not None
        assert (changed.name, changed.currency) == (plan.name, plan.currency)


@pytest.mark.parametrize(
    ("key", "customers", "sales", "recruits_a_year"),
    [("typical", (4, 6), (149, 504), 0), ("top_tenth", (6, 10), (500, 1000), 3), ("pitch", (30, 30), (3000, 3000), 24)],
)
def test_what_follows_from_a_preset_is_what_the_evidence_says(
    key: str, customers: tuple[float, float], sales: tuple[float, float], recruits_a_year: float
):
    plan, _faults = apply_scenario(Plan(), preset_scenario(PRESETS[key], Plan()))
    assert plan is not None
    new, stop = plan.customers.new_a_month, plan.customers.attrition
    active = new / stop if isinstance(new, float) else 30.0  # the pitch: 30 in the first month, and nobody stops
    assert new == (30, 0) or isinstance(new, float)
    assert customers[0] <= active <= customers[1]
    assert sales[0] <= active * plan.customers.orders_per_customer * plan.customers.retail_per_order <= sales[1]
    assert isinstance(plan.team.recruits_a_month, float)
    assert plan.team.recruits_a_month * 12 == recruits_a_year
