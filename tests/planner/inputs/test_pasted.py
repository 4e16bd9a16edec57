"""Links as they are pasted."""

import pytest

from planner.inputs.link import link_text, read_link
from planner.inputs.pasted import Pasted, links_in
from planner.inputs.plan_file import PlanFile
from tests.plans import small_seller

FILE = PlanFile(plan=small_seller(name="Anna & Bo"))
TEXT = link_text(FILE)
TOKEN = "t" * 43


@pytest.mark.parametrize(
    "pasted",
    [
        f"https://plans.example.org/?plan={TEXT}&lang=sv",
        f"https://plans.example.org/?utm_source=x&plan={TEXT}&fbclid=y#top",
        f"  http://localhost:8501/start?lang=en&plan={TEXT}  ",
        f"https://plans.example.org/?plan={TEXT[:40]}\n{TEXT[40:]}",
        TEXT,
    ],
)
def test_a_plan_is_found_in_what_is_pasted(pasted: str) -> None:
    [found] = links_in(pasted)
    assert found.kind == "plan"
    assert read_link(found.value)[0] == FILE


def test_several_stand_below_each_other_of_either_kind_and_what_is_none_stays_one() -> None:
    text = f"https://a.example/?saved={TOKEN}&lang=sv\n\nhttps://a.example/?plan={TEXT}\nhttps://a.example/\n"
    assert links_in(text) == (Pasted("saved", TOKEN), Pasted("plan", TEXT), Pasted("", "https://a.example/"))
    assert links_in("hello") == (Pasted("", "hello"),)
    assert links_in(" \n ") == ()
