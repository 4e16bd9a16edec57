"""A pay plan in words: every kind has some, and every field of it that is changed changes them."""

from typing import Any, get_args

import pytest

from planner.analysis.team.explained.plan import WORDS, plan_in_words
from planner.compensation.teams.kinds import RULES
from planner.inputs.pay.limits.caps import MemberCap, PayoutCap, Rounding
from planner.inputs.pay.limits.gates import CustomersGate, CustomerVolumeGate, OutsideShareGate, SoldShareGate
from planner.inputs.pay.part import Part
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.pay.ranks import RankRule
from planner.language import LANGUAGES
from planner.speech import Speech

RANKS = [{"name": "Low", "group_volume": 10, "rate": 0.05}, {"name": "High", "group_volume": 90, "rate": 0.1}]
WHOLE = {"ranks": RANKS, "breakaway": {"rank": "High"}, "minimum_personal_volume": 5}
UNTOLD = {"rule", "gate", "source", "year"}  # the source of a part is told beside its words
NAMED = {"en": "Our own", "sv": "Vår egen"}
FIRST = {"rule": "unilevel", "rates": [0.03]}
BY_RANK = [{"rank": "High", "rates": [0.2]}]
LEVELS: dict[str, Any] = {"rates": [0.2, 0.1], "by_rank": BY_RANK}
BRACKETS = [{"from_volume": 50, "rate": 0.1}]
GENERATIONS: dict[str, Any] = {
    **LEVELS,
    "deeper": "last_rate",
    "starts": "own_group",
    "own_goods": ({"starts": "own_group"}, True),
    "leader_volume": ["in_above", "left_out"],
    "unqualified": ["counts", "skipped"],
}

# By kind: what it is stated with, and by field what it is changed to: a value, several in a list of their own, or what
# else it takes for the field to matter and the value.
PARTS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "unilevel": (
        {"rates": [0.1]},
        {
            "rates": ([0.2, 0.1],),
            "by_rank": (BY_RANK,),
            "compression": ["standard", "dynamic"],
            "pays_on_inactive": True,
            "own_goods": ["as_level_1", "are_level_1"],
            "own_goods_of": ({"own_goods": "as_level_1"}, "all"),
        },
    ),
    "stairstep": (
        {},
        {
            "rate_by": "title",
            "without_rank": 0.02,
            "own": "in_price",
            "taken": "by_leg",
            "inactive": "rolls_up",
            "broken_away": "difference",
        },
    ),
    "binary": (
        {"rate": 0.1},
        {
            "rate": 0.2,
            "blocks": ({"rate": None}, [{"above": 0, "rate": 0.1}, {"above": 10, "rate": 0.05}]),
            "cycle": ({"rate": None}, {"strong": 200, "weak": 100, "pays": 14}),
            "by_rank": ([{"rank": "High", "rate": 0.3, "cap_money": 9, "cap_volume": 7}],),
            "counts": "money",
            "pays_on_inactive": True,
            "own_volume": "weak",
            "strong_side": ["left", "right", "either"],
            "ties": "right_weak",
            "strong_to_weak": ["2:1", "1:2"],
            "rate_on": "total",
            "recruits_each_side": 1,
            "cap_volume": 500,
            "cap_money": 400,
            "cap_money_in": ({"rate": None, "cap_money": 9, "cycle": {"strong": 2, "weak": 1, "pays": 1}}, "exact"),
            "capped": ({"cap_money": 9}, "consumed"),
            "unmatched": "kept",
            "remainder": ({"rate": None, "cycle": {"strong": 2, "weak": 1, "pays": 1}}, "kept"),
            "keep_at_most": 900,
            "inactive": ({"unmatched": "kept"}, "keeps"),
            "unqualified": ({"unmatched": "kept", "recruits_each_side": 1}, "accrues"),
        },
    ),
    "matrix": (
        {"width": 3, "depth": 4, "rates": [0.1]},
        {
            "width": 2,
            "depth": 5,
            "rates": ([0.1, 0.2],),
            "by_rank": (BY_RANK,),
            "amounts": ({"rates": None}, [5, 2]),
            "paid": ({"rates": None, "amounts": [5]}, "each_month"),
            "compression": ["standard", "dynamic"],
            "pays_on_inactive": True,
            "spillover": "top",
        },
    ),
    "generations": (
        {"rates": [0.1], "ends_at": "rank", "ends_rank": "High"},
        {
            **{name: (each,) if name in ("rates", "by_rank") else each for name, each in GENERATIONS.items()},
            "ends_at": "own_rank",
            "ends_rank": "Low",
            "ends_volume": ({"ends_at": "volume", "ends_volume": 5}, 60),
        },
    ),
    "leadership": (
        {"rates": [0.1]},
        {
            **{name: (each,) if name in ("rates", "by_rank") else each for name, each in GENERATIONS.items()},
            "guarantee": ({"floor": 100}, "at_least"),
            "floor": ({"floor": 100, "guarantee": "at_least"}, 200),
        },
    ),
    "matching": (
        {"rates": [0.1], "of": [1]},
        {
            **{
                name: ({"ends_rank": "High"}, each) if not isinstance(each, list) else each
                for name, each in GENERATIONS.items()
                if name in ("deeper", "starts")
            },
            "rates": ([0.2],),
            "by_rank": (BY_RANK,),
            "own_goods": None,  # never of what somebody earns
            "leader_volume": ({"ends_rank": "High"}, "left_out"),
            "unqualified": ({"ends_rank": "High"}, "counts"),
            "of": ([1, 2],),
            "ends_rank": "High",
            "compression": ["standard", "dynamic"],
            "amounts": "cents",
            "capped": "before",
            "on_itself": True,
            "cap_money": 50,
        },
    ),
    "unit": (
        {"brackets": BRACKETS, "leader_rank": "High"},
        {
            "brackets": ([{"from_volume": 50, "rate": 0.3}],),
            "pays": "whole",
            "threshold": "reached",
            "unit": "everyone",
            "leader_rank": "Low",
            "next_leaders_goods": True,
            "unqualified": "skipped",
            "own_goods": ["volume", "paid"],
            "measured_in": "value",
            "pays_on_inactive": True,
        },
    ),
    "active_recruits": (
        {"steps": [{"recruits": 1, "volume": 10, "rate": 0.1}]},
        {
            "steps": (
                [{"recruits": 2, "volume": 20, "rate": 0.1}],
                [{"recruits": 1, "volume": 10, "each": 5, "rate": 0.1}],
                [{"recruits": 1, "volume": 10, "own": 5, "rate": 0.1}],
            ),
            "volume_of": "all",
            "pays_on": "all",
            "measured_in": "value",
            "threshold": "reached",
        },
    ),
    "own_sales": (
        {"brackets": BRACKETS},
        {
            "brackets": ([{"from_volume": 50, "rate": 0.3}],),
            "pays": "whole",
            "threshold": "reached",
            "volume": "all",
            "reached_by": "all",
            "measured_in": ["value", "base"],
            "by": "order",
            "base_per_value": 1.25,
            "needs_active": False,
        },
    ),
    "fast_start": (
        {"rates": [0.2]},
        {
            "rates": ([0.2, 0.1],),
            "packages": ({"rates": None}, [{"from_points": 100, "amounts": [5]}]),
            "orders": "all",
            "months": 3,
            "base_per_value": 0.5,
            "compression": ["standard", "dynamic"],
            "counts_as_volume": True,
        },
    ),
    "rank_bonus": (
        {"amounts": [{"rank": "Low", "amount": 50}]},
        {
            "amounts": ([{"rank": "High", "amount": 70}],),
            "paid": "while_held",
            "of_ranks": "each",
            "over_months": 3,
            "needs": ({"over_months": 3}, "active"),
        },
    ),
    "pool": (
        {"tiers": [{"rank": "High", "rate": 0.02, "elsewhere": 10}]},
        {
            "tiers": ([{"rank": "High", "rate": 0.02, "elsewhere": 20}],),
            "each_in": "all",
            "divided": ["own_points", "group_points"],
            "company_value": 5000,
            "base_per_value": 0.8,
            "unclaimed": "passed_down",
        },
    ),
    "pass_up": (
        {"passed": [1, 2], "rates": [0.1]},
        {
            "passed": ([2],),
            "to": "receiver",
            "rates": ([0.2],),
            "amounts": ({"rates": None}, [50]),
            "moves": "with_downline",
            "orders": "all",
            "base_per_value": 0.8,
            "unqualified": "passed_on",
        },
    ),
    "customer_bonus": (
        {"steps": [{"customers": 3, "volume": 30, "amount": 20}]},
        {
            "steps": ([{"customers": 3, "volume": 30, "rate": 0.1}],),
            "base_per_value": 0.8,
            "needs_active": False,
        },
    ),
}
OF_ALL: dict[str, Any] = {"name": (NAMED,), "from_rank": "High"}


def told(language: str = "en", **plan: Any) -> str:
    found = plan_in_words(PayPlan.model_validate(plan), Speech(language, "USD", "2026-01"))  # type: ignore[arg-type]
    return "\n".join(f"{each.title}\n" + "\n".join(each.sentences) for each in found)


def with_part(part: dict[str, Any], language: str = "en") -> str:
    """Of two parts, the second of which is looked at; a third part stands before it where it is matched."""
    stated = {name: value for name, value in part.items() if value is not None}
    return told(language, **WHOLE, parts=[FIRST, FIRST | {"name": NAMED}, stated])


def changes(value: Any) -> list[tuple[dict[str, Any], Any]]:
    """What else is stated, and the value."""
    if isinstance(value, list):
        return [({}, each) for each in value]
    if isinstance(value, tuple):
        return [(value[0], value[1])] if len(value) == 2 else [({}, value[0])]
    return [] if value is None else [({}, value)]


def kind_of(rule: str) -> type[Part]:
    return next(kind for kind in RULES if rule in get_args(kind.model_fields["rule"].annotation))


CASES = [
    (rule, name, beside, value)
    for rule, (_base, fields) in PARTS.items()
    for name, stated in {**OF_ALL, **fields}.items()
    for beside, value in changes(stated)
]


def test_every_kind_has_words_and_every_field_of_it_is_changed_here():
    assert set(WORDS) == set(RULES) == {kind_of(rule) for rule in PARTS}
    for rule, (_base, fields) in PARTS.items():
        assert set(kind_of(rule).model_fields) - UNTOLD == set(fields) | set(OF_ALL), rule


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("rule", "name", "beside", "value"), CASES, ids=[f"{each[0]}-{each[1]}" for each in CASES])
def test_a_field_that_is_changed_changes_the_words(rule, name, beside, value, language):
    plain = {"rule": rule, **PARTS[rule][0]}
    base = {**plain, **beside}
    before = (
        plain if beside and all(each is None for each in beside.values()) else base
    )  # of which only another way of paying was taken away
    assert with_part({**base, name: value}, language) != with_part(before, language)


RANK: dict[str, Any] = {"name": "Top", "personal_volume": 1000, "leg_count": 2, "leg_volume": 5}
OF_RANKS = {
    "name": "Peak",
    "personal_volume": 2000,
    "lifetime_volume": 20,
    "group_volume": 2000,
    "outside_largest_leg": 30,
    "leg_count": 3,
    "leg_volume": 6,
    "active_legs": 2,
    "frontline": 4,
    "ranked_legs": [{"rank": "Low", "legs": 2}],
    "months_in_row": 3,
    "rate": 0.2,
    "kept": "for_life",
    "after": "Low",
}


def test_every_condition_of_a_rank_is_told():
    base = told(ranks=[*RANKS, RANK])
    for name, value in OF_RANKS.items():
        assert told(ranks=[*RANKS, {**RANK, name: value}]) != base, name
    rows = RANK | {"months_in_row": 3}
    assert told(ranks=[*RANKS, rows | {"in_row_for": "first_time"}]) != told(ranks=[*RANKS, rows])
    kept = [told(ranks=[*RANKS, rows | {"kept": each}]) for each in ("no", "for_life", "as_filed")]
    assert len(set(map(str, kept))) == 3
    assert set(OF_RANKS) | {"in_row_for"} == set(RankRule.model_fields)


OF_PLAN: dict[str, Any] = {
    "value_of_point": 0.5,
    "countries": [{"country": "SE", "value_of_point": 9}],
    "points_per_100_retail": 80,
    "minimum_personal_volume": 60,
    "minimum_sales": 40,
    "activity_window": "quarter",
    "ranks": RANKS[:1],
    "threshold": "passed",
    "breakaway": {"rank": "High"},
    "parts": [FIRST],
    "gates": [{"gate": "customers", "least": 10}],
    "caps": [{"most": 50}],
    "payout_cap": {"share": 0.4},
    "rounding": {"to": 0.01},
}


def test_everything_of_a_plan_is_told():
    assert {*OF_PLAN, "proofs"} == set(PayPlan.model_fields)  # which change nothing of what is paid, and stand beside
    base = {"ranks": RANKS, "minimum_personal_volume": 5}
    for name, value in OF_PLAN.items():
        assert told(**{**base, name: value}) != told(**base), name
    windows = get_args(PayPlan.model_fields["activity_window"].annotation)
    assert len({told(**base, activity_window=window) for window in windows}) == len(windows)
    total = {"rank": "High", "ranks_by": "total"}
    assert told(**base, breakaway=total) != told(**base, breakaway={"rank": "High"})


LIMITS: list[tuple[str, type, dict[str, Any], dict[str, Any]]] = [
    ("gates", CustomersGate, {"gate": "customers", "least": 10}, {"least": 5}),
    ("gates", CustomerVolumeGate, {"gate": "customer_volume", "least": 10}, {"least": 5}),
    (
        "gates",
        SoldShareGate,
        {"gate": "sold_share", "least": 0.7},
        {"least": 0.5, "of": "this_month", "own_use_counts": True, "on_nothing": "met"},
    ),
    (
        "gates",
        OutsideShareGate,
        {"gate": "outside_share", "least": 0.5},
        {"least": 0.6, "of": "with_downline", "on_nothing": "met"},
    ),
    ("caps", MemberCap, {"most": 50}, {"most": 60, "by_rank": [{"rank": "High", "most": 70}], "parts": [1]}),
    (
        "payout_cap",
        PayoutCap,
        {"share": 0.4, "exempt": [1]},
        {"share": 0.5, "base_per_value": 0.8, "exempt": [], "exempt_count": False},
    ),
    ("rounding", Rounding, {}, {"to": 0.05, "per": "line", "when": "before_caps", "how": "down"}),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("where", "kind", "base", "fields"), LIMITS, ids=[each[1].__name__ for each in LIMITS])
def test_gates_caps_and_rounding_are_told(where, kind, base, fields, language):
    def said(stated: dict[str, Any]) -> str:
        listed = [stated] if where in ("gates", "caps") else stated
        return told(language, ranks=RANKS, parts=[FIRST], **{where: listed})

    for name, value in fields.items():
        assert said({**base, name: value}) != said(base), name
    if where in ("gates", "caps"):
        assert said({**base, "parts": [1]}) != said(base)
        assert said({**base, "name": NAMED}) != said(base)
    assert set(kind.model_fields) - UNTOLD - {"name", "parts"} <= set(fields)
