"""How rare a plan is: how many of those in a published table were paid less than its first year, like for like.

The company's own table comes first, else one of another company from the evidence of the industry. Judged by what is
earned in total, never input by input.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.analysis.case import Case
from planner.analysis.company.income_record import in_order
from planner.analysis.company.paid_less import Bounds, highest, paid_less, paid_nothing
from planner.analysis.measures.gross_pay import YEAR, first_year_gross_pay
from planner.analysis.measures.milestones import CENT
from planner.inputs.company.company import Company
from planner.inputs.company.disclosure import Distribution
from planner.inputs.evidence.industry import load_evidence
from planner.inputs.plan.plan import Plan

TOP_TENTH = 0.9  # of those counted, paid less
MONTHS = {"month": 1, "year": YEAR}  # that amounts are for; what is paid by the week or payment is not laid beside them
ABOVE = 1.01  # times: what differs by less is the published figure again


@dataclass(frozen=True, slots=True)
class Rarity:
    """A table, the plan's first year beside it, and between which shares of those counted were paid less.

    own: whether it is the company's own table. amount: gross pay of the first year, in the plan's currency, on the
    basis of the table; of an average month of it where the table is of a month. bounds: of those paid less; where the
    plan is paid nothing, of those paid nothing. highest: the most that the company's own tables give for any group, in
    the plan's currency and for the same time, where the plan is paid more than that; else None.
    """

    table: Distribution
    own: bool
    amount: float
    bounds: Bounds
    highest: float | None = None

    @property
    def nothing(self) -> bool:
        """Whether the plan is paid nothing."""
        return self.amount < CENT

    @property
    def of_the_top_tenth(self) -> bool:
        """Whether at least nine in ten were paid less."""
        return not self.nothing and self.bounds.least >= TOP_TENTH


def rarity(case: Case) -> Rarity | None:
    """Against the first table that says something; None where none does, or the plan is shorter than a year."""
    if case.plan.horizon_months < YEAR:
        return None
    own = [each for each in in_order(case.company) if each.counted != "after_expenses" and each.per in MONTHS]
    found = (_beside(case, table, own=True) for table in own)
    return next((each for each in (*found, *_of_the_industry(case)) if each.bounds.says_something), None)


def _of_the_industry(case: Case) -> Iterator[Rarity]:
    """The tables of other companies, those of a year first; of the evidence that is shipped."""
    evidence, _faults = load_evidence()
    tables = [each for each in (evidence.distributions if evidence else ()) if each.per in MONTHS]
    for table in sorted(tables, key=lambda each: each.per != "year"):
        yield _beside(case, table, own=False)


def _beside(case: Case, table: Distribution, *, own: bool) -> Rarity:
    year = first_year_gross_pay(case.projection, table.own_sales)
    amount = year / YEAR if table.per == "month" else year
    rate = _rate(table.currency or case.company.currency, case.plan)
    if amount < CENT:
        return Rarity(table, own, amount, paid_nothing(table))
    bounds = paid_less(table, None if rate is None else amount / rate)
    most = highest_published(case.company, table, case.plan) if own else None
    return Rarity(table, own, amount, bounds, most if most is not None and amount > most * ABOVE else None)


def highest_published(company: Company, like: Distribution, plan: Plan) -> float | None:
    """The most that the company's tables give for any group, before expenses, for the time that a table is of.

    In the plan's currency; tables in a currency without a rate are left out. None where no amount is given.
    """
    found = 0.0
    for table in company.distributions:
        rate = _rate(table.currency or company.currency, plan)
        if rate is not None and table.counted != "after_expenses" and table.per in MONTHS:
            found = max(found, highest(table) * rate * MONTHS[like.per] / MONTHS[table.per])
    return found or None


def _rate(currency: str, plan: Plan) -> float | None:
    """Units of the plan's currency for one of another; None where the person has stated no rate."""
    return 1.0 if currency == plan.currency else plan.exchange_rates.get(currency)
