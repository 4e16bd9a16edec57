"""How much of a company is sourced, counted by hand, and how far its pay is computed."""

from typing import Any

import pytest

from planner.analysis.company.coverage import Coverage, coverage_of, pay_standing
from planner.inputs.company.catalog import DEFAULT_COMPANIES, load_catalog
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.inputs.terms import resolve_terms
from tests.levels_without_rates import levels_without_rates
from tests.properties.situations import invented_company

COMPANIES = load_catalog().companies


@pytest.mark.parametrize("company_id", list(COMPANIES))
def test_the_counts_are_those_of_the_lines_of_the_file(company_id: str) -> None:
    """The same counted by eye: every entry is marked by one line of its own."""
    lines = (DEFAULT_COMPANIES / f"{company_id}.toml").read_text(encoding="utf-8").splitlines()
    entries = "\n".join(lines)
    coverage = coverage_of(COMPANIES[company_id])
    kinds = {kind: entries.count(f'kind = "{kind}"') for kind in ("published", "derived", "yours", "invented")}
    assert coverage.sourced == kinds["published"] + kinds["derived"]
    assert coverage.weak == (0 if kinds["invented"] else entries.count('grade = "weak"'))
    assert coverage.not_disclosed == entries.count("not_found.en") - ("[searched.enforcement]" in entries)
    assert (coverage.yours, coverage.invented) == (kinds["yours"], kinds["invented"])


def test_what_a_person_states_is_counted_apart() -> None:
    data = invented_company().model_dump(mode="json", exclude_none=True)
    data |= {"yours": True, "id": "yours-acme", "status": "active"}
    data["joining"]["starter_kit_fee"] = {
        "value": 10, "unit": "money", "kind": "yours", "source": "yours", "year": 2026, "grade": "yours"
    }  # fmt: skip
    coverage = coverage_of(Company.model_validate(data))
    assert coverage.yours == 1
    assert isinstance(coverage, Coverage)


LEVEL = {"level": 2, "title": {"en": "Level 2", "sv": "Nivå 2"}, "reason": {"en": "a", "sv": "b"}}


def with_levels(rates: tuple[float, ...], *missing: dict[str, Any]) -> Company:
    company = invented_company(rates=rates or (0.1,))
    data = company.model_dump(mode="json", exclude_none=True)
    data["pay"]["unilevel"] |= {"rates": rates, "missing": missing}
    return Company.model_validate(data)


@pytest.mark.parametrize(
    ("company", "answers", "standing"),
    [
        (invented_company(), {}, "not_computed"),
        (invented_company(rates=(0.1,)), {}, "computed"),
        (with_levels((0.1,), LEVEL), {}, "partly"),
        (with_levels((0.1,), LEVEL), {"level_2": 0.05}, "computed"),
        (with_levels((), LEVEL | {"level": 1}), {}, "waiting"),
        (with_levels((), LEVEL | {"level": 1}), {"level_1": 0.05}, "computed"),
        (COMPANIES["natures-sunshine-us"], {}, "asked"),  # its one part
        (COMPANIES["herbalife-us"], {}, "asked_in_part"),  # two of five
        (COMPANIES["lr-eu"], {}, "waiting"),  # its steps have rates and no points
        (levels_without_rates(), {}, "waiting"),
        (COMPANIES["zinzino-se"], {}, "not_computed"),
    ],
)
def test_pay_is_known_as_far_as_its_rates_are(company: Company, answers: dict[str, float], standing: str) -> None:
    plan = Plan.model_validate({"currency": company.currency, "company_answers": {company.id: answers}})
    assert pay_standing(company, resolve_terms(company, plan)) == standing
