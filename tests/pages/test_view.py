"""One view a page: sentence, figures, curve and table follow one choice, and the same on every page that has both."""

import re

import pytest

from tests.pages.conftest import exactly
from tests.pages.opening import chart_columns, opened, plan_with, sentence, shown

PLAN = plan_with(customers={"new_a_month": 3.0, "attrition": 0.1})
BOTH = ("plan", "cash_flow")  # pages whose sentence and curve are of either view


def figure_of(words: str, label: str) -> str:
    """The figure under a label of the strip."""
    [found] = re.findall(rf"<dt>{label}</dt><dd class=\"figure ?\w*\">(.*?)</dd>", words)
    return str(found)


@pytest.mark.parametrize("page", BOTH)
def test_sentence_figures_and_curve_are_of_the_middle_until_the_other_view_is_chosen(page: str) -> None:
    app = opened(page, PLAN, "en")
    middle = figure_of(shown(app), "Deepest hole")
    assert sentence(app).startswith(f"In the middle of the runs you are {middle} down")
    assert "upper" in chart_columns(app, 0)  # a band around the middle
    exactly(app)
    entered = figure_of(shown(app), "Deepest hole")
    assert entered != middle
    assert f"{entered} down" in sentence(app)
    assert "middle of the runs" not in sentence(app)
    assert "upper" not in chart_columns(app, 0)


def test_the_view_stays_from_page_to_page() -> None:
    app = exactly(opened("plan", PLAN, "en"))
    app.switch_page("pages/cash_flow.py").run()
    assert "middle of the runs" not in sentence(app)
    assert "upper" not in chart_columns(app, 0)


def test_amounts_by_line_are_of_either_view_and_their_months_of_what_is_exactly_as_entered_alone() -> None:
    app = opened("cash_flow", PLAN, "en")
    assert "Average of the 100 runs around the middle one: Over 24 months," in shown(app)
    assert not app.selectbox
    app.button(key="cash_flow_exactly").click().run()
    assert "Average of the 100 runs" not in shown(app)
    assert "middle of the runs" not in sentence(app)
    assert any(str(each.key).startswith("origin_line") for each in app.selectbox)


@pytest.mark.parametrize(("page", "view"), [("odds", "Middle of 1,000 runs"), ("leaving", "Exactly as entered")])
def test_a_page_of_one_view_says_which_and_offers_no_other(page: str, view: str) -> None:
    app = opened(page, PLAN, "en", view="exactly" if page == "odds" else "middle")
    assert view in [each.value for each in app.markdown]
    assert not [pills for pills in app.pills if str(pills.key).startswith("choice:view@")]


def test_start_counts_a_hundred_people_and_fills_those_who_lose() -> None:
    words = shown(opened("start", PLAN, "en"))
    lose = int(re.search(r"Of 100 people with this plan, (?:at least )?(\d+) lose money", words)[1])  # type: ignore[index]
    assert words.count('<i class="loses"></i>') == lose
    assert words.count('<i class="loses"></i>') + words.count("<i></i>") == 100
