"""The page about leaving: what it comes to, the last cheap month on the picture, and what it is made of."""

from typing import get_args

import pytest

from planner.analysis.case import Case
from planner.analysis.measures.quitting import quitting
from planner.language import Language
from tests.pages.opening import case_of, chart_columns, opened, plan_with, sentence, shown
from tests.pages.test_what_if import rows

LANGUAGES = get_args(Language)
MADE_OF = "The parts of what leaving comes to"
# 50 customers in month 1, who stay: leaving gets better every month.
GOOD = {"customers": {"new_a_month": (50.0, 0.0), "attrition": 0.0}}
# The first customers leave for good: a good month, and then none.
SHORT = {"customers": {"new_a_month": (6.0, 0.0), "attrition": 0.5}}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("changes", [{}, GOOD, SHORT])
def test_the_answer_and_the_picture_hold_the_same_month(language: Language, changes: dict[str, object]) -> None:
    plan = plan_with(**changes)
    app = opened("leaving", plan, language)
    left = quitting(Case.of(plan, case_of(app).company))
    columns = chart_columns(app, 0)
    assert columns["total"] == pytest.approx(left.on_leaving.tolist())
    assert columns["mark"][left.last_cheap_month] == "cheap"
    amount = f"{abs(round(float(left.on_leaving[-1]))):,}".replace(",", " " if language == "sv" else ",")
    assert amount in sentence(app)


def test_leaving_at_once_may_be_cheapest() -> None:
    assert "in every month after, leaving leaves you with less" in sentence(opened("leaving", plan_with(), "en"))


def test_what_part_of_the_goods_is_counted_is_said_and_no_age_that_no_source_gives() -> None:
    fit = "Of unsold goods, 80% are counted as fit to be given back, as your plan has it."
    assert fit in shown(opened("leaving", plan_with(), "en"))  # 90 % within 12 months
    then = plan_with(start_month="2015-01")  # to January 2017: 90 %, nobody says how long
    words = shown(opened("leaving", then, "en", company="lularoe-us-2017"))
    assert "so nothing is counted for them" in words
    assert fit not in words


def test_leaving_may_never_be_worse_than_at_once() -> None:
    app = opened("leaving", plan_with(**GOOD), "en")
    assert "no worse than leaving at once" in sentence(app)
    mark = chart_columns(app, 0)["mark"]
    assert (mark[0], mark[24]) == ("dearest", "cheap")
    assert chart_columns(app, 0)["label"][24].startswith("Cheap to the end")


def test_the_last_cheap_month_is_said() -> None:
    app = opened("leaving", plan_with(**SHORT), "en")
    month = chart_columns(app, 0)["mark"].index("cheap")
    assert 0 < month < 24
    assert chart_columns(app, 0)["label"][month].startswith("Last cheap month")
    assert f"The last month in which leaving is no worse than that is month {month} " in sentence(app)


def test_the_parts_come_to_the_result() -> None:
    plan = plan_with(
        stock={"ship_direct_share": 0.5},
        tax={"rules": "flat", "income_share": 0.3},
        money_and_time={"loan": 500.0},
        **GOOD,
    )
    app = opened("leaving", plan, "en")
    found = rows(app, MADE_OF)
    assert list(found)[:3] == ["0 (Jan 2027)", "3 (Apr 2027)", "6 (Jul 2027)"]
    assert list(found)[-1] == "24 (Jan 2029)"
    for cells in found.values():
        result, *parts, _debt = (float(cell.replace("−", "-").replace(",", "") or 0) for cell in cells)
        assert sum(parts) == pytest.approx(result, abs=2.5)
    text = shown(app)
    for column in ("Still to come", "For goods given back", "Tax and VAT owed", "Beside it: loan and card"):
        assert f'scope="col">{column}<' in text
    assert "Loan and card are not taken off again" in text


def test_what_is_nothing_has_no_column() -> None:
    text = shown(opened("leaving", plan_with(), "en"))
    assert "Beside it: loan and card" not in text
    assert "Tax and VAT owed" not in text
    assert "Loan and card" not in text


@pytest.mark.parametrize(("period", "count"), [("year", 3), ("quarter", 9), ("month", 25)])
def test_the_table_goes_by_year_quarter_or_month(period: str, count: int) -> None:
    app = opened("leaving", plan_with(), "en")
    [control] = [each for each in app.button_group if each.key == "leaving_period"]
    control.set_value(period).run()
    assert len(rows(app, MADE_OF)) == count


def test_a_plan_that_ends_within_a_quarter_shows_its_last_month() -> None:
    assert list(rows(opened("leaving", plan_with(horizon_months=7), "en"), MADE_OF))[-1] == "7 (Aug 2027)"


def test_the_end_of_the_window_is_said() -> None:
    text = shown(opened("leaving", plan_with(), "en"))
    assert "From the end of month 12 (Jan 2028), your opening stock is too old to be given back." in text


def test_what_is_not_disclosed_is_said() -> None:
    text = shown(opened("leaving", plan_with(), "en", "young-living-us"))
    assert "No source says what the company pays back for unsold goods" in text
    assert "too old to be given back" not in text
    # Joined in April 2017, when it was 100 % without a limit of time; from September 90 % within 12 months.
    plan = plan_with(stock={"opening_stock": 5000.0}, start_month="2017-04")
    text = shown(opened("leaving", plan, "en", "lularoe-us-2017"))
    assert "month 0 (Apr 2017) on: the company pays back 100% of what unsold goods cost, however old" in text
    assert "month 5 (Sep 2017) on: the company pays back 90% of what unsold goods cost that are no older than" in text
