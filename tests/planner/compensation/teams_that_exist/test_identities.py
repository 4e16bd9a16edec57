"""What must hold of pay whatever is drawn: parts of every kind, alone and together, on teams of any shape."""

from dataclasses import replace

import numpy as np
import pytest

from planner.compensation.teams.pay import pay_team
from planner.compensation.teams.team import ROOT, Team, TeamMonths
from tests.planner.compensation.teams_that_exist.by_hand import plan_of, receipts_add_up
from tests.planner.compensation.teams_that_exist.drawn_plans import KINDS, draw_part, draw_plan
from tests.planner.compensation.teams_that_exist.random_teams import draw_frame, draw_placement, draw_team, names_of
from tests.random_cases import for_seeds

KINDS_IN_ORDER = tuple(sorted(KINDS, key=lambda rule: rule == "matching"))  # what is matched stands before it


def drawn(seed, months=2, placed=True):
    """A team that is placed on two legs, and what stands around the parts of its plan."""
    random = np.random.default_rng(seed)
    frame = draw_frame(random, rates=True)
    team = draw_team(random, months=months, titles=names_of(frame))
    return random, frame, draw_placement(random, team, places=2) if placed else team


def of_kinds(count, *kinds):
    def of(test):
        return pytest.mark.parametrize("rule", kinds)(for_seeds(count)(test))

    return of


@for_seeds(20)
def test_all_kinds_in_one_plan(seed):
    """Receipts come to pay; each part pays as if it stood alone, but for what looks at others; caps bind exactly."""
    random, frame, months = drawn(seed)
    together = draw_plan(random, frame, *KINDS_IN_ORDER)
    paid = pay_team(together, months)
    assert all(map(receipts_add_up, paid))
    apart = {"fast_start"} if any(not getattr(part, "counts_as_volume", True) for part in together.parts) else set()
    for place, part in enumerate(together.parts):
        if apart or part.rule == "matching":
            continue
        alone = pay_team(together.model_copy(update={"parts": (part,)}), months)
        for each, by_itself in zip(paid, alone, strict=True):
            assert each.parts[place].amount == pytest.approx(by_itself.pay, abs=1e-9), part.rule
    for each in paid:
        assert each.pay == pytest.approx(sum(part.amount for part in each.parts), abs=1e-9)

    most = float(random.choice((5.0, 20.0)))
    capped = pay_team(plan_of(*together.parts, **frame_of(together), caps=[{"most": most}]), months)
    for each, free in zip(capped, paid, strict=True):
        assert each.pay == pytest.approx(np.minimum(free.pay, most), abs=1e-9)
        assert receipts_add_up(each)
    share = float(random.choice((0.02, 0.2)))
    held = pay_team(plan_of(*together.parts, **frame_of(together), payout_cap={"share": share}), months)
    for each, free in zip(held, paid, strict=True):
        most_of_all = share * free.month.all_bought.value.sum()
        assert each.pay.sum() == pytest.approx(min(free.pay.sum(), most_of_all), abs=1e-8)


def frame_of(plan):
    """What a plan says beside its parts and limits."""
    return {name: getattr(plan, name) for name in ("minimum_personal_volume", "ranks", "threshold", "breakaway")}


@of_kinds(8, *KINDS_IN_ORDER)
def test_first_months_do_not_hang_on_later_ones(rule, seed):
    random, frame, months = drawn(seed, months=4)
    plan = draw_plan(random, frame, *(("unilevel", rule) if rule == "matching" else (rule,)))
    whole = pay_team(plan, months)
    for count in (1, 3):
        first = pay_team(plan, replace(months, names=months.names[:count], bought=months.bought[:count]))
        for each, same in zip(first, whole, strict=False):
            assert (each.pay == same.pay).all()


PAID_INACTIVE = {  # unless they ask for activity
    "own_sales": {"needs_active": True},
    "customer_bonus": {"needs_active": True},
    "rank_bonus": {"needs": "rank"},
}


@of_kinds(12, *KINDS_IN_ORDER)
def test_nobody_is_paid_who_is_not_active(rule, seed):
    """Nor who is below the rank from which on a part is paid."""
    random, frame, months = drawn(seed)
    frame["minimum_personal_volume"] = 30.0
    first = ["unilevel"] if rule == "matching" else []
    part = draw_part(random, rule, names_of(frame), **PAID_INACTIVE.get(rule, {}))
    frame.setdefault("breakaway", {"rank": names_of(frame)[0]})
    plan = plan_of(*(draw_part(random, each, names_of(frame)) for each in first), part, **frame)
    for each in pay_team(plan, months):
        amount, own = each.parts[-1].amount, each.month.bought.points
        assert (amount[~each.month.active] == 0).all()
        assert (each.month.active <= (own >= 30)).all()
        if part.get("from_rank"):
            least = names_of(frame).index(part["from_rank"]) + 1
            assert (amount[each.month.rank < least] == 0).all()


@of_kinds(8, *KINDS_IN_ORDER)
def test_names_and_the_order_of_rows_change_nobodys_pay(rule, seed):
    """Whoever joins in the same month stands in the order of the file, so that nobody does here."""
    random, frame, months = drawn(seed)
    plan = draw_plan(random, frame, *(("unilevel", rule) if rule == "matching" else (rule,)))
    count = len(months.team)
    joined = -1 - random.permutation(count)
    joined[random.integers(count)] = 1
    months = replace(months, team=replace(months.team, joined=joined))
    order = random.permutation(count)
    for each, same in zip(pay_team(plan, months), pay_team(plan, shuffled(months, order)), strict=True):
        pay = dict(zip(same.month.team.members, same.pay.tolist(), strict=True))
        found = [pay[f"renamed {name}"] for name in each.month.team.members]
        assert found == pytest.approx(each.pay.tolist(), abs=1e-9)


def shuffled(months, order):
    """The same team in another order and with other names. order: the places in the order in which they are listed."""
    team, at = months.team, np.argsort(order)

    def moved(pointers):
        return np.where(pointers[order] == ROOT, ROOT, at[pointers[order]])

    side = None if team.side is None else team.side[order]
    names = [f"renamed {team.members[each]}" for each in order]
    other, place = Team.of(names, moved(team.above), team.joined[order], moved(team.placed_under), side)
    stands = np.empty(len(order), dtype=np.int64)
    stands[place] = order
    columns = ("points", "value", "by_customers", "joining", "customers")
    bought = tuple(replace(each, **{name: getattr(each, name)[stands] for name in columns}) for each in months.bought)
    return TeamMonths(other, months.names, bought, tuple(months.title[each] for each in stands))


@of_kinds(16, *(rule for rule in KINDS_IN_ORDER if rule != "pool"))
def test_what_somebody_buys_is_felt_by_nobody_but_those_above(rule, seed):
    """Above in the tree of sponsors or of places; a pool alone is filled by all."""
    random, frame, months = drawn(seed)
    plan = draw_plan(random, frame, *(("unilevel", rule) if rule == "matching" else (rule,)))
    who = int(random.integers(len(months.team)))
    more = months.bought[0]
    changed = {name: getattr(more, name).copy() for name in ("points", "value", "by_customers", "joining")}
    for amounts in changed.values():
        amounts[who] = 400.0 if amounts[who] < 100 else 0.0
    other = replace(months, bought=(replace(more, **changed), *months.bought[1:]))
    above, found = {who}, [who]
    while found:
        at = found.pop()
        new = {int(months.team.above[at]), int(months.team.placed_under[at])} - above - {ROOT}
        above |= new
        found += new
    others = [each for each in range(len(months.team)) if each not in above]
    for each, same in zip(pay_team(plan, months), pay_team(plan, other), strict=True):
        assert each.pay[others] == pytest.approx(same.pay[others], abs=1e-9)


BY_POINTS = {  # what is decided by money or paid as an amount does not go with the value of a point
    "unilevel": {},
    "stairstep": {},
    "generations": {},
    "leadership": {"guarantee": "none"},
    "unit": {"measured_in": "points"},
    "active_recruits": {"measured_in": "points"},
    "own_sales": {"measured_in": "points"},
    "fast_start": {"rates": (0.2, 0.1), "packages": ()},
    "pass_up": {"rates": (0.2, 0.1), "amounts": None},
    "pool": {},
    "matrix": {"rates": (0.2, 0.1), "amounts": None},
    "binary": {"rate": 0.1, "blocks": (), "cycle": None, "counts": "points", "cap_money": None},
}


@of_kinds(8, *BY_POINTS)
def test_pay_goes_with_the_value_of_a_point(rule, seed):
    random, frame, months = drawn(seed)
    frame.setdefault("breakaway", {"rank": names_of(frame)[0]})
    part = draw_part(random, rule, names_of(frame), **BY_POINTS[rule])
    months = replace(months, bought=tuple(replace(each, value=each.points) for each in months.bought))
    seven = replace(months, bought=tuple(replace(each, value=7.5 * each.points) for each in months.bought))
    for each, more in zip(
        pay_team(plan_of(part, **frame), months),
        pay_team(plan_of(part, **frame, value_of_point=7.5), seven),
        strict=True,
    ):
        assert more.pay == pytest.approx(7.5 * each.pay, abs=1e-9)
