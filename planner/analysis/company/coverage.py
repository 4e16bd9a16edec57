"""How much of a company stands on sources: what is sourced, what weakly, what nobody discloses."""

from dataclasses import dataclass
from typing import Literal

from planner.analysis.company.age import computed_years, span
from planner.inputs.cited.figure import YOURS, Asked, Cited, NotFound
from planner.inputs.cited.records import records_of
from planner.inputs.company.company import Company, Limit
from planner.inputs.company.pay_rules import MissingLevel
from planner.inputs.terms import Terms
from planner.language import mark

PayStanding = Literal["computed", "asked", "partly", "waiting", "not_computed"]
PAY_STANDINGS: dict[PayStanding, str] = {
    "computed": mark("computed"),
    "asked": mark("computed with figures asked of you"),
    "partly": mark("computed without rates that nobody published"),
    "waiting": mark("not computed until you state what nobody published"),
    "not_computed": mark("not computed"),
}


SEARCHED_FOR_ACTS = "searched.enforcement"  # where acts were searched is nothing that a company discloses or not
CONTRACT = ("joining", "prices", "activity", "volume", "pay", "ranks", "buy_back")


@dataclass(frozen=True, slots=True)
class Coverage:
    """Figures and rules of a company's file, counted: a price list or a scale of ranks is one, however many rows.

    sourced: published, or derived from what is. weak: those of them from a weak source. not_disclosed: looked for and
    not found; where acts of authorities were searched is none of them. asked: of the person, since no source gives
    them. yours: stated by a person. invented: of a fictional company.
    """

    sourced: int
    weak: int
    not_disclosed: int
    asked: int
    yours: int
    invented: int


def coverage_of(company: Company) -> Coverage:
    """The company's file, counted."""
    records = records_of(company)
    entries = tuple(entry for place, entry in records if place != SEARCHED_FOR_ACTS)
    cited = [entry for entry in entries if isinstance(entry, Cited)]
    sourced = [entry for entry in cited if entry.kind in ("published", "derived")]
    return Coverage(
        sourced=len(sourced),
        weak=sum(entry.grade == "weak" for entry in sourced),
        not_disclosed=sum(isinstance(entry, NotFound) for entry in entries),
        asked=sum(isinstance(entry, Asked | MissingLevel) for entry in entries),
        yours=sum(entry.kind == YOURS for entry in cited),
        invented=sum(entry.kind == "invented" for entry in cited),
    )


def years_of_terms(company: Company) -> str:
    """Of which years the terms are that a plan is computed with: "2014-2026"; undated, with when it was read.

    Those of a historic company are its own. What it costs, demands, pays and takes back; not what is told beside it.
    """
    years, read = computed_years(company), read_in(company)
    if years:
        return span(years)
    return "undated" if read is None else f"undated, read {read}"


def read_in(company: Company) -> int | None:
    """The year in which the newest of its undated terms were read; None where none says when."""
    entries = [entry for group in CONTRACT for _place, entry in records_of(getattr(company, group))]
    return max((each.read.year for each in entries if isinstance(each, Cited) and each.read is not None), default=None)


def states_team_pay(company: Company) -> bool:
    """Whether the pay on a team that is computed is what a person stated, so that it is not the published one."""
    rules = (company.pay.unilevel, company.pay.stairstep)
    parts = company.pay.plan.parts if company.pay.plan is not None else ()
    of_months = any(rule is not None and rule.kind == YOURS for rule in rules)
    return company.yours and (of_months or any(part.source == YOURS for part in parts))


def limits_told(company: Company) -> tuple[Limit, ...]:
    """What the company has and the model leaves out; not that pay on a team is, once a person states it."""
    stated = states_team_pay(company)
    return tuple(limit for limit in company.limits if not (stated and limit.effect == "pay_too_low"))


def pay_standing(company: Company, terms: Terms) -> PayStanding:
    """How far the pay of the company's own plan is computed under these terms, which are the company's.

    not_computed: also where its rules held until the plan began, and how it paid later is not disclosed.
    waiting: nothing is computed so far, and would be, once the person states rates or steps that nobody published.
    """
    if not terms.pays_in(1):
        return "not_computed"
    if not terms.pays_team:
        return "waiting" if terms.unstated or company.pay.steps_without_points is not None else "not_computed"
    if terms.unstated:
        return "partly"
    return "asked" if terms.assumed else "computed"
