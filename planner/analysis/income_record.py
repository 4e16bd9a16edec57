"""Which of the income disclosures on a company's file speaks first, and of which market it is."""

from planner.inputs.company import Company
from planner.inputs.company_record import Distribution


def in_order(company: Company) -> tuple[Distribution, ...]:
    """The company's own market first, whole years before months, then the newest; else as in the file."""

    def ends(each: Distribution) -> str:
        return each.period.rpartition("/")[2]

    newest_first = sorted(company.distributions, key=ends, reverse=True)
    return tuple(sorted(newest_first, key=lambda each: (not is_of_own_market(company, each), each.per != "year")))


def is_of_own_market(company: Company, distribution: Distribution) -> bool:
    """Whether it counts people of the company's market, of which a historic one says after a comma of when it is."""
    return company.market.en.split(",")[0] == distribution.market.en


def of_own_market(company: Company) -> Distribution | None:
    """The one that speaks first, where it counts people of the company's own market."""
    ordered = in_order(company)
    return ordered[0] if ordered and is_of_own_market(company, ordered[0]) else None
