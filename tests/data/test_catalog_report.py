"""The catalogue as a document: every company, counted as its file says, with what is computed and what is missing."""

import re

import pytest

from planner.inputs.cited.figure import NotFound, Words
from planner.inputs.company.catalog import DEFAULT_COMPANIES, load_catalog
from planner.inputs.company.company import Company
from tests.data.catalog_report import catalog_report
from tests.levels_without_rates import levels_without_rates

COMPANIES = load_catalog().companies
REPORT = catalog_report(COMPANIES)
by_company = pytest.mark.parametrize("company", COMPANIES.values(), ids=COMPANIES)


def rows(table_with: str) -> list[list[str]]:
    """The cells of every row of the one table that has this title in its first line."""
    (start,) = (match.end() for match in re.finditer(rf"^\| {re.escape(table_with)} .*\n", REPORT, re.MULTILINE))
    lines = REPORT[start:].split("\n\n", 1)[0].splitlines()[1:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def chapter(company: Company) -> str:
    """The part of the document about one company."""
    return REPORT.split(f"### {company.name}: {company.market.en}\n", 1)[1].split("\n## ", 1)[0].split("\n### ", 1)[0]


@by_company
def test_the_counts_are_those_of_the_file(company: Company):
    """Counted in the text of the file: what is cited has a kind; what is not found or asked says so.

    Where acts of authorities were searched is nothing that the company discloses or not.
    """
    text = (DEFAULT_COMPANIES / f"{company.id}.toml").read_text(encoding="utf-8")
    counted = [
        len(re.findall(r"^kind = ", text, re.MULTILINE)),
        len(re.findall(r'^grade = "weak"', text, re.MULTILINE)),
        len(re.findall(r"\bnot_found\.en = ", text)) - ("[searched.enforcement]" in text),
        len(re.findall(r"^assumed = |\blevel = ", text, re.MULTILINE)),
    ]
    stated = {row[0]: [int(cell) for cell in row[1:]] for row in rows("company | from sources")}
    assert stated.get(f"{company.name} (`{company.id}`)") == (None if company.status == "fictional" else counted)


def test_the_sum_is_that_of_the_companies():
    *each, total = rows("company | from sources")
    assert total[0] == "all"
    for column in range(1, 5):
        assert int(total[column]) == sum(int(row[column]) for row in each)


def test_every_company_stands_once_in_the_overview():
    overview = rows("company | file")
    assert sorted(row[1].strip("`") for row in overview) == sorted(COMPANIES)
    assert {row[1]: (row[3], row[4]) for row in overview}["`example-company`"] == ("USD", "invented")
    years = {row[1].strip("`"): row[4] for row in overview}
    for company in COMPANIES.values():
        if company.years is not None:
            assert years[company.id].endswith(str(company.years.last))
    # Mary Kay's website fee is of 2009 and its kit of 2020; Young Living's kit of 2019; nothing of Zinzino's is dated.
    assert [years[each] for each in ("mary-kay-us", "young-living-us", "zinzino-se")] == [
        "2009 to 2020",
        "2019",
        "undated",
    ]


# As their files say: of these no points of a step were found.
WAITING = ("lr-eu",)


def test_the_overview_says_the_same_of_pay_as_the_parts():
    overview = {row[1].strip("`"): row[-1] for row in rows("company | file")}
    waiting = {key for key, pay in overview.items() if pay == "not computed until you state what nobody published"}
    assert waiting == set(WAITING)


@by_company
def test_every_part_of_the_pay_says_whether_it_is_computed_and_if_not_why(company: Company):
    said = chapter(company)
    here = {"computed": "computed", "asked": "computed with a figure asked of you", "not_computed": "not computed"}
    if company.id in WAITING:
        here["asked"] = "not computed until you state what nobody published"
    for part in company.components:
        why = part.why.en if part.why else ""
        assert f"| {part.name.en} | {here[part.standing]} | {why} |" in said
    if not company.components and company.status != "fictional":
        assert "No part of its pay could be read." in said


@by_company
def test_what_was_not_found_stands_in_words(company: Company):
    said = chapter(company)
    for topic in company.searched.values():
        assert topic.not_found.en in said
    if isinstance(company.joining.starter_kit_fee, NotFound):
        assert f"- Starter kit: {company.joining.starter_kit_fee.not_found.en}" in said


def test_an_assumed_figure_stands_with_its_unit_and_its_reason():
    # amway-eu: assumed = 20 points per 100 euro; the reason begins "No source gives it for Europe."
    said = chapter(COMPANIES["amway-eu"])
    assert "- Points per 100 euro at shop price: 20 points is assumed. No source gives it for Europe." in said


def test_a_level_without_a_rate_is_not_a_zero():
    company = levels_without_rates()
    assert company.pay.unilevel is not None
    said = catalog_report({company.id: company})
    for level in company.pay.unilevel.missing:
        assert f"- {level.title.en}: counted as nothing until you state it. {level.reason.en}" in said


def test_rates_that_wait_for_the_person_are_not_called_computed():
    said = {row[1].strip("`"): row[6] for row in rows("company | file")}
    # LR's steps have no points, of two of them.
    assert said["lr-eu"] == "not computed until you state what nobody published"
    steps = "Steps of 3%, 6%, 9%, 11%, 14%, 16%, 21%, not computed until you state the points of each"
    assert steps in chapter(COMPANIES["lr-eu"])
    # Of Oriflame's five parts the bonus on the first line alone, and the value that it is counted on is asked.
    assert said["oriflame-eu"] == "computed in part, with figures asked of you: 1 of 5 parts"
    assert said["tupperware-us-2018"] == "the margin alone: 1 of 4 parts"
    assert said["example-company"] == "computed"


def test_a_line_in_a_name_does_not_break_a_table():
    company = COMPANIES["amway-eu"]
    first = company.components[0].model_copy(update={"name": Words(en="3 | 6 %", sv="3 | 6 %")})
    changed = company.model_copy(update={"components": (first,)})
    assert "| 3 \\| 6 % | computed with a figure asked of you |" in catalog_report({company.id: changed})


def test_every_table_is_whole_and_nothing_is_empty_or_foreign():
    for block in re.findall(r"(?:^\|.*\n)+", REPORT, re.MULTILINE):
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}
        assert len(widths) == 1, block[:200]
    assert not re.search(r"None|NaN|\bnan\b|- : |!", REPORT)


def test_the_document_is_the_same_each_time_and_in_any_order():
    assert catalog_report(dict(reversed(COMPANIES.items()))) == REPORT
