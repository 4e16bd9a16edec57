"""Companies as tables: their list, the figures of one, and the terms of a comparison side by side."""

from collections.abc import Iterator, Sequence

import pandas as pd

from planner.analysis.beside.comparison import Comparison
from planner.analysis.case import Case
from planner.analysis.company.age import computed_years, span
from planner.analysis.company.contract import worded_terms
from planner.analysis.company.coverage import coverage_of, parts_computed, pay_standing
from planner.analysis.company.facts import facts_of_terms
from planner.analysis.company.figure_rows import COLUMNS, figure_rows
from planner.export.frames import Frame
from planner.inputs.company.company import Company
from planner.inputs.own_years import default_plan_on
from planner.inputs.terms import resolve_terms
from planner.speech import Speech


def companies_frame(companies: Sequence[Company], speech: Speech) -> Frame:
    """The companies as a list, a row each. years: of the terms that are computed with, or "undated".

    sourced, weak, not_disclosed and asked: figures of the file, see `Coverage`; the weak are among the sourced. pay:
    how far the pay of the company's own plan is computed before the person has answered anything; pay_parts_computed,
    pay_parts: of how many parts that sources state of it.
    """
    return pd.DataFrame([_listed(company, speech) for company in companies])


def _listed(company: Company, speech: Speech) -> dict[str, object]:
    coverage, terms = coverage_of(company), resolve_terms(company, default_plan_on(company))
    parts = parts_computed(company, terms)
    return {
        "id": company.id,
        "name": company.name,
        "market": speech.told(company.market),
        "currency": company.currency,
        "status": company.status,
        "plan_kind": company.plan_kind,
        "years": span(computed_years(company)),
        "sourced": coverage.sourced,
        "weak": coverage.weak,
        "not_disclosed": coverage.not_disclosed,
        "asked": coverage.asked,
        "pay": pay_standing(company, terms),
        "pay_parts_computed": parts.computed,
        "pay_parts": parts.parts,
    }


def figures_frame(company: Company, speech: Speech) -> Frame:
    """Every figure of a company's file, a row each, with what it rests on; see `FigureRow`."""
    return pd.DataFrame([row.cells() for row in figure_rows(company, speech)], columns=list(COLUMNS))


def terms_frame(comparison: Comparison, speech: Speech) -> Frame:
    """The terms of the contract, a row for each figure and each sentence of each company; none: a row without either.

    value: money in the plan's currency, points in the company's own; exchange_rate: at which money was converted. text:
    a sentence, in the language of the speech. grade: of its source. assumed: no source gives it.
    """
    return pd.DataFrame([term for case in comparison.cases for term in _terms(case, speech)])


def _terms(case: Case, speech: Speech) -> Iterator[dict[str, object]]:
    terms = case.projection.terms
    known: dict[str, object] = {"company": terms.company, "currency": terms.currency, "exchange_rate": terms.rate}
    for fact in facts_of_terms(case.company, terms):
        yield known | {
            "term": fact.key,
            "value": fact.value,
            "unit": fact.unit,
            "text": "",
            "grade": fact.grade or "",
            "assumed": fact.assumed,
            "disclosed": fact.value is not None and not fact.assumed,
        }
    for worded in worded_terms(case.company, terms):
        said = [(clause.said(speech), clause.grade or "") for clause in worded.clauses]
        for text, grade in said or [("", "")]:
            yield known | {
                "term": worded.key,
                "value": None,
                "unit": "",
                "text": text,
                "grade": grade,
                "assumed": False,
                "disclosed": bool(said),
            }
