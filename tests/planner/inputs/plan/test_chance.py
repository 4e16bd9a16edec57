"""What is uncertain: judgements that say so."""

import pytest
from pydantic import ValidationError

from planner.inputs.faults import checked
from planner.inputs.plan.chance import QUITS, SPREADS, WHEN_MONEY_RUNS_OUT, Chance
from planner.inputs.plan.plan import Plan, default_plan


def test_the_defaults_are_those_agreed_on():
    assert Plan().chance.model_dump() == {
        "effort_spread": 0.5,
        "customer_spread": 0.5,
        "order_spread": 0.6,
        "ability_spread": 2.0,
        "staying_spread": 0.7,
        "purchase_spread": 1.0,
        "quits": "never",
        "when_money_runs_out": "stops",
        "most_to_lose": None,
        "review_month": None,
        "seed": 1,
    }
    assert default_plan("SEK").chance == Chance()


@pytest.mark.parametrize("name", SPREADS)
def test_a_spread_is_a_judgement_that_states_its_default_and_its_plausible_span(name: str):
    field = Chance.model_fields[name]
    extra = field.json_schema_extra
    assert isinstance(extra, dict)
    basis = extra["basis"]
    assert (extra["unit"], basis.kind) == ("share", "assumed")
    for times in (1, 0.5, 1.5):
        assert f"{round(100 * times * field.default)} %" in basis.reason


def test_the_spreads_are_all_fields_of_that_name():
    assert {name for name in Chance.model_fields if name.endswith("_spread")} == set(SPREADS)


@pytest.mark.parametrize(
    "stated",
    [
        *({name: -0.1} for name in SPREADS),
        *({name: 5.1} for name in SPREADS),
        {"quits": "always"},
        {"when_money_runs_out": "borrows"},
        {"most_to_lose": 0},
        {"most_to_lose": 1.1e9},
        {"review_month": 0},
        {"review_month": 121},
        {"seed": -1},
        {"seed": 1_000_000},
        {"seed": 1.5},
        {"seed": True},
        {"seed": "1"},
    ],
)
def test_what_cannot_be_is_refused(stated: dict[str, object]):
    found, faults = checked(Chance, stated)
    assert found is None
    assert [fault.path for fault in faults] == list(stated)


def test_a_seed_typed_in_a_field_is_whole_though_a_field_gives_fractions():
    found, faults = checked(Chance, {"seed": 7.0})
    assert faults == ()
    assert found is not None
    assert repr(found.seed) == "7"


def test_it_cannot_be_changed_in_place_and_every_choice_has_its_title():
    with pytest.raises(ValidationError):
        Chance().seed = 2  # type: ignore[misc]
    assert [Chance(quits=value).quits for value in QUITS] == ["never", "as_others"]  # type: ignore[arg-type]
    assert set(WHEN_MONEY_RUNS_OUT) == {"stops", "puts_in_more"}
