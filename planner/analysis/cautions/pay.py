"""What a reader must know of pay as it is computed: months without it, averages and means, rates and parts unknown."""

import numpy as np

from planner.analysis.case import Case
from planner.analysis.company.coverage import parts_computed, pay_standing
from planner.inputs.pay.in_a_plan import unpaid_parts
from planner.language import mark
from planner.messages import Message, Quantity
from planner.projection.engine import Projection
from planner.projection.team.expected_team import ExpectedTeam


def unpaid_months(projection: Projection) -> Message | None:
    """Months in which there is a team and the own purchases are too small for the company to pay."""
    team = projection.network.active[:-1, 1:, 0].sum(axis=1) > 0
    unpaid = int(np.sum(team & ~projection.active[1:, 0]))
    if not unpaid:
        return None
    if projection.given is not None:
        words = mark(
            "In {unpaid} of the months with a team, you have less than the company asks for in more than half of the "
            "runs, and it pays you nothing in those."
        )
        return Message(words, {"unpaid": Quantity(unpaid, "count")})
    if projection.terms.standing_order.loses_pay:
        if projection.terms.standing_order.condition == "part_of_pay":
            words = mark(
                "In {unpaid} of the months with a team, you do not place the order that part of the pay asks for, or "
                "have too few points of your own. No pay is counted in them."
            )
            return Message(words, {"unpaid": Quantity(unpaid, "count")})
        words = mark(
            "In {unpaid} of the months with a team, you do not place the order that the company asks for, or have too "
            "few points of your own, so it pays you nothing."
        )
        return Message(words, {"unpaid": Quantity(unpaid, "count")})
    if not projection.terms.asks_points_each_month:
        words = mark(
            "In {unpaid} of the months with a team, you have less than the company asks for before it pays, so it pays "
            "you nothing."
        )
        return Message(words, {"unpaid": Quantity(unpaid, "count")})
    return Message(
        mark(
            "In {unpaid} of the months with a team, your own points stay under the {points} that the company asks for, "
            "so it pays you nothing."
        ),
        {
            "unpaid": Quantity(unpaid, "count"),
            "points": Quantity(projection.terms.own_points_asked, "points"),
        },
    )


def mean_of_runs(projection: Projection) -> Message | None:
    """Pay that is no figure of averages: the mean of so many runs, which is another thing than their middle."""
    if projection.given is None:
        return None
    return Message(
        mark(
            "What the company pays is the mean of {runs} runs in which you go on to the end, and in each its rules are "
            "applied to every person: on averages, ranks, limits and weaker legs would be decided wrongly. It is not "
            "the middle: a few runs with high pay raise it."
        ),
        {"runs": Quantity(projection.given.runs, "count")},
    )


def not_in_a_plan(projection: Projection) -> Message | None:
    """Parts of a company's pay that go by what a plan does not know, and are counted as nothing."""
    plan = projection.terms.pay_plan
    unpaid = 0 if plan is None else len(unpaid_parts(plan))
    if plan is None or not unpaid:
        return None
    return Message(
        mark(
            "{count} of the {all} parts of how the company pays a team are counted as nothing: they go by single "
            "orders or by all that the company sells, which a plan does not know. The company's page names them."
        ),
        {"count": Quantity(unpaid, "count"), "all": Quantity(len(plan.parts), "count")},
    )


def mean_in_short(projection: Projection) -> Message | None:
    """The same beside a line of pay."""
    if projection.given is None:
        return None
    words = mark("Pay from the company is the mean of {runs} runs, not the middle.")
    return Message(words, {"runs": Quantity(projection.given.runs, "count")})


def approximate(projection: Projection) -> Message | None:
    """Thresholds are decided on average volumes, where real teams are luckier or unluckier than average."""
    terms = projection.terms
    if projection.given is not None or projection.network.joined[:, 1:, 0].sum() <= 0:
        return None
    if terms.stairstep is not None:
        return Message(
            mark("The pay is approximate: your rate goes by steps, and average volumes decide here which is reached.")
        )
    if terms.asks_activity:
        return Message(mark("The pay is approximate: average sales decide here if you have what the company asks for."))
    return None


def buys_too_little(projection: Projection) -> bool:
    """Whether goods bought only for the points are fewer in expectation than in truth: of months above and below what
    is asked for, the average may have the points, and those below are bought up one by one.
    """
    if projection.given is not None:
        return False
    terms, given, sold = projection.terms, projection.assumptions, projection.sales.demand[:, 0]
    paid_for = given.buys_to_qualify == "always" or bool(projection.network.joined[:, 1:, 0].any())
    return given.buys_to_qualify != "never" and terms.own_points_asked > 0 and bool(sold.any()) and paid_for


def bought_too_little(projection: Projection) -> Message | None:
    """Which way what is bought only for the points is wrong, and with it the hole and the result."""
    if not buys_too_little(projection):
        return None
    return Message(
        mark(
            "What you buy only to have the points is counted too low: here sales are alike from month to month, and in "
            "the runs a good month does not make up for a bad one. So the hole is deeper and less is left: go by what "
            "could happen."
        )
    )


def members_active(projection: Projection) -> Message | None:
    """How many members are active, where a level or a rank hangs on it: averages know how many, and never who."""
    terms = projection.terms
    if projection.given is not None or not terms.asks_activity or projection.network.joined[:, 1:, 0].sum() <= 0:
        return None
    unilevel, team = terms.unilevel, ExpectedTeam(projection.assumptions, terms, projection.network)
    if terms.ranks is None and (unilevel is None or (unilevel.pays_on_inactive and not unilevel.compression)):
        return None
    return Message(
        mark(
            "The pay is approximate: averages say how many of your members have what the company asks for ({share} of "
            "them in the last month), and not who. Whoever has not is passed over. The runs know it of each member: go "
            "by what could happen."
        ),
        {"share": Quantity(float(team.active(projection.assumptions.horizon)[0]), "share")},
    )


def no_pay(projection: Projection) -> Message | None:
    """A company of which no rule of pay could be computed: what is left is the margin alone."""
    terms = projection.terms
    if projection.given is not None:
        return None
    if terms.pay_plan is None and (terms.unilevel is not None or terms.stairstep is not None or terms.unstated):
        return None
    return Message(mark("The company's pay on a team is not computed here: what you see is the margin on sales alone."))


def no_longer_paid(projection: Projection) -> Message | None:
    """Months after those in which the company paid by the rules that are known."""
    last = projection.terms.last_paid_month
    if last is None or projection.terms.pays_in(projection.assumptions.horizon):
        return None
    if last < 1:
        return Message(
            mark("The company's rules of pay held until before this plan; how it paid later is not disclosed.")
        )
    return Message(
        mark(
            "The company's rules of pay held until {month}; how it paid later is not disclosed, and counts as nothing."
        ),
        {"month": Quantity(last, "month")},
    )


def unstated_rates(projection: Projection) -> Message | None:
    """Rates that the company pays, that nobody published, and that the person has not stated."""
    count = len(projection.terms.unstated)
    if not count:
        return None
    if count == 1:
        return Message(mark("The company pays a rate that no source gives. Until you state it, it counts as nothing."))
    return Message(
        mark("The company pays {count} rates that no source gives. Until you state them, they count as nothing."),
        {"count": Quantity(count, "count")},
    )


def computed_in_part(case: Case) -> tuple[Message, ...]:
    """Of a plan with a team, how many of the parts of the company's pay are computed, where that is some of them."""
    terms, team = case.projection.terms, case.projection.network.active[:, 1:, 0]
    if not team.any() or pay_standing(case.company, terms) not in ("in_part", "asked_in_part"):
        return ()
    known = parts_computed(case.company, terms)
    words = mark(
        "Of the {parts} parts that sources name of the company's pay, {computed} are computed here. The company's page "
        "says which."
    )
    if known.computed == 1:
        words = mark(
            "Of the {parts} parts that sources name of the company's pay, one is computed here. The company's page "
            "says which."
        )
    counts = {"parts": Quantity(known.parts, "count"), "computed": Quantity(known.computed, "count")}
    return (Message(words, counts),)
