"""An income disclosure whole: every column and row that a statement prints has a place, is shown, or is refused."""

from typing import Any

import pytest

from pages.parts.company.chart import bands_table, sentence
from planner.analysis.company.disclosed_in_words import bands_in_words, base_in_words
from planner.analysis.company.figure_rows import figure_rows
from planner.analysis.company.paid_less import paid_less
from planner.inputs.company.catalog import DEFAULT_COMPANIES, load_catalog, read_company
from planner.inputs.company.disclosure import Distribution
from planner.speech import Speech

ADVOCARE = load_catalog().companies["advocare-us-2019"]
ENGLISH = Speech("en", "USD", "2027-01")
# As the statement of 2016 prints it: of all, of those paid, in hundredths; then by level the share of the payments, the
# months to get there, the averages of the lowest and of the top tenth, and the median.
ALL = (72.31, 8.96, 9.10, 3.65, 2.73, 1.86, 0.63, 0.22, 0.10, 0.12, 0.07, 0.07, 0.06, 0.03, 0.02, 0.02, 0.01, 0.03)
PAID = (32.36, 32.86, 13.17, 9.86, 6.72, 2.29, 0.81, 0.38, 0.43, 0.25, 0.25, 0.23, 0.11, 0.07, 0.07, 0.04, 0.09)
LEVELS = (
    (35.69, None, 3, 97, 17),
    (58.13, 10, 7, 293, 39),
    (3.70, 15, 224, 1056, 475),
    (1.28, 26, 832, 4089, 1350),
    (0.22, 27, 1201, 2519, 1778),
    (0.53, 34, 2314, 6886, 3416),
    (0.05, 39, 3280, 5937, 4536),
    (0.19, 49, 5684, 14269, 7939),
    (0.10, 57, 8157, 21441, 12616),
    (0.11, 67, 17077, 86628, 30610),
)
LEAST: dict[str, Any] = {
    "title": {"en": "By rank", "sv": "Per rang"},
    "of_whom": {"en": "all sellers", "sv": "alla säljare"},
    "market": {"en": "United States", "sv": "USA"},
    "period": "2016",
    "per": "year",
    "counted": "before_expenses",
    "complete": False,
    "kind": "published",
    "source": "s",
    "year": 2016,
    "grade": "primary",
}


def band(name: str, **columns: Any) -> dict[str, Any]:
    return {"title": {"en": name, "sv": f"{name} sv"}, **columns}


def table(*bands: dict[str, Any], **columns: Any) -> Distribution:
    return Distribution.model_validate(LEAST | columns | {"bands": bands})


def of_2016(per: str) -> Distribution:
    (found,) = (each for each in ADVOCARE.distributions if (each.period, each.per) == ("2016", per))
    return found


def test_both_columns_of_shares_of_a_statement_are_on_file() -> None:
    year = of_2016("year")
    assert [band.share for band in year.bands] == pytest.approx([share / 100 for share in ALL])
    assert [band.shares["active"] for band in year.bands[1:]] == pytest.approx([share / 100 for share in PAID])
    assert (year.population, year.share_columns["active"].population) == (570_289, 157_905)


def test_tenths_medians_and_months_are_on_file() -> None:
    found = [(b.share, b.months_to_reach, b.bottom_tenth, b.top_tenth, b.median) for b in of_2016("payment").bands]
    assert [row[1:] for row in found] == [row[1:] for row in LEVELS]
    assert [row[0] for row in found] == pytest.approx([row[0] / 100 for row in LEVELS])
    assert of_2016("payment").tenths == "average"


def test_every_column_stands_in_the_table_of_the_page_and_in_its_facts() -> None:
    levels = bands_table(of_2016("payment"), ENGLISH)
    heads = ("Group", "Of 100", "The lowest tenth, USD in one payment", "Half of them at most, USD in one payment",
             "The top tenth, USD in one payment", "Months to get there")  # fmt: skip
    assert levels.columns == heads
    assert levels.rows[3].cells == ("1.28", "832", "1,350", "4,089", "26")
    assert levels.rows[0].cells[-1] == "not disclosed"
    year = bands_table(of_2016("year"), ENGLISH)
    assert year.columns[:3] == ("Group", "Of 100", "Of 100: those paid in the year")
    assert year.rows[1].cells[:2] == ("8.96", "32.36")
    assert "a tenth is given by its average" in base_in_words(of_2016("payment"), ENGLISH)
    (gold,) = (line for line in bands_in_words(of_2016("payment"), ENGLISH) if line.startswith("level Gold ·"))
    for said in (
        "the lowest tenth: 832\N{NO-BREAK SPACE}USD in one payment",
        "time to get there, on average: 26 months",
    ):
        assert said in gold


def test_every_figure_of_every_disclosure_is_a_row_of_the_exports() -> None:
    for company in load_catalog().companies.values():
        rows = {row.place: row for row in figure_rows(company, ENGLISH)}
        for number, entry in enumerate(company.distributions, start=1):
            for place, each in enumerate(entry.bands, start=1):
                stated = each.model_dump(exclude_none=True, exclude={"title", "shares", "note", "time_in"})
                for name, value in stated.items():
                    assert rows[f"distributions[{number}].bands[{place}].{name}"].value == value
                for name, value in each.shares.items():
                    assert rows[f"distributions[{number}].bands[{place}].shares.{name}"].value == value


def test_a_footnote_stands_on_its_row_and_nowhere_else() -> None:
    noted = {"en": "One person.", "sv": "En person."}
    shown = bands_table(table(band("A", share=0.9), band("B", share=0.1, note=noted)), ENGLISH)
    assert shown.columns[-1] == "Footnote"
    assert [row.cells[-1] for row in shown.rows] == ["", "One person."]


def test_all_columns_at_once() -> None:
    one = band("A", lowest=1, highest=90, bottom_tenth=2, top_tenth=50, top_hundredth=80, months_to_reach=4.5,
               months_median=4, months_least=1, months_most=20, hours_a_week=9.5, expenses=700, mean=20, median=10,
               count=3, time_in="part_year", shares={"of_paid": 0.25})  # fmt: skip
    columns = {"of_paid": {"title": {"en": "of those paid", "sv": "av dem"}, "of_whom": {"en": "x", "sv": "y"}}}
    found = table(one, share_columns=columns, left_out={"en": "those who left", "sv": "de som slutat"},
                  time_in="full_year", per="week")  # fmt: skip
    shown = bands_table(found, ENGLISH)
    assert shown.rows[0].cells == (
        "25", "3", "20", "1", "2", "10", "50", "80", "90", "700", "4.50", "4", "1", "20", "9.50",
    )  # fmt: skip
    assert "USD a week" in shown.columns[3]
    assert "left out: those who left · there all year" in base_in_words(found, ENGLISH)
    assert sentence(found, ENGLISH).startswith("Which share of those counted")


@pytest.mark.parametrize(
    ("changed", "place", "found"),
    [
        ({"bands": [band("A", share=1.2)]}, "bands[1].share", "1.2"),
        ({"bands": [band("A", shares={"paid": 72.31})]}, "bands[1].shares.paid", "72.31"),
        ({"bands": [band("A", shares={"paid": 0.8}), band("B", shares={"paid": 0.4})]}, "share_columns.paid", "1.2"),
        ({"bands": [band("A", shares={"other": 0.4})]}, "bands[1].shares.other", "other"),
        ({"bands": [band("A", bottom_tenth=5, top_tenth=4)]}, "bands[1].top_tenth", "bottom_tenth = 5, top_tenth = 4"),
        ({"bands": [band("A", lowest=5, highest=4)]}, "bands[1].highest", "lowest = 5, highest = 4"),
        ({"bands": [band("A", months_to_reach=-1)]}, "bands[1].months_to_reach", "-1"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(changed: dict[str, Any], place: str, found: str) -> None:
    text = (DEFAULT_COMPANIES / "advocare-us-2019.toml").read_text(encoding="utf-8")
    head, _, rest = text.partition("[[distributions]]")
    tail = rest[rest.index("[[disclosures]]") :]
    bands = ",\n".join(_inline(each) for each in changed["bands"])
    entry = f"""[[distributions]]
title = {{ en = "By rank", sv = "Per rang" }}
of_whom = {{ en = "all", sv = "alla" }}
market = {{ en = "United States", sv = "USA" }}
period = "2016"
per = "year"
counted = "before_expenses"
complete = false
share_columns.paid = {{ title = {{ en = "paid", sv = "betalda" }}, of_whom = {{ en = "a", sv = "b" }} }}
bands = [{bands}]
kind = "published"
source = "statement-2016"
year = 2016
grade = "primary"

"""
    _, faults = read_company((head + entry + tail).encode(), "advocare-us-2019.toml")
    said = [(fault.path, fault.found) for fault in faults]
    assert (f"distributions[1].{place}", found) in said


def _inline(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_inline(inner)}" for key, inner in value.items()) + " }"
    return f'"{value}"' if isinstance(value, str) else str(value)


def test_the_least_and_the_most_that_anyone_received_bound_who_was_paid_less() -> None:
    """Nobody in the group received less than 100 or more than 900: none below 100, all below 1,000."""
    found = table(band("A", share=1.0, lowest=100, highest=900))
    assert (paid_less(found, 100).least, paid_less(found, 100).most) == (0, 0)
    assert (paid_less(found, 1000).least, paid_less(found, 1000).most) == (1, 1)
    assert paid_less(found, 500).most == 1
