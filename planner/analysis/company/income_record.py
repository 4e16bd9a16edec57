"""Which of the income disclosures on a company's file speaks first, and of which market it is."""

from planner.inputs.company.company import Company
from planner.inputs.company.disclosure import Distribution
from planner.language import territory_name


def in_order(company: Company) -> tuple[Distribution, ...]:
    """The company's own market first, whole years before months, then the newest; else as in the file."""

    def ends(each: Distribution) -> str:
        return each.period.rpartition("/")[2]

    newest_first = sorted(company.distributions, key=ends, reverse=True)
    return tuple(sorted(newest_first, key=lambda each: (not is_of_own_market(company, each), each.per != "year")))


def is_of_own_market(company: Company, distribution: Distribution) -> bool:
    """Whether it counts people of the company's market, as its file words it or as the language data names it.

    A historic company's market says after a comma of when it is.
    """
    names = {company.market.en.split(",")[0]}
    if company.territory is not None:
        names.add(territory_name(company.territory, "en"))
    return distribution.market.en in names


def of_own_market(company: Company) -> Distribution | None:
    """The one that speaks first, where it counts people of the company's own market."""
    ordered = in_order(company)
    return ordered[0] if ordered and is_of_own_market(company, ordered[0]) else None
