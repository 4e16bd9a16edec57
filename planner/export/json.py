"""Results as JSON: the numbers of the tables, and beside them what a table has no room for.

The same rounding as in CSV; no NaN, since a figure that is not there is null with its reason in words.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from planner.analysis.answer.answers import start_beyond_what_there_is
from planner.analysis.answer.as_entered import four_figures, in_a_sentence
from planner.analysis.answer.cell import Cell
from planner.analysis.answer.rare import beyond_what_is_known, how_rare
from planner.analysis.beside.comparison import Comparison, NotJoining, without_recruits
from planner.analysis.beside.ranking import apart, known_of_the_pay
from planner.analysis.case import Case
from planner.analysis.cautions.caution import Caution
from planner.analysis.cautions.caveats import caveats
from planner.analysis.cautions.every import cautions
from planner.analysis.chance.rarity import rarity
from planner.analysis.company.contract import WordedTerm, worded_terms
from planner.analysis.company.coverage import parts_computed, pay_standing
from planner.analysis.company.facts import Fact, facts_of_measures, facts_of_terms
from planner.analysis.measures.income_sources import IncomeSources, Source, income_sources
from planner.analysis.measures.quitting import Quitting, quitting
from planner.export.csv import MOST_DECIMALS
from planner.export.frames import Frame, monthly_frame
from planner.speech import Speech


def to_json(data: Any) -> bytes:
    """Readable JSON in UTF-8. ValueError for NaN and infinity."""
    return (json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()


def projection_record(case: Case, speech: Speech) -> dict[str, Any]:
    """One company under a plan: the months of `monthly_frame`, the measures, the terms, and what to know beside them.

    exchange_rate: units of the plan's currency for one of the company's. contract: the terms that are no numbers, empty
    where nothing is disclosed. pay: how far it is computed. unknown: figures of the company's file that were looked for
    and not found. assumed: keys of figures that no source gives. unstated: keys of rates that no source gives and
    nobody has stated, counted as nothing. pay_basis: what the amounts of pay are. income_sources: what the income comes
    from. without_recruits: the measures of the same plan with nobody recruited.
    in_words: the answer and the four figures as the pages say them. caveats: sentences. Both, and all reasons, are in
    the language of the speech.
    """
    company, terms = case.company, case.projection.terms
    alone = Case.of(without_recruits(case.plan), company, case.runs)
    first, last = start_beyond_what_there_is(case, speech), beyond_what_is_known(case, speech)
    answer = " ".join([*first, in_a_sentence(case, speech), *last])
    return {
        "company": terms.company,
        "name": company.name,
        "currency": terms.currency,
        "exchange_rate": rounded(terms.rate),
        "in_words": words_record(answer, four_figures(case, None, speech), how_rare(case, speech), speech),
        "rarity": rarity_record(case),
        "measures": {fact.key: fact_record(fact, speech) for fact in facts_of_measures(case.measures)},
        "without_recruits": {fact.key: fact_record(fact, speech) for fact in facts_of_measures(alone.measures)},
        "income_sources": income_record(income_sources(case.projection)),
        "income_sources_without_recruits": income_record(income_sources(alone.projection)),
        "terms": {fact.key: fact_record(fact, speech) for fact in facts_of_terms(company, terms)},
        "contract": {term.key: worded_record(term, speech) for term in worded_terms(company, terms)},
        "pay": pay_standing(company, terms),
        "pay_parts": asdict(parts_computed(company, terms)),
        "pay_basis": pay_basis(case),
        "unknown": list(terms.unknown),
        "unknown_costs": list(terms.unknown_costs),
        "assumed": list(terms.assumed),
        "unstated": list(terms.unstated),
        "caveats": [speech.say(message) for message in caveats(case)],
        "cautions": [caution_record(caution, speech) for caution in cautions(case)],
        "leaving": leaving_record(quitting(case), speech),
        "months": records(monthly_frame(case)),
    }


def pay_basis(case: Case) -> dict[str, Any]:
    """Whether pay is computed on averages, or is the mean of so many runs, which is not their middle."""
    pay = case.projection.given
    if pay is None:
        return {"kind": "computed_on_averages", "runs": None, "seed": None}
    return {"kind": "mean_of_runs", "runs": pay.runs, "seed": pay.seed}


def words_record(answer: str, figures: Sequence[Cell], rare: str, speech: Speech) -> dict[str, Any]:
    """What a plan comes to as the pages say it: the answer, how rare the plan is, and the four figures."""
    said = [{"title": each.label, "figure": each.figure, "qualifier": each.by_itself(speech)} for each in figures]
    return {"answer": answer, "how_rare": rare, "figures": said}


def rarity_record(case: Case) -> dict[str, Any] | None:
    """Between which shares of those in a published table were paid less than the first year; None where none tells.

    paid_nothing: the plan is paid nothing in it, and the shares are of those paid nothing. beyond: the highest pay that
    the company has published for any group, where the plan is paid more.
    """
    found = rarity(case)
    if found is None:
        return None
    table = found.table
    return {
        "least": rounded(found.bounds.least),
        "most": rounded(found.bounds.most),
        "gross_pay": rounded(found.amount),
        "paid_nothing": found.nothing,
        "beyond": rounded(found.highest),
        "table": {
            "own": found.own,
            "title": table.title.en,
            "of_whom": table.of_whom.en,
            "market": table.market.en,
            "period": table.period,
            "per": table.per,
            "counted": table.counted,
            "own_sales": table.own_sales,
        },
    }


KINDS: dict[Source, str] = {"own_sales": "active", "in_kind": "in_kind"}


def income_record(income: IncomeSources) -> dict[str, Any]:
    """What the income comes from: amounts over the horizon, which are the sums of the months, and shares.

    active: income from one's own selling, negative where it leaves a loss; passive: pay; in_kind: no money. share: of
    what came in, null for a loss and where nothing came in. from_customers: the part that customers outside bought,
    none of a loss, and null of what is received in kind, since nobody knows what that rests on.
    """
    sold, shares = income.leading_to_customers, income.shares
    sources: dict[str, Any] = {
        name: {
            "kind": KINDS.get(name, "passive"),
            "amount": rounded(amount),
            "share": rounded(shares[name]),
            "from_customers": rounded(sold[name]),
        }
        for name, amount in income.by_source.items()
    }
    return {"total": rounded(income.total), **sources}


def caution_record(caution: Caution, speech: Speech) -> dict[str, Any]:
    """Its key, the months that it concerns (none: the whole plan), and its words; source where it rests on one."""
    record = {
        "key": caution.key,
        "months": list(caution.months),
        "message": speech.say(caution.message),
        "what_would_change_it": speech.say(caution.what_would_change_it),
    }
    return record | ({"source": caution.source} if caution.source else {})


def leaving_record(leaving: Quitting, speech: Speech) -> dict[str, Any]:
    """What leaving comes to by month, with its parts; debt stands beside and is not subtracted. notes: sentences."""
    parts = ("on_leaving", "result", "cumulative", "to_come", "exit_value", "owed", "debt")
    columns = [[rounded(value) for value in getattr(leaving, part).tolist()] for part in parts]
    months = [
        {"month": month, **dict(zip(parts, row, strict=True))} for month, row in enumerate(zip(*columns, strict=True))
    ]
    notes = [speech.say(note) for note in leaving.notes]
    return {"last_cheap_month": leaving.last_cheap_month, "notes": notes, "months": months}


def comparison_record(comparison: Comparison, speech: Speech) -> dict[str, Any]:
    """Every company as in `projection_record`, and not joining; differ: the facts in which the companies differ.

    not_ranked: companies that no order by risk says anything of under this plan, since their pay on a team is not
    computed: the id, the reason, and the names of the parts of the pay that are known. Months are named by the calendar
    of each company's own plan, since a historic one is laid on its own years.
    """
    nobody = comparison.not_joining
    return {
        "companies": [projection_record(case, Speech.of(speech.language, case.plan)) for case in comparison.cases],
        "not_joining": None if nobody is None else not_joining_record(nobody),
        "not_ranked": [
            {
                "company": case.company.id,
                "reason": "team_pay_not_computed",
                "known": [speech.told(name) for name in known_of_the_pay(case)],
            }
            for case in apart(comparison)
        ],
        "differ": [difference.key for difference in comparison.differences if difference.differ],
    }


def not_joining_record(nobody: NotJoining) -> dict[str, Any]:
    """Wage and interest over the horizon, and by month."""
    flows = zip(nobody.net_cash_flow.tolist(), nobody.cumulative.tolist(), strict=True)
    return {
        "savings": rounded(nobody.savings),
        "wage": rounded(nobody.wage),
        "interest": rounded(nobody.interest),
        "total": rounded(nobody.total),
        "months": [
            {"month": month, "net_cash_flow": rounded(flow), "cumulative_cash_flow": rounded(so_far)}
            for month, (flow, so_far) in enumerate(flows)
        ],
    }


def fact_record(fact: Fact, speech: Speech) -> dict[str, Any]:
    """value and unit; and reason, remark, assumed and the grade of the source where there are any."""
    record: dict[str, Any] = {"value": rounded(fact.value), "unit": fact.unit}
    if fact.reason is not None:
        record["reason"] = speech.say(fact.reason)
    if fact.remark is not None:
        record["remark"] = speech.say(fact.remark)
    if fact.assumed:
        record["assumed"] = True
    if fact.grade is not None:
        record["grade"] = fact.grade
    return record


def worded_record(term: WordedTerm, speech: Speech) -> list[dict[str, Any]]:
    """Each sentence of a term, and the grade of its source where there is one."""
    return [
        {"text": clause.said(speech)} | ({"grade": clause.grade} if clause.grade is not None else {})
        for clause in term.clauses
    ]


def records(frame: Frame) -> list[dict[str, Any]]:
    """The rows of a table, each by the names of its columns."""
    names = [str(name) for name in frame.columns]
    columns = [[rounded(value) for value in frame[name].tolist()] for name in frame.columns]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def rounded(value: Any) -> Any:
    """A value as it stands in the file: floats to six decimals and never -0.0, None for NaN, all else as it is."""
    if not isinstance(value, float):
        return value
    return None if math.isnan(value) else round(value, MOST_DECIMALS) + 0.0
