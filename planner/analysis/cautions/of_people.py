"""Cautions about people: income that rests on recruiting, and numbers of people that are not there."""

from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

import numpy as np

from planner.analysis.case import Case
from planner.analysis.cautions.caution import Caution, months_where
from planner.analysis.measures.income_sources import income_sources
from planner.analysis.measures.milestones import CENT
from planner.analysis.measures.team_worth import mean_stay
from planner.inputs.evidence.industry import Population, load_evidence
from planner.inputs.plan.plan import Plan
from planner.language import mark
from planner.messages import Message, Quantity
from planner.projection.assumptions import Array, Assumptions
from planner.projection.contacts import project_contacts
from planner.projection.engine import Projection
from planner.projection.plan_assumptions import plan_assumptions
from planner.projection.team.network import project_network

PRIMARILY = 0.5  # our reading of "primarily" in point 14 of Annex I to Directive 2005/29; the text has no number
BLACK_LIST = "https://beta.bailii.org/eu/cases/EUECJ/2014/C51512.html"
NEARLY_ALL = 0.9
LOOKED_AHEAD = 120
# Never reached: from here on joins slow down, so that no number overflows however fast a team grows.
PEOPLE_WITHOUT_END = 1e30
TOWN = 20_000.0

OUTGROWN = (
    mark("If people never ran out, more would have joined below you by {town} than live in a town of 20,000."),
    mark(
        "If people never ran out, more would have joined below you by {town} than live in a town of 20,000, "
        "and by {sweden} more than live in Sweden."
    ),
    mark(
        "If people never ran out, more would have joined below you by {town} than live in a town of 20,000, "
        "by {sweden} more than live in Sweden, and by {united_states} more than live in the United States."
    ),
    mark(
        "If people never ran out, more would have joined below you by {town} than live in a town of 20,000, "
        "by {sweden} more than live in Sweden, by {united_states} more than live in the United States, "
        "and by {world} more than live in the world."
    ),
)


def income_from_recruiting(projection: Projection) -> Caution | None:
    """More than half of all income rests on recruiting, by the strict reading; the lenient one is stated beside it."""
    income = income_sources(projection)
    strict, lenient = income.recruiting_strict, income.recruiting_lenient
    if strict is None or lenient is None or strict <= PRIMARILY:
        return None
    words = mark(
        "{strict} of the income does not lead back to customers outside the company: it rests on what members, "
        "you among them, use themselves, and on joining orders. Where members' own use counts as sales, up to "
        "a third of all pay, it is {lenient}. The European Union bans schemes that pay primarily for "
        "introducing others; more than half is our reading of primarily. An indicator, not a verdict: courts "
        "look at each case."
    )
    if income.in_kind >= CENT:
        words = mark(
            "Of the income that comes in as money, {strict} does not lead back to customers outside the company: it "
            "rests on what members, you among them, use themselves, and on joining orders. Where members' own use "
            "counts as sales, up to a third of all pay, it is {lenient}. What product credit rests on is not known. "
            "The European Union bans schemes that pay primarily for introducing others; more than half is our reading "
            "of primarily. An indicator, not a verdict: courts look at each case."
        )
    return Caution(
        "income_from_recruiting",
        (),
        Message(
            words,
            {"strict": Quantity(strict, "share"), "lenient": Quantity(lenient, "share")},
        ),
        Message(
            mark("Profit of {more} more from your own sales would bring it down to half, as would less pay on a team."),
            {"more": Quantity(income.profit_for_half, "money")},
        ),
        BLACK_LIST,
    )


def nearly_everybody_joined(projection: Projection) -> Caution | None:
    """More than nine in ten of the people within reach have joined."""
    so_far = joined_so_far(projection.network.joined)
    reach = float(projection.assumptions.people_within_reach[0])
    months = months_where(so_far > NEARLY_ALL * reach)
    if not months:
        return None
    return Caution(
        "nearly_everybody_joined",
        months,
        Message(
            mark("By {month}, {joined} of the {reach} people within reach have joined below you."),
            {
                "month": Quantity(months[0], "month"),
                "joined": Quantity(round(float(so_far[months[0]])), "people"),
                "reach": Quantity(reach, "people"),
            },
        ),
        Message(
            mark(
                "From then on hardly anyone is left to join, and the figures count that. Fewer recruits a month reach "
                "that point later; a higher number of people changes it only if they are really there."
            )
        ),
    )


def address_book_used_up(projection: Projection) -> Caution | None:
    """Fewer than one person on the list is left to ask, where customers or recruits are found on it."""
    given = projection.assumptions
    contacts, strangers = float(given.contacts[0]), float(given.cold_a_month[0])
    if not (given.customers_from_book or given.recruits_from_book) or contacts < 1:
        return None
    months = months_where(projection.contacts.remaining[: given.horizon + 1, 0] < 1)
    if not months:
        return None
    asked = {"month": Quantity(months[0], "month"), "contacts": Quantity(contacts, "people")}
    left = Message(
        mark("By {month}, fewer than one of the {contacts} people on your list is left to ask. Nobody new is found."),
        asked,
    )
    if strangers > 0:
        left = Message(
            mark(
                "By {month}, fewer than one of the {contacts} people on your list is left to ask. "
                "Only strangers are left, {strangers} a month."
            ),
            asked | {"strangers": Quantity(strangers, "people")},
        )
    return Caution(
        "address_book_used_up",
        months,
        left,
        Message(
            mark("Asking fewer than {share} of those left each month makes it last longer; strangers never run out."),
            {"share": Quantity(float(given.share_approached[0]), "share")},
        ),
    )


def populations() -> tuple[Population, ...]:
    """Sweden, the United States and the world; none where the file of evidence has faults."""
    evidence, _faults = load_evidence()
    return evidence.populations if evidence else ()


def outgrown_places(projection: Projection) -> Caution | None:
    """In which months the plan would need more people than a town, Sweden, the United States and the world."""
    if not projection.network.joined[:, 1:, 0].any():
        return None
    given = projection.assumptions
    so_far = joined_without_end(given)
    places = (TOWN, *(place.rounded for place in populations()))
    months = tuple(int(np.argmax(so_far > place)) for place in places if so_far[-1] > place)
    if not months:
        return None
    names = ("town", "sweden", "united_states", "world")
    return Caution(
        "outgrown_places",
        months,
        Message(
            OUTGROWN[len(months) - 1],
            {name: Quantity(month, "month") for name, month in zip(names, months, strict=False)},
        ),
        what_stops_growth(given),
    )


def joined_without_end(given: Assumptions) -> Array:
    """Everyone who would have joined by each month if people never ran out, (121,); schedules go on as they end."""
    rows = max(LOOKED_AHEAD + 1, len(given.new_customers))
    endless = replace(
        given,
        horizon=LOOKED_AHEAD,
        new_customers=continued(given.new_customers, rows),
        recruits=continued(given.recruits, rows),
        party_customers=continued(given.party_customers, rows),
        party_recruits=continued(given.party_recruits, rows),
        people_within_reach=np.array([PEOPLE_WITHOUT_END]),
    )
    # One level holds everyone: who stands on which does not matter for how many there are.
    network = project_network(endless, project_contacts(endless).recruits, 1, compression=False)
    return joined_so_far(network.joined)


def continued(by_month: Array, rows: int) -> Array:
    """A schedule of at least so many months, whose last value continues."""
    return np.concatenate([by_month, np.repeat(by_month[-1:], max(rows - len(by_month), 0), axis=0)])


def joined_so_far(joined: Array) -> Array:
    """Everyone who has joined below by each month; joined: (horizon + 1, levels + 1, scenarios)."""
    return np.asarray(joined[:, 1:, 0].sum(axis=1).cumsum())


def what_stops_growth(given: Assumptions) -> Message:
    """What keeps a team from outgrowing everything: that each member brings fewer than one new one while they stay."""
    stay = mean_stay(float(given.early_attrition[0]), float(given.member_attrition[0]))
    if stay is None:
        return Message(
            mark(
                "In this plan nobody leaves after the first three months. State how many do: published "
                "figures are 43 to 80 of 100."
            )
        )
    months = stay + float(given.recruit_at_once[0])  # in which a member recruits, the one of joining among them
    if float(given.duplication[0]) * months >= 1:
        return Message(
            mark(
                "Members stay {stay} here on average. A team keeps growing by itself while each member recruits more "
                "than one person in that time; with less it levels off."
            ),
            {"stay": Quantity(stay, "months")},
        )
    return Message(mark("The team grows by those whom you recruit yourself: fewer a month reach these numbers later."))


@dataclass(frozen=True, slots=True)
class Needed:
    """A place, and the first month at whose end more people would have joined below than live there; None if never."""

    place: Population
    month: int | None


# No longer than the case lives: a person's plan is nowhere once they are gone.
_needed_in: WeakKeyDictionary[Case, tuple[Needed, ...]] = WeakKeyDictionary()


def needed_in(case: Case) -> tuple[Needed, ...]:
    """As needed_people, for the plan of a case; more than one place of a page asks for it."""
    found = _needed_in.get(case)
    if found is None:
        found = _needed_in[case] = needed_people(case.plan)
    return found


def needed_people(plan: Plan) -> tuple[Needed, ...]:
    """For each place, were nobody ever to run out; ten years ahead, schedules going on as they end."""
    joined = joined_without_end(plan_assumptions(plan))
    months = ((place, np.flatnonzero(joined > place.rounded)) for place in populations())
    return tuple(Needed(place, int(month[0]) if len(month) else None) for place, month in months)
