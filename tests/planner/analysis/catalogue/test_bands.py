"""Better, about the same or worse than the others of the catalogue, and apart from it no figure published."""

from typing import Any

import pytest

from planner.analysis.catalogue.bands import standings
from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company

COMPANIES = load_catalog().companies
MARY_KAY = COMPANIES["mary-kay-us"]  # 90 % of goods within 12 months, and half of the shop price


def kept(share: float, name: str) -> Company:
    """Mary Kay under another id, with so much kept of the shop price."""
    step = MARY_KAY.prices.steps[0].model_copy(update={"wholesale_share": 1 - share})  # type: ignore[union-attr]
    return MARY_KAY.model_copy(update={"id": name, "prices": MARY_KAY.prices.model_copy(update={"steps": (step,)})})


def found(own: float, *others: float) -> tuple[str, int, int]:
    standing = standings(kept(own, "own"), [kept(share, f"c{number}") for number, share in enumerate(others)])[0]
    return standing.band, standing.beaten, standing.others


@pytest.mark.parametrize(
    ("own", "others", "expected"),
    [
        (0.5, (0.2, 0.25, 0.3), ("better", 3, 3)),
        (0.3, (0.2, 0.25, 0.4), ("better", 2, 3)),  # better than two of three
        (0.25, (0.2, 0.25, 0.4, 0.25), ("same", 1, 4)),
        (0.1, (0.2, 0.25, 0.3), ("worse", 0, 3)),
        (0.25, (0.25, 0.25, 0.25), ("same", 0, 3)),
        (0.5, (0.2, 0.3), ("alone", 2, 2)),
    ],
)
def test_two_in_three_make_better_or_worse(own: float, others: tuple[float, ...], expected: Any) -> None:
    assert found(own, *others) == expected


def test_less_is_better_of_those_paid_nothing_and_silence_is_neither() -> None:
    """Of their own market at Herbalife 86 of 100 were paid nothing, at doTERRA 54."""
    by_key = {each.measure.key: each for each in standings(COMPANIES["doterra-us"], COMPANIES.values())}
    assert by_key["paid_nothing"].known is not None
    assert by_key["paid_nothing"].known.value == 0.54
    silent = {each.measure.key: each.band for each in standings(COMPANIES["zinzino-se"], COMPANIES.values())}
    assert set(silent.values()) == {"unpublished"}


def test_a_version_of_ones_own_is_not_laid_beside_what_it_began_as() -> None:
    own = kept(0.5, "yours-mary-kay-us").model_copy(update={"yours": True, "version_of": "mary-kay-us"})
    assert standings(own, [MARY_KAY])[0].others == 0
