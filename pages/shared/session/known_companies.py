"""The companies that can be chosen: those of the catalogue, and those that the person made or changed."""

from collections.abc import Mapping
from functools import cache

from planner.inputs.company.catalog import Catalog, load_catalog
from planner.inputs.company.company import Company
from planner.inputs.plan_file import PlanFile

DEFAULT_COMPANY = "scentsy-us"  # the one that published what half of its members received at most
STATUS_ORDER = ("active", "fictional", "historic")


@cache
def catalog() -> Catalog:
    """The companies of the catalogue, read once a process."""
    return load_catalog()


def known_to(file: PlanFile) -> Mapping[str, Company]:
    """Every company by its id, the person's own first. Ids of their own begin in a way that no other does."""
    return {company.id: company for company in file.own_companies} | dict(catalog().companies)


def in_order(companies: Mapping[str, Company]) -> tuple[Company, ...]:
    """As a list shows them: the person's own first, then those of today by name, the fictional, the historic."""

    def place(company: Company) -> tuple[bool, int, str, str]:
        return not company.yours, STATUS_ORDER.index(company.status), company.name.casefold(), company.id

    return tuple(sorted(companies.values(), key=place))


def first_of(currency: str) -> Company:
    """The company for a plan that names none: one that counts in the plan's currency, else any."""
    known = catalog().companies
    listed = sorted(in_order(known), key=lambda company: company.id != DEFAULT_COMPANY)
    return next((company for company in listed if company.currency == currency), listed[0])
