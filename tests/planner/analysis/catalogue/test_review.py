"""Where to look in what is shipped: nothing that must never be, and each kind is found where it is made."""

from dataclasses import replace
from typing import Any

import pytest

from planner.analysis.catalogue.review import (
    NEVER,
    is_clean,
    of_company,
    of_judgements,
    of_tax_rules,
    review,
)
from planner.inputs.cited.source import Source
from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company
from planner.inputs.evidence.presets import load_presets
from planner.inputs.evidence.ranges import load_ranges
from planner.inputs.evidence.tax_rules import load_tax_rules
from planner.inputs.path import parse

COMPANIES = load_catalog().companies


def kinds_of(company: Company) -> set[tuple[str, str]]:
    return {(remark.kind, remark.place) for remark in of_company(company)}


def test_what_is_shipped_holds_nothing_that_must_never_be() -> None:
    found = review()
    assert [remark for remark in found if remark.kind in NEVER] == []
    assert is_clean(found)
    files = {remark.file for remark in found}
    assert {"evidence.toml", "ranges.toml", "presets.toml", "running_costs.toml"} <= files


def test_old_terms_weak_figures_and_what_is_asked_are_found() -> None:
    found = kinds_of(COMPANIES["young-living-us"])
    assert ("stale", "") in found  # its newest dated term is of 2019
    assert ("weak", "prices") in found
    assert ("undated", "prices") in found
    assert ("asked", "volume.points_per_100_retail") in found
    assert ("not_found", "joining.renewal_fee") in found
    assert ("to_look_up", "to_look_up[1]") in found
    assert ("stale", "") not in kinds_of(COMPANIES["scentsy-us"])  # 2023


def test_a_source_that_nothing_rests_on_and_one_of_two_grades_must_never_be() -> None:
    company = COMPANIES["young-living-us"]
    unused = dict(company.sources) | {"nobody": Source(title="Nobody", address="https://example.org/nobody")}
    assert ("wrong", "sources.nobody") in kinds_of(company.model_copy(update={"sources": unused}))
    first, *others = company.margins
    twice = (first, first.model_copy(update={"grade": "primary"}), *others)
    found = kinds_of(company.model_copy(update={"margins": twice}))
    assert ("contradictory", f"sources.{first.source}") in found


@pytest.mark.parametrize(("value", "place"), [(99.0, "typical.customers.new_a_month"), (1.0, None)])
def test_a_typical_figure_outside_of_what_is_plausible_contradicts(value: Any, place: str | None) -> None:
    """New customers a month: from 0.2 to 2."""
    presets, ranges = load_presets(), load_ranges()
    typical = presets.presets["typical"]
    figures = {
        where: figure.model_copy(update={"value": value}) if where == parse("customers.new_a_month") else figure
        for where, figure in typical.figures.items()
    }
    changed = typical.model_copy(update={"figures": figures})
    found = of_judgements(replace(presets, presets={"typical": changed}), ranges)
    assert [each.place for each in found if each.kind == "contradictory"] == ([place] if place else [])


def test_tax_rules_of_a_year_that_is_over_are_old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOINWISE_YEAR", "2031")
    assert "stale" in {remark.kind for remark in of_tax_rules(load_tax_rules())}
