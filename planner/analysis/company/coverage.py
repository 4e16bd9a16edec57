"""How much of a company stands on sources: what is sourced, what weakly, what nobody discloses."""

from dataclasses import dataclass
from typing import Literal

from planner.analysis.company.age import computed_years, span
from planner.inputs.cited.figure import YOURS, Asked, Cited, NotFound
from planner.inputs.cited.records import records_of
from planner.inputs.company.company import Company, Component, Limit
from planner.inputs.company.pay_rules import MissingLevel
from planner.inputs.terms import Terms
from planner.language import mark
from planner.messages import Message, Quantity

PayStanding = Literal["computed", "asked", "in_part", "asked_in_part", "partly", "waiting", "not_computed"]
PAY_STANDINGS: dict[PayStanding, str] = {
    "computed": mark("computed"),
    "asked": mark("computed with figures asked of you"),
    "in_part": mark("computed in part: {computed} of {parts} parts"),
    "asked_in_part": mark("computed in part, with figures asked of you: {computed} of {parts} parts"),
    "partly": mark("computed without rates that nobody published"),
    "waiting": mark("not computed until you state what nobody published"),
    "not_computed": mark("not computed"),
}
MARGIN_ALONE = mark("the margin alone: {computed} of {parts} parts")
IN_PART: dict[PayStanding, PayStanding] = {"computed": "in_part", "asked": "asked_in_part"}

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

    @property
    def figures(self) -> int:
        """All of them; what is weak is sourced too."""
        return self.sourced + self.not_disclosed + self.asked + self.yours + self.invented


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

    in_part, asked_in_part: of the parts that sources state of the pay, some are not computed (`parts_computed`).
    not_computed: no pay on a team is; also where its rules held until the plan began, and how it paid later is not
    disclosed. waiting: nothing is computed so far, and would be, once the person states rates or steps that nobody
    published.
    """
    as_far_as_known = _of_the_rules(company, terms)
    known = parts_computed(company, terms)
    return IN_PART.get(as_far_as_known, as_far_as_known) if known.computed < known.parts else as_far_as_known


def _of_the_rules(company: Company, terms: Terms) -> PayStanding:
    """The same of the rules that are computed, whatever there is beside them."""
    if not terms.pays_in(1):
        return "not_computed"
    if not terms.pays_team:
        return "waiting" if terms.unstated or company.pay.steps_without_points is not None else "not_computed"
    if terms.unstated:
        return "partly"
    return "asked" if terms.assumed else "computed"


@dataclass(frozen=True, slots=True)
class PartsComputed:
    """Of the parts that sources state of a company's pay, how many are computed, with a figure asked or without.

    Both 0 where the file names none, and where a person stated how a team is paid: nobody knows of parts beside that.
    """

    computed: int
    parts: int


def parts_computed(company: Company, terms: Terms) -> PartsComputed:
    """The parts under these terms, which are the company's."""
    if states_team_pay(company):
        return PartsComputed(0, 0)
    waits = not terms.pays_in(1) or _of_the_rules(company, terms) == "waiting"
    counted = sum(is_computed(each, waits=waits) for each in company.components)
    return PartsComputed(counted, len(company.components))


def is_computed(part: Component, *, waits: bool) -> bool:
    """Whether a part of the pay is computed. waits: whether what is asked of the person is not, until it is stated."""
    return part.standing == "computed" or (part.standing == "asked" and not waits)


def pay_in_words(company: Company, terms: Terms) -> Message:
    """How far the pay is computed, with how many of its parts where that is some of them."""
    standing, known = pay_standing(company, terms), parts_computed(company, terms)
    counts = {"computed": Quantity(known.computed, "count"), "parts": Quantity(known.parts, "count")}
    if standing in IN_PART.values():
        return Message(PAY_STANDINGS[standing], counts)
    if standing == "not_computed" and known.computed and terms.pays_in(1):
        return Message(MARGIN_ALONE, counts)
    return Message(PAY_STANDINGS[standing])
