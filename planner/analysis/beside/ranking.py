"""Companies of a comparison by risk; apart from them those that no order says anything of."""

from collections.abc import Sequence
from dataclasses import replace

from planner.analysis.beside.comparison import Comparison
from planner.analysis.case import Case
from planner.analysis.chance.odds import Odds
from planner.analysis.company.coverage import pay_standing, states_team_pay
from planner.inputs.cited.figure import Words


def has_team(case: Case) -> bool:
    """Whether anybody stands below the distributor in any month of the plan."""
    return bool(case.projection.network.active[:, 1:, 0].any())


def is_ranked(case: Case) -> bool:
    """Whether an order by risk says anything of the company under this plan.

    Not where the plan has a team and nothing of the pay on it is computed: the company pays more than is counted, and
    nobody knows how much. Where some rates alone are missing it is ranked as far as it is computed.
    """
    return not has_team(case) or pay_standing(case.company, case.projection.terms) not in ("not_computed", "waiting")


def order_by_risk(found: Sequence[Odds], cases: Sequence[Case] = ()) -> tuple[int, ...]:
    """The places of the companies, by their odds on the same draws: where fewer runs lose money stands first.

    Where as many do, the higher average of the worst third; where that is the same too, as they were named. cases: of
    the companies; where they are given, those that nobody can join any more stand after the others, and last, in the
    order in which they were named, those that are not ranked.
    """

    def place_of(place: int) -> tuple[bool, bool, float, float]:
        by_odds = (found[place].lose, -found[place].worst_third)
        if not cases:
            return (False, False, *by_odds)
        case = cases[place]
        return (False, case.company.status == "historic", *by_odds) if is_ranked(case) else (True, False, 0.0, 0.0)

    return tuple(sorted(range(len(found)), key=place_of))


def in_order(comparison: Comparison, places: Sequence[int]) -> Comparison:
    """The same comparison with its companies in another order, or some of them; no figure hangs on which."""
    return replace(comparison, cases=tuple(comparison.cases[place] for place in places))


def apart(comparison: Comparison) -> tuple[Case, ...]:
    """The companies that are not ranked."""
    return tuple(case for case in comparison.cases if not is_ranked(case))


def known_of_the_pay(case: Case) -> tuple[Words, ...]:
    """The names of the parts of the pay that are known and not computed, as the company's file has them."""
    if states_team_pay(case.company):
        return ()
    return tuple(part.name for part in case.company.components if part.standing != "computed")
