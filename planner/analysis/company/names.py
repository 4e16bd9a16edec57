"""What a company is called, so that nobody takes it for another: by its name, its market, and what it is."""

import re

from planner.analysis.company.age import old_years
from planner.inputs.company.company import Company
from planner.language import mark, territory_name
from planner.speech import Speech

# A file's name says in brackets what a list says in its own words, such as the year of a historic case.
BRACKETS = re.compile(r" \([^()]*\)$")


def full_name(company: Company, speech: Speech) -> str:
    """Name and market; of terms that are not of today their years, and what is not real or not published says so."""
    return " · ".join([short_name(company), *market(company, speech), *standing(company, speech)])


def short_name(company: Company) -> str:
    """Its name alone."""
    return company.name if company.yours or company.status == "active" else BRACKETS.sub("", company.name)


def market(company: Company, speech: Speech) -> list[str]:
    """As the company's file words it, but of a historic case the place alone, since its years stand apart."""
    if company.status == "fictional" and not company.yours:
        return []
    if company.years and company.territory:
        return [territory_name(company.territory, speech.language)]
    return [speech.told(company.market)]


def standing(company: Company, speech: Speech) -> list[str]:
    """What it is, where it is none that can be joined today on published terms."""
    _ = speech.text
    said = []
    if company.yours:
        said.append(_("your version") if company.version_of else _("yours"))
    if company.status == "fictional":
        said.append(_("fictional"))
    if company.status == "historic":
        said.append(_historic(company, speech))
    if years := old_years(company):
        said.append(_("terms of {years}").format(years=years_in_words(years, speech)))
    return said


def years_in_words(years: tuple[int, ...], speech: Speech) -> str:
    """One year, or the first and the last of several."""
    if len(years) == 1:
        return str(years[0])
    return speech.text(mark("{first} to {last}")).format(first=years[0], last=years[-1])


def _historic(company: Company, speech: Speech) -> str:
    _ = speech.text
    if company.years is None:
        return _("historic")
    first, last = company.years.first, company.years.last
    if first == last:
        return _("historic, {year}").format(year=first)
    return _("historic, {first} to {last}").format(first=first, last=last)
