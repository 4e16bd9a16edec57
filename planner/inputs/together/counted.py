"""Which of two figures of a company counts: the published one, or the one that somebody said. The other is kept."""

from collections.abc import Collection

from planner.inputs.company.company import Company
from planner.inputs.own_company.own_company import Checked, own_copy, reset, with_figure
from planner.inputs.own_company.places import is_yours, place_of
from planner.inputs.together.ledger import Told


def counts(told: Told, company: Company) -> bool:
    """Whether the company that the plan is laid on says what was told."""
    about = company.version_of if company.yours else company.id
    stands = place_of(told.place).value_in(company)
    return about == told.company and is_yours(company, told.place) and stands == told.said


def as_told(company: Company, told: Told, note: str, year: int, taken_ids: Collection[str]) -> Checked:
    """The company with what was told, as a version of one's own; note: who said it, and when."""
    own = company if company.yours else own_copy(company, taken_ids)
    return with_figure(own, told.place, told.said, note, year)


def as_published(company: Company, base: Company, told: Told) -> Checked:
    """The person's version with the published figure in its place again."""
    return reset(company, base, told.place)
