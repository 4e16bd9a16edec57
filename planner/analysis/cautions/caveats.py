"""What a reader must know beside a result: what is unknown, assumed, approximate or not paid, each with its figure."""

from collections import Counter

from planner.analysis.case import Case
from planner.analysis.cautions.in_kind import in_kind
from planner.analysis.cautions.pay import (
    approximate,
    bought_too_little,
    computed_in_part,
    mean_of_runs,
    members_active,
    no_longer_paid,
    no_pay,
    not_in_a_plan,
    unpaid_months,
    unstated_rates,
)
from planner.analysis.company.coverage import limits_told
from planner.inputs.company.company import Company, Effect
from planner.inputs.plan.plan import Plan
from planner.inputs.plan.team_today import people_in
from planner.inputs.tax_terms import years_beyond
from planner.inputs.unsourced import COSTS
from planner.language import mark
from planner.messages import Message, Quantity
from planner.projection.engine import Projection


def caveats(case: Case) -> tuple[Message, ...]:
    """All of it in sentences, most weighty first; empty where nothing is reserved."""
    unpaid = unpaid_months(case.projection)
    beyond = rules_of_other_years(case.plan)
    return (
        *((unpaid,) if unpaid else ()),
        *((beyond,) if beyond else ()),
        *begins_with(case.plan),
        *in_kind(case),
        *reservations(case.projection),
        *computed_in_part(case),
        *uncomputed(case.company),
    )


def begins_with(plan: Plan) -> tuple[Message, ...]:
    """The plan begins with people below; empty where it does not."""
    people = people_in(plan.team.today)
    if not people:
        return ()
    if people == 1:
        return (Message(mark("The plan begins with one person below you, who is there already.")),)
    words = mark("The plan begins with {people} people below you, who are there already.")
    return (Message(words, {"people": Quantity(people, "count")}),)


def reservations(projection: Projection) -> tuple[Message, ...]:
    """What is unknown, left out, approximate or assumed in one projection."""
    found = (
        unknown_costs(projection),
        no_pay(projection),
        mean_of_runs(projection),
        not_in_a_plan(projection),
        no_longer_paid(projection),
        unstated_rates(projection),
        approximate(projection),
        bought_too_little(projection),
        members_active(projection),
        assumed_figures(projection),
    )
    return tuple(message for message in found if message is not None)


def unknown_costs(projection: Projection) -> Message | None:
    """Costs that no source gives count as nothing, so that every cost here is a least amount."""
    unknown = projection.terms.unknown_costs
    if not unknown:
        return None
    every = len({*COSTS, *unknown})
    return Message(
        mark(
            "{count} of the company's {every} costs of joining and staying are not disclosed and count as nothing "
            "here: the real costs are at least these."
        ),
        {"count": Quantity(len(unknown), "count"), "every": Quantity(every, "count")},
    )


def rules_of_other_years(plan: Plan) -> Message | None:
    """The plan has years for which its tax rules were not made."""
    beyond = years_beyond(plan)
    if beyond is None:
        return None
    year, first, last = map(str, beyond)
    if first == last:
        words = mark("Tax is counted by the rules of {year}, and the plan is of {first}, when others may hold.")
        return Message(words, {"year": year, "first": first})
    words = mark(
        "Tax is counted by the rules of {year}, and the plan runs from {first} to {last}: in other years than {year} "
        "other rules may hold."
    )
    return Message(words, {"year": year, "first": first, "last": last})


def assumed_figures(projection: Projection) -> Message | None:
    """Figures that no source gives and that the person answered, or left as assumed."""
    count = len(projection.terms.assumed)
    if not count:
        return None
    if count == 1:
        return Message(
            mark("One figure is assumed, since no source gives it. Ask the company, and enter its answer there.")
        )
    return Message(
        mark("{count} figures are assumed, since no source gives them. Ask the company, and enter its answers there."),
        {"count": Quantity(count, "count")},
    )


NOT_COMPUTED: dict[Effect, str] = {
    "pay_too_low": mark("Not computed here, and could raise your pay: {count} (see Method)."),
    "pay_too_high": mark("Not computed here, and could lower your pay: {count} (see Method)."),
    "cost_too_low": mark("Not computed here, and could raise your costs: {count} (see Method)."),
    "either": mark("Not computed here, and could change the result either way: {count} (see Method)."),
}

OF_THE_PUBLISHED = mark(
    "Not computed, as said of the company as published: {count} (see Method). Some of it may not hold for "
    "your own figures."
)


def uncomputed(company: Company) -> tuple[Message, ...]:
    """What the company has and the model leaves out, counted by what it would do to the result.

    A company of one's own keeps what is said of the published one; what figures of one's own change in it is not known.
    """
    if company.yours:
        count = len(limits_told(company))
        return (Message(OF_THE_PUBLISHED, {"count": Quantity(count, "count")}),) if count else ()
    counts = Counter(limit.effect for limit in limits_told(company))
    return tuple(
        Message(text, {"count": Quantity(counts[effect], "count")})
        for effect, text in NOT_COMPUTED.items()
        if counts[effect]
    )
